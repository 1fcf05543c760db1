//! A list of customers.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Response};
use chrono::{DateTime, Utc};
use domain::know::fields::CustomField;
use domain::know::lists::{self, Asking, Count, CustomerRow, Order, Sort};
use domain::know::query::{Query, QueryError};
use domain::know::views;
use domain::office::rights::Right;
use domain::office::staff::Account;
use domain::prove::reviews;
use store::{Snapshot, StoreError};

use super::asked::Asked;
use super::bulk::Bar;
use super::chosen::Chosen;
use super::columns::{Beside, Cell, Column};
use super::counts::Counts;
use super::views::Views;
use super::{chips, filter, said};
use crate::components::{Avatar, Chip, Direction, Empty, Input, Pager, SortHead};
use crate::house::House;
use crate::know::begin::Begin;
use crate::prove::AsOf;
use crate::tables::TableForm;
use crate::{App, Frame, Page, Problem, Reader, Visitor};

/// Rows of a page.
const ROWS: u32 = 50;
/// Where a customer is added.
const NEW: &str = "/customers/new";

/// The page.
#[derive(Template)]
#[template(path = "know/lists/show.html")]
pub struct List {
    frame: Frame,
    asked: Asked,
    wrong: Option<String>,
    chips: Vec<Chip>,
    filters: Vec<Input>,
    columns: Vec<Ticked>,
    heads: Vec<Head>,
    rows: Vec<Row>,
    pager: Pager,
    empty: Option<Empty>,
    is_cut: bool,
    new: Option<&'static str>,
    views: Views,
    bulk: Option<Bar>,
    may_export: bool,
    /// Up to when the figures are, where some of the review are asked for or shown.
    as_of: Option<String>,
}

/// A column that can be chosen, and whether it is.
struct Ticked {
    name: String,
    title: String,
    is_shown: bool,
}

/// The head of a column, which sorts where it can.
enum Head {
    Sort(SortHead),
    Plain { title: String, is_number: bool },
}

struct Row {
    known: CustomerRow,
    cells: Vec<(String, bool, Cell)>,
}

/// What a page of a list is made of.
struct Found {
    page: lists::Page,
    count: Count,
    beside: Beside,
}

/// `GET /customers`
///
/// # Errors
/// Where the database cannot be reached.
pub async fn show(
    State(app): State<App>,
    frame: Frame,
    visitor: Visitor,
    asked: Asked,
    chosen: Chosen,
) -> Result<Response, Problem> {
    let mut reader = app.db.reader().await?;
    let snapshot = &mut reader.snapshot();
    let House { staff, tags, fields: own, .. } = visitor.house().clone();
    let filters = filter::inputs(frame.reader, &staff, &tags, &own);
    let asking = Asking { me: visitor.account().map(|me| me.id), now: app.db.clock().now() };
    let saved = match visitor.account() {
        Some(me) => views::seen_by(snapshot, me.id).await?,
        None => Vec::new(),
    };
    let shown = chosen.shown(&asked);
    let offered = Offered {
        filters,
        views: Views::of(&frame, &visitor, (&asked, &shown), &saved),
        may_export: visitor.may(Right::Export),
        bulk: visitor.may(Right::EditInBulk).then(|| Bar::of(frame.reader, &staff, &own)),
        new: visitor.may_open(NEW).then_some(NEW),
        begin: Begin::of(frame.reader, &visitor),
    };
    let columns = Column::named(&shown.columns, &own);
    let found = match &asked.query {
        Ok(query) => {
            let counted = (visitor.counts(), &asking);
            find(snapshot, query, counted, &asked, &columns, staff).await?
        }
        Err(error) => Err(error.clone()),
    };
    let (found, error) = match found {
        Ok(found) => (Some(found), None),
        Err(error) => (None, Some(error)),
    };
    let asks_the_review = asked.query.as_ref().is_ok_and(Query::asks_the_review)
        || asked.sort.by == Order::AtRisk
        || columns.iter().any(Column::is_of_the_review);
    let as_of = if asks_the_review && error.is_none() {
        Some(as_of(snapshot, frame.reader, asking.now).await?)
    } else {
        None
    };
    let status = if error.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let list = list(frame, asked, offered, (&own, &columns), found.as_ref(), error.as_ref());
    Ok((status, Page(List { as_of, ..list })).into_response())
}

/// Up to when the figures are that the review says.
async fn as_of(
    snapshot: &mut Snapshot<'_>,
    reader: Reader,
    now: DateTime<Utc>,
) -> Result<String, StoreError> {
    Ok(match reviews::made(snapshot).await? {
        Some(made) => AsOf::on(reader, &made, reader.zone.day(now)).words,
        None if reviews::is_first_awaited(snapshot).await? => reader.say("figures-awaited"),
        None => reader.say("figures-none"),
    })
}

