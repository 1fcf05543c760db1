//! What can be set.

use kernel::{Currency, Language, Money};
use serde::{Deserialize, Serialize};
use store::StoreError;
use store::blobs::BlobError;
use store::log::Event;

use super::{Calendar, Colour, Refused, TimeZone};

/// How the business is set up. The default is how it comes.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// What it is called and how it looks.
    pub business: Business,
    /// The name of its logo among the files, if it has one.
    pub logo: Option<String>,
    /// Where it is.
    pub region: Region,
    /// When it works.
    pub calendar: Calendar,
    /// Its tiers of customers, the lowest first.
    pub tiers: Vec<Tier>,
    /// Under which terms its figures are computed.
    pub review: ReviewTerms,
    /// Goes up with every change; 0 while nothing was set.
    #[serde(skip)]
    pub version: i64,
}

/// What the business is called and how it looks.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Business {
    /// Its name; empty while nobody has said it.
    pub name: String,
    /// The colour of links and buttons; ours, if none.
    pub colour: Option<Colour>,
}

/// Where the business is.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Region {
    /// Which its pages speak to whoever asks for none; as the server is set,
    /// if none.
    pub main_language: Option<Language>,
    /// In which it deals with customers; all of them, if none is named.
    pub languages: Vec<Language>,
    /// What it counts in; the one most orders are in, if none.
    pub currency: Option<Currency>,
    /// Whose days and hours it keeps.
    pub time_zone: TimeZone,
}

impl Region {
    /// The currency of what is set; none, where it is left to the orders.
    #[must_use]
    pub fn counts_in(&self) -> Currency {
        self.currency.unwrap_or(Currency::NONE)
    }
}

/// A tier of customers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tier {
    /// What it is called: "Gold".
    pub name: String,
    /// Who spends as much in a year is in it; minor units of the currency of
    /// the business.
    pub spent_a_year: i64,
}

/// Under which terms figures are computed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ReviewTerms {
    /// Days of silence after which everybody is lost; by each customer's own
    /// limit, if none.
    pub lost_after: Option<u32>,
    /// Months ahead for risk, expected orders and margin at risk.
    pub horizon_months: u32,
    /// Margin in per cent of revenue; none where not known.
    pub margin_percent: Option<u32>,
    /// The share of customers called gold, in per cent.
    pub gold_percent: u32,
}

impl Default for ReviewTerms {
    fn default() -> Self {
        Self { lost_after: None, horizon_months: 12, margin_percent: None, gold_percent: 20 }
    }
}

/// A group of settings, changed together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "group", rename_all = "snake_case")]
pub enum Change {
    /// Name and colour.
    Business(Business),
    /// The picture.
    Logo {
        /// Its name among the files.
        logo: Option<String>,
    },
    /// Languages, currency, time zone.
    Region(Region),
    /// Hours and holidays.
    Calendar(Calendar),
    /// Tiers.
    Tiers {
        /// The lowest first.
        tiers: Vec<Tier>,
    },
    /// The terms of figures.
    Review(ReviewTerms),
}

impl Settings {
    /// The group a change is about, as it is here.
    pub(super) fn group_of(&self, like: &Change) -> Change {
        match like {
            Change::Business(_) => Change::Business(self.business.clone()),
            Change::Logo { .. } => Change::Logo { logo: self.logo.clone() },
            Change::Region(_) => Change::Region(self.region.clone()),
            Change::Calendar(_) => Change::Calendar(self.calendar.clone()),
            Change::Tiers { .. } => Change::Tiers { tiers: self.tiers.clone() },
            Change::Review(_) => Change::Review(self.review.clone()),
        }
    }

    /// These settings with one group changed, a version on. In another currency
    /// tiers begin at the same numbers.
    pub(super) fn with(mut self, change: Change) -> Self {
        match change {
            Change::Business(business) => self.business = business,
            Change::Logo { logo } => self.logo = logo,
            Change::Region(region) => {
                let [was, now] = [&self.region, &region].map(Region::counts_in);
                for tier in &mut self.tiers {
                    tier.spent_a_year = Money::new(tier.spent_a_year, was).as_many_in(now).minor;
                }
                self.region = region;
            }
            Change::Calendar(calendar) => self.calendar = calendar,
            Change::Tiers { tiers } => self.tiers = tiers,
            Change::Review(terms) => self.review = terms,
        }
        self.version += 1;
        self
    }
}

/// One thing that is set: what a refusal is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Setting {
    /// The name of the business.
    Name,
    /// Its colour.
    Colour,
    /// Its logo.
    Logo,
    /// Its languages.
    Languages,
    /// Its currency.
    Currency,
    /// Its time zone.
    TimeZone,
    /// Its working hours.
    Hours,
    /// Its holidays.
    Holidays,
    /// Its tiers.
    Tiers,
    /// When everybody is lost.
    LostAfter,
    /// How far figures look ahead.
    Horizon,
    /// The margin.
    Margin,
    /// The share called gold.
    Gold,
}

impl Setting {
    /// Its name in forms and message keys.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Setting::Name => "name",
            Setting::Colour => "colour",
            Setting::Logo => "logo",
            Setting::Languages => "languages",
            Setting::Currency => "currency",
            Setting::TimeZone => "time_zone",
            Setting::Hours => "hours",
            Setting::Holidays => "holidays",
            Setting::Tiers => "tiers",
            Setting::LostAfter => "lost_after",
            Setting::Horizon => "horizon",
            Setting::Margin => "margin",
            Setting::Gold => "gold",
        }
    }
}

/// Somebody changed a group of settings.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SettingsChanged {
    /// As it was.
    pub from: Change,
    /// As it is.
    pub to: Change,
}

impl Event for SettingsChanged {
    const KIND: &'static str = "settings.changed";
}

/// Why something was not set.
#[derive(Debug, thiserror::Error)]
pub enum SettingsError {
    /// What cannot be set so, and why.
    #[error("{}", refusals(.0))]
    Refused(Vec<(Setting, Refused)>),
    /// A colleague was quicker.
    #[error("somebody has changed the settings since: look at them and try again")]
    ChangedSince,
    /// What is kept cannot be read.
    #[error("the settings were written by a later version and cannot be read: {0}")]
    Unreadable(#[source] serde_json::Error),
    /// The picture could not be kept.
    #[error(transparent)]
    Blob(BlobError),
    /// The database refused.
    #[error(transparent)]
    Store(#[from] StoreError),
}

fn refusals(refused: &[(Setting, Refused)]) -> String {
    let one = |(setting, why): &(Setting, Refused)| format!("{}: {why}", setting.name());
    refused.iter().map(one).collect::<Vec<_>>().join("; ")
}

impl From<BlobError> for SettingsError {
    fn from(error: BlobError) -> Self {
        match error {
            BlobError::Store(error) => SettingsError::Store(error),
            other => SettingsError::Blob(other),
        }
    }
}

impl store::db::Failure for SettingsError {
    fn store(&self) -> Option<&StoreError> {
        match self {
            SettingsError::Store(error) => Some(error),
            SettingsError::Refused(_)
            | SettingsError::ChangedSince
            | SettingsError::Unreadable(_)
            | SettingsError::Blob(_) => None,
        }
    }
}
