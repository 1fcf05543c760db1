//! The SQL of tags.

use store::{Snapshot, StoreError, Tx, listed};

use crate::know::customers::CustomerId;

pub async fn insert(tx: &mut Tx<'_>, customer: CustomerId, tag: &str) -> Result<(), StoreError> {
    tx.query("insert into tag (name) values ($1) on conflict do nothing")
        .bind(tag)
        .execute()
        .await?;
    tx.query("insert into customer_tag (customer, tag) values ($1, $2) on conflict do nothing")
        .bind(customer)
        .bind(tag)
        .execute()
        .await?;
    Ok(())
}

/// Whether it was there.
pub async fn delete(tx: &mut Tx<'_>, customer: CustomerId, tag: &str) -> Result<bool, StoreError> {
    let deleted = tx
        .query("delete from customer_tag where customer = $1 and tag = $2")
        .bind(customer)
        .bind(tag)
        .execute()
        .await?;
    Ok(deleted == 1)
}

/// By the primary key.
pub async fn of(
    snapshot: &mut Snapshot<'_>,
    customer: CustomerId,
) -> Result<Vec<String>, StoreError> {
    let rows: Vec<(String,)> = snapshot
        .query("select tag from customer_tag where customer = $1 order by tag")
        .bind(customer)
        .all()
        .await?;
    Ok(rows.into_iter().map(|(tag,)| tag).collect())
}

/// By the primary key, once for each.
pub async fn of_each(
    snapshot: &mut Snapshot<'_>,
    customers: &[CustomerId],
) -> Result<Vec<(CustomerId, String)>, StoreError> {
    if customers.is_empty() {
        return Ok(Vec::new());
    }
    snapshot
        .query(store::among!(
            "select customer, tag from customer_tag where customer",
            "$1",
            " order by customer, tag"
        ))
        .bind(listed(customers))
        .all()
        .await
}

/// By the primary key of `tag`.
pub async fn used(snapshot: &mut Snapshot<'_>, limit: u32) -> Result<Vec<String>, StoreError> {
    let rows: Vec<(String,)> =
        snapshot.query("select name from tag order by name").at_most(limit).all().await?;
    Ok(rows.into_iter().map(|(name,)| name).collect())
}
