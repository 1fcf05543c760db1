//! What one line of an order says for all of its lines.
//!
//! Shops export an order as several lines of which the first alone says
//! whether it was paid, and sometimes who bought and when. Which lines those
//! are, and in which file, must not matter: before such files are read, the
//! orders with lines that leave something out are looked for, and then what
//! their other lines say.

use std::collections::{HashMap, HashSet};

use super::buyer::{buyer, is_missing};
use super::engine::{self, TakeBlocks};
use super::errors::{ReadError, Rejected};
use super::layout::{Layout, Reading};
use super::options::Options;
use super::read::NoProgress;
use super::sources::Sources;
use super::survey::{Format, Survey};
use crate::formats::record::{Record, TakeRecords};
use crate::values::date::{self, Moment};

/// What is known of the orders some of whose lines leave something out.
#[derive(Debug, Default)]
pub(super) struct OrderFacts {
    of_order: HashMap<u64, Facts>,
}

/// What the lines of one order say together.
#[derive(Debug, Clone, Default)]
pub(super) struct Facts {
    status: Said,
    customer: Said,
    moment: Option<Moment>,
}

/// A text that lines of one order say.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
enum Said {
    /// No line says it.
    #[default]
    Nothing,
    /// Every line that says it says this.
    This(Box<str>),
    /// Lines contradict each other, so that none speaks for the others.
    Several,
}

impl Facts {
    /// The status the lines agree on; empty where there is none.
    pub(super) fn status(&self) -> &str {
        self.status.text()
    }

    /// The customer the lines agree on; empty where there is none.
    pub(super) fn customer(&self) -> &str {
        self.customer.text()
    }

    /// The earliest moment a line gives.
    pub(super) fn moment(&self) -> Option<Moment> {
        self.moment
    }

    fn merge(&mut self, other: Self) {
        self.status.add(other.status);
        self.customer.add(other.customer);
        self.moment = earlier(self.moment, other.moment);
    }
}

impl Said {
    fn text(&self) -> &str {
        match self {
            Self::This(text) => text,
            Self::Nothing | Self::Several => "",
        }
    }

    fn of(text: &str) -> Self {
        if text.is_empty() { Self::Nothing } else { Self::This(text.into()) }
    }

    fn add(&mut self, other: Self) {
        if *self == Self::Nothing {
            *self = other;
        } else if other != Self::Nothing && *self != other {
            *self = Self::Several;
        }
    }
}

fn earlier(one: Option<Moment>, other: Option<Moment>) -> Option<Moment> {
    let key = |moment: &Moment| (moment.day, moment.second);
    [one, other].into_iter().flatten().min_by_key(key)
}

impl OrderFacts {
    /// Looks through the files, where their samples say that lines may leave
    /// something out.
    pub(super) fn find(
        sources: &Sources,
        formats: &[Format],
        surveys: &[Survey],
        layouts: &[Layout],
        readings: &[Reading],
        options: &Options,
    ) -> Result<Self, ReadError> {
        if !surveys.iter().zip(layouts).any(|(survey, layout)| may_leave_out(survey, layout)) {
            return Ok(Self::default());
        }
        let make = || Incomplete { layouts, file: 0, orders: HashSet::new() };
        let incomplete =
            engine::run(sources, formats, options.threads, make, &mut |_| Ok(()), &NoProgress)?;
        let orders: HashSet<u64> = incomplete.into_iter().flat_map(|found| found.orders).collect();
        if orders.is_empty() {
            return Ok(Self::default());
        }
        let make = || Collector {
            layouts,
            readings,
            file: 0,
            orders: &orders,
            facts: HashMap::new(),
            lower: String::new(),
        };
        let collectors =
            engine::run(sources, formats, options.threads, make, &mut |_| Ok(()), &NoProgress)?;
        let mut of_order: HashMap<u64, Facts> = HashMap::new();
        for (order, facts) in collectors.into_iter().flat_map(|collector| collector.facts) {
            of_order.entry(order).or_default().merge(facts);
        }
        Ok(Self { of_order })
    }

