//! Do groups stay equally long?

use statrs::function::gamma::checked_gamma_ur;

use super::Lifetimes;
use crate::cholesky::Cholesky;

/// The log-rank test of two or more groups.
#[derive(Debug, Clone, PartialEq)]
pub struct LogRank {
    /// The statistic, chi-squared if all groups stay equally long.
    pub chi_squared: f64,
    /// Groups − 1.
    pub degrees_of_freedom: usize,
    /// P(a statistic this large or larger).
    pub p: f64,
    /// Events seen in each group.
    pub observed: Vec<f64>,
    /// Events expected in each, were they all alike.
    pub expected: Vec<f64>,
}

/// The log-rank test (Mantel, Cancer Chemotherapy Reports 50, 1966): at each age
/// with d events among n at risk, group g with nᵍ at risk expects d·nᵍ/n, with
/// the hypergeometric covariance of the counts; all ages weigh alike.
///
/// `None` with fewer than two groups of anybody, or where nothing can be
/// compared (no events, or never two groups at risk together). Groups without
/// anybody are left out of the degrees of freedom.
#[must_use]
pub fn log_rank(groups: &[Lifetimes]) -> Option<LogRank> {
    let present: Vec<usize> = (0..groups.len()).filter(|&g| groups[g].n() > 0).collect();
    let k = present.len();
    if k < 2 {
        return None;
    }
    let mut at_risk: Vec<u64> = present.iter().map(|&g| groups[g].n()).collect();
    let mut everyone = Lifetimes::default();
    let mut exits: Vec<_> = present.iter().map(|&g| groups[g].by_age().peekable()).collect();
    for &g in &present {
        everyone.merge(&groups[g]);
    }
    let mut observed = vec![0.0; groups.len()];
    let mut expected = vec![0.0; groups.len()];
    // The counts of all groups but the last; the last follows from the sum.
    let free = k - 1;
    let mut covariance = vec![0.0; free * free];
    for (age, all) in everyone.by_age() {
        let n = at_risk.iter().sum::<u64>() as f64;
        let d = all.events as f64;
        // Those at risk leave the last age as the only ones: no variance.
        let spread = if n > 1.0 { d * (n - d) / (n - 1.0) } else { 0.0 };
        for row in 0..k {
            let share = at_risk[row] as f64 / n;
            expected[present[row]] += d * share;
            for column in 0..free.min(row + 1) {
                if row < free {
                    let same = if row == column { share } else { 0.0 };
                    covariance[row * free + column] +=
                        spread * (same - share * (at_risk[column] as f64 / n));
                }
            }
        }
        for (row, exits) in exits.iter_mut().enumerate() {
            if let Some((_, left)) = exits.next_if(|&(at, _)| at == age) {
                observed[present[row]] += left.events as f64;
                at_risk[row] -= left.events + left.censored;
            }
        }
    }
    let surplus: Vec<f64> = present[..free].iter().map(|&g| observed[g] - expected[g]).collect();
    let solved = Cholesky::of(&covariance, free).ok()?.solve(&surplus);
    let chi_squared: f64 = surplus.iter().zip(&solved).map(|(a, b)| a * b).sum();
    // The regularised gamma function is not defined at zero, where p is 1.
    let p = checked_gamma_ur(free as f64 / 2.0, chi_squared / 2.0).unwrap_or(1.0);
    Some(LogRank { chi_squared, degrees_of_freedom: free, p, observed, expected })
}
