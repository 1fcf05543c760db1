//! The list of orders.

use askama::Template;
use axum::extract::{Query, State as Shared};
use chrono::NaiveDate;
use domain::know::customers::{self, CustomerId};
use domain::know::orders::{self, OrderRow, Place, SortBy, State, Wanted};
use domain::know::products::{self, ProductId};
use serde::Deserialize;
use store::Snapshot;

use super::words;
use crate::components::{
    Avatar, Chip, Choice, Direction, Empty, Input, Kind, Link, Pager, SortHead, Status, Tabs, icon,
};
use crate::know::{products as product_pages, when};
use crate::routes::with_query;
use crate::{App, Frame, Page, Problem, Reader, Visitor};

/// Rows of a page.
const ROWS: u32 = 50;
/// Counted up to here; beyond it says "10,000+".
const COUNTED: u32 = 10_000;
/// Where the list is.
pub(in crate::know) const LIST: &str = "/orders";
/// Where files of orders are sent.
const IMPORT: &str = "/imports/new";

/// The page.
#[derive(Template)]
#[template(path = "know/orders/list.html")]
pub struct List {
    frame: Frame,
    tabs: Tabs,
    chips: Vec<Chip>,
    hidden: Vec<(&'static str, String)>,
    inputs: Vec<Input>,
    heads: Vec<Head>,
    in_one_order: Option<String>,
    rows: Vec<Row>,
    pager: Pager,
    empty: Option<Empty>,
    import: Option<Link>,
}

/// A column that sorts the list where it can, and its place beside the others.
struct Head {
    sorts: Option<SortHead>,
    name: String,
    is_number: bool,
}

struct Row {
    known: OrderRow,
    title: String,
    placed: String,
    total: String,
    status: Status,
}

/// What is asked for. A form sends what was left empty as an empty text.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    customer: String,
    product: String,
    state: String,
    from: String,
    until: String,
    sort: String,
    after: String,
    before: String,
}

impl Asked {
    fn wanted(&self) -> Wanted {
        let (sort, ascending) = match self.sort.strip_prefix('-') {
            Some(sort) => (sort, false),
            None => (self.sort.as_str(), !self.sort.is_empty()),
        };
        let by = SortBy::ALL.into_iter().find(|by| by.name() == sort);
        let wanted = Wanted {
            customer: self.customer.parse().ok(),
            product: self.product.parse().ok(),
            state: State::named(&self.state),
            from: self.from.parse().ok(),
            until: self.until.parse().ok(),
            by: by.unwrap_or_default(),
            ascending: ascending && by.is_some(),
        };
        if can_sort(&wanted, wanted.by) { wanted } else { by_day(wanted) }
    }

    fn place(&self) -> Option<Place> {
        let place = |text: &str| text.parse::<Place>().ok();
        let back = || place(&self.before).map(|place| Place { backwards: true, ..place });
        place(&self.after).or_else(back)
    }
}

/// Whether a list is sorted by this where it is asked for. Orders with a product
/// come in one order alone.
fn can_sort(wanted: &Wanted, by: SortBy) -> bool {
    match by {
        SortBy::Placed => wanted.product.is_none(),
        SortBy::Total | SortBy::Customer => wanted.may_be_sorted(),
    }
}

/// The same orders as they come where nothing is said of the order.
fn by_day(wanted: Wanted) -> Wanted {
    Wanted { by: SortBy::default(), ascending: false, ..wanted }
}

