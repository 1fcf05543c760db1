//! Days and times as people read and type them: those of the business.

use chrono::{DateTime, NaiveDate, NaiveDateTime, Utc};
use domain::office::settings::TimeZone;

use crate::Reader;

/// How browsers write a day and hour.
const HOUR: &str = "%Y-%m-%dT%H:%M";

/// What stands in a form is no day, or no day and hour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotAMoment;

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

/// A day and hour as a form holds it.
pub fn typed(at: DateTime<Utc>, zone: TimeZone) -> String {
    zone.local(at).format(HOUR).to_string()
}

/// The day and hour that stand in a form, if any do. A time that was not
/// touched keeps its seconds.
///
/// # Errors
/// Where it is none.
pub fn read(
    text: &str,
    known_at: Option<DateTime<Utc>>,
    zone: TimeZone,
) -> Result<Option<DateTime<Utc>>, NotAMoment> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(None);
    }
    let read = NaiveDateTime::parse_from_str(text, HOUR).map_err(|_| NotAMoment)?;
    let untouched = known_at.filter(|at| typed(*at, zone) == text);
    Ok(Some(untouched.unwrap_or(zone.moment(read))))
}

/// The day that stands in a form, if any does.
///
/// # Errors
/// Where it is none.
pub fn read_day(text: &str) -> Result<Option<NaiveDate>, NotAMoment> {
    match text.trim() {
        "" => Ok(None),
        text => text.parse().map(Some).map_err(|_| NotAMoment),
    }
}

/// "3 May 2026, 14:30".
pub fn moment(reader: Reader, at: DateTime<Utc>) -> String {
    format!("{}, {}", day(reader, at), hour(reader, at))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> DateTime<Utc> {
        text.parse().unwrap()
    }

    #[test]
    fn a_time_that_was_not_touched_keeps_its_seconds() {
        let zone = "Asia/Yerevan".parse().unwrap();
        let known = at("2026-05-02T21:00:42Z");
        assert_eq!(typed(known, zone), "2026-05-03T01:00");
        assert_eq!(read(" 2026-05-03T01:00 ", Some(known), zone), Ok(Some(known)));
        let other = Ok(Some(at("2026-05-02T21:01:00Z")));
        assert_eq!(read("2026-05-03T01:01", Some(known), zone), other);
        assert_eq!(read(" ", Some(known), zone), Ok(None));
    }

    #[test]
    fn what_is_no_day_or_hour_is_said_not_guessed() {
        for text in ["22026-05-03T01:00", "2026-05-03", "yesterday", "2026-02-30T01:00"] {
            assert_eq!(read(text, None, TimeZone::default()), Err(NotAMoment), "{text}");
        }
        for text in ["22026-05-03", "3 May", "2026-02-30"] {
            assert_eq!(read_day(text), Err(NotAMoment), "{text}");
        }
        assert_eq!(read_day(""), Ok(None));
    }
}
