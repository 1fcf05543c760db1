//! What states of orders are called and look like, and what is refused.

use chrono::{DateTime, Utc};
use domain::know::orders::{MOST_LINES, OrderError, Part, State};
use kernel::{Currency, Money};

use crate::components::{Status, Tone};
use crate::know::when;
use crate::{Problem, Reader};

/// The message that names a state.
pub fn key(state: State) -> &'static str {
    match state {
        State::Open => "order-open",
        State::Shipped => "order-shipped",
        State::Delivered => "order-delivered",
        State::Cancelled => "order-cancelled",
    }
}

/// A state as a mark.
pub fn status(reader: Reader, state: State) -> Status {
    let tone = match state {
        State::Open => Tone::Warn,
        State::Shipped => Tone::Accent,
        State::Delivered => Tone::Good,
        State::Cancelled => Tone::Quiet,
    };
    Status { words: reader.say(key(state)), tone, icon: None }
}

/// "Order: cancelled".
pub fn is_now(reader: Reader, state: State) -> String {
    let state = reader.say(key(state));
    reader.phrases.say_with("order-is-now", &[("state", state.into())])
}

/// An amount as people read it.
pub fn money(reader: Reader, minor: i64, currency: Currency) -> String {
    reader.phrases.money(Money::new(minor, currency))
}

/// "Order A-17", or "Order of 3 May 2026" where it has no number.
pub fn title(reader: Reader, code: Option<&str>, placed_at: DateTime<Utc>) -> String {
    if let Some(code) = code {
        format!("{} {code}", reader.say("frame-add-order"))
    } else {
        let day = when::day(reader, placed_at);
        reader.phrases.say_with("order-of", &[("day", day.into())])
    }
}

/// Below which input to say why something was not taken, and what.
///
/// # Errors
/// Where it is no fault of what was typed.
pub fn refusal(reader: Reader, error: OrderError) -> Result<(Part, String), Problem> {
    match error {
        OrderError::TooManyLines => {
            let most = u32::try_from(MOST_LINES).unwrap_or(u32::MAX);
            let why = reader.phrases.say_with("order-too-many-lines", &[("most", most.into())]);
            Ok((Part::Line(MOST_LINES), why))
        }
        OrderError::CodeTaken => Ok((Part::Code, reader.say("order-code-taken"))),
        OrderError::Refused(part) => {
            let key = match part {
                Part::Line(place) => {
                    let line = u32::try_from(place + 1).unwrap_or(u32::MAX);
                    let line = [("line", line.into())];
                    return Ok((part, reader.phrases.say_with("order-line-refused", &line)));
                }
                Part::PlacedAt | Part::ShippedAt | Part::DeliveredAt => "order-in-future",
                Part::Carrier => "value-missing",
                Part::Currency => "upload-currency-refused",
                Part::Code | Part::Source | Part::Total | Part::Tracking => "value-not-one",
            };
            Ok((part, reader.say(key)))
        }
        other => Err(other.into()),
    }
}

impl From<OrderError> for Problem {
    fn from(error: OrderError) -> Self {
        match error {
            OrderError::Unknown => Problem::NotFound,
            OrderError::Store(error) => error.into(),
            OrderError::Customer(error) => error.into(),
            refused @ (OrderError::Refused(_)
            | OrderError::TooManyLines
            | OrderError::CodeTaken
            | OrderError::ChangedSince
            | OrderError::NotPossible { .. }) => Problem::Malformed(refused.to_string()),
        }
    }
}
