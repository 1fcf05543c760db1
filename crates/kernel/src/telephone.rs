//! Telephone numbers, as people write them.

/// A number of fewer digits nobody can call.
const FEWEST_DIGITS: usize = 3;

/// Whether a text has digits enough for a telephone number, words beside them or not:
/// "112, ask for Ani" does.
#[must_use]
pub fn can_be_called(text: &str) -> bool {
    text.chars().filter(|letter| letter.is_numeric()).nth(FEWEST_DIGITS - 1).is_some()
}

#[cfg(test)]
mod tests {
    use super::can_be_called;

    #[test]
    fn three_digits_are_enough() {
        assert!(can_be_called("112, ask for Ani") && can_be_called("٠٦٩١"));
        assert!(!can_be_called("ask for Ani, room 12") && !can_be_called(""));
    }
}
