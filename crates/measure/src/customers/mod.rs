//! One row per customer, with intervals, those with most at risk first.
//!
//! The rows of a few million customers do not fit in memory, so the book is
//! read several times: once to rank everybody by a number and an id, then once
//! for each stretch of the ranking, whose rows are made, told and forgotten.

mod ranking;
mod row;

use kernel::Day;
use review::figures::CustomerRow;

use self::ranking::Keys;
use self::row::row;
use crate::alarms::{Watch, range_stopped};
use crate::book::{Book, BookError, Customer};
use crate::limits::Limits;
use crate::outlook::Foresight;
use crate::profile::Profile;
use crate::purchases::purchase_days;
use crate::segments::RecencyFrequency;
use crate::study::Study;
use crate::value::GoldLine;

/// Rows in memory at a time.
const STRETCH: u32 = 250_000;

/// Tells `tell` the row of every customer: those not lost by urgency, most
/// urgent first, then the lost; of equals the smaller id first.
///
/// # Errors
/// Where the book cannot be read.
pub(crate) fn each_row(
    book: &Book,
    study: &Study,
    parts: &RecencyFrequency,
    tell: &mut dyn FnMut(&CustomerRow),
) -> Result<(), BookError> {
    each_row_in_stretches(book, study, parts, STRETCH, tell)
}

fn each_row_in_stretches(
    book: &Book,
    study: &Study,
    parts: &RecencyFrequency,
    stretch: u32,
    tell: &mut dyn FnMut(&CustomerRow),
) -> Result<(), BookError> {
    let limits = study.limits();
    let known = Known {
        study,
        limits: &limits,
        foresight: study.foresight(),
        gold: study.gold.0.as_ref(),
        parts,
        watch: Watch::over(book, study),
    };
    let mut ranks = known.ranks(book)?;
    for from in (0..ranks.len() as u32).step_by(stretch as usize) {
        let inside = from..from.saturating_add(stretch);
        let told = book.fold_beside(
            &mut ranks,
            Rows::default,
            |shard, rank, customer| {
                if inside.contains(rank) {
                    shard.add(*rank, customer, &known);
                }
            },
            |before, mut shard| before.ranked.append(&mut shard.ranked),
        )?;
        let mut rows = told.ranked;
        rows.sort_unstable_by_key(|(rank, _)| *rank);
        for (_, row) in &rows {
            tell(row);
        }
    }
    Ok(())
}

/// What is known of all customers.
struct Known<'a> {
    study: &'a Study,
    limits: &'a Limits<'a>,
    foresight: Option<Foresight<'a>>,
    gold: Option<&'a GoldLine>,
    parts: &'a RecencyFrequency,
    watch: Watch<'a>,
}

/// Rows by rank.
#[derive(Default)]
struct Rows {
    ranked: Vec<(u32, CustomerRow)>,
    days: Vec<Day>,
    scratch: range_stopped::Scratch,
}

impl Known<'_> {
    fn ranks(&self, book: &Book) -> Result<Vec<u32>, BookError> {
        let keys = book.fold(
            Keys::default,
            |keys, customer| keys.add(customer, self),
            |before, shard| before.merge(&shard),
        )?;
        Ok(keys.ranks())
    }

    fn profile<'c>(&'c self, customer: &'c Customer<'c>, days: &'c [Day]) -> Option<Profile<'c>> {
        Profile::of(customer, days, &self.study.terms, self.limits, self.foresight.as_ref())
    }
}

impl Rows {
    fn add(&mut self, rank: u32, customer: &Customer<'_>, known: &Known<'_>) {
        let Self { ranked, days, scratch } = self;
        purchase_days(customer.orders, days);
        ranked.extend(row(customer, days, known, scratch).map(|row| (rank, row)));
    }
}

#[cfg(test)]
mod tests {
    use review::Question;
    use review::figures::Segment;

    use super::*;

    /// Twelve customers who bought every `k` days, k = 3..15, some long ago.
    fn book() -> Book {
        let day = |text: &str| text.parse::<Day>().unwrap();
        let ids: Vec<String> = (3..15).map(|k| format!("every-{k:02}")).collect();
        let customers = ids.iter().zip(3..15).map(|(id, k)| {
            let ahead = if k % 4 == 0 { 0 } else { 200 };
            let orders =
                (0..6).map(|n| (day("2024-01-01").plus_days(ahead + n * k), Some(900))).collect();
            (id.as_str(), orders)
        });
        Book::from_orders(customers.collect())
    }

    fn told(stretch: u32) -> Vec<CustomerRow> {
        let book = book();
        let study = Study::of(&book, &Question::default()).unwrap();
        let mut rows = Vec::new();
        let parts = RecencyFrequency::default();
        each_row_in_stretches(&book, &study, &parts, stretch, &mut |row| rows.push(row.clone()))
            .unwrap();
        rows
    }

    #[test]
    fn those_with_most_at_risk_come_first_and_the_lost_last_by_id() {
        let rows = told(STRETCH);
        assert_eq!(rows.len(), 12);
        let key = |row: &CustomerRow| {
            let lost = row.segment == Segment::Lost;
            (lost, std::cmp::Reverse(row.margin_at_risk.map(|money| money.minor)), row.id.clone())
        };
        assert!(rows.is_sorted_by_key(key), "{rows:#?}");
        assert!(rows.iter().any(|row| row.segment == Segment::Lost));
    }

    #[test]
    fn what_they_spent_is_not_what_was_earned_by_it() {
        let book = book();
        let question = Question { margin: 0.3, ..Question::default() };
        let study = Study::of(&book, &question).unwrap();
        let mut rows = Vec::new();
        let parts = RecencyFrequency::default();
        each_row(&book, &study, &parts, &mut |row| rows.push(row.clone())).unwrap();
        for row in &rows {
            let (spent, earned) = (row.revenue_12m.unwrap(), row.margin_12m.unwrap());
            assert_eq!(earned.minor * 10, spent.minor * 3, "{row:?}");
        }
        assert!(rows.iter().any(|row| row.revenue_12m.is_some_and(|spent| spent.minor > 0)));
    }

    #[test]
    fn how_many_rows_are_in_memory_at_a_time_changes_nothing() {
        assert_eq!(told(5), told(STRETCH));
        assert_eq!(told(1), told(STRETCH));
    }
}
