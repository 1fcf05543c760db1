//! What is filled in on the pages of settings.

use domain::office::settings::{MOST_TIERS, TimeZone, Weekday};
use kernel::{Currency, Language};

use super::super::colour::OURS;
use super::Group;
use super::sent::{Sent, from, speaks, tier_name, tier_spent, to};
use crate::Reader;
use crate::components::{Choice, Input, Kind};

/// When it is open on one day of the week.
pub struct HoursRow {
    /// The day.
    pub day: String,
    /// When it opens.
    pub from: Input,
    /// When it closes.
    pub to: Input,
}

/// The inputs of a group, but those that stand in rows.
pub fn of(reader: Reader, group: Group, typed: &Sent) -> Vec<Input> {
    let with = |name: &str, key: &str, kind: Kind| Input {
        kind,
        value: typed.one(name).to_owned(),
        ..Input::line(name, reader.say(key))
    };
    let hinted = |input: Input, key: &str| Input { hint: Some(reader.say(key)), ..input };
    let number = |name: &str, key: &str| with(name, key, Kind::Line("number"));
    match group {
        Group::Business => vec![
            with("name", "setting-name", Kind::Line("text")),
            Input {
                hint: Some(
                    reader.phrases.say_with("setting-colour.hint", &[("ours", OURS.into())]),
                ),
                ..with("colour", "setting-colour", Kind::Line("color"))
            },
        ],
        Group::Region => {
            let not_said =
                || Choice { value: String::new(), words: reader.say("setting-not-said") };
            let language = |language: Language| Choice {
                value: language.code().to_owned(),
                words: language.name().to_owned(),
            };
            let languages =
                std::iter::once(not_said()).chain(Language::ALL.map(language)).collect();
            let zones = TimeZone::all().map(|zone| Choice {
                value: zone.name().to_owned(),
                words: zone.name().replace('_', " "),
            });
            let currency = with("currency", "setting-currency", Kind::Code);
            vec![
                with("languages", "setting-main-language", Kind::Choice(languages)),
                hinted(currency, "setting-currency.hint"),
                with("time_zone", "setting-time-zone", Kind::Choice(zones.collect())),
            ]
        }
        Group::Calendar => {
            vec![hinted(with("holidays", "setting-holidays", Kind::Text), "setting-holidays.hint")]
        }
        Group::Tiers => Vec::new(),
        Group::Figures => vec![
            hinted(number("lost_after", "setting-lost-after"), "setting-lost-after.hint"),
            number("horizon", "setting-horizon"),
            hinted(number("margin", "setting-margin"), "setting-margin.hint"),
            hinted(number("gold", "setting-gold"), "setting-gold.hint"),
        ],
    }
}

/// The languages customers are dealt with in.
pub fn languages(typed: &Sent) -> Vec<Input> {
    let tick = |language: Language| Input {
        kind: Kind::Tick,
        value: typed.one(&speaks(language)).to_owned(),
        ..Input::line(&speaks(language), language.name().to_owned())
    };
    Language::ALL.map(tick).into()
}

/// The hours of each day of the week.
pub fn hours(reader: Reader, typed: &Sent) -> Vec<HoursRow> {
    let row = |weekday: Weekday| {
        let day = reader.say(weekday_key(weekday));
        let clock = |name: String, key: &str| Input {
            kind: Kind::Line("time"),
            value: typed.one(&name).to_owned(),
            is_label_unseen: true,
            ..Input::line(&name, format!("{day}, {}", reader.say(key)))
        };
        HoursRow {
            from: clock(from(weekday), "setting-opens"),
            to: clock(to(weekday), "setting-closes"),
            day,
        }
    };
    Weekday::all().map(row).collect()
}

/// Name and threshold of each tier there can be.
pub fn tiers(reader: Reader, typed: &Sent, currency: Currency) -> Vec<[Input; 2]> {
    let mut spent = reader.say("setting-tier-spent");
    if currency.is_known() {
        spent = format!("{spent}, {currency}");
    }
    let row = |row: usize| {
        let input = |name: String, label: String| Input {
            value: typed.one(&name).to_owned(),
            is_label_unseen: row > 1,
            ..Input::line(&name, label)
        };
        [
            input(tier_name(row), reader.say("setting-tier-name")),
            input(tier_spent(row), spent.clone()),
        ]
    };
    (1..=MOST_TIERS).map(row).collect()
}

/// The message that names a day of the week.
pub fn weekday_key(weekday: Weekday) -> &'static str {
    match weekday.number() {
        1 => "weekday-monday",
        2 => "weekday-tuesday",
        3 => "weekday-wednesday",
        4 => "weekday-thursday",
        5 => "weekday-friday",
        6 => "weekday-saturday",
        _ => "weekday-sunday",
    }
}
