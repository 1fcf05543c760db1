//! What rooms give to be found, and what is found.

use std::fmt;
use std::str::FromStr;

use chrono::{DateTime, Utc};
use kernel::Language;
use uuid::Uuid;

use super::Snippet;

/// The moment of what belongs to none, as a product does: so it stands behind
/// whatever happened, where [`crate::Snapshot::find_timeless`] looks for it.
pub const TIMELESS: DateTime<Utc> = DateTime::UNIX_EPOCH;

/// Something that can be found: a customer, a call, an order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// What it is: `"customer"`. One word, for ever.
    pub kind: &'static str,
    /// Which one.
    pub id: Uuid,
    /// The customer it belongs to, if it belongs to one.
    pub customer: Option<Uuid>,
    /// Its names; the first is shown.
    pub names: Vec<String>,
    /// E-mail addresses.
    pub emails: Vec<String>,
    /// Phone numbers, as they were written.
    pub phones: Vec<String>,
    /// Numbers of orders, parcels, cards.
    pub codes: Vec<String>,
    /// What it says.
    pub text: String,
    /// The language of the text, where it is known.
    pub language: Option<Language>,
    /// When it happened or was last heard of: of equals the newest comes first.
    pub at: DateTime<Utc>,
}

impl Document {
    /// No two documents have the same.
    pub(super) fn key(&self) -> (&'static str, Uuid) {
        (self.kind, self.id)
    }
}

/// What to look for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Query {
    /// As it was typed: words, all of which must be there, `"exact words"`,
    /// numbers, addresses.
    pub words: String,
    /// Only documents of these kinds; of all, where there are none.
    pub kinds: Vec<String>,
    /// So many at most.
    pub limit: u32,
    /// Those that follow this one.
    pub after: Option<Place>,
}

/// How a document was found, the closest first. Of several words the one that
/// is farthest off counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Match {
    /// By a name, number, address or code as it was typed.
    Exact,
    /// By the beginning of one, or by the end of a phone number.
    Beginning,
    /// By a name that sounds the same and is written in another way.
    Sound,
    /// By the beginning of such a name.
    SoundBeginning,
    /// By a name as it is spelt without the typo, or as other languages say it.
    Typo,
    /// By words of its text.
    Text,
}

impl Match {
    /// All of them, the closest first.
    pub const ALL: [Match; 6] =
        [Self::Exact, Self::Beginning, Self::Sound, Self::SoundBeginning, Self::Typo, Self::Text];

    /// Those by keys: without a look into texts.
    pub(super) const BY_KEYS: [Match; 5] =
        [Self::Exact, Self::Beginning, Self::Sound, Self::SoundBeginning, Self::Typo];

    fn code(self) -> char {
        match self {
            Self::Exact => 'e',
            Self::Beginning => 'b',
            Self::Sound => 's',
            Self::SoundBeginning => 'o',
            Self::Typo => 't',
            Self::Text => 'x',
        }
    }
}

/// A place among what was found, to go on from: by [`fmt::Display`] and
/// [`FromStr`] it passes through an address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    pub(super) matched: Match,
    pub(super) doc: i64,
    /// Whether slips had been guessed by then: what follows is told apart by it.
    pub(super) guessed: bool,
}

/// Ends a place before which slips were guessed.
const GUESSED: char = '~';

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", self.matched.code(), self.doc)?;
        if self.guessed { write!(f, "{GUESSED}") } else { Ok(()) }
    }
}

/// A place that no search gave.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("\"{0}\" is no place in a search: search again")]
pub struct UnknownPlace(String);

impl FromStr for Place {
    type Err = UnknownPlace;

    fn from_str(text: &str) -> Result<Self, UnknownPlace> {
        let place = || {
            let matched = Match::ALL.into_iter().find(|kind| text.starts_with(kind.code()))?;
            let rest = text.get(1..)?;
            let bare = rest.strip_suffix(GUESSED);
            let doc = bare.unwrap_or(rest).parse().ok()?;
            Some(Self { matched, doc, guessed: bare.is_some() })
        };
        place().ok_or_else(|| UnknownPlace(text.to_owned()))
    }
}

/// Something found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// What it is.
    pub kind: String,
    /// Which one.
    pub id: Uuid,
    /// The customer it belongs to.
    pub customer: Option<Uuid>,
    /// When it happened.
    pub at: DateTime<Utc>,
    /// Its first name, else its first code, address or number.
    pub label: String,
    /// How it was found.
    pub matched: Match,
    /// Where in its text the words stand.
    pub snippet: Snippet,
    /// To go on from here.
    pub place: Place,
}

#[cfg(test)]
mod tests {
    use super::{Match, Place};

    #[test]
    fn a_place_passes_through_an_address() {
        for matched in Match::ALL {
            for guessed in [false, true] {
                let place = Place { matched, doc: i64::MAX, guessed };
                assert_eq!(place.to_string().parse(), Ok(place));
            }
        }
        for text in ["", "e", "q12", "ж", "12", "x~", "x12~~", "x~12"] {
            assert!(text.parse::<Place>().is_err(), "{text}");
        }
    }
}
