//! What a customer has in the fields that the business made up.

use std::collections::BTreeMap;
use std::sync::Arc;

use axum::response::{IntoResponse as _, Redirect, Response};
use domain::know::customers::CustomerId;
use domain::know::fields::{self, CustomField, FieldError, FieldId, Holds};
use serde::Deserialize;

use crate::components::{Choice, Field, Input, Kind};
use crate::know::customers::{inputs, show};
use crate::know::lists::columns;
use crate::path::Path;
use crate::{Form, Nothing, Page, Problem, Reader, Token, Writer};

/// The fields of a customer's page.
pub struct Values {
    /// Whose they are.
    pub customer: CustomerId,
    /// The fields there are.
    pub fields: Arc<[CustomField]>,
    /// What is known.
    pub known: BTreeMap<FieldId, String>,
    /// In which field something was typed and not taken: what, and why.
    pub refused: Option<(FieldId, String, String)>,
    /// Whether they may be changed.
    pub may_edit: bool,
}

impl Values {
    /// Each field, to be edited where it stands.
    pub fn shown<'t>(&self, reader: Reader, token: &'t Token) -> Vec<Field<'t>> {
        self.fields.iter().map(|field| self.field(reader, token, field)).collect()
    }

    fn field<'t>(&self, reader: Reader, token: &'t Token, field: &CustomField) -> Field<'t> {
        let known = self.known.get(&field.id);
        let refused = self.refused.as_ref().filter(|(refused, _, _)| *refused == field.id);
        let value = refused.map(|(_, typed, _)| typed.clone()).or_else(|| known.cloned());
        let mut input = Input {
            kind: kind(reader, field, known),
            value: value.unwrap_or_default(),
            is_label_unseen: true,
            id: Some(format!("own-value-{}", field.id)),
            ..Input::line("value", field.name.clone())
        };
        input.error = refused.map(|(_, _, why)| why.clone());
        Field {
            id: format!("own-{}", field.id),
            label: field.name.clone(),
            value: known.map(|value| columns::own_shown(reader, field, value)),
            question: reader.say("field-own-ask"),
            is_open: input.error.is_some(),
            input,
            action: self
                .may_edit
                .then(|| format!("/customers/{}/fields/{}", self.customer, field.id)),
            version: None,
            token,
            phrases: reader.phrases,
        }
    }
}

/// How a value is filled in. What was chosen once can stay, although it is no
/// choice any more.
fn kind(reader: Reader, field: &CustomField, known: Option<&String>) -> Kind {
    let choice = |value: &str, words: String| Choice { value: value.to_owned(), words };
    let nothing = choice("", "–".to_owned());
    match &field.holds {
        Holds::Date => Kind::Line("date"),
        Holds::YesNo => Kind::Choice(vec![
            nothing,
            choice("yes", reader.say("value-yes")),
            choice("no", reader.say("value-no")),
        ]),
        Holds::Choice { of: words } => {
            let gone = known.filter(|known| !words.contains(known));
            let all = words.iter().chain(gone).map(|word| choice(word, word.clone()));
            Kind::Choice(std::iter::once(nothing).chain(all).collect())
        }
        Holds::Text | Holds::Number => Kind::Line("text"),
    }
}

/// What the form sends.
#[derive(Deserialize)]
pub struct Typed {
    value: String,
}

/// `POST /customers/{id}/fields/{field}`
///
/// # Errors
/// Where there is no such customer or field, or the database cannot be reached.
pub async fn set(
    writer: Writer,
    Path((id, field)): Path<(CustomerId, FieldId)>,
    Form(Typed { value }): Form<Typed>,
) -> Result<Response, Problem> {
    let typed = value.clone();
    let set = writer.write(async move |tx| fields::set(tx, id, field, &typed).await).await;
    match set {
        Ok(change) => {
            if let Some(change) = change {
                let fields = [("fields", change.name.into())];
                let words = writer.phrases().say_with("customer-was-changed", &fields);
                let back = format!("/customers/{id}/fields/undo");
                writer.tell_undoable(words, back);
            }
            Ok(Redirect::to(&format!("/customers/{id}")).into_response())
        }
        Err(FieldError::Refused(why)) => {
            let why = inputs::refusal(writer.frame.reader, why);
            let open = show::Open { own: Some((field, value, why)), ..show::Open::default() };
            let page = show::page(&writer.app, writer.frame, &writer.visitor, id, open).await?;
            Ok(Page(page).refused())
        }
        Err(error) => Err(error.into()),
    }
}

/// `POST /customers/{id}/fields/undo`
///
/// # Errors
/// Where there is no such customer, or the database cannot be reached.
pub async fn undo(
    writer: Writer,
    Path(id): Path<CustomerId>,
    Form(Nothing {}): Form<Nothing>,
) -> Result<Redirect, Problem> {
    let undone = writer.write(async move |tx| fields::undo(tx, id).await).await?;
    writer.tell_undone(undone);
    Ok(Redirect::to(&format!("/customers/{id}")))
}

impl From<FieldError> for Problem {
    fn from(error: FieldError) -> Self {
        match error {
            FieldError::Unknown => Problem::NotFound,
            FieldError::Store(error) => error.into(),
            FieldError::Customer(error) => error.into(),
            refused @ (FieldError::NoName
            | FieldError::NameTaken
            | FieldError::NoChoices
            | FieldError::OtherType
            | FieldError::TooMany
            | FieldError::Refused(_)) => Problem::Malformed(refused.to_string()),
        }
    }
}
