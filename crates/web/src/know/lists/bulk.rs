//! Changing many customers of a list at once.

use askama::Template;
use axum::extract::{Query, State};
use axum::response::{IntoResponse as _, Redirect, Response};
use domain::know::bulk::{self, Alter, BulkEdit, BulkError, BulkId, State as Progress, Whom};
use domain::know::customers::{CustomerError, CustomerId, Field};
use domain::know::fields::{CustomField, FieldError};
use domain::office::staff::Account;
use serde::Deserialize;
use store::StoreError;

use super::asked::Asked;
use crate::back::Back;
use crate::components::{Choice, Input, Kind, Meter};
use crate::know::customers::inputs;
use crate::know::tags::change;
use crate::path::Path;
use crate::routes::with_query;
use crate::{App, Form, Frame, Nothing, Page, Problem, Reader, Writer};

/// A way back longer than this is not kept in the address of a form.
const LONGEST_BACK: usize = 1_000;

/// Fields that are filled in with a line of text.
const TYPED: [Field; 2] = [Field::City, Field::Country];

/// What is sent to take customers from whoever looks after them; nothing is
/// sent where nothing was chosen.
const NOBODY: &str = "nobody";

/// What can be changed: whom to give to, the tags to choose from, and fields.
pub struct Bar {
    /// Who can look after them.
    pub owner: Input,
    /// The tag.
    pub tag: Input,
    /// Which field.
    pub field: Input,
    /// What it is to hold.
    pub value: Input,
}

impl Bar {
    /// For whoever may.
    pub fn of(reader: Reader, staff: &[Account], own: &[CustomField]) -> Self {
        let none = Choice { value: String::new(), words: reader.say("bulk-choose") };
        let nobody = Choice { value: NOBODY.to_owned(), words: reader.say("query-nobody") };
        let people = staff
            .iter()
            .map(|account| Choice { value: account.id.to_string(), words: account.name.clone() });
        let people = [none, nobody].into_iter().chain(people).collect();
        let typed = TYPED.map(|field| Choice {
            value: field.name().to_owned(),
            words: reader.say(&format!("field-{}", field.name())),
        });
        let own = own
            .iter()
            .map(|field| Choice { value: field.id.to_string(), words: field.name.clone() });
        let fields = typed.into_iter().chain(own).collect();
        let line = |name: &str, key: &str| Input::line(name, reader.say(key));
        Self {
            owner: Input { kind: Kind::Choice(people), ..line("owner", "field-owner") },
            tag: line("tag", "bulk-tag"),
            field: Input { kind: Kind::Choice(fields), ..line("field", "bulk-field") },
            value: line("value", "bulk-value"),
        }
    }
}

/// What the form sends.
#[derive(Deserialize)]
pub struct Sent {
    #[serde(default)]
    id: Vec<CustomerId>,
    /// Everybody on the page, ticked or not.
    #[serde(default)]
    shown: Vec<CustomerId>,
    #[serde(default)]
    whom: String,
    #[serde(default)]
    q: String,
    #[serde(default)]
    sort: String,
    #[serde(default)]
    column: Vec<String>,
    #[serde(default)]
    owner: String,
    #[serde(default)]
    tag: String,
    #[serde(default)]
    field: String,
    #[serde(default)]
    value: String,
    alter: String,
}

impl Sent {
    fn whom(&self) -> Whom {
        match self.whom.as_str() {
            "all" => Whom::All(self.q.clone()),
            "page" => Whom::These(self.shown.clone()),
            _ => Whom::These(self.id.clone()),
        }
    }

    fn alter(&self) -> Option<Alter> {
        let (tag, value) = (self.tag.clone(), self.value.clone());
        match self.alter.as_str() {
            "tag" => Some(Alter::Tag { tag }),
            "untag" => Some(Alter::Untag { tag }),
            "owner" => {
                let value = if self.owner == NOBODY { String::new() } else { self.owner.clone() };
                Some(Alter::Field { field: Field::Owner, value })
            }
            "field" => match Field::named(&self.field) {
                Some(field) => Some(Alter::Field { field, value }),
                None => Some(Alter::Own { field: self.field.parse().ok()?, value }),
            },
            _ => None,
        }
    }
}

/// `POST /customers/bulk`
///
/// # Errors
/// Where the database cannot be reached.
pub async fn begin(writer: Writer, Form(sent): Form<Sent>) -> Result<Redirect, Problem> {
    let me = writer.account.id;
    let back = Asked::of(&sent.q, &sent.sort, &sent.column).href();
    let whom = sent.whom();
    if sent.alter == "owner" && sent.owner.is_empty() {
        writer.refuse(writer.say("bulk-no-owner"));
        return Ok(Redirect::to(&back));
    }
    let Some(alter) = sent.alter() else {
        return Err(Problem::Malformed("nothing to change was named".to_owned()));
    };
    if whom == Whom::These(Vec::new()) {
        writer.refuse(writer.say("bulk-nobody"));
        return Ok(Redirect::to(&back));
    }
    let begin = async move |tx: &mut store::Tx<'_>| {
        let id = bulk::begin(tx, me, &whom, &alter).await?;
        bulk::bulk(tx, id).await?.ok_or(BulkError::Unknown)
    };
    match writer.write(begin).await {
        Ok(bulk) if bulk.state == Progress::Done => {
            let words = changed(writer.frame.reader, &bulk);
            if bulk.changed > 0 {
                writer.tell_undoable(words, undo_of(bulk.id, &back));
            } else {
                writer.tell(words);
            }
            Ok(Redirect::to(&back))
        }
        Ok(bulk) => Ok(Redirect::to(&format!("/bulk/{}", bulk.id))),
        Err(error) => {
            writer.refuse(refusal(writer.frame.reader, error)?);
            Ok(Redirect::to(&back))
        }
    }
}

