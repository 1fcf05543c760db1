//! What a customer said to marketing, on their page.

use askama::Template;
use axum::response::{IntoResponse as _, Redirect, Response};
use domain::know::customers::{
    self, CustomerError, CustomerId, Decision, How, LONGEST_NOTE, Marketing,
};
use domain::office::staff::Account;
use phrases::Phrases;
use serde::Deserialize;

use super::{inputs, show};
use crate::components::{Choice, Input, Kind};
use crate::know::{actors, when};
use crate::path::Path;
use crate::{Form, Nothing, Page, Problem, Reader, Token, Writer};

/// What stands now, how to change it, and what was said before.
#[derive(Template)]
#[template(path = "know/customers/consent.html")]
pub struct Consent {
    customer: CustomerId,
    now: Option<String>,
    is_open: bool,
    inputs: Vec<Input>,
    history: Vec<Told>,
    token: Option<Token>,
    phrases: Phrases,
}

impl askama::filters::HtmlSafe for Consent {}

/// What was typed and not taken, and why.
pub struct NotTaken {
    typed: Decided,
    why: String,
}

/// What was said once, in words.
struct Told {
    what: String,
    when: String,
    note: Option<String>,
}

impl Consent {
    /// Of a customer; without a token nothing can be changed.
    pub fn of(
        reader: Reader,
        customer: CustomerId,
        now: Option<&str>,
        decisions: &[Decision],
        staff: &[Account],
        token: Option<Token>,
        not_taken: Option<NotTaken>,
    ) -> Self {
        let word = |key: &str| reader.say(key);
        let mut said = vec![choice("", word("query-unsaid"))];
        said.extend(
            Marketing::ALL.iter().map(|said| choice(said.word(), shown(reader, said.word()))),
        );
        let mut how = vec![choice("", "–".to_owned())];
        how.extend(How::ALL.iter().map(|how| choice(how.word(), how_shown(reader, how.word()))));
        let input = |name: &str, key: &str, kind| Input { kind, ..Input::line(name, word(key)) };
        let is_open = not_taken.is_some();
        let (typed, error) = match not_taken {
            Some(NotTaken { typed, why }) => (typed, Some(why)),
            None => {
                (Decided { said: now.unwrap_or_default().to_owned(), ..Decided::default() }, None)
            }
        };
        let inputs = vec![
            Input { value: typed.said, ..input("said", "consent-said", Kind::Choice(said)) },
            Input { value: typed.how, ..input("how", "consent-how", Kind::Choice(how)) },
            Input {
                value: typed.note,
                error,
                longest: Some(LONGEST_NOTE),
                ..input("note", "consent-note", Kind::Line("text"))
            },
        ];
        let told = |decision: &Decision| told(reader, decision, staff);
        Self {
            customer,
            now: now.map(|now| shown(reader, now)),
            is_open,
            inputs,
            history: decisions.iter().map(told).collect(),
            token,
            phrases: reader.phrases,
        }
    }
}

fn choice(value: &str, words: String) -> Choice {
    Choice { value: value.to_owned(), words }
}

fn shown(reader: Reader, said: &str) -> String {
    reader.say(&format!("marketing-{said}"))
}

/// How somebody said it, in words.
pub fn how_shown(reader: Reader, how: &str) -> String {
    match How::of_word(how) {
        Some(How::Phone | How::Email | How::Letter) => reader.say(&format!("channel-{how}")),
        Some(How::InPerson) => reader.say("consent-in-person"),
        Some(How::Form) => reader.say("consent-form"),
        None => how.to_owned(),
    }
}

fn told(reader: Reader, decision: &Decision, staff: &[Account]) -> Told {
    let said = &decision.said;
    let what = match &said.to {
        Some(to) => shown(reader, to),
        None => reader.say("query-unsaid"),
    };
    let how = said.how.as_deref().map(|how| how_shown(reader, how));
    let day = when::day(reader, decision.at);
    let by = actors::name(reader, decision.who, staff);
    let when: Vec<String> = [Some(day), how, Some(by)].into_iter().flatten().collect();
    Told { what, when: when.join(" · "), note: said.note.clone() }
}

/// What an entry of the log says of it, for a timeline.
pub fn line(reader: Reader, said: &customers::CustomerConsented) -> String {
    let shown = |word: &Option<String>| {
        word.as_ref().map_or_else(|| "–".to_owned(), |word| shown(reader, word))
    };
    let mut line = format!("{} → {}", shown(&said.from), shown(&said.to));
    let how = said.how.as_deref().map(|how| how_shown(reader, how));
    for more in [how, said.note.clone()].into_iter().flatten() {
        line.push('\n');
        line.push_str(&more);
    }
    line
}

/// What the form sends.
#[derive(Clone, Default, Deserialize)]
pub struct Decided {
    said: String,
    how: String,
    note: String,
}

/// A word of ours, or none where nothing was chosen.
fn chosen<T>(name: &str, word: &str, of_word: fn(&str) -> Option<T>) -> Result<Option<T>, Problem> {
    let unknown = || Problem::Malformed(format!("{name}: there is no such word"));
    if word.is_empty() { Ok(None) } else { of_word(word).map(Some).ok_or_else(unknown) }
}

/// `POST /customers/{id}/consent`: writes down what was said, or says what was
/// not taken and keeps what was typed.
///
/// # Errors
/// Where there is no such customer, or the database cannot be reached.
pub async fn decide(
    writer: Writer,
    Path(id): Path<CustomerId>,
    Form(typed): Form<Decided>,
) -> Result<Response, Problem> {
    let said = chosen("said", &typed.said, Marketing::of_word)?;
    let how = chosen("how", &typed.how, How::of_word)?;
    let note = typed.note.clone();
    let decide =
        async move |tx: &mut store::Tx<'_>| customers::decide(tx, id, said, how, &note).await;
    match writer.write(decide).await {
        Ok(is_new) => {
            if is_new {
                let fields = [("fields", writer.say("field-marketing").into())];
                let words = writer.phrases().say_with("customer-was-changed", &fields);
                writer.tell_undoable(words, format!("/customers/{id}/consent/undo"));
            }
            Ok(Redirect::to(&format!("/customers/{id}")).into_response())
        }
        Err(CustomerError::Refused(refused)) => {
            let reader = writer.frame.reader;
            let why = refused.into_iter().map(|(_, why)| inputs::refusal(reader, why));
            let consent = NotTaken { typed, why: why.collect::<Vec<_>>().join(" ") };
            let open = show::Open { consent: Some(consent), ..show::Open::default() };
            let page = show::page(&writer.app, writer.frame, &writer.visitor, id, open).await?;
            Ok(Page(page).refused())
        }
        Err(other) => Err(other.into()),
    }
}

/// `POST /customers/{id}/consent/undo`
///
/// # Errors
/// Where there is no such customer, or the database cannot be reached.
pub async fn undo(
    writer: Writer,
    Path(id): Path<CustomerId>,
    Form(Nothing {}): Form<Nothing>,
) -> Result<Redirect, Problem> {
    let undone = writer.write(async move |tx| customers::take_back(tx, id).await).await?;
    writer.tell_undone(undone);
    Ok(Redirect::to(&format!("/customers/{id}")))
}
