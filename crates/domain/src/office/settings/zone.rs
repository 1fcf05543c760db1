//! The time zone of the business.

use std::fmt;
use std::str::FromStr;

use chrono::{DateTime, NaiveDateTime, TimeZone as _, Utc};
use chrono_tz::Tz;
use kernel::Day;
use serde::{Deserialize, Serialize};

/// A time zone of the IANA database: `Asia/Yerevan`. The default is UTC.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct TimeZone(Tz);

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
    fn places_can_be_chosen_and_made_up_ones_cannot() {
        assert!(TimeZone::all().any(|zone| zone.name() == "Europe/Chisinau"));
        assert!("Mars/Olympus".parse::<TimeZone>().is_err());
    }
}
