//! Writing down what happened.

use askama::Template;
use axum::extract::{Query, State};
use axum::response::{IntoResponse as _, Response};
use domain::know::customers::{Customer, CustomerId, Field};
use domain::know::files::{self, FileError};
use domain::know::interactions::{self, Kind};
use serde::Deserialize;

use super::form::{LogForm, Sent, Why};
use super::words;
use crate::know::files as file_pages;
use crate::know::finder::Finder;
use crate::know::reach::Dialled;
use crate::upload::{self, Upload};
use crate::{App, Frame, Page, Problem, Writer};

/// Where it is written down.
const ACTION: &str = "/interactions";
/// The page that asks what is to be written down.
const NEW: &str = "/interactions/new";

/// The page.
#[derive(Template)]
#[template(path = "know/interactions/new.html")]
pub struct New {
    frame: Frame,
    title: String,
    part: Part,
}

/// The form, or with whom it was, where that is not known yet.
enum Part {
    /// With the number of whom it is with.
    Form {
        form: Box<LogForm>,
        phone: Option<String>,
    },
    Finder(Finder),
}

impl Part {
    fn of(form: LogForm, with: &Customer) -> Self {
        Self::Form { form: Box::new(form), phone: with.value(Field::Phone) }
    }
}

/// What it was, with whom, and where to come back to.
#[derive(Deserialize)]
pub struct Asked {
    kind: Option<String>,
    customer: Option<CustomerId>,
    #[serde(default)]
    back: String,
    #[serde(default)]
    q: String,
}

/// `GET /interactions/new`
///
/// # Errors
/// Where there is no such customer, or the database cannot be reached.
pub async fn new(
    State(app): State<App>,
    mut frame: Frame,
    Query(asked): Query<Asked>,
) -> Result<Page<New>, Problem> {
    let mut reader = app.db.reader().await?;
    let snapshot = &mut reader.snapshot();
    let kind = asked.kind.as_deref().and_then(Kind::named).unwrap_or(Kind::Call);
    let Some(id) = asked.customer else {
        let kept = vec![("kind", kind.name().to_owned()), ("back", asked.back)];
        let finder = Finder::of(snapshot, frame.reader, NEW, kept, &asked.q).await?;
        let title = frame.say("interaction-with-whom");
        return Ok(Page(New { frame, title, part: Part::Finder(finder) }));
    };
    let customer = frame.turn_to(snapshot, id).await?;
    let mut form = LogForm::new(&frame, id, kind, asked.back);
    form.may_be_left(&format!("/customers/{id}"));
    form.comes_first();
    let title = title(&frame, customer.name());
    Ok(Page(New { frame, title, part: Part::of(form, &customer) }))
}

fn title(frame: &Frame, with: &str) -> String {
    format!("{} · {with}", frame.say("interaction-log"))
}

/// `POST /interactions`
///
/// # Errors
/// Where there is no such customer, or the database cannot be reached.
pub async fn log(
    mut writer: Writer,
    Upload { fields: sent, files, refused, .. }: Upload<Sent>,
) -> Result<Response, Problem> {
    let customer =
        sent.customer.ok_or_else(|| Problem::Malformed("customer: missing".to_owned()))?;
    let kind = sent.kind()?;
    let reader = writer.frame.reader;
    let read = match &refused {
        Some(refused) => Err(Why::Files(file_pages::refusal(reader, refused))),
        None => sent.read(reader, kind, None),
    };
    let logged = match read {
        Ok(new) => {
            let arrived = files.clone();
            let write = async move |tx: &mut store::Tx<'_>| {
                let id = interactions::log(tx, customer, &new).await?;
                files::attach(tx, id, arrived.clone()).await?;
                Ok::<_, FileError>(id)
            };
            match writer.write(write).await {
                Ok(id) => Ok(id),
                Err(error) => Err(words::refusal(reader, error)?),
            }
        }
        Err(why) => Err(why),
    };
    match logged {
        Ok(id) => {
            let what = writer.say(words::key(kind));
            let words =
                writer.phrases().say_with("interaction-was-logged", &[("what", what.into())]);
            let words =
                words::with_nobody(reader, words, &sent.text, &writer.visitor.house().staff);
            let undo = sent.with_way_back(&format!("/interactions/{id}/remove"));
            writer.tell_undoable(words, undo);
            Ok(sent.back(&format!("/customers/{customer}")).into_response())
        }
        Err(why) => {
            let mut connection = writer.app.db.reader().await?;
            let known = writer.frame.turn_to(&mut connection.snapshot(), customer).await?;
            let title = title(&writer.frame, known.name());
            let action = ACTION.to_owned();
            let token = &writer.frame.token;
            let mut form = LogForm::filled(reader, token, Some(customer), action, &sent);
            form.may_be_left(&format!("/customers/{customer}"));
            form.refuse(why);
            form.comes_first();
            form.keep(upload::keep(&writer, &files).await?);
            let part = Part::of(form, &known);
            Ok(Page(New { frame: writer.frame, title, part }).refused())
        }
    }
}
