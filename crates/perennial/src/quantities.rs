//! Quantities as people type them: `40%`, `12m`, `365d`, `2GiB`.

use std::fmt;
use std::str::FromStr;

use kernel::{Day, Period};
use measure::ledger::Storage;
use review::PeriodChoice;

/// Why a text is not what an option takes.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum QuantityError {
    /// No share.
    #[error("\"{0}\" is not a share; write 25%")]
    Share(String),
    /// A share below or above what a share can be.
    #[error("\"{0}\" is not above 0% and at most 100%; write 25%")]
    ShareRange(String),
    /// A share that should leave something.
    #[error("\"{0}\" leaves nothing; stay below 100%")]
    WholeShare(String),
    /// No span of months.
    #[error("\"{0}\" is not a span of months up to 100 years; write 12m or 2y")]
    Months(String),
    /// No span of days.
    #[error("\"{0}\" is not a span of days up to 100 years; write 365d or 52w")]
    Days(String),
    /// No amount of memory.
    #[error("\"{0}\" is not an amount of memory; write 2GiB or 500MiB")]
    Memory(String),
    /// Less memory than is enough to work in.
    #[error("\"{0}\" is too little memory; the least is {least}", least = Memory::LEAST)]
    TooLittleMemory(String),
    /// No period.
    #[error("\"{0}\" is not a period; write year, quarter, month or 2025-01-01..2026-01-01")]
    Period(String),
    /// A period that ends before it begins.
    #[error("\"{0}\" ends before it begins; write 2025-01-01..2026-01-01")]
    EmptyPeriod(String),
}

/// A share of a whole: `25%`, `0.25` and `25 %` are the same.
pub fn share(text: &str) -> Result<f64, QuantityError> {
    let wrong = || QuantityError::Share(text.to_owned());
    let (number, unit) = split(text);
    let value: f64 = number.parse().map_err(|_| wrong())?;
    let share = match unit {
        "%" => value / 100.0,
        "" => value,
        _ => return Err(wrong()),
    };
    if share > 0.0 && share <= 1.0 {
        Ok(share)
    } else {
        Err(QuantityError::ShareRange(text.to_owned()))
    }
}

/// A share that leaves something: above 0 %, below 100 %.
pub fn part(text: &str) -> Result<f64, QuantityError> {
    share(text).and_then(|part| {
        if part < 1.0 { Ok(part) } else { Err(QuantityError::WholeShare(text.to_owned())) }
    })
}

/// A span of months: `12m` or `2y`, at most 100 years.
pub fn months(text: &str) -> Result<u32, QuantityError> {
    let wrong = || QuantityError::Months(text.to_owned());
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
pub fn days(text: &str) -> Result<u32, QuantityError> {
    let wrong = || QuantityError::Days(text.to_owned());
    let (number, unit) = split(text);
    let value: u32 = number.parse().map_err(|_| wrong())?;
    let days = match unit {
        "d" | "" => value,
        "w" => value.saturating_mul(7),
        _ => return Err(wrong()),
    };
    if (1..=36_525).contains(&days) { Ok(days) } else { Err(wrong()) }
}

/// A period: `year`, `quarter`, `month`, or its first day and the day after
/// its last, as `2025-01-01..2026-01-01`.
pub fn period(text: &str) -> Result<PeriodChoice, QuantityError> {
    match text {
        "year" => Ok(PeriodChoice::Year),
        "quarter" => Ok(PeriodChoice::Quarter),
        "month" => Ok(PeriodChoice::Month),
        _ => {
            let wrong = || QuantityError::Period(text.to_owned());
            let (from, to) = text.split_once("..").ok_or_else(wrong)?;
            let day = |text: &str| text.parse::<Day>().map_err(|_| wrong());
            Period::new(day(from)?, day(to)?)
                .map(PeriodChoice::Days)
                .map_err(|_| QuantityError::EmptyPeriod(text.to_owned()))
        }
    }
}

/// An amount of memory to work in: `2GiB`, `1500MB`, `800M`; at least 64 MiB.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Memory {
    bytes: u64,
}

impl Memory {
    /// The least that is enough to work in.
    pub const LEAST: Self = Self { bytes: 64 << 20 };

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
    type Err = QuantityError;

    fn from_str(text: &str) -> Result<Self, QuantityError> {
        let wrong = || QuantityError::Memory(text.to_owned());
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
            Err(QuantityError::TooLittleMemory(text.to_owned()))
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

    fn memory(text: &str) -> Result<u64, QuantityError> {
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
        assert_eq!(memory("2"), Err(QuantityError::Memory("2".to_owned())));
    }

    #[test]
    fn what_is_outside_the_range_is_told_the_range() {
        assert_eq!(share("-5%"), Err(QuantityError::ShareRange("-5%".to_owned())));
        for text in ["64MB", "1KiB", "-2GiB", "20kb", "7 B"] {
            assert_eq!(memory(text), Err(QuantityError::TooLittleMemory(text.to_owned())));
        }
        assert_eq!(memory("64MiB"), Ok(64 << 20));
        assert!(memory("67.2MB").is_ok());
    }

    #[test]
    fn a_period_can_be_spelled_out() {
        assert_eq!(period("quarter"), Ok(PeriodChoice::Quarter));
        let spelled = period("2025-01-01..2026-01-01");
        assert!(matches!(spelled, Ok(PeriodChoice::Days(days)) if days.days() == 365));
        let empty = "2025-01-01..2025-01-01";
        assert_eq!(period(empty), Err(QuantityError::EmptyPeriod(empty.to_owned())));
        assert_eq!(period("fortnight"), Err(QuantityError::Period("fortnight".to_owned())));
    }
}
