//! The list of customers.

use askama::Template;
use axum::extract::{Query, State};
use domain::know::customers::{self, CustomerRow, Order, Place, Sort};
use serde::Deserialize;

use crate::components::{Avatar, Direction, Empty, Link, Pager, SortHead, icon};
use crate::know::when;
use crate::routes::{access_to_page, with_query};
use crate::{App, Frame, Page, Problem, Reader, Visitor};

/// Rows of a page.
const ROWS: u32 = 50;
/// Counted up to here; beyond it says "10,000+".
const COUNTED: u32 = 10_000;

/// The page.
#[derive(Template)]
#[template(path = "know/customers/list.html")]
pub struct List {
    frame: Frame,
    heads: Vec<SortHead>,
    rows: Vec<Row>,
    pager: Pager,
    empty: Option<Empty>,
    new: Option<&'static str>,
}

struct Row {
    known: CustomerRow,
    href: String,
    seen: String,
    added: String,
}

/// What is asked for.
#[derive(Deserialize)]
pub struct Asked {
    sort: Option<String>,
    after: Option<String>,
    before: Option<String>,
}

impl Asked {
    fn sort(&self) -> Sort {
        let name = self.sort.as_deref().unwrap_or("-seen");
        let by = Order::named(name.trim_start_matches('-')).unwrap_or(Order::Seen);
        Sort { by, descending: name.starts_with('-') }
    }

    fn from(&self) -> Option<Place> {
        let place = |text: &str, backwards| {
            let (id, key) = text.split_once('~')?;
            Some(Place { key: key.to_owned(), id: id.parse().ok()?, backwards })
        };
        match (&self.after, &self.before) {
            (Some(after), _) => place(after, false),
            (None, Some(before)) => place(before, true),
            (None, None) => None,
        }
    }
}

/// `GET /customers`
///
/// # Errors
/// Where the database cannot be reached.
pub async fn show(
    State(app): State<App>,
    frame: Frame,
    visitor: Visitor,
    Query(asked): Query<Asked>,
) -> Result<Page<List>, Problem> {
    let sort = asked.sort();
    let mut reader = app.db.reader().await?;
    let from = asked.from();
    let page = customers::page(&mut reader.snapshot(), sort, from.as_ref(), ROWS).await?;
    let count = customers::count_up_to(&mut reader.snapshot(), COUNTED).await?;
    let new = access_to_page("/customers/new")
        .is_some_and(|access| access.admits(&visitor).is_ok())
        .then_some("/customers/new");
    let link = |name: &str, place: &Place| {
        let place = format!("{}~{}", place.id, place.key);
        with_query("/customers", &[("sort", &written(sort)), (name, &place)])
    };
    Ok(Page(List {
        heads: heads(frame.reader, sort),
        pager: Pager {
            shown: counted(frame.reader, count),
            previous: page.before.as_ref().map(|place| link("before", place)),
            next: page.after.as_ref().map(|place| link("after", place)),
            phrases: frame.reader.phrases,
        },
        empty: (count == 0).then(|| empty(frame.reader, new)),
        rows: page.rows.into_iter().map(|known| row(frame.reader, known)).collect(),
        new,
        frame,
    }))
}

fn heads(reader: Reader, sort: Sort) -> Vec<SortHead> {
    let head = |by: Order, key: &str, begins_with_largest: bool| {
        let sorted = (sort.by == by).then_some(if sort.descending {
            Direction::Descending
        } else {
            Direction::Ascending
        });
        let descending = if sort.by == by { !sort.descending } else { begins_with_largest };
        SortHead {
            name: reader.say(key),
            href: with_query("/customers", &[("sort", &written(Sort { by, descending }))]),
            sorted,
            is_number: false,
            phrases: reader.phrases,
        }
    };
    vec![
        head(Order::Name, "field-name", false),
        head(Order::Seen, "customers-seen", true),
        head(Order::Added, "customers-added", true),
    ]
}

fn written(sort: Sort) -> String {
    format!("{}{}", if sort.descending { "-" } else { "" }, sort.by.name())
}

fn counted(reader: Reader, count: u32) -> String {
    let phrases = reader.phrases;
    let number = phrases.integer(count.min(COUNTED));
    let many = if count > COUNTED { format!("{number}+") } else { number };
    phrases.say_with("customers-count", &[("count", count.into()), ("number", many.into())])
}

fn row(reader: Reader, known: CustomerRow) -> Row {
    Row {
        href: format!("/customers/{}", known.id),
        seen: when::day_short(reader, known.seen_at),
        added: when::day_short(reader, known.added_at),
        known,
    }
}

fn empty(reader: Reader, new: Option<&str>) -> Empty {
    Empty {
        icon: icon("people"),
        title: reader.say("customers-empty"),
        words: reader.say("customers-empty.words"),
        fill: new.map(|href| Link { words: reader.say("customers-add"), href: href.to_owned() }),
        or: None,
    }
}
