//! Decimal numbers as people type them.

/// A number in units of so many decimals: digits, and after a point or comma
/// at most as many more. None for anything that could be read in two ways.
#[must_use]
pub fn decimal(text: &str, decimals: u32) -> Option<i64> {
    let text: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let (sign, digits) = match text.strip_prefix('-') {
        Some(digits) => (-1, digits),
        None => (1, text.as_str()),
    };
    let (whole, part) = digits.split_once(['.', ',']).unwrap_or((digits, ""));
    let decimals = decimals as usize;
    let only_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() || !only_digits(whole) || !only_digits(part) || part.len() > decimals {
        return None;
    }
    let units: i64 = format!("{whole}{part:0<decimals$}").parse().ok()?;
    Some(sign * units)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_can_be_read_in_one_way_is_read() {
        let read = ["12", "12.", "1 2,5", "-0.0625"].map(|text| decimal(text, 4));
        assert_eq!(read, [Some(120_000), Some(120_000), Some(125_000), Some(-625)]);
        assert_eq!((decimal("7", 0), decimal("7.0", 0)), (Some(7), None));
    }

    #[test]
    fn what_can_be_read_in_two_ways_is_not() {
        for text in ["", "-", ".5", "1,234", "1.2.3", "+1", "١٢", "99999999999999999999"] {
            assert_eq!(decimal(text, 2), None, "{text}");
        }
    }
}
