//! Orders, for programs: one by one, many at once, and how they are sent.

pub mod bulk;
pub mod list;
pub mod one;
pub mod shipments;

use chrono::{DateTime, Utc};
use domain::know::customers::{self, CustomerId};
use domain::know::orders::{self, Line, NewLine, NewOrder, OrderId, State};
use domain::know::products::ProductId;
use kernel::Currency;
use serde::{Deserialize, Serialize};
use store::{Snapshot, Tx};
use utoipa::ToSchema;

use super::{Error, Thing, schema};
use crate::Problem;
use crate::problem::Wrong;
use shipments::Shipment;

/// An order.
#[derive(Debug, Serialize, ToSchema)]
pub struct Order {
    /// Which.
    #[schema(value_type = Uuid)]
    id: OrderId,
    /// Whose.
    #[schema(value_type = Uuid)]
    customer_id: CustomerId,
    /// The shop or market it came from; empty where it was written down by hand.
    source: String,
    /// Its number there.
    #[schema(required)]
    code: Option<String>,
    /// When it was placed.
    placed_at: DateTime<Utc>,
    /// In what it is paid: ISO 4217.
    #[schema(value_type = String, example = "EUR")]
    currency: Currency,
    /// What it comes to, in minor units of the currency: 4139 are EUR 41.39.
    total: i64,
    /// How far it is.
    #[schema(schema_with = schema::order_state)]
    state: State,
    /// What was bought.
    lines: Vec<OrderLine>,
    /// How it was sent, the first first.
    shipments: Vec<Shipment>,
}

/// A line of an order.
#[derive(Debug, Serialize, ToSchema)]
pub struct OrderLine {
    /// What was bought.
    #[schema(value_type = Uuid)]
    product_id: ProductId,
    /// What it is called.
    product: String,
    /// How many.
    quantity: i64,
    /// What one costs, in minor units; below zero for a discount.
    unit_price: i64,
}

/// An order to be added. One of `customer_id` and `customer_code` says whose it is.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({
    "customer_code": "K-17", "source": "shop", "code": "A-1042", "currency": "EUR",
    "placed_at": "2026-02-27T09:30:00Z",
    "lines": [{ "product": "Rye bread", "quantity": 2, "unit_price": 450 }]
}))]
pub struct OrderNew {
    /// Whose it is.
    #[schema(value_type = Option<Uuid>)]
    customer_id: Option<CustomerId>,
    /// Whose it is, by their number in your other systems.
    #[schema(max_length = 300)]
    customer_code: Option<String>,
    /// The shop or market it comes from.
    #[serde(default)]
    #[schema(max_length = 300, example = "shop")]
    source: String,
    /// Its number there: sent again, the same order is not added again.
    #[serde(default)]
    #[schema(max_length = 300, example = "A-1042")]
    code: String,
    /// When it was placed; now, where nothing is said.
    placed_at: Option<DateTime<Utc>>,
    /// In what it is paid: ISO 4217.
    #[schema(pattern = "^[A-Za-z]{3}$", example = "EUR")]
    currency: String,
    /// What it comes to, in minor units; the sum of the lines, where nothing is said.
    #[schema(minimum = 0, maximum = 1_000_000_000_000_i64)]
    total: Option<i64>,
    /// What was bought.
    #[serde(default)]
    #[schema(max_items = 500)]
    lines: Vec<OrderLineNew>,
}

/// A line of an order to be added.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct OrderLineNew {
    /// What the product is called, in any capitals; without a source in any spaces and punctuation too. One that nobody has bought is added.
    #[schema(min_length = 1, max_length = 300)]
    product: String,
    /// How many.
    #[schema(minimum = 1, maximum = 1_000_000_000)]
    quantity: i64,
    /// What one costs, in minor units; below zero for a discount.
    #[schema(minimum = -1_000_000_000, maximum = 1_000_000_000)]
    unit_price: i64,
}

impl OrderNew {
    /// Adds it, unless its source has told of it before.
    ///
    /// # Errors
    /// Where a field is not taken, or the source told of another order under
    /// its number. Nothing is kept then.
    async fn add(&self, tx: &mut Tx<'_>) -> Result<orders::Added, Error> {
        let customer = self.customer(tx).await?;
        Ok(orders::add_once(tx, customer, &self.read()?).await?)
    }

    async fn customer(&self, snapshot: &mut Snapshot<'_>) -> Result<CustomerId, Error> {
        let refused = |field, why| Problem::Refused(vec![Wrong::new(field, "not_one", why)]);
        match (self.customer_id, &self.customer_code) {
            (Some(id), None) => match customers::customer(snapshot, id).await? {
                Some(known) => Ok(known.id),
                None => Err(refused("customer_id", "there is no such customer").into()),
            },
            (None, Some(code)) => match customers::with_code(snapshot, code).await? {
                Some(id) => Ok(id),
                None => Err(refused("customer_code", "no customer has this code").into()),
            },
            (None, None) => {
                let why = "say whose order it is: customer_id or customer_code";
                Err(Problem::Refused(vec![Wrong::new("customer_id", "missing", why)]).into())
            }
            (Some(_), Some(_)) => {
                let why = "customer_id says whose order it is: leave customer_code out";
                Err(refused("customer_code", why).into())
            }
        }
    }

    fn read(&self) -> Result<NewOrder, Problem> {
        let currency = currency_of(&self.currency)?;
        Ok(NewOrder {
            source: self.source.clone(),
            code: self.code.clone(),
            placed_at: self.placed_at,
            currency,
            total: self.total,
            lines: self.lines.iter().cloned().map(NewLine::from).collect(),
        })
    }
}

/// The currency of a code.
fn currency_of(code: &str) -> Result<Currency, Problem> {
    code.parse().map_err(|error| Problem::Refused(vec![Wrong::new("currency", "not_one", error)]))
}

impl From<OrderLine> for NewLine {
    fn from(line: OrderLine) -> Self {
        let OrderLine { product, quantity, unit_price, .. } = line;
        Self { product, quantity, unit_price }
    }
}

impl From<OrderLineNew> for NewLine {
    fn from(line: OrderLineNew) -> Self {
        let OrderLineNew { product, quantity, unit_price } = line;
        Self { product, quantity, unit_price }
    }
}

impl From<Line> for OrderLine {
    fn from(line: Line) -> Self {
        let Line { product, name, quantity, unit_price } = line;
        Self { product_id: product, product: name, quantity, unit_price }
    }
}

impl Thing for Order {
    type Id = OrderId;

    /// With all that belongs to it.
    async fn present(snapshot: &mut Snapshot<'_>, id: OrderId) -> Result<Self, Error> {
        let order = orders::order(snapshot, id).await?.ok_or(Problem::NotFound)?;
        let lines = orders::lines(snapshot, id).await?;
        let shipments = orders::shipments(snapshot, id).await?;
        Ok(Self {
            id,
            customer_id: order.customer,
            source: order.source,
            code: order.code,
            placed_at: order.placed_at,
            currency: order.currency,
            total: order.total,
            state: order.state,
            lines: lines.into_iter().map(OrderLine::from).collect(),
            shipments: shipments.into_iter().map(Shipment::from).collect(),
        })
    }
}
