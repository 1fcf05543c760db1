//! Contacts: the people at a customer, with what they do there and how to
//! reach them.
//!
//! Pages and the API call it. It writes to the log who was added, changed,
//! taken out of sight and brought back, each with what was there before. It
//! never writes to anybody.

mod model;
mod rules;
mod store;
#[cfg(test)]
mod tests;

pub use model::{
    Contact, ContactAdded, ContactChanged, ContactError, ContactId, ContactRemoved,
    ContactRestored, Details, Part,
};
pub use rules::MOST;

use std::collections::BTreeMap;

use ::store::log::Subject;
use ::store::{Snapshot, StoreError, Tx};

use super::customers::{self, CustomerError, CustomerId, Version};

/// Adds somebody at a customer.
///
/// # Errors
/// Where a detail is refused, the customer has too many contacts, or there is
/// no such customer.
pub async fn add(
    tx: &mut Tx<'_>,
    customer: CustomerId,
    details: &Details,
) -> Result<ContactId, ContactError> {
    let details = rules::checked(details)?;
    customers::hold(tx, &[customer]).await?;
    customers::customer(tx, customer).await?.ok_or(CustomerError::Unknown)?;
    make_sure_of_room(tx, customer).await?;
    let id: ContactId = tx.new_id();
    store::insert(tx, id, customer, &details).await?;
    tx.append(of(id, customer), &ContactAdded { details }).await?;
    Ok(id)
}

/// Changes what is known of somebody. Returns whether anything became
/// different.
///
/// # Errors
/// Where a detail is refused, there is no such contact or it has been removed,
/// or somebody has changed it since `seen`.
pub async fn edit(
    tx: &mut Tx<'_>,
    id: ContactId,
    seen: Option<Version>,
    wanted: &Details,
) -> Result<bool, ContactError> {
    let to = rules::checked(wanted)?;
    tx.hold(id.into()).await?;
    let was = present(tx, id).await?;
    if was.details == to {
        return Ok(false);
    }
    if seen.is_some_and(|seen| seen != was.version) {
        return Err(ContactError::ChangedSince);
    }
    store::update(tx, id, &to).await?;
    tx.append(of(id, was.customer), &ContactChanged { from: was.details, to }).await?;
    Ok(true)
}

/// Takes back the last change that whoever acts made to a contact, where it
/// still is what they made it. Returns whether there was something to take
/// back.
///
/// # Errors
/// Where there is no such contact or it has been removed.
pub async fn undo(tx: &mut Tx<'_>, id: ContactId) -> Result<bool, ContactError> {
    let last = tx.last_of_mine::<ContactChanged>(id.into()).await?;
    let now = present(tx, id).await?.details;
    match last.filter(|last| last.to == now) {
        Some(last) => edit(tx, id, None, &last.from).await,
        None => Ok(false),
    }
}

/// Takes somebody out of sight; [`restore`] brings them back.
///
/// # Errors
/// Where there is no such contact or it has been removed already.
pub async fn remove(tx: &mut Tx<'_>, id: ContactId) -> Result<(), ContactError> {
    tx.hold(id.into()).await?;
    let was = present(tx, id).await?;
    store::set_removed(tx, id, true).await?;
    tx.append(of(id, was.customer), &ContactRemoved { name: was.details.name }).await?;
    Ok(())
}

/// Brings back somebody who was removed; who is in sight stays there.
///
/// # Errors
/// Where there is no such contact, or the customer has too many meanwhile.
pub async fn restore(tx: &mut Tx<'_>, id: ContactId) -> Result<(), ContactError> {
    tx.hold(id.into()).await?;
    let was = store::contact(tx, id).await?.ok_or(ContactError::Unknown)?;
    if was.removed {
        customers::hold(tx, &[was.customer]).await?;
        customers::customer(tx, was.customer).await?.ok_or(CustomerError::Unknown)?;
        make_sure_of_room(tx, was.customer).await?;
        store::set_removed(tx, id, false).await?;
        tx.append(of(id, was.customer), &ContactRestored { name: was.details.name }).await?;
    }
    Ok(())
}

/// Somebody, removed or not.
///
/// # Errors
/// Where the database refuses it.
pub async fn contact(
    snapshot: &mut Snapshot<'_>,
    id: ContactId,
) -> Result<Option<Contact>, StoreError> {
    store::contact(snapshot, id).await
}

/// Those of these people who were ever added, removed or not, in no order.
///
/// # Errors
/// Where the database refuses it.
pub async fn among(
    snapshot: &mut Snapshot<'_>,
    ids: &[ContactId],
) -> Result<Vec<Contact>, StoreError> {
    if ids.is_empty() { Ok(Vec::new()) } else { store::among(snapshot, ids).await }
}

/// The people at a customer, whoever was added first first: [`MOST`] at most.
///
/// # Errors
/// Where the database refuses it.
pub async fn at_customer(
    snapshot: &mut Snapshot<'_>,
    customer: CustomerId,
) -> Result<Vec<Contact>, StoreError> {
    store::at_customer(snapshot, customer, MOST).await
}

/// The people at each of some customers; who has nobody is left out.
///
/// # Errors
/// Where the database refuses it.
pub async fn at_each(
    snapshot: &mut Snapshot<'_>,
    customers: &[CustomerId],
) -> Result<BTreeMap<CustomerId, Vec<Contact>>, StoreError> {
    let mut people: BTreeMap<CustomerId, Vec<Contact>> = BTreeMap::new();
    if customers.is_empty() {
        return Ok(people);
    }
    for contact in store::at_each(snapshot, customers).await? {
        people.entry(contact.customer).or_default().push(contact);
    }
    Ok(people)
}

async fn present(tx: &mut Tx<'_>, id: ContactId) -> Result<Contact, ContactError> {
    let was = store::contact(tx, id).await?;
    was.filter(|contact| !contact.removed).ok_or(ContactError::Unknown)
}

async fn make_sure_of_room(tx: &mut Tx<'_>, customer: CustomerId) -> Result<(), ContactError> {
    let known = store::at_customer(tx, customer, MOST).await?;
    if known.len() < MOST as usize { Ok(()) } else { Err(ContactError::TooMany(MOST)) }
}

fn of(id: ContactId, customer: CustomerId) -> Subject {
    Subject { id: id.into(), customer: Some(customer.into()) }
}
