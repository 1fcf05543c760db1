//! The files of one thing, with a way to take each away.

use askama::Template;
use domain::know::files::Attachment;
use phrases::Phrases;

use super::size;
use crate::{Frame, Token};

/// The files of one thing.
#[derive(Template)]
#[template(path = "know/files/shelf.html")]
pub struct Shelf {
    rows: Vec<Row>,
    may_remove: bool,
    token: Token,
    phrases: Phrases,
}

struct Row {
    known: Attachment,
    size: String,
}

impl askama::filters::HtmlSafe for Shelf {}

impl Shelf {
    /// Those of one thing; none where there are none.
    #[must_use]
    pub fn of(frame: &Frame, files: Vec<Attachment>, may_remove: bool) -> Option<Self> {
        let phrases = frame.reader.phrases;
        let row = |known: Attachment| Row { size: size(phrases, known.size.unsigned_abs()), known };
        let rows: Vec<Row> = files.into_iter().map(row).collect();
        let token = frame.token.clone();
        (!rows.is_empty()).then_some(Self { rows, may_remove, token, phrases })
    }
}
