//! The SQL of custom fields.

use store::{Snapshot, StoreError, Tx, listed};

use super::{CustomField, FieldId, Holds};
use crate::know::customers::CustomerId;

pub async fn insert(tx: &mut Tx<'_>, field: &CustomField) -> Result<(), StoreError> {
    tx.query(
        "insert into custom_field (id, key, name, kind, choices, position)
         values ($1, $2, $3, $4, $5, $6)",
    )
    .bind(field.id)
    .bind(field.key.clone())
    .bind(field.name.clone())
    .bind(field.holds.type_name())
    .bind(choices(&field.holds)?)
    .bind(field.position)
    .execute()
    .await?;
    Ok(())
}

pub async fn update(
    tx: &mut Tx<'_>,
    id: FieldId,
    name: &str,
    holds: &Holds,
) -> Result<(), StoreError> {
    tx.query("update custom_field set name = $2, choices = $3 where id = $1")
        .bind(id)
        .bind(name)
        .bind(choices(holds)?)
        .execute()
        .await?;
    Ok(())
}

pub async fn set_removed(tx: &mut Tx<'_>, id: FieldId, removed: bool) -> Result<(), StoreError> {
    tx.query("update custom_field set removed = $2 where id = $1")
        .bind(id)
        .bind(removed)
        .execute()
        .await?;
    Ok(())
}

type FieldRow = (FieldId, String, String, String, String, i64, bool);

/// There are some dozens at most: no index, no pages.
pub async fn all(snapshot: &mut Snapshot<'_>) -> Result<Vec<CustomField>, StoreError> {
    let rows: Vec<FieldRow> = snapshot
        .query(
            "select id, key, name, kind, choices, position, removed from custom_field
             order by position, id",
        )
        .all()
        .await?;
    let field = |(id, key, name, kind, choices, position, removed): FieldRow| {
        let choices = serde_json::from_str(&choices).unwrap_or_default();
        // Nothing is written but the name of a type.
        let holds = Holds::of_type(&kind, choices).unwrap_or(Holds::Text);
        CustomField { id, key, name, holds, position, removed }
    };
    Ok(rows.into_iter().map(field).collect())
}

/// By the primary key, once for each customer.
pub async fn values_of_each(
    snapshot: &mut Snapshot<'_>,
    customers: &[CustomerId],
) -> Result<Vec<(CustomerId, FieldId, String)>, StoreError> {
    if customers.is_empty() {
        return Ok(Vec::new());
    }
    snapshot
        .query(store::among!(
            "select customer, field, value from custom_value where customer",
            "$1",
            ""
        ))
        .bind(listed(customers))
        .all()
        .await
}

pub async fn set_value(
    tx: &mut Tx<'_>,
    customer: CustomerId,
    field: FieldId,
    value: &str,
    sort_value: &str,
) -> Result<(), StoreError> {
    tx.query(
        "insert into custom_value (customer, field, value, sort_value) values ($1, $2, $3, $4)
         on conflict (customer, field) do update set value = $3, sort_value = $4",
    )
    .bind(customer)
    .bind(field)
    .bind(value)
    .bind(sort_value)
    .execute()
    .await?;
    Ok(())
}

pub async fn delete_value(
    tx: &mut Tx<'_>,
    customer: CustomerId,
    field: FieldId,
) -> Result<(), StoreError> {
    tx.query("delete from custom_value where customer = $1 and field = $2")
        .bind(customer)
        .bind(field)
        .execute()
        .await?;
    Ok(())
}

fn choices(holds: &Holds) -> Result<String, StoreError> {
    serde_json::to_string(holds.choices()).map_err(StoreError::Event)
}
