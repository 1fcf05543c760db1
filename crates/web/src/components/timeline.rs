//! What happened, newest first.

use askama::Template;

use super::{Icon, Link, Tone};

/// Something that happened.
pub struct Moment {
    /// Of its kind.
    pub icon: Icon,
    /// What it means.
    pub tone: Tone,
    /// What happened, in a few words.
    pub title: String,
    /// Its own page, where it has one.
    pub href: Option<String>,
    /// What was written about it.
    pub text: Option<String>,
    /// Files that belong to it.
    pub files: Vec<Link>,
    /// When, as machines read it (RFC 3339).
    pub at: String,
    /// When, as people read it.
    pub when: String,
    /// Who did it.
    pub by: String,
}

/// What happened, newest first, under heads such as days or months.
#[derive(Template)]
#[template(path = "components/timeline.html")]
pub struct Timeline {
    /// The heads, and what happened below each.
    pub spans: Vec<(String, Vec<Moment>)>,
}
