//! What becomes of an order.

use axum::extract::{Path, State as Shared};
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Redirect, Response};
use domain::know::orders::{self, NewShipment, OrderError, OrderId, ShipmentId, State};
use serde::Deserialize;

use super::show::NotTaken;
use super::{show, words};
use crate::cookies::Jar;
use crate::know::customers::edit::Nothing;
use crate::{App, Form, Frame, Notice, Page, Problem, Visitor};

/// `POST /orders/{id}/state/{state}`
///
/// # Errors
/// Where there is none, or the database cannot be reached.
pub async fn state(
    Shared(app): Shared<App>,
    Path((id, to)): Path<(OrderId, String)>,
    frame: Frame,
    visitor: Visitor,
    jar: Jar,
    Form(Nothing {}): Form<Nothing>,
) -> Result<Redirect, Problem> {
    let who = visitor.actor().ok_or(Problem::SignInNeeded)?;
    let to = State::named(&to).ok_or(Problem::NotFound)?;
    let was = orders::order(&mut app.db.reader().await?.snapshot(), id).await?;
    let was = was.ok_or(Problem::NotFound)?.state;
    match app.db.write(who, async move |tx| orders::change_state(tx, id, to).await).await {
        Ok(()) => {
            let back = format!("/orders/{id}/state/{}", was.name());
            Notice::undoable(words::is_now(frame.reader, to), back).leave(&visitor, &jar);
        }
        Err(OrderError::NotPossible { .. }) => {
            Notice::of(frame.say("order-not-possible")).leave(&visitor, &jar);
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
    Shared(app): Shared<App>,
    Path(id): Path<OrderId>,
    frame: Frame,
    visitor: Visitor,
    jar: Jar,
    Form(sent): Form<Parcel>,
) -> Result<Response, Problem> {
    let who = visitor.actor().ok_or(Problem::SignInNeeded)?;
    let Parcel { carrier, tracking } = sent;
    let new = NewShipment {
        carrier: carrier.clone(),
        tracking: Some(tracking.clone()),
        shipped_at: None,
    };
    let shipped = app.db.write(who, async move |tx| orders::ship(tx, id, &new).await).await;
    let key = match shipped {
        Ok(_) => "order-was-sent",
        Err(OrderError::NotPossible { .. }) => "order-not-possible",
        Err(error) => {
            let refused = Some(words::refusal(frame.reader, error)?);
            let not_taken = NotTaken { carrier, tracking, refused };
            let page = show::page(&app, frame, &visitor, id, Some(not_taken)).await?;
            return Ok((StatusCode::UNPROCESSABLE_ENTITY, Page(page)).into_response());
        }
    };
    Notice::of(frame.say(key)).leave(&visitor, &jar);
    Ok(Redirect::to(&format!("/orders/{id}")).into_response())
}

/// `POST /shipments/{id}/delivered`: it arrived now.
///
/// # Errors
/// Where there is none, or the database cannot be reached.
pub async fn delivered(
    Shared(app): Shared<App>,
    Path(id): Path<ShipmentId>,
    frame: Frame,
    visitor: Visitor,
    jar: Jar,
    Form(Nothing {}): Form<Nothing>,
) -> Result<Redirect, Problem> {
    let who = visitor.actor().ok_or(Problem::SignInNeeded)?;
    let arrive = async move |tx: &mut store::Tx<'_>| {
        let now = tx.now();
        orders::set_delivered(tx, id, Some(now)).await
    };
    let order = app.db.write(who, arrive).await?;
    let words = frame.say("timeline-shipment-arrived");
    Notice::undoable(words, format!("/shipments/{id}/under-way")).leave(&visitor, &jar);
    Ok(Redirect::to(&format!("/orders/{order}")))
}

/// `POST /shipments/{id}/under-way`: it has not arrived after all.
///
/// # Errors
/// Where there is none, or the database cannot be reached.
pub async fn under_way(
    Shared(app): Shared<App>,
    Path(id): Path<ShipmentId>,
    visitor: Visitor,
    Form(Nothing {}): Form<Nothing>,
) -> Result<Redirect, Problem> {
    let who = visitor.actor().ok_or(Problem::SignInNeeded)?;
    let write = async move |tx: &mut store::Tx<'_>| orders::set_delivered(tx, id, None).await;
    let order = app.db.write(who, write).await?;
    Ok(Redirect::to(&format!("/orders/{order}")))
}