async fn find(
    snapshot: &mut Snapshot<'_>,
    query: &Query,
    (counts, asking): (&Counts, &Asking),
    asked: &Asked,
    columns: &[Column],
    staff: Arc<[Account]>,
) -> Result<Result<Found, QueryError>, Problem> {
    let page = lists::page(snapshot, query, asking, asked.sort, asked.from.as_ref(), ROWS).await;
    let page = match page {
        Ok(page) => page,
        Err(error) => return said::refused(error).map(Err),
    };
    let count = match page.count {
        Some(number) => Ok(Count { number, is_exact: true }),
        None => counts.count(snapshot, query, asking).await,
    };
    let count = match count {
        Ok(count) => count,
        Err(error) => return said::refused(error).map(Err),
    };
    let beside = Beside::of(snapshot, staff, columns, &page.rows).await?;
    Ok(Ok(Found { page, count, beside }))
}

/// What a list offers beside its rows.
struct Offered {
    filters: Vec<Input>,
    views: Views,
    bulk: Option<Bar>,
    may_export: bool,
    new: Option<&'static str>,
    begin: Begin,
}

fn list(
    frame: Frame,
    asked: Asked,
    offered: Offered,
    (own, columns): (&[CustomField], &[Column]),
    found: Option<&Found>,
    error: Option<&QueryError>,
) -> List {
    let reader = frame.reader;
    let query = asked.query.as_ref().ok();
    let page = found.map(|found| &found.page);
    let link = |place: &lists::Onward| asked.href_from(place);
    let row = |known: &CustomerRow| Row {
        cells: columns
            .iter()
            .filter_map(|column| {
                let beside = &found?.beside;
                let cell = column.cell(reader, known, beside);
                Some((column.title(reader), column.is_number(), cell))
            })
            .collect(),
        known: known.clone(),
    };
    let ticked = |column: &Column| Ticked {
        name: column.name().to_owned(),
        title: column.title(reader),
        is_shown: columns.contains(column),
    };
    List {
        wrong: error.map(|error| said::wrong(reader, error)),
        chips: query.map(|query| chips::of(reader, &asked, query, own)).unwrap_or_default(),
        filters: offered.filters,
        columns: Column::all(own).iter().map(ticked).collect(),
        heads: heads(reader, &asked, columns),
        rows: page.map(|page| page.rows.iter().map(row).collect()).unwrap_or_default(),
        pager: Pager {
            shown: found
                .map(|found| shown(reader, found.count, &offered.views))
                .unwrap_or_default(),
            previous: page.and_then(|page| page.before.as_ref()).map(link),
            next: page.and_then(|page| page.after.as_ref()).map(link),
            phrases: reader.phrases,
        },
        empty: found.and_then(|found| empty(reader, &asked, found, offered.begin)),
        is_cut: page.is_some_and(|page| page.is_cut),
        as_of: None,
        new: offered.new,
        views: offered.views,
        may_export: offered.may_export && error.is_none(),
        bulk: offered.bulk.filter(|_| found.is_some_and(|found| !found.page.rows.is_empty())),
        asked,
        frame,
    }
}

fn heads(reader: Reader, asked: &Asked, columns: &[Column]) -> Vec<Head> {
    let head = |first: Sort, name: String, is_number: bool| {
        let is_by = asked.sort.by == first.by;
        let direction = |descending| {
            if descending { Direction::Descending } else { Direction::Ascending }
        };
        let descending = if is_by { !asked.sort.descending } else { first.descending };
        Head::Sort(SortHead {
            name,
            href: asked.href_by(Sort { by: first.by, descending }),
            sorted: is_by.then(|| direction(asked.sort.descending)),
            is_number,
            phrases: reader.phrases,
        })
    };
    let by_name = Sort { by: Order::Name, descending: false };
    let name = head(by_name, reader.say("field-name"), false);
    let others = columns.iter().map(|column| match column.sort() {
        Some(sort) => head(sort, column.title(reader), column.is_number()),
        None => Head::Plain { title: column.title(reader), is_number: column.is_number() },
    });
    std::iter::once(name).chain(others).collect()
}

/// How many there are: as the page knows, or as the view was last counted where
/// that says more.
fn shown(reader: Reader, count: Count, views: &Views) -> String {
    match &views.counted {
        Some((customers, at)) if !count.is_exact => {
            let customers = counted(reader, Count { number: *customers, is_exact: true });
            let words = [("customers", customers.into()), ("when", at.as_str().into())];
            reader.phrases.say_with("view-counted", &words)
        }
        _ => counted(reader, count),
    }
}

/// "1,204 customers", "10,000+ customers".
pub fn counted(reader: Reader, count: Count) -> String {
    let phrases = reader.phrases;
    let number = phrases.integer(count.number);
    let many = if count.is_exact { number } else { format!("{number}+") };
    phrases.say_with("customers-count", &[("count", count.number.into()), ("number", many.into())])
}

fn empty(reader: Reader, asked: &Asked, found: &Found, begin: Begin) -> Option<Empty> {
    let page = &found.page;
    if !page.rows.is_empty() || page.after.is_some() || page.before.is_some() {
        return None;
    }
    Some(if asked.canonical().is_empty() {
        begin.empty(reader)
    } else {
        Empty::none_such(reader.phrases, "/customers")
    })
}
