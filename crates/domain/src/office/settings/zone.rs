//! The time zone of the business.

use std::fmt;
use std::str::FromStr;

use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, TimeZone as _, Utc};
use chrono_tz::Tz;
use kernel::Day;
use serde::{Deserialize, Serialize};

/// A time zone of the IANA database: `Asia/Yerevan`. The default is UTC.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct TimeZone(Tz);

/// Days before and after are taken for these: not every database can say when
/// they begin, and nobody was in business.
const FIRST: NaiveDate = match NaiveDate::from_ymd_opt(1, 1, 1) {
    Some(day) => day,
    None => NaiveDate::MIN,
};
const LAST: NaiveDate = match NaiveDate::from_ymd_opt(9999, 12, 31) {
    Some(day) => day,
    None => NaiveDate::MAX,
};

/// A text that names no time zone.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("\"{0}\" is not a time zone: write it as Europe/Athens")]
pub struct NotAZone(String);

impl TimeZone {
    /// Those that people choose from: each place once, without old names.
    pub fn all() -> impl Iterator<Item = TimeZone> {
        let is_place = |zone: &&Tz| {
            let name = zone.name();
            name == "UTC" || (name.contains('/') && !name.starts_with("Etc/"))
        };
        chrono_tz::TZ_VARIANTS.iter().filter(is_place).copied().map(TimeZone)
    }

    /// Its name.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.0.name()
    }

    /// What clocks there show.
    #[must_use]
    pub fn local(self, at: DateTime<Utc>) -> NaiveDateTime {
        at.with_timezone(&self.0).naive_local()
    }

    /// Which day it is there.
    #[must_use]
    pub fn day(self, at: DateTime<Utc>) -> Day {
        Day::from(self.local(at).date())
    }

    /// When clocks there show this. Of an hour that comes twice the first is
    /// meant; one that is left out is taken as if clocks had not moved yet.
    #[must_use]
    pub fn moment(self, local: NaiveDateTime) -> DateTime<Utc> {
        if let Some(moment) = self.0.from_local_datetime(&local).earliest() {
            return moment.with_timezone(&Utc);
        }
        let before = local - chrono::TimeDelta::hours(3);
        let known = self.0.from_local_datetime(&before).earliest();
        known.map_or(local.and_utc(), |known| known.with_timezone(&Utc) + (local - before))
    }

    /// When a day begins there.
    #[must_use]
    pub fn beginning_of(self, day: NaiveDate) -> DateTime<Utc> {
        self.moment(day.clamp(FIRST, LAST).and_time(NaiveTime::MIN))
    }

    /// When a day is over there: the first moment of the next.
    #[must_use]
    pub fn end_of(self, day: NaiveDate) -> DateTime<Utc> {
        self.beginning_of(day.succ_opt().unwrap_or(day))
    }
}

impl FromStr for TimeZone {
    type Err = NotAZone;

    fn from_str(text: &str) -> Result<Self, NotAZone> {
        text.trim().parse().map(Self).map_err(|_| NotAZone(text.trim().to_owned()))
    }
}

impl fmt::Display for TimeZone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl From<TimeZone> for String {
    fn from(zone: TimeZone) -> Self {
        zone.name().to_owned()
    }
}

impl TryFrom<String> for TimeZone {
    type Error = NotAZone;

    fn try_from(text: String) -> Result<Self, NotAZone> {
        text.parse()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> DateTime<Utc> {
        text.parse().unwrap()
    }

    #[test]
    fn the_day_begins_where_the_business_is() {
        let yerevan: TimeZone = "Asia/Yerevan".parse().unwrap();
        assert_eq!(yerevan.day(at("2026-03-01T20:30:00Z")).to_string(), "2026-03-02");
        assert_eq!(TimeZone::default().day(at("2026-03-01T20:30:00Z")).to_string(), "2026-03-01");
    }

    #[test]
    fn what_clocks_show_leads_back_to_the_moment() {
        let athens: TimeZone = "Europe/Athens".parse().unwrap();
        for text in ["2026-01-15T10:00:00Z", "2026-07-15T10:00:00Z"] {
            assert_eq!(athens.moment(athens.local(at(text))), at(text));
        }
        // Clocks go from 03:00 to 04:00 on 29 March 2026.
        let left_out = "2026-03-29T03:30:00".parse().unwrap();
        assert_eq!(athens.moment(left_out), at("2026-03-29T01:30:00Z"));
    }

    #[test]
    fn a_day_lasts_from_midnight_to_midnight_of_the_place() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let yerevan: TimeZone = "Asia/Yerevan".parse().unwrap();
        assert_eq!(yerevan.beginning_of(day("2026-03-02")), at("2026-03-01T20:00:00Z"));
        assert_eq!(yerevan.end_of(day("2026-03-02")), at("2026-03-02T20:00:00Z"));
        let athens: TimeZone = "Europe/Athens".parse().unwrap();
        let shortest = day("2026-03-29");
        let lasts = athens.end_of(shortest) - athens.beginning_of(shortest);
        assert_eq!(lasts, chrono::TimeDelta::hours(23));
    }

    #[test]
    fn days_beyond_every_calendar_begin_as_the_first_and_last_do() {
        let yerevan: TimeZone = "Asia/Yerevan".parse().unwrap();
        assert_eq!(yerevan.beginning_of(NaiveDate::MIN), yerevan.beginning_of(FIRST));
        assert_eq!(yerevan.end_of(NaiveDate::MAX), yerevan.beginning_of(LAST));
    }

    #[test]
    fn places_can_be_chosen_and_made_up_ones_cannot() {
        assert!(TimeZone::all().any(|zone| zone.name() == "Europe/Chisinau"));
        assert!("Mars/Olympus".parse::<TimeZone>().is_err());
    }
}
