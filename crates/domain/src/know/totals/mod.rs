//! Totals: how often each customer has ordered and what they have spent, kept
//! so that lists can be sorted and sifted by them.
//!
//! [`Totals`] follows the log. Whatever is written of an order, it counts the
//! orders of that customer again: those called off are left out, and the money
//! is what those in the currency of the last come to. It writes nothing to the
//! log, and made again from its start it is the same.

mod store;
#[cfg(test)]
pub(super) mod tests;

use std::collections::BTreeSet;

use ::store::log::{Entry, Event as _, LogReader};
use ::store::{StoreError, Tx};

use super::customers::CustomerId;
use super::orders::{OrdersGivenCurrency, OrdersImported, OrdersRemoved};

/// What entries about one order begin with.
const OF_AN_ORDER: &str = "order.";

/// Keeps the totals in step with the log.
#[derive(Debug, Clone, Copy, Default)]
pub struct Totals;

impl LogReader for Totals {
    const NAME: &'static str = "totals";
    type Error = StoreError;

    async fn read(&self, tx: &mut Tx<'_>, entries: &[Entry]) -> Result<(), StoreError> {
        let of_orders = entries.iter().filter(|entry| is_of_orders(&entry.kind));
        let customers: BTreeSet<CustomerId> =
            of_orders.filter_map(|entry| entry.subject.customer).map(CustomerId::from).collect();
        store::recount(tx, &Vec::from_iter(customers)).await
    }

    async fn clear(&self, tx: &mut Tx<'_>) -> Result<(), StoreError> {
        store::forget(tx).await
    }
}

fn is_of_orders(kind: &str) -> bool {
    kind.starts_with(OF_AN_ORDER)
        || matches!(kind, OrdersImported::KIND | OrdersRemoved::KIND | OrdersGivenCurrency::KIND)
}
