//! What a program asks for in the address, and lists page by page.

use std::fmt::Display;
use std::str::FromStr;

use axum::extract::FromRequestParts;
use axum::http::Uri;
use axum::http::request::Parts;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde::de::{DeserializeOwned, Error as _};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use utoipa::{PartialSchema, ToSchema};

use crate::problem::Wrong;
use crate::routes::with_query;
use crate::{App, Problem};

/// Rows of a page where nothing is said, and at most.
const USUAL: u32 = 50;
const MOST: u32 = 200;

/// The query of the address. An extractor that says which parameter is wrong.
pub struct Query<T>(pub T);

impl<T: DeserializeOwned> FromRequestParts<App> for Query<T> {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &App) -> Result<Self, Problem> {
        let text = parts.uri.query().unwrap_or_default();
        let query = serde_html_form::Deserializer::from_bytes(text.as_bytes());
        serde_path_to_error::deserialize(query).map(Self).map_err(|error| {
            let field = error.path().to_string();
            Problem::Refused(vec![Wrong::new(field, "not_one", error.inner())])
        })
    }
}

/// Rows of a page.
#[derive(Debug, Clone, Copy)]
pub struct Limit(pub u32);

impl Default for Limit {
    fn default() -> Self {
        Self(USUAL)
    }
}

impl<'de> Deserialize<'de> for Limit {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let rows = u32::deserialize(deserializer)?;
        if (1..=MOST).contains(&rows) {
            Ok(Self(rows))
        } else {
            Err(D::Error::custom(format!("{rows} is not one of 1 to {MOST}")))
        }
    }
}

impl ToSchema for Limit {}

impl PartialSchema for Limit {
    fn schema() -> utoipa::openapi::RefOr<utoipa::openapi::Schema> {
        utoipa::openapi::ObjectBuilder::new()
            .schema_type(utoipa::openapi::Type::Integer)
            .minimum(Some(1))
            .maximum(Some(MOST))
            .default(Some(USUAL.into()))
            .into()
    }
}

/// Where the next page begins. Programs hand it back as they got it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cursor<T>(pub T);

impl<T: Serialize> Cursor<T> {
    fn write(&self) -> Result<String, Problem> {
        let json = serde_json::to_vec(&self.0)
            .map_err(|error| Problem::Internal(format!("a cursor cannot be written: {error}")))?;
        Ok(URL_SAFE_NO_PAD.encode(json))
    }
}

impl<'de, T: DeserializeOwned> Deserialize<'de> for Cursor<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        let json = URL_SAFE_NO_PAD.decode(&text).ok();
        let place = json.and_then(|json| serde_json::from_slice(&json).ok());
        place.map(Self).ok_or_else(|| D::Error::custom("no cursor of this list: begin without one"))
    }
}

/// A place that has a text of its own.
#[derive(Debug, Clone, Copy)]
pub struct Written<T>(pub T);

impl<T: Display> Serialize for Written<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.0)
    }
}

impl<'de, T: FromStr> Deserialize<'de> for Written<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map(Self).map_err(|_| D::Error::custom("not a place"))
    }
}

/// A page of a list.
#[derive(Debug, Serialize, ToSchema)]
pub struct List<T> {
    /// In the order of the list.
    pub items: Vec<T>,
    /// Where the next page begins: ask for it with `after`. None on the last page.
    #[schema(required)]
    pub after: Option<String>,
}

impl<T> List<T> {
    /// A page of what was found, of which one more than `limit` was asked for
    /// to know whether the list goes on.
    ///
    /// # Errors
    /// Where the cursor cannot be written.
    pub fn page<R, C: Serialize>(
        mut found: Vec<R>,
        limit: Limit,
        place: impl Fn(&R) -> C,
        told: impl FnMut(R) -> T,
    ) -> Result<Self, Problem> {
        let goes_on = found.len() > limit.0 as usize;
        found.truncate(limit.0 as usize);
        let last = found.last().filter(|_| goes_on);
        let after = last.map(|row| Cursor(place(row)).write()).transpose()?;
        Ok(Self { items: found.into_iter().map(told).collect(), after })
    }

    /// A page of a list that knows by itself where it goes on.
    ///
    /// # Errors
    /// Where the cursor cannot be written.
    pub fn going_on<C: Serialize>(items: Vec<T>, after: Option<C>) -> Result<Self, Problem> {
        let after = after.map(|place| Cursor(place).write()).transpose()?;
        Ok(Self { items, after })
    }

    /// The address of the next page, where this one has its own: all that was
    /// asked for stays.
    pub fn next(&self, here: &Uri) -> Option<String> {
        let after = self.after.as_deref()?;
        let asked: Vec<(String, String)> =
            serde_html_form::from_str(here.query().unwrap_or_default()).ok()?;
        let kept = asked.into_iter().filter(|(name, _)| name != "after");
        let query = kept.chain([("after".to_owned(), after.to_owned())]);
        Some(with_query(here.path(), query))
    }
}

impl Limit {
    /// So many rows, and one more to know whether the list goes on.
    pub fn and_one(self) -> u32 {
        self.0 + 1
    }
}
