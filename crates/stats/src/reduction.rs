//! Sums over many observations by several threads.
//!
//! Floating-point addition is not associative, so a sum that workers add to as
//! they come differs in its last digits from run to run. Here what is summed is
//! cut into parts of fixed size, each part is summed by itself, and the sums of
//! the parts are added in the order of the parts: the same digits come out on
//! any number of threads.

use rayon::prelude::*;

/// What sums of parts are added up in.
pub(crate) trait Sum: Send {
    /// The sum of nothing.
    fn zero() -> Self;

    /// Adds the sum of the next part.
    fn merge(&mut self, part: Self);
}

/// Adds to `start` all `parts` in their order, each of which `add` adds to a
/// sum of its own. The parts must not depend on the number of threads: chunks
/// of a fixed length.
pub(crate) fn ordered_sum<P, S: Sum>(
    start: S,
    parts: impl IndexedParallelIterator<Item = P>,
    add: impl Fn(&mut S, P) + Send + Sync,
) -> S {
    let sums: Vec<S> = parts
        .map(|part| {
            let mut sum = S::zero();
            add(&mut sum, part);
            sum
        })
        .collect();
    sums.into_iter().fold(start, |mut all, sum| {
        all.merge(sum);
        all
    })
}

impl Sum for f64 {
    fn zero() -> Self {
        0.0
    }

    fn merge(&mut self, part: Self) {
        *self += part;
    }
}

impl<const N: usize> Sum for [f64; N] {
    fn zero() -> Self {
        [0.0; N]
    }

    fn merge(&mut self, part: Self) {
        for (sum, term) in self.iter_mut().zip(part) {
            *sum += term;
        }
    }
}

#[cfg(test)]
#[expect(clippy::float_cmp, reason = "the exact value is meant")]
mod tests {
    use super::*;

    #[test]
    fn the_sum_is_the_same_to_the_last_digit_on_any_number_of_threads() {
        let terms: Vec<f64> = (1..100_000).map(|i| 1.0 / f64::from(i)).collect();
        let on = |threads: usize| {
            let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
            pool.install(|| {
                ordered_sum(0.0, terms.par_chunks(64), |sum, chunk| {
                    *sum += chunk.iter().sum::<f64>();
                })
            })
        };
        let in_order = terms.chunks(64).map(|chunk| chunk.iter().sum::<f64>()).sum::<f64>();
        for threads in [1, 2, 7] {
            assert_eq!(on(threads), in_order);
        }
    }

    #[test]
    fn parts_are_added_to_what_there_is() {
        let pairs = [[1.0, 10.0], [2.0, 20.0], [3.0, 30.0]];
        let sum = ordered_sum([0.5, 5.0], pairs.par_iter(), |sum, pair| *sum = *pair);
        assert_eq!(sum, [6.5, 65.0]);
        assert_eq!(ordered_sum([0.5], [[0.0]; 0].par_iter(), |sum, part| *sum = *part), [0.5]);
    }
}
