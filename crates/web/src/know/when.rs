//! Days and times as people read them.

use chrono::{DateTime, Utc};
use kernel::Day;
use phrases::Phrases;

/// "3 May 2026".
pub fn day(phrases: Phrases, at: DateTime<Utc>) -> String {
    phrases.day(Day::from(at.date_naive()))
}

/// The day for tables.
pub fn day_short(phrases: Phrases, at: DateTime<Utc>) -> String {
    phrases.day_short(Day::from(at.date_naive()))
}

/// The hour and minute, which all five languages write alike.
pub fn hour(at: DateTime<Utc>) -> String {
    at.format("%H:%M").to_string()
}
