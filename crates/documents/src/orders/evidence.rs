//! What the values of all rows tell about how dates and numbers are written.

use super::engine::{self, TakeBlocks};
use super::errors::{ReadError, Rejected};
use super::layout::{Layout, Money};
use super::options::Options;
use super::profile::Profile;
use super::read::NoProgress;
use super::sources::Sources;
use super::survey::Format;
use crate::formats::record::{Record, TakeRecords};
use crate::values::date::OrderEvidence;
use crate::values::number::MarkEvidence;

/// Evidence from dates and numbers, with the least of the values that leave
/// it open.
#[derive(Debug, Clone, Default)]
pub(super) struct Evidence {
    pub(super) order: OrderEvidence,
    pub(super) mark: MarkEvidence,
    pub(super) open_date: Option<String>,
    pub(super) open_number: Option<String>,
}

impl Evidence {
    /// Adds a column of dates.
    pub(super) fn add_dates(&mut self, profile: &Profile) {
        self.order.merge(profile.order);
        least(&mut self.open_date, profile.open_date.as_deref());
    }

    /// Adds a column of numbers.
    pub(super) fn add_numbers(&mut self, profile: &Profile) {
        self.mark.merge(profile.mark);
        least(&mut self.open_number, profile.open_number.as_deref());
    }

    /// Whether a sample is not enough, because some values can be read in
    /// more than one way.
    pub(super) fn needs_all_rows(&self) -> bool {
        self.order.values > 0 || self.mark.has_open()
    }

    fn add_date(&mut self, text: &str) {
        let before = self.order.values;
        self.order.add(text);
        if self.order.values > before {
            least(&mut self.open_date, Some(text));
        }
    }

    fn add_number(&mut self, text: &str) {
        let open = |mark: MarkEvidence| mark.open_comma + mark.open_point;
        let before = open(self.mark);
        self.mark.add(text);
        if open(self.mark) > before {
            least(&mut self.open_number, Some(text));
        }
    }

    fn merge(&mut self, other: &Self) {
        self.order.merge(other.order);
        self.mark.merge(other.mark);
        least(&mut self.open_date, other.open_date.as_deref());
        least(&mut self.open_number, other.open_number.as_deref());
    }
}

/// Keeps the lesser of two texts, so that examples do not depend on order.
fn least(kept: &mut Option<String>, other: Option<&str>) {
    if let Some(other) = other
        && kept.as_deref().is_none_or(|kept| other < kept)
    {
        *kept = Some(other.to_owned());
    }
}

/// Looks at every row of every file.
pub(super) fn of_all_rows(
    sources: &Sources,
    formats: &[Format],
    layouts: &[Layout],
    options: &Options,
) -> Result<Evidence, ReadError> {
    let make = || Collector { layouts, file: 0, evidence: Evidence::default() };
    let collectors =
        engine::run(sources, formats, options.threads, make, &mut |_| Ok(()), &NoProgress)?;
    let mut evidence = Evidence::default();
    for collector in &collectors {
        evidence.merge(&collector.evidence);
    }
    Ok(evidence)
}

struct Collector<'a> {
    layouts: &'a [Layout],
    file: usize,
    evidence: Evidence,
}

impl TakeRecords for Collector<'_> {
    fn take(&mut self, record: &Record<'_>) -> Result<(), ReadError> {
        let Some(layout) = self.layouts.get(self.file) else { return Ok(()) };
        if record.line <= layout.header_line {
            return Ok(());
        }
        self.evidence.add_date(record.field(layout.date));
        let (first, second) = match layout.money {
            Money::Column(amount) => (Some(amount), layout.refunded),
            Money::Product { quantity, price } => (Some(quantity), Some(price)),
            Money::None => (None, None),
        };
        for column in [first, second].into_iter().flatten() {
            self.evidence.add_number(record.field(column));
        }
        Ok(())
    }
}

impl TakeBlocks for Collector<'_> {
    fn begin_block(&mut self, file: usize, _has_nul: bool) {
        self.file = file;
    }

    fn end_block(&mut self) -> (u64, Vec<Rejected>) {
        (0, Vec::new())
    }
}
