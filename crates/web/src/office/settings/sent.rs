//! What the pages of settings send, and what they show before anything is
//! typed.

use std::str::FromStr;

use chrono::{NaiveDate, NaiveTime};
use domain::know::orders::minor_units;
use domain::office::settings::{
    Business, Calendar, Change, Colour, Holiday, Hours, MOST_TIERS, Refused, Region, ReviewTerms,
    Setting, Settings, Tier, Weekday,
};
use kernel::{Currency, Language, Money};

use super::super::colour::OURS;
use super::Group;
use crate::Problem;

/// Fields in their order.
pub struct Sent(pub Vec<(String, String)>);

/// Everything in a group that cannot be read.
type Wrong = Vec<(Setting, Refused)>;

impl Sent {
    /// What stands in the form before anybody types.
    pub fn of(group: Group, settings: &Settings) -> Self {
        let mut fields = Self(Vec::new());
        match group {
            Group::Business => {
                fields.put("name", &settings.business.name);
                let colour = settings.business.colour.map(|colour| colour.to_string());
                // A browser has no way to pick no colour.
                fields.put("colour", colour.as_deref().unwrap_or(OURS));
            }
            Group::Region => {
                let region = &settings.region;
                fields.put_known("languages", region.main_language);
                for language in &region.languages {
                    fields.put(&speaks(*language), "true");
                }
                fields.put_known("currency", region.currency);
                fields.put("time_zone", region.time_zone.name());
            }
            Group::Calendar => {
                for weekday in Weekday::all() {
                    if let Some(hours) = settings.calendar.on(weekday) {
                        let clock = |at: NaiveTime| at.format("%H:%M").to_string();
                        fields.put(&from(weekday), &clock(hours.from));
                        fields.put(&to(weekday), &clock(hours.to));
                    }
                }
                let holiday = |day: &Holiday| format!("{} {}", day.on, day.name);
                let days: Vec<String> = settings.calendar.holidays.iter().map(holiday).collect();
                fields.put("holidays", &days.join("\n"));
            }
            Group::Tiers => {
                let currency = settings.region.counts_in();
                for (row, tier) in (1..).zip(&settings.tiers) {
                    let spent = Money::new(tier.spent_a_year, currency).to_string();
                    fields.put(&tier_name(row), &tier.name);
                    fields.put(&tier_spent(row), &spent);
                }
            }
            Group::Figures => {
                let terms = &settings.review;
                fields.put_known("lost_after", terms.lost_after);
                fields.put("horizon", &terms.horizon_months.to_string());
                fields.put_known("margin", terms.margin_percent);
                fields.put("gold", &terms.gold_percent.to_string());
            }
        }
        fields
    }

    fn put(&mut self, name: &str, value: &str) {
        self.0.push((name.to_owned(), value.to_owned()));
    }

    fn put_known(&mut self, name: &str, value: Option<impl ToString>) {
        if let Some(value) = value {
            self.put(name, &value.to_string());
        }
    }

    /// What was typed; empty where nothing was.
    pub fn one(&self, name: &str) -> &str {
        let mut fields = self.0.iter();
        fields.find(|(known, _)| known == name).map_or("", |(_, value)| value.trim())
    }

    /// What the settings were numbered when they were read.
    pub fn version(&self) -> Result<i64, Problem> {
        let version = self.one("version").parse();
        version.map_err(|_| Problem::Malformed("version: missing".to_owned()))
    }

    /// The group as it is to be.
    pub fn read(&self, group: Group, currency: Currency) -> Result<Change, Wrong> {
        match group {
            Group::Business => self.business(),
            Group::Region => self.region(),
            Group::Calendar => self.calendar(),
            Group::Tiers => self.tiers(currency),
            Group::Figures => self.figures(),
        }
    }

    fn business(&self) -> Result<Change, Wrong> {
        let mut wrong = Vec::new();
        let colour: Option<Colour> = self.known("colour", Setting::Colour, &mut wrong);
        let business = Business {
            name: self.one("name").to_owned(),
            colour: colour.filter(|colour| colour.to_string() != OURS),
        };
        whole(Change::Business(business), wrong)
    }

