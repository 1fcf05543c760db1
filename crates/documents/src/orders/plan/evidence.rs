//! What the values of all rows tell about how dates and numbers are written.

use crate::formats::error::ReadError;
use crate::formats::format::Format;
use crate::formats::progress::NoProgress;
use crate::formats::record::{Record, TakeRecords};
use crate::formats::sources::Sources;
use crate::orders::options::Options;
use crate::orders::read::engine::{self, TakeBlocks};
use crate::orders::read::layout::{Layout, Money};
use crate::orders::survey::Survey;
use crate::values::date_order::OrderEvidence;
use crate::values::marks::MarkEvidence;

/// Evidence from the dates and numbers of one file, with the least of the
/// values that leave it open.
#[derive(Debug, Clone, Default)]
pub(crate) struct Evidence {
    pub(crate) order: OrderEvidence,
    pub(crate) mark: MarkEvidence,
    pub(crate) open_date: Option<String>,
    pub(crate) open_number: Option<String>,
}

impl Evidence {
    /// Evidence of the sampled rows of one file.
    pub(crate) fn of_sample(survey: &Survey, layout: &Layout) -> Self {
        let mut evidence = Self::default();
        for row in &survey.rows {
            evidence.add(layout, |column| row.get(column).map_or("", String::as_str));
        }
        evidence
    }

    /// Whether a sample is not enough: values can be read in more than one
    /// way, or are written in more than one.
    pub(crate) fn needs_all_rows(&self) -> bool {
        self.order.values > 0 || self.mark.open > 0 || self.mark.point.min(self.mark.comma) > 0
    }

    fn add<'a>(&mut self, layout: &Layout, field: impl Fn(usize) -> &'a str) {
        self.add_date(field(layout.date));
        let refunded = match layout.money {
            Money::Column(_) | Money::OrderTotal { .. } => layout.refunded,
            Money::Product { .. } | Money::None => None,
        };
        for column in layout.money.columns().chain(refunded) {
            self.add_number(field(column), layout.is_typed);
        }
    }

    fn add_date(&mut self, text: &str) {
        let before = self.order.open;
        self.order.add(text);
        if self.order.open > before {
            least(&mut self.open_date, Some(text));
        }
    }

    fn add_number(&mut self, text: &str, is_typed: bool) {
        let before = self.mark.open;
        self.mark.add(text, is_typed);
        if self.mark.open > before {
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

/// Looks at every row of every file; evidence of each.
pub(crate) fn of_all_rows(
    sources: &Sources,
    formats: &[Format],
    layouts: &[Layout],
    options: &Options,
) -> Result<Vec<Evidence>, ReadError> {
    let make =
        || Collector { layouts, file: 0, evidence: vec![Evidence::default(); layouts.len()] };
    let collectors =
        engine::run(sources, formats, options.threads, make, &mut |_| Ok(()), &NoProgress)?;
    let mut all = vec![Evidence::default(); layouts.len()];
    for collector in &collectors {
        for (sum, evidence) in all.iter_mut().zip(&collector.evidence) {
            sum.merge(evidence);
        }
    }
    Ok(all)
}

struct Collector<'a> {
    layouts: &'a [Layout],
    file: usize,
    evidence: Vec<Evidence>,
}

impl TakeRecords for Collector<'_> {
    fn take(&mut self, record: &Record<'_>) -> Result<(), ReadError> {
        let file = self.layouts.get(self.file).zip(self.evidence.get_mut(self.file));
        if let Some((layout, evidence)) = file
            && record.line > layout.header_line
        {
            evidence.add(layout, |column| record.field(column));
        }
        Ok(())
    }
}

impl TakeBlocks for Collector<'_> {
    fn begin_block(&mut self, file: usize, _part: usize, _has_nul: bool) {
        self.file = file;
    }
}
