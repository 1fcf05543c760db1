//! The five languages of the house.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A language the product speaks in full.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Language {
    /// English.
    #[default]
    English,
    /// Russian.
    Russian,
    /// Romanian.
    Romanian,
    /// Greek.
    Greek,
    /// Armenian.
    Armenian,
}

/// A language code the product does not speak.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("\"{0}\" is not one of en, ru, ro, el, hy")]
pub struct UnknownLanguage(pub String);

impl Language {
    /// All of them, English first.
    pub const ALL: [Language; 5] =
        [Self::English, Self::Russian, Self::Romanian, Self::Greek, Self::Armenian];

    /// Its BCP 47 code.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::Russian => "ru",
            Self::Romanian => "ro",
            Self::Greek => "el",
            Self::Armenian => "hy",
        }
    }

    /// Its name in itself.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::English => "English",
            Self::Russian => "Русский",
            Self::Romanian => "Română",
            Self::Greek => "Ελληνικά",
            Self::Armenian => "Հայերեն",
        }
    }
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl FromStr for Language {
    type Err = UnknownLanguage;

    /// Reads `ru`, `ru-RU` or `ru_RU.UTF-8`.
    fn from_str(text: &str) -> Result<Self, UnknownLanguage> {
        let code = text.split(['-', '_', '.']).next().unwrap_or_default().to_ascii_lowercase();
        Self::ALL
            .into_iter()
            .find(|language| language.code() == code)
            .ok_or_else(|| UnknownLanguage(text.to_owned()))
    }
}

impl Serialize for Language {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.code())
    }
}

impl<'de> Deserialize<'de> for Language {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let code = String::deserialize(deserializer)?;
        code.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn locales_of_a_machine_are_understood() {
        assert_eq!("hy_AM.UTF-8".parse(), Ok(Language::Armenian));
        assert_eq!("el-GR".parse(), Ok(Language::Greek));
        assert!("de".parse::<Language>().is_err());
    }
}
