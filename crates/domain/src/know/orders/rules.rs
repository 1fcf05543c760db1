//! What an order may be, and what it may become.

use chrono::{DateTime, SubsecRound as _, TimeDelta, Utc};
use kernel::Currency;

use super::{Line, NewLine, NewOrder, NewShipment, Order, OrderError, Part, Shipment, State};
use crate::know::{customers, products};

/// Lines of an order at most.
pub const MOST_LINES: usize = 500;
/// Characters of a number, a name or a carrier at most.
pub const LONGEST: usize = 300;
/// What one line may hold, and what an order comes to at most: beyond that
/// somebody has slipped, and sums of it would not fit.
const MOST: i64 = 1_000_000_000;
const MOST_IN_ALL: i64 = 1_000_000_000_000;
/// Clocks of browsers are a little off; what is so near is now.
const NEARLY_NOW: TimeDelta = TimeDelta::minutes(5);

/// An order as it is kept.
pub struct Checked {
    pub source: String,
    pub code: Option<String>,
    pub placed_at: Option<DateTime<Utc>>,
    pub currency: Currency,
    pub total: i64,
    pub lines: Vec<NewLine>,
}

/// What is to be kept of what was given.
pub fn checked(new: &NewOrder, now: DateTime<Utc>) -> Result<Checked, OrderError> {
    if !new.currency.is_known() {
        return Err(OrderError::Refused(Part::Currency));
    }
    if new.lines.len() > MOST_LINES {
        return Err(OrderError::TooManyLines);
    }
    let lines: Vec<NewLine> = new.lines.iter().enumerate().map(line).collect::<Result<_, _>>()?;
    let is_amount = |total: &i64| (0..=MOST_IN_ALL).contains(total);
    let total = match new.total {
        Some(total) => Some(total),
        None if lines.is_empty() => None,
        None => sum(lines.iter().map(|line| (line.quantity, line.unit_price))),
    };
    Ok(Checked {
        source: text(&new.source, Part::Source)?.unwrap_or_default(),
        code: text(&new.code, Part::Code)?,
        placed_at: past(new.placed_at, now, Part::PlacedAt)?,
        currency: new.currency,
        total: total.filter(is_amount).ok_or(OrderError::Refused(Part::Total))?,
        lines,
    })
}

/// Whether an order is what its source tells of again; what nothing is said of
/// was made up by us.
pub fn is_told_by(known: &Order, lines: &[Line], told: &Checked) -> bool {
    // PostgreSQL keeps microseconds.
    let is_then = |at: DateTime<Utc>| at.trunc_subsecs(6) == known.placed_at.trunc_subsecs(6);
    let is_line = |line: &Line, told: &NewLine| {
        line.name.to_lowercase() == told.product.to_lowercase()
            && (line.quantity, line.unit_price) == (told.quantity, told.unit_price)
    };
    (known.currency, known.total) == (told.currency, told.total)
        && told.placed_at.is_none_or(is_then)
        && lines.len() == told.lines.len()
        && lines.iter().zip(&told.lines).all(|(line, told)| is_line(line, told))
}

/// What is to be kept of a shipment.
pub fn checked_shipment(new: &NewShipment, now: DateTime<Utc>) -> Result<NewShipment, OrderError> {
    Ok(NewShipment {
        carrier: text(&new.carrier, Part::Carrier)?.ok_or(OrderError::Refused(Part::Carrier))?,
        tracking: text(new.tracking.as_deref().unwrap_or_default(), Part::Tracking)?,
        shipped_at: past(new.shipped_at, now, Part::ShippedAt)?,
    })
}

/// Whether somebody may say that an order is now this. Where there are
/// shipments they say how far it is, and what has arrived is no more to be
/// called off.
pub fn may_become(from: State, to: State, shipments: &[Shipment]) -> bool {
    match (from, to) {
        (State::Open | State::Shipped, State::Cancelled) => true,
        (State::Delivered, State::Cancelled) => false,
        (State::Cancelled, back) => shipments.is_empty() || back == settled(State::Open, shipments),
        (State::Open | State::Shipped | State::Delivered, _) => shipments.is_empty(),
    }
}

/// What an order is, by its shipments; what was called off stays so.
pub fn settled(state: State, shipments: &[Shipment]) -> State {
    match state {
        State::Cancelled => State::Cancelled,
        State::Open | State::Shipped | State::Delivered if shipments.is_empty() => state,
        State::Open | State::Shipped | State::Delivered => {
            let all_arrived = shipments.iter().all(|shipment| shipment.delivered_at.is_some());
            if all_arrived { State::Delivered } else { State::Shipped }
        }
    }
}

/// An amount as people type it, in minor units: digits, and after a point or
/// comma as many more as the currency has at most. None for anything that
/// could be read in two ways.
#[must_use]
pub fn minor_units(text: &str, currency: Currency) -> Option<i64> {
    kernel::decimal(text, currency.decimals())
}

/// What lines come to; none where it is more than can be counted.
#[must_use]
pub fn sum_of(lines: &[Line]) -> Option<i64> {
    sum(lines.iter().map(|line| (line.quantity, line.unit_price)))
}

fn line((place, line): (usize, &NewLine)) -> Result<NewLine, OrderError> {
    let refused = || OrderError::Refused(Part::Line(place));
    let product = products::name(&line.product).map_err(|_| refused())?;
    let is_one = (1..=MOST).contains(&line.quantity) && (-MOST..=MOST).contains(&line.unit_price);
    if !is_one {
        return Err(refused());
    }
    Ok(NewLine { product, quantity: line.quantity, unit_price: line.unit_price })
}

fn sum(mut lines: impl Iterator<Item = (i64, i64)>) -> Option<i64> {
    lines.try_fold(0_i64, |sum, (quantity, price)| sum.checked_add(quantity.checked_mul(price)?))
}

fn text(text: &str, part: Part) -> Result<Option<String>, OrderError> {
    if text.trim().is_empty() {
        return Ok(None);
    }
    let kept = customers::one_line(text).filter(|kept| kept.chars().count() <= LONGEST);
    kept.map(Some).ok_or(OrderError::Refused(part))
}

fn past(
    at: Option<DateTime<Utc>>,
    now: DateTime<Utc>,
    part: Part,
) -> Result<Option<DateTime<Utc>>, OrderError> {
    if at.is_some_and(|at| at > now + NEARLY_NOW) {
        return Err(OrderError::Refused(part));
    }
    Ok(at.map(|at| at.min(now)))
}
