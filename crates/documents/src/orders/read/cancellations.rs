//! Whether a `C` in front of an order's id says that the row takes that order
//! back, as `C536379` does beside `536379`.
//!
//! In other shops the same letter begins the id of every sale. What decides is
//! whether such rows take something back by themselves or name orders that the
//! same customers have. Memory grows with the sample, not with the files.

use std::collections::HashSet;

use super::buyer::buyer;
use super::engine::{self, TakeBlocks};
use super::layout::{Layout, Reading};
use super::status::{Fate, fate};
use crate::formats::error::ReadError;
use crate::formats::format::Format;
use crate::formats::progress::NoProgress;
use crate::formats::record::{Record, RowBuffer, TakeRecords, mixed};
use crate::formats::sources::Sources;
use crate::orders::notes::Note;
use crate::orders::options::Options;
use crate::orders::survey::Survey;
use crate::values::number;

/// What a `C` in front of an order's id says.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum Meaning {
    /// Rows that take something back by themselves name their order so; no row
    /// that sells was seen with it.
    #[default]
    OfReturns,
    /// Every row with it takes back the order it names.
    Cancels,
    /// It begins ids of sales.
    OfSales,
}

/// Whether ids with a `C` in front cancel orders.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Cancellations {
    meaning: Meaning,
    /// The least of the ids by which alone a row is known to take something
    /// back.
    example: Option<String>,
}

impl Cancellations {
    /// Finds out what such ids mean in all files together. Every row is looked
    /// at where the sample of a large file leaves it open.
    pub(crate) fn find(
        sources: &Sources,
        formats: &[Format],
        surveys: &[Survey],
        layouts: &[Layout],
        readings: &[Reading],
        options: &Options,
    ) -> Result<Self, ReadError> {
        let mut sampled = Sampled::default();
        for ((survey, layout), reading) in surveys.iter().zip(layouts).zip(readings) {
            each_sampled(survey, |record| sampled.add(layout, reading, record));
        }
        if sampled.sold == 0 || !sampled.has_plain {
            // all take something back by themselves, or all ids are like that
            let meaning = if sampled.sold == 0 { Meaning::OfReturns } else { Meaning::OfSales };
            return Ok(Self { meaning, example: None });
        }
        let make = || Seeker {
            layouts,
            file: 0,
            named: &sampled.named,
            met: HashSet::new(),
            lower: String::new(),
        };
        let met = if surveys.iter().all(|survey| survey.is_whole) {
            let mut seeker = make();
            for (file, survey) in surveys.iter().enumerate() {
                seeker.file = file;
                each_sampled(survey, |record| seeker.seek(record));
            }
            seeker.met
        } else {
            let seekers =
                engine::run(sources, formats, options.threads, make, &mut |_| Ok(()), &NoProgress)?;
            seekers.into_iter().flat_map(|seeker| seeker.met).collect()
        };
        if met.len() * 2 > sampled.named.len() {
            Ok(Self { meaning: Meaning::Cancels, example: sampled.example })
        } else {
            Ok(Self { meaning: Meaning::OfSales, example: None })
        }
    }

    /// The order that the row of this id takes back, where ids say so.
    /// `is_return` where it takes something back by itself.
    #[inline]
    pub(crate) fn cancelled_by<'a>(&self, order: &'a str, is_return: bool) -> Option<&'a str> {
        match self.meaning {
            Meaning::Cancels => named_by(order),
            Meaning::OfReturns if is_return => named_by(order),
            Meaning::OfReturns | Meaning::OfSales => None,
        }
    }

    /// What is said where nothing but the id makes rows returns.
    pub(crate) fn note(&self) -> Option<Note> {
        self.example.clone().map(|example| Note::CancelledByName { example })
    }
}

/// The order that an id with a `C` in front names.
#[inline]
fn named_by(order: &str) -> Option<&str> {
    order.strip_prefix(['C', 'c']).filter(|number| is_plain(number))
}

fn is_plain(order: &str) -> bool {
    !order.is_empty() && order.bytes().all(|byte| byte.is_ascii_digit())
}

/// A customer and an order of theirs.
fn key_of(customer: &str, order: &str) -> u64 {
    let hash = |text: &str| rapidhash::v3::rapidhash_v3(text.as_bytes());
    mixed(hash(order), hash(customer))
}

/// Shows the rows of a sample as records.
fn each_sampled(survey: &Survey, mut see: impl FnMut(&Record<'_>)) {
    let mut buffer = RowBuffer::default();
    for row in &survey.rows {
        buffer.begin(row.len());
        for (index, field) in row.iter().enumerate() {
            buffer.set(index, |text| text.push_str(field));
        }
        see(&buffer.record(survey.header_line + 1));
    }
}

/// What the sampled rows of all files say.
#[derive(Debug, Default)]
struct Sampled {
    has_plain: bool,
    /// Rows whose id has a `C` in front and that take nothing back by
    /// themselves.
    sold: u64,
    /// Orders that those name, each with the customer.
    named: HashSet<u64>,
    /// The least of their ids.
    example: Option<String>,
    lower: String,
}

impl Sampled {
    fn add(&mut self, layout: &Layout, reading: &Reading, record: &Record<'_>) {
        let order = layout.order.map_or("", |column| record.field(column));
        let Some(number) = named_by(order) else {
            self.has_plain |= is_plain(order);
            return;
        };
        let is_negative = |column: usize| {
            number::amount(record.field(column), reading.decimal)
                .is_ok_and(|amount| amount.value.digits < 0)
        };
        let status = layout.status.map_or("", |column| record.field(column));
        let says_return = match fate(status) {
            Fate::Return | Fate::NotSold => true,
            Fate::Sold | Fate::Reversed => false,
        };
        let mut signed = layout.quantity.into_iter().chain(layout.money.columns());
        if says_return || signed.any(is_negative) {
            return;
        }
        self.sold += 1;
        self.named.insert(key_of(buyer(layout, record, &mut self.lower), number));
        if self.example.as_deref().is_none_or(|least| order < least) {
            self.example = Some(order.to_owned());
        }
    }
}

/// Looks for orders by customer and id.
struct Seeker<'a> {
    layouts: &'a [Layout],
    file: usize,
    named: &'a HashSet<u64>,
    met: HashSet<u64>,
    lower: String,
}

impl Seeker<'_> {
    fn seek(&mut self, record: &Record<'_>) {
        let Some(layout) = self.layouts.get(self.file) else { return };
        let order = layout.order.map_or("", |column| record.field(column));
        if is_plain(order) {
            let key = key_of(buyer(layout, record, &mut self.lower), order);
            if self.named.contains(&key) {
                self.met.insert(key);
            }
        }
    }
}

impl TakeRecords for Seeker<'_> {
    fn take(&mut self, record: &Record<'_>) -> Result<(), ReadError> {
        self.seek(record);
        Ok(())
    }
}

impl TakeBlocks for Seeker<'_> {
    fn begin_block(&mut self, file: usize, _part: usize, _has_nul: bool) {
        self.file = file;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn where_no_sale_was_seen_with_it_the_letter_links_returns_alone() {
        let nothing_seen = Cancellations::default();
        assert_eq!(nothing_seen.cancelled_by("C536379", true), Some("536379"));
        assert_eq!(nothing_seen.cancelled_by("C536379", false), None);
    }

    #[test]
    fn an_id_names_another_where_digits_follow_the_letter() {
        for (order, expected) in [
            ("C536379", Some("536379")),
            ("c1", Some("1")),
            ("C", None),
            ("CA12", None),
            ("12", None),
        ] {
            assert_eq!(named_by(order), expected, "{order}");
        }
    }
}
