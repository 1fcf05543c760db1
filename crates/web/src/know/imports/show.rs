//! The page of an import: what it brought, what it left out and why.

use askama::Template;
use axum::extract::State as Shared;
use domain::know::imports::{self, Import, ImportId, RejectedRow, State};
use domain::know::uploads::{self, Upload};

use super::{list, words};
use crate::components::{Ask, Meter, Status, Steps};
use crate::know::uploads::words as upload_words;
use crate::know::when;
use crate::path::Path;
use crate::{App, Frame, Page, Problem};

/// The page.
#[derive(Template)]
#[template(path = "know/imports/show.html")]
pub struct Show {
    frame: Frame,
    known: Import,
    files: String,
    when: String,
    status: Status,
    told: Vec<String>,
    rejected: Option<String>,
    rows: Vec<RejectedRow>,
    steps: Option<Steps>,
    meter: Option<Meter>,
    trouble: Option<String>,
    has_table: bool,
    /// Before it is taken back, where it can be.
    undo: Option<Ask>,
    /// Whether a job brings it in.
    is_at_work: bool,
}

impl Show {
    fn can_be_discarded(&self) -> bool {
        self.known.state.is_open()
    }

    fn is_in_the_record(&self) -> bool {
        self.known.state == State::Applied
    }

    fn reason(&self, row: &RejectedRow) -> String {
        self.frame.say(&format!("refused-{}", row.reason))
    }
}

/// Where nothing came in there is nothing to take back.
fn can_be_undone(import: &Import) -> bool {
    import.state == State::Applied && !import.brought_nothing()
}

/// `GET /imports/{id}`
///
/// # Errors
/// Where there is none, or the database cannot be reached.
pub async fn show(
    Shared(app): Shared<App>,
    Path(id): Path<ImportId>,
    frame: Frame,
) -> Result<Page<Show>, Problem> {
    let mut reader = app.db.reader().await?;
    let snapshot = &mut reader.snapshot();
    let known = imports::import(snapshot, id).await?.ok_or(Problem::NotFound)?;
    let rows = imports::rejects(snapshot, id).await?;
    let upload = uploads::of_import(snapshot, id).await?;
    let reader = frame.reader;
    let under_way = upload.as_ref().filter(|_| known.state.is_open());
    let is_at_work = under_way.is_some_and(Upload::is_being_imported);
    let refused = known.counts.read.rejected;
    Ok(Page(Show {
        files: reader.phrases.list(&list::names(&known)),
        when: when::day(reader, known.started_at),
        status: words::status(reader, &known, is_at_work),
        told: words::told(reader, known.state, &known.counts),
        rejected: (refused > 0).then(|| words::counted(reader, "command-rows-refused", refused)),
        rows,
        steps: under_way.map(|upload| upload_words::steps(reader, Some(upload.state))),
        meter: under_way.map(|upload| upload_words::meter(reader, upload)),
        trouble: under_way
            .map(|upload| upload_words::said(&upload.found.trouble, reader.phrases.language()))
            .filter(|trouble| !trouble.is_empty()),
        has_table: upload.is_some_and(|upload| upload.refused.is_some()),
        undo: can_be_undone(&known).then(|| Ask {
            words: reader.say("imports-undo"),
            question: words::undoing(reader, &known),
            action: format!("/imports/{id}/undo"),
            token: frame.token.clone(),
        }),
        is_at_work,
        known,
        frame,
    }))
}
