//! Many tests at once.

/// The p of each test adjusted by Benjamini & Hochberg's step-up procedure
/// ("Controlling the False Discovery Rate", JRSS B 57, 1995): rejecting where
/// the adjusted p is at most q keeps the expected share of false discoveries
/// at or below q.
///
/// The adjusted p keep the order of `p`, lie between it and 1, and grow with
/// it. A p that is not a number is left so, and is not counted as a test.
#[must_use]
pub fn benjamini_hochberg(p: &[f64]) -> Vec<f64> {
    let mut order: Vec<usize> = (0..p.len()).filter(|&i| !p[i].is_nan()).collect();
    order.sort_by(|&a, &b| p[a].total_cmp(&p[b]));
    let tests = order.len() as f64;
    let mut adjusted = p.to_vec();
    let mut least = 1.0_f64;
    for (rank, &i) in order.iter().enumerate().rev() {
        least = least.min(p[i] * tests / (rank + 1) as f64);
        adjusted[i] = least;
    }
    adjusted
}

#[cfg(test)]
#[expect(clippy::float_cmp, reason = "the exact value is meant")]
mod tests {
    use super::*;

    /// The fifteen p of the paper's section 4.1 (thrombolysis after infarction).
    const PAPER: [f64; 15] = [
        0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262,
        0.5719, 0.6528, 0.7590, 1.0,
    ];

    #[test]
    fn the_papers_example_rejects_four_at_five_percent() {
        let adjusted = benjamini_hochberg(&PAPER);
        assert_eq!(adjusted.iter().filter(|&&p| p <= 0.05).count(), 4);
        assert!((adjusted[3] - 0.0095 * 15.0 / 4.0).abs() < 1e-12);
    }

    #[test]
    fn adjusted_p_grow_with_p_and_stay_between_p_and_one() {
        let adjusted = benjamini_hochberg(&PAPER);
        assert!(adjusted.is_sorted());
        assert!(adjusted.iter().zip(&PAPER).all(|(a, p)| a >= p && *a <= 1.0));
    }

    #[test]
    fn the_order_of_the_tests_does_not_matter() {
        let reversed: Vec<f64> = PAPER.iter().rev().copied().collect();
        let mut adjusted = benjamini_hochberg(&reversed);
        adjusted.reverse();
        assert_eq!(adjusted, benjamini_hochberg(&PAPER));
    }

    #[test]
    fn a_p_that_is_no_number_is_no_test() {
        let adjusted = benjamini_hochberg(&[0.02, f64::NAN, 0.04]);
        assert_eq!(adjusted[0], 0.04);
        assert!(adjusted[1].is_nan());
        assert!(benjamini_hochberg(&[]).is_empty());
    }
}
