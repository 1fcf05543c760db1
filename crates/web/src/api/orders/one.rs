//! One order.

use axum::extract::State as Shared;
use domain::know::orders::{self, Added, OrderId, State};
use serde::Deserialize;
use store::Tx;
use utoipa::ToSchema;

use super::{Order, OrderNew, shown};
use crate::api::once::IdempotencyKey;
use crate::api::{Answer, Id, IfMatch, IfNoneMatch, Json, Program, schema};
use crate::{App, Problem};

/// What an order becomes.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct OrderFields {
    /// How far it is now. Where there are shipments they say so, and only calling it off is left.
    #[schema(schema_with = schema::order_state)]
    state: State,
}

/// Add an order
///
/// With a `code` this may be sent again and again: the same order is answered with 200 and not
/// added again.
#[utoipa::path(post, path = "/api/v1/orders", tag = "orders", params(IdempotencyKey),
    request_body = OrderNew,
    responses(
        (status = 201, description = "The order was added", body = Order),
        (status = 200, description = "The order was known already, just so", body = Order),
        (status = 409, description = "Its source has another order of this code")))]
pub async fn add(
    Shared(app): Shared<App>,
    program: Program,
    Json(new, once): Json<OrderNew>,
) -> Result<Answer, Problem> {
    let add = async move |tx: &mut Tx<'_>| match new.add(tx).await? {
        Added::New(id) => Ok(Answer::added(format!("/api/v1/orders/{id}"), &shown(tx, id).await?)?),
        Added::Known(id) => Ok(Answer::thing(&shown(tx, id).await?)?),
    };
    program.change(&app, once, add).await
}

/// Get an order
///
/// With its lines and shipments.
#[utoipa::path(get, path = "/api/v1/orders/{id}", tag = "orders", params(IfNoneMatch),
    responses((status = 200, description = "The order", body = Order)))]
pub async fn show(
    Shared(app): Shared<App>,
    Id(id): Id<OrderId>,
    known: IfNoneMatch,
) -> Result<Answer, Problem> {
    let mut reader = app.db.reader().await?;
    let order = shown(&mut reader.snapshot(), id).await?;
    Ok(known.or(Answer::thing(&order)?))
}

/// Say how far an order is
#[utoipa::path(patch, path = "/api/v1/orders/{id}", tag = "orders", params(IfMatch),
    request_body(content(
        (OrderFields = "application/merge-patch+json"), (OrderFields = "application/json"))),
    responses(
        (status = 200, description = "The order as it is now", body = Order),
        (status = 409, description = "It cannot become that from what it is")))]
pub async fn edit(
    Shared(app): Shared<App>,
    program: Program,
    Id(id): Id<OrderId>,
    seen: IfMatch,
    Json(wanted, once): Json<OrderFields>,
) -> Result<Answer, Problem> {
    let edit = async move |tx: &mut Tx<'_>| {
        tx.hold(id.into()).await?;
        seen.admits(&shown(tx, id).await?)?;
        orders::change_state(tx, id, wanted.state).await?;
        Ok(Answer::thing(&shown(tx, id).await?)?)
    };
    program.change(&app, once, edit).await
}
