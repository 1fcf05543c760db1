//! The SQL of totals.

use store::db::Sql;
use store::{StoreError, Tx, listed};

use crate::know::customers::CustomerId;

/// Counts the orders of some customers; the databases differ in how they take a
/// list apart.
macro_rules! recount {
    ($ids:literal) => {
        concat!(
            "with told as (",
            $ids,
            "),
             counted as (
                 select o.customer, o.currency, o.placed_at, o.id,
                     case when o.total > 100000000000000 then 100000000000000 else o.total end
                         as total
                 from told join orders o on o.customer = told.id
                 where o.state <> 'cancelled'),
             ranked as (
                 select customer, currency, row_number() over (
                     partition by customer order by placed_at desc, id desc) as place
                 from counted),
             summed as (
                 select told.id, count(c.id) as orders, max(l.currency) as spent_in,
                     coalesce(cast(sum(case when c.currency = l.currency then c.total end)
                         as bigint), 0) as spent
                 from told
                 left join ranked l on l.customer = told.id and l.place = 1
                 left join counted c on c.customer = told.id
                 group by told.id)
             update customer set orders = summed.orders, spent_in = summed.spent_in,
                 spent = summed.spent
             from summed where summed.id = customer.id"
        )
    };
}

/// By the index `orders_of_customer`. An order of more than a thousand
/// billion is a slip, and counts as so much, lest the sum be more than can be
/// kept.
pub async fn recount(tx: &mut Tx<'_>, customers: &[CustomerId]) -> Result<(), StoreError> {
    tx.query(Sql::Each {
        sqlite: recount!("select unhex(value) as id from json_each($1)"),
        postgres: recount!("select value::uuid as id from jsonb_array_elements_text($1::jsonb)"),
    })
    .bind(listed(customers))
    .execute()
    .await?;
    Ok(())
}

pub async fn forget(tx: &mut Tx<'_>) -> Result<(), StoreError> {
    tx.query(
        "update customer set orders = 0, spent = 0, spent_in = null
         where orders <> 0 or spent_in is not null",
    )
    .execute()
    .await?;
    Ok(())
}