/// The page of a change that takes a while.
#[derive(Template)]
#[template(path = "know/lists/bulk.html")]
pub struct Show {
    frame: Frame,
    bulk: BulkEdit,
    meter: Meter,
    words: String,
    back: String,
    undo: String,
}

/// `GET /bulk/{id}`
///
/// # Errors
/// Where there is none, or the database cannot be reached.
pub async fn show(
    State(app): State<App>,
    Path(id): Path<BulkId>,
    frame: Frame,
) -> Result<Page<Show>, Problem> {
    let bulk = bulk::bulk(&mut app.db.reader().await?.snapshot(), id).await?;
    let bulk = bulk.ok_or(Problem::NotFound)?;
    let phrases = frame.reader.phrases;
    let count = |number: u64| phrases.integer(number);
    let meter = Meter {
        id: "bulk",
        label: frame.say("bulk-done"),
        done: bulk.done,
        of: bulk.customers.max(1),
        words: format!("{} / {}", count(bulk.done), count(bulk.customers)),
    };
    let words = match bulk.state {
        Progress::Noting => frame.say("bulk-noting"),
        Progress::Changing => frame.say("bulk-changing"),
        Progress::Done => changed(frame.reader, &bulk),
        Progress::TakingBack => frame.say("bulk-taking-back"),
        Progress::TakenBack => frame.say(taken_back(&bulk)),
    };
    let back = Asked::of(&bulk.query, "", &[]).href();
    let undo = undo_of(bulk.id, &back);
    Ok(Page(Show { frame, bulk, meter, words, back, undo }))
}

/// Where a change is taken back, and from there the way to its list.
fn undo_of(id: BulkId, back: &str) -> String {
    let path = format!("/bulk/{id}/undo");
    if back.len() > LONGEST_BACK { path } else { with_query(&path, [("back", back)]) }
}

/// The message that says so, and whether somebody was there in between.
fn taken_back(bulk: &BulkEdit) -> &'static str {
    if bulk.changed == 0 { "customer-was-undone" } else { "bulk-was-undone" }
}

/// `POST /bulk/{id}/undo`
///
/// # Errors
/// Where there is none, or the database cannot be reached.
pub async fn undo(
    writer: Writer,
    Path(id): Path<BulkId>,
    Query(back): Query<Back>,
    Form(Nothing {}): Form<Nothing>,
) -> Result<Response, Problem> {
    let undo = async move |tx: &mut store::Tx<'_>| {
        let is_any = bulk::take_back(tx, id).await?;
        Ok::<_, BulkError>((is_any, bulk::bulk(tx, id).await?.ok_or(BulkError::Unknown)?))
    };
    match writer.write(undo).await {
        Ok((_, bulk)) if bulk.state == Progress::TakingBack => {
            return Ok(Redirect::to(&format!("/bulk/{id}")).into_response());
        }
        Ok((true, bulk)) => writer.tell(writer.say(taken_back(&bulk))),
        Ok((false, _)) => writer.refuse(writer.say("customer-nothing-to-undo")),
        Err(error) => {
            writer.refuse(refusal(writer.frame.reader, error)?);
            return Ok(Redirect::to(&format!("/bulk/{id}")).into_response());
        }
    }
    Ok(back.or(super::asked::LIST).into_response())
}

/// "12 customers changed".
fn changed(reader: Reader, bulk: &BulkEdit) -> String {
    let count = u32::try_from(bulk.changed).unwrap_or(u32::MAX);
    let number = reader.phrases.integer(bulk.changed);
    let words = [("count", count.into()), ("number", number.into())];
    reader.phrases.say_with("bulk-changed", &words)
}

/// Why nothing was changed.
fn refusal(reader: Reader, error: BulkError) -> Result<String, Problem> {
    let database = |error: StoreError| Err(error.into());
    match error {
        BulkError::Tag(error) => change::refusal(reader, error),
        BulkError::List(error) => {
            super::said::refused(error).map(|error| super::said::wrong(reader, &error))
        }
        BulkError::TooMany => Ok(reader.say("bulk-too-many")),
        BulkError::NotDone => Ok(reader.say("bulk-not-done")),
        BulkError::Unknown => Err(Problem::NotFound),
        BulkError::Store(error) | BulkError::Customer(CustomerError::Store(error)) => {
            database(error)
        }
        BulkError::Customer(CustomerError::Refused(refused)) => {
            let why = refused.into_iter().map(|(f, why)| inputs::refusal_of(reader, f, why));
            Ok(why.collect::<Vec<_>>().join(" "))
        }
        BulkError::Customer(error) => Err(error.into()),
        BulkError::Own(FieldError::Refused(why)) => Ok(inputs::refusal(reader, why)),
        BulkError::Own(error) => Err(error.into()),
        refused @ BulkError::NotForMany => Err(Problem::Malformed(refused.to_string())),
    }
}
