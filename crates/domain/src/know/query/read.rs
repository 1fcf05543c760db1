//! From tokens to meaning.

use chrono::NaiveDate;
use kernel::{Currency, Language};
use review::figures::Standing;

use super::error::{LONGEST, MOST, Name, QueryError, Why};
use super::model::{Condition, Consent, Known, Own, Owner, Query, Test};
use super::span::{Age, Amount, Moment, Span, Unit};
use super::tokens::{Piece, Token, tokens};
use super::write::standing_word;
use crate::know::customers::{self, Field, Kind};

/// A value that is wrong, and how.
type Wrong = (String, Why);

pub(super) fn query(text: &str) -> Result<Query, QueryError> {
    if text.chars().count() > LONGEST {
        return Err(QueryError { word: beginning(text), why: Why::TooMuch });
    }
    // Nobody types control signs, and PostgreSQL takes no text with a NUL.
    let text = text.replace(char::is_control, " ");
    let mut conditions = Vec::new();
    for (typed, token) in tokens(&text) {
        if conditions.len() == MOST {
            return Err(QueryError { word: beginning(typed), why: Why::TooMuch });
        }
        let condition = condition(token).map_err(|(word, why)| QueryError { word, why })?;
        if !conditions.contains(&condition) {
            conditions.push(condition);
        }
    }
    Ok(Query { conditions })
}

/// As much of what is too much as names it.
fn beginning(text: &str) -> String {
    text.chars().take(20).collect()
}

fn condition(token: Token<'_>) -> Result<Condition, Wrong> {
    match token {
        Token::Word(word) => Ok(Test::Word(word.to_owned()).into()),
        Token::Quoted(words) => Ok(Test::Exact(words).into()),
        Token::Named { is_negated, name, values } => {
            let name = key(name);
            let test = match Name::of_word(&name) {
                Some(known) if values.is_empty() => {
                    return Err((format!("{name}:"), Why::Empty(known)));
                }
                Some(known) => test(known, &values)?,
                None if values.is_empty() => return Err((format!("{name}:"), Why::EmptyOwn)),
                None => Test::Own(name, own(&values)?),
            };
            Ok(Condition { is_negated, test })
        }
    }
}

/// A name in lower case, letter by letter, so that it stays a name.
fn key(name: &str) -> String {
    let lower = |letter: char| {
        let mut lower = letter.to_lowercase();
        if lower.len() == 1 { lower.next().unwrap_or(letter) } else { letter }
    };
    name.chars().map(lower).collect()
}

fn test(name: Name, values: &[Piece]) -> Result<Test, Wrong> {
    let wrong = |piece: &Piece| (piece.text.clone(), Why::NotOne(name));
    match name {
        Name::Owner => Ok(Test::Owner(values.iter().map(owner).collect())),
        Name::Team => Ok(Test::Team(lower(values))),
        Name::Tag => Ok(Test::Tag(lower(values))),
        Name::Tier => Ok(Test::Tier(lower(values))),
        Name::City => Ok(Test::City(values.iter().map(|piece| line(&piece.text)).collect())),
        Name::Standing => all(values, standing).map(Test::Standing).map_err(|piece| wrong(&piece)),
        Name::Risk => span(name, values, percent).map(Test::Risk),
        Name::Seen => span(name, values, moment).map(Test::Seen),
        Name::Added => span(name, values, moment).map(Test::Added),
        Name::Orders => span(name, values, number).map(Test::Orders),
        Name::Spent => spent(name, values),
        Name::Kind => all(values, Kind::of_word).map(Test::Kind).map_err(|p| wrong(&p)),
        Name::Country => all(values, |word| customers::kept(Field::Country, word))
            .map(Test::Country)
            .map_err(|piece| wrong(&piece)),
        Name::Language => {
            let language = |word: &str| word.parse::<Language>().ok();
            all(values, language).map(Test::Language).map_err(|piece| wrong(&piece))
        }
        Name::Consent => {
            let consent = |word: &str| Consent::ALL.into_iter().find(|known| known.word() == word);
            all(values, consent).map(Test::Consent).map_err(|piece| wrong(&piece))
        }
        Name::Has => all(values, known).map(Test::Has).map_err(|piece| wrong(&piece)),
        Name::No => all(values, known).map(Test::Lacks).map_err(|piece| wrong(&piece)),
    }
}

/// Each value read, in lower case and once; or the first that cannot be.
fn all<T: PartialEq>(values: &[Piece], read: impl Fn(&str) -> Option<T>) -> Result<Vec<T>, Piece> {
    let mut all = Vec::new();
    for piece in values {
        let value = read(&piece.text.trim().to_lowercase()).ok_or_else(|| piece.clone())?;
        if !all.contains(&value) {
            all.push(value);
        }
    }
    Ok(all)
}

fn lower(values: &[Piece]) -> Vec<String> {
    values.iter().map(|piece| line(&piece.text).to_lowercase()).collect()
}

/// On one line, its words one blank apart.
fn line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn owner(piece: &Piece) -> Owner {
    let name = line(&piece.text).to_lowercase();
    match name.as_str() {
        "me" if !piece.is_quoted => Owner::Me,
        "none" if !piece.is_quoted => Owner::Nobody,
        _ => Owner::Named(name),
    }
}

fn standing(word: &str) -> Option<Standing> {
    let is_it = |known: &Standing| word == standing_word(*known) || word == known.key();
    Standing::ALL.into_iter().find(is_it)
}

