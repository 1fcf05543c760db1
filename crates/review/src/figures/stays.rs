//! How long customers stay and when they come back.

use kernel::Month;

/// Customers who first bought in one month. Index k of the vectors is the k-th
/// month after, 0 the cohort month itself.
#[derive(Debug, Clone, PartialEq)]
pub struct Cohort {
    /// The month of first purchase.
    pub cohort: Month,
    /// How many.
    pub size: u64,
    /// Share that bought in month k.
    pub return_in: Vec<f64>,
    /// Share that bought in month k or later.
    pub return_or_after: Vec<f64>,
    /// Last k the data cover in full; `None` where not even month 0 is.
    pub complete_through: Option<u32>,
}

impl Cohort {
    /// Whether the data cover all of the `month`-th month after the first.
    #[must_use]
    pub fn is_complete(&self, month: usize) -> bool {
        self.complete_through.is_some_and(|through| month <= through as usize)
    }
}

/// The mean over the cohorts old enough, each customer counting once. Index k
/// of the vectors is the k-th month after the first; they end with the last
/// month that at least one cohort has complete.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct CohortAverage {
    /// Share that bought in month k.
    pub return_in: Vec<f64>,
    /// Share that bought in month k or later.
    pub return_or_after: Vec<f64>,
}

impl CohortAverage {
    /// The average over `cohorts`.
    #[must_use]
    pub fn over(cohorts: &[Cohort]) -> Self {
        Self {
            return_in: means(cohorts, |cohort| &cohort.return_in),
            return_or_after: means(cohorts, |cohort| &cohort.return_or_after),
        }
    }
}

fn means(cohorts: &[Cohort], shares: fn(&Cohort) -> &[f64]) -> Vec<f64> {
    let mean = |month: usize| {
        let (mut bought, mut size) = (0.0, 0);
        for cohort in cohorts.iter().filter(|cohort| cohort.is_complete(month)) {
            bought += shares(cohort).get(month)? * cohort.size as f64;
            size += cohort.size;
        }
        (size > 0).then(|| bought / size as f64)
    };
    (0..).map_while(mean).collect()
}

/// The Kaplan–Meier curve of staying a customer, one point a day with an event:
/// the event is being lost for the first time ("still a customer" is "not lost
/// by then"), whether or not the customer came back later.
#[derive(Debug, Clone, PartialEq)]
pub struct SurvivalPoint {
    /// Days since the first purchase.
    pub day: u32,
    /// Customers still followed that day, not lost before.
    pub at_risk: u64,
    /// Lost for the first time that day.
    pub events: u64,
    /// Share still customers after it.
    pub s: f64,
    /// Lower end of the 95 % band (log–log Greenwood).
    pub low: f64,
    /// Upper end.
    pub high: f64,
}

/// The share still customers at one age, read off the curve.
#[derive(Debug, Clone, PartialEq)]
pub struct SurvivalAt {
    /// The age in months.
    pub months: u32,
    /// The same in days since the first purchase.
    pub day: u32,
    /// Customers still followed that day, not lost before.
    pub at_risk: u64,
    /// Share still customers after it.
    pub s: f64,
    /// Lower end of the 95 % band.
    pub low: f64,
    /// Upper end.
    pub high: f64,
}

impl SurvivalAt {
    /// The ages, in months.
    pub const AGES: [u32; 8] = [3, 6, 12, 18, 24, 36, 48, 60];

    /// The day that is so many months after the first, by the mean month of
    /// the Gregorian calendar.
    #[must_use]
    pub fn day_after(months: u32) -> u32 {
        (f64::from(months) * 30.436_875).round() as u32
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cohort(size: u64, shares: &[f64], complete_through: Option<u32>) -> Cohort {
        let return_in = shares.to_vec();
        let return_or_after = shares.to_vec();
        let cohort = kernel::Day::MAX.month();
        Cohort { cohort, size, return_in, return_or_after, complete_through }
    }

    #[test]
    fn averages_take_only_cohorts_old_enough() {
        let average = CohortAverage::over(&[
            cohort(100, &[1.0, 0.50, 0.40], Some(2)),
            cohort(300, &[1.0, 0.10, 0.01], Some(1)),
            cohort(50, &[1.0, 0.02], Some(0)),
            cohort(50, &[1.0], None),
        ]);
        // (100 · 0.5 + 300 · 0.1) / 400, and the first cohort alone.
        assert_eq!(average.return_in, [1.0, 0.2, 0.4]);
        assert_eq!(average.return_or_after, average.return_in);
        assert_eq!(CohortAverage::over(&[]), CohortAverage::default());
    }

    #[test]
    fn a_year_of_months_is_a_year_of_days() {
        assert_eq!([3, 6, 12, 24].map(SurvivalAt::day_after), [91, 183, 365, 730]);
    }
}
