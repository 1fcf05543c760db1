//! The SQL of totals.

use store::{StoreError, Tx, listed};

use crate::know::customers::CustomerId;

/// By the index `orders_of_customer`; writes only what is different. An order
/// of more than a thousand billion is a slip, and counts as so much, lest the
/// sum be more than can be kept.
pub async fn recount(tx: &mut Tx<'_>, customers: &[CustomerId]) -> Result<(), StoreError> {
    if customers.is_empty() {
        return Ok(());
    }
    tx.query(store::among!(
        "with of (id) as (select id from customer where id",
        "$1",
        "), counted as (
             select o.customer, o.currency,
                 case when o.total > 100000000000000 then 100000000000000 else o.total end
                     as total,
                 row_number() over (partition by o.customer
                                    order by o.placed_at desc, o.id desc) as place
             from of cross join orders o
             where o.customer = of.id and o.state <> 'cancelled'),
         last as (select customer, currency from counted where place = 1),
         summed as (
             select c.customer, count(*) as orders, max(l.currency) as spent_in,
                 cast(sum(case when c.currency = l.currency then c.total else 0 end)
                      as bigint) as spent
             from counted c join last l on l.customer = c.customer group by c.customer),
         total as (
             select of.id, coalesce(s.orders, 0) as orders, coalesce(s.spent, 0) as spent,
                 s.spent_in
             from of left join summed s on s.customer = of.id)
         update customer set orders = total.orders, spent = total.spent,
             spent_in = total.spent_in
         from total where customer.id = total.id
             and (customer.orders <> total.orders or customer.spent <> total.spent
                  or customer.spent_in is distinct from total.spent_in)"
    ))
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
