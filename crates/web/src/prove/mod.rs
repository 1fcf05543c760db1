//! What it all came to: the review of the record.

pub mod drifting;
pub mod review;

use domain::prove::reviews::Made;

use crate::Reader;
use crate::know::when;

/// Up to when the figures are, and when they were worked out.
pub fn as_of(reader: Reader, made: &Made) -> String {
    let day = reader.phrases.day(made.as_of);
    let said = [("day", day.into()), ("moment", when::moment(reader, made.at).into())];
    reader.phrases.say_with("figures-as-of", &said)
}
