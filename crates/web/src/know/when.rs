//! Days and times as people read them: those of the business.

use chrono::{DateTime, Utc};

use crate::Reader;

/// "3 May 2026".
pub fn day(reader: Reader, at: DateTime<Utc>) -> String {
    reader.phrases.day(reader.zone.day(at))
}

/// The day for tables.
pub fn day_short(reader: Reader, at: DateTime<Utc>) -> String {
    reader.phrases.day_short(reader.zone.day(at))
}

/// The hour and minute, which all five languages write alike.
pub fn hour(reader: Reader, at: DateTime<Utc>) -> String {
    reader.zone.local(at).format("%H:%M").to_string()
}

/// "3 May 2026, 14:30".
pub fn moment(reader: Reader, at: DateTime<Utc>) -> String {
    format!("{}, {}", day(reader, at), hour(reader, at))
}
