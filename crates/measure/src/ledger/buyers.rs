//! Closing into customers with whole orders, as a record keeps them.
//!
//! The same rules as for the book join lines, share out totals and take off
//! returns, so that a record agrees with the review of the same files. Beyond
//! it an order has its id, its time, its lines and whatever currency it is in,
//! and one that was taken back whole is there, marked as such.

#[cfg(test)]
mod tests;

use documents::orders::AttributeRole;
use kernel::{Currency, Day};

use super::close::{Opened, open};
use super::currency::currency_of;
use super::group::Groups;
use super::join::Joiner;
use super::line::{Codes, Draft, Line, UNPRICED};
use super::record::{Kept, KeptText, Letters};
use super::rows::AllRows;
use super::sink::LedgerSink;
use super::tally::Tally;
use super::terms::ClosingTerms;
use super::{Closing, LedgerError, Shared};
use crate::book::Attribute;

/// A customer with everything they bought.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Buyer {
    /// Their id, or whatever tells customers apart in the files.
    pub id: String,
    /// Their name where it stands beside the id; that of the last row with one.
    pub name: Option<String>,
    /// Their e-mail address; that of the last row with one.
    pub email: Option<String>,
    /// Their telephone number; that of the last row with one.
    pub phone: Option<String>,
    /// Their country as the files write it.
    pub country: Option<String>,
    /// What they bought, by day; never none.
    pub orders: Vec<BoughtOrder>,
}

/// An order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BoughtOrder {
    /// Its id, where the files have one.
    pub id: Option<String>,
    /// Its first day.
    pub day: Day,
    /// The second of that day, 0 where the files do not say.
    pub second: u32,
    /// What it is in; [`Currency::NONE`] where nobody says.
    pub currency: Currency,
    /// What it came to less what was returned, in minor units; all it came to
    /// where all was taken back.
    pub amount: i64,
    /// Whether all of it was taken back.
    pub is_taken_back: bool,
    /// What was bought, where the files name products.
    pub lines: Vec<BoughtLine>,
}

/// A line of an order.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct BoughtLine {
    /// What was bought.
    pub product: String,
    /// How many, at least one.
    pub pieces: i64,
    /// What one came to, in minor units.
    pub unit_price: i64,
}

/// What became of the rows.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Bought {
    /// Rows of customers.
    pub rows: u64,
    /// Rows that name no customer.
    pub anonymous_rows: u64,
    /// Returns for which there is no purchase.
    pub unmatched_returns: u64,
    /// Rows that repeat another exactly.
    pub duplicates: u64,
}

/// The memory that closing one part needs, used again for the next.
#[derive(Debug, Default)]
struct Workspace {
    buffer: Vec<u8>,
    lines: Groups<Line>,
    codes: Codes,
    joiner: Joiner,
    kept: KeptRows,
}

/// What was kept of the rows of a part.
#[derive(Debug, Default)]
struct KeptRows {
    texts: Vec<u8>,
    rows: Vec<KeptRow>,
}

#[derive(Debug, Clone, Copy)]
struct KeptRow {
    second: u32,
    pieces: u32,
    /// Where each text begins and the last ends.
    texts: [usize; KeptText::COUNT + 1],
}

/// Texts beside the amounts.
struct Texts<'a> {
    attributes: &'a [Attribute],
    country: Option<usize>,
}

pub(super) fn close<E: From<LedgerError> + Send>(
    shared: &Shared,
    sinks: Vec<LedgerSink>,
    closing: &Closing,
    mut each: impl FnMut(usize, Vec<Buyer>) -> Result<(), E>,
) -> Result<Bought, E> {
    let all = Closing { as_of: closing.as_of.or(Some(Day::MAX)), ..*closing };
    let Opened { rows, seen, terms, attributes, threads, .. } = open(shared, sinks, &all)?;
    let country =
        attributes.iter().position(|one| one.role == AttributeRole::Country && !one.overflowed);
    let texts = Texts { attributes: &attributes, country };
    let close = |workspace: &mut Workspace, part| workspace.close(&rows, part, &terms, &texts);
    let mut tally = Tally::default();
    let mut part = 0;
    rows.each_shard(threads, close, |(buyers, counted): (Vec<Buyer>, Tally)| {
        tally.add(counted);
        part += 1;
        each(part - 1, buyers)
    })?;
    Ok(Bought {
        rows: tally.rows,
        anonymous_rows: seen.anonymous.values().map(|anonymous| anonymous.rows).sum(),
        unmatched_returns: tally.unmatched_returns,
        duplicates: tally.duplicates,
    })
}

impl Workspace {
    fn close(
        &mut self,
        rows: &AllRows,
        part: usize,
        terms: &ClosingTerms,
        texts: &Texts<'_>,
    ) -> Result<(Vec<Buyer>, Tally), LedgerError> {
        let Self { buffer, lines, codes, joiner, kept } = self;
        let mut tally = Tally::default();
        lines.clear();
        codes.clear(terms.layout.attributes);
        kept.clear();
        rows.read_kept(part, buffer, |record, given, beside| {
            let line = Line::new(record, lines.len() as u32, terms);
            lines.push(record.id, line);
            codes.push(terms.codes_of(given));
            kept.push(&beside);
        })?;
        tally.rows += lines.len() as u64;
        let mut buyers = Vec::new();
        lines.each(|id, lines| {
            let last = |text| kept.last(lines, text);
            let [name, email, phone] = [KeptText::Name, KeptText::Email, KeptText::Phone].map(last);
            let country = texts.country.and_then(|column| {
                let codes = lines.iter().map(|line| codes.of(line)[column]);
                let code = codes.filter(|code| *code != Attribute::MISSING).min()?;
                texts.attributes[column].values.get(code as usize).cloned()
            });
            let purchases = joiner.settle(lines, codes, terms, &mut tally);
            tally.unmatched_returns += joiner.netting.unmatched().len() as u64;
            let orders = |draft| order_of(draft, purchases, joiner, codes, kept, terms, texts);
            let orders: Vec<BoughtOrder> = joiner.drafts.iter().flat_map(orders).collect();
            if !orders.is_empty() {
                let id = String::from_utf8_lossy(id).into_owned();
                buyers.push(Buyer { id, name, email, phone, country, orders });
            }
        });
        Ok((buyers, tally))
    }
}

