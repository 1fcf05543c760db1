//! How each field of a customer is asked for and read.

use domain::know::customers::{Channel, Field, Kind, Marketing, Refused};
use domain::office::staff::Account;
use kernel::Language;
use phrases::Value;

use crate::Reader;
use crate::components::{Choice, Input, Kind as InputKind};

/// The message that names a field.
pub fn key(field: Field) -> String {
    format!("field-{}", field.name())
}

/// What to ask where a field is empty.
pub fn question(field: Field) -> String {
    format!("{}.question", key(field))
}

/// How a field is filled in.
pub fn input(reader: Reader, field: Field, value: Option<String>, staff: &[Account]) -> Input {
    let choices = |pairs: Vec<(String, String)>| {
        let nothing = Choice { value: String::new(), words: "–".to_owned() };
        let pairs = pairs.into_iter().map(|(value, words)| Choice { value, words });
        InputKind::Choice(std::iter::once(nothing).chain(pairs).collect())
    };
    let words = |names: Vec<&'static str>| {
        let word = |name: &'static str| (name.to_owned(), reader.say(&word(field, name)));
        choices(names.into_iter().map(word).collect())
    };
    let kind = match field {
        Field::Name | Field::Code | Field::City | Field::Country => InputKind::Line("text"),
        Field::Email => InputKind::Line("email"),
        Field::Phone => InputKind::Line("tel"),
        Field::Kind => words(Kind::ALL.iter().map(|kind| kind.word()).collect()),
        Field::Channel => words(Channel::ALL.iter().map(|channel| channel.word()).collect()),
        Field::Marketing => words(Marketing::ALL.iter().map(|word| word.word()).collect()),
        Field::Language => {
            choices(Language::ALL.map(|l| (l.code().to_owned(), l.name().to_owned())).into())
        }
        Field::Owner => choices(
            staff.iter().map(|account| (account.id.to_string(), account.name.clone())).collect(),
        ),
        Field::WhyUs
        | Field::FoundUs
        | Field::Brought
        | Field::Thanked
        | Field::Leaving
        | Field::Preferences => InputKind::Text,
    };
    Input {
        kind,
        value: value.unwrap_or_default(),
        is_required: field == Field::Name,
        ..Input::line(field.name(), reader.say(&key(field)))
    }
}

/// A value as people read it.
pub fn shown(reader: Reader, field: Field, value: &str, staff: &[Account]) -> String {
    match field {
        Field::Kind | Field::Channel | Field::Marketing => reader.say(&word(field, value)),
        Field::Language => value
            .parse::<Language>()
            .map_or_else(|_| value.to_owned(), |language| language.name().to_owned()),
        Field::Owner => staff
            .iter()
            .find(|account| account.id.to_string() == value)
            .map_or_else(|| value.to_owned(), |account| account.name.clone()),
        Field::Name
        | Field::Code
        | Field::Email
        | Field::Phone
        | Field::Country
        | Field::City
        | Field::WhyUs
        | Field::FoundUs
        | Field::Brought
        | Field::Thanked
        | Field::Leaving
        | Field::Preferences => value.to_owned(),
    }
}

/// Why a value was not taken, to stand below its input.
pub fn refusal(reader: Reader, refused: Refused) -> String {
    match refused {
        Refused::Missing => reader.say("value-missing"),
        Refused::TooLong(longest) => {
            let longest = u32::try_from(longest).unwrap_or(u32::MAX);
            reader.phrases.say_with("value-too-long", &[("longest", Value::from(longest))])
        }
        Refused::Taken => reader.say("value-taken"),
        Refused::NotOne => reader.say("value-not-one"),
    }
}

/// The same of a field, and what it takes where that is not plain.
pub fn refusal_of(reader: Reader, field: Field, refused: Refused) -> String {
    match (refused, field) {
        (Refused::NotOne, Field::Country | Field::Email | Field::Phone) => {
            reader.say(&format!("{}.wanted", key(field)))
        }
        _ => refusal(reader, refused),
    }
}

fn word(field: Field, word: &str) -> String {
    format!("{}-{word}", field.name())
}
