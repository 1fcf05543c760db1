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
    /// What was written about it, if anything.
    pub text: Vec<Stretch>,
    /// Files that belong to it.
    pub files: Vec<Link>,
    /// When, as machines read it (RFC 3339).
    pub at: String,
    /// When, as people read it.
    pub when: String,
    /// Who did it.
    pub by: String,
}

/// A stretch of a text.
pub struct Stretch {
    /// What it says.
    pub text: String,
    /// Whether it stands out, as the mention of a colleague does.
    pub is_marked: bool,
}

impl Stretch {
    /// A text in which nothing stands out; none of an empty one.
    #[must_use]
    pub fn plain(text: Option<String>) -> Vec<Self> {
        let text = text.filter(|text| !text.is_empty());
        text.map(|text| Self { text, is_marked: false }).into_iter().collect()
    }
}

/// What happened, newest first, under heads such as days or months.
#[derive(Template)]
#[template(path = "components/timeline.html")]
pub struct Timeline {
    /// The heads, and what happened below each.
    pub spans: Vec<(String, Vec<Moment>)>,
}
