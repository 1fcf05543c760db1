//! The query language: which customers somebody means.
//!
//! `owner:me seen:>30d -tag:vip city:Gyumri,"New York" "late again"`
//!
//! Conditions stand side by side and all must hold; values after a comma are
//! alternatives; a minus before a field turns it round. Pages, the API and
//! whatever else asks for customers read a text here once, by [`parse`], and
//! hand the [`Query`] on; written out again it is the one canonical text.
//! Nothing here knows the record: who `owner:Nora` is, and which fields the
//! business made up, is found out where the query is asked.

mod error;
mod model;
mod read;
mod span;
mod tokens;
mod write;

#[cfg(test)]
mod tests;

pub use error::{Name, QueryError, Why, all_names};
pub use model::{Condition, Consent, Known, Own, Owner, Query, Test};
pub use span::{Age, Amount, Moment, Span, Unit};
pub use write::standing_word;

/// Reads what somebody typed.
///
/// # Errors
/// The first word that cannot be meant, and what could stand there instead.
pub fn parse(text: &str) -> Result<Query, QueryError> {
    read::query(text)
}
