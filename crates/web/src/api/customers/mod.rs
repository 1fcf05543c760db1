//! Customers, for programs: one by one, and page by page.

pub mod list;

use std::collections::BTreeMap;
use std::fmt;

use axum::extract::State;
use chrono::{DateTime, Utc};
use domain::know::customers::{self, CustomerId, Field};
use serde::de::{Error as _, MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::json;
use store::{Snapshot, Tx};
use utoipa::openapi::RefOr;
use utoipa::openapi::schema::{ObjectBuilder, Schema};
use utoipa::{PartialSchema, ToSchema};

use super::once::IdempotencyKey;
use super::{Answer, Error, Id, IfMatch, IfNoneMatch, Json, Once, Program, Thing, schema, thing};
use crate::{App, Problem};

/// What is known of a customer, field by field.
#[derive(Debug, Serialize)]
#[serde(transparent)]
pub struct CustomerFields(BTreeMap<Field, Option<String>>);

/// By hand, so that what is refused names its field.
impl<'de> Deserialize<'de> for CustomerFields {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(ByName)
    }
}

struct ByName;

impl<'de> Visitor<'de> for ByName {
    type Value = CustomerFields;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object with fields of a customer")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut sent: A) -> Result<CustomerFields, A::Error> {
        let mut fields = BTreeMap::new();
        while let Some(name) = sent.next_key::<String>()? {
            match Field::named(&name) {
                Some(field) => fields.insert(field, sent.next_value()?),
                None => return sent.next_value::<NoField>().map(|NoField| CustomerFields(fields)),
            };
        }
        Ok(CustomerFields(fields))
    }
}

/// What stands under a name that is no field: never taken.
struct NoField;

impl<'de> Deserialize<'de> for NoField {
    fn deserialize<D: Deserializer<'de>>(_: D) -> Result<Self, D::Error> {
        Err(D::Error::custom("customers have no such field"))
    }
}

impl ToSchema for CustomerFields {}

impl PartialSchema for CustomerFields {
    fn schema() -> RefOr<Schema> {
        let fields = Field::ALL.into_iter();
        let example = json!({ "name": "Bakery Ararat", "kind": "company", "city": "Gyumri" });
        fields
            .fold(ObjectBuilder::new(), |object, field| {
                object.property(field.name(), schema::field(field))
            })
            .examples([example])
            .into()
    }
}

impl CustomerFields {
    fn of(known: &customers::Customer) -> Self {
        Self(Field::ALL.into_iter().map(|field| (field, known.value(field))).collect())
    }

    /// Nothing empties a field.
    fn wanted(self) -> Vec<(Field, String)> {
        self.0.into_iter().map(|(field, text)| (field, text.unwrap_or_default())).collect()
    }
}

/// A customer.
#[derive(Debug, Serialize, ToSchema)]
pub struct Customer {
    /// Who it is.
    #[schema(value_type = Uuid)]
    id: CustomerId,
    /// When they were added.
    added_at: DateTime<Utc>,
    #[serde(flatten)]
    known: CustomerFields,
}

/// Get a customer
#[utoipa::path(get, path = "/api/v1/customers/{id}", tag = "customers", params(IfNoneMatch),
    responses((status = 200, description = "The customer", body = Customer)))]
pub async fn show(
    State(app): State<App>,
    Id(id): Id<CustomerId>,
    known: IfNoneMatch,
) -> Result<Answer, Problem> {
    thing::shown::<Customer>(&app, id, known).await
}

/// Add a customer
///
/// A name at least must be known.
#[utoipa::path(post, path = "/api/v1/customers", tag = "customers", params(IdempotencyKey),
    request_body = CustomerFields,
    responses((status = 201, description = "The customer was added", body = Customer)))]
pub async fn add(
    State(app): State<App>,
    program: Program,
    Json(known, once): Json<CustomerFields>,
) -> Result<Answer, Problem> {
    let known = known.wanted();
    let add = async move |tx: &mut Tx<'_>| {
        let id = customers::add(tx, &known).await?;
        let customer = Customer::present(tx, id).await?;
        Ok(Answer::added(format!("/api/v1/customers/{id}"), &customer)?)
    };
    program.change(&app, once, add).await
}

/// Change a customer
///
/// Only the fields that are sent change; null empties a field.
#[utoipa::path(patch, path = "/api/v1/customers/{id}", tag = "customers",
    params(IfMatch, IdempotencyKey),
    request_body(content(
        (CustomerFields = "application/merge-patch+json"), (CustomerFields = "application/json"))),
    responses((status = 200, description = "The customer as they are now", body = Customer)))]
pub async fn edit(
    State(app): State<App>,
    program: Program,
    Id(id): Id<CustomerId>,
    seen: IfMatch,
    Json(wanted, once): Json<CustomerFields>,
) -> Result<Answer, Problem> {
    let wanted = wanted.wanted();
    let edit = async move |tx: &mut Tx<'_>, _: Customer| {
        customers::edit(tx, id, None, &wanted).await?;
        Ok(())
    };
    program.edit::<Customer, _>(&app, once, id, seen, edit).await
}

/// Take back the last change of a customer
///
/// The last change that this token made: each field that still holds what it was changed to. Where
/// there is nothing to take back, nothing changes.
#[utoipa::path(post, path = "/api/v1/customers/{id}/undo", tag = "customers",
    params(IdempotencyKey),
    responses((status = 200, description = "The customer as they are now", body = Customer)))]
pub async fn undo(
    State(app): State<App>,
    program: Program,
    Id(id): Id<CustomerId>,
    once: Once,
) -> Result<Answer, Problem> {
    let undo = async move |tx: &mut Tx<'_>| {
        customers::undo(tx, id).await?;
        Ok(())
    };
    program.act::<Customer, _>(&app, once, id, undo).await
}

impl Thing for Customer {
    type Id = CustomerId;

    async fn present(snapshot: &mut Snapshot<'_>, id: CustomerId) -> Result<Self, Error> {
        let known = customers::customer(snapshot, id).await?.ok_or(Problem::NotFound)?;
        Ok(Self { id, added_at: known.added_at, known: CustomerFields::of(&known) })
    }
}
