//! What it all came to: the review of the record.

pub mod drifting;
pub mod review;

use domain::prove::reviews::Made;
use phrases::Phrases;

use crate::know::when;

/// Up to when the figures are, and when they were worked out.
pub fn as_of(phrases: Phrases, made: &Made) -> String {
    let at = format!("{}, {}", when::day(phrases, made.at), when::hour(made.at));
    let said = [("day", phrases.day(made.as_of).into()), ("moment", at.into())];
    phrases.say_with("figures-as-of", &said)
}
