//! How the values of each file are read, or the question that is open.

use kernel::Day;

use super::conventions::{Settled, Votes, settle};
use super::error::{PlanError, Question, Reading as Choice};
use super::evidence::Evidence;
use crate::formats::sources::Sources;
use crate::orders::notes::Note;
use crate::orders::options::{ColumnMap, Options};
use crate::orders::read::layout::Reading;
use crate::values::{DateOrder, DecimalMark};
use crate::values::{date, number};

/// How the values of each file are read.
#[derive(Debug)]
pub(crate) struct Readings {
    pub(crate) of_file: Vec<Reading>,
    orders_differ: bool,
    marks_differ: bool,
}

impl Readings {
    /// Finds the ways of writing that the evidence of each file shows.
    ///
    /// # Errors
    /// [`PlanError::Ambiguous`] where it is open in a file.
    pub(crate) fn of(evidence: &[Evidence], options: &Options) -> Result<Self, PlanError> {
        let orders: Vec<_> = evidence.iter().map(|evidence| evidence.order.into()).collect();
        let marks: Vec<Votes<DecimalMark>> =
            evidence.iter().map(|evidence| evidence.mark.into()).collect();
        let orders = settle(&orders, options.map.date_order);
        let marks = settle(&marks, options.map.decimal);
        // 1900-01-01: what lies before is a spreadsheet's zero, not an order
        let earliest = Day::from_epoch_days(-25_567);
        let reading = |(date_order, decimal)| Reading {
            date_order,
            decimal,
            told_currency: options.currency,
            earliest,
            latest: options.today.plus_days(1),
        };
        let of_file = all_or(&orders, |file| ask_date_order(&evidence[file], &options.map))?
            .into_iter()
            .zip(all_or(&marks, |file| ask_decimal(&evidence[file], &options.map))?)
            .map(reading)
            .collect();
        Ok(Self { of_file, orders_differ: orders.differs, marks_differ: marks.differs })
    }

    /// What is said where files differ in how they are written.
    pub(crate) fn notes(&self, sources: &Sources, evidence: &[Evidence]) -> Vec<Note> {
        let files = |shows: fn(&Evidence) -> bool, way: fn(&Reading) -> &'static str| {
            sources
                .files()
                .iter()
                .zip(&self.of_file)
                .zip(evidence)
                .filter(|(_, evidence)| shows(evidence))
                .map(|((source, reading), _)| format!("{} ({})", source.name, way(reading)))
                .collect()
        };
        let mut notes = Vec::new();
        if self.marks_differ {
            notes.push(Note::DecimalSignsDiffer {
                files: files(
                    |evidence| evidence.mark.point + evidence.mark.comma + evidence.mark.open > 0,
                    |reading| match reading.decimal {
                        DecimalMark::Point => "1,234.50",
                        DecimalMark::Comma => "1.234,50",
                    },
                ),
            });
        }
        if self.orders_differ {
            notes.push(Note::DateOrdersDiffer {
                files: files(
                    |evidence| evidence.order.values > 0,
                    |reading| match reading.date_order {
                        DateOrder::DayMonthYear => "31/12/2026",
                        DateOrder::MonthDayYear => "12/31/2026",
                        DateOrder::YearMonthDay => "26/12/31",
                    },
                ),
            });
        }
        notes
    }
}

/// What is settled for each file, or the question about the first where it is not.
fn all_or<T: Copy>(
    settled: &Settled<T>,
    question: impl Fn(usize) -> PlanError,
) -> Result<Vec<T>, PlanError> {
    settled
        .of_file
        .iter()
        .enumerate()
        .map(|(file, way)| way.ok_or_else(|| question(file)))
        .collect()
}

fn ask_date_order(evidence: &Evidence, told: &ColumnMap) -> PlanError {
    let example = evidence.open_date.clone().unwrap_or_default();
    let reading = |order| {
        let mut map = told.clone();
        map.date_order = Some(order);
        let moment = date::moment(&example, order);
        let meaning = moment.map(|moment| moment.day.to_string()).unwrap_or_default();
        Choice { map, example: example.clone(), meaning }
    };
    let orders = [DateOrder::DayMonthYear, DateOrder::MonthDayYear];
    PlanError::Ambiguous { question: Question::DateOrder, readings: orders.map(reading).to_vec() }
}

fn ask_decimal(evidence: &Evidence, told: &ColumnMap) -> PlanError {
    let example = evidence.open_number.clone().unwrap_or_default();
    let reading = |mark| {
        let mut map = told.clone();
        map.decimal = Some(mark);
        let mut meaning = String::new();
        if let Ok(amount) = number::amount(&example, mark) {
            amount.value.write_to(&mut meaning);
        }
        Choice { map, example: example.clone(), meaning }
    };
    PlanError::Ambiguous {
        question: Question::Decimal,
        readings: [DecimalMark::Point, DecimalMark::Comma].map(reading).to_vec(),
    }
}
