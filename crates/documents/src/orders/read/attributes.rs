//! What a row says beside who bought, when and for how much.

use super::layout::{Layout, Reading};
use crate::formats::record::{Record, mixed};
use crate::orders::survey::profile::Kind;
use crate::values::date::{self, Moment};
use crate::values::number::{self, Decimal};

/// Most attributes a row can have.
pub(crate) const MAX_ATTRIBUTES: usize = 24;

/// Puts the texts of the attributes into `slots`; numbers are written alike
/// whatever they were written like.
pub(crate) fn fill_attributes<'a, 's>(
    layout: &Layout,
    record: &Record<'a>,
    reading: &Reading,
    written: &'a mut String,
    slots: &'s mut [&'a str; MAX_ATTRIBUTES],
) -> &'s [&'a str] {
    written.clear();
    let mut numbers = [(0, 0); MAX_ATTRIBUTES];
    for (slot, column) in layout.attributes.iter().enumerate().take(MAX_ATTRIBUTES) {
        let Some((index, kind)) = *column else { continue };
        let text = record.field(index);
        let number = match kind {
            Kind::Number => number::amount(text, reading.decimal).ok(),
            Kind::Date | Kind::Text => None,
        };
        match number {
            Some(amount) => {
                let start = written.len();
                amount.value.write_to(written);
                numbers[slot] = (start, written.len());
            }
            None => slots[slot] = text,
        }
    }
    let written: &'a str = written;
    for (slot, &(start, end)) in slots.iter_mut().zip(&numbers) {
        if end > start {
            *slot = &written[start..end];
        }
    }
    &slots[..layout.attributes.len().min(MAX_ATTRIBUTES)]
}

/// Hash of all that the row says beyond what an `OrderRow` carries. Each
/// column counts by its name, so that the order of columns does not matter.
#[inline]
pub(crate) fn rest_of(
    layout: &Layout,
    record: &Record<'_>,
    moment: Moment,
    reading: &Reading,
) -> u64 {
    let mut sum = record.extra;
    if moment.second > 0 {
        sum = sum.wrapping_add(mixed(u64::from(moment.second), 0x7469_6d65));
    }
    for column in &layout.rest {
        let text = record.field(column.index);
        if !text.is_empty() {
            sum = sum.wrapping_add(mixed(value_hash(text, column.kind, reading), column.name_hash));
        }
    }
    sum
}

/// A hash that is equal for equal numbers and equal moments.
fn value_hash(text: &str, kind: Kind, reading: &Reading) -> u64 {
    let of_text = || rapidhash::v3::rapidhash_v3(text.as_bytes());
    match kind {
        Kind::Text => of_text(),
        Kind::Number => number::amount(text, reading.decimal).map_or_else(
            |_| of_text(),
            |amount| {
                let Decimal { digits, scale } = amount.value.reduced();
                mixed(digits as u64, u64::from(scale))
            },
        ),
        Kind::Date => date::moment(text, reading.date_order).map_or_else(of_text, |moment| {
            mixed(moment.day.epoch_days() as u64, u64::from(moment.second))
        }),
    }
}
