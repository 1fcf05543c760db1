//! The keys that pages know, in the reader's language: over any page by `?`,
//! and a page of its own for whoever goes there by a link.

use askama::Template;

use crate::{Frame, Page};

/// The page. What whoever looks may not do has no key in it.
#[derive(Template)]
#[template(path = "keys.html")]
pub struct Keys {
    frame: Frame,
}

/// `GET /keys`
pub async fn show(frame: Frame) -> Page<Keys> {
    Page(Keys { frame })
}
