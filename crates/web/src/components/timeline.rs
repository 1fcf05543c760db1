//! What happened, newest first.

use askama::Template;

use super::{Icon, Link, Tone};
use crate::Token;

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
    /// How to take it back, where that can be done from here.
    pub undo: Option<TakeBack>,
}

/// A form that takes back what happened.
#[derive(Clone)]
pub struct TakeBack {
    /// The path that takes it.
    pub action: String,
    /// What is on its button.
    pub words: String,
    /// For the form.
    pub token: Token,
}

/// A stretch of a text.
pub enum Stretch {
    /// Words like any others.
    Plain(String),
    /// What stands out, as the mention of a colleague does.
    Marked {
        /// What it says.
        text: String,
        /// As it was typed.
        title: String,
    },
}

impl Stretch {
    /// A text in which nothing stands out; none of an empty one.
    #[must_use]
    pub fn plain(text: Option<String>) -> Vec<Self> {
        let text = text.filter(|text| !text.is_empty());
        text.map(Self::Plain).into_iter().collect()
    }
}

/// What happened, newest first, under heads such as days or months.
#[derive(Template)]
#[template(path = "components/timeline.html")]
pub struct Timeline {
    /// The heads, and what happened below each.
    pub spans: Vec<(String, Vec<Moment>)>,
}
