//! Quantities as people type them: `40%`, `12m`, `365d`, `2GiB`.

use std::fmt;
use std::str::FromStr;

use measure::ledger::Storage;

/// A share of a whole: `25%`, `0.25` and `25 %` are the same.
pub fn share(text: &str) -> Result<f64, String> {
    let (number, unit) = split(text);
    let value: f64 = number.parse().map_err(|_| format!("\"{text}\" is not a share; write 25%"))?;
    let share = match unit {
        "%" => value / 100.0,
        "" => value,
        _ => return Err(format!("\"{text}\" is not a share; write 25%")),
    };
    if share > 0.0 && share <= 1.0 {
        Ok(share)
    } else {
        Err(format!("\"{text}\" is not above 0% and at most 100%; write 25%"))
    }
}

/// A share that leaves something: above 0 %, below 100 %.
pub fn part(text: &str) -> Result<f64, String> {
    share(text).and_then(|part| {
        if part < 1.0 {
            Ok(part)
        } else {
            Err(format!("\"{text}\" leaves nothing; stay below 100%"))
        }
    })
}

/// A span of months: `12m` or `2y`, at most 100 years.
pub fn months(text: &str) -> Result<u32, String> {
    let wrong = || format!("\"{text}\" is not a span of months; write 12m or 2y");
    let (number, unit) = split(text);
    let value: u32 = number.parse().map_err(|_| wrong())?;
    let months = match unit {
        "m" => value,
        "y" => value.saturating_mul(12),
        _ => return Err(wrong()),
    };
    if (1..=1_200).contains(&months) { Ok(months) } else { Err(wrong()) }
}

/// A span of days: `365d` or `52w`, at most 100 years.
pub fn days(text: &str) -> Result<u32, String> {
    let wrong = || format!("\"{text}\" is not a span of days; write 365d or 52w");
    let (number, unit) = split(text);
    let value: u32 = number.parse().map_err(|_| wrong())?;
    let days = match unit {
        "d" | "" => value,
        "w" => value.saturating_mul(7),
        _ => return Err(wrong()),
    };
    if (1..=36_525).contains(&days) { Ok(days) } else { Err(wrong()) }
}

/// An amount of memory to work in: `2GiB`, `1500MB`, `800M`; at least 64 MiB.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Memory {
    bytes: u64,
}

impl Memory {
    /// The least that is enough to work in.
    const LEAST: Self = Self { bytes: 64 << 20 };

    /// In bytes.
    pub fn bytes(self) -> u64 {
        self.bytes
    }
}

impl Default for Memory {
    fn default() -> Self {
        Self { bytes: Storage::DEFAULT_MEMORY }
    }
}

impl fmt::Display for Memory {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mebibytes = self.bytes >> 20;
        if mebibytes.is_multiple_of(1 << 10) {
            write!(f, "{}GiB", mebibytes >> 10)
        } else {
            write!(f, "{mebibytes}MiB")
        }
    }
}

impl FromStr for Memory {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let wrong = || format!("\"{text}\" is not an amount of memory; write 2GiB or 500MiB");
        let (number, unit) = split(text);
        let value: f64 = number.parse().map_err(|_| wrong())?;
        let unit = match unit.to_ascii_lowercase().as_str() {
            "b" => 1.0,
            "kib" | "k" => f64::from(1 << 10),
            "kb" => 1e3,
            "mib" | "m" => f64::from(1 << 20),
            "gib" | "g" => f64::from(1 << 30),
            "mb" => 1e6,
            "gb" => 1e9,
            _ => return Err(wrong()),
        };
        let bytes = value * unit;
        if bytes >= 1e18 {
            Err(wrong())
        } else if bytes < Self::LEAST.bytes as f64 {
            Err(format!("\"{text}\" is too little; the least is {} (67.2MB)", Self::LEAST))
        } else {
            Ok(Self { bytes: bytes as u64 })
        }
    }
}

/// Number and unit, without the space between them.
fn split(text: &str) -> (&str, &str) {
    let text = text.trim();
    let digits = text.strip_prefix('-').unwrap_or(text);
    let sign = text.len() - digits.len();
    let end = digits.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(digits.len());
    let end = sign + end;
    (&text[..end], text[end..].trim())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn memory(text: &str) -> Result<u64, String> {
        text.parse().map(Memory::bytes)
    }

    #[test]
    fn quantities_are_read_as_people_type_them() {
        assert_eq!(share("40%"), Ok(0.4));
        assert_eq!(share("0.4"), Ok(0.4));
        assert_eq!(part("25 %"), Ok(0.25));
        assert_eq!(months("12m"), Ok(12));
        assert_eq!(months("2y"), Ok(24));
        assert_eq!(days("52w"), Ok(364));
        assert_eq!(memory("2GiB"), Ok(2 << 30));
        assert_eq!(memory("1500 MB"), Ok(1_500_000_000));
        assert_eq!(memory(&Memory::default().to_string()), Ok(Storage::DEFAULT_MEMORY));
        assert_eq!(Memory::LEAST.to_string(), "64MiB");
    }

    #[test]
    fn what_cannot_be_meant_is_refused() {
        for text in ["", "40 apples", "-3%", "0%", "140%", "NaN", "%"] {
            assert!(share(text).is_err(), "{text}");
        }
        assert!(part("100%").is_err());
        assert!(months("0m").is_err() && months("12").is_err() && months("9999999999m").is_err());
        assert!(days("0d").is_err() && days("4294967295w").is_err());
        assert!(memory("1KiB").is_err() && memory("2").is_err());
    }

    #[test]
    fn what_is_outside_the_range_is_told_the_range() {
        assert!(share("-5%").unwrap_err().contains("above 0% and at most 100%"));
        assert!(memory("64MB").unwrap_err().contains("the least is 64MiB"));
        assert!(memory("-2GiB").unwrap_err().contains("the least is 64MiB"));
        assert_eq!(memory("64MiB"), Ok(64 << 20));
        assert!(memory("67.2MB").is_ok());
    }
}
