//! The SQL of applying an import.

use std::collections::HashMap;

use kernel::Currency;
use store::db::{Aside, Dialect, Sql};
use store::{Snapshot, StoreError, Tx, listed, listed_texts};

use super::batch::OrderRow;
use crate::know::customers::{Change, CustomerId, Seen};
use crate::know::imports::staged::{StagedCustomer, StagedOrder};
use crate::know::imports::{ImportId, rules};
use crate::know::orders::OrderId;
use crate::know::products::ProductId;

/// A customer nobody knew.
pub struct NewCustomer {
    id: CustomerId,
    code: String,
    name: String,
    email: Option<String>,
    phone: Option<String>,
    country: Option<String>,
    seen_at: Seen,
}

impl NewCustomer {
    pub fn of(id: CustomerId, source: &str, staged: &StagedCustomer) -> Self {
        Self {
            id,
            code: rules::own_code(source, &staged.code),
            name: staged.name.clone(),
            email: staged.email.clone(),
            phone: staged.phone.clone(),
            country: staged.country.clone(),
            seen_at: staged.seen_at(),
        }
    }
}

pub struct NewLine {
    pub order: OrderId,
    pub position: i64,
    pub product: ProductId,
    pub quantity: i64,
    pub unit_price: i64,
}

/// An order that the source has.
pub struct Present {
    pub id: OrderId,
    total: i64,
    currency: String,
    /// The import that made it, where one did.
    pub import: Option<ImportId>,
}

impl Present {
    /// Whether it comes to something else in the files.
    pub fn differs(&self, order: &StagedOrder) -> bool {
        let is_same = (self.total, self.currency.as_str()) == (order.total, order.currency.code());
        !is_same && !self.lacks_currency_of(order)
    }

    /// Its currency and that of the files, where both are known and differ.
    pub fn other_currency(&self, order: &StagedOrder) -> Option<(Currency, Currency)> {
        let own: Currency = self.currency.parse().ok()?;
        let are_known = own.is_known() && order.currency.is_known();
        (are_known && own != order.currency).then_some((own, order.currency))
    }

    /// Whether it has no currency, and the files know it and the same number.
    pub fn lacks_currency_of(&self, order: &StagedOrder) -> bool {
        let none = Currency::NONE;
        self.currency == none.code()
            && order.currency.is_known()
            && rules::in_units_of(self.total, none, order.currency) == Some(order.total)
    }
}

/// Fewer rows take their places in indexes as fast as indexes are made again,
/// which moreover has every connection plan its statements anew.
pub const WORTH_IT: u64 = 1_000;

/// Whether so many rows come to a table that it pays to make its indexes again.
/// Where that would have readers wait it does only while there is nothing to
/// read.
pub async fn outgrow(tx: &mut Tx<'_>, table: &'static str, rows: u64) -> Result<bool, StoreError> {
    if rows < WORTH_IT {
        return Ok(false);
    }
    let rows = i64::try_from(rows).unwrap_or(i64::MAX);
    let few = match tx.dialect() {
        Dialect::Sqlite => rows,
        Dialect::Postgres => rows.min(1),
    };
    let text = format!("select count(*) from (select 1 from {table} limit $1) known");
    let (known,): (i64,) = tx.query(Sql::Composed(text)).bind(few).one().await?;
    Ok(known < few)
}

pub async fn insert_customers(
    tx: &mut Tx<'_>,
    import: ImportId,
    customers: &[NewCustomer],
) -> Result<(), StoreError> {
    let now = tx.now();
    let into = "customer
        (id, version, name, sort_name, code, email, phone, country, added_at, seen_at, import)";
    tx.insert_all(into, 11, customers, |values, customer: &NewCustomer| {
        values
            .bind(customer.id)
            .bind(1_i64)
            .bind(customer.name.as_str())
            .bind(customer.name.to_lowercase())
            .bind(customer.code.as_str())
            .bind(customer.email.as_deref())
            .bind(customer.phone.as_deref())
            .bind(customer.country.as_deref())
            .bind(now)
            .bind(customer.seen_at)
            .bind(import)
    })
    .await
}

