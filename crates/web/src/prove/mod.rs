//! What it all came to: the review of the record.

pub mod drifting;
pub mod review;

use ::review::sentences::Tense;
use domain::prove::reviews::Made;
use kernel::Day;

use crate::Reader;
use crate::know::when;

/// Up to when the figures are, as it stands above them.
pub struct AsOf {
    /// In words.
    pub words: String,
    /// Whether the figures are of today.
    pub tense: Tense,
}

impl AsOf {
    /// Of a review, as read on a day.
    pub fn on(reader: Reader, made: &Made, today: Day) -> Self {
        if !made.is_past(today) {
            return Self { words: as_of(reader, made), tense: Tense::Now };
        }
        let days = u32::try_from(today.days_since(made.as_of)).unwrap_or_default();
        let day = reader.phrases.day(made.as_of);
        let said = [("day", day.into()), ("days", reader.phrases.days(days).into())];
        Self { words: reader.phrases.say_with("figures-of-then", &said), tense: Tense::Then }
    }

    /// Whether they are of a time that has passed.
    pub fn is_past(&self) -> bool {
        self.tense == Tense::Then
    }
}

/// Up to when the figures are, and when they were worked out.
pub fn as_of(reader: Reader, made: &Made) -> String {
    let day = reader.phrases.day(made.as_of);
    let said = [("day", day.into()), ("moment", when::moment(reader, made.at).into())];
    reader.phrases.say_with("figures-as-of", &said)
}
