//! The day on which a probability of being alive falls below a level.

use super::LONGEST_SILENCE;

/// The fewest days of silence at which `p_alive`, which falls with silence, is
/// below `level`. Brackets it, then closes in by the Illinois variant of false
/// position on the log odds over log silence, which is nearly straight there.
pub(super) fn until_below(level: f64, p_alive: impl Fn(u32) -> f64) -> Option<u32> {
    let height = |silence: u32| {
        let p = p_alive(silence);
        let odds = |p: f64| (p / (1.0 - p)).clamp(1e-300, 1e300).ln();
        (p >= level, odds(p) - odds(level))
    };
    let (above, mut high_at_low) = height(0);
    if !above {
        return Some(0);
    }
    let (mut low, mut high) = (0, 64);
    let mut high_at_high;
    loop {
        let (above, height) = height(high);
        high_at_high = height;
        if !above {
            break;
        }
        if high == LONGEST_SILENCE {
            return None;
        }
        (low, high_at_low) = (high, height);
        high = high.saturating_mul(4).min(LONGEST_SILENCE);
    }
    let mut same_side = 0i32;
    while high - low > 1 {
        let (from, to) = (f64::from(low).ln_1p(), f64::from(high).ln_1p());
        let share = (high_at_low / (high_at_low - high_at_high)).clamp(0.0, 1.0);
        let guess = (from + share * (to - from)).exp_m1();
        // False position may creep along one end: halve where it does.
        let middle = if same_side.abs() > 3 || !guess.is_finite() {
            low + (high - low) / 2
        } else {
            guess as u32
        };
        let middle = middle.clamp(low + 1, high - 1);
        let (above, height) = height(middle);
        if above {
            (low, high_at_low) = (middle, height);
            same_side = same_side.max(0) + 1;
            if same_side > 1 {
                high_at_high *= 0.5;
            }
        } else {
            (high, high_at_high) = (middle, height);
            same_side = same_side.min(0) - 1;
            if same_side < -1 {
                high_at_low *= 0.5;
            }
        }
    }
    Some(high)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_day_below_the_level_is_found() {
        for limit in [0, 1, 2, 63, 64, 65, 1000, 123_456, LONGEST_SILENCE] {
            let p_alive = |silence: u32| if silence < limit { 0.8 } else { 0.3 };
            assert_eq!(until_below(0.5, p_alive), Some(limit));
        }
    }

    #[test]
    fn the_first_day_below_the_level_of_a_slow_fall_is_found() {
        for limit in [1, 2, 63, 64, 65, 1000, 123_456] {
            let falling =
                |silence: u32| 1.0 / (1.0 + (f64::from(silence) / f64::from(limit)).powi(3));
            let found = until_below(0.4, falling).expect("it falls to nothing");
            assert!(falling(found) < 0.4 && falling(found - 1) >= 0.4);
        }
    }

    #[test]
    fn a_probability_that_never_falls_has_no_such_day() {
        assert_eq!(until_below(0.5, |_| 1.0), None);
        assert_eq!(until_below(0.5, |_| 0.0), Some(0));
    }

    #[test]
    fn few_looks_are_enough() {
        let looks = std::cell::Cell::new(0);
        let found = until_below(0.5, |silence| {
            looks.set(looks.get() + 1);
            1.0 / (1.0 + 0.3 * ((30.0 + f64::from(silence)) / 30.0).powf(1.7))
        });
        assert_eq!(found, Some(31));
        assert!(looks.get() <= 10, "{}", looks.get());
    }
}
