//! What was written down of customers, for programs.

use std::slice;

use axum::extract::State;
use axum::http::Uri;
use chrono::{DateTime, NaiveDate, Utc};
use domain::know::customers::{self, CustomerId};
use domain::know::interactions::{self, Following, InteractionId, Kind, NewInteraction};
use domain::office::staff::{self, Account, AccountId};
use serde::{Deserialize, Serialize};
use store::{Snapshot, StoreError, Tx};
use utoipa::{IntoParams, ToSchema};

use super::body::Field;
use super::once::IdempotencyKey;
use super::{
    Answer, Cursor, Error, Id, IfMatch, IfNoneMatch, Json, Limit, List, Once, Program, Query,
    Thing, schema, thing,
};
use crate::{App, Problem};

/// A call, meeting, visit, note or gift that was written down.
#[derive(Debug, Serialize, ToSchema)]
pub struct Interaction {
    /// Which.
    #[schema(value_type = Uuid)]
    id: InteractionId,
    /// With whom.
    #[schema(value_type = Uuid)]
    customer_id: CustomerId,
    /// The account of who wrote it down, or of whose token a program did it with.
    #[schema(required, value_type = Option<Uuid>)]
    author: Option<AccountId>,
    /// What it was.
    #[schema(schema_with = schema::interaction_kind)]
    kind: Kind,
    /// When it happened.
    at: DateTime<Utc>,
    /// What was said.
    text: String,
    /// The day on which something is to follow.
    #[schema(required)]
    follow_up_on: Option<NaiveDate>,
    /// Whether it did.
    follow_up_done: bool,
    /// What the text mentions and no colleague's address begins with: nobody is told of it.
    mentions_of_nobody: Vec<String>,
}

impl Interaction {
    fn of(known: interactions::Interaction, staff: &[Account]) -> Self {
        let follow_up = known.follow_up();
        let nobody = interactions::mentions_of_nobody(&known.text, staff);
        Self {
            mentions_of_nobody: nobody.into_iter().map(str::to_owned).collect(),
            id: known.id,
            customer_id: known.customer,
            author: known.author,
            kind: known.kind,
            at: known.at,
            text: known.text,
            follow_up_on: follow_up.map(|follow_up| follow_up.on),
            follow_up_done: follow_up.is_some_and(|follow_up| follow_up.done),
        }
    }
}

/// Everybody who may be mentioned, where anybody is.
async fn mentionable(
    snapshot: &mut Snapshot<'_>,
    texts: &[interactions::Interaction],
) -> Result<Vec<Account>, StoreError> {
    let is_anybody = texts.iter().any(|known| known.text.contains('@'));
    if is_anybody { staff::everybody(snapshot).await } else { Ok(Vec::new()) }
}

/// Something to be written down.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({
    "kind": "call", "text": "Wants the price list", "follow_up_on": "2026-03-02"
}))]
pub struct InteractionNew {
    /// What it was.
    #[schema(schema_with = schema::interaction_kind)]
    kind: Kind,
    /// When it happened; now, where nothing is said.
    at: Option<DateTime<Utc>>,
    /// What was said; a note and a gift must say something. `@` and the first part of a
    /// colleague's address mentions them.
    #[serde(default)]
    #[schema(max_length = 20_000)]
    text: String,
    /// The day on which something is to follow.
    follow_up_on: Option<NaiveDate>,
}

/// What is to be different in what was written down.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "text": "Has the price list", "follow_up_on": null }))]
pub struct InteractionFields {
    /// What it was.
    #[schema(schema_with = schema::interaction_kind)]
    kind: Option<Kind>,
    /// When it happened.
    at: Option<DateTime<Utc>>,
    /// What was said.
    #[schema(max_length = 20_000)]
    text: Option<String>,
    /// The day on which something is to follow; null where nothing is any more.
    #[serde(default)]
    #[schema(value_type = Option<NaiveDate>)]
    follow_up_on: Field<NaiveDate>,
}

impl InteractionFields {
    /// What was written, with what was sent in its place.
    fn over(&self, known: Interaction) -> NewInteraction {
        NewInteraction {
            kind: self.kind.unwrap_or(known.kind),
            at: Some(self.at.unwrap_or(known.at)),
            text: self.text.clone().unwrap_or(known.text),
            follow_up: self.follow_up_on.over(known.follow_up_on),
        }
    }
}

/// Which page.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct Listed {
    /// The cursor of the page before.
    #[param(value_type = Option<String>)]
    after: Option<Cursor<(DateTime<Utc>, InteractionId)>>,
    /// Rows of a page.
    #[serde(default)]
    #[param(inline)]
    limit: Limit,
}

/// List what was written down of a customer
///
/// The newest first.
#[utoipa::path(get, path = "/api/v1/customers/{id}/interactions", tag = "interactions",
    params(Listed),
    responses((status = 200, description = "A page of it", body = List<Interaction>)))]
