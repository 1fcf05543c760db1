//! A question before something that is not easily made good: opened in its
//! place, script or not, and sent from there alone.

use askama::Template;

use crate::Token;

/// A question before something is done.
#[derive(Template)]
#[template(path = "components/ask.html")]
pub(crate) struct Ask {
    /// What would be done: on what opens the question and on what does it.
    pub(crate) words: String,
    /// What comes of it.
    pub(crate) question: String,
    /// The path that takes the form.
    pub(crate) action: String,
    /// For the form.
    pub(crate) token: Token,
}