    /// What the lines of an order say together, where one leaves something out.
    #[inline]
    pub(super) fn of(&self, order: &str) -> Option<&Facts> {
        if self.of_order.is_empty() || order.is_empty() {
            return None;
        }
        self.of_order.get(&key_of(order))
    }
}

fn key_of(order: &str) -> u64 {
    rapidhash::v3::rapidhash_v3(order.as_bytes())
}

/// Whether lines of this file may leave out what others of their order say. A
/// sample may miss the few that leave out the status, which changes most.
fn may_leave_out(survey: &Survey, layout: &Layout) -> bool {
    let Some(order) = layout.order else { return false };
    let field = |row: &'_ [String], column: usize| row.get(column).cloned().unwrap_or_default();
    (layout.status.is_some() && !survey.is_whole)
        || survey.rows.iter().any(|row| {
            !field(row, order).is_empty() && leaves_out(layout, |column| field(row, column))
        })
}

/// Whether a line leaves out the status, the customer or the date.
fn leaves_out<T: AsRef<str>>(layout: &Layout, field: impl Fn(usize) -> T) -> bool {
    let lacks = |column: Option<usize>| column.is_some_and(|at| is_missing(field(at).as_ref()));
    let names_nobody =
        [layout.customer, layout.email].into_iter().flatten().all(|at| lacks(Some(at)));
    lacks(layout.status) || names_nobody || lacks(Some(layout.date))
}

/// Looks for orders with lines that leave something out.
struct Incomplete<'a> {
    layouts: &'a [Layout],
    file: usize,
    orders: HashSet<u64>,
}

impl TakeRecords for Incomplete<'_> {
    fn take(&mut self, record: &Record<'_>) -> Result<(), ReadError> {
        if let Some((layout, order)) = order_of(self.layouts, self.file, record)
            && leaves_out(layout, |column| record.field(column))
        {
            self.orders.insert(key_of(order));
        }
        Ok(())
    }
}

/// Collects what the lines of these orders say.
struct Collector<'a> {
    layouts: &'a [Layout],
    readings: &'a [Reading],
    file: usize,
    orders: &'a HashSet<u64>,
    facts: HashMap<u64, Facts>,
    lower: String,
}

impl TakeRecords for Collector<'_> {
    fn take(&mut self, record: &Record<'_>) -> Result<(), ReadError> {
        let Some((layout, order)) = order_of(self.layouts, self.file, record) else {
            return Ok(());
        };
        let key = key_of(order);
        if !self.orders.contains(&key) {
            return Ok(());
        }
        let status = layout.status.map_or("", |column| record.field(column));
        let moment = self
            .readings
            .get(self.file)
            .and_then(|reading| date::moment(record.field(layout.date), reading.date_order));
        let facts = Facts {
            status: Said::of(status),
            customer: Said::of(buyer(layout, record, &mut self.lower)),
            moment,
        };
        self.facts.entry(key).or_default().merge(facts);
        Ok(())
    }
}

/// The layout of the file and the order's id, of a row that has one.
fn order_of<'l, 'r>(
    layouts: &'l [Layout],
    file: usize,
    record: &Record<'r>,
) -> Option<(&'l Layout, &'r str)> {
    let layout = layouts.get(file).filter(|layout| record.line > layout.header_line)?;
    let order = layout.order.map_or("", |column| record.field(column));
    (!order.is_empty()).then_some((layout, order))
}

impl TakeBlocks for Incomplete<'_> {
    fn begin_block(&mut self, file: usize, _part: usize, _has_nul: bool) {
        self.file = file;
    }

    fn end_block(&mut self) -> (u64, Vec<Rejected>) {
        (0, Vec::new())
    }
}

impl TakeBlocks for Collector<'_> {
    fn begin_block(&mut self, file: usize, _part: usize, _has_nul: bool) {
        self.file = file;
    }

    fn end_block(&mut self) -> (u64, Vec<Rejected>) {
        (0, Vec::new())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_that_contradict_each_other_speak_for_no_other() {
        let mut said = Said::of("paid");
        said.add(Said::of(""));
        assert_eq!(said.text(), "paid");
        said.add(Said::of("voided"));
        assert_eq!(said.text(), "");
        said.add(Said::of("paid"));
        assert_eq!(said, Said::Several);
    }
}
