//! Finding anything by what people remember of it.
//!
//! Rooms give [`Document`]s as they read the log ([`crate::log::LogReader`]);
//! pages ask by [`Snapshot::find`](crate::Snapshot::find). Names, numbers,
//! addresses and codes are kept as keys, in a spelling and a sound that all
//! alphabets share, and sounds also by what they become when letters are left
//! out, for typos, and by what other languages leave of them. Texts are cut into
//! words and stemmed here, so that both databases index the same. What was not
//! given is never found.

mod alike;
mod composed;
mod counts;
mod document;
mod find;
mod fold;
mod forget;
mod index;
mod keys;
mod numbers;
mod sieve;
mod skeleton;
mod snippet;
mod spans;
mod spelling;
mod stems;
mod stretch;
mod terms;
mod tokens;
mod typos;

pub use alike::{are_alike, reach_the_same};
pub use document::{Document, Hit, Match, Place, Query, TIMELESS, UnknownPlace};
pub use snippet::{Part, Snippet};
pub use spelling::name_key;
