//! What is staged becomes customers and orders, part by part, all of it in the
//! transaction of whoever calls.

mod batch;
pub(super) mod store;

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::mem;
use std::ops::Range;

use ::store::db::Aside;
use ::store::log::Subject;
use ::store::{StoreError, Tx};
use kernel::Currency;
use tokio::task::{self, JoinHandle};
use uuid::Uuid;

use self::batch::{Batch, OrderRow, SortedBy};
use self::store::{NewCustomer, NewLine, Present};
use super::recognise::Recognised;
use super::staged::{StagedCustomer, StagedOrder};
use super::{Applied, Counts, Import, ImportError, ImportId, rules};
use crate::know::customers::{self, CustomerAdded, CustomerId};
use crate::know::orders::{ImportedOrder, OrderId, OrdersImported};
use crate::know::products::{self, ProductId};

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
}

/// Who bought, and whether the record knew them.
struct Buying {
    customer: CustomerId,
    is_known: bool,
    orders: Vec<StagedOrder>,
}

/// An order and whose it is.
struct NewOrder<'o> {
    id: OrderId,
    customer: CustomerId,
    order: &'o StagedOrder,
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
        }
    }

    /// Applies all parts of the import, and leaves what came of it in `applied`.
    pub async fn all(&mut self, tx: &mut Tx<'_>, import: &Import) -> Result<(), ImportError> {
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

    /// Adds the orders whose numbers the source does not have, and writes down
    /// which each customer has now.
    async fn orders(
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
                super::store::change_currency(tx, &orders, Currency::NONE, currency).await?;
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
        let product = products::brought(tx, name, self.import.into()).await?.id;
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
