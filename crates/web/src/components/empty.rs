//! What stands where nothing is yet: what belongs here and how it gets here.

use askama::Template;

use phrases::Phrases;

use super::{Icon, Link, icon};

/// What stands where nothing is yet.
#[derive(Template)]
#[template(path = "components/empty.html")]
pub struct Empty {
    /// Of what belongs here.
    pub icon: Icon,
    /// What belongs here.
    pub title: String,
    /// What it is good for, in a sentence.
    pub words: String,
    /// The one button that fills it.
    pub fill: Option<Link>,
    /// Another way, such as trying with made-up data.
    pub or: Option<Link>,
}

impl Empty {
    /// What stands where there is something, but nothing that fits the filters of a
    /// list: the button leads to the list without any, which is at `all`.
    #[must_use]
    pub fn none_such(phrases: Phrases, all: &str) -> Self {
        Self {
            icon: icon("filter"),
            title: phrases.say("none-such"),
            words: phrases.say("none-such.words"),
            fill: Some(Link { words: phrases.say("none-such-clear"), href: all.to_owned() }),
            or: None,
        }
    }
}
