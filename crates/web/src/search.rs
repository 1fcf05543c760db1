//! Finding anything: the page behind the search box of the frame.

use askama::Template;
use axum::extract::{Query, State};
use domain::know::customers::Field;
use domain::know::orders::OrderRow;
use domain::know::search::{self, FoundCustomer, FoundField, FoundInteraction};
use serde::Deserialize;
use store::search::{Part, Place, Snippet};

use crate::components::{Avatar, Empty, Icon, Link, Pager, icon};
use crate::know::interactions::words;
use crate::know::{orders, when};
use crate::routes::with_query;
use crate::{App, Frame, Page, Problem, Reader, Visitor};

/// Documents of a page.
const DOCUMENTS: u32 = 20;
/// Where a customer is added who could not be found.
const NEW: &str = "/customers/new";
/// Between the places of the pages gone through, in an address.
const THEN: char = '.';
/// So many pages one can go back: an address has room for no more.
const BACK: usize = 200;

/// The page.
#[derive(Template)]
#[template(path = "search.html")]
pub struct Search {
    frame: Frame,
    title: String,
    rows: Vec<Row>,
    empty: Option<Empty>,
    pager: Pager,
}

/// A customer who was found.
struct Row {
    href: String,
    whole_name: String,
    name: Marked,
    apart: Vec<String>,
    is_guess: bool,
    fields: Vec<(String, Marked)>,
    interactions: Vec<Happened>,
    orders: Vec<Ordered>,
}

/// Something that was found in what happened with a customer.
struct Happened {
    href: String,
    icon: Icon,
    title: String,
    said: Marked,
}

/// An order whose number was typed.
struct Ordered {
    href: String,
    title: String,
    said: String,
}

/// A text with what was looked for marked.
#[derive(Template)]
#[template(
    ext = "html",
    source = "{% if snippet.is_cut_before %}…{% endif %}{% for part in snippet.parts %}\
              {% if part.is_match %}<mark>{{ part.text }}</mark>{% else %}{{ part.text }}{% endif %}\
              {% endfor %}{% if snippet.is_cut_after %}…{% endif %}"
)]
struct Marked {
    snippet: Snippet,
}

impl askama::filters::HtmlSafe for Marked {}

/// What is asked for.
#[derive(Deserialize)]
pub struct Asked {
    q: Option<String>,
    after: Option<String>,
}

impl Asked {
    fn typed(&self) -> String {
        self.q.as_deref().unwrap_or_default().trim().to_owned()
    }

    fn way(&self) -> Way {
        Way::read(self.after.as_deref().unwrap_or_default())
    }
}

/// Where each page after the first began, up to this one. A search gives no
/// place before a page, so its address keeps the way back.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Way {
    places: Vec<Place>,
    /// Whether it is longer than an address keeps: then nobody knows what comes
    /// before the first of the places.
    is_cut: bool,
}

impl Way {
    fn read(text: &str) -> Self {
        let places = text.trim_start_matches(THEN).split(THEN);
        Self {
            places: places.map_while(|place| place.parse().ok()).collect(),
            is_cut: text.starts_with(THEN),
        }
    }

    fn written(&self) -> String {
        let places: Vec<String> = self.places.iter().map(Place::to_string).collect();
        let cut = if self.is_cut { THEN.to_string() } else { String::new() };
        format!("{cut}{}", places.join(&THEN.to_string()))
    }

    /// One page on.
    fn on(&self, place: Place) -> Self {
        let forgotten = (self.places.len() + 1).saturating_sub(BACK);
        let places = self.places.iter().copied().chain([place]).skip(forgotten).collect();
        Self { places, is_cut: self.is_cut || forgotten > 0 }
    }

    /// One page back; none from the first, and where it is not known which one
    /// it was.
    fn back(&self) -> Option<Self> {
        let (_, before) = self.places.split_last()?;
        let is_known = !(before.is_empty() && self.is_cut);
        is_known.then(|| Self { places: before.to_vec(), is_cut: self.is_cut })
    }
}

