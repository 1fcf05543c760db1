//! How orders are sent.

use axum::extract::State;
use chrono::{DateTime, Utc};
use domain::know::orders::{self, NewShipment, OrderId, ShipmentId};
use serde::{Deserialize, Serialize};
use store::{Snapshot, Tx};
use utoipa::ToSchema;

use crate::api::body::Field;
use crate::api::once::IdempotencyKey;
use crate::api::{Answer, Error, Id, IfMatch, IfNoneMatch, Json, Program, Thing, thing};
use crate::{App, Problem};

/// Something on its way to a customer, or with them.
#[derive(Debug, Serialize, ToSchema)]
pub struct Shipment {
    /// Which.
    #[schema(value_type = Uuid)]
    id: ShipmentId,
    /// Of which order.
    #[schema(value_type = Uuid)]
    order_id: OrderId,
    /// Who brings it.
    carrier: String,
    /// Its number with the carrier.
    #[schema(required)]
    tracking: Option<String>,
    /// When it was sent.
    shipped_at: DateTime<Utc>,
    /// When it arrived.
    #[schema(required)]
    delivered_at: Option<DateTime<Utc>>,
}

impl From<orders::Shipment> for Shipment {
    fn from(known: orders::Shipment) -> Self {
        let orders::Shipment { id, order_id, carrier, tracking, shipped_at, delivered_at } = known;
        Self { id, order_id, carrier, tracking, shipped_at, delivered_at }
    }
}

/// A shipment to be sent.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({
    "carrier": "Haypost", "tracking": "RR123456785AM", "shipped_at": "2026-02-27T16:00:00Z"
}))]
pub struct ShipmentNew {
    /// Who brings it.
    #[schema(min_length = 1, max_length = 300)]
    carrier: String,
    /// Its number with the carrier.
    #[schema(max_length = 300)]
    tracking: Option<String>,
    /// When it was sent; now, where nothing is said.
    shipped_at: Option<DateTime<Utc>>,
}

/// What a shipment becomes.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "delivered_at": "2026-03-01T11:00:00Z" }))]
pub struct ShipmentFields {
    /// When it arrived; null where it has not after all.
    #[serde(default)]
    #[schema(value_type = Option<DateTime<Utc>>)]
    delivered_at: Field<DateTime<Utc>>,
}

/// Send an order
///
/// Or a part of it: the order is shipped, and delivered once all its shipments are.
#[utoipa::path(post, path = "/api/v1/orders/{id}/shipments", tag = "orders",
    params(IdempotencyKey), request_body = ShipmentNew,
    responses(
        (status = 201, description = "It was sent", body = Shipment),
        (status = 409, description = "The order was called off")))]
pub async fn add(
    State(app): State<App>,
    program: Program,
    Id(order): Id<OrderId>,
    Json(new, once): Json<ShipmentNew>,
) -> Result<Answer, Problem> {
    let ShipmentNew { carrier, tracking, shipped_at } = new;
    let new = NewShipment { carrier, tracking, shipped_at };
    let add = async move |tx: &mut Tx<'_>| {
        let id = orders::ship(tx, order, &new).await?;
        Ok(Answer::added(format!("/api/v1/shipments/{id}"), &Shipment::present(tx, id).await?)?)
    };
    program.change(&app, once, add).await
}

/// Get a shipment
#[utoipa::path(get, path = "/api/v1/shipments/{id}", tag = "orders", params(IfNoneMatch),
    responses((status = 200, description = "The shipment", body = Shipment)))]
pub async fn show(
    State(app): State<App>,
    Id(id): Id<ShipmentId>,
    known: IfNoneMatch,
) -> Result<Answer, Problem> {
    thing::shown::<Shipment>(&app, id, known).await
}

/// Say when a shipment arrived
#[utoipa::path(patch, path = "/api/v1/shipments/{id}", tag = "orders",
    params(IfMatch, IdempotencyKey),
    request_body(content(
        (ShipmentFields = "application/merge-patch+json"), (ShipmentFields = "application/json"))),
    responses((status = 200, description = "The shipment as it is now", body = Shipment)))]
pub async fn edit(
    State(app): State<App>,
    program: Program,
    Id(id): Id<ShipmentId>,
    seen: IfMatch,
    Json(fields, once): Json<ShipmentFields>,
) -> Result<Answer, Problem> {
    let edit = async move |tx: &mut Tx<'_>, _: Shipment| {
        if let Field::Becomes(at) = fields.delivered_at {
            orders::set_delivered(tx, id, at).await?;
        }
        Ok(())
    };
    program.edit::<Shipment, _>(&app, once, id, seen, edit).await
}

impl Thing for Shipment {
    type Id = ShipmentId;

    async fn present(snapshot: &mut Snapshot<'_>, id: ShipmentId) -> Result<Self, Error> {
        Ok(orders::shipment(snapshot, id).await?.ok_or(Problem::NotFound)?.into())
    }
}
