//! Closing: shard by shard from rows to customers.

use documents::orders::AttributeRole;
use kernel::Day;

use super::currency::{Rescale, asked_for, currency_of, of_most_orders};
use super::facts::facts_of;
use super::group::Groups;
use super::join::{Joiner, add};
use super::line::{Codes, Line};
use super::record::UNDECLARED;
use super::rows::AllRows;
use super::sink::{LedgerSink, Seen};
use super::tally::Tally;
use super::terms::ClosingTerms;
use super::{Closing, LedgerError, Shared, Storage};
use crate::book::{
    Attribute, Book, CustomerWriter, Layout, Order, Place, SHARDS, Segment, SpillFile, Store,
};

/// With fewer rows than this closing is over before threads have started.
const WORTH_THREADS: u64 = 20_000;

/// The memory that closing one shard needs, used again for the next.
#[derive(Debug, Default)]
struct Workspace {
    buffer: Vec<u8>,
    plain: Groups<PlainLine>,
    full: Groups<Line>,
    codes: Codes,
    joiner: Joiner,
    orders: Vec<Order>,
}

/// A row that is a day and an amount and no more.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct PlainLine {
    day: i32,
    amount: i64,
}

/// All rows, and on what terms they close.
pub(super) struct Opened {
    pub rows: AllRows,
    pub seen: Seen,
    pub terms: ClosingTerms,
    pub attributes: Vec<Attribute>,
    pub as_of: Day,
    pub threads: usize,
}

/// Takes the rows of all `sinks` together and finds the terms to close them on.
pub(super) fn open(
    shared: &Shared,
    sinks: Vec<LedgerSink>,
    closing: &Closing,
) -> Result<Opened, LedgerError> {
    let (rows, seen) = AllRows::new(sinks, shared);
    let seen = together(seen);
    let (first, last) = seen.days.ok_or(LedgerError::NoRows)?;
    let as_of = closing
        .as_of
        .unwrap_or_else(|| if seen.has_times && first < last { last.plus_days(-1) } else { last });
    let threads = if seen.rows < WORTH_THREADS { 1 } else { rayon::current_num_threads() };
    let (attributes, renumbered): (Vec<Attribute>, Vec<Vec<u32>>) = shared
        .columns
        .iter()
        .zip(&shared.dictionaries)
        .map(|(column, dictionary)| dictionary.close(column))
        .unzip();
    let base = match closing.currency {
        Some(currency) => asked_for(currency, &seen.currencies)?,
        None => of_most_orders(&rows, &seen.currencies, as_of.days_since(Day::MIN), threads)?,
    };
    let currency = currency_of(base);
    let column_of = |role| {
        attributes.iter().position(|attribute| attribute.role == role && !attribute.overflowed)
    };
    let product = column_of(AttributeRole::Product);
    let item_attribute = column_of(AttributeRole::Category).or(product);
    let terms = ClosingTerms {
        as_of: as_of.days_since(Day::MIN),
        base,
        rescale: Rescale::to(currency),
        drop_duplicates: closing.drop_duplicates,
        product,
        layout: Layout { attributes: attributes.len(), item_attribute },
        renumbered,
    };
    Ok(Opened { rows, seen, terms, attributes, as_of, threads })
}

/// The book of everything in `sinks`.
pub(super) fn close(
    shared: &Shared,
    sinks: Vec<LedgerSink>,
    closing: &Closing,
) -> Result<Book, LedgerError> {
    let Opened { rows, seen, terms, attributes, as_of, threads } = open(shared, sinks, closing)?;
    let (store, tally) = close_shards(&rows, &terms, &shared.storage, threads)?;
    let facts = facts_of(&seen, tally, &terms, as_of)?;
    Ok(Book::new(facts, attributes, terms.layout, store))
}

/// What all sinks have seen.
fn together(seen: Vec<Seen>) -> Seen {
    let mut all = Seen::default();
    for seen in seen {
        all.days = match (all.days, seen.days) {
            (Some((a, b)), Some((c, d))) => Some((a.min(c), b.max(d))),
            (days, None) | (None, days) => days,
        };
        all.has_times |= seen.has_times;
        all.rows += seen.rows;
        all.currencies.extend(seen.currencies);
        for (key, more) in seen.anonymous {
            let anonymous = all.anonymous.entry(key).or_default();
            anonymous.rows += more.rows;
            anonymous.returns += more.returns;
            anonymous.revenue += more.revenue;
        }
        for (total, day) in seen.anonymous_totals {
            let earliest = all.anonymous_totals.entry(total).or_insert(day);
            *earliest = day.min(*earliest);
        }
    }
    for ((_, currency, total), day) in std::mem::take(&mut all.anonymous_totals) {
        all.anonymous.entry((day, currency)).or_default().revenue += i128::from(total);
    }
    all.currencies.sort_unstable();
    all.currencies.dedup();
    all
}

