//! Quantiles and medians of observations, and groups of about equal size.

/// The `q`-quantile (0 <= q <= 1) of `observations`, which are reordered:
/// linear between the two nearest ranks (type 7 of Hyndman & Fan, The American
/// Statistician 50, 1996). The median at q = 0.5.
///
/// `None` without observations, where one is not a number, or for a q outside
/// 0..=1.
#[must_use]
pub fn quantile(observations: &mut [f64], q: f64) -> Option<f64> {
    let last = observations.len().checked_sub(1)?;
    if !(0.0..=1.0).contains(&q) || observations.iter().any(|y| y.is_nan()) {
        return None;
    }
    let rank = q * last as f64;
    let below = (rank as usize).min(last);
    let (_, &mut low, above) = observations.select_nth_unstable_by(below, f64::total_cmp);
    let part = rank - below as f64;
    let high = above.iter().copied().min_by(f64::total_cmp).unwrap_or(low);
    // Two infinities have no difference.
    let between = if part == 0.0 || low.is_infinite() { 0.0 } else { part * (high - low) };
    Some(low + between)
}

/// The median of whole numbers, which are reordered; `None` without any.
#[must_use]
pub fn median(observations: &mut [u32]) -> Option<f64> {
    let n = observations.len();
    let (below, &mut middle, _) = (n > 0).then(|| observations.select_nth_unstable(n / 2))?;
    if n % 2 == 1 {
        return Some(f64::from(middle));
    }
    let lower = below.iter().copied().max().unwrap_or(middle);
    Some(f64::midpoint(f64::from(lower), f64::from(middle)))
}

/// Parts observations into groups of about equal size by their mid-rank: those
/// tied with one another share a group, the one that the middle of their ranks
/// falls in, so that a group may be empty.
///
/// ```
/// use stats::quantiles::MidRankGroups;
///
/// // Six values of which the first five are tied, in quarters.
/// let mut quarters = MidRankGroups::new(6, 4);
/// assert_eq!((quarters.next(5), quarters.next(1)), (1, 3));
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MidRankGroups {
    n: u64,
    groups: u32,
    below: u64,
}

impl MidRankGroups {
    /// Groups for `n` observations, to be met in ascending order.
    #[must_use]
    pub fn new(n: u64, groups: u32) -> Self {
        Self { n, groups, below: 0 }
    }

    /// The group, 0 first, of the next `tied` observations, all above those
    /// before and tied with one another.
    pub fn next(&mut self, tied: u64) -> u32 {
        // Twice the middle, to stay among whole numbers: exact at every border.
        let middle = 2 * u128::from(self.below) + u128::from(tied);
        self.below += tied;
        let group = middle * u128::from(self.groups) / (2 * u128::from(self.n.max(1)));
        group.min(u128::from(self.groups.saturating_sub(1))) as u32
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ties_share_the_group_of_their_middle_rank() {
        let mut fifths = MidRankGroups::new(10, 5);
        assert_eq!([6, 1, 1, 1, 1].map(|tied| fifths.next(tied)), [1, 3, 3, 4, 4]);
        assert_eq!(MidRankGroups::new(9, 5).next(9), 2);
    }

    #[test]
    fn observations_without_ties_part_evenly() {
        let mut fifths = MidRankGroups::new(100, 5);
        let mut sizes = [0; 5];
        (0..100).for_each(|_| sizes[fifths.next(1) as usize] += 1);
        assert_eq!(sizes, [20; 5]);
    }

    #[test]
    fn more_observations_than_were_told_fall_in_the_last_group() {
        let mut halves = MidRankGroups::new(1, 2);
        assert_eq!([1, 1, 1].map(|tied| halves.next(tied)), [1, 1, 1]);
        assert_eq!(MidRankGroups::new(0, 0).next(3), 0);
    }

    #[test]
    fn a_quantile_lies_between_its_two_ranks() {
        assert_eq!(quantile(&mut [4.0, 1.0, 3.0, 2.0], 0.5), Some(2.5));
        assert_eq!(quantile(&mut [4.0, 1.0, 3.0, 2.0], 0.25), Some(1.75));
        assert_eq!(quantile(&mut [4.0, 1.0, 3.0, 2.0], 1.0), Some(4.0));
        assert_eq!(quantile(&mut [7.0], 0.9), Some(7.0));
    }

    #[test]
    fn nothing_comes_of_nothing() {
        assert_eq!(quantile(&mut [], 0.5), None);
        assert_eq!(quantile(&mut [1.0, f64::NAN], 0.5), None);
        assert_eq!(quantile(&mut [1.0], 1.5), None);
        assert_eq!(median(&mut []), None);
    }

    #[test]
    fn the_median_of_an_even_number_is_between_the_middle_two() {
        assert_eq!(median(&mut [9, 1, 4, 2]), Some(3.0));
        assert_eq!(median(&mut [9, 1, 4]), Some(4.0));
        assert_eq!(median(&mut [u32::MAX, u32::MAX]), Some(f64::from(u32::MAX)));
    }
}
