//! Taking back what an import made, but for what somebody has touched since. All
//! of it in the transaction of whoever calls; however much it is, little of it
//! is held in memory at once.

mod store;

use ::store::log::Subject;
use ::store::{StoreError, Tx};
use uuid::Uuid;

use super::{Import, ImportError, Undone};
use crate::know::customers::{self, CustomerId, Field};
use crate::know::orders::{ImportedOrder, OrdersRemoved};
use crate::know::products;

/// Of all orders there are so many are looked through at once, and those more
/// that the last customer among them has.
const STRETCH: u32 = 4_096;
/// So many fields are emptied at once.
const PORTION: u32 = 512;

/// Takes it back: orders first, then what hangs on them no more.
pub(super) async fn undo(tx: &mut Tx<'_>, import: &Import) -> Result<Undone, ImportError> {
    let applied = &import.counts.applied;
    let mut undone = Undone { orders_removed: orders(tx, import).await?, ..Undone::default() };
    undone.orders_kept = applied.orders_added.saturating_sub(undone.orders_removed);
    fills(tx, import, &mut undone).await?;
    undone.customers_removed = store::remove_customers(tx, import.id).await?;
    undone.customers_kept = applied.customers_added.saturating_sub(undone.customers_removed);
    undone.products_removed = products::take_back(tx, import.id.into()).await?;
    Ok(undone)
}

/// Removes the orders and returns how many. Customer by customer, so that all of
/// one is told at once.
async fn orders(tx: &mut Tx<'_>, import: &Import) -> Result<u64, StoreError> {
    let (mut after, mut removed) = (CustomerId(Uuid::nil()), 0);
    loop {
        let end = store::end_of_stretch(tx, after, STRETCH).await?;
        let orders = store::remove_orders(tx, import.id, after, end).await?;
        removed += orders.len() as u64;
        tell(tx, import, &orders).await?;
        let Some(end) = end else { return Ok(removed) };
        after = end;
    }
}

/// Writes down which orders each customer has no more, and when those who stay
/// were seen.
async fn tell(
    tx: &mut Tx<'_>,
    import: &Import,
    removed: &[(CustomerId, ImportedOrder)],
) -> Result<(), StoreError> {
    let (mut events, mut customers) = (Vec::new(), Vec::new());
    for theirs in removed.chunk_by(|(one, _), (other, _)| one == other) {
        let customer = theirs[0].0;
        let subject = Subject { id: customer.into(), customer: Some(customer.into()) };
        let orders = theirs.iter().map(|(_, order)| order.clone()).collect();
        events.push((subject, OrdersRemoved { source: import.source.clone(), orders }));
        customers.push(customer);
    }
    tx.append_all(&events).await?;
    let stay = store::who_stays(tx, import.id, &customers).await?;
    customers::seen_again(tx, &stay).await
}

/// Empties what it filled in.
async fn fills(tx: &mut Tx<'_>, import: &Import, undone: &mut Undone) -> Result<(), ImportError> {
    let mut after = (CustomerId(Uuid::nil()), String::new());
    loop {
        let filled = store::fills(tx, import.id, &after, PORTION).await?;
        let Some((customer, field, _)) = filled.last() else { return Ok(()) };
        after = (*customer, field.clone());
        for (customer, field, value) in filled {
            let Some(field) = Field::named(&field) else { continue };
            tx.hold(customer.into()).await?;
            let is_as_filled = customers::customer(tx, customer)
                .await?
                .is_some_and(|customer| customer.value(field) == Some(value));
            if is_as_filled {
                customers::edit(tx, customer, None, &[(field, String::new())]).await?;
                undone.fields_emptied += 1;
            } else {
                undone.fields_kept += 1;
            }
        }
    }
}
