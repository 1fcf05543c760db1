//! What customers said to marketing, for programs.

use axum::extract::State;
use chrono::{DateTime, Utc};
use domain::know::customers::{self, CustomerError, CustomerId, Decision, Field, How, Marketing};
use serde::{Deserialize, Serialize};
use store::{Snapshot, Tx};
use utoipa::ToSchema;

use super::once::IdempotencyKey;
use super::{Answer, Error, Id, IfNoneMatch, Json, Program, Thing, schema, thing};
use crate::problem::Wrong;
use crate::{App, Problem};

/// What a customer said to marketing.
#[derive(Debug, Serialize, ToSchema)]
pub struct Consent {
    /// What stands now; null where they were never asked.
    #[schema(required, schema_with = schema::marketing)]
    marketing: Option<String>,
    /// What was said and when, the last first: the last 50.
    decisions: Vec<Said>,
}

/// What was said once.
#[derive(Debug, Serialize, ToSchema)]
pub struct Said {
    /// When it was written down.
    at: DateTime<Utc>,
    /// What stood before.
    #[schema(required, schema_with = schema::marketing)]
    from: Option<String>,
    /// What stands since then.
    #[schema(required, schema_with = schema::marketing)]
    to: Option<String>,
    /// How they told it.
    #[schema(required, schema_with = schema::how)]
    how: Option<String>,
    /// What else was said about it.
    #[schema(required)]
    note: Option<String>,
}

impl From<Decision> for Said {
    fn from(decision: Decision) -> Self {
        let said = decision.said;
        Self { at: decision.at, from: said.from, to: said.to, how: said.how, note: said.note }
    }
}

/// What a customer says to marketing.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "marketing": "objection", "how": "phone" }))]
pub struct ConsentNew {
    /// What stands from now on; null where they take back what they said.
    #[serde(deserialize_with = "Option::deserialize")]
    #[schema(required, schema_with = schema::marketing)]
    marketing: Option<String>,
    /// How they told it.
    #[schema(schema_with = schema::how)]
    how: Option<String>,
    /// What else was said about it.
    #[serde(default)]
    #[schema(max_length = 500)]
    note: String,
}

/// Get what a customer said to marketing
#[utoipa::path(get, path = "/api/v1/customers/{id}/consent", tag = "customers",
    params(IfNoneMatch),
    responses((status = 200, description = "What stands, and how it came", body = Consent)))]
pub async fn show(
    State(app): State<App>,
    Id(customer): Id<CustomerId>,
    known: IfNoneMatch,
) -> Result<Answer, Problem> {
    thing::shown::<Consent>(&app, customer, known).await
}

/// Write down what a customer says to marketing
///
/// An objection holds at once: they are in no figure and no list for marketing any more. The whole
/// history stays.
#[utoipa::path(post, path = "/api/v1/customers/{id}/consent", tag = "customers",
    params(IdempotencyKey), request_body = ConsentNew,
    responses((status = 200, description = "What stands now", body = Consent)))]
pub async fn decide(
    State(app): State<App>,
    program: Program,
    Id(customer): Id<CustomerId>,
    Json(new, once): Json<ConsentNew>,
) -> Result<Answer, Problem> {
    let decide = async move |tx: &mut Tx<'_>| {
        let to = word("marketing", new.marketing.as_deref(), Marketing::of_word)?;
        let how = word("how", new.how.as_deref(), How::of_word)?;
        let decided = customers::decide(tx, customer, to, how, &new.note).await;
        decided.map_err(refused)?;
        Ok(())
    };
    program.act::<Consent, _>(&app, once, customer, decide).await
}

/// Both words are taken: it can only be the note.
fn refused(error: CustomerError) -> Error {
    match error {
        CustomerError::Refused(_) => {
            Problem::Refused(vec![Wrong::new("note", "too_long", "is longer than 500 letters")])
                .into()
        }
        other => other.into(),
    }
}

/// What a word means, where one was sent.
fn word<T>(
    field: &str,
    sent: Option<&str>,
    meant: impl Fn(&str) -> Option<T>,
) -> Result<Option<T>, Problem> {
    let not_one =
        || Problem::Refused(vec![Wrong::new(field, "not_one", "is not one of the words")]);
    sent.map(|sent| meant(sent).ok_or_else(not_one)).transpose()
}

impl Thing for Consent {
    type Id = CustomerId;

    async fn present(snapshot: &mut Snapshot<'_>, id: CustomerId) -> Result<Self, Error> {
        let customer = customers::customer(snapshot, id).await?.ok_or(Problem::NotFound)?;
        let decisions = customers::decisions(snapshot, id).await?;
        let decisions = decisions.into_iter().map(Said::from).collect();
        Ok(Self { marketing: customer.value(Field::Marketing), decisions })
    }
}
