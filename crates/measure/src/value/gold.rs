//! The gold customers: the top share by 12-month margin among those whose
//! 12-month margin is positive, ties by id.

use kernel::Period;
use review::figures::{Gold, Standing};
use stats::concentration::count_of_top;

use crate::book::{Book, BookError};
use crate::profile::Profile;
use crate::purchases::revenue_within;
use crate::terms::Terms;

/// What makes a customer gold in a 12-month period.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct GoldLine {
    period: Period,
    /// How many are.
    pub count: u64,
    /// The least 12-month revenue that may, minor units.
    pub threshold: i64,
    /// Of those who have exactly that, the last id that is; `None` where all are.
    last_id: Option<String>,
    /// Revenue of all gold customers, and of everyone above zero.
    revenue: (i128, i128),
}

impl GoldLine {
    /// Draws the line over the revenues above zero of `period` (reordered).
    ///
    /// # Errors
    /// Where the book, which is asked who has the revenue at the line, cannot
    /// be read.
    pub fn draw(
        revenues: &mut [i64],
        period: Period,
        terms: &Terms,
        book: &Book,
    ) -> Result<Option<Self>, BookError> {
        let count = count_of_top(revenues.len(), terms.gold_share);
        let Some(at) = count.checked_sub(1) else { return Ok(None) };
        let total = revenues.iter().map(|&revenue| i128::from(revenue)).sum();
        let (above, &mut threshold, below) = revenues.select_nth_unstable_by(at, |a, b| b.cmp(a));
        let gold =
            above.iter().map(|&revenue| i128::from(revenue)).sum::<i128>() + i128::from(threshold);
        let tied_inside = 1 + above.iter().filter(|&&revenue| revenue == threshold).count();
        let tied_outside = below.contains(&threshold);
        let last_id =
            if tied_outside { last_of_tied(book, period, threshold, tied_inside)? } else { None };
        Ok(Some(Self { period, count: count as u64, threshold, last_id, revenue: (gold, total) }))
    }

    /// Whether a customer with this revenue in the period is gold.
    pub fn is_gold(&self, revenue: i64, id: &str) -> bool {
        revenue > self.threshold
            || (revenue == self.threshold
                && self.last_id.as_deref().is_none_or(|last_id| id <= last_id))
    }

    /// Their share of the margin.
    pub fn share(&self) -> f64 {
        self.revenue.0 as f64 / self.revenue.1 as f64
    }

    /// Whether `profile` was gold in the line's period.
    pub fn includes(&self, profile: &Profile<'_>) -> bool {
        self.is_gold(revenue_within(profile.customer, self.period), profile.customer.id)
    }
}

/// The id of the last of the first `n` customers by id with this revenue.
fn last_of_tied(
    book: &Book,
    period: Period,
    revenue: i64,
    n: usize,
) -> Result<Option<String>, BookError> {
    let mut ids = book.fold(
        Vec::new,
        |ids: &mut Vec<String>, customer| {
            if revenue_within(customer, period) == revenue {
                ids.push(customer.id.to_owned());
            }
        },
        Vec::extend,
    )?;
    let Some(last) = n.checked_sub(1).filter(|&last| last < ids.len()) else { return Ok(None) };
    let (_, id, _) = ids.select_nth_unstable(last);
    Ok(Some(std::mem::take(id)))
}

/// What has become of the gold customers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct GoldCounts {
    lost: u64,
    gone_quiet: u64,
}

impl GoldCounts {
    /// Adds a customer; `now` and `before` are the lines of the last twelve
    /// months and of the twelve before.
    pub fn add(
        &mut self,
        profile: &Profile<'_>,
        now: Option<&GoldLine>,
        before: Option<&GoldLine>,
    ) {
        match profile.standing {
            Standing::Active => {}
            Standing::GoneQuiet => {
                let id = profile.customer.id;
                let gold = now.is_some_and(|line| line.is_gold(profile.revenue_12m, id));
                self.gone_quiet += u64::from(gold);
            }
            Standing::Lost => {
                self.lost += u64::from(before.is_some_and(|line| line.includes(profile)));
            }
        }
    }

    /// Adds everybody in `other`.
    pub fn merge(&mut self, other: &Self) {
        self.lost += other.lost;
        self.gone_quiet += other.gone_quiet;
    }

    /// The figures.
    pub fn finish(&self, now: Option<&GoldLine>, terms: &Terms) -> Gold {
        Gold {
            count: now.map_or(0, |line| line.count),
            share_of_margin: now.map(GoldLine::share),
            threshold: now.and_then(|line| terms.margin(line.threshold)),
            lost: self.lost,
            gone_quiet: self.gone_quiet,
        }
    }
}

#[cfg(test)]
mod tests {
    use kernel::{Currency, Day};
    use review::Question;

    use super::*;

    fn line(revenues: &[(&str, i64)]) -> (GoldLine, Vec<String>) {
        let day: Day = "2024-06-30".parse().unwrap();
        let book = Book::from_orders(
            revenues.iter().map(|&(id, amount)| (id, vec![(day, Some(amount))])).collect(),
        );
        let terms = Terms::settle(&Question::default(), day, day, Currency::NONE, true).unwrap();
        let mut amounts: Vec<i64> = revenues.iter().map(|&(_, amount)| amount).collect();
        let line = GoldLine::draw(&mut amounts, terms.year, &terms, &book).unwrap().unwrap();
        let mut gold: Vec<String> = revenues
            .iter()
            .filter(|(id, amount)| line.is_gold(*amount, id))
            .map(|(id, _)| (*id).to_owned())
            .collect();
        gold.sort();
        (line, gold)
    }

    #[test]
    fn the_top_fifth_is_rounded_up() {
        let (line, gold) = line(&[("a", 5), ("b", 4), ("c", 3), ("d", 2), ("e", 1), ("f", 10)]);
        assert_eq!((line.count, line.threshold), (2, 5));
        assert_eq!(gold, ["a", "f"]);
        assert!((line.share() - 15.0 / 25.0).abs() < 1e-12);
    }

    #[test]
    fn ties_at_the_line_go_by_id() {
        let (line, gold) = line(&[("d", 7), ("b", 7), ("a", 7), ("c", 7), ("e", 7), ("f", 7)]);
        assert_eq!(line.count, 2);
        assert_eq!(gold, ["a", "b"]);
    }
}
