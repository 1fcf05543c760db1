//! The SQL of contacts.

use store::{Snapshot, StoreError, Tx, listed};

use super::{Contact, ContactId, Details};
use crate::know::customers::CustomerId;

pub async fn insert(
    tx: &mut Tx<'_>,
    id: ContactId,
    customer: CustomerId,
    details: &Details,
) -> Result<(), StoreError> {
    tx.query(
        "insert into contact (id, customer, name, role, email, phone, note)
         values ($1, $2, $3, $4, $5, $6, $7)",
    )
    .bind(id)
    .bind(customer)
    .bind(details.name.clone())
    .bind(details.role.clone())
    .bind(details.email.clone())
    .bind(details.phone.clone())
    .bind(details.note.clone())
    .execute()
    .await?;
    Ok(())
}

pub async fn update(tx: &mut Tx<'_>, id: ContactId, to: &Details) -> Result<(), StoreError> {
    tx.query(
        "update contact set name = $2, role = $3, email = $4, phone = $5, note = $6,
            version = version + 1
         where id = $1",
    )
    .bind(id)
    .bind(to.name.clone())
    .bind(to.role.clone())
    .bind(to.email.clone())
    .bind(to.phone.clone())
    .bind(to.note.clone())
    .execute()
    .await?;
    Ok(())
}

pub async fn set_removed(tx: &mut Tx<'_>, id: ContactId, removed: bool) -> Result<(), StoreError> {
    tx.query("update contact set removed = $2 where id = $1")
        .bind(id)
        .bind(removed)
        .execute()
        .await?;
    Ok(())
}

/// By the primary key.
pub async fn contact(
    snapshot: &mut Snapshot<'_>,
    id: ContactId,
) -> Result<Option<Contact>, StoreError> {
    snapshot
        .query(
            "select id, customer, version, name, role, email, phone, note, removed
             from contact where id = $1",
        )
        .bind(id)
        .optional()
        .await
}

/// By the primary key.
pub async fn among(
    snapshot: &mut Snapshot<'_>,
    ids: &[ContactId],
) -> Result<Vec<Contact>, StoreError> {
    snapshot
        .query(store::among!(
            "select id, customer, version, name, role, email, phone, note, removed
             from contact where id",
            "$1",
            ""
        ))
        .bind(listed(ids))
        .all()
        .await
}

/// By the index `contact_of_customer`.
pub async fn at_customer(
    snapshot: &mut Snapshot<'_>,
    customer: CustomerId,
    limit: u32,
) -> Result<Vec<Contact>, StoreError> {
    snapshot
        .query(
            "select id, customer, version, name, role, email, phone, note, removed
             from contact where customer = $1 and not removed order by id",
        )
        .bind(customer)
        .at_most(limit)
        .all()
        .await
}

/// By the index `contact_of_customer`.
pub async fn at_each(
    snapshot: &mut Snapshot<'_>,
    customers: &[CustomerId],
) -> Result<Vec<Contact>, StoreError> {
    snapshot
        .query(store::among!(
            "select id, customer, version, name, role, email, phone, note, removed
             from contact where not removed and customer",
            "$1",
            " order by customer, id"
        ))
        .bind(listed(customers))
        .all()
        .await
}
