//! Custom fields: what a business wants to know of its customers beside what
//! everybody does, each of a type, and what each customer's are.
//!
//! Settings define them; pages, lists, the search and the API read and set
//! values. It writes to the log which fields there are and every value that
//! changed, by name, so that the timeline tells it even when the field is gone.

mod model;
mod rules;
mod store;
#[cfg(test)]
mod tests;

pub use model::{
    CustomField, CustomerValuesChanged, FieldAdded, FieldChanged, FieldError, FieldId,
    FieldRemoved, FieldRestored, Holds, NewField, ValueChange,
};
pub use rules::{MOST_CHOICES, MOST_FIELDS};

use std::collections::BTreeMap;

use ::store::log::Subject;
use ::store::{Snapshot, StoreError, Tx};

use super::customers::{self, CustomerError, CustomerId};

/// Adds a field, after the others.
///
/// # Errors
/// Where it has no name or no choices, the name is taken, or there are enough.
pub async fn add(tx: &mut Tx<'_>, new: &NewField) -> Result<FieldId, FieldError> {
    let name = rules::name(&new.name)?;
    let holds = rules::holds(&new.holds)?;
    let all = store::all(tx).await?;
    if all.iter().filter(|field| !field.removed).count() >= rules::MOST_FIELDS {
        return Err(FieldError::TooMany);
    }
    let key = rules::key(&name);
    if key.is_empty() || rules::is_ours(&key) || all.iter().any(|field| field.key == key) {
        return Err(FieldError::NameTaken);
    }
    let position = all.iter().map(|field| field.position + 1).max().unwrap_or_default();
    let field = CustomField { id: tx.new_id(), key, name, holds, position, removed: false };
    store::insert(tx, &field).await?;
    let event = FieldAdded { name: field.name, key: field.key, holds: field.holds };
    tx.append(of_field(field.id), &event).await?;
    Ok(field.id)
}

/// Gives a field another name and other choices. What queries call it stays;
/// values that can no longer be chosen stay where they are.
///
/// # Errors
/// Where there is none, it would have no name or no choices, or hold something
/// of another type.
pub async fn edit(tx: &mut Tx<'_>, id: FieldId, wanted: &NewField) -> Result<bool, FieldError> {
    tx.hold(id.into()).await?;
    let was = field(tx, id).await?.ok_or(FieldError::Unknown)?;
    let (name, holds) = (rules::name(&wanted.name)?, rules::holds(&wanted.holds)?);
    if !was.holds.is_same_type(&holds) {
        return Err(FieldError::OtherType);
    }
    if (&was.name, &was.holds) == (&name, &holds) {
        return Ok(false);
    }
    store::update(tx, id, &name, &holds).await?;
    let event = FieldChanged { from: (was.name, was.holds), to: (name, holds) };
    tx.append(of_field(id), &event).await?;
    Ok(true)
}

/// Takes a field out of sight; its values stay, for [`restore`].
///
/// # Errors
/// Where there is none.
pub async fn remove(tx: &mut Tx<'_>, id: FieldId) -> Result<(), FieldError> {
    tx.hold(id.into()).await?;
    let was = field(tx, id).await?.ok_or(FieldError::Unknown)?;
    if !was.removed {
        store::set_removed(tx, id, true).await?;
        tx.append(of_field(id), &FieldRemoved { name: was.name }).await?;
    }
    Ok(())
}

/// Brings a field back that was removed.
///
/// # Errors
/// Where there is none.
pub async fn restore(tx: &mut Tx<'_>, id: FieldId) -> Result<(), FieldError> {
    tx.hold(id.into()).await?;
    let was = field(tx, id).await?.ok_or(FieldError::Unknown)?;
    if was.removed {
        store::set_removed(tx, id, false).await?;
        tx.append(of_field(id), &FieldRestored { name: was.name }).await?;
    }
    Ok(())
}

/// The fields there are, in their order.
///
/// # Errors
/// Where the database refuses it.
pub async fn present(snapshot: &mut Snapshot<'_>) -> Result<Vec<CustomField>, StoreError> {
    let all = store::all(snapshot).await?;
    Ok(all.into_iter().filter(|field| !field.removed).collect())
}

/// A field, removed or not.
///
/// # Errors
/// Where the database refuses it.
pub async fn field(
    snapshot: &mut Snapshot<'_>,
    id: FieldId,
) -> Result<Option<CustomField>, StoreError> {
    let all = store::all(snapshot).await?;
    Ok(all.into_iter().find(|field| field.id == id))
}

/// What is known of a customer in the fields there are, removed ones too.
///
/// # Errors
/// Where the database refuses it.
pub async fn values_of(
    snapshot: &mut Snapshot<'_>,
    customer: CustomerId,
) -> Result<BTreeMap<FieldId, String>, StoreError> {
    let values = store::values_of_each(snapshot, &[customer]).await?;
    Ok(values.into_iter().map(|(_, field, value)| (field, value)).collect())
}

/// The same of several customers.
///
/// # Errors
/// Where the database refuses it.
pub async fn values_of_each(
    snapshot: &mut Snapshot<'_>,
    customers: &[CustomerId],
) -> Result<BTreeMap<(CustomerId, FieldId), String>, StoreError> {
    let values = store::values_of_each(snapshot, customers).await?;
    Ok(values.into_iter().map(|(customer, field, value)| ((customer, field), value)).collect())
}

/// Sets a customer's value in a field, or empties it. Returns what became
/// different, if anything.
///
/// # Errors
/// Where the field cannot hold it, or there is no such field or customer.
pub async fn set(
    tx: &mut Tx<'_>,
    customer: CustomerId,
    id: FieldId,
    value: &str,
) -> Result<Option<ValueChange>, FieldError> {
    let field = field(tx, id).await?.filter(|field| !field.removed).ok_or(FieldError::Unknown)?;
    let to = field.holds.canonical(value)?;
    customers::hold(tx, &[customer]).await?;
    customers::customer(tx, customer).await?.ok_or(CustomerError::Unknown)?;
    let from = values_of(tx, customer).await?.remove(&id);
    if from == to {
        return Ok(None);
    }
    match &to {
        Some(value) => {
            let sort_value = field.holds.sort_value(value).unwrap_or_default();
            store::set_value(tx, customer, id, value, &sort_value).await?;
        }
        None => store::delete_value(tx, customer, id).await?,
    }
    let change = ValueChange { field: id, name: field.name, from, to };
    let subject = Subject { id: customer.into(), customer: Some(customer.into()) };
    tx.append(subject, &CustomerValuesChanged { changes: vec![change.clone()] }).await?;
    Ok(Some(change))
}

/// Takes back the last value that whoever acts gave a customer, where it still
/// is what they made it. Returns whether there was something to take back.
///
/// # Errors
/// Where there is no such customer.
pub async fn undo(tx: &mut Tx<'_>, customer: CustomerId) -> Result<bool, FieldError> {
    customers::hold(tx, &[customer]).await?;
    let last = tx.last_of_mine::<CustomerValuesChanged>(customer.into()).await?;
    let now = values_of(tx, customer).await?;
    let mut is_any = false;
    for change in last.into_iter().flat_map(|last| last.changes) {
        if now.get(&change.field) == change.to.as_ref() {
            let back = change.from.unwrap_or_default();
            is_any |= set(tx, customer, change.field, &back).await?.is_some();
        }
    }
    Ok(is_any)
}

fn of_field(id: FieldId) -> Subject {
    Subject { id: id.into(), customer: None }
}
