//! The SQL of totals.

use store::{StoreError, Tx};

use crate::know::customers::CustomerId;

/// By the index `orders_of_customer`. An order of more than a thousand
/// billion is a slip, and counts as so much, lest the sum be more than can be
/// kept.
pub async fn recount(tx: &mut Tx<'_>, customer: CustomerId) -> Result<(), StoreError> {
    tx.query(
        "with counted as (
             select currency, placed_at, id,
                 case when total > 100000000000000 then 100000000000000 else total end as total
             from orders where customer = $1 and state <> 'cancelled'),
         last as (select currency from counted order by placed_at desc, id desc limit 1)
         update customer set
             orders = (select count(*) from counted),
             spent_in = (select currency from last),
             spent = coalesce((select cast(sum(c.total) as bigint) from counted c
                               where c.currency = (select currency from last)), 0)
         where id = $1",
    )
    .bind(customer)
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
