//! The share of events in one group against the share elsewhere.

use statrs::function::factorial::ln_binomial;

use super::normal::{two_sided_p, z_of};

/// Events (here: losses) among the members of a group and among all others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TwoByTwo {
    /// Events in the group, at most `n_here`.
    pub events_here: u64,
    /// Members of the group.
    pub n_here: u64,
    /// Events elsewhere, at most `n_elsewhere`.
    pub events_elsewhere: u64,
    /// Everyone else.
    pub n_elsewhere: u64,
}

/// Share of events here / share elsewhere.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct RiskRatio {
    /// The ratio, >= 0.
    pub ratio: f64,
    /// Its interval by Katz's log method; `None` where one group has no event.
    pub interval: Option<(f64, f64)>,
}

impl TwoByTwo {
    /// Below this expected count in a cell the normal approximation is not
    /// trusted (Cochran 1954).
    const SMALL: f64 = 5.0;

    /// The share of events in the group; `None` where it is empty.
    #[must_use]
    pub fn share_here(&self) -> Option<f64> {
        (self.n_here > 0).then(|| self.events_here as f64 / self.n_here as f64)
    }

    /// The share of events elsewhere; `None` where nobody is.
    #[must_use]
    pub fn share_elsewhere(&self) -> Option<f64> {
        (self.n_elsewhere > 0).then(|| self.events_elsewhere as f64 / self.n_elsewhere as f64)
    }

    /// The risk ratio with its interval at `level` (0 < level < 1): with shares
    /// p₁ = a/n₁ and p₀ = c/n₀, ln(p₁/p₀) ± z·√(1/a − 1/n₁ + 1/c − 1/n₀)
    /// (Katz, Baptista, Azen & Pike, Biometrics 34, 1978).
    ///
    /// `None` where a group is empty or there is no event elsewhere: nothing
    /// can be divided by. With no event *here* the ratio is 0 and has no
    /// interval.
    #[must_use]
    pub fn risk_ratio(&self, level: f64) -> Option<RiskRatio> {
        let here = self.share_here()?;
        let elsewhere = self.share_elsewhere().filter(|&share| share > 0.0)?;
        let ratio = here / elsewhere;
        if self.events_here == 0 {
            return Some(RiskRatio { ratio, interval: None });
        }
        let variance = (1.0 - here) / self.events_here as f64
            + (1.0 - elsewhere) / self.events_elsewhere as f64;
        let reach = z_of(level)? * variance.max(0.0).sqrt();
        let interval = (ratio * (-reach).exp(), ratio * reach.exp());
        Some(RiskRatio { ratio, interval: Some(interval) })
    }

    /// Events in the group beyond what it would have at the share elsewhere;
    /// negative where it has fewer. `None` where nobody is elsewhere.
    #[must_use]
    pub fn excess(&self) -> Option<f64> {
        Some(self.events_here as f64 - self.n_here as f64 * self.share_elsewhere()?)
    }

    /// Two-sided p of "the shares are the same": the score test with the pooled
    /// share where every expected count is at least 5, else Fisher's exact test.
    ///
    /// `None` where a group is empty, or all or none had the event: then there
    /// is nothing to compare.
    #[must_use]
    pub fn p(&self) -> Option<f64> {
        let (n1, n0) = (self.n_here as f64, self.n_elsewhere as f64);
        let events = (self.events_here + self.events_elsewhere) as f64;
        let pooled = events / (n1 + n0);
        if self.n_here == 0 || self.n_elsewhere == 0 || pooled <= 0.0 || pooled >= 1.0 {
            return None;
        }
        let least_expected = n1.min(n0) * pooled.min(1.0 - pooled);
        if least_expected < Self::SMALL {
            return Some(self.fisher());
        }
        let difference = self.events_here as f64 / n1 - self.events_elsewhere as f64 / n0;
        let z = difference / (pooled * (1.0 - pooled) * (1.0 / n1 + 1.0 / n0)).sqrt();
        Some(two_sided_p(z))
    }

