//! The page of an import: what it brought, what it left out and why.

use askama::Template;
use axum::extract::{Path, State as Shared};
use domain::know::imports::{self, Import, ImportId, RejectedRow, State};

use super::{list, words};
use crate::components::Status;
use crate::know::when;
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
}

impl Show {
    fn can_be_undone(&self) -> bool {
        self.known.state == State::Applied
    }

    fn reason(&self, row: &RejectedRow) -> String {
        self.frame.say(&format!("refused-{}", row.reason))
    }
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
    let reader = frame.reader;
    let refused = known.counts.read.rejected;
    Ok(Page(Show {
        files: reader.phrases.list(&list::names(&known)),
        when: when::day(reader, known.started_at),
        status: words::status(reader, known.state),
        told: words::told(reader, known.state, &known.counts),
        rejected: (refused > 0).then(|| words::counted(reader, "command-rows-refused", refused)),
        rows,
        known,
        frame,
    }))
}
