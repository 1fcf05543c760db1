//! The bar that says what was just done and takes it back.

use askama::Template;
use phrases::Phrases;

use crate::{Notice, Token};

/// The bar that says what was just done.
#[derive(Template)]
#[template(path = "components/notice_bar.html")]
pub(crate) struct NoticeBar<'a> {
    /// What was done.
    pub(crate) notice: &'a Notice,
    /// For the form.
    pub(crate) token: &'a Token,
    /// The reader's language.
    pub(crate) phrases: Phrases,
}
