//! What stands where nothing is yet: what belongs here and how it gets here.

use askama::Template;

use super::{Icon, Link};

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
