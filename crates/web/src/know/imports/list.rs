//! The list of imports.

use askama::Template;
use axum::extract::{Query, State};
use chrono::{DateTime, Utc};
use domain::know::imports::{self, Import, ImportId};
use serde::Deserialize;

use super::words;
use crate::components::{Empty, Pager, Status, icon};
use crate::know::when;
use crate::routes::with_query;
use crate::{App, Frame, Page, Problem, Reader};

/// Rows of a page.
const ROWS: u32 = 50;

/// The page.
#[derive(Template)]
#[template(path = "know/imports/list.html")]
pub struct List {
    frame: Frame,
    rows: Vec<Row>,
    pager: Pager,
    empty: Option<Empty>,
}

struct Row {
    href: String,
    files: String,
    source: String,
    when: String,
    status: Status,
    customers: String,
    orders: String,
}

/// What is asked for.
#[derive(Deserialize)]
pub struct Asked {
    after: Option<String>,
}

impl Asked {
    fn before(&self) -> Option<(DateTime<Utc>, ImportId)> {
        let (id, at) = self.after.as_deref()?.split_once('~')?;
        Some((at.parse().ok()?, id.parse().ok()?))
    }
}

/// `GET /imports`
///
/// # Errors
/// Where the database cannot be reached.
pub async fn show(
    State(app): State<App>,
    frame: Frame,
    Query(asked): Query<Asked>,
) -> Result<Page<List>, Problem> {
    let mut reader = app.db.reader().await?;
    let mut found = imports::imports(&mut reader.snapshot(), asked.before(), ROWS + 1).await?;
    let goes_on = found.len() > ROWS as usize;
    found.truncate(ROWS as usize);
    let next = found.last().filter(|_| goes_on).map(|last| {
        let place = format!("{}~{}", last.id, last.started_at.to_rfc3339());
        with_query("/imports", &[("after", &place)])
    });
    let reader = frame.reader;
    Ok(Page(List {
        empty: (found.is_empty() && asked.after.is_none()).then(|| empty(reader)),
        rows: found.iter().map(|import| row(reader, import)).collect(),
        pager: Pager { shown: String::new(), previous: None, next, phrases: reader.phrases },
        frame,
    }))
}

fn row(reader: Reader, import: &Import) -> Row {
    Row {
        href: format!("/imports/{}", import.id),
        files: reader.phrases.list(&names(import)),
        source: import.source.clone(),
        when: when::day_short(reader, import.started_at),
        status: words::status(reader, import.state),
        customers: reader.phrases.integer(import.counts.customers),
        orders: reader.phrases.integer(import.counts.orders),
    }
}

/// The files without their folders.
pub(super) fn names(import: &Import) -> Vec<String> {
    let last = |file: &String| file.rsplit(['/', '\\']).next().unwrap_or(file).to_owned();
    import.files.iter().map(last).collect()
}

fn empty(reader: Reader) -> Empty {
    Empty {
        icon: icon("order"),
        title: reader.say("imports-empty"),
        words: reader.say("imports-empty.words"),
        fill: None,
        or: None,
    }
}
