//! Cohorts by month of first purchase (definitions, "Cohorts").

use kernel::Day;
use review::figures::Cohort;

use crate::groundwork::CohortCounts;

/// The figures as of the end of the day `as_of`.
pub(crate) fn cohorts(counts: &CohortCounts, as_of: Day) -> Vec<Cohort> {
    let now = as_of.month();
    // The last month the data cover to its end.
    let last_complete = as_of.plus_days(1).month().plus(-1);
    counts
        .rows()
        .map(|(month, cells)| {
            let cohort = now.plus(month - now.index());
            let months = usize::try_from(now.index() - month).map_or(0, |last| last + 1);
            let cell = |k: usize| cells.get(k).copied().unwrap_or_default();
            let size: u64 = cells.iter().map(|cell| cell.bought_last).sum();
            let share = |customers: u64| customers as f64 / size as f64;
            let mut still_to_come = 0;
            let mut return_or_after: Vec<f64> = (0..months)
                .rev()
                .map(|k| {
                    still_to_come += cell(k).bought_last;
                    share(still_to_come)
                })
                .collect();
            return_or_after.reverse();
            Cohort {
                cohort,
                size,
                return_in: (0..months).map(|k| share(cell(k).bought)).collect(),
                return_or_after,
                complete_through: u32::try_from(last_complete.index() - month).ok(),
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::Calendar;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    /// The definition's three people, with months for its days: back in month
    /// 1, back in month 5 (here: 4), never.
    #[test]
    fn the_definitions_vector_comes_out() {
        let calendar = Calendar::spanning(day("2024-01-01"), day("2024-06-15"));
        let mut counts = CohortCounts::starting(day("2024-01-01").month());
        counts.add(&[day("2024-01-03"), day("2024-02-01")], &calendar);
        counts.add(&[day("2024-01-31"), day("2024-06-02")], &calendar);
        counts.add(&[day("2024-01-05"), day("2024-01-09")], &calendar);
        let cohorts = cohorts(&counts, day("2024-06-15"));
        let percent = |shares: &[f64]| -> Vec<f64> {
            shares.iter().map(|share| (share * 100.0).round()).collect()
        };
        assert_eq!(cohorts.len(), 1);
        assert_eq!(percent(&cohorts[0].return_in), [100.0, 33.0, 0.0, 0.0, 0.0, 33.0]);
        assert_eq!(percent(&cohorts[0].return_or_after), [100.0, 67.0, 33.0, 33.0, 33.0, 33.0]);
        assert_eq!((cohorts[0].size, cohorts[0].complete_through), (3, Some(4)));
    }

    #[test]
    fn a_cohort_of_a_month_under_way_is_not_complete() {
        let calendar = Calendar::spanning(day("2024-06-01"), day("2024-06-15"));
        let mut counts = CohortCounts::starting(day("2024-06-01").month());
        counts.add(&[day("2024-06-10")], &calendar);
        assert_eq!(cohorts(&counts, day("2024-06-15"))[0].complete_through, None);
        assert_eq!(cohorts(&counts, day("2024-06-30"))[0].complete_through, Some(0));
    }
}