/// `GET /search?q=`
///
/// # Errors
/// Where the database cannot be reached.
pub async fn show(
    State(app): State<App>,
    mut frame: Frame,
    visitor: Visitor,
    Query(asked): Query<Asked>,
) -> Result<Page<Search>, Problem> {
    let (typed, way) = (asked.typed(), asked.way());
    let mut reader = app.db.reader().await?;
    let found =
        search::find(&mut reader.snapshot(), &typed, way.places.last().copied(), DOCUMENTS).await?;
    let phrases = frame.reader.phrases;
    let may_add = visitor.may_open(NEW);
    let count = u32::try_from(found.customers.len()).unwrap_or(u32::MAX);
    let number = phrases.integer(count);
    let counted = [("count", count.into()), ("number", number.into())];
    let title = match typed.as_str() {
        "" => frame.say("search-title"),
        words => phrases.say_with("search-for", &[("words", words.into())]),
    };
    let next = found.after.map(|after| way.on(after));
    frame.searched = Some(typed.clone());
    Ok(Page(Search {
        title,
        empty: found.customers.is_empty().then(|| empty(frame.reader, &typed, may_add)),
        rows: found.customers.into_iter().map(|customer| row(frame.reader, customer)).collect(),
        pager: Pager {
            shown: phrases.say_with("search-shown", &counted),
            previous: way.back().map(|before| address(&typed, &before)),
            next: next.map(|next| address(&typed, &next)),
            phrases,
        },
        frame,
    }))
}

fn address(typed: &str, way: &Way) -> String {
    let after = Some(("after", way.written())).filter(|(_, places)| !places.is_empty());
    with_query("/search", [("q", typed.to_owned())].into_iter().chain(after))
}

fn row(reader: Reader, found: FoundCustomer) -> Row {
    Row {
        href: format!("/customers/{}", found.id),
        whole_name: found.name.iter().map(|part| part.text.as_str()).collect(),
        name: whole(found.name),
        apart: found.apart.into_iter().map(|(_, value)| value).collect(),
        is_guess: found.is_guess,
        fields: found.fields.into_iter().map(|found| field(reader, found)).collect(),
        interactions: found.interactions.into_iter().map(|one| happened(reader, one)).collect(),
        orders: found.orders.into_iter().map(|order| ordered(reader, &order)).collect(),
    }
}

fn field(reader: Reader, found: FoundField) -> (String, Marked) {
    (reader.say(&label(found.field)), Marked { snippet: found.snippet })
}

/// The message that names a field; a name is that of somebody there.
fn label(field: Field) -> String {
    match field {
        Field::Name => "contacts".to_owned(),
        field => format!("field-{}", field.name()),
    }
}

fn happened(reader: Reader, found: FoundInteraction) -> Happened {
    let FoundInteraction { interaction, snippet } = found;
    let day = when::day(reader, interaction.at);
    Happened {
        href: format!("/interactions/{}", interaction.id),
        icon: icon(words::icon_name(interaction.kind)),
        title: format!("{}, {day}", reader.say(words::key(interaction.kind))),
        said: Marked { snippet },
    }
}

fn ordered(reader: Reader, order: &OrderRow) -> Ordered {
    let total = orders::words::money(reader, order.total, order.currency);
    Ordered {
        href: format!("/orders/{}", order.id),
        title: orders::words::title(reader, order.code.as_deref(), order.placed_at),
        said: format!("{} · {total}", when::day(reader, order.placed_at)),
    }
}

fn whole(parts: Vec<Part>) -> Marked {
    Marked { snippet: Snippet { parts, is_cut_before: false, is_cut_after: false } }
}

/// What to do where nothing was found, or nothing was asked.
fn empty(reader: Reader, typed: &str, may_add: bool) -> Empty {
    let add = || Link { words: reader.say("customers-add"), href: NEW.to_owned() };
    let (title, words, fill) = if typed.is_empty() {
        (reader.say("search-empty"), reader.say("search-empty.words"), None)
    } else {
        let title = reader.phrases.say_with("search-nothing", &[("words", typed.into())]);
        (title, reader.say("search-nothing.words"), may_add.then(add))
    };
    Empty { icon: icon("search"), title, words, fill, or: None }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(number: usize) -> Place {
        format!("e{number}").parse().unwrap()
    }

    /// The way to a page, and what its address makes of it.
    fn way(pages: usize) -> Way {
        let way = (0..pages).fold(Way::default(), |way, number| way.on(place(number)));
        assert_eq!(Way::read(&way.written()), way);
        way
    }

    #[test]
    fn each_page_leads_to_the_one_before_it() {
        for pages in [1, 2, BACK] {
            assert_eq!(way(pages).back(), Some(way(pages - 1)), "{pages}");
        }
        assert_eq!(way(0).back(), None);
        assert_eq!(address("rye", &way(0)), "/search?q=rye");
        assert_eq!(address("rye", &way(2)), "/search?q=rye&after=e0.e1");
    }

    #[test]
    fn a_way_that_is_too_long_ends_where_it_is_no_longer_known() {
        let mut way = way(BACK + 5);
        for left in (1..BACK).rev() {
            way = way.back().unwrap();
            assert_eq!((way.places.len(), way.places[left - 1]), (left, place(left + 4)));
        }
        assert_eq!(way.back(), None, "not the first page, which it is not");
    }
}
