//! Orders: what customers bought, line by line, and how it was sent to them.
//!
//! Pages and the API call it. It writes to the log what was ordered, every edit
//! with what was there before, every change of its state and every shipment,
//! and tells [`super::customers`] that the customer has been seen. It never
//! takes money.

mod error;
mod events;
mod list;
mod model;
mod rules;
mod shipping;
mod store;
#[cfg(test)]
mod tests;

pub use super::products::{Product, ProductAdded, ProductId, after as products, product};
pub use error::{OrderError, Part};
pub use events::{
    ImportedOrder, OrderChanged, OrderEdited, OrderPlaced, OrdersGivenCurrency, OrdersImported,
    OrdersRemoved, ShipmentChanged, ShipmentSent,
};
pub use list::{
    NotAPlace, OrderRow, Page, Place, SortBy, Wanted, count_up_to, numbered, page, to_come,
};
pub use model::{
    Added, Line, NewLine, NewOrder, NewShipment, Order, OrderId, Shipment, ShipmentId, State,
};
pub use rules::{MOST_LINES, minor_units, sum_of};
pub use shipping::{change_state, set_delivered, ship, shipment, shipments, shipments_among};

use ::store::log::Subject;
use ::store::{Snapshot, StoreError, Tx};
use chrono::{DateTime, Utc};
use kernel::Currency;

use super::customers::{self, CustomerId, Version};
use super::products::{of_exact_name, of_name};

/// Adds an order. Products nobody has bought yet are added with it; a total
/// that is not said is the sum of the lines.
///
/// # Errors
/// Where a part is refused, the source has used the code already, or there is
/// no such customer. Nothing is kept of what is refused.
pub async fn add(
    tx: &mut Tx<'_>,
    customer: CustomerId,
    new: &NewOrder,
) -> Result<OrderId, OrderError> {
    let new = rules::checked(new, tx.now())?;
    match known(tx, &new).await? {
        Some(_) => Err(OrderError::CodeTaken),
        None => place(tx, customer, new).await,
    }
}

/// Adds an order as [`add`] does, but where its source has told of it before
/// changes nothing: so a shop may tell of the same order again and again.
///
/// # Errors
/// As [`add`], and where the source told of another order under this code.
pub async fn add_once(
    tx: &mut Tx<'_>,
    customer: CustomerId,
    new: &NewOrder,
) -> Result<Added, OrderError> {
    let new = rules::checked(new, tx.now())?;
    let Some(known) = known(tx, &new).await? else {
        return place(tx, customer, new).await.map(Added::New);
    };
    let lines = store::lines(tx, known.id).await?;
    let is_same = known.customer == customer && rules::is_told_by(&known, &lines, &new);
    if is_same { Ok(Added::Known(known.id)) } else { Err(OrderError::CodeTaken) }
}

/// Changes what an order holds; how far it is stays. Returns whether anything
/// became different.
///
/// # Errors
/// Where a part is refused, the source has used the code already, there is no
/// such order, or somebody has edited it since `seen`.
pub async fn edit(
    tx: &mut Tx<'_>,
    id: OrderId,
    seen: Option<Version>,
    wanted: &NewOrder,
) -> Result<bool, OrderError> {
    let wanted = rules::checked(wanted, tx.now())?;
    let was = store::held(tx, id).await?.ok_or(OrderError::Unknown)?;
    if known(tx, &wanted).await?.is_some_and(|known| known.id != id) {
        return Err(OrderError::CodeTaken);
    }
    let from = OrderPlaced::of(&was, store::lines(tx, id).await?);
    let lines = lines_of(tx, &wanted.source, &wanted.lines).await?;
    let order = Order {
        source: wanted.source,
        code: wanted.code,
        placed_at: wanted.placed_at.unwrap_or(was.placed_at),
        currency: wanted.currency,
        total: wanted.total,
        ..was
    };
    let to = OrderPlaced::of(&order, lines);
    if from == to {
        return Ok(false);
    }
    if seen.is_some_and(|seen| seen != was.version) {
        return Err(OrderError::ChangedSince);
    }
    store::replace(tx, &order, &to.lines).await?;
    if to.placed_at < from.placed_at {
        customers::seen_again(tx, &[order.customer]).await?;
    } else {
        customers::seen(tx, order.customer, to.placed_at.into()).await?;
    }
    if to.placed_at != from.placed_at {
        tx.happened_at::<OrderPlaced>(of(id, order.customer), to.placed_at).await?;
    }
    tx.append(of(id, order.customer), &OrderEdited { from, to }).await?;
    Ok(true)
}

/// Takes back the last edit that whoever acts made, where the order still holds
/// what they made of it. Returns whether there was something to take back.
///
/// # Errors
/// Where there is no such order, or its code is another's by now.
pub async fn undo(tx: &mut Tx<'_>, id: OrderId) -> Result<bool, OrderError> {
    let last = tx.last_of_mine::<OrderEdited>(id.into()).await?;
    let order = store::held(tx, id).await?.ok_or(OrderError::Unknown)?;
    let now = OrderPlaced::of(&order, store::lines(tx, id).await?);
    match last.filter(|last| last.to == now) {
        Some(last) => edit(tx, id, None, &NewOrder::again(last.from)).await,
        None => Ok(false),
    }
}

