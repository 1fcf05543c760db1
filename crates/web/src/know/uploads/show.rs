//! The page of files that were sent: how far they are, what is in them, and how
//! they are read.

use askama::Template;
use axum::extract::State as Shared;
use axum::response::{IntoResponse as _, Redirect, Response};
use domain::know::imports::{HowRead, RejectedRow};
use domain::know::uploads::{self, State, Upload, UploadId};

use super::{mapping, words};
use crate::components::{Input, Meter, Steps};
use crate::path::Path;
use crate::{App, Frame, Page, Problem};

/// The fields whose values are numbers, by their names.
const NUMBERS: [&str; 5] = ["amount", "quantity", "price", "refunded", "discount"];

/// The page.
#[derive(Template)]
#[template(path = "know/uploads/show.html")]
pub struct Show {
    frame: Frame,
    known: Upload,
    title: String,
    steps: Steps,
    meter: Option<Meter>,
    question: Option<Asked>,
    trouble: Option<String>,
    warned: Option<String>,
    found: Vec<String>,
    notes: Vec<Said>,
    read_as: Vec<(String, String)>,
    refused: Option<String>,
    rows: Vec<RejectedRow>,
    import: Option<String>,
    inputs: Vec<Input>,
    /// Whether something was typed that was not taken: it stays until it is sent again.
    is_refused: bool,
}

/// Something to know, and whether the files can be read so that it is not so.
struct Said {
    words: String,
    has_instead: bool,
}

/// What has to be settled first.
struct Asked {
    words: String,
    answers: Vec<String>,
}

impl Show {
    fn can_be_read_otherwise(&self) -> bool {
        self.known.state == State::Looked && !self.inputs.is_empty()
    }

    fn has_to_be_mended(&self) -> bool {
        self.trouble.is_some()
            || self.warned.is_some()
            || self.known.found.lacks_currency()
            || self.inputs.iter().any(|input| input.error.is_some())
    }

    /// Whether nothing in them could be read at all.
    fn is_no_table(&self) -> bool {
        self.trouble.is_some() && self.inputs.is_empty()
    }

    fn reason(&self, row: &RejectedRow) -> String {
        self.frame.say(&format!("refused-{}", row.reason))
    }

    /// What stands above a column: which field it holds.
    fn holds(&self, column: &str) -> String {
        words::fields_of(self.frame.reader, &self.known.found, column)
    }

    fn columns(&self) -> Vec<(String, bool)> {
        let found = &self.known.found;
        let is_number = |column: &str| {
            let mut fields = found.mapping.iter().filter(|(_, named)| named == column);
            fields.any(|(field, _)| NUMBERS.contains(&field.as_str()))
        };
        found.columns.iter().map(|column| (column.clone(), is_number(column))).collect()
    }

    /// The values of a row, and whether each is in a column of numbers.
    fn values(&self, row: &[String]) -> Vec<(String, bool)> {
        let numbers = self.columns().into_iter().map(|(_, is_number)| is_number);
        row.iter().cloned().zip(numbers.chain(std::iter::repeat(false))).collect()
    }
}

/// `GET /uploads/{id}`; once they are being imported, the page of the import.
///
/// # Errors
/// Where there are none, or the database cannot be reached.
pub async fn show(
    Shared(app): Shared<App>,
    Path(id): Path<UploadId>,
    frame: Frame,
) -> Result<Response, Problem> {
    let mut reader = app.db.reader().await?;
    let snapshot = &mut reader.snapshot();
    let known = uploads::upload(snapshot, id).await?.ok_or(Problem::NotFound)?;
    if let Some(import) = known.import {
        return Ok(Redirect::to(&format!("/imports/{import}")).into_response());
    }
    let files = uploads::uploaded(snapshot, id).await?;
    let names: Vec<String> = files.into_iter().map(|file| file.name).collect();
    Ok(Page(page(frame, known, &names, None)).into_response())
}

/// The page, with what was typed and not taken.
pub(super) fn page(
    frame: Frame,
    known: Upload,
    names: &[String],
    refused: Option<&(HowRead, mapping::Wrong)>,
) -> Show {
    let reader = frame.reader;
    let language = reader.phrases.language();
    let found = &known.found;
    let question = found.question.as_ref().map(|question| Asked {
        words: words::said(&question.words, language),
        answers: question
            .answers
            .iter()
            .map(|answer| words::said(&answer.words, language))
            .collect(),
    });
    let trouble = words::said(&found.trouble, language);
    let mut inputs = match refused {
        Some((how, wrong)) => mapping::inputs(reader, found, how, Some(wrong)),
        None => mapping::inputs(reader, found, &known.how, None),
    };
    let mut wrong = inputs.iter_mut().filter(|input| input.error.is_some());
    if let (Some(_), Some(first)) = (refused, wrong.next()) {
        first.is_first = true;
    }
    let content = found.content.as_ref();
    Show {
        is_refused: refused.is_some(),
        title: reader.phrases.list(names),
        steps: words::steps(reader, Some(known.state)),
        meter: (known.state == State::Looking).then(|| words::meter(reader, &known)),
        question,
        trouble: (!trouble.is_empty()).then_some(trouble),
        warned: words::warned(reader, found),
        found: words::content(reader, found),
        notes: found
            .notes
            .iter()
            .map(|remark| Said {
                words: words::remark(reader, remark),
                has_instead: remark.instead.is_some() && known.state == State::Looked,
            })
            .collect(),
        read_as: words::read_as(reader, found),
        refused: content.filter(|content| content.rejected > 0).map(|content| {
            let count = [("count", content.rejected.into())];
            reader.phrases.say_with("command-rows-refused", &count)
        }),
        rows: found.refused.clone(),
        import: (known.can_be_imported() && !found.brings_nothing())
            .then(|| words::import(reader, &known)),
        inputs: if found.columns.is_empty() { Vec::new() } else { inputs },
        known,
        frame,
    }
}
