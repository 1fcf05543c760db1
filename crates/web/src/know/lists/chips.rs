//! The conditions of a query as people read them, each to be taken away.

use domain::know::fields::CustomField;
use domain::know::query::{Age, Condition, Known, Moment, Owner, Query, Span, Test, Unit, parse};
use kernel::{Currency, Money};
use review::sentences;

use super::asked::Asked;
use super::columns;
use crate::Reader;
use crate::components::Chip;
use crate::know::customers::inputs;

/// A chip for each condition, whose cross leads to the list without it.
pub fn of(reader: Reader, asked: &Asked, query: &Query, own: &[CustomField]) -> Vec<Chip> {
    let conditions = query.conditions.iter().enumerate();
    conditions
        .map(|(place, condition)| Chip {
            words: words(reader, condition, own),
            without: asked.href_of(&query.without(place)),
            phrases: reader.phrases,
        })
        .collect()
}

/// What a query means, "Town: Gyumri; Tag ≠ vip"; one that cannot be read, as
/// it was typed.
pub fn said(reader: Reader, text: &str, own: &[CustomField]) -> String {
    let Ok(query) = parse(text) else { return text.to_owned() };
    let said = query.conditions.iter().map(|condition| words(reader, condition, own));
    said.collect::<Vec<_>>().join("; ")
}

/// "Town: Gyumri", "Tag ≠ vip", "Last seen: < 30 days".
fn words(reader: Reader, condition: &Condition, own: &[CustomField]) -> String {
    let (name, value) = match &condition.test {
        Test::Word(word) => return format!("“{word}”"),
        Test::Exact(words) => return format!("“{words}”"),
        Test::Owner(owners) => (
            "field-owner",
            list(owners, |owner| match owner {
                Owner::Me => reader.say("query-me"),
                Owner::Nobody => reader.say("query-nobody"),
                Owner::Named(name) => name.clone(),
            }),
        ),
        Test::Team(teams) => ("room-team", list(teams, String::clone)),
        Test::Seen(span) => ("customers-seen", spanned(span, |moment| when(reader, *moment))),
        Test::Added(span) => ("customers-added", spanned(span, |moment| when(reader, *moment))),
        Test::Spent(span, currency) => (
            "list-spent",
            spanned(span, |amount| {
                let currency = currency.unwrap_or(Currency::NONE);
                let minor = amount.minor(currency.decimals());
                reader.phrases.money(Money::new(minor, currency))
            }),
        ),
        Test::Orders(span) => ("list-orders", spanned(span, |n| reader.phrases.integer(*n))),
        Test::Tag(tags) => ("list-tags", list(tags, String::clone)),
        Test::Tier(tiers) => ("list-tier", list(tiers, String::clone)),
        Test::Standing(standings) => {
            ("list-standing", list(standings, |one| sentences::standing(reader.phrases, *one)))
        }
        Test::Risk(span) => ("figure-risk", spanned(span, |risk| percent(reader, *risk))),
        Test::Kind(kinds) => {
            ("field-kind", list(kinds, |kind| reader.say(&format!("kind-{}", kind.word()))))
        }
        Test::Country(countries) => ("field-country", list(countries, String::clone)),
        Test::City(towns) => ("field-city", list(towns, String::clone)),
        Test::Language(languages) => {
            ("field-language", list(languages, |language| language.name().to_owned()))
        }
        Test::Consent(said) => {
            ("field-marketing", list(said, |said| columns::consent(reader, *said)))
        }
        Test::Has(known) => ("query-has", list(known, |known| known_name(reader, known, own))),
        Test::Lacks(known) => ("query-no", list(known, |known| known_name(reader, known, own))),
        Test::Own(key, span) => {
            let values = spanned(span, |values| values.join(", "));
            return joined(&own_name(key, own), condition.is_negated, &values);
        }
    };
    joined(&reader.say(name), condition.is_negated, &value)
}

/// Whole percent, as people read them.
pub fn percent(reader: Reader, percent: i64) -> String {
    reader.phrases.percent(u32::try_from(percent).map_or(0.0, f64::from) / 100.0, 0)
}

fn joined(name: &str, is_negated: bool, value: &str) -> String {
    if is_negated { format!("{name} ≠ {value}") } else { format!("{name}: {value}") }
}

fn list<T>(values: &[T], words: impl Fn(&T) -> String) -> String {
    values.iter().map(words).collect::<Vec<_>>().join(", ")
}

fn spanned<T>(span: &Span<T>, words: impl Fn(&T) -> String) -> String {
    match span {
        Span::Is(value) => words(value),
        Span::Below(value) => format!("< {}", words(value)),
        Span::AtMost(value) => format!("≤ {}", words(value)),
        Span::Above(value) => format!("> {}", words(value)),
        Span::AtLeast(value) => format!("≥ {}", words(value)),
        Span::Between(from, to) => format!("{} – {}", words(from), words(to)),
    }
}

fn when(reader: Reader, moment: Moment) -> String {
    let phrases = reader.phrases;
    match moment {
        Moment::Day(day) => phrases.day(day.into()),
        Moment::Age(Age { count, unit: Unit::Day }) => phrases.days(count),
        Moment::Age(Age { count, unit: Unit::Week }) => {
            phrases.say_with("query-weeks", &[("count", count.into())])
        }
        Moment::Age(Age { count, unit: Unit::Month }) => phrases.months(count),
        Moment::Age(Age { count, unit: Unit::Year }) => {
            phrases.say_with("query-years", &[("count", count.into())])
        }
    }
}

fn known_name(reader: Reader, known: &Known, own: &[CustomField]) -> String {
    match known {
        Known::Field(field) => reader.say(&inputs::key(*field)),
        Known::Tag => reader.say("list-tags"),
        Known::Order => reader.say("list-orders"),
        Known::Own(key) => own_name(key, own),
    }
}

fn own_name(key: &str, own: &[CustomField]) -> String {
    let known = own.iter().find(|field| field.key == key);
    known.map_or_else(|| key.to_owned(), |field| field.name.clone())
}