/// The address of a list, with more in it than what is wanted.
fn address(wanted: &Wanted, more: &[(&'static str, String)]) -> String {
    with_query(LIST, said(wanted).into_iter().chain(more.iter().cloned()))
}

fn said(wanted: &Wanted) -> Vec<(&'static str, String)> {
    let said = [
        ("customer", wanted.customer.map(|customer| customer.to_string())),
        ("product", wanted.product.map(|product| product.to_string())),
        ("state", wanted.state.map(|state| state.name().to_owned())),
        ("from", wanted.from.map(|day| day.to_string())),
        ("until", wanted.until.map(|day| day.to_string())),
        ("sort", Some(sort(wanted)).filter(|sort| sort != USUAL)),
    ];
    said.into_iter().filter_map(|(name, value)| Some((name, value?))).collect()
}

/// The last placed first.
const USUAL: &str = "-placed";

/// What a list is sorted by, as addresses say it.
fn sort(wanted: &Wanted) -> String {
    let minus = if wanted.ascending { "" } else { "-" };
    format!("{minus}{}", wanted.by.name())
}

/// `GET /orders`
///
/// # Errors
/// Where the database cannot be reached.
pub async fn show(
    Shared(app): Shared<App>,
    mut frame: Frame,
    visitor: Visitor,
    Query(asked): Query<Asked>,
) -> Result<Page<List>, Problem> {
    let (wanted, place) = (asked.wanted(), asked.place());
    let reader = frame.reader;
    let mut connection = app.db.reader().await?;
    let snapshot = &mut connection.snapshot();
    let page = orders::page(snapshot, &wanted, place.as_ref(), ROWS).await?;
    let count = orders::count_up_to(snapshot, &wanted, COUNTED).await?;
    let chips = chips(snapshot, reader, &wanted).await?;
    let link = |name: &'static str, place: &Place| address(&wanted, &[(name, place.to_string())]);
    frame.about = wanted.customer;
    let may_import = visitor.may_open(IMPORT);
    let import =
        may_import.then(|| Link { words: reader.say("upload-title"), href: IMPORT.to_owned() });
    Ok(Page(List {
        tabs: product_pages::list::tabs(reader, LIST),
        chips,
        hidden: hidden(&wanted),
        inputs: inputs(reader, &wanted),
        heads: heads(reader, &wanted),
        in_one_order: in_one_order(reader, &wanted),
        pager: Pager {
            shown: count.map(|count| counted(reader, count)).unwrap_or_default(),
            previous: page.before.as_ref().map(|place| link("before", place)),
            next: page.after.as_ref().map(|place| link("after", place)),
            phrases: reader.phrases,
        },
        empty: (page.rows.is_empty() && page.after.is_none())
            .then(|| empty(reader, &wanted, import.clone())),
        import,
        rows: page.rows.into_iter().map(|known| row(reader, known)).collect(),
        frame,
    }))
}

/// Whose and with what, which are chosen on other pages.
async fn chips(
    snapshot: &mut Snapshot<'_>,
    reader: Reader,
    wanted: &Wanted,
) -> Result<Vec<Chip>, Problem> {
    let chip = |words: String, without: Wanted| Chip {
        words,
        without: address(&without, &[]),
        phrases: reader.phrases,
    };
    let mut chips = Vec::new();
    if let Some(id) = wanted.customer {
        let customer = customers::customer(snapshot, id).await?.ok_or(Problem::NotFound)?;
        let name = customer.name().to_owned();
        chips.push(chip(name, Wanted { customer: None, ..*wanted }));
    }
    if let Some(id) = wanted.product {
        let product = products::product(snapshot, id).await?.ok_or(Problem::NotFound)?;
        chips.push(chip(product.name, Wanted { product: None, ..*wanted }));
    }
    Ok(chips)
}

/// What the form keeps of the address. What is filtered comes by day, so that a
/// form keeps no order but that.
fn hidden(wanted: &Wanted) -> Vec<(&'static str, String)> {
    let kept = Wanted { state: None, from: None, until: None, ..*wanted };
    said(&if kept.by == SortBy::Placed { kept } else { by_day(kept) })
}

/// In which order the orders come, where that cannot be chosen.
fn in_one_order(reader: Reader, wanted: &Wanted) -> Option<String> {
    let key = if wanted.product.is_some() { "orders-as-added" } else { "orders-by-day" };
    (!wanted.may_be_sorted()).then(|| reader.say(key))
}

fn inputs(reader: Reader, wanted: &Wanted) -> Vec<Input> {
    let any = Choice { value: String::new(), words: reader.say("orders-any-state") };
    let choice = |state: State| Choice {
        value: state.name().to_owned(),
        words: reader.say(words::key(state)),
    };
    let states = std::iter::once(any).chain(State::ALL.map(choice)).collect();
    let day = |name, key, value: Option<NaiveDate>| Input {
        kind: Kind::Line("date"),
        value: value.map(|day| day.to_string()).unwrap_or_default(),
        ..Input::line(name, reader.say(key))
    };
    vec![
        Input {
            kind: Kind::Choice(states),
            value: wanted.state.map(|state| state.name().to_owned()).unwrap_or_default(),
            ..Input::line("state", reader.say("orders-state"))
        },
        day("from", "orders-from", wanted.from),
        day("until", "orders-until", wanted.until),
    ]
}

/// In the order of the columns.
fn heads(reader: Reader, wanted: &Wanted) -> Vec<Head> {
    let head = |by: Option<SortBy>, key: &str, is_number: bool| {
        let name = reader.say(key);
        let by = by.filter(|by| can_sort(wanted, *by));
        let sorts = by.map(|by| sorting(reader, wanted, by, &name, is_number));
        Head { sorts, name, is_number }
    };
    vec![
        head(None, "frame-add-order", false),
        head(Some(SortBy::Customer), "frame-add-customer", false),
        head(Some(SortBy::Placed), "orders-placed", false),
        head(None, "orders-state", false),
        head(Some(SortBy::Total), "role-amount", true),
    ]
}

/// By a column: names from the first, days and amounts from the last, and turned
/// around where it is sorted so already.
fn sorting(reader: Reader, wanted: &Wanted, by: SortBy, name: &str, is_number: bool) -> SortHead {
    let is_sorted = wanted.sorted_by() == by;
    let way = if wanted.ascending { Direction::Ascending } else { Direction::Descending };
    let ascending = if is_sorted { !wanted.ascending } else { by == SortBy::Customer };
    SortHead {
        name: name.to_owned(),
        href: address(&Wanted { by, ascending, ..*wanted }, &[]),
        sorted: is_sorted.then_some(way),
        is_number,
        phrases: reader.phrases,
    }
}

fn counted(reader: Reader, count: u32) -> String {
    let phrases = reader.phrases;
    let number = phrases.integer(count.min(COUNTED));
    let many = if count > COUNTED { format!("{number}+") } else { number };
    phrases.say_with("orders-count", &[("count", count.into()), ("number", many.into())])
}

fn row(reader: Reader, known: OrderRow) -> Row {
    Row {
        title: words::title(reader, known.code.as_deref(), known.placed_at),
        placed: when::day_short(reader, known.placed_at),
        total: words::money(reader, known.total, known.currency),
        status: words::status(reader, known.state),
        known,
    }
}

fn empty(reader: Reader, wanted: &Wanted, import: Option<Link>) -> Empty {
    if wanted.from.zip(wanted.until).is_some_and(|(from, until)| from > until) {
        let words = reader.say("days-reversed");
        return Empty { words, ..Empty::none_such(reader.phrases, LIST) };
    }
    // What it is sorted by leaves nothing out.
    if !said(&by_day(*wanted)).is_empty() {
        return Empty::none_such(reader.phrases, LIST);
    }
    Empty {
        icon: icon("order"),
        title: reader.say("orders-empty"),
        words: reader.say("orders-empty.words"),
        fill: import,
        or: None,
    }
}

/// The orders of a customer.
pub(in crate::know) fn of_customer(id: CustomerId) -> String {
    address(&Wanted { customer: Some(id), ..Wanted::default() }, &[])
}

/// The orders with a product.
pub(in crate::know) fn with_product(id: ProductId) -> String {
    address(&Wanted { product: Some(id), ..Wanted::default() }, &[])
}
