//! The API for programs: JSON over REST under `/api/v1`.
//!
//! A request goes the same straight way as one for a page: the table of
//! [`routes`](crate::routes) → who asks (`Program`, by the token it shows) →
//! a handler → a door of a room → `Answer` or [`Problem`](crate::Problem).
//! What is particular to programs is here: bodies and queries that say exactly
//! what is wrong with them, pages by cursor, changes against lost updates
//! (`If-Match`) and done once (`Idempotency-Key`). [`document()`] describes it
//! all as `OpenAPI`, made from this code.

mod answer;
mod body;
mod consent;
mod contacts;
mod customers;
mod docs;
mod document;
mod error;
mod fields;
mod figures;
mod gate;
mod imports;
mod interactions;
mod limits;
mod me;
mod once;
mod orders;
mod products;
mod program;
mod query;
mod routes;
mod schema;
mod search;
mod tags;
mod thing;
mod timeline;
mod version;

pub(crate) use docs::PROBLEMS;
pub use document::document;
pub use routes::routes;

pub(crate) use gate::{Gate, is_for_programs, is_of_api, recognise};
pub(crate) use program::Program;

use answer::Answer;
use body::Json;
use error::Error;
use once::Once;
use query::{Cursor, Limit, List, Query};
use thing::Thing;
use version::{IfMatch, IfNoneMatch};

use crate::path::Path as Id;