fn close_shards(
    rows: &AllRows,
    terms: &ClosingTerms,
    storage: &Storage,
    threads: usize,
) -> Result<(Store, Tally), LedgerError> {
    let close = |workspace: &mut Workspace, shard| workspace.close(rows, shard, terms);
    let mut tally = Tally::default();
    let mut segments = Vec::with_capacity(SHARDS);
    let mut spill: Option<SpillFile> = None;
    let mut held = 0;
    rows.each_shard(threads, close, |(writer, counted): (CustomerWriter, Tally)| {
        tally.add(counted);
        let (bytes, customers) = writer.finish();
        let place = if held + bytes.len() <= storage.book {
            held += bytes.len();
            Place::Memory(bytes)
        } else {
            let offset = SpillFile::open(&mut spill, storage.folder.as_deref())
                .and_then(|file| file.append(&bytes))
                .map_err(LedgerError::Spill)?;
            Place::Spilled { offset, length: bytes.len() }
        };
        segments.push(Segment { customers, place });
        Ok::<_, LedgerError>(())
    })?;
    Ok((Store::new(segments, spill), tally))
}

impl Workspace {
    fn close(
        &mut self,
        rows: &AllRows,
        shard: usize,
        terms: &ClosingTerms,
    ) -> Result<(CustomerWriter, Tally), LedgerError> {
        let mut writer = CustomerWriter::new(terms.layout);
        let mut tally = Tally::default();
        if rows.are_plain(shard, terms.base) {
            self.close_plain(rows, shard, terms, &mut writer, &mut tally)?;
        } else {
            self.close_full(rows, shard, terms, &mut writer, &mut tally)?;
        }
        Ok((writer, tally))
    }

    fn close_full(
        &mut self,
        rows: &AllRows,
        shard: usize,
        terms: &ClosingTerms,
        writer: &mut CustomerWriter,
        tally: &mut Tally,
    ) -> Result<(), LedgerError> {
        let Self { buffer, full, codes, joiner, .. } = self;
        full.clear();
        codes.clear(terms.layout.attributes);
        rows.read(shard, buffer, |record, given| {
            if record.day > terms.as_of {
                tally.rows_after += 1;
                return;
            }
            tally.returns += u64::from(record.is_return);
            let line = Line::new(record, full.len() as u32, terms);
            full.push(record.id, line);
            codes.push(terms.codes_of(given));
        })?;
        tally.rows += full.len() as u64;
        full.each(|id, lines| joiner.join(id, lines, codes, terms, writer, tally));
        Ok(())
    }

    /// What [`Workspace::close_full`] does, where orders are customer and day and
    /// there is nothing to match: this is where ten million rows go through.
    fn close_plain(
        &mut self,
        rows: &AllRows,
        shard: usize,
        terms: &ClosingTerms,
        writer: &mut CustomerWriter,
        tally: &mut Tally,
    ) -> Result<(), LedgerError> {
        let Self { buffer, plain, orders, .. } = self;
        plain.clear();
        rows.read(shard, buffer, |record, _| {
            if record.day > terms.as_of {
                tally.rows_after += 1;
                return;
            }
            let amount = match (record.amount, record.currency) {
                (Order::NO_AMOUNT, _) => Order::NO_AMOUNT,
                (amount, UNDECLARED) => terms.rescale.apply(amount),
                (amount, _) => amount,
            };
            plain.push(record.id, PlainLine { day: record.day, amount });
        })?;
        tally.rows += plain.len() as u64;
        plain.each(|id, lines| {
            lines.sort_unstable();
            orders.clear();
            let mut before = None;
            for line in lines {
                let repeats = before.replace(*line) == Some(*line);
                tally.duplicates += u64::from(repeats);
                if repeats && terms.drop_duplicates {
                    continue;
                }
                let day = Day::MIN.plus_days(line.day);
                match orders.last_mut() {
                    Some(order) if order.day == day => {
                        order.amount = add(order.amount, line.amount);
                    }
                    _ => orders.push(Order { day, amount: line.amount }),
                }
            }
            tally.has_money |= orders.iter().any(|order| order.amount().is_some());
            tally.customers += 1;
            tally.orders += orders.len() as u64;
            if let (Some(first), Some(last)) = (orders.first(), orders.last()) {
                tally.meet(first.day);
                tally.meet(last.day);
            }
            writer.put(id, orders, &[], &[], &[]);
        });
        Ok(())
    }
}
