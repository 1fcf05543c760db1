//! What is applied together, read and laid out beside what the database does.

use ::store::StoreError;
use chrono::{DateTime, Utc};
use kernel::Currency;
use uuid::Uuid;

use crate::know::imports::rules;
use crate::know::imports::staged::{self, StagedCustomer, StagedOrder};
use crate::know::orders::{OrderId, State};

/// Customers of some parts, and their orders as they go in.
pub struct Batch {
    pub customers: Vec<StagedCustomer>,
    /// Those of the orders, customer by customer.
    pub ids: Vec<OrderId>,
    /// Each order once more, in the order of the index that they go into, which is
    /// that of their ids.
    pub rows: Vec<OrderRow>,
}

/// An order as it goes into its table. Holds what it says itself, so that rows are
/// read one behind the other and not from wherever their customers lie.
pub struct OrderRow {
    /// Which of the customers.
    pub buyer: usize,
    pub id: OrderId,
    pub code: String,
    pub placed_at: DateTime<Utc>,
    pub currency: Currency,
    pub total: i64,
    pub state: State,
}

/// By what orders are sorted before they are added.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SortedBy {
    /// Their numbers, where no index is left but the one that keeps these.
    Number,
    /// When they were placed.
    Moment,
}

impl Batch {
    /// Reads the customers of some parts, and gives their orders ids.
    pub fn read(
        parts: &[String],
        by: SortedBy,
        new_id: &mut impl FnMut() -> OrderId,
    ) -> Result<Self, StoreError> {
        let customers = staged::read(parts)?;
        let orders = customers.iter().enumerate();
        let orders = orders
            .flat_map(|(buyer, customer)| customer.orders.iter().map(move |order| (buyer, order)));
        let mut orders: Vec<(usize, (usize, &StagedOrder))> = orders.enumerate().collect();
        match by {
            SortedBy::Number => {
                orders.sort_by(|(_, (_, one)), (_, (_, other))| one.code.cmp(&other.code));
            }
            SortedBy::Moment => orders.sort_by_key(|(_, (_, order))| order.placed_at),
        }
        let mut ids = vec![OrderId(Uuid::nil()); orders.len()];
        let row = |(place, (buyer, order)): (usize, (usize, &StagedOrder))| {
            let id = new_id();
            ids[place] = id;
            OrderRow {
                buyer,
                id,
                code: order.code.clone(),
                placed_at: order.placed_at,
                currency: order.currency,
                total: order.total,
                state: rules::state(order),
            }
        };
        let rows = orders.into_iter().map(row).collect();
        Ok(Self { customers, ids, rows })
    }
}