    /// Fisher's exact p: the probability, with all margins fixed, of tables no
    /// likelier than this one.
    fn fisher(&self) -> f64 {
        /// Tables as likely as this one up to rounding count as no likelier.
        const ROUNDING: f64 = 1e-7;
        let events = self.events_here + self.events_elsewhere;
        let all = self.n_here + self.n_elsewhere;
        let ln_tables = ln_binomial(all, events);
        let ln_probability = |here: u64| {
            ln_binomial(self.n_here, here) + ln_binomial(self.n_elsewhere, events - here)
                - ln_tables
        };
        let this = ln_probability(self.events_here) + ROUNDING;
        let fewest = events.saturating_sub(self.n_elsewhere);
        let most = events.min(self.n_here);
        let p: f64 =
            (fewest..=most).map(ln_probability).filter(|&ln_p| ln_p <= this).map(f64::exp).sum();
        p.min(1.0)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn table(events_here: u64, n_here: u64, events_elsewhere: u64, n_elsewhere: u64) -> TwoByTwo {
        TwoByTwo { events_here, n_here, events_elsewhere, n_elsewhere }
    }

    #[test]
    fn the_ratio_and_its_interval_follow_katz() {
        // 15 of 100 against 5 of 100: 3·exp(±1.959964·√(1/15 − 1/100 + 1/5 − 1/100)).
        let found = table(15, 100, 5, 100).risk_ratio(0.95).unwrap();
        let (low, high) = found.interval.unwrap();
        assert!((found.ratio - 3.0).abs() < 1e-12);
        assert!((low - 1.133_3).abs() < 1e-3, "{low}");
        assert!((high - 7.941_0).abs() < 1e-3, "{high}");
    }

    #[test]
    fn the_score_test_is_the_chi_squared_of_pearson() {
        // z² = 200·(15·95 − 5·85)²/(100·100·20·180) = 5.5556, p = 0.018422.
        let p = table(15, 100, 5, 100).p().unwrap();
        assert!((p - 0.018_422).abs() < 1e-5, "{p}");
    }

    #[test]
    fn fishers_tea_is_judged_exactly() {
        // The lady tasting tea: 3 of 4 right, p = 34/70.
        let p = table(3, 4, 1, 4).p().unwrap();
        assert!((p - 34.0 / 70.0).abs() < 1e-6, "{p}");
        let all_right = table(4, 4, 0, 4).p().unwrap();
        assert!((all_right - 2.0 / 70.0).abs() < 1e-6, "{all_right}");
    }

    #[test]
    fn empty_cells_give_what_can_be_said() {
        assert_eq!(table(0, 0, 5, 10).risk_ratio(0.95), None);
        assert_eq!(table(3, 10, 0, 10).risk_ratio(0.95), None);
        assert_eq!(
            table(0, 10, 5, 10).risk_ratio(0.95),
            Some(RiskRatio { ratio: 0.0, interval: None })
        );
        assert_eq!(table(0, 10, 0, 10).p(), None);
        assert_eq!(table(10, 10, 10, 10).p(), None);
        assert_eq!(table(0, 0, 3, 10).p(), None);
        assert_eq!(table(1, 2, 0, 0).excess(), None);
    }

    #[test]
    fn where_all_left_on_both_sides_the_interval_is_a_point() {
        let all = table(10, 10, 20, 20).risk_ratio(0.95).unwrap();
        assert_eq!(all.interval, Some((1.0, 1.0)));
    }

    #[test]
    fn excess_is_against_the_share_elsewhere() {
        assert!((table(30, 100, 100, 1000).excess().unwrap() - 20.0).abs() < 1e-12);
    }

    #[test]
    fn millions_of_customers_stay_in_range() {
        for (a, n1, c, n0) in [
            (1, 30, 5_000_000, 10_000_000),
            (30, 30, 3_000, 10_000_000),
            (0, 40, 9_999_999, 10_000_000),
            (2_000_000, 4_000_000, 3_000_000, 6_000_000),
        ] {
            let p = table(a, n1, c, n0).p().unwrap();
            assert!((0.0..=1.0).contains(&p), "{a} of {n1}, {c} of {n0}: {p}");
        }
    }

    proptest! {
        #[test]
        fn swapping_the_groups_turns_the_ratio_round_and_keeps_p(
            n1 in 1_u64..200, n0 in 1_u64..200, share1 in 0.0_f64..=1.0, share0 in 0.0_f64..=1.0,
        ) {
            let events = |n: u64, share: f64| (n as f64 * share).round() as u64;
            let there = table(events(n1, share1), n1, events(n0, share0), n0);
            let back = table(events(n0, share0), n0, events(n1, share1), n1);
            match (there.p(), back.p()) {
                (Some(p), Some(same)) => {
                    prop_assert!((0.0..=1.0).contains(&p));
                    prop_assert!((p - same).abs() < 1e-9);
                }
                (p, same) => prop_assert_eq!(p, same),
            }
            let ends = |table: TwoByTwo| table.risk_ratio(0.95).and_then(|found| found.interval);
            if let (Some((low, high)), Some((back_low, back_high))) = (ends(there), ends(back)) {
                prop_assert!((low * back_high - 1.0).abs() < 1e-9);
                prop_assert!((high * back_low - 1.0).abs() < 1e-9);
            }
        }
    }
}
