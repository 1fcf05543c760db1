//! Groups by recency and frequency (definitions, "Recency, frequency, money").

use review::figures::{Segment, SegmentCount};
use stats::quantiles::MidRankGroups;

use crate::profile::Profile;
use crate::terms::Terms;

/// A customer who is not lost, as the segments see them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Kept {
    silence: u32,
    purchases: u32,
    revenue_12m: i64,
}

/// Everybody, ready to be parted.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Everybody {
    kept: Vec<Kept>,
    lost: u64,
    lost_revenue_12m: i64,
}

/// Fifths of a number by mid-rank: equal values share a fifth, so that a fifth
/// may be empty.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Quintiles {
    /// Each value there is, ascending, and its fifth, 1..=5.
    fifths: Vec<(u32, u8)>,
}

/// Fifths of recency and of frequency of those not lost.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct RecencyFrequency {
    silence: Quintiles,
    purchases: Quintiles,
}

impl Quintiles {
    /// Parts `values` (reordered).
    pub fn of(values: &mut [u32]) -> Self {
        values.sort_unstable();
        let mut groups = MidRankGroups::new(values.len() as u64, 5);
        let fifth = |same: &[u32]| (same[0], 1 + groups.next(same.len() as u64) as u8);
        Self { fifths: values.chunk_by(|a, b| a == b).map(fifth).collect() }
    }

    /// The fifth of a value, 1 for the smallest; of one not seen before that
    /// of the next larger.
    pub fn fifth(&self, value: u32) -> u8 {
        let at = self.fifths.partition_point(|(known, _)| *known < value);
        self.fifths.get(at).map_or(5, |(_, fifth)| *fifth)
    }
}

impl RecencyFrequency {
    /// Fifth of recency, 5 = most recent, and of frequency, 5 = most purchases.
    pub fn fifths(&self, silence: u32, purchases: u32) -> (u8, u8) {
        (6 - self.silence.fifth(silence), self.purchases.fifth(purchases))
    }
}

impl Everybody {
    /// Adds a customer.
    pub fn add(&mut self, profile: &Profile<'_>) {
        if profile.is_lost() {
            self.lost += 1;
            self.lost_revenue_12m = self.lost_revenue_12m.saturating_add(profile.revenue_12m);
        } else {
            self.kept.push(Kept {
                silence: profile.silence,
                purchases: profile.history.x + 1,
                revenue_12m: profile.revenue_12m,
            });
        }
    }

    /// Adds everybody in `other`.
    pub fn merge(&mut self, mut other: Self) {
        self.kept.append(&mut other.kept);
        self.lost += other.lost;
        self.lost_revenue_12m = self.lost_revenue_12m.saturating_add(other.lost_revenue_12m);
    }

    /// Those who are not lost.
    pub fn not_lost(&self) -> u64 {
        self.kept.len() as u64
    }

    /// The figures, and the fifths to find a customer's segment by.
    pub fn finish(self, terms: &Terms) -> (Vec<SegmentCount>, RecencyFrequency) {
        let of = |number: fn(&Kept) -> u32| {
            Quintiles::of(&mut self.kept.iter().map(number).collect::<Vec<u32>>())
        };
        let parts = RecencyFrequency {
            silence: of(|kept| kept.silence),
            purchases: of(|kept| kept.purchases),
        };
        let mut sums = [(0_u64, 0_i64); Segment::ALL.len()];
        let mut count = |segment: Segment, customers: u64, revenue: i64| {
            let (n, sum) = &mut sums[segment as usize];
            *n += customers;
            *sum = sum.saturating_add(revenue);
        };
        for kept in &self.kept {
            let (recency, frequency) = parts.fifths(kept.silence, kept.purchases);
            count(Segment::of(recency, frequency), 1, kept.revenue_12m);
        }
        count(Segment::Lost, self.lost, self.lost_revenue_12m);
        let figures = Segment::ALL.into_iter().map(|key| {
            let (count, revenue) = sums[key as usize];
            SegmentCount { key, count, margin_12m: terms.margin(revenue) }
        });
        (figures.collect(), parts)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_values_share_a_fifth_by_their_middle_rank() {
        let quintiles = Quintiles::of(&mut [1, 1, 1, 1, 1, 1, 2, 3, 4, 9]);
        let fifths: Vec<u8> = [1, 2, 3, 4, 9].iter().map(|&v| quintiles.fifth(v)).collect();
        assert_eq!(fifths, [2, 4, 4, 5, 5]);
    }

    #[test]
    fn all_alike_are_in_the_middle() {
        assert_eq!(Quintiles::of(&mut [7; 9]).fifth(7), 3);
        assert_eq!(Quintiles::of(&mut [7]).fifth(7), 3);
    }

    #[test]
    fn the_most_recent_have_the_highest_fifth_of_recency() {
        let parts = RecencyFrequency {
            silence: Quintiles::of(&mut [1, 20, 30, 40, 50]),
            purchases: Quintiles::of(&mut [1, 2, 3, 4, 5]),
        };
        assert_eq!(parts.fifths(1, 5), (5, 5));
        assert_eq!(parts.fifths(50, 1), (1, 1));
    }
}
