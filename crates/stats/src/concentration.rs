//! Who brings the money: shares of the top and the Gini coefficient.

use rayon::prelude::*;

/// How many of `n` are the top `share` (clamped to 0..=1) of them: ⌈n·share⌉.
#[must_use]
pub fn count_of_top(n: usize, share: f64) -> usize {
    let wanted = n as f64 * share.clamp(0.0, 1.0);
    // A share such as 0.1 is not exact in binary: 0.1·30 must not ask for 4.
    let whole = wanted.round();
    let count = if (wanted - whole).abs() < 1e-9 * whole { whole } else { wanted.ceil() };
    (count as usize).min(n)
}

/// Amounts above zero, largest first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Concentration {
    amounts: Vec<i64>,
    total: i128,
}

impl Concentration {
    /// Ranks the amounts above zero; `None` where there is none.
    #[must_use]
    pub fn of(mut amounts: Vec<i64>) -> Option<Self> {
        amounts.retain(|&amount| amount > 0);
        amounts.par_sort_unstable_by(|a, b| b.cmp(a));
        let total = amounts.iter().map(|&amount| i128::from(amount)).sum();
        (total > 0).then_some(Self { amounts, total })
    }

    /// The part of the total that the top `share` (0..=1) of them brings, 0..=1.
    #[must_use]
    pub fn part_of_top(&self, share: f64) -> f64 {
        let top = &self.amounts[..count_of_top(self.amounts.len(), share)];
        let sum: i128 = top.iter().map(|&amount| i128::from(amount)).sum();
        sum as f64 / self.total as f64
    }

    /// The Gini coefficient: half the mean difference of two of them relative to
    /// the mean, 0 where all are alike, towards 1 where one has all (Gini,
    /// Variabilità e mutabilità, 1912).
    #[must_use]
    pub fn gini(&self) -> f64 {
        let n = self.amounts.len() as i128;
        let weighted: i128 = (1_i128..)
            .zip(&self.amounts)
            .map(|(rank, &amount)| (n + 1 - 2 * rank) * i128::from(amount))
            .sum();
        weighted as f64 / (n as f64 * self.total as f64)
    }
}

#[cfg(test)]
#[expect(clippy::float_cmp, reason = "the exact value is meant")]
mod tests {
    use super::*;

    fn of(amounts: &[i64]) -> Concentration {
        Concentration::of(amounts.to_vec()).unwrap()
    }

    #[test]
    fn equal_amounts_are_not_concentrated() {
        assert_eq!(of(&[5; 40]).gini(), 0.0);
        assert_eq!(of(&[5; 40]).part_of_top(0.1), 0.1);
    }

    #[test]
    fn the_gini_is_half_the_relative_mean_difference() {
        // |1−3| and |3−1| over 4 pairs and a mean of 2: 4/(2·4·2).
        assert_eq!(of(&[1, 3]).gini(), 0.25);
        assert_eq!(of(&[3, 1]).gini(), 0.25);
    }

    #[test]
    fn refunds_and_zeros_are_left_out() {
        assert_eq!(of(&[1, -7, 0, 3]), of(&[3, 1]));
        assert_eq!(Concentration::of(vec![0, -1]), None);
    }

    #[test]
    fn a_share_of_few_rounds_up_to_somebody() {
        assert_eq!(count_of_top(7, 0.1), 1);
        assert_eq!(count_of_top(30, 0.1), 3);
        assert_eq!((count_of_top(0, 0.2), count_of_top(9, 0.0), count_of_top(9, 7.0)), (0, 0, 9));
        assert_eq!(of(&[8, 1, 1]).part_of_top(0.01), 0.8);
    }

    #[test]
    fn the_largest_amounts_do_not_overflow() {
        let huge = of(&[i64::MAX; 1000]);
        assert_eq!(huge.part_of_top(1.0), 1.0);
        assert_eq!(huge.gini(), 0.0);
    }
}
