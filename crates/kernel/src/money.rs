//! Money: whole minor units of one currency.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// An ISO 4217 currency code. [`Currency::NONE`] (`XXX`, "no currency") stands
/// where the orders do not say in what they were paid.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Currency([u8; 3]);

/// Why a text is not a currency or an amount.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum MoneyError {
    /// Not three letters.
    #[error("\"{0}\" is not a currency code; write three letters, as in EUR")]
    Currency(String),
}

impl Currency {
    /// `XXX`: amounts without a known currency, with two decimals.
    pub const NONE: Currency = Currency(*b"XXX");

    /// The three letters.
    #[must_use]
    pub fn code(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or("XXX")
    }

    /// Whether the currency is known.
    #[must_use]
    pub fn is_known(self) -> bool {
        self != Self::NONE
    }

    /// How many decimals its minor unit has (ISO 4217).
    #[must_use]
    pub fn decimals(self) -> u32 {
        match &self.0 {
            b"BIF" | b"CLP" | b"DJF" | b"GNF" | b"ISK" | b"JPY" | b"KMF" | b"KRW" | b"PYG"
            | b"RWF" | b"UGX" | b"UYI" | b"VND" | b"VUV" | b"XAF" | b"XOF" | b"XPF" => 0,
            b"BHD" | b"IQD" | b"JOD" | b"KWD" | b"LYD" | b"OMR" | b"TND" => 3,
            b"CLF" | b"UYW" => 4,
            _ => 2,
        }
    }

    /// Minor units in one major unit: 100 for most, 1 for yen.
    #[must_use]
    pub fn minor_per_major(self) -> i64 {
        10_i64.pow(self.decimals())
    }
}

impl FromStr for Currency {
    type Err = MoneyError;

    fn from_str(text: &str) -> Result<Self, MoneyError> {
        let code = text.trim().to_ascii_uppercase();
        match <[u8; 3]>::try_from(code.as_bytes()) {
            Ok(letters) if letters.iter().all(u8::is_ascii_uppercase) => Ok(Self(letters)),
            _ => Err(MoneyError::Currency(text.to_owned())),
        }
    }
}

impl fmt::Display for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl Serialize for Currency {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.is_known() {
            serializer.serialize_str(self.code())
        } else {
            serializer.serialize_none()
        }
    }
}

impl<'de> Deserialize<'de> for Currency {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let code = Option::<String>::deserialize(deserializer)?;
        code.map_or(Ok(Self::NONE), |code| code.parse().map_err(serde::de::Error::custom))
    }
}

/// An amount of money. Shown and serialized as a decimal string in major
/// units, such as `-12.50`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Money {
    /// Whole minor units (cents); may be negative.
    pub minor: i64,
    /// What they are units of.
    pub currency: Currency,
}

impl Money {
    /// `minor` minor units of `currency`.
    #[must_use]
    pub fn new(minor: i64, currency: Currency) -> Self {
        Self { minor, currency }
    }

    /// The amount nearest to `major` major units, halves away from zero;
    /// saturates at the ends of `i64`, and takes what is not a number as 0.
    #[must_use]
    pub fn from_major(major: f64, currency: Currency) -> Self {
        Self::new((major * currency.minor_per_major() as f64).round() as i64, currency)
    }

    /// The least amount in another currency that has as many major units: 5 yen
    /// for 4.50 euros. Nothing is changed at a rate.
    #[must_use]
    pub fn as_many_in(self, currency: Currency) -> Self {
        let [of, to] =
            [self.currency, currency].map(|currency| i128::from(currency.minor_per_major()));
        let least = (i128::from(self.minor) * to + of - 1).div_euclid(of);
        Self::new(i64::try_from(least).unwrap_or(i64::MAX), currency)
    }

    /// The amount in major units, for arithmetic that is not bookkeeping.
    #[must_use]
    pub fn major(self) -> f64 {
        self.minor as f64 / self.currency.minor_per_major() as f64
    }
}

impl fmt::Display for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let unit = self.currency.minor_per_major().unsigned_abs();
        let sign = if self.minor < 0 { "-" } else { "" };
        let minor = self.minor.unsigned_abs();
        write!(f, "{sign}{}", minor / unit)?;
        match self.currency.decimals() as usize {
            0 => Ok(()),
            width => write!(f, ".{:0width$}", minor % unit),
        }
    }
}

impl Serialize for Money {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn money_is_written_in_major_units() {
        let eur: Currency = "eur".parse().unwrap();
        assert_eq!(Money::new(-5, eur).to_string(), "-0.05");
        assert_eq!(Money::new(i64::MIN, eur).to_string(), "-92233720368547758.08");
        assert_eq!(Money::new(1200, "JPY".parse().unwrap()).to_string(), "1200");
        assert_eq!(Money::new(1200, "KWD".parse().unwrap()).to_string(), "1.200");
        assert_eq!(Money::from_major(0.125, eur).minor, 13);
    }

    #[test]
    fn an_amount_is_as_many_units_of_another_currency() {
        for (minor, of, to, expected) in [
            (100_050, "XXX", "EUR", 100_050),
            (100_050, "XXX", "JPY", 1_001),
            (100_000, "XXX", "JPY", 1_000),
            (1_000, "JPY", "EUR", 100_000),
            (100_050, "XXX", "KWD", 1_000_500),
            (i64::MAX, "XXX", "KWD", i64::MAX),
        ] {
            let to = to.parse().unwrap();
            let as_many = Money::new(minor, of.parse().unwrap()).as_many_in(to);
            assert_eq!(as_many, Money::new(expected, to), "{minor} {of}");
        }
    }

    #[test]
    fn a_currency_is_three_letters() {
        for text in ["", "EURO", "E1R", "€"] {
            assert!(text.parse::<Currency>().is_err(), "{text}");
        }
    }
}
