//! What each field takes, and what becomes different.

use kernel::{Language, telephone};
use uuid::Uuid;

use super::{
    Change, Channel, Customer, CustomerError, Field, Hanging, Kind, Marketing, Refused, countries,
};

/// A field with the value it is kept with; none where it is emptied.
type Kept = (Field, Option<String>);

/// The values of somebody new as they are kept: a name at least.
///
/// # Errors
/// Every value that is refused, not only the first.
pub fn of_new(wanted: &[(Field, String)]) -> Result<Vec<Kept>, CustomerError> {
    let kept = kept(wanted)?;
    let is_named = kept.iter().any(|(field, value)| *field == Field::Name && value.is_some());
    let nameless = || CustomerError::Refused(vec![(Field::Name, Refused::Missing)]);
    if is_named { Ok(kept) } else { Err(nameless()) }
}

/// The values as they are kept, each field once, the last word for it standing.
///
/// # Errors
/// Every value that is refused, not only the first.
pub fn kept(wanted: &[(Field, String)]) -> Result<Vec<Kept>, CustomerError> {
    let mut kept: Vec<Kept> = Vec::new();
    let mut refused = Vec::new();
    for (field, text) in wanted {
        match canonical(*field, text) {
            Ok(value) => match kept.iter_mut().find(|(known, _)| known == field) {
                Some((_, earlier)) => *earlier = value,
                None => kept.push((*field, value)),
            },
            Err(why) => refused.push((*field, why)),
        }
    }
    if refused.is_empty() { Ok(kept) } else { Err(CustomerError::Refused(refused)) }
}

/// The text a value of a file or a query is kept as; None for what the field cannot hold.
pub fn kept_of(field: Field, text: &str) -> Option<String> {
    canonical(field, text).ok().flatten()
}

/// The one text a value is kept as; None for an empty one.
///
/// # Errors
/// Where the field cannot hold it.
pub fn value(field: Field, text: &str) -> Result<Option<String>, CustomerError> {
    canonical(field, text).map_err(|why| CustomerError::Refused(vec![(field, why)]))
}

fn canonical(field: Field, text: &str) -> Result<Option<String>, Refused> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(None);
    }
    if text.chars().count() > field.longest() {
        return Err(Refused::TooLong(field.longest()));
    }
    let value = match field {
        Field::Name | Field::Code | Field::City => one_line(text),
        Field::Phone => phone(text),
        Field::Kind => Kind::of_word(text).map(|kind| kind.word().to_owned()),
        Field::Channel => Channel::of_word(text).map(|channel| channel.word().to_owned()),
        Field::Marketing => Marketing::of_word(text).map(|word| word.word().to_owned()),
        Field::Owner => text.parse::<Uuid>().ok().map(|id| id.to_string()),
        Field::Email => email(text),
        Field::Language => text.parse::<Language>().ok().map(|code| code.to_string()),
        Field::Country => country(countries::code_of(text).unwrap_or(text)),
        Field::WhyUs
        | Field::FoundUs
        | Field::Brought
        | Field::Thanked
        | Field::Leaving
        | Field::Preferences => Some(paragraphs(text)),
    };
    value.map(Some).ok_or(Refused::NotOne)
}

/// What hangs on a customer of whom there are orders, something written down, or
/// people, as is said of each.
pub fn hanging((orders, interactions, contacts): (bool, bool, bool)) -> Vec<Hanging> {
    [
        (orders, Hanging::Orders),
        (interactions, Hanging::Interactions),
        (contacts, Hanging::Contacts),
    ]
    .into_iter()
    .filter_map(|(is_there, what)| is_there.then_some(what))
    .collect()
}

/// What differs between what is known and what is wanted.
pub fn changes(known: &Customer, wanted: &[(Field, Option<String>)]) -> Vec<Change> {
    wanted
        .iter()
        .filter_map(|(field, to)| {
            let from = known.value(*field);
            (from != *to).then(|| Change { field: *field, from, to: to.clone() })
        })
        .collect()
}

/// A text on one line, its words one space apart; none where it holds what
/// cannot be read.
pub fn one_line(text: &str) -> Option<String> {
    let line: Vec<&str> = text.split_whitespace().collect();
    let line = line.join(" ");
    (!line.chars().any(char::is_control)).then_some(line)
}

/// A text of several lines without what nobody can read, and PostgreSQL not keep.
pub fn paragraphs(text: &str) -> String {
    let is_read = |c: &char| matches!(c, '\n' | '\t') || !c.is_control();
    text.replace("\r\n", "\n").chars().filter(is_read).collect()
}

/// A customer's address is written as they gave it, but for its case after the
/// `@`; mail, not we, decides whether it exists.
pub fn email(text: &str) -> Option<String> {
    let (local, domain) = text.rsplit_once('@')?;
    let odd = |c: char| c.is_whitespace() || c.is_control() || "<>(),;\"".contains(c);
    let is_host = domain.split('.').all(|part| !part.is_empty());
    let is_one = !local.is_empty() && !local.contains('@') && is_host && !text.chars().any(odd);
    is_one.then(|| format!("{local}@{}", domain.to_lowercase()))
}

/// As it was given, words with it: "112, ask for Ani". What has not three digits
/// nobody can call.
pub fn phone(text: &str) -> Option<String> {
    one_line(text).filter(|text| telephone::can_be_called(text))
}

/// ISO 3166-1 alpha-2: two letters.
fn country(text: &str) -> Option<String> {
    let is_one = text.len() == 2 && text.chars().all(|c| c.is_ascii_alphabetic());
    is_one.then(|| text.to_ascii_uppercase())
}