/// What is not a field of ours may be one that the business made up.
fn known(word: &str) -> Option<Known> {
    let is_key = word.chars().all(|letter| letter.is_alphanumeric() || letter == '_');
    match word {
        "tag" => Some(Known::Tag),
        "orders" => Some(Known::Order),
        "consent" => Some(Known::Field(Field::Marketing)),
        _ => match Field::named(word) {
            Some(field) => Some(Known::Field(field)),
            None if is_key => Some(Known::Own(word.to_owned())),
            None => None,
        },
    }
}

/// A comparison, a range or a single value, each end read by `end`.
fn span<T: Ends>(
    name: Name,
    values: &[Piece],
    end: impl Fn(&str) -> Option<T>,
) -> Result<Span<T>, Wrong> {
    let text = match values {
        [piece] => piece.text.trim(),
        several => return Err((joined(several), Why::NotOne(name))),
    };
    let wrong = || (text.to_owned(), Why::NotOne(name));
    let read = |text: &str| end(text).ok_or_else(wrong);
    let span = outline(text).try_map(read)?;
    if let Span::Between(from, to) = &span
        && !from.may_be_before(to)
    {
        return Err((text.to_owned(), Why::Backwards));
    }
    Ok(T::plain(span))
}

/// Where the signs of a range stand; its ends are not read yet.
fn outline(text: &str) -> Span<&str> {
    if let Some((from, to)) = text.split_once("..") {
        return match (from, to) {
            ("", to) => Span::AtMost(to),
            (from, "") => Span::AtLeast(from),
            (from, to) => Span::Between(from, to),
        };
    }
    let after = |sign| text.strip_prefix(sign);
    let at_ends = after("<=").map(Span::AtMost).or_else(|| after(">=").map(Span::AtLeast));
    let beyond = || after("<").map(Span::Below).or_else(|| after(">").map(Span::Above));
    at_ends.or_else(beyond).unwrap_or(Span::Is(text))
}

/// Ends of ranges that have an order.
trait Ends: Sized {
    fn may_be_before(&self, other: &Self) -> bool;

    /// A span as it is kept, where it could be written in two ways.
    fn plain(span: Span<Self>) -> Span<Self> {
        span
    }
}

impl Ends for i64 {
    fn may_be_before(&self, other: &Self) -> bool {
        self <= other
    }
}

impl Ends for Amount {
    fn may_be_before(&self, other: &Self) -> bool {
        self <= other
    }
}

impl Ends for Moment {
    fn may_be_before(&self, other: &Self) -> bool {
        self.may_end_with(*other)
    }

    /// "thirty days" alone means within them: the instant is nobody's question.
    fn plain(span: Span<Self>) -> Span<Self> {
        match span {
            Span::Is(age @ Moment::Age(_)) => Span::Below(age),
            span => span,
        }
    }
}

fn moment(text: &str) -> Option<Moment> {
    if let Ok(day) = NaiveDate::parse_from_str(text, "%Y-%m-%d") {
        let moment = Moment::Day(day);
        return (moment.to_string() == text).then_some(moment);
    }
    let text = text.to_lowercase();
    let unit = Unit::ALL.into_iter().find(|unit| text.ends_with(unit.letter()))?;
    let count = text.strip_suffix(unit.letter())?;
    let count = number(count)?;
    let count = u32::try_from(count).ok().filter(|count| *count <= Age::MOST)?;
    Some(Moment::Age(Age { count, unit }))
}

/// A whole number of digits alone.
fn number(text: &str) -> Option<i64> {
    let is_one = (1..=15).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    is_one.then(|| text.parse().ok()).flatten()
}

/// `50` or `50%`.
fn percent(text: &str) -> Option<i64> {
    number(text.strip_suffix('%').unwrap_or(text)).filter(|percent| *percent <= 100)
}

fn amount(text: &str) -> Option<Amount> {
    let parts = kernel::decimal(text, Amount::DECIMALS)?;
    (0..Amount::MOST).contains(&parts).then_some(Amount { parts })
}

/// `>500`, `100..500EUR`: the currency stands at the end.
fn spent(name: Name, values: &[Piece]) -> Result<Test, Wrong> {
    let typed = joined(values);
    let (mut values, mut currency) = (values.to_vec(), None);
    if let [piece] = values.as_mut_slice() {
        let bare = piece.text.trim_end_matches(|letter: char| letter.is_ascii_alphabetic());
        let code = piece.text.get(bare.len()..).unwrap_or_default().to_ascii_uppercase();
        if !code.is_empty() {
            let known: Option<Currency> = code.parse().ok();
            let known = known.filter(|known| known.is_known());
            let known = known.ok_or_else(|| (piece.text.clone(), Why::NotOne(name)))?;
            currency = Some(known);
            piece.text = bare.to_owned();
        }
    }
    let span = span(name, &values, amount).map_err(|(_, why)| (typed, why))?;
    Ok(Test::Spent(span, currency))
}

/// What is said of a field that the business made up: alternatives, or one
/// range. In quotes signs are letters.
fn own(values: &[Piece]) -> Result<Own, Wrong> {
    let words = |text: &str| vec![line(text)];
    match values {
        [piece] if !piece.is_quoted => match outline(&piece.text) {
            Span::Is(text) => Ok(Span::Is(words(text))),
            span => span.try_map(|end| {
                let is_one =
                    !end.is_empty() && !end.contains("..") && !end.contains(['<', '>', '=', '"']);
                if is_one { Ok(words(end)) } else { Err((piece.text.clone(), Why::NotOwn)) }
            }),
        },
        several => Ok(Span::Is(several.iter().map(|piece| line(&piece.text)).collect())),
    }
}

fn joined(values: &[Piece]) -> String {
    values.iter().map(|piece| piece.text.as_str()).collect::<Vec<_>>().join(",")
}
