//! An order, its lines and its shipments.

use chrono::{DateTime, Utc};
use kernel::Currency;
use serde::{Deserialize, Serialize};

use super::OrderPlaced;
use crate::know::customers::{CustomerId, Version};
use crate::know::products::ProductId;

store::id! {
    /// Of an order.
    OrderId
}

store::id! {
    /// Of a shipment.
    ShipmentId
}

/// How far an order is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, store::Value, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// Placed.
    Open,
    /// On its way.
    Shipped,
    /// With the customer.
    Delivered,
    /// Called off.
    Cancelled,
}

impl State {
    /// All of them, in the order in which they come.
    pub const ALL: [State; 4] = [State::Open, State::Shipped, State::Delivered, State::Cancelled];

    /// Its name in URLs, the API and message keys.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            State::Open => "open",
            State::Shipped => "shipped",
            State::Delivered => "delivered",
            State::Cancelled => "cancelled",
        }
    }

    /// The state of a name.
    #[must_use]
    pub fn named(name: &str) -> Option<State> {
        State::ALL.into_iter().find(|state| state.name() == name)
    }
}

/// An order to be added.
#[derive(Debug, Clone)]
pub struct NewOrder {
    /// The shop or market it came from; empty where it is written down here.
    pub source: String,
    /// Its number there; empty where it has none.
    pub code: String,
    /// When it was placed; now, where nothing is said.
    pub placed_at: Option<DateTime<Utc>>,
    /// In what it is paid.
    pub currency: Currency,
    /// What it comes to in minor units; the sum of its lines, where nothing is
    /// said.
    pub total: Option<i64>,
    /// What was bought.
    pub lines: Vec<NewLine>,
}

impl NewOrder {
    /// What an order held, to be made so again.
    pub(super) fn again(held: OrderPlaced) -> Self {
        let line = |line: Line| NewLine {
            product: line.name,
            quantity: line.quantity,
            unit_price: line.unit_price,
        };
        Self {
            source: held.source,
            code: held.code.unwrap_or_default(),
            placed_at: Some(held.placed_at),
            currency: held.currency.parse().unwrap_or(Currency::NONE),
            total: Some(held.total),
            lines: held.lines.into_iter().map(line).collect(),
        }
    }
}

/// A line of an order to be added.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewLine {
    /// What the product is called.
    pub product: String,
    /// How many.
    pub quantity: i64,
    /// What one costs, in minor units; below zero for a discount.
    pub unit_price: i64,
}

/// An order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Order {
    /// Which.
    pub id: OrderId,
    /// Whose.
    pub customer: CustomerId,
    /// How often it has been edited.
    pub version: Version,
    /// The shop or market it came from; empty where it was written down here.
    pub source: String,
    /// Its number there.
    pub code: Option<String>,
    /// When it was placed.
    pub placed_at: DateTime<Utc>,
    /// In what it is paid.
    pub currency: Currency,
    /// What it comes to, in minor units.
    pub total: i64,
    /// How far it is.
    pub state: State,
}

/// A line of an order.
#[derive(Debug, Clone, PartialEq, Eq, store::Row, Serialize, Deserialize)]
pub struct Line {
    /// What was bought.
    pub product: ProductId,
    /// What it is called.
    pub name: String,
    /// How many.
    pub quantity: i64,
    /// What one costs, in minor units.
    pub unit_price: i64,
}

/// What became of an order that its source may have told of before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Added {
    /// It was not known.
    New(OrderId),
    /// It was known, just so.
    Known(OrderId),
}

/// A shipment to be sent.
#[derive(Debug, Clone)]
pub struct NewShipment {
    /// Who brings it.
    pub carrier: String,
    /// Its number with the carrier; empty where there is none.
    pub tracking: Option<String>,
    /// When it was sent; now, where nothing is said.
    pub shipped_at: Option<DateTime<Utc>>,
}

/// Something on its way to a customer, or with them.
#[derive(Debug, Clone, PartialEq, Eq, store::Row)]
pub struct Shipment {
    /// Which.
    pub id: ShipmentId,
    /// Of which order.
    pub order_id: OrderId,
    /// Who brings it.
    pub carrier: String,
    /// Its number with the carrier.
    pub tracking: Option<String>,
    /// When it was sent.
    pub shipped_at: DateTime<Utc>,
    /// When it arrived, if it did.
    pub delivered_at: Option<DateTime<Utc>>,
}
