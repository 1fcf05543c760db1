//! What can be set, and what cannot.

use super::{Change, Colour, Setting, SettingsError, Tier};
use crate::office::names;

/// Characters a name may have.
pub const LONGEST_NAME: usize = 80;
/// Bytes a logo may have.
pub const LOGO_BYTES: u64 = 256 * 1024;
/// Tiers there may be.
pub const MOST_TIERS: usize = 6;
/// Holidays there may be: some ten years of them.
const MOST_HOLIDAYS: usize = 200;
/// The shares of customers that may be called gold, in per cent.
pub const GOLD_SHARES: std::ops::RangeInclusive<u32> = 10..=20;
/// Days: a hundred years.
const LONGEST_SILENCE: u32 = 36_525;
/// Months: ten years.
const FURTHEST_HORIZON: u32 = 120;
/// What letters need to be read (WCAG 2.2, 1.4.3).
const LEAST_CONTRAST: f64 = 4.5;

/// Why something cannot be set so.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum Refused {
    /// A name is too long.
    #[error("is longer than {0} characters")]
    TooLong(usize),
    /// Nobody could read it.
    #[error("is too pale to be read on white: {instead} would do")]
    TooPale {
        /// The nearest colour that can be read.
        instead: Colour,
    },
    /// Not what is asked for.
    #[error("is not what is asked for here")]
    NotOne,
    /// Not a picture we show.
    #[error("is not a PNG, JPEG, GIF or WebP picture")]
    NotAPicture,
    /// More bytes than go with every page.
    #[error("is larger than {0} bytes")]
    TooLarge(u64),
    /// More than there may be.
    #[error("are more than {0}")]
    TooMany(usize),
    /// It closes before it opens.
    #[error("end before they begin")]
    EndsBeforeItBegins,
    /// A line that is no holiday.
    #[error("line {0} does not begin with a day such as 2026-12-25")]
    NotAHoliday(usize),
    /// Two of one name or threshold, or one without.
    #[error("need a name each and no threshold twice")]
    NotApart,
    /// Below or above what it can be.
    #[error("is not between {least} and {most}")]
    OutOfRange {
        /// The least it can be.
        least: u32,
        /// The most it can be.
        most: u32,
    },
}

/// Whether a picture of this sniffed type can be a logo: what a browser could
/// run, above all SVG, cannot.
#[must_use]
pub fn is_logo(sniffed: &str) -> bool {
    matches!(sniffed, "image/png" | "image/jpeg" | "image/gif" | "image/webp")
}

/// The change as it is kept: names trimmed, tiers and holidays in order.
pub fn checked(mut change: Change) -> Result<Change, SettingsError> {
    let mut refused = Vec::new();
    match &mut change {
        Change::Business(business) => {
            business.name = names::line(&business.name);
            if business.name.chars().count() > LONGEST_NAME {
                refused.push((Setting::Name, Refused::TooLong(LONGEST_NAME)));
            }
            if let Some(instead) = business.colour.and_then(readable_instead) {
                refused.push((Setting::Colour, Refused::TooPale { instead }));
            }
        }
        Change::Logo { .. } => {}
        Change::Region(region) => {
            let mut seen = Vec::new();
            region.languages.retain(|language| {
                let is_new = !seen.contains(language);
                seen.push(*language);
                is_new
            });
        }
        Change::Calendar(calendar) => {
            if calendar.hours.iter().flatten().any(|hours| hours.from >= hours.to) {
                refused.push((Setting::Hours, Refused::EndsBeforeItBegins));
            }
            calendar.holidays.sort_by_key(|one| one.on);
            calendar.holidays.dedup_by_key(|holiday| holiday.on);
            for holiday in &mut calendar.holidays {
                holiday.name = names::name(&holiday.name, LONGEST_NAME).unwrap_or_default();
            }
            if calendar.holidays.len() > MOST_HOLIDAYS {
                refused.push((Setting::Holidays, Refused::TooMany(MOST_HOLIDAYS)));
            }
        }
        Change::Tiers { tiers } => {
            for tier in &mut *tiers {
                tier.name = names::line(&tier.name);
            }
            tiers.sort_by_key(|tier| tier.spent_a_year);
            if let Some(why) = wrong_with(tiers) {
                refused.push((Setting::Tiers, why));
            }
        }
        Change::Review(terms) => {
            let mut within = |setting, value: u32, least, most| {
                if !(least..=most).contains(&value) {
                    refused.push((setting, Refused::OutOfRange { least, most }));
                }
            };
            if let Some(days) = terms.lost_after {
                within(Setting::LostAfter, days, 1, LONGEST_SILENCE);
            }
            within(Setting::Horizon, terms.horizon_months, 1, FURTHEST_HORIZON);
            if let Some(percent) = terms.margin_percent {
                within(Setting::Margin, percent, 1, 100);
            }
            let (least, most) = GOLD_SHARES.into_inner();
            within(Setting::Gold, terms.gold_percent, least, most);
        }
    }
    if refused.is_empty() { Ok(change) } else { Err(SettingsError::Refused(refused)) }
}

/// A darker one, where a colour cannot be read on white.
fn readable_instead(colour: Colour) -> Option<Colour> {
    let instead = colour.readable_on(&[Colour::WHITE], Colour::BLACK, LEAST_CONTRAST);
    (instead != colour).then_some(instead)
}

fn wrong_with(tiers: &[Tier]) -> Option<Refused> {
    if tiers.len() > MOST_TIERS {
        return Some(Refused::TooMany(MOST_TIERS));
    }
    if tiers.iter().any(|tier| tier.name.chars().count() > LONGEST_NAME) {
        return Some(Refused::TooLong(LONGEST_NAME));
    }
    let is_apart = |at: usize| {
        let (tier, before) = (&tiers[at], &tiers[..at]);
        let is_alike = |other: &Tier| {
            other.spent_a_year == tier.spent_a_year
                || other.name.to_lowercase() == tier.name.to_lowercase()
        };
        !tier.name.is_empty() && tier.spent_a_year >= 0 && !before.iter().any(is_alike)
    };
    if (0..tiers.len()).all(is_apart) { None } else { Some(Refused::NotApart) }
}