    fn region(&self) -> Result<Change, Wrong> {
        let mut wrong = Vec::new();
        let spoken = |language: &Language| self.one(&speaks(*language)) == "true";
        let region = Region {
            main_language: self.known("languages", Setting::Languages, &mut wrong),
            languages: Language::ALL.into_iter().filter(spoken).collect(),
            currency: self.known("currency", Setting::Currency, &mut wrong),
            time_zone: self.known("time_zone", Setting::TimeZone, &mut wrong).unwrap_or_default(),
        };
        whole(Change::Region(region), wrong)
    }

    fn calendar(&self) -> Result<Change, Wrong> {
        let mut wrong = Vec::new();
        let mut calendar = Calendar { hours: [None; 7], holidays: Vec::new() };
        for (weekday, hours) in Weekday::all().zip(&mut calendar.hours) {
            *hours = match (self.one(&from(weekday)), self.one(&to(weekday))) {
                ("", "") => None,
                (from, to) => {
                    let read = clock(from).zip(clock(to)).map(|(from, to)| Hours { from, to });
                    if read.is_none() {
                        wrong.push((Setting::Hours, Refused::NotOne));
                    }
                    read
                }
            };
        }
        for (row, line) in self.one("holidays").lines().enumerate() {
            let (on, name) = line.trim().split_once(' ').unwrap_or((line.trim(), ""));
            match on.parse::<NaiveDate>() {
                Ok(on) => calendar.holidays.push(Holiday { on, name: name.trim().to_owned() }),
                Err(_) if line.trim().is_empty() => {}
                Err(_) => {
                    wrong.push((Setting::Holidays, Refused::NotAHoliday(row + 1)));
                    break;
                }
            }
        }
        whole(Change::Calendar(calendar), wrong)
    }

    fn tiers(&self, currency: Currency) -> Result<Change, Wrong> {
        let mut tiers = Vec::new();
        let mut wrong = Vec::new();
        for row in 1..=MOST_TIERS {
            let (name, amount) = (self.one(&tier_name(row)), self.one(&tier_spent(row)));
            if name.is_empty() && amount.is_empty() {
                continue;
            }
            match minor_units(amount, currency) {
                Some(spent_a_year) => tiers.push(Tier { name: name.to_owned(), spent_a_year }),
                None => wrong.push((Setting::Tiers, Refused::NotOne)),
            }
        }
        whole(Change::Tiers { tiers }, wrong)
    }

    fn figures(&self) -> Result<Change, Wrong> {
        let mut wrong = Vec::new();
        let comes = ReviewTerms::default();
        let terms = ReviewTerms {
            lost_after: self.known("lost_after", Setting::LostAfter, &mut wrong),
            horizon_months: self
                .known("horizon", Setting::Horizon, &mut wrong)
                .unwrap_or(comes.horizon_months),
            margin_percent: self.known("margin", Setting::Margin, &mut wrong),
            gold_percent: self
                .known("gold", Setting::Gold, &mut wrong)
                .unwrap_or(comes.gold_percent),
        };
        whole(Change::Review(terms), wrong)
    }

    /// What is typed, where anything is.
    fn known<T: FromStr>(&self, name: &str, setting: Setting, wrong: &mut Wrong) -> Option<T> {
        match self.one(name) {
            "" => None,
            text => {
                let read = text.parse().ok();
                if read.is_none() {
                    wrong.push((setting, Refused::NotOne));
                }
                read
            }
        }
    }
}

fn whole(change: Change, wrong: Wrong) -> Result<Change, Wrong> {
    if wrong.is_empty() { Ok(change) } else { Err(wrong) }
}

fn clock(text: &str) -> Option<NaiveTime> {
    NaiveTime::parse_from_str(text, "%H:%M").ok()
}

/// The name of the input that ticks a language.
pub fn speaks(language: Language) -> String {
    format!("speaks_{language}")
}

/// The name of the input that names a tier; rows are counted from 1.
pub fn tier_name(row: usize) -> String {
    format!("tier_name_{row}")
}

/// The name of the input that says how much is spent in a tier.
pub fn tier_spent(row: usize) -> String {
    format!("tier_spent_{row}")
}

/// The name of the input that says when it opens.
pub fn from(weekday: Weekday) -> String {
    format!("from_{}", weekday.number())
}

/// The name of the input that says when it closes.
pub fn to(weekday: Weekday) -> String {
    format!("to_{}", weekday.number())
}
