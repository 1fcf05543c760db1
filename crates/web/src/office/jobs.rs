//! The page of jobs that gave up.

use askama::Template;
use axum::extract::{Query, State};
use axum::response::Redirect;
use chrono::{DateTime, Utc};
use domain::office::given_up::{self, GivenUpError};
use serde::Deserialize;
use store::jobs::GivenUp;
use uuid::Uuid;

use crate::components::{Empty, Tabs, icon};
use crate::know::when;
use crate::office::views;
use crate::path::Path;
use crate::routes::with_query;
use crate::{App, Form, Frame, Nothing, Page, Problem, Reader, Visitor, Writer};

/// Jobs of a page.
const JOBS: u32 = 30;

/// The page.
#[derive(Template)]
#[template(path = "office/jobs.html")]
pub struct Show {
    frame: Frame,
    tabs: Tabs,
    rows: Vec<Row>,
    older: Option<String>,
    empty: Option<Empty>,
}

struct Row {
    known: GivenUp,
    what: String,
    when: String,
}

/// Where the page begins: after this job.
#[derive(Deserialize)]
pub struct After {
    at: Option<DateTime<Utc>>,
    id: Option<Uuid>,
}

/// `GET /settings/jobs`
///
/// # Errors
/// Where the database cannot be reached.
pub async fn show(
    State(app): State<App>,
    frame: Frame,
    visitor: Visitor,
    Query(After { at, id }): Query<After>,
) -> Result<Page<Show>, Problem> {
    let reader = frame.reader;
    let jobs = {
        let mut open = app.db.reader().await?;
        open.snapshot().jobs_given_up(at.zip(id), JOBS).await?
    };
    let last = jobs.last().filter(|_| jobs.len() == JOBS as usize);
    let older = last.map(|job| {
        let (at, id) = (job.given_up_at.to_rfc3339(), job.id.to_string());
        with_query("/settings/jobs", [("at", &at), ("id", &id)])
    });
    let empty = || Empty {
        icon: icon("done"),
        title: frame.say("jobs-none"),
        words: frame.say("jobs-none.words"),
        fill: None,
        or: None,
    };
    Ok(Page(Show {
        tabs: views::tabs(reader, &visitor, "/settings/jobs"),
        empty: jobs.is_empty().then(empty),
        rows: jobs
            .into_iter()
            .map(|known| Row {
                what: words(reader, &known.kind),
                when: when::moment(reader, known.given_up_at),
                known,
            })
            .collect(),
        older,
        frame,
    }))
}

/// What work of a kind does; the kind, where nobody has said so.
pub(super) fn words(reader: Reader, kind: &str) -> String {
    reader.say(match kind {
        "review.make" => "job-makes-review",
        "staff.tidy" => "job-tidies-sign-ins",
        "views.count" => "job-counts-views",
        "views.count_one" => "job-counts-view",
        "bulk.go_on" => "job-changes-many",
        "upload.tidy" => "job-tidies-files",
        "upload.look" => "job-looks-at-files",
        "upload.bring_in" => "job-brings-in-files",
        "blob.sweep" => "job-sweeps-files",
        _ => return kind.to_owned(),
    })
}

/// `POST /settings/jobs/{id}/retry`
///
/// # Errors
/// Where the database cannot be reached.
pub async fn retry(
    writer: Writer,
    Path(id): Path<Uuid>,
    Form(Nothing {}): Form<Nothing>,
) -> Result<Redirect, Problem> {
    let done = writer.write(async move |tx| given_up::retry(tx, id).await).await;
    told(&writer, done, "job-was-retried")
}

/// Why a job is not needed.
#[derive(Deserialize)]
pub struct Reason {
    reason: String,
}

/// `POST /settings/jobs/{id}/drop`
///
/// # Errors
/// Where the database cannot be reached.
pub async fn drop_job(
    writer: Writer,
    Path(id): Path<Uuid>,
    Form(Reason { reason }): Form<Reason>,
) -> Result<Redirect, Problem> {
    let done = writer.write(async move |tx| given_up::drop_job(tx, id, &reason).await).await;
    told(&writer, done, "job-was-dropped")
}

fn told(
    writer: &Writer,
    done: Result<(), GivenUpError>,
    key: &'static str,
) -> Result<Redirect, Problem> {
    let key = match done {
        Ok(()) => key,
        Err(GivenUpError::Gone) => "job-is-gone",
        Err(GivenUpError::NoReason) => "job-no-reason",
        Err(GivenUpError::Store(error)) => return Err(error.into()),
    };
    writer.tell(writer.say(key));
    Ok(Redirect::to("/settings/jobs"))
}

#[cfg(test)]
mod tests {
    use kernel::Language;

    use super::*;
    use crate::office::kinds;

    #[test]
    fn there_are_words_for_all_work_in_the_background() {
        let kinds = kinds::of("Job", &["domain", "store"]);
        assert!(kinds.contains("review.make"), "{kinds:?}");
        for kind in kinds {
            for language in Language::ALL {
                let words = words(Reader::plain(language), &kind);
                assert!(words != kind && !words.contains('‹'), "{language}: {words}");
            }
        }
    }
}
