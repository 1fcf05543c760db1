//! How far orders are: what somebody says of it, and what their shipments do.

use ::store::{Snapshot, StoreError, Tx};
use chrono::{DateTime, Utc};

use super::{
    NewShipment, Order, OrderChanged, OrderError, OrderId, Part, Shipment, ShipmentChanged,
    ShipmentId, ShipmentSent, State, of, rules, store,
};

/// Says how far an order without shipments is, or cancels one. Returns what it
/// was, for whoever takes it back.
///
/// # Errors
/// Where there is none, or it cannot be what is wanted.
pub async fn change_state(tx: &mut Tx<'_>, id: OrderId, to: State) -> Result<State, OrderError> {
    let order = store::held(tx, id).await?.ok_or(OrderError::Unknown)?;
    let shipments = store::shipments(tx, id).await?;
    if order.state == to {
        return Ok(to);
    }
    if !rules::may_become(order.state, to, &shipments) {
        return Err(OrderError::NotPossible { from: order.state, to });
    }
    become_of(tx, &order, to, None).await?;
    Ok(order.state)
}

/// Sends an order, or a part of it, on its way.
///
/// # Errors
/// Where a part is refused, there is no such order, or it is cancelled.
pub async fn ship(
    tx: &mut Tx<'_>,
    id: OrderId,
    new: &NewShipment,
) -> Result<ShipmentId, OrderError> {
    let new = rules::checked_shipment(new, tx.now())?;
    let order = store::held(tx, id).await?.ok_or(OrderError::Unknown)?;
    if order.state == State::Cancelled {
        return Err(OrderError::NotPossible { from: order.state, to: State::Shipped });
    }
    let shipment = Shipment {
        id: tx.new_id(),
        order_id: id,
        carrier: new.carrier,
        tracking: new.tracking,
        shipped_at: new.shipped_at.unwrap_or(tx.now()),
        delivered_at: None,
    };
    store::insert_shipment(tx, &shipment).await?;
    tx.append(of(id, order.customer), &ShipmentSent::of(&shipment)).await?;
    settle(tx, &order, shipment.id).await?;
    Ok(shipment.id)
}

/// Says when a shipment arrived, or that it has not. Returns its order.
///
/// # Errors
/// Where there is no such shipment, or it would arrive before it was sent or
/// in the future.
pub async fn set_delivered(
    tx: &mut Tx<'_>,
    id: ShipmentId,
    at: Option<DateTime<Utc>>,
) -> Result<OrderId, OrderError> {
    let of_order = store::shipment(tx, id).await?.ok_or(OrderError::Unknown)?.order_id;
    let order = store::held(tx, of_order).await?.ok_or(OrderError::Unknown)?;
    let was = store::shipment(tx, id).await?.ok_or(OrderError::Unknown)?;
    if at.is_some_and(|at| at < was.shipped_at || at > tx.now()) {
        return Err(OrderError::Refused(Part::DeliveredAt));
    }
    if was.delivered_at != at {
        store::set_delivered(tx, id, at).await?;
        let event = ShipmentChanged { shipment: id, from: was.delivered_at, to: at };
        tx.append(of(order.id, order.customer), &event).await?;
        settle(tx, &order, id).await?;
    }
    Ok(order.id)
}

/// A shipment.
///
/// # Errors
/// Where the database refuses it.
pub async fn shipment(
    snapshot: &mut Snapshot<'_>,
    id: ShipmentId,
) -> Result<Option<Shipment>, StoreError> {
    store::shipment(snapshot, id).await
}

/// Those of these shipments that are there, in no order.
///
/// # Errors
/// Where the database refuses it.
pub async fn shipments_among(
    snapshot: &mut Snapshot<'_>,
    ids: &[ShipmentId],
) -> Result<Vec<Shipment>, StoreError> {
    if ids.is_empty() { Ok(Vec::new()) } else { store::shipments_among(snapshot, ids).await }
}

/// The shipments of an order, the first first.
///
/// # Errors
/// Where the database refuses it.
pub async fn shipments(
    snapshot: &mut Snapshot<'_>,
    id: OrderId,
) -> Result<Vec<Shipment>, StoreError> {
    store::shipments(snapshot, id).await
}

/// Makes an order be what its shipments say.
async fn settle(tx: &mut Tx<'_>, order: &Order, by: ShipmentId) -> Result<(), OrderError> {
    let shipments = store::shipments(tx, order.id).await?;
    let to = rules::settled(order.state, &shipments);
    if to == order.state { Ok(()) } else { become_of(tx, order, to, Some(by)).await }
}

async fn become_of(
    tx: &mut Tx<'_>,
    order: &Order,
    to: State,
    by: Option<ShipmentId>,
) -> Result<(), OrderError> {
    store::set_state(tx, order.id, to).await?;
    let event = OrderChanged { from: order.state, to, shipment: by };
    tx.append(of(order.id, order.customer), &event).await?;
    Ok(())
}
