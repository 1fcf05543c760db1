//! Decimal numbers as people type them.

/// A number in units of so many decimals: digits, and after a point or comma
/// at most as many more. None for anything that could be read in two ways:
/// `1,234` may be a thousand and more. `1.234` is not that, for so we write
/// numbers ourselves.
#[must_use]
pub fn decimal(text: &str, decimals: u32) -> Option<i64> {
    let text: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let (sign, digits) = match text.strip_prefix('-') {
        Some(digits) => (-1, digits),
        None => (1, text.as_str()),
    };
    let (whole, part) = digits.split_once(['.', ',']).unwrap_or((digits, ""));
    let may_be_thousands = digits.contains(',')
        && part.len() == 3
        && (1..=3).contains(&whole.len())
        && !whole.starts_with('0');
    if may_be_thousands {
        return None;
    }
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
        let read = ["1.234", "0,125", "1234,567", "1,2340"].map(|text| decimal(text, 4));
        assert_eq!(read, [Some(12_340), Some(1_250), Some(12_345_670), Some(12_340)]);
        assert_eq!((decimal("7", 0), decimal("7.0", 0)), (Some(7), None));
    }

    #[test]
    fn what_can_be_read_in_two_ways_is_not() {
        for text in ["", "-", ".5", "1,234", "1.2.3", "+1", "١٢", "99999999999999999999"] {
            assert_eq!(decimal(text, 2), None, "{text}");
        }
        for text in ["1,234", "-12,345", "999,000"] {
            assert_eq!(decimal(text, 4), None, "{text}");
        }
    }
}
