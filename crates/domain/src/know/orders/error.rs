//! Why something about an order was not done.

use store::StoreError;

use super::{MOST_LINES, State};
use crate::know::customers::CustomerError;

/// What of an order was refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// Its number.
    Code,
    /// Where it came from.
    Source,
    /// When it was placed.
    PlacedAt,
    /// In what it is paid.
    Currency,
    /// What it comes to.
    Total,
    /// A line, counted from 0: the product, how many or the price.
    Line(usize),
    /// Who brings it.
    Carrier,
    /// Its number with the carrier.
    Tracking,
    /// When it was sent.
    ShippedAt,
    /// When it arrived.
    DeliveredAt,
}

impl Part {
    /// Its name in forms and the API.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Part::Code => "code",
            Part::Source => "source",
            Part::PlacedAt => "placed_at",
            Part::Currency => "currency",
            Part::Total => "total",
            Part::Line(_) => "line",
            Part::Carrier => "carrier",
            Part::Tracking => "tracking",
            Part::ShippedAt => "shipped_at",
            Part::DeliveredAt => "delivered_at",
        }
    }
}

/// Why something about an order was not done.
#[derive(Debug, thiserror::Error)]
pub enum OrderError {
    /// A part that was not taken.
    #[error("{} cannot be what was given: check it and try again", named(*.0))]
    Refused(Part),
    /// More lines than an order can have.
    #[error("an order has {} lines at most", MOST_LINES)]
    TooManyLines,
    /// The source has another order of this number.
    #[error("this source has an order of this number already: use another number")]
    CodeTaken,
    /// It cannot become this.
    #[error("an order that is {} cannot become {}", from.name(), to.name())]
    NotPossible {
        /// What it is.
        from: State,
        /// What was wanted.
        to: State,
    },
    /// Somebody else edited it meanwhile.
    #[error("somebody has edited this order meanwhile: look again and repeat")]
    ChangedSince,
    /// No such order or shipment.
    #[error("there is no such order or shipment")]
    Unknown,
    /// Something about the customer.
    #[error(transparent)]
    Customer(#[from] CustomerError),
    /// The database refused.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl store::db::Failure for OrderError {
    fn store(&self) -> Option<&StoreError> {
        match self {
            OrderError::Store(error) => Some(error),
            OrderError::Customer(error) => error.store(),
            OrderError::Refused(_)
            | OrderError::TooManyLines
            | OrderError::CodeTaken
            | OrderError::NotPossible { .. }
            | OrderError::ChangedSince
            | OrderError::Unknown => None,
        }
    }
}

/// A part as people are told of it; lines are counted from 1.
fn named(part: Part) -> String {
    match part {
        Part::Line(place) => format!("line {}", place + 1),
        other => other.name().to_owned(),
    }
}
