//! Who of those with a value is lost, and the comparison with all others.

use kernel::Money;
use rayon::prelude::*;
use review::figures::{AuditRow, AuditValue};
use stats::inference::{TwoByTwo, benjamini_hochberg};
use stats::logistic::{Cells, Logistic};

use super::strata::{CELLS, PARTS, Strata};
use super::{Columns, FEWEST};
use crate::profile::Profile;
use crate::terms::Terms;

/// Rows the adjusted odds are computed for, those with most lost first.
const ADJUSTED: usize = 200;
/// Level of the intervals.
const LEVEL: f64 = 0.95;

/// Customers, and those of them who are lost.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
struct Tally {
    n: u32,
    lost: u32,
}

/// The counts of one row.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
struct RowSums {
    repeat: u64,
    revenue: i64,
    /// Smallest and largest amount of the first order.
    size: Option<(i64, i64)>,
}

/// The counts of every row, and of everybody.
#[derive(Debug, Clone, Default)]
pub(crate) struct Audit {
    all: Vec<Tally>,
    /// [`CELLS`] per row.
    cells: Vec<Tally>,
    sums: Vec<RowSums>,
}

impl Audit {
    /// Adds a customer.
    pub fn add(
        &mut self,
        profile: &Profile<'_>,
        columns: &Columns,
        strata: &Strata,
        terms: &Terms,
    ) {
        if columns.rows.is_empty() {
            return;
        }
        if self.all.is_empty() {
            self.all = vec![Tally::default(); CELLS];
            self.cells = vec![Tally::default(); CELLS * columns.rows.len()];
            self.sums = vec![RowSums::default(); columns.rows.len()];
        }
        let customer = profile.customer;
        let cell = strata.cell(customer, terms);
        let lost = u32::from(profile.is_lost());
        let count = |tally: &mut Tally| {
            tally.n += 1;
            tally.lost += lost;
        };
        count(&mut self.all[cell]);
        let size = customer.orders.first().and_then(|order| order.amount());
        columns.each_row(customer, |row| {
            count(&mut self.cells[row * CELLS + cell]);
            let sums = &mut self.sums[row];
            sums.repeat += u64::from(profile.history.x > 0);
            sums.revenue = sums.revenue.saturating_add(profile.revenue);
            sums.size = widened(sums.size, size.map(|amount| (amount, amount)));
        });
    }

    /// Adds everybody in `other`.
    pub fn merge(&mut self, other: Self) {
        if self.all.is_empty() {
            *self = other;
            return;
        }
        let tallies = self.all.iter_mut().chain(&mut self.cells);
        for (tally, more) in tallies.zip(other.all.iter().chain(&other.cells)) {
            tally.n += more.n;
            tally.lost += more.lost;
        }
        for (sums, more) in self.sums.iter_mut().zip(&other.sums) {
            sums.repeat += more.repeat;
            sums.revenue = sums.revenue.saturating_add(more.revenue);
            sums.size = widened(sums.size, more.size);
        }
    }

    /// Customers in the largest row.
    pub fn largest(&self) -> u64 {
        self.cells.chunks(CELLS).map(|cells| total(cells).0).max().unwrap_or(0)
    }

    /// The rows of all attributes, and those of the sources by themselves.
    pub fn finish(self, columns: &Columns, terms: &Terms) -> (Vec<AuditRow>, Vec<AuditRow>) {
        let mut found: Vec<(usize, AuditRow)> = (0..self.sums.len())
            .filter_map(|row| Some((row, self.compare(row, columns, terms)?)))
            .collect();
        self.adjust(&mut found, columns);
        let sources =
            found.iter().filter(|(row, _)| columns.rows[*row].is_source).map(|(_, r)| r.clone());
        let sources = ranked(sources.collect());
        (ranked(found.into_iter().map(|(_, row)| row).collect()), sources)
    }

