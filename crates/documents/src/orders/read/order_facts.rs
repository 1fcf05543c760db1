//! What one line of an order says for all of its lines.
//!
//! Shops export an order as several lines of which the first alone says
//! whether it was paid, and sometimes who bought and when. Which lines those
//! are, and in which file, must not matter: before such files are read, the
//! orders with lines that leave something out are marked, and then what other
//! lines of theirs say of it is collected. Memory grows with the orders whose
//! lines complete each other, not with the rows.

use std::collections::HashMap;

use super::buyer::{buyer, is_missing};
use super::engine::{self, TakeBlocks};
use super::hash_marks::HashMarks;
use super::layout::{Layout, Reading};
use crate::formats::error::ReadError;
use crate::formats::format::Format;
use crate::formats::progress::NoProgress;
use crate::formats::record::{Record, TakeRecords};
use crate::formats::sources::Sources;
use crate::orders::options::Options;
use crate::orders::survey::Survey;
use crate::values::date::{self, Moment};

/// What is known of the orders some of whose lines leave something out.
#[derive(Debug, Default)]
pub(crate) struct OrderFacts {
    of_order: HashMap<u64, Facts>,
}

/// What the lines of one order say together.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Facts {
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
    pub(crate) fn status(&self) -> &str {
        self.status.text()
    }

    /// The customer the lines agree on; empty where there is none.
    pub(crate) fn customer(&self) -> &str {
        self.customer.text()
    }

    /// The earliest moment a line gives.
    pub(crate) fn moment(&self) -> Option<Moment> {
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
    pub(crate) fn find(
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
        let left_out = LeftOut::new(sources.total_bytes());
        let make = || Marker { layouts, file: 0, left_out: &left_out };
        engine::run(sources, formats, options.threads, make, &mut |_| Ok(()), &NoProgress)?;
        let make = || Collector {
            layouts,
            readings,
            file: 0,
            left_out: &left_out,
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

    /// What the lines of its order say together, for a line that leaves
    /// something out.
    #[inline]
    pub(crate) fn of(&self, layout: &Layout, record: &Record<'_>, order: &str) -> Option<&Facts> {
        if self.of_order.is_empty() || order.is_empty() {
            return None;
        }
        let lacks = Lacks::of(layout, |column| record.field(column));
        if lacks.anything() { self.of_order.get(&key_of(order)) } else { None }
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
            let lacks = Lacks::of(layout, |column| field(row, column));
            !field(row, order).is_empty() && lacks.anything()
        })
}

/// What a line leaves out.
struct Lacks {
    status: bool,
    customer: bool,
    date: bool,
}

impl Lacks {
    fn of<T: AsRef<str>>(layout: &Layout, field: impl Fn(usize) -> T) -> Self {
        let lacks = |column: usize| is_missing(field(column).as_ref());
        Self {
            status: layout.status.is_some_and(lacks),
            customer: [layout.customer, layout.email].into_iter().flatten().all(lacks),
            date: lacks(layout.date),
        }
    }

    fn anything(&self) -> bool {
        self.status || self.customer || self.date
    }
}

/// Which orders have lines that leave something out.
struct LeftOut {
    status: HashMarks,
    customer: HashMarks,
    date: HashMarks,
}

impl LeftOut {
    fn new(bytes: u64) -> Self {
        let marks = || HashMarks::new(bytes);
        Self { status: marks(), customer: marks(), date: marks() }
    }
}

/// Marks the orders with lines that leave something out.
struct Marker<'a> {
    layouts: &'a [Layout],
    file: usize,
    left_out: &'a LeftOut,
}

impl TakeRecords for Marker<'_> {
    fn take(&mut self, record: &Record<'_>) -> Result<(), ReadError> {
        if let Some((layout, order)) = order_of(self.layouts, self.file, record) {
            let lacks = Lacks::of(layout, |column| record.field(column));
            let LeftOut { status, customer, date } = self.left_out;
            for (marks, is_left_out) in
                [(status, lacks.status), (customer, lacks.customer), (date, lacks.date)]
            {
                if is_left_out {
                    marks.mark(key_of(order));
                }
            }
        }
        Ok(())
    }
}

/// Collects what lines say of orders that others leave out.
struct Collector<'a> {
    layouts: &'a [Layout],
    readings: &'a [Reading],
    file: usize,
    left_out: &'a LeftOut,
    facts: HashMap<u64, Facts>,
    lower: String,
}

impl TakeRecords for Collector<'_> {
    fn take(&mut self, record: &Record<'_>) -> Result<(), ReadError> {
        let Some((layout, order)) = order_of(self.layouts, self.file, record) else {
            return Ok(());
        };
        let key = key_of(order);
        let mut facts = Facts::default();
        if self.left_out.status.has(key) {
            let status = layout.status.map_or("", |column| record.field(column));
            facts.status = Said::of(status);
        }
        if self.left_out.customer.has(key) {
            facts.customer = Said::of(buyer(layout, record, &mut self.lower));
        }
        if self.left_out.date.has(key) {
            let reading = self.readings.get(self.file);
            let moment =
                |reading: &Reading| date::moment(record.field(layout.date), reading.date_order);
            facts.moment = reading.and_then(moment);
        }
        if facts != Facts::default() {
            self.facts.entry(key).or_default().merge(facts);
        }
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

impl TakeBlocks for Marker<'_> {
    fn begin_block(&mut self, file: usize, _part: usize, _has_nul: bool) {
        self.file = file;
    }
}

impl TakeBlocks for Collector<'_> {
    fn begin_block(&mut self, file: usize, _part: usize, _has_nul: bool) {
        self.file = file;
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
