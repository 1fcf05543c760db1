//! The SQL of customers.

use std::fmt::Write as _;

use store::db::Sql;
use store::{Snapshot, StoreError, Tx, listed};

use super::{Change, Customer, CustomerId, Field, Seen};
use crate::know::interactions;
use crate::office::staff::AccountId;

/// A customer of whom nothing is known yet.
pub async fn insert(tx: &mut Tx<'_>, id: CustomerId) -> Result<(), StoreError> {
    let now = tx.now();
    tx.query(
        "insert into customer (id, version, name, sort_name, added_at, seen_at)
         values ($1, 0, '', '', $2, $3)",
    )
    .bind(id)
    .bind(now)
    .bind(Seen::NEVER)
    .execute()
    .await?;
    Ok(())
}

/// Each changed field, and the version.
pub async fn update(tx: &mut Tx<'_>, id: CustomerId, changes: &[Change]) -> Result<(), StoreError> {
    let mut text = String::from("update customer set version = version + 1");
    let mut value = 1;
    for change in changes {
        value += 1;
        let _ = write!(text, ", {} = ${value}", change.field.name());
        if change.field == Field::Name {
            value += 1;
            let _ = write!(text, ", sort_name = ${value}");
        }
    }
    text.push_str(" where id = $1");
    let mut statement = tx.query(Sql::Composed(text)).bind(id);
    for change in changes {
        statement = match change.field {
            Field::Owner => {
                let owner = change.to.as_deref().and_then(|id| id.parse::<AccountId>().ok());
                statement.bind(owner)
            }
            Field::Name => {
                let name = change.to.clone().unwrap_or_default();
                let sort_name = name.to_lowercase();
                statement.bind(name).bind(sort_name)
            }
            Field::Kind
            | Field::Code
            | Field::Email
            | Field::Phone
            | Field::Language
            | Field::Channel
            | Field::Country
            | Field::City
            | Field::Marketing
            | Field::WhyUs
            | Field::FoundUs
            | Field::Brought
            | Field::Thanked
            | Field::Leaving
            | Field::Preferences => statement.bind(change.to.clone()),
        };
    }
    statement.execute().await?;
    Ok(())
}

/// Whether there are orders of a customer, something that was written down, and
/// people, none of it out of sight. By the indexes `orders_of_customer`,
/// `interaction_of_customer` and `contact_of_customer`.
pub async fn what_is_there(
    snapshot: &mut Snapshot<'_>,
    id: CustomerId,
) -> Result<(bool, bool, bool), StoreError> {
    snapshot
        .query(
            "select exists (select 1 from orders where customer = $1),
                exists (select 1 from interaction where customer = $1 and not removed),
                exists (select 1 from contact where customer = $1 and not removed)",
        )
        .bind(id)
        .one()
        .await
}

/// With what is kept beside them of them alone, and what of them is out of sight.
pub async fn remove(tx: &mut Tx<'_>, id: CustomerId) -> Result<(), StoreError> {
    for text in [
        "delete from mention where interaction in (
            select id from interaction where customer = $1 and removed)",
        "delete from interaction where customer = $1 and removed",
        "delete from contact where customer = $1 and removed",
        "delete from customer_tag where customer = $1",
        "delete from custom_value where customer = $1",
        "delete from customer_source where customer = $1",
        "delete from customer_score where customer = $1",
        "delete from customer where id = $1",
    ] {
        tx.query(text).bind(id).execute().await?;
    }
    Ok(())
}

/// By the primary key.
pub async fn customer(
    snapshot: &mut Snapshot<'_>,
    id: CustomerId,
) -> Result<Option<Customer>, StoreError> {
    snapshot
        .query(
            "select id, version, added_at, seen_at, name, kind, code, owner, email, phone, language,
                channel, country, city, marketing, why_us, found_us, brought, thanked, leaving,
                preferences
             from customer where id = $1",
        )
        .bind(id)
        .optional()
        .await
}

/// By the primary key.
pub async fn among(
    snapshot: &mut Snapshot<'_>,
    ids: &[CustomerId],
) -> Result<Vec<Customer>, StoreError> {
    snapshot
        .query(store::among!(
            "select id, version, added_at, seen_at, name, kind, code, owner, email, phone, language,
                channel, country, city, marketing, why_us, found_us, brought, thanked, leaving,
                preferences
             from customer where id",
            "$1",
            ""
        ))
        .bind(listed(ids))
        .all()
        .await
}

/// By the unique index of `customer.code`.
pub async fn with_code(
    snapshot: &mut Snapshot<'_>,
    code: &str,
) -> Result<Option<CustomerId>, StoreError> {
    let row: Option<(CustomerId,)> =
        snapshot.query("select id from customer where code = $1").bind(code).optional().await?;
    Ok(row.map(|(id,)| id))
}

/// Something happened with a customer at `at`.
pub async fn seen(tx: &mut Tx<'_>, id: CustomerId, at: Seen) -> Result<bool, StoreError> {
    let known = tx
        .query(
            "update customer set seen_at = case when seen_at < $2 then $2 else seen_at end
             where id = $1",
        )
        .bind(id)
        .bind(at)
        .execute()
        .await?;
    Ok(known == 1)
}

/// Nobody else changes these until the transaction ends. Their rows are held and
/// not their ids, of which PostgreSQL has room for some thousands only.
pub async fn hold(tx: &mut Tx<'_>, ids: &[CustomerId]) -> Result<(), StoreError> {
    let rows = store::among!("select 1 from customer where id", "$1", "");
    let ids = listed(ids);
    tx.hold_rows(rows, |statement| statement.bind(ids.as_str())).await
}

/// When each customer was last in contact or ordered, if ever. By the indexes
/// `interaction_of_customer` and `orders_of_customer`.
pub async fn seen_again(tx: &mut Tx<'_>, ids: &[CustomerId]) -> Result<(), StoreError> {
    // Whatever happens meanwhile waits here, so that the next statement sees it.
    hold(tx, ids).await?;
    let ids = listed(ids);
    tx.query(store::among!(
        concat!(
            "update customer set seen_at = coalesce((
                select max(happened.at) from (
                    select max(i.at) as at from interaction i
                    where i.customer = customer.id and not i.removed and ",
            interactions::is_contact!("i"),
            "       union all
                    select max(o.placed_at) from orders o where o.customer = customer.id
                ) as happened
             ), $2)
             where id"
        ),
        "$1",
        ""
    ))
    .bind(ids.as_str())
    .bind(Seen::NEVER)
    .execute()
    .await?;
    Ok(())
}