    fn compare(&self, row: usize, columns: &Columns, terms: &Terms) -> Option<AuditRow> {
        let here = total(&self.cells[row * CELLS..(row + 1) * CELLS]);
        let all = total(&self.all);
        let table = TwoByTwo {
            events_here: here.1,
            n_here: here.0,
            events_elsewhere: all.1 - here.1,
            n_elsewhere: all.0 - here.0,
        };
        if here.0 < FEWEST {
            return None;
        }
        let excess = table.excess()?;
        let ratio = table.risk_ratio(LEVEL);
        let interval = ratio.and_then(|ratio| ratio.interval);
        let sums = &self.sums[row];
        let compared = &columns.rows[row];
        let value = match sums.size {
            Some((from, to)) if columns.is_size(row) => {
                let money = |minor| Money::new(minor, terms.currency);
                AuditValue::Amounts(money(from), money(to))
            }
            Some(_) | None => compared.value.clone(),
        };
        let mean = terms.margin_minor(sums.revenue) as f64 / here.0 as f64;
        Some(AuditRow {
            attribute: compared.attribute.clone(),
            value,
            n: here.0,
            lost: here.1,
            risk_ratio: ratio.map(|ratio| ratio.ratio),
            low: interval.map(|(low, _)| low),
            high: interval.map(|(_, high)| high),
            p: table.p(),
            p_adjusted: None,
            excess,
            adjusted_odds_ratio: None,
            adjusted_p: None,
            margin_per_customer: terms.money(mean.round() as i64),
            repeat_share: sums.repeat as f64 / here.0 as f64,
        })
    }

    /// Fills in the odds with value and age of the relation held equal.
    fn adjust(&self, found: &mut [(usize, AuditRow)], columns: &Columns) {
        let mut order: Vec<usize> = (0..found.len()).collect();
        order.sort_by_key(|&index| std::cmp::Reverse(found[index].1.lost));
        order.truncate(ADJUSTED);
        let odds: Vec<(usize, Option<(f64, f64)>)> = order
            .into_par_iter()
            .map(|index| (index, self.odds(found[index].0, columns)))
            .collect();
        for (index, odds) in odds {
            let row = &mut found[index].1;
            row.adjusted_odds_ratio = odds.map(|(ratio, _)| ratio);
            row.adjusted_p = odds.map(|(_, p)| p);
        }
    }

    /// Odds ratio of loss and its p by a logistic regression on the cells:
    /// one constant per tenth of value and per tenth of age. The size of the
    /// first order is value itself: there only age is held equal.
    fn odds(&self, row: usize, columns: &Columns) -> Option<(f64, f64)> {
        let here = &self.cells[row * CELLS..(row + 1) * CELLS];
        let used = |part: &dyn Fn(usize) -> usize| -> Vec<usize> {
            let mut used: Vec<usize> =
                (0..CELLS).filter(|&cell| self.all[cell].n > 0).map(part).collect();
            used.sort_unstable();
            used.dedup();
            used
        };
        // The first tenth in use is what the others are held against.
        let mut value = used(&|cell| cell / PARTS);
        if columns.is_size(row) {
            value.truncate(1);
        }
        let age = used(&|cell| cell % PARTS);
        let features = 1 + value.len().saturating_sub(1) + age.len().saturating_sub(1);
        let mut cells = Cells::new(features);
        for (cell, (all, here)) in self.all.iter().zip(here).enumerate() {
            let mut features = Vec::with_capacity(features);
            features.push(0.0);
            let dummy = |part: usize, is: usize| if part == is { 1.0 } else { 0.0 };
            features.extend(value.iter().skip(1).map(|&part| dummy(part, cell / PARTS)));
            features.extend(age.iter().skip(1).map(|&part| dummy(part, cell % PARTS)));
            cells.push(&features, f64::from(all.lost - here.lost), f64::from(all.n - here.n));
            features[0] = 1.0;
            cells.push(&features, f64::from(here.lost), f64::from(here.n));
        }
        let fit = Logistic::fit(&cells).ok()?;
        let (ratio, p) = (fit.odds_ratio(0)?, fit.p(0)?);
        (ratio.is_finite() && p.is_finite()).then_some((ratio, p))
    }
}

