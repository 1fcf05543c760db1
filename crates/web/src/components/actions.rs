//! What can be done: a menu of links and of forms with one button.

use askama::Template;

use super::Icon;
use crate::Token;

/// One thing that can be done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Action {
    /// Opens a page.
    Open {
        /// What it is called.
        words: String,
        /// The page.
        href: String,
        /// Before the words.
        icon: Option<Icon>,
    },
    /// Changes something: a form with this button alone.
    Do {
        /// What it is called.
        words: String,
        /// Where the form goes.
        action: String,
        /// Before the words.
        icon: Option<Icon>,
    },
}

/// More that can be done, behind a button.
#[derive(Template)]
#[template(path = "components/menu.html")]
pub struct Menu<'a> {
    /// What the button is called.
    pub words: String,
    /// On the button; the words are then for screen readers alone.
    pub icon: Option<Icon>,
    /// In the order of use.
    pub actions: Vec<Action>,
    /// For the forms.
    pub token: &'a Token,
}
