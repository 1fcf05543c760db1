//! The fields a business made up and what they hold of each customer, for
//! programs.

use std::collections::BTreeMap;

use axum::extract::State;
use domain::know::customers::{self, CustomerId};
use domain::know::fields::{self, CustomField, FieldId, Holds};
use serde::{Deserialize, Serialize};
use store::{Snapshot, Tx};
use utoipa::ToSchema;

use super::error::of_field;
use super::once::IdempotencyKey;
use super::{Answer, Error, Id, IfMatch, IfNoneMatch, Json, List, Program, Thing, schema, thing};
use crate::problem::Wrong;
use crate::{App, Problem};

/// A field that the business made up.
#[derive(Debug, Serialize, ToSchema)]
pub struct OwnField {
    /// Which.
    #[schema(value_type = Uuid)]
    id: FieldId,
    /// The word that stands for it in queries and here, for ever.
    key: String,
    /// What people call it.
    name: String,
    /// What it holds.
    #[schema(schema_with = schema::field_type)]
    holds: &'static str,
    /// What can be chosen, where it is a choice.
    choices: Vec<String>,
}

impl From<CustomField> for OwnField {
    fn from(field: CustomField) -> Self {
        let CustomField { id, key, name, holds, .. } = field;
        let type_name = holds.type_name();
        let choices = match holds {
            Holds::Choice { of } => of,
            Holds::Text | Holds::Number | Holds::Date | Holds::YesNo => Vec::new(),
        };
        Self { id, key, name, holds: type_name, choices }
    }
}

/// What the fields hold of a customer, by their keys. Numbers are written in full, as `12.5`, days
/// as `2026-03-01`, and what is so or not as `yes` and `no`.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(transparent)]
#[schema(example = json!({ "shoe_size": "42.5" }))]
pub struct OwnValues(BTreeMap<String, Option<String>>);

/// List the fields of the business
///
/// All of them on one page, in their order. They are made in the settings.
#[utoipa::path(get, path = "/api/v1/fields", tag = "customers",
    responses((status = 200, description = "All of them", body = List<OwnField>)))]
pub async fn list(State(app): State<App>) -> Result<Answer, Problem> {
    let fields = fields::present(&mut app.db.reader().await?.snapshot()).await?;
    Answer::of(&List { items: fields.into_iter().map(OwnField::from).collect(), after: None })
}

/// Get what the fields of the business hold of a customer
#[utoipa::path(get, path = "/api/v1/customers/{id}/fields", tag = "customers",
    params(IfNoneMatch), responses((status = 200, description = "Each field", body = OwnValues)))]
pub async fn show(
    State(app): State<App>,
    Id(customer): Id<CustomerId>,
    known: IfNoneMatch,
) -> Result<Answer, Problem> {
    thing::shown::<OwnValues>(&app, customer, known).await
}

/// Change what the fields of the business hold of a customer
///
/// Only the fields that are sent change; null empties a field.
#[utoipa::path(patch, path = "/api/v1/customers/{id}/fields", tag = "customers",
    params(IfMatch, IdempotencyKey),
    request_body(content(
        (OwnValues = "application/merge-patch+json"), (OwnValues = "application/json"))),
    responses((status = 200, description = "Each field as it is now", body = OwnValues)))]
pub async fn edit(
    State(app): State<App>,
    program: Program,
    Id(customer): Id<CustomerId>,
    seen: IfMatch,
    Json(OwnValues(wanted), once): Json<OwnValues>,
) -> Result<Answer, Problem> {
    let edit = async move |tx: &mut Tx<'_>, _: OwnValues| {
        let known = fields::present(tx).await?;
        for (key, value) in &wanted {
            let field = known.iter().find(|field| field.key == *key);
            let field = field.ok_or_else(|| {
                let why = "there is no such field: GET /api/v1/fields names them";
                Problem::Refused(vec![Wrong::new(key.as_str(), "not_one", why)])
            })?;
            let value = value.as_deref().unwrap_or_default();
            let set = fields::set(tx, customer, field.id, value).await;
            set.map_err(|error| of_field(key, error))?;
        }
        Ok(())
    };
    program.edit::<OwnValues, _>(&app, once, customer, seen, edit).await
}

impl Thing for OwnValues {
    type Id = CustomerId;

    async fn present(snapshot: &mut Snapshot<'_>, customer: CustomerId) -> Result<Self, Error> {
        customers::customer(snapshot, customer).await?.ok_or(Problem::NotFound)?;
        let mut values = fields::values_of(snapshot, customer).await?;
        let fields = fields::present(snapshot).await?.into_iter();
        Ok(Self(fields.map(|field| (field.key, values.remove(&field.id))).collect()))
    }
}
