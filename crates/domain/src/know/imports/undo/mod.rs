//! Taking back what an import made, but for what somebody has touched since. All
//! of it in the transaction of whoever calls; however much it is, of orders little
//! is held in memory at once, and of customers who they are.

mod store;

use std::collections::BTreeMap;
use std::mem;

use ::store::log::Subject;
use ::store::{Snapshot, StoreError, Tx};
use kernel::Currency;
use uuid::{Builder, Uuid};

use super::{Import, ImportError, Undone, rules};
use crate::know::customers::{self, CustomerId, Field};
use crate::know::orders::{ImportedOrder, OrderId, OrdersRemoved};
use crate::know::products;

/// So many orders are looked for at once.
const LOOKED_FOR: u32 = 65_536;
/// So many are removed at once, and those more that the last customer among them
/// has.
const STRETCH: u64 = 4_096;
/// So many fields are emptied at once.
const PORTION: u32 = 512;
/// So many orders have no currency again at once.
const TOGETHER: u32 = 4_096;

/// Takes it back: orders first, then what hangs on them no more.
pub(super) async fn undo(tx: &mut Tx<'_>, import: &Import) -> Result<Undone, ImportError> {
    tx.wait_however_long().await?;
    let applied = &import.counts.applied;
    let mut undone = Undone { orders_removed: orders(tx, import).await?, ..Undone::default() };
    undone.orders_kept = applied.orders_added.saturating_sub(undone.orders_removed);
    fills(tx, import, &mut undone).await?;
    currencies(tx, import, &mut undone).await?;
    undone.customers_removed = store::remove_customers(tx, import.id).await?;
    undone.customers_kept = applied.customers_added.saturating_sub(undone.customers_removed);
    undone.products_removed = products::take_back(tx, import.id.into()).await?;
    Ok(undone)
}

/// Removes the orders and returns how many. Customer by customer, so that all of
/// one is told at once.
async fn orders(tx: &mut Tx<'_>, import: &Import) -> Result<u64, StoreError> {
    let (mut customers, mut theirs, mut removed) = (Vec::new(), 0, 0);
    for (customer, orders) in buyers(tx, import).await? {
        customers.push(customer);
        theirs += orders;
        if theirs >= STRETCH {
            removed += orders_of(tx, import, &mem::take(&mut customers)).await?;
            theirs = 0;
        }
    }
    Ok(removed + orders_of(tx, import, &customers).await?)
}

/// Who has orders that the import added, and how many. No index knows them, but
/// ids come in the order in which they were given: what was there before the
/// import need not be looked at.
async fn buyers(
    snapshot: &mut Snapshot<'_>,
    import: &Import,
) -> Result<BTreeMap<CustomerId, u64>, StoreError> {
    let mut buyers: BTreeMap<CustomerId, u64> = BTreeMap::new();
    let mut after = before_all_of(import);
    loop {
        let orders = store::orders_after(snapshot, import.id, after, LOOKED_FOR).await?;
        let is_last = orders.len() < LOOKED_FOR as usize;
        after = orders.last().map_or(after, |(id, _)| *id);
        for (_, customer) in orders {
            *buyers.entry(customer).or_default() += 1;
        }
        if is_last {
            return Ok(buyers);
        }
    }
}

/// An id before all that were given in an import. Who applied it may have
/// another clock than who began it: the earlier moment counts.
fn before_all_of(import: &Import) -> OrderId {
    let at = import.ended_at.map_or(import.started_at, |at| at.min(import.started_at));
    let millis = u64::try_from(at.timestamp_millis()).unwrap_or_default();
    Builder::from_unix_timestamp_millis(millis, &[0; 10]).into_uuid().into()
}

/// Removes the orders of some customers and returns how many.
async fn orders_of(
    tx: &mut Tx<'_>,
    import: &Import,
    customers: &[CustomerId],
) -> Result<u64, StoreError> {
    let removed = store::remove_orders(tx, import.id, customers).await?;
    tell(tx, import, &removed).await?;
    Ok(removed.len() as u64)
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
        let customers: Vec<CustomerId> = filled.iter().map(|(customer, ..)| *customer).collect();
        customers::hold(tx, &customers).await?;
        for (customer, field, value) in filled {
            let Some(field) = Field::named(&field) else { continue };
            // Whoever is gone has no fields that anybody could have changed.
            let Some(known) = customers::customer(tx, customer).await? else { continue };
            if known.value(field) == Some(value) {
                customers::edit(tx, customer, None, &[(field, String::new())]).await?;
                undone.fields_emptied += 1;
            } else {
                undone.fields_kept += 1;
            }
        }
    }
}

/// Takes the currency of orders that it gave one.
async fn currencies(
    tx: &mut Tx<'_>,
    import: &Import,
    undone: &mut Undone,
) -> Result<(), StoreError> {
    let mut after = OrderId(Uuid::nil());
    loop {
        let given = store::given_currencies(tx, import.id, after, TOGETHER).await?;
        let Some((last, _)) = given.last() else { return Ok(()) };
        after = *last;
        let (count, mut taken) = (given.len() as u64, 0);
        let mut of_currency: BTreeMap<Currency, Vec<OrderId>> = BTreeMap::new();
        for (order, currency) in given {
            let currency = currency.parse().unwrap_or(Currency::NONE);
            of_currency.entry(currency).or_default().push(order);
        }
        for (currency, orders) in of_currency {
            let changed =
                super::store::change_currency(tx, &orders, currency, Currency::NONE).await?;
            taken += changed.len() as u64;
            tx.append_all(&rules::given_currency(&import.source, changed)).await?;
        }
        undone.currencies_emptied += taken;
        undone.currencies_kept += count - taken;
    }
}