/// Who customers are in a source.
pub async fn insert_sources(
    tx: &mut Tx<'_>,
    source: &str,
    customers: &[(String, CustomerId)],
) -> Result<(), StoreError> {
    let into = "customer_source (source, code, customer)";
    tx.insert_new(into, "(source, code)", 3, customers, |values, (code, customer)| {
        values.bind(source).bind(code.as_str()).bind(*customer)
    })
    .await
    .map(drop)
}

/// Returns how many were added: those whose number the source has are not. Whose
/// each is `buyers` says, by its place there.
pub async fn insert_orders(
    tx: &mut Tx<'_>,
    aside: &Aside,
    (import, source): (ImportId, &str),
    buyers: &[CustomerId],
    orders: &[OrderRow],
) -> Result<u64, StoreError> {
    let into = "orders (id, customer, source, code, placed_at, currency, total, state, import)";
    tx.insert_new_aside(aside, into, "(source, code)", 9, orders, |values, order: &OrderRow| {
        values
            .bind(order.id)
            .bind(buyers[order.buyer])
            .bind(source)
            .bind(order.code.as_str())
            .bind(order.placed_at)
            .bind(order.currency.code())
            .bind(order.total)
            .bind(order.state)
            .bind(import)
    })
    .await
}

pub async fn insert_lines(tx: &mut Tx<'_>, lines: &[NewLine]) -> Result<(), StoreError> {
    let into = "order_line (order_id, position, product, quantity, unit_price)";
    tx.insert_all(into, 5, lines, |values, line: &NewLine| {
        values
            .bind(line.order)
            .bind(line.position)
            .bind(line.product)
            .bind(line.quantity)
            .bind(line.unit_price)
    })
    .await
}

/// Those of these numbers that a source has. By the unique index of
/// `orders (source, code)`.
pub async fn present(
    snapshot: &mut Snapshot<'_>,
    source: &str,
    codes: impl Iterator<Item = &str>,
) -> Result<HashMap<String, Present>, StoreError> {
    type Row = (String, OrderId, i64, String, Option<ImportId>);
    let rows: Vec<Row> = snapshot
        .query(Sql::Each {
            sqlite: "select code, id, total, currency, import from orders
                where source = $1 and code in (select value from json_each($2))",
            postgres: "select code, id, total, currency, import from orders
                where source = $1
                    and code in (select value from jsonb_array_elements_text($2::jsonb))",
        })
        .bind(source)
        .bind(listed_texts(codes))
        .all()
        .await?;
    let present =
        |(code, id, total, currency, import)| (code, Present { id, total, currency, import });
    Ok(rows.into_iter().map(present).collect())
}

pub async fn insert_fills(
    tx: &mut Tx<'_>,
    id: ImportId,
    customer: CustomerId,
    filled: &[Change],
) -> Result<(), StoreError> {
    let into = "import_fill (import, customer, field, value)";
    tx.insert_all(into, 4, filled, |values, change| {
        let value = change.to.clone().unwrap_or_default();
        values.bind(id).bind(customer).bind(change.field.name()).bind(value)
    })
    .await
}

/// Orders that an import gave their currency.
pub async fn insert_currencies(
    tx: &mut Tx<'_>,
    id: ImportId,
    currency: Currency,
    orders: &[OrderId],
) -> Result<(), StoreError> {
    let into = "import_currency (import, order_id, currency)";
    tx.insert_all(into, 3, orders, |values, order: &OrderId| {
        values.bind(id).bind(*order).bind(currency.code())
    })
    .await
}

/// Customers have been seen when they last bought what the import brought. By
/// the index `orders_of_customer`.
pub async fn see(
    tx: &mut Tx<'_>,
    import: ImportId,
    customers: &[CustomerId],
) -> Result<(), StoreError> {
    tx.query(store::among!(
        "update customer set seen_at = bought.at
         from (select customer, max(placed_at) as at from orders
               where import = $1 and customer",
        "$2",
        " group by customer) bought
         where bought.customer = customer.id and bought.at > customer.seen_at"
    ))
    .bind(import)
    .bind(listed(customers))
    .execute()
    .await?;
    Ok(())
}
