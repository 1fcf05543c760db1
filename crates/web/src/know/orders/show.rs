//! The page of an order: its lines, how far it is, how it was sent.

use askama::Template;
use axum::extract::State as Shared;
use domain::know::orders::{self, Order, OrderId, Part, Shipment, State};
use domain::office::rights::Right;

use super::{list, words};
use crate::components::{Action, Input, Menu, Status, icon};
use crate::know::when;
use crate::path::Path;
use crate::{App, Frame, Page, Problem, Reader, Visitor};

/// The page.
#[derive(Template)]
#[template(path = "know/orders/show.html")]
pub struct Show {
    frame: Frame,
    known: Order,
    whose: String,
    title: String,
    when: String,
    status: Status,
    total: String,
    lines: Vec<LineRow>,
    shipments: Vec<ShipmentRow>,
    may_edit: bool,
    inputs: Vec<Input>,
}

/// What was typed about a shipment and not taken, and why.
#[derive(Default)]
pub(super) struct NotTaken {
    pub(super) carrier: String,
    pub(super) tracking: String,
    pub(super) refused: Option<(Part, String)>,
}

impl NotTaken {
    fn inputs(self, reader: Reader) -> Vec<Input> {
        let input = |part: Part, key, value| Input {
            value,
            is_required: part == Part::Carrier,
            error: self.refused.clone().filter(|(refused, _)| *refused == part).map(|(_, why)| why),
            ..Input::line(part.name(), reader.say(key))
        };
        vec![
            input(Part::Carrier, "order-carrier", self.carrier.clone()),
            input(Part::Tracking, "order-tracking", self.tracking.clone()),
        ]
    }
}

struct LineRow {
    product: String,
    /// The orders with this product.
    href: String,
    quantity: String,
    price: String,
    sum: String,
}

struct ShipmentRow {
    known: Shipment,
    words: String,
}

impl Show {
    /// Whether one more shipment is the exception: nobody is waiting for it.
    fn is_shipping_done(&self) -> bool {
        let has_error = self.inputs.iter().any(|input| input.error.is_some());
        self.known.state == State::Delivered && !has_error
    }

    /// What somebody may say that the order is.
    fn menu(&self) -> Menu<'_> {
        let others = State::ALL.into_iter().filter(|state| *state != self.known.state);
        let by_hand = others.filter(|state| {
            self.shipments.is_empty()
                || matches!(state, State::Cancelled)
                || self.known.state == State::Cancelled
        });
        let mark = |state: State| Action::Do {
            words: words::is_now(self.frame.reader, state),
            action: format!("/orders/{}/state/{}", self.known.id, state.name()),
            icon: None,
        };
        Menu {
            words: self.frame.say("interaction-more-to-do"),
            icon: Some(icon("more")),
            actions: by_hand.map(mark).collect(),
            token: &self.frame.token,
        }
    }
}

/// `GET /orders/{id}`
///
/// # Errors
/// Where there is none, or the database cannot be reached.
pub async fn show(
    Shared(app): Shared<App>,
    Path(id): Path<OrderId>,
    frame: Frame,
    visitor: Visitor,
) -> Result<Page<Show>, Problem> {
    Ok(Page(page(&app, frame, &visitor, id, None).await?))
}

/// The page, with what was typed about a shipment and not taken.
pub(super) async fn page(
    app: &App,
    mut frame: Frame,
    visitor: &Visitor,
    id: OrderId,
    not_taken: Option<NotTaken>,
) -> Result<Show, Problem> {
    let mut reader = app.db.reader().await?;
    let snapshot = &mut reader.snapshot();
    let known = orders::order(snapshot, id).await?.ok_or(Problem::NotFound)?;
    let customer = frame.turn_to(snapshot, known.customer).await?;
    let lines = orders::lines(snapshot, id).await?;
    let shipments = orders::shipments(snapshot, id).await?;
    let reader = frame.reader;
    let money = |minor| words::money(reader, minor, known.currency);
    let line = |line: orders::Line| LineRow {
        quantity: reader.phrases.integer(line.quantity),
        price: money(line.unit_price),
        sum: money(line.quantity.saturating_mul(line.unit_price)),
        href: list::with_product(line.product),
        product: line.name,
    };
    let shipment = |known: Shipment| {
        let (key, at) = match known.delivered_at {
            Some(at) => ("order-arrived-on", at),
            None => ("order-sent-on", known.shipped_at),
        };
        let day = when::day(reader, at);
        ShipmentRow { words: reader.phrases.say_with(key, &[("day", day.into())]), known }
    };
    let inputs = not_taken.unwrap_or_default().inputs(reader);
    Ok(Show {
        whose: customer.name().to_owned(),
        title: words::title(reader, known.code.as_deref(), known.placed_at),
        when: when::day(reader, known.placed_at),
        status: words::status(reader, known.state),
        total: money(known.total),
        lines: lines.into_iter().map(line).collect(),
        shipments: shipments.into_iter().map(shipment).collect(),
        may_edit: visitor.may(Right::EditOrders),
        inputs,
        known,
        frame,
    })
}
