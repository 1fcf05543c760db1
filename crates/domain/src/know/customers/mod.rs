//! Customers: people and companies, and the facts about them that a business
//! cannot afford not to know.
//!
//! Pages, the API and imports call it. A customer is a set of [`Field`]s; every
//! change of them goes through [`edit`], which writes to the log what each was
//! and became, so that timeline, audit and undo need nothing else; what they
//! say to marketing goes through [`decide`], with how they said it. It never
//! computes a figure: those come from the measures.

mod consent;
mod countries;
mod field;
mod model;
mod rules;
mod store;
#[cfg(test)]
mod tests;

pub use consent::{CustomerConsented, Decision, How, LONGEST_NOTE, decide, decisions, take_back};
pub use field::{Channel, Fact, Field, Kind, Marketing};
pub use model::{
    Change, Customer, CustomerAdded, CustomerChanged, CustomerError, CustomerId, CustomerRemoved,
    Hanging, Refused, Seen, Version,
};
pub(super) use rules::{email, kept_of as kept, one_line, paragraphs, phone, value};

use ::store::log::Subject;
use ::store::{Snapshot, StoreError, Tx};

use super::files;
use crate::office::staff;
use crate::prove::reviews;

/// Adds a customer with what is known of them; a name at least.
///
/// # Errors
/// Where a value is refused, or the code is another customer's.
pub async fn add(tx: &mut Tx<'_>, known: &[(Field, String)]) -> Result<CustomerId, CustomerError> {
    let known = rules::of_new(known)?;
    let id: CustomerId = tx.new_id();
    store::insert(tx, id).await?;
    let changes = rules::changes(&Customer::blank(id), &known);
    write(tx, id, &changes).await?;
    let (consents, known): (Vec<_>, Vec<_>) =
        changes.into_iter().partition(|change| change.field == Field::Marketing);
    tx.append(of(id), &CustomerAdded { known }).await?;
    for consent in consents {
        consent::follow(tx, id, consent).await?;
    }
    Ok(id)
}

/// Whether somebody could be added of whom this is known, as far as that can be told
/// without the record.
///
/// # Errors
/// Every value that is refused.
pub fn could_be_added(known: &[(Field, String)]) -> Result<(), CustomerError> {
    rules::of_new(known).map(drop)
}

/// Changes what is known of a customer. Fields not named stay; an empty value
/// empties its field. Returns what became different.
///
/// # Errors
/// Where a value is refused, the code is another customer's, there is no such
/// customer, or somebody has changed them since `seen`.
pub async fn edit(
    tx: &mut Tx<'_>,
    id: CustomerId,
    seen: Option<Version>,
    wanted: &[(Field, String)],
) -> Result<Vec<Change>, CustomerError> {
    let wanted = rules::kept(wanted)?;
    store::hold(tx, &[id]).await?;
    let now = store::customer(tx, id).await?.ok_or(CustomerError::Unknown)?;
    let changes = rules::changes(&now, &wanted);
    if changes.is_empty() {
        return Ok(changes);
    }
    if seen.is_some_and(|seen| seen != now.version) {
        return Err(CustomerError::ChangedSince);
    }
    if changes.iter().any(|change| change.field == Field::Name && change.to.is_none()) {
        return Err(CustomerError::Refused(vec![(Field::Name, Refused::Missing)]));
    }
    write(tx, id, &changes).await?;
    let (consents, others): (Vec<_>, Vec<_>) =
        changes.iter().cloned().partition(|change| change.field == Field::Marketing);
    if !others.is_empty() {
        tx.append(of(id), &CustomerChanged { changes: others }).await?;
    }
    for consent in consents {
        consent::follow(tx, id, consent).await?;
    }
    Ok(changes)
}

/// Takes back the last change that whoever acts made to a customer: each field
/// that still holds what they made it. Returns what became different, nothing
/// where there was nothing to take back.
///
/// # Errors
/// Where there is no such customer.
pub async fn undo(tx: &mut Tx<'_>, id: CustomerId) -> Result<Vec<Change>, CustomerError> {
    store::hold(tx, &[id]).await?;
    let last = tx.last_of_mine::<CustomerChanged>(id.into()).await?;
    let Some(last) = last else { return Ok(Vec::new()) };
    let now = store::customer(tx, id).await?.ok_or(CustomerError::Unknown)?;
    let back: Vec<(Field, String)> = last
        .changes
        .into_iter()
        .filter(|change| now.value(change.field) == change.to)
        .map(|change| (change.field, change.from.unwrap_or_default()))
        .collect();
    edit(tx, id, None, &back).await
}

