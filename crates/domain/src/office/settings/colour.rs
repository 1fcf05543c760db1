//! A colour that letters can have and stand on.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// A colour of the screen (sRGB).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct Colour([u8; 3]);

/// A text that is no colour.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("\"{0}\" is not a colour: write it as #0f665a")]
pub struct NotAColour(String);

impl Colour {
    /// White.
    pub const WHITE: Colour = Colour([255; 3]);
    /// Black.
    pub const BLACK: Colour = Colour([0; 3]);

    /// How much two colours stand out from one another, 1 to 21 (WCAG 2.2,
    /// contrast ratio).
    #[must_use]
    pub fn contrast_with(self, other: Colour) -> f64 {
        let (one, other) = (self.luminance(), other.luminance());
        (one.max(other) + 0.05) / (one.min(other) + 0.05)
    }

    /// With `percent` of another colour mixed in.
    #[must_use]
    pub fn mixed_with(self, other: Colour, percent: u32) -> Colour {
        let percent = percent.min(100);
        let mix = |k: usize| {
            let sum = u32::from(self.0[k]) * (100 - percent) + u32::from(other.0[k]) * percent;
            // A mean of two bytes is a byte.
            u8::try_from((sum + 50) / 100).unwrap_or(u8::MAX)
        };
        Colour([mix(0), mix(1), mix(2)])
    }

    /// This colour, or the nearest one towards `pole` that has `least` contrast
    /// with every ground.
    #[must_use]
    pub fn readable_on(self, grounds: &[Colour], pole: Colour, least: f64) -> Colour {
        let reads =
            |colour: &Colour| grounds.iter().all(|ground| colour.contrast_with(*ground) >= least);
        (0..100).map(|percent| self.mixed_with(pole, percent)).find(reads).unwrap_or(pole)
    }

    /// Relative luminance, 0 to 1 (WCAG 2.2).
    fn luminance(self) -> f64 {
        let linear = |channel: u8| {
            let c = f64::from(channel) / 255.0;
            if c <= 0.04045 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) }
        };
        let [red, green, blue] = self.0.map(linear);
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    }
}

impl FromStr for Colour {
    type Err = NotAColour;

    fn from_str(text: &str) -> Result<Self, NotAColour> {
        let refused = || NotAColour(text.trim().to_owned());
        let digits = text.trim().strip_prefix('#').ok_or_else(refused)?;
        if digits.len() != 6 || !digits.bytes().all(|digit| digit.is_ascii_hexdigit()) {
            return Err(refused());
        }
        let channel = |k: usize| u8::from_str_radix(&digits[k..k + 2], 16).map_err(|_| refused());
        Ok(Colour([channel(0)?, channel(2)?, channel(4)?]))
    }
}

impl fmt::Display for Colour {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [red, green, blue] = self.0;
        write!(f, "#{red:02x}{green:02x}{blue:02x}")
    }
}

impl From<Colour> for String {
    fn from(colour: Colour) -> Self {
        colour.to_string()
    }
}

impl TryFrom<String> for Colour {
    type Error = NotAColour;

    fn try_from(text: String) -> Result<Self, NotAColour> {
        text.parse()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn contrast_is_that_of_the_guidelines() {
        let grey: Colour = "#767676".parse().unwrap();
        assert!((Colour::BLACK.contrast_with(Colour::WHITE) - 21.0).abs() < 1e-9);
        assert!((grey.contrast_with(Colour::WHITE) - 4.54).abs() < 0.01);
    }

    #[test]
    fn a_pale_colour_is_made_readable_without_losing_its_hue() {
        let yellow: Colour = "#ffd400".parse().unwrap();
        let readable = yellow.readable_on(&[Colour::WHITE], Colour::BLACK, 4.5);
        assert!(readable.contrast_with(Colour::WHITE) >= 4.5);
        let [red, green, blue] = readable.0;
        assert!(red > green && green > blue);
        assert_eq!(readable.readable_on(&[Colour::WHITE], Colour::BLACK, 4.5), readable);
    }

    #[test]
    fn only_six_digits_are_a_colour() {
        for text in ["", "red", "#fff", "0f665a", "#0f665g", "#éééé", "#+1+2+3"] {
            assert!(text.parse::<Colour>().is_err(), "{text}");
        }
        assert_eq!(" #0F665A ".parse::<Colour>().unwrap().to_string(), "#0f665a");
    }
}
