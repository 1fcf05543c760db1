//! A small window over the page. The browser opens and closes it, script or
//! not: a button with `popovertarget` set to its id does it.

use askama::Template;
use phrases::Phrases;

/// A small window over the page.
#[derive(Template)]
#[template(path = "components/dialog.html")]
pub struct Dialog {
    /// What buttons that open it name; unique on the page.
    pub id: &'static str,
    /// Its heading.
    pub title: String,
    /// What is inside, as HTML: a template that is rendered already.
    pub body: String,
    /// The reader's language.
    pub phrases: Phrases,
}