/// Takes back a customer who was added by mistake, with what was said of them
/// alone. Where more has happened with them they stay, and what hangs on them is
/// returned. What was taken out of sight keeps nobody: it goes with them, and the
/// log still knows of it.
///
/// # Errors
/// Where there is no such customer.
pub async fn remove(tx: &mut Tx<'_>, id: CustomerId) -> Result<Vec<Hanging>, CustomerError> {
    store::hold(tx, &[id]).await?;
    let now = store::customer(tx, id).await?.ok_or(CustomerError::Unknown)?;
    let hanging = rules::hanging(store::what_is_there(tx, id).await?);
    if !hanging.is_empty() {
        return Ok(hanging);
    }
    let all = Field::ALL.map(|field| (field, now.value(field)));
    let known = rules::changes(&Customer::blank(id), &all);
    files::go_with(tx, id).await?;
    store::remove(tx, id).await?;
    tx.append(of(id), &CustomerRemoved(CustomerAdded { known })).await?;
    Ok(hanging)
}

/// A customer.
///
/// # Errors
/// Where the database refuses it.
pub async fn customer(
    snapshot: &mut Snapshot<'_>,
    id: CustomerId,
) -> Result<Option<Customer>, StoreError> {
    store::customer(snapshot, id).await
}

/// Those of these customers who are there, in no order.
///
/// # Errors
/// Where the database refuses it.
pub async fn among(
    snapshot: &mut Snapshot<'_>,
    ids: &[CustomerId],
) -> Result<Vec<Customer>, StoreError> {
    if ids.is_empty() { Ok(Vec::new()) } else { store::among(snapshot, ids).await }
}

/// The customer with a code of ours.
///
/// # Errors
/// Where the database refuses it.
pub async fn with_code(
    snapshot: &mut Snapshot<'_>,
    code: &str,
) -> Result<Option<CustomerId>, StoreError> {
    match one_line(code) {
        Some(code) => store::with_code(snapshot, &code).await,
        None => Ok(None),
    }
}

/// Notes that something happened with a customer: they have been seen then, or not
/// by that, where it is never.
///
/// # Errors
/// Where there is no such customer.
pub(super) async fn seen(tx: &mut Tx<'_>, id: CustomerId, at: Seen) -> Result<(), CustomerError> {
    if store::seen(tx, id, at).await? { Ok(()) } else { Err(CustomerError::Unknown) }
}

/// Notes that something that had happened with these customers has not, or did
/// earlier: they have been seen when the last of the rest happened, if any did.
pub(super) async fn seen_again(tx: &mut Tx<'_>, ids: &[CustomerId]) -> Result<(), StoreError> {
    if ids.is_empty() { Ok(()) } else { store::seen_again(tx, ids).await }
}

/// Has whoever else would change these customers wait until this transaction
/// ends, however many they are.
///
/// # Errors
/// Where the database refuses it.
pub async fn hold(tx: &mut Tx<'_>, ids: &[CustomerId]) -> Result<(), StoreError> {
    if ids.is_empty() { Ok(()) } else { store::hold(tx, ids).await }
}

async fn write(tx: &mut Tx<'_>, id: CustomerId, changes: &[Change]) -> Result<(), CustomerError> {
    let owner = changes.iter().find(|change| change.field == Field::Owner);
    if let Some(owner) = owner.and_then(|change| change.to.as_deref()) {
        let known = match owner.parse() {
            Ok(owner) => staff::account(tx, owner).await?.is_some(),
            Err(_) => false,
        };
        if !known {
            return Err(CustomerError::Refused(vec![(Field::Owner, Refused::NotOne)]));
        }
    }
    store::update(tx, id, changes).await.map_err(|error| {
        let sets_code = changes.iter().any(|change| change.field == Field::Code);
        if sets_code && error.is_duplicate() {
            return CustomerError::Refused(vec![(Field::Code, Refused::Taken)]);
        }
        CustomerError::from(error)
    })?;
    if let Some(change) = owner {
        let owner = change.to.as_deref().and_then(|owner| owner.parse().ok());
        reviews::given_to(tx, id, owner).await?;
    }
    Ok(())
}

fn of(customer: CustomerId) -> Subject {
    Subject { id: customer.into(), customer: Some(customer.into()) }
}
