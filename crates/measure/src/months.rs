//! Trade month by month, with those lost and won back in each.

use kernel::{Day, Month, Period};
use review::figures::MonthOfTrade;

use crate::book::BookFacts;
use crate::calendar::Calendar;
use crate::groundwork::Trade;
use crate::standing::Episode;
use crate::terms::Terms;

/// Customers lost and won back by month.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Losses {
    start: i32,
    by_month: Vec<(u64, u64)>,
}

impl Losses {
    /// None yet; nobody is lost before `month`.
    pub fn starting(month: Month) -> Self {
        Self { start: month.index(), by_month: Vec::new() }
    }

    /// Adds a loss, and the purchase that ended it.
    pub fn add(&mut self, episode: &Episode, calendar: &Calendar) {
        self.month(calendar.month_of(episode.lost_on)).0 += 1;
        if let Some(day) = episode.won_back_on {
            self.month(calendar.month_of(day)).1 += 1;
        }
    }

    /// Adds everything in `other`.
    pub fn merge(&mut self, other: &Self) {
        for (month, more) in (self.start..).zip(&other.by_month) {
            let (lost, won_back) = self.month(month);
            *lost += more.0;
            *won_back += more.1;
        }
    }

    fn month(&mut self, month: i32) -> &mut (u64, u64) {
        let index = (month - self.start).max(0) as usize;
        if self.by_month.len() <= index {
            self.by_month.resize(index + 1, (0, 0));
        }
        &mut self.by_month[index]
    }

    fn in_month(&self, month: Month) -> (u64, u64) {
        let index = usize::try_from(month.index() - self.start).ok();
        index.and_then(|index| self.by_month.get(index)).copied().unwrap_or_default()
    }
}

/// The figures, from the month of the first order to that of as-of.
pub(crate) fn months(
    trade: &Trade,
    losses: &Losses,
    about: &BookFacts,
    terms: &Terms,
) -> Vec<MonthOfTrade> {
    let first = terms.from.month();
    let last = terms.as_of.month();
    (0..=last.index() - first.index())
        .map(|ahead| {
            let month = first.plus(ahead);
            let counts = trade.in_month(month);
            let (lost, won_back) = losses.in_month(month);
            let whole = Period { from: month.first_day(), to: month.next().first_day() };
            let unattributed = about.unattributed_within(whole);
            MonthOfTrade {
                month,
                complete: is_complete(month, terms.from, terms.as_of),
                orders: counts.orders,
                buyers: counts.buyers,
                new: counts.new,
                lost,
                won_back,
                revenue: terms.money(counts.revenue.saturating_add(unattributed)),
            }
        })
        .collect()
}

/// Whether the data, which begin on `from`, cover all of `month`.
fn is_complete(month: Month, from: Day, as_of: Day) -> bool {
    from <= month.first_day() && month.next().first_day() <= as_of.plus_days(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_cut_by_the_ends_of_the_data_are_not_complete() {
        let day = |text: &str| text.parse::<Day>().unwrap();
        let complete =
            |month: &str| is_complete(day(month).month(), day("2024-01-02"), day("2024-03-31"));
        assert!(!complete("2024-01-01"));
        assert!(complete("2024-02-01"));
        assert!(complete("2024-03-01"));
        assert!(!complete("2024-04-01"));
    }
}
