//! What happens to orders, as the log keeps it.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize, Serializer};
use store::log::Event;

use super::{Line, Order, OrderId, Shipment, ShipmentId, State};

/// An order was placed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OrderPlaced {
    /// Where it came from; empty where it was written down here.
    pub source: String,
    /// Its number there, if it has one.
    pub code: Option<String>,
    /// When.
    pub placed_at: DateTime<Utc>,
    /// In what it is paid, as ISO 4217 writes it.
    pub currency: String,
    /// What it comes to, in minor units.
    pub total: i64,
    /// What was bought.
    pub lines: Vec<Line>,
}

impl OrderPlaced {
    pub(super) fn of(order: &Order, lines: Vec<Line>) -> Self {
        Self {
            source: order.source.clone(),
            code: order.code.clone(),
            placed_at: order.placed_at,
            currency: order.currency.to_string(),
            total: order.total,
            lines,
        }
    }
}

impl Event for OrderPlaced {
    const KIND: &'static str = "order.placed";

    fn happened(&self) -> Option<DateTime<Utc>> {
        Some(self.placed_at)
    }
}

/// Orders of a customer were brought in from a file. Stands with the customer:
/// one entry for all of them, as a file has millions.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OrdersImported {
    /// Where they came from; empty for the business's own.
    pub source: String,
    /// Each of them, the first first.
    pub orders: Vec<ImportedOrder>,
}

impl Event for OrdersImported {
    const KIND: &'static str = "orders.imported";

    fn happened(&self) -> Option<DateTime<Utc>> {
        self.orders.iter().map(|order| order.placed_at).max()
    }
}

/// Orders of a customer were taken back with the import that had brought them.
/// Stands with the customer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OrdersRemoved {
    /// Where they came from.
    pub source: String,
    /// What each of them was, the first first.
    pub orders: Vec<ImportedOrder>,
}

impl Event for OrdersRemoved {
    const KIND: &'static str = "orders.removed";
}

/// Orders of a customer that had no currency were given one by a file that
/// knows it, or have none again once that is taken back. Stands with the
/// customer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OrdersGivenCurrency {
    /// Where they came from; empty for the business's own.
    pub source: String,
    /// What each of them is now, the first first.
    pub orders: Vec<ImportedOrder>,
}

impl Event for OrdersGivenCurrency {
    const KIND: &'static str = "orders.changed";
}

/// An order of a file, as the log keeps it; its lines stand with the order.
///
/// Written as a list of its fields: there are millions, and their names would be
/// a third of what is written. Read with names too.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct ImportedOrder {
    /// Which.
    pub id: OrderId,
    /// Its number.
    pub code: String,
    /// When it was placed.
    #[serde(rename = "at")]
    pub placed_at: DateTime<Utc>,
    /// In what it is paid, as ISO 4217 writes it.
    pub currency: String,
    /// What it comes to, in minor units.
    pub total: i64,
    /// How far it was by then.
    pub state: State,
}

impl ImportedOrder {
    /// The names of its fields, in the order in which they are written.
    pub const FIELDS: [&str; 6] = ["id", "code", "at", "currency", "total", "state"];
}

impl Serialize for ImportedOrder {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self { id, code, placed_at, currency, total, state } = self;
        (id, code, placed_at, currency, total, state).serialize(serializer)
    }
}

/// An order is further than it was, or will not be.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OrderChanged {
    /// What it was.
    pub from: State,
    /// What it became.
    pub to: State,
    /// The shipment that made it so, if one did.
    pub shipment: Option<ShipmentId>,
}

impl Event for OrderChanged {
    const KIND: &'static str = "order.changed";
}

/// An order, or a part of it, was sent. Stands with its order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShipmentSent {
    /// Which shipment.
    pub shipment: ShipmentId,
    /// Who brings it.
    pub carrier: String,
    /// Its number with the carrier.
    pub tracking: Option<String>,
    /// When it was sent.
    pub shipped_at: DateTime<Utc>,
}

impl ShipmentSent {
    pub(super) fn of(shipment: &Shipment) -> Self {
        Self {
            shipment: shipment.id,
            carrier: shipment.carrier.clone(),
            tracking: shipment.tracking.clone(),
            shipped_at: shipment.shipped_at,
        }
    }
}

impl Event for ShipmentSent {
    const KIND: &'static str = "shipment.sent";
}

/// A shipment arrived, or was said to by mistake. Stands with its order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShipmentChanged {
    /// Which shipment.
    pub shipment: ShipmentId,
    /// When it was thought to have arrived.
    pub from: Option<DateTime<Utc>>,
    /// When it arrived.
    pub to: Option<DateTime<Utc>>,
}

impl Event for ShipmentChanged {
    const KIND: &'static str = "shipment.changed";
}

/// What an order holds was edited.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OrderEdited {
    /// What it held.
    pub from: OrderPlaced,
    /// What it holds.
    pub to: OrderPlaced,
}

impl Event for OrderEdited {
    const KIND: &'static str = "order.edited";
}
