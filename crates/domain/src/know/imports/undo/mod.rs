//! Taking back what an import made, but for what somebody has touched since.

mod store;

use ::store::Tx;
use ::store::log::Subject;

use super::{Import, ImportError, Undone};
use crate::know::customers::{self, Field};
use crate::know::orders::OrdersRemoved;
use crate::know::products;

/// Takes it back: orders first, then what hangs on them no more.
pub(super) async fn undo(tx: &mut Tx<'_>, import: &Import) -> Result<Undone, ImportError> {
    let mut undone = Undone::default();
    orders(tx, import, &mut undone).await?;
    fills(tx, import, &mut undone).await?;
    undone.customers_removed = store::remove_customers(tx, import.id).await?;
    let added = import.counts.applied.customers_added;
    undone.customers_kept = added.saturating_sub(undone.customers_removed);
    undone.products_removed = products::take_back(tx, import.id.into()).await?;
    Ok(undone)
}

async fn orders(tx: &mut Tx<'_>, import: &Import, undone: &mut Undone) -> Result<(), ImportError> {
    let removed = store::remove_orders(tx, import.id).await?;
    undone.orders_removed = removed.len() as u64;
    let added = import.counts.applied.orders_added;
    undone.orders_kept = added.saturating_sub(undone.orders_removed);
    let of_each = removed.chunk_by(|(one, _), (other, _)| one == other);
    let events = of_each.map(|theirs| {
        let customer = theirs[0].0.into();
        let source = import.source.clone();
        let orders = theirs.iter().map(|(_, order)| order.clone()).collect();
        let subject = Subject { id: customer, customer: Some(customer) };
        (subject, OrdersRemoved { source, orders })
    });
    Ok(tx.append_all(&events.collect::<Vec<_>>()).await?)
}

/// Empties what it filled in.
async fn fills(tx: &mut Tx<'_>, import: &Import, undone: &mut Undone) -> Result<(), ImportError> {
    for (customer, field, value) in store::fills(tx, import.id).await? {
        let Some(field) = Field::named(&field) else { continue };
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
    Ok(())
}
