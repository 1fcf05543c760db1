//! The list of imports.

use askama::Template;
use axum::extract::{Query, State as Shared};
use chrono::{DateTime, Utc};
use domain::know::imports::{self, Import, ImportId};
use domain::know::uploads::{self, State, Upload, UploadId};
use serde::Deserialize;
use store::{Snapshot, StoreError};

use super::words;
use crate::components::{Empty, Link, Pager, Status, Tabs, icon};
use crate::know::when;
use crate::office::views;
use crate::routes::with_query;
use crate::{App, Frame, Page, Problem, Reader, Visitor};

/// Rows of a page.
const ROWS: u32 = 50;
/// Where the list is.
const LIST: &str = "/imports";

/// The page.
#[derive(Template)]
#[template(path = "know/imports/list.html")]
pub struct List {
    frame: Frame,
    tabs: Tabs,
    rows: Vec<Row>,
    under_way: Vec<UnderWay>,
    pager: Pager,
    empty: Option<Empty>,
}

/// Files that are not in the record yet.
struct UnderWay {
    href: String,
    files: String,
    state: String,
    when: String,
}

struct Row {
    href: String,
    files: String,
    source: String,
    when: String,
    status: Status,
    /// What it found or filled in, where it brought no customers and no orders.
    instead: Option<String>,
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
    Shared(app): Shared<App>,
    frame: Frame,
    visitor: Visitor,
    Query(asked): Query<Asked>,
) -> Result<Page<List>, Problem> {
    let mut reader = app.db.reader().await?;
    let snapshot = &mut reader.snapshot();
    let mut found = imports::imports(snapshot, asked.before(), ROWS + 1).await?;
    let under_way = match asked.after {
        None => under_way(snapshot, frame.reader).await?,
        Some(_) => Vec::new(),
    };
    let goes_on = found.len() > ROWS as usize;
    found.truncate(ROWS as usize);
    let next = found.last().filter(|_| goes_on).map(|last| {
        let place = format!("{}~{}", last.id, last.started_at.to_rfc3339());
        with_query(LIST, [("after", &place)])
    });
    let reader = frame.reader;
    let mut rows = Vec::with_capacity(found.len());
    for import in &found {
        rows.push(row(reader, import, is_at_work(snapshot, import).await?));
    }
    Ok(Page(List {
        tabs: views::tabs(reader, &visitor, LIST),
        empty: (found.is_empty() && under_way.is_empty() && asked.after.is_none())
            .then(|| empty(reader)),
        under_way,
        rows,
        pager: Pager { shown: String::new(), previous: None, next, phrases: reader.phrases },
        frame,
    }))
}

/// Files that somebody sent and nobody has imported.
async fn under_way(
    snapshot: &mut Snapshot<'_>,
    reader: Reader,
) -> Result<Vec<UnderWay>, StoreError> {
    let uploads = uploads::under_way(snapshot, ROWS).await?;
    let ids: Vec<UploadId> = uploads.iter().map(|upload| upload.id).collect();
    let mut names = uploads::names_of(snapshot, &ids).await?;
    let row = |upload: Upload| {
        let is_looked = upload.state == State::Looked;
        UnderWay {
            href: format!("/uploads/{}", upload.id),
            files: reader.phrases.list(&names.remove(&upload.id).unwrap_or_default()),
            state: reader.say(if is_looked { "upload-is-looked" } else { "upload-is-reading" }),
            when: when::moment(reader, upload.begun_at),
        }
    };
    Ok(uploads.into_iter().map(row).collect())
}

/// Whether a job brings it in; of the few that are open alone somebody has to
/// ask.
async fn is_at_work(snapshot: &mut Snapshot<'_>, import: &Import) -> Result<bool, StoreError> {
    if !import.state.is_open() {
        return Ok(false);
    }
    let upload = uploads::of_import(snapshot, import.id).await?;
    Ok(upload.is_some_and(|upload| upload.is_being_imported()))
}

fn row(reader: Reader, import: &Import, is_at_work: bool) -> Row {
    let (customers, orders) = import.brought();
    Row {
        href: format!("/imports/{}", import.id),
        files: reader.phrases.list(&names(import)),
        source: import.source.clone(),
        when: when::day_short(reader, import.started_at),
        status: words::status(reader, import, is_at_work),
        instead: words::instead(reader, import),
        customers: reader.phrases.integer(customers),
        orders: reader.phrases.integer(orders),
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
        fill: Some(Link { words: reader.say("upload-title"), href: "/imports/new".to_owned() }),
        or: None,
    }
}
