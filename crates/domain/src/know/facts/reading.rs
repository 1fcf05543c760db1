//! What the log means for the facts.
//!
//! An entry only says what to look at again: what is told of a thing is what
//! the record has of it by then. So what was changed ten times in one batch is
//! told once, and the last telling is the same whichever way it was reached.

use std::collections::BTreeMap;
use std::sync::Arc;

use kernel::facts::{
    CustomerFact, Fact, FactFile, FactKind, Facts, InteractionFact, LineFact, OrderFact,
};
use store::log::{Actor, Entry, Event as _};
use store::{Db, Snapshot, StoreError};
use uuid::Uuid;

use super::model::Generation;
use super::{FactsError, Files, remove_all, store as sql};
use crate::know::customers::{self, CustomerAdded, CustomerChanged, CustomerRemoved, Field};
use crate::know::interactions::{
    self, InteractionEdited, InteractionLogged, InteractionRemoved, InteractionRestored,
};
use crate::know::orders::{
    self, OrderChanged, OrderEdited, OrderPlaced, OrdersGivenCurrency, OrdersImported,
    OrdersRemoved, State,
};

/// Entries taken in at once.
const BATCH: u32 = 10_000;
/// What is told of a customer.
const TOLD: [Field; 3] = [Field::Code, Field::Name, Field::Country];
/// Things looked up at once.
const LOOKED_UP: usize = 500;

/// What became of a batch.
pub enum Step {
    Read(u64),
    /// Another process has read it.
    Overtaken,
    /// There was none, or a later generation counts by now.
    UpToDate,
}

/// Takes in the next entries: files first, then their names and the cursor in
/// one transaction.
pub async fn step<F: Files>(
    db: &Db,
    files: &Arc<F>,
    generation: Generation,
) -> Result<Step, FactsError> {
    let reader = generation.reader();
    let (from, entries, facts) = {
        let mut view = db.reader().await?;
        let snapshot = &mut view.snapshot();
        if sql::live(snapshot).await? > generation {
            return Ok(Step::UpToDate);
        }
        let from = snapshot.cursor_of(&reader).await?;
        let entries = snapshot.entries_after(from, BATCH).await?;
        let facts = facts_of(snapshot, &Touched::by(&entries)).await?;
        (from, entries, facts)
    };
    let Some(last) = entries.last() else { return Ok(Step::UpToDate) };
    let (to, count) = (last.cursor, entries.len() as u64);
    let written = files.write(facts, db.clock().now()).await?;
    let named = written.clone();
    let told = count_read(&written);
    let is_kept = db
        .write(Actor::System, async move |tx| {
            let is_kept = sql::held_live(tx).await? <= generation
                && tx.move_cursor(&reader, from, to).await?;
            if is_kept {
                sql::add(tx, generation, &named).await?;
                sql::tell(tx, told).await?;
            }
            Ok::<_, StoreError>(is_kept)
        })
        .await?;
    if is_kept {
        return Ok(Step::Read(count));
    }
    remove_all(files, &written).await?;
    Ok(Step::Overtaken)
}

/// How many facts there are in these files that figures are made of: of what
/// was written down about customers none is.
fn count_read(files: &[FactFile]) -> i64 {
    let is_read = |file: &&FactFile| match file.kind {
        FactKind::Orders | FactKind::Customers => true,
        FactKind::Interactions => false,
    };
    files.iter().filter(is_read).map(|file| file.rows.cast_signed()).sum()
}

/// Whether an entry can change what is told, and not only what else the record
/// has of the same thing. One that cannot be read may.
fn changes_facts(entry: &Entry) -> bool {
    let of_customer = || {
        let event = entry.event::<CustomerChanged>().ok()??;
        Some(event.changes.iter().any(|change| TOLD.contains(&change.field)))
    };
    let of_order = || {
        let event = entry.event::<OrderChanged>().ok()??;
        Some((event.from == State::Cancelled) != (event.to == State::Cancelled))
    };
    of_customer().or_else(of_order).unwrap_or(true)
}

/// What some entries happened to, each with the number of the last of them.
#[derive(Default)]
struct Touched {
    customers: BTreeMap<Uuid, i64>,
    orders: BTreeMap<Uuid, i64>,
    interactions: BTreeMap<Uuid, i64>,
}

