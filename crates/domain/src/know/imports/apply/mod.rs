//! What is staged becomes customers and orders, part by part, all of it in the
//! transaction of whoever calls.

mod batch;
mod orders;
pub(super) mod store;

use std::collections::HashMap;
use std::mem;
use std::ops::Range;

use ::store::db::Aside;
use ::store::log::Subject;
use ::store::{StoreError, Tx};
use tokio::task::{self, JoinHandle};
use uuid::Uuid;

use self::batch::{Batch, SortedBy};
use self::store::NewCustomer;
use super::recognise::Recognised;
use super::staged::{StagedCustomer, StagedOrder};
use super::{Applied, Counts, Import, ImportError, ImportId, OtherCurrencies, rules};
use crate::know::customers::{self, CustomerAdded, CustomerId};
use crate::know::orders::OrderId;
use crate::know::products::ProductId;

/// Bytes of parts that are applied together, or some more: some 260,000 orders.
/// Sorted they go into indexes one beside the other, the better the more they
/// are; so many need some hundred megabytes.
const TOGETHER: usize = 16 * 1024 * 1024;

/// Known customers whose orders are looked at with one statement.
const SEEN_TOGETHER: usize = 10_000;

/// An import while it is applied.
pub(super) struct Applying<'i, I> {
    import: ImportId,
    source: &'i str,
    /// Each later than the last, so that rows come in the order of their
    /// indexes.
    new_id: I,
    /// Met so far, by name.
    products: HashMap<String, ProductId>,
    /// Customers who were known before and have bought since.
    seen: Vec<CustomerId>,
    /// What has become of customers and orders so far.
    pub(super) applied: Applied,
    /// Known orders that the files have in another currency.
    pub(super) other_currencies: OtherCurrencies,
}

/// Who bought, and whether the record knew them.
struct Buying {
    customer: CustomerId,
    is_known: bool,
    orders: Vec<StagedOrder>,
}

impl<'i, I: FnMut() -> Uuid> Applying<'i, I> {
    pub fn new(import: &'i Import, new_id: I) -> Self {
        Self {
            import: import.id,
            source: &import.source,
            new_id,
            products: HashMap::new(),
            seen: Vec::new(),
            applied: Applied::default(),
            other_currencies: OtherCurrencies::default(),
        }
    }

    /// Applies all parts of the import, and leaves what came of it in `applied`.
    pub async fn all(&mut self, tx: &mut Tx<'_>, import: &Import) -> Result<(), ImportError> {
        tx.wait_however_long().await?;
        let mut outgrown = Vec::new();
        let Counts { orders, customers, .. } = import.counts;
        for (table, rows) in [("orders", orders), ("customer", customers)] {
            if store::outgrow(tx, table, rows).await? {
                outgrown.push(table);
            }
        }
        let by = if outgrown.contains(&"orders") { SortedBy::Number } else { SortedBy::Moment };
        let aside = tx.set_aside(&outgrown).await?;
        let mut parts = 0..import.parts;
        let mut reading = read_some(tx, &mut parts, by, tx.new_ids()).await?;
        while let Some(some) = reading {
            let (some, new_id) = some.await.map_err(|_| StoreError::Defect)?;
            reading = read_some(tx, &mut parts, by, new_id).await?;
            self.some(tx, &aside, some?).await?;
        }
        tx.put_back(aside).await?;
        // Only now are the orders of a customer found without reading all.
        for seen in mem::take(&mut self.seen).chunks(SEEN_TOGETHER) {
            store::see(tx, self.import, seen).await?;
        }
        Ok(())
    }

    /// Adds those of some customers whom nobody knows, fills in what nobody
    /// knew of the others, and adds their orders.
    async fn some(
        &mut self,
        tx: &mut Tx<'_>,
        aside: &Aside,
        Batch { customers, ids, rows }: Batch,
    ) -> Result<(), ImportError> {
        let recognised = Recognised::among(tx, self.source, &customers).await?;
        self.fill(tx, &recognised, &customers).await?;
        let buying = self.customers(tx, &recognised, customers).await?;
        self.orders(tx, aside, &buying, (ids, rows)).await?;
        Ok(())
    }

    /// Fills the blanks of known customers: those that still are blank once
    /// nobody else changes the customer.
    async fn fill(
        &mut self,
        tx: &mut Tx<'_>,
        recognised: &Recognised,
        some: &[StagedCustomer],
    ) -> Result<(), ImportError> {
        let blanks = recognised.blanks(tx, self.source, some).await?;
        if blanks.is_empty() {
            return Ok(());
        }
        let mut held: Vec<CustomerId> = blanks.into_iter().map(|(customer, _)| customer).collect();
        held.sort_unstable();
        customers::hold(tx, &held).await?;
        for (customer, blanks) in recognised.blanks(tx, self.source, some).await? {
            if held.binary_search(&customer).is_err() {
                continue;
            }
            let filled = customers::edit(tx, customer, None, &blanks).await?;
            store::insert_fills(tx, self.import, customer, &filled).await?;
            self.applied.customers_filled += u64::from(!filled.is_empty());
        }
        Ok(())
    }

    /// Adds the customers nobody knows, and remembers who each is in the source.
    async fn customers(
        &mut self,
        tx: &mut Tx<'_>,
        recognised: &Recognised,
        some: Vec<StagedCustomer>,
    ) -> Result<Vec<Buying>, ImportError> {
        let (mut new, mut events, mut in_source) = (Vec::new(), Vec::new(), Vec::new());
        let mut buying = Vec::with_capacity(some.len());
        for staged in some {
            let known = recognised.who(self.source, &staged.code);
            let customer = known.unwrap_or_else(|| (self.new_id)().into());
            if known.is_none() {
                let subject = Subject { id: customer.into(), customer: Some(customer.into()) };
                events.push((subject, rules::added(self.source, &staged)));
                new.push(NewCustomer::of(customer, self.source, &staged));
            }
            if !recognised.is_of_source(&staged.code) {
                in_source.push((staged.code, customer));
            }
            buying.push(Buying { customer, is_known: known.is_some(), orders: staged.orders });
        }
        store::insert_customers(tx, self.import, &new).await?;
        store::insert_sources(tx, self.source, &in_source).await?;
        tx.append_all::<CustomerAdded>(&events).await?;
        self.applied.customers_added += new.len() as u64;
        self.applied.customers_known += (buying.len() - new.len()) as u64;
        Ok(buying)
    }
}

/// Parts that are read, and what gives ids to the orders of those after them.
type Reading<I> = JoinHandle<(Result<Batch, StoreError>, I)>;

/// Begins to read some of the parts that wait, beside what the database does
/// meanwhile; none where no more wait.
async fn read_some<I: FnMut() -> OrderId + Send + 'static>(
    tx: &mut Tx<'_>,
    parts: &mut Range<u32>,
    by: SortedBy,
    mut new_id: I,
) -> Result<Option<Reading<I>>, ImportError> {
    let mut some = Vec::new();
    let mut bytes = 0;
    while bytes < TOGETHER
        && let Some(part) = parts.next()
    {
        let staged = super::store::take_staged(tx, part).await?;
        let staged = staged.ok_or(ImportError::PartMissing(part))?;
        bytes += staged.len();
        some.push(staged);
    }
    if some.is_empty() {
        return Ok(None);
    }
    Ok(Some(task::spawn_blocking(move || (Batch::read(&some, by, &mut new_id), new_id))))
}
