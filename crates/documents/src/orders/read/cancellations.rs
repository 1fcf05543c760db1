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
use crate::formats::error::ReadError;
use crate::formats::format::Format;
use crate::formats::progress::NoProgress;
use crate::formats::record::{Record, RowBuffer, TakeRecords, mixed};
use crate::formats::sources::Sources;
use crate::orders::notes::Note;
use crate::orders::options::Options;
use crate::orders::survey::Survey;
use crate::values::number;

/// Whether ids with a `C` in front cancel orders.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Cancellations {
    are_named: bool,
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
            return Ok(Self {
                are_named: sampled.sold == 0 && sampled.returned > 0,
                example: None,
            });
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
        let are_named = met.len() * 2 > sampled.named.len();
        Ok(Self { are_named, example: sampled.example.filter(|_| are_named) })
    }

    /// The order that the row of this id takes back, where ids say so.
    #[inline]
    pub(crate) fn cancelled_by<'a>(&self, order: &'a str) -> Option<&'a str> {
        if self.are_named { named_by(order) } else { None }
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
    /// Rows whose id has a `C` in front and that take something back by
    /// themselves.
    returned: u64,
    /// Rows with such an id that do not.
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
        if layout.quantity.into_iter().chain(layout.money.columns()).any(is_negative) {
            self.returned += 1;
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
