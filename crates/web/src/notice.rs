//! A word about what was just done, shown once on the next page, with a way to
//! take it back. It waits in a sealed cookie, so it needs no JavaScript and no
//! row in the record.

use std::time::Duration;

use serde::{Deserialize, Serialize};

use crate::cookies::Jar;
use crate::{Visitor, seal};

/// Holds the notice until the next page.
pub(crate) const COOKIE: &str = "notice";
/// What the seal is for.
const PURPOSE: &str = "notice";
/// A notice nobody came to read is stale after that.
const LASTS: Duration = Duration::from_mins(2);
/// Cookies hold some 4 kB; longer words are cut.
const LONGEST: usize = 500;

/// A word about what was just done, or was not.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Notice {
    /// What was done, in the reader's language.
    pub words: String,
    /// How to take it back, where it can be.
    pub undo: Option<Undo>,
    /// Whether what was wanted was not done.
    #[serde(default)]
    pub is_refusal: bool,
}

/// Where to send the form that takes it back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Undo {
    /// A path that takes a POST.
    pub action: String,
}

impl Notice {
    /// Nothing but words.
    #[must_use]
    pub fn of(words: String) -> Self {
        Self { words, undo: None, is_refusal: false }
    }

    /// Why nothing was done.
    #[must_use]
    pub fn refusal(words: String) -> Self {
        Self { words, undo: None, is_refusal: true }
    }

    /// With a way to take it back.
    #[must_use]
    pub fn undoable(words: String, action: String) -> Self {
        Self { words, undo: Some(Undo { action }), is_refusal: false }
    }

    /// Leaves it for the next page of this visitor.
    pub fn leave(mut self, visitor: &Visitor, jar: &Jar) {
        if let Some((end, _)) = self.words.char_indices().nth(LONGEST) {
            self.words.truncate(end);
        }
        let text = serde_json::json!(self).to_string();
        jar.set(COOKIE, &seal::seal(visitor.browser_secret(), PURPOSE, &text), Some(LASTS));
    }

    /// The notice in a cookie, if it is one of ours.
    pub(crate) fn found(visitor: &Visitor, cookie: &str) -> Option<Self> {
        let text = seal::open(visitor.browser_secret(), PURPOSE, cookie)?;
        serde_json::from_str(&text).ok()
    }
}