impl Touched {
    fn by(entries: &[Entry]) -> Self {
        let mut touched = Self::default();
        for entry in entries.iter().filter(|entry| changes_facts(entry)) {
            let things = match entry.kind.as_str() {
                CustomerAdded::KIND | CustomerChanged::KIND | CustomerRemoved::KIND => {
                    &mut touched.customers
                }
                OrderPlaced::KIND | OrderEdited::KIND | OrderChanged::KIND => &mut touched.orders,
                InteractionLogged::KIND
                | InteractionEdited::KIND
                | InteractionRemoved::KIND
                | InteractionRestored::KIND => &mut touched.interactions,
                OrdersImported::KIND | OrdersRemoved::KIND | OrdersGivenCurrency::KIND => {
                    touched.imported(entry);
                    continue;
                }
                // What else happens changes no fact.
                _ => continue,
            };
            let last = things.entry(entry.subject.id).or_default();
            *last = entry.before().0.max(*last);
        }
        touched
    }

    /// An entry of an import is about many orders.
    fn imported(&mut self, entry: &Entry) {
        let brought = entry.event::<OrdersImported>().ok().flatten().map(|event| event.orders);
        let removed = || entry.event::<OrdersRemoved>().ok().flatten().map(|event| event.orders);
        let given =
            || entry.event::<OrdersGivenCurrency>().ok().flatten().map(|event| event.orders);
        for order in brought.or_else(removed).or_else(given).unwrap_or_default() {
            let last = self.orders.entry(order.id.into()).or_default();
            *last = entry.before().0.max(*last);
        }
    }
}

async fn facts_of(snapshot: &mut Snapshot<'_>, touched: &Touched) -> Result<Facts, StoreError> {
    let mut facts = Facts::default();
    for ids in parts(&touched.customers) {
        let mut known = BTreeMap::new();
        for customer in customers::among(snapshot, &ids).await? {
            known.insert(customer.id, customer);
        }
        for id in ids {
            let customer = known.get(&id);
            let value = |field| customer.and_then(|customer| customer.value(field));
            let what = CustomerFact {
                code: value(Field::Code),
                name: value(Field::Name).unwrap_or_default(),
                country: value(Field::Country),
            };
            facts.customers.push(told(&touched.customers, id.into(), customer.is_none(), what));
        }
    }
    for ids in parts(&touched.orders) {
        facts.orders.extend(orders_of(snapshot, &ids, &touched.orders).await?);
    }
    for ids in parts(&touched.interactions) {
        let present = interactions::present_among(snapshot, &ids).await?;
        let mut known: BTreeMap<_, _> =
            present.into_iter().map(|interaction| (interaction.id, interaction)).collect();
        for id in ids {
            let interaction = known.remove(&id);
            let of = interaction.as_ref();
            let what = InteractionFact {
                customer: of.map_or(0, |known| Uuid::from(known.customer).as_u128()),
                at: of.map(|known| known.at).unwrap_or_default(),
                kind: of.map_or("", |known| known.kind.name()).to_owned(),
            };
            facts.interactions.push(told(&touched.interactions, id.into(), of.is_none(), what));
        }
    }
    Ok(facts)
}

async fn orders_of(
    snapshot: &mut Snapshot<'_>,
    ids: &[orders::OrderId],
    versions: &BTreeMap<Uuid, i64>,
) -> Result<Vec<Fact<OrderFact>>, StoreError> {
    let mut known = BTreeMap::new();
    for (order, lines) in orders::among(snapshot, ids).await? {
        known.insert(order.id, (order, lines));
    }
    let line = |line: orders::Line| LineFact {
        product: line.name,
        quantity: line.quantity,
        unit_price: line.unit_price,
    };
    let fact = |id: &orders::OrderId| {
        let nothing = OrderFact {
            customer: 0,
            placed_at: chrono::DateTime::UNIX_EPOCH,
            currency: kernel::Currency::NONE,
            total: 0,
            lines: Vec::new(),
        };
        let what = known.remove(id).map(|(order, lines)| {
            let what = OrderFact {
                customer: Uuid::from(order.customer).as_u128(),
                placed_at: order.placed_at,
                currency: order.currency,
                total: order.total,
                lines: lines.into_iter().map(line).collect(),
            };
            (order.state == State::Cancelled, what)
        });
        let (is_gone, what) = what.unwrap_or((true, nothing));
        told(versions, Uuid::from(*id), is_gone, what)
    };
    Ok(ids.iter().map(fact).collect())
}

fn told<T>(versions: &BTreeMap<Uuid, i64>, id: Uuid, is_gone: bool, what: T) -> Fact<T> {
    Fact { id: id.as_u128(), version: versions[&id], is_gone, what }
}

/// Ids in pieces that one statement takes.
fn parts<I: From<Uuid>>(touched: &BTreeMap<Uuid, i64>) -> Vec<Vec<I>> {
    let ids: Vec<Uuid> = touched.keys().copied().collect();
    ids.chunks(LOOKED_UP).map(|part| part.iter().copied().map(I::from).collect()).collect()
}