/// The order of a draft; one for each of its currencies.
fn order_of(
    draft: &Draft,
    purchases: &[Line],
    joiner: &Joiner,
    codes: &Codes,
    kept: &KeptRows,
    terms: &ClosingTerms,
    texts: &Texts<'_>,
) -> Vec<BoughtOrder> {
    let lines = || draft.lines.clone().map(|at| (at as usize, &purchases[at as usize]));
    let mut currencies: Vec<Letters> =
        lines().map(|(_, line)| line.currency).filter(|currency| *currency != UNPRICED).collect();
    currencies.sort_unstable();
    currencies.dedup();
    if currencies.is_empty() {
        currencies.push(terms.base);
    }
    let left_of = |at: usize| joiner.netting.left(at);
    let is_touched = lines().any(|(at, line)| left_of(at) < line.amount);
    let is_taken_back = is_touched && !lines().any(|(at, _)| left_of(at) > 0);
    let first = lines().filter(|(_, line)| line.day == draft.day).map(|(_, line)| line);
    let second = first.map(|line| kept.rows[line.row as usize].second).min().unwrap_or_default();
    let id = lines().next().and_then(|(_, line)| kept.order(line));
    let several = currencies.len() > 1;
    let in_one = |letters: Letters| {
        let currency = currency_of(letters);
        let its = lines().filter(|(_, line)| line.currency == letters);
        let remains = |(at, line): (usize, &Line)| {
            if is_taken_back { line.amount } else { left_of(at) }
        };
        let amount = its.clone().map(remains).fold(0_i64, i64::saturating_add);
        let in_it = lines().filter(|(_, line)| {
            line.currency == letters || (line.currency == UNPRICED && letters == currencies[0])
        });
        let mut bought: Vec<BoughtLine> = in_it
            .filter_map(|(at, line)| {
                let product = terms.product?;
                let code = codes.of(line)[product];
                let name = texts.attributes[product].values.get(code as usize)?;
                let left = remains((at, line));
                bought_line(name, line, left, kept.rows[line.row as usize].pieces)
            })
            .collect();
        bought.sort();
        BoughtOrder {
            // No two orders of one source have one id.
            id: id.as_ref().map(|id| if several { format!("{id} {currency}") } else { id.clone() }),
            day: Day::MIN.plus_days(draft.day),
            second,
            currency,
            amount,
            is_taken_back,
            lines: bought,
        }
    };
    currencies.iter().map(|&letters| in_one(letters)).collect()
}

/// A line of which `left` is left; none where all of it went back. The pieces
/// are those the file says where their price comes out even, else one.
fn bought_line(name: &str, line: &Line, left: i64, pieces: u32) -> Option<BoughtLine> {
    let product = name.to_owned();
    let pieces = i64::from(pieces.max(1));
    if line.currency == UNPRICED {
        return (left > 0).then_some(BoughtLine { product, pieces, unit_price: 0 });
    }
    if left == 0 && line.amount > 0 {
        return None;
    }
    let unit_price = line.amount / pieces;
    let is_even = unit_price * pieces == line.amount;
    Some(match unit_price {
        0 if is_even => BoughtLine { product, pieces, unit_price },
        _ if is_even && left % unit_price == 0 => {
            BoughtLine { product, pieces: left / unit_price, unit_price }
        }
        _ => BoughtLine { product, pieces: 1, unit_price: left },
    })
}

impl KeptRows {
    fn clear(&mut self) {
        self.texts.clear();
        self.rows.clear();
    }

    fn push(&mut self, kept: &Kept<'_>) {
        let Kept { second, pieces, texts: given } = *kept;
        let mut texts = [self.texts.len(); KeptText::COUNT + 1];
        for (text, end) in given.into_iter().zip(&mut texts[1..]) {
            self.texts.extend_from_slice(text);
            *end = self.texts.len();
        }
        self.rows.push(KeptRow { second, pieces, texts });
    }

    /// The id of a line's order.
    fn order(&self, line: &Line) -> Option<String> {
        said(self.bytes(&self.rows[line.row as usize], KeptText::Order))
    }

    /// What these lines say of whose they are: the last day that says it, the last by
    /// its letters of several.
    fn last(&self, lines: &[Line], text: KeptText) -> Option<String> {
        let rows = lines.iter().map(|line| (line.day, &self.rows[line.row as usize]));
        let told = rows.map(|(day, row)| (day, self.bytes(row, text)));
        let (_, last) = told.filter(|(_, bytes)| !bytes.is_empty()).max()?;
        said(last)
    }

    fn bytes(&self, row: &KeptRow, text: KeptText) -> &[u8] {
        let text = text as usize;
        &self.texts[row.texts[text]..row.texts[text + 1]]
    }
}

fn said(bytes: &[u8]) -> Option<String> {
    (!bytes.is_empty()).then(|| String::from_utf8_lossy(bytes).into_owned())
}
