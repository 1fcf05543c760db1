//! The people at customers, for programs.

use axum::extract::State;
use domain::know::contacts::{self, ContactId, Details};
use domain::know::customers::{self, CustomerId};
use serde::{Deserialize, Serialize};
use store::{Snapshot, Tx};
use utoipa::ToSchema;

use super::body::Field;
use super::once::IdempotencyKey;
use super::{Answer, Error, Id, IfMatch, IfNoneMatch, Json, List, Once, Program, Thing, thing};
use crate::{App, Problem};

/// Somebody at a customer.
#[derive(Debug, Serialize, ToSchema)]
pub struct Contact {
    /// Who.
    #[schema(value_type = Uuid)]
    id: ContactId,
    /// At which customer.
    #[schema(value_type = Uuid)]
    customer_id: CustomerId,
    /// What they are called.
    name: String,
    /// What they do there.
    #[schema(required)]
    role: Option<String>,
    /// Their address.
    #[schema(required)]
    email: Option<String>,
    /// Their number.
    #[schema(required)]
    phone: Option<String>,
    /// What is good to know of them.
    #[schema(required)]
    note: Option<String>,
}

impl From<contacts::Contact> for Contact {
    fn from(contact: contacts::Contact) -> Self {
        let Details { name, role, email, phone, note } = contact.details;
        Self { id: contact.id, customer_id: contact.customer, name, role, email, phone, note }
    }
}

impl From<Contact> for Details {
    fn from(contact: Contact) -> Self {
        let Contact { name, role, email, phone, note, .. } = contact;
        Self { name, role, email, phone, note }
    }
}

/// What is known of somebody at a customer.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "name": "Levon", "role": "Baker", "email": "levon@ararat.example" }))]
pub struct ContactFields {
    /// What they are called.
    #[schema(max_length = 300)]
    name: Option<String>,
    /// What they do there.
    #[serde(default)]
    #[schema(value_type = Option<String>, max_length = 300)]
    role: Field<String>,
    /// Their address.
    #[serde(default)]
    #[schema(value_type = Option<String>, max_length = 300)]
    email: Field<String>,
    /// Their number.
    #[serde(default)]
    #[schema(value_type = Option<String>, max_length = 300)]
    phone: Field<String>,
    /// What is good to know of them.
    #[serde(default)]
    #[schema(value_type = Option<String>, max_length = 4000)]
    note: Field<String>,
}

impl ContactFields {
    /// What was known, with what was sent in its place.
    fn over(&self, known: Details) -> Details {
        Details {
            name: self.name.clone().unwrap_or(known.name),
            role: self.role.over(known.role),
            email: self.email.over(known.email),
            phone: self.phone.over(known.phone),
            note: self.note.over(known.note),
        }
    }
}

/// List the contacts of a customer
///
/// All of them on one page, whoever was added first first.
#[utoipa::path(get, path = "/api/v1/customers/{id}/contacts", tag = "contacts",
    responses((status = 200, description = "All of them", body = List<Contact>)))]
pub async fn list(State(app): State<App>, Id(customer): Id<CustomerId>) -> Result<Answer, Problem> {
    let mut reader = app.db.reader().await?;
    let snapshot = &mut reader.snapshot();
    customers::customer(snapshot, customer).await?.ok_or(Problem::NotFound)?;
    let items = contacts::at_customer(snapshot, customer).await?;
    Answer::of(&List { items: items.into_iter().map(Contact::from).collect(), after: None })
}

/// Add a contact to a customer
#[utoipa::path(post, path = "/api/v1/customers/{id}/contacts", tag = "contacts",
    params(IdempotencyKey), request_body = ContactFields,
    responses(
        (status = 201, description = "The contact was added", body = Contact),
        (status = 409, description = "The customer has 200 contacts, and room for no more")))]
pub async fn add(
    State(app): State<App>,
    program: Program,
    Id(customer): Id<CustomerId>,
    Json(fields, once): Json<ContactFields>,
) -> Result<Answer, Problem> {
    let add = async move |tx: &mut Tx<'_>| {
        let id = contacts::add(tx, customer, &fields.over(Details::default())).await?;
        Ok(Answer::added(format!("/api/v1/contacts/{id}"), &Contact::present(tx, id).await?)?)
    };
    program.change(&app, once, add).await
}

/// Get a contact
#[utoipa::path(get, path = "/api/v1/contacts/{id}", tag = "contacts", params(IfNoneMatch),
    responses((status = 200, description = "The contact", body = Contact)))]
pub async fn show(
    State(app): State<App>,
    Id(id): Id<ContactId>,
    known: IfNoneMatch,
) -> Result<Answer, Problem> {
    thing::shown::<Contact>(&app, id, known).await
}

/// Change a contact
///
/// Only the fields that are sent change; null empties a field.
#[utoipa::path(patch, path = "/api/v1/contacts/{id}", tag = "contacts",
    params(IfMatch, IdempotencyKey),
    request_body(content(
        (ContactFields = "application/merge-patch+json"), (ContactFields = "application/json"))),
    responses((status = 200, description = "The contact as they are now", body = Contact)))]
pub async fn edit(
    State(app): State<App>,
    program: Program,
    Id(id): Id<ContactId>,
    seen: IfMatch,
    Json(fields, once): Json<ContactFields>,
) -> Result<Answer, Problem> {
    let edit = async move |tx: &mut Tx<'_>, known: Contact| {
        contacts::edit(tx, id, None, &fields.over(known.into())).await?;
        Ok(())
    };
    program.edit::<Contact, _>(&app, once, id, seen, edit).await
}

/// Remove a contact
///
/// They can be restored.
#[utoipa::path(delete, path = "/api/v1/contacts/{id}", tag = "contacts",
    params(IdempotencyKey),
    responses((status = 204, description = "The contact was removed")))]
pub async fn remove(
    State(app): State<App>,
    program: Program,
    Id(id): Id<ContactId>,
    once: Once,
) -> Result<Answer, Problem> {
    let remove = async move |tx: &mut Tx<'_>| {
        contacts::remove(tx, id).await?;
        Ok(Answer::done())
    };
    program.change(&app, once, remove).await
}

/// Restore a contact
///
/// Brings back somebody who was removed.
#[utoipa::path(post, path = "/api/v1/contacts/{id}/restore", tag = "contacts",
    params(IdempotencyKey),
    responses(
        (status = 200, description = "The contact", body = Contact),
        (status = 409, description = "The customer has 200 contacts, and room for no more")))]
pub async fn restore(
    State(app): State<App>,
    program: Program,
    Id(id): Id<ContactId>,
    once: Once,
) -> Result<Answer, Problem> {
    let restore = async move |tx: &mut Tx<'_>| {
        contacts::restore(tx, id).await?;
        Ok(())
    };
    program.act::<Contact, _>(&app, once, id, restore).await
}

impl Thing for Contact {
    type Id = ContactId;

    async fn present(snapshot: &mut Snapshot<'_>, id: ContactId) -> Result<Self, Error> {
        let known = contacts::contact(snapshot, id).await?.filter(|contact| !contact.removed);
        Ok(known.ok_or(Problem::NotFound)?.into())
    }
}
