//! How long to wait before the next try.

use chrono::TimeDelta;

/// The first wait; each next one is twice as long.
const FIRST: TimeDelta = TimeDelta::seconds(5);
/// No wait is longer.
const LONGEST: TimeDelta = TimeDelta::hours(6);

/// The wait after the `attempts`-th try has failed (1, 2, …).
pub(super) fn after(attempts: u32) -> TimeDelta {
    let doublings = attempts.saturating_sub(1).min(20);
    (FIRST * 2_i32.pow(doublings)).min(LONGEST)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_wait_is_twice_the_last_up_to_the_longest() {
        assert_eq!(after(1), TimeDelta::seconds(5));
        assert_eq!(after(2), TimeDelta::seconds(10));
        assert_eq!(after(4), TimeDelta::seconds(40));
        assert_eq!(after(30), LONGEST);
        assert_eq!(after(u32::MAX), LONGEST);
    }
}