pub async fn list(
    State(app): State<App>,
    Id(customer): Id<CustomerId>,
    here: Uri,
    Query(asked): Query<Listed>,
) -> Result<Answer, Problem> {
    let before = asked.after.map(|cursor| cursor.0);
    let mut reader = app.db.reader().await?;
    let snapshot = &mut reader.snapshot();
    customers::customer(snapshot, customer).await?.ok_or(Problem::NotFound)?;
    let found =
        interactions::of_customer(snapshot, customer, before, asked.limit.and_one()).await?;
    let place = |known: &interactions::Interaction| (known.at, known.id);
    let staff = mentionable(snapshot, &found).await?;
    let shown = |known| Interaction::of(known, &staff);
    Answer::page(&here, &List::page(found, asked.limit, place, shown)?)
}

/// Write something down of a customer
#[utoipa::path(post, path = "/api/v1/customers/{id}/interactions", tag = "interactions",
    params(IdempotencyKey), request_body = InteractionNew,
    responses((status = 201, description = "It was written down", body = Interaction)))]
pub async fn log(
    State(app): State<App>,
    program: Program,
    Id(customer): Id<CustomerId>,
    Json(new, once): Json<InteractionNew>,
) -> Result<Answer, Problem> {
    let InteractionNew { kind, at, text, follow_up_on } = new;
    let new = NewInteraction { kind, at, text, follow_up: follow_up_on };
    let log = async move |tx: &mut Tx<'_>| {
        let id = interactions::log(tx, customer, &new).await?;
        Ok(Answer::added(
            format!("/api/v1/interactions/{id}"),
            &Interaction::present(tx, id).await?,
        )?)
    };
    program.change(&app, once, log).await
}

/// Get what was written down
#[utoipa::path(get, path = "/api/v1/interactions/{id}", tag = "interactions",
    params(IfNoneMatch),
    responses((status = 200, description = "What was written down", body = Interaction)))]
pub async fn show(
    State(app): State<App>,
    Id(id): Id<InteractionId>,
    known: IfNoneMatch,
) -> Result<Answer, Problem> {
    thing::shown::<Interaction>(&app, id, known).await
}

/// Change what was written down
///
/// Only the fields that are sent change. What it said before stays in its history.
#[utoipa::path(patch, path = "/api/v1/interactions/{id}", tag = "interactions",
    params(IfMatch, IdempotencyKey),
    request_body(content(
        (InteractionFields = "application/merge-patch+json"),
        (InteractionFields = "application/json"))),
    responses((status = 200, description = "As it says now", body = Interaction)))]
pub async fn edit(
    State(app): State<App>,
    program: Program,
    Id(id): Id<InteractionId>,
    seen: IfMatch,
    Json(fields, once): Json<InteractionFields>,
) -> Result<Answer, Problem> {
    let edit = async move |tx: &mut Tx<'_>, known: Interaction| {
        interactions::edit(tx, id, &fields.over(known)).await?;
        Ok(())
    };
    program.edit::<Interaction, _>(&app, once, id, seen, edit).await
}

/// Remove what was written down
///
/// It can be restored.
#[utoipa::path(delete, path = "/api/v1/interactions/{id}", tag = "interactions",
    params(IdempotencyKey),
    responses((status = 204, description = "It was removed")))]
pub async fn remove(
    State(app): State<App>,
    program: Program,
    Id(id): Id<InteractionId>,
    once: Once,
) -> Result<Answer, Problem> {
    let remove = async move |tx: &mut Tx<'_>| {
        interactions::remove(tx, id).await?;
        Ok(Answer::done())
    };
    program.change(&app, once, remove).await
}

/// Restore what was removed
#[utoipa::path(post, path = "/api/v1/interactions/{id}/restore", tag = "interactions",
    params(IdempotencyKey),
    responses((status = 200, description = "What was written down", body = Interaction)))]
pub async fn restore(
    State(app): State<App>,
    program: Program,
    Id(id): Id<InteractionId>,
    once: Once,
) -> Result<Answer, Problem> {
    let restore = async move |tx: &mut Tx<'_>| {
        interactions::restore(tx, id).await?;
        Ok(())
    };
    program.act::<Interaction, _>(&app, once, id, restore).await
}

/// Say that what was to follow did
#[utoipa::path(post, path = "/api/v1/interactions/{id}/done", tag = "interactions",
    params(IdempotencyKey),
    responses(
        (status = 200, description = "What was written down", body = Interaction),
        (status = 409, description = "Nothing was to follow")))]
pub async fn done(
    State(app): State<App>,
    program: Program,
    Id(id): Id<InteractionId>,
    once: Once,
) -> Result<Answer, Problem> {
    let done = async move |tx: &mut Tx<'_>| {
        interactions::follow_up(tx, id, Following::Done).await?;
        Ok(())
    };
    program.act::<Interaction, _>(&app, once, id, done).await
}

impl Thing for Interaction {
    type Id = InteractionId;

    async fn present(snapshot: &mut Snapshot<'_>, id: InteractionId) -> Result<Self, Error> {
        let known = interactions::interaction(snapshot, id).await?;
        let known = known.filter(|interaction| !interaction.removed);
        let known = known.ok_or(Problem::NotFound)?;
        let staff = mentionable(snapshot, slice::from_ref(&known)).await?;
        Ok(Self::of(known, &staff))
    }
}