/// Has whoever else would change an order wait until this transaction ends.
///
/// # Errors
/// Where the database refuses it.
pub async fn hold(tx: &mut Tx<'_>, id: OrderId) -> Result<(), StoreError> {
    store::held(tx, id).await.map(drop)
}

/// An order.
///
/// # Errors
/// Where the database refuses it.
pub async fn order(snapshot: &mut Snapshot<'_>, id: OrderId) -> Result<Option<Order>, StoreError> {
    store::order(snapshot, id).await
}

/// Those of these orders that are there, each with its lines, in no order.
///
/// # Errors
/// Where the database refuses it.
pub async fn among(
    snapshot: &mut Snapshot<'_>,
    ids: &[OrderId],
) -> Result<Vec<(Order, Vec<Line>)>, StoreError> {
    store::among(snapshot, ids).await
}

/// The lines of an order, as they were written.
///
/// # Errors
/// Where the database refuses it.
pub async fn lines(snapshot: &mut Snapshot<'_>, id: OrderId) -> Result<Vec<Line>, StoreError> {
    store::lines(snapshot, id).await
}

/// When a customer first ordered what was not called off.
///
/// # Errors
/// Where the database refuses it.
pub async fn first_placed(
    snapshot: &mut Snapshot<'_>,
    customer: CustomerId,
) -> Result<Option<DateTime<Utc>>, StoreError> {
    store::first_placed(snapshot, customer).await
}

/// When a customer last ordered, whatever became of it.
///
/// # Errors
/// Where the database refuses it.
pub async fn last_placed(
    snapshot: &mut Snapshot<'_>,
    customer: CustomerId,
) -> Result<Option<DateTime<Utc>>, StoreError> {
    Ok(store::last(snapshot, customer).await?.map(|(at, _)| at))
}

/// The currency a customer paid in last, else the one of the last order there
/// is.
///
/// # Errors
/// Where the database refuses it.
pub async fn currency_of_last(
    snapshot: &mut Snapshot<'_>,
    customer: CustomerId,
) -> Result<Option<Currency>, StoreError> {
    match store::last(snapshot, customer).await? {
        Some((_, currency)) => Ok(Some(currency)),
        None => store::currency_of_all(snapshot).await,
    }
}

/// The currency of the last order there is: that of the business, as far as
/// orders tell it.
///
/// # Errors
/// Where the database refuses it.
pub async fn currency_of_all(snapshot: &mut Snapshot<'_>) -> Result<Option<Currency>, StoreError> {
    store::currency_of_all(snapshot).await
}

/// Whether there is an order that was not cancelled.
///
/// # Errors
/// Where the database refuses it.
pub async fn is_any_bought(snapshot: &mut Snapshot<'_>) -> Result<bool, StoreError> {
    store::is_any_bought(snapshot).await
}

/// The order whose source and code these are. Where another adds it meanwhile the
/// database refuses the second of the two, and that is run again and finds it:
/// nothing has to be held, however many orders come at once.
async fn known(
    snapshot: &mut Snapshot<'_>,
    new: &rules::Checked,
) -> Result<Option<Order>, StoreError> {
    let Some(code) = &new.code else { return Ok(None) };
    store::with_code(snapshot, &new.source, code).await
}

async fn place(
    tx: &mut Tx<'_>,
    customer: CustomerId,
    new: rules::Checked,
) -> Result<OrderId, OrderError> {
    let placed_at = new.placed_at.unwrap_or(tx.now());
    customers::seen(tx, customer, placed_at.into()).await?;
    let lines = lines_of(tx, &new.source, &new.lines).await?;
    let id: OrderId = tx.new_id();
    let order = Order {
        id,
        customer,
        version: Version(1),
        source: new.source,
        code: new.code,
        placed_at,
        currency: new.currency,
        total: new.total,
        state: State::Open,
    };
    store::insert(tx, &order, &lines).await?;
    tx.append(of(id, customer), &OrderPlaced::of(&order, lines)).await?;
    Ok(id)
}

/// The lines with the products they name; products nobody has bought yet are
/// added. What a source tells is taken by the letter: it may sell as two things what
/// people write in two ways.
async fn lines_of(tx: &mut Tx<'_>, source: &str, new: &[NewLine]) -> Result<Vec<Line>, StoreError> {
    let mut lines = Vec::with_capacity(new.len());
    for line in new {
        let product = if source.is_empty() {
            of_name(tx, &line.product).await?
        } else {
            of_exact_name(tx, &line.product, None).await?
        };
        let (quantity, unit_price) = (line.quantity, line.unit_price);
        lines.push(Line { product: product.id, name: product.name, quantity, unit_price });
    }
    Ok(lines)
}

fn of(id: OrderId, customer: CustomerId) -> Subject {
    Subject { id: id.into(), customer: Some(customer.into()) }
}
