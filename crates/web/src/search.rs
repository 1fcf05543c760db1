//! Finding anything: the page behind the search box of the frame.

use askama::Template;
use axum::extract::{Query, State};
use domain::know::customers::Field;
use domain::know::search::{self, FoundCustomer, FoundField, FoundInteraction};
use serde::Deserialize;
use store::search::{Part, Place, Snippet};

use crate::components::{Avatar, Empty, Icon, Link, Pager, icon};
use crate::know::interactions::words;
use crate::know::when;
use crate::routes::{access_to_page, with_query};
use crate::{App, Frame, Page, Problem, Reader, Visitor};

/// Documents of a page.
const DOCUMENTS: u32 = 30;
/// Where a customer is added who could not be found.
const NEW: &str = "/customers/new";
/// Between the places of the pages gone through, in an address.
const THEN: char = '.';
/// So many pages one can go back.
const BACK: usize = 20;

/// The page.
#[derive(Template)]
#[template(path = "search.html")]
pub struct Search {
    frame: Frame,
    title: String,
    typed: String,
    rows: Vec<Row>,
    empty: Option<Empty>,
    pager: Pager,
}

/// A customer who was found.
struct Row {
    href: String,
    whole_name: String,
    name: Marked,
    is_guess: bool,
    fields: Vec<(String, Marked)>,
    interactions: Vec<Happened>,
}

/// Something that was found in what happened with a customer.
struct Happened {
    href: String,
    icon: Icon,
    title: String,
    said: Marked,
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

    /// Where each page after the first began, up to this one. A search gives
    /// no place before a page, so its address keeps the way back.
    fn way(&self) -> Vec<Place> {
        let places = self.after.as_deref().unwrap_or_default().split(THEN);
        places.map_while(|place| place.parse().ok()).collect()
    }
}

/// `GET /search?q=`
///
/// # Errors
/// Where the database cannot be reached.
pub async fn show(
    State(app): State<App>,
    frame: Frame,
    visitor: Visitor,
    Query(asked): Query<Asked>,
) -> Result<Page<Search>, Problem> {
    let (typed, way) = (asked.typed(), asked.way());
    let mut reader = app.db.reader().await?;
    let found =
        search::find(&mut reader.snapshot(), &typed, way.last().copied(), DOCUMENTS).await?;
    let phrases = frame.reader.phrases;
    let may_add = access_to_page(NEW).is_some_and(|access| access.admits(&visitor).is_ok());
    let count = u32::try_from(found.customers.len()).unwrap_or(u32::MAX);
    let number = phrases.integer(count);
    let counted = [("count", count.into()), ("number", number.into())];
    let title = match typed.as_str() {
        "" => frame.say("search-title"),
        words => phrases.say_with("search-for", &[("words", words.into())]),
    };
    let next = found.after.map(|after| [&way[..], &[after]].concat());
    Ok(Page(Search {
        title,
        empty: found.customers.is_empty().then(|| empty(frame.reader, &typed, may_add)),
        rows: found.customers.into_iter().map(|customer| row(frame.reader, customer)).collect(),
        pager: Pager {
            shown: phrases.say_with("search-shown", &counted),
            previous: way.split_last().map(|(_, before)| address(&typed, before)),
            next: next.map(|next| address(&typed, &next)),
            phrases,
        },
        typed,
        frame,
    }))
}

fn address(typed: &str, way: &[Place]) -> String {
    if way.is_empty() {
        return with_query("/search", &[("q", typed)]);
    }
    let kept = way.len().saturating_sub(BACK);
    let places: Vec<String> = way.iter().skip(kept).map(Place::to_string).collect();
    with_query("/search", &[("q", typed), ("after", &places.join(&THEN.to_string()))])
}

fn row(reader: Reader, found: FoundCustomer) -> Row {
    Row {
        href: format!("/customers/{}", found.id),
        whole_name: found.name.iter().map(|part| part.text.as_str()).collect(),
        name: whole(found.name),
        is_guess: found.is_guess,
        fields: found.fields.into_iter().map(|found| field(reader, found)).collect(),
        interactions: found.interactions.into_iter().map(|one| happened(reader, one)).collect(),
    }
}

fn field(reader: Reader, found: FoundField) -> (String, Marked) {
    (reader.say(&label(found.field)), Marked { snippet: found.snippet })
}

/// The message that names a field.
fn label(field: Field) -> String {
    format!("field-{}", field.name())
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