fn total(tallies: &[Tally]) -> (u64, u64) {
    tallies
        .iter()
        .fold((0, 0), |(n, lost), tally| (n + u64::from(tally.n), lost + u64::from(tally.lost)))
}

fn widened(range: Option<(i64, i64)>, by: Option<(i64, i64)>) -> Option<(i64, i64)> {
    match (range, by) {
        (Some((from, to)), Some((low, high))) => Some((from.min(low), to.max(high))),
        (range, by) => range.or(by),
    }
}

/// Adjusts the p over the table and sorts it by excess losses × value.
fn ranked(mut rows: Vec<AuditRow>) -> Vec<AuditRow> {
    let p: Vec<f64> = rows.iter().map(|row| row.p.unwrap_or(f64::NAN)).collect();
    for (row, adjusted) in rows.iter_mut().zip(benjamini_hochberg(&p)) {
        row.p_adjusted = adjusted.is_finite().then_some(adjusted);
    }
    let weight = |row: &AuditRow| {
        let value = row.margin_per_customer.map_or(1.0, |margin| (margin.minor as f64).max(0.0));
        row.excess * value
    };
    rows.sort_by(|a, b| {
        weight(b)
            .total_cmp(&weight(a))
            .then_with(|| a.attribute.cmp(&b.attribute))
            .then_with(|| a.value.to_string().cmp(&b.value.to_string()))
    });
    rows
}

#[cfg(test)]
mod tests {
    use kernel::Currency;

    use super::*;

    fn row(value: &str, p: Option<f64>, excess: f64, margin: Option<i64>) -> AuditRow {
        AuditRow {
            attribute: "source".to_owned(),
            value: AuditValue::Text(value.to_owned()),
            n: 40,
            lost: 10,
            risk_ratio: None,
            low: None,
            high: None,
            p,
            p_adjusted: None,
            excess,
            adjusted_odds_ratio: None,
            adjusted_p: None,
            margin_per_customer: margin.map(|minor| Money::new(minor, Currency::NONE)),
            repeat_share: 0.5,
        }
    }

    fn named(rows: &[AuditRow]) -> Vec<String> {
        rows.iter().map(|row| row.value.to_string()).collect()
    }

    #[test]
    fn few_lost_of_much_value_come_before_many_of_little() {
        let rows = ranked(vec![
            row("many", None, 30.0, Some(100)),
            row("dear", None, 5.0, Some(1_000)),
            row("fewer than elsewhere", None, -9.0, Some(1_000)),
            row("costs us", None, 50.0, Some(-1_000)),
        ]);
        assert_eq!(named(&rows), ["dear", "many", "costs us", "fewer than elsewhere"]);
    }

    #[test]
    fn without_amounts_the_losses_alone_decide_and_ties_go_by_name() {
        let rows = ranked(vec![
            row("b", None, 2.0, None),
            row("c", None, 7.0, None),
            row("a", None, 2.0, None),
        ]);
        assert_eq!(named(&rows), ["c", "a", "b"]);
    }

    #[test]
    fn p_is_adjusted_over_the_rows_that_have_one() {
        let rows = ranked(vec![
            row("a", Some(0.01), 3.0, None),
            row("b", Some(0.04), 2.0, None),
            row("c", None, 1.0, None),
        ]);
        let adjusted: Vec<Option<f64>> = rows.iter().map(|row| row.p_adjusted).collect();
        assert_eq!(adjusted, [Some(0.02), Some(0.04), None]);
    }

    #[test]
    fn the_smallest_and_largest_first_order_name_a_range() {
        assert_eq!(widened(None, Some((5, 5))), Some((5, 5)));
        assert_eq!(widened(Some((5, 9)), Some((2, 2))), Some((2, 9)));
        assert_eq!(widened(Some((5, 9)), None), Some((5, 9)));
    }
}
