//! The orders of those who bought: added, counted where they are known, and given
//! a currency where they have none.

use std::collections::{BTreeMap, BTreeSet};

use ::store::db::Aside;
use ::store::log::Subject;
use ::store::{StoreError, Tx};
use kernel::Currency;
use uuid::Uuid;

use super::super::rules;
use super::super::staged::StagedOrder;
use super::batch::OrderRow;
use super::store::{self, NewLine, Present};
use super::{Applying, Buying};
use crate::know::customers::CustomerId;
use crate::know::orders::{ImportedOrder, OrderId, OrdersImported};
use crate::know::products::{self, ProductId};

/// An order and whose it is.
struct NewOrder<'o> {
    id: OrderId,
    customer: CustomerId,
    order: &'o StagedOrder,
}

impl<I: FnMut() -> Uuid> Applying<'_, I> {
    /// Adds the orders whose numbers the source does not have, and writes down
    /// which each customer has now.
    pub(super) async fn orders(
        &mut self,
        tx: &mut Tx<'_>,
        aside: &Aside,
        buying: &[Buying],
        (ids, in_order): (Vec<OrderId>, Vec<OrderRow>),
    ) -> Result<(), StoreError> {
        let buyers: Vec<CustomerId> = buying.iter().map(|buying| buying.customer).collect();
        let added =
            store::insert_orders(tx, aside, (self.import, self.source), &buyers, &in_order).await?;
        drop(in_order);
        let theirs = buying.iter().flat_map(|Buying { customer, orders, .. }| {
            orders.iter().map(move |order| (*customer, order))
        });
        let new = |((customer, order), id)| NewOrder { id, customer, order };
        let mut rows: Vec<NewOrder<'_>> = theirs.zip(ids).map(new).collect();
        if added < rows.len() as u64 {
            rows = self.without_present(tx, rows).await?;
        }
        self.applied.orders_added += added;
        self.lines(tx, &rows).await?;
        let events: Vec<_> = rows
            .chunk_by(|one, other| one.customer == other.customer)
            .map(|theirs| self.imported(theirs))
            .collect();
        tx.append_all(&events).await?;
        let with_new: BTreeSet<CustomerId> = rows.iter().map(|row| row.customer).collect();
        let seen = buying.iter().filter(|buying| buying.is_known).map(|buying| buying.customer);
        self.seen.extend(seen.filter(|customer| with_new.contains(customer)));
        Ok(())
    }

    /// Those of the orders that were added; the others are counted, and those
    /// without a currency are given it where the files know it.
    async fn without_present<'o>(
        &mut self,
        tx: &mut Tx<'_>,
        rows: Vec<NewOrder<'o>>,
    ) -> Result<Vec<NewOrder<'o>>, StoreError> {
        let codes = rows.iter().map(|row| row.order.code.as_str());
        let present = store::present(tx, self.source, codes).await?;
        let (mut added, mut blank) = (Vec::new(), BTreeMap::<Currency, Vec<OrderId>>::new());
        for row in rows {
            match present.get(&row.order.code) {
                Some(present) if present.id != row.id => {
                    self.count(present, row.order);
                    if present.lacks_currency_of(row.order) {
                        blank.entry(row.order.currency).or_default().push(present.id);
                    }
                }
                _ => added.push(row),
            }
        }
        self.give_currencies(tx, blank).await?;
        Ok(added)
    }

    /// A blank of an order is filled as those of customers are.
    async fn give_currencies(
        &mut self,
        tx: &mut Tx<'_>,
        blank: BTreeMap<Currency, Vec<OrderId>>,
    ) -> Result<(), StoreError> {
        for (currency, orders) in blank {
            let given =
                super::super::store::change_currency(tx, &orders, Currency::NONE, currency).await?;
            let ids: Vec<OrderId> = given.iter().map(|(_, order)| order.id).collect();
            store::insert_currencies(tx, self.import, currency, &ids).await?;
            self.applied.orders_given_currency += given.len() as u64;
            tx.append_all(&rules::given_currency(self.source, given)).await?;
        }
        Ok(())
    }

    /// Counts an order that was not added.
    fn count(&mut self, present: &Present, order: &StagedOrder) {
        if present.import == Some(self.import) {
            self.applied.orders_clashing += 1;
        } else {
            self.applied.orders_known += 1;
            self.applied.orders_differing += u64::from(present.differs(order));
            if let Some(currencies) = present.other_currency(order) {
                self.other_currencies.count(currencies);
            }
        }
    }

    async fn lines(&mut self, tx: &mut Tx<'_>, rows: &[NewOrder<'_>]) -> Result<(), StoreError> {
        let mut lines = Vec::new();
        for NewOrder { id, order, .. } in rows {
            for (position, line) in (0..).zip(&order.lines) {
                let product = self.product(tx, &line.product).await?;
                let (quantity, unit_price) = (line.quantity, line.unit_price);
                lines.push(NewLine { order: *id, position, product, quantity, unit_price });
            }
        }
        store::insert_lines(tx, &lines).await
    }

    async fn product(&mut self, tx: &mut Tx<'_>, name: &str) -> Result<ProductId, StoreError> {
        if let Some(known) = self.products.get(name) {
            return Ok(*known);
        }
        let product = products::of_exact_name(tx, name, Some(self.import.into())).await?.id;
        self.products.insert(name.to_owned(), product);
        Ok(product)
    }

    /// What the log says of a customer's orders.
    fn imported(&self, theirs: &[NewOrder<'_>]) -> (Subject, OrdersImported) {
        let customer: Uuid = theirs[0].customer.into();
        let order = |row: &NewOrder<'_>| ImportedOrder {
            id: row.id,
            code: row.order.code.clone(),
            placed_at: row.order.placed_at,
            currency: row.order.currency.to_string(),
            total: row.order.total,
            state: rules::state(row.order),
        };
        let orders = theirs.iter().map(order).collect();
        let subject = Subject { id: customer, customer: Some(customer) };
        (subject, OrdersImported { source: self.source.to_owned(), orders })
    }
}
