//! What becomes of an order.

use axum::response::{IntoResponse as _, Redirect, Response};
use domain::know::orders::{self, NewShipment, OrderError, OrderId, ShipmentId, State};
use serde::Deserialize;

use super::show::NotTaken;
use super::{show, words};
use crate::path::Path;
use crate::{Form, Nothing, Page, Problem, Writer};

/// `POST /orders/{id}/state/{state}`
///
/// # Errors
/// Where there is none, or the database cannot be reached.
pub async fn state(
    writer: Writer,
    Path((id, to)): Path<(OrderId, String)>,
    Form(Nothing {}): Form<Nothing>,
) -> Result<Redirect, Problem> {
    let to = State::named(&to).ok_or(Problem::NotFound)?;
    match writer.write(async move |tx| orders::change_state(tx, id, to).await).await {
        Ok(was) => {
            let words = words::is_now(writer.frame.reader, to);
            if was == to {
                writer.tell(words);
            } else {
                writer.tell_undoable(words, format!("/orders/{id}/state/{}", was.name()));
            }
        }
        Err(OrderError::NotPossible { .. }) => {
            writer.refuse(writer.say("order-not-possible"));
        }
        Err(other) => return Err(other.into()),
    }
    Ok(Redirect::to(&format!("/orders/{id}")))
}

/// What the form of a shipment sends.
#[derive(Deserialize)]
pub struct Parcel {
    carrier: String,
    #[serde(default)]
    tracking: String,
}

/// `POST /orders/{id}/ship`
///
/// # Errors
/// Where there is none, or the database cannot be reached.
pub async fn ship(
    writer: Writer,
    Path(id): Path<OrderId>,
    Form(sent): Form<Parcel>,
) -> Result<Response, Problem> {
    let Parcel { carrier, tracking } = sent;
    let new = NewShipment {
        carrier: carrier.clone(),
        tracking: Some(tracking.clone()),
        shipped_at: None,
    };
    let shipped = writer.write(async move |tx| orders::ship(tx, id, &new).await).await;
    match shipped {
        Ok(_) => writer.tell(writer.say("order-was-sent")),
        Err(OrderError::NotPossible { .. }) => writer.refuse(writer.say("order-not-possible")),
        Err(error) => {
            let refused = Some(words::refusal(writer.frame.reader, error)?);
            let not_taken = NotTaken { carrier, tracking, refused };
            let page =
                show::page(&writer.app, writer.frame, &writer.visitor, id, Some(not_taken)).await?;
            return Ok(Page(page).refused());
        }
    }
    Ok(Redirect::to(&format!("/orders/{id}")).into_response())
}

/// `POST /shipments/{id}/delivered`: it arrived now.
///
/// # Errors
/// Where there is none, or the database cannot be reached.
pub async fn delivered(
    writer: Writer,
    Path(id): Path<ShipmentId>,
    Form(Nothing {}): Form<Nothing>,
) -> Result<Redirect, Problem> {
    let arrive = async move |tx: &mut store::Tx<'_>| {
        let now = tx.now();
        orders::set_delivered(tx, id, Some(now)).await
    };
    let order = writer.write(arrive).await?;
    let words = writer.say("timeline-shipment-arrived");
    writer.tell_undoable(words, format!("/shipments/{id}/under-way"));
    Ok(Redirect::to(&format!("/orders/{order}")))
}

/// `POST /shipments/{id}/under-way`: it has not arrived after all.
///
/// # Errors
/// Where there is none, or the database cannot be reached.
pub async fn under_way(
    writer: Writer,
    Path(id): Path<ShipmentId>,
    Form(Nothing {}): Form<Nothing>,
) -> Result<Redirect, Problem> {
    let write = async move |tx: &mut store::Tx<'_>| orders::set_delivered(tx, id, None).await;
    let order = writer.write(write).await?;
    Ok(Redirect::to(&format!("/orders/{order}")))
}
