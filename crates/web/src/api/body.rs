//! What a program sends.

use axum::body::Bytes;
use axum::extract::{FromRequest, Request};
use axum::http::HeaderMap;
use axum::http::header::CONTENT_TYPE;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Deserializer};
use serde_json::error::Category;

use super::Once;
use crate::problem::Wrong;
use crate::{App, Problem};

/// Media types we take: JSON, and JSON that merges into what is there
/// (RFC 7396).
const TAKEN: [&str; 2] = ["application/json", "application/merge-patch+json"];

/// A body of JSON, and how often what it asks may be done. An extractor: what
/// cannot be read says where, what is not taken says which field.
pub struct Json<T>(pub T, pub Once);

impl<T: DeserializeOwned> FromRequest<App> for Json<T> {
    type Rejection = Problem;

    async fn from_request(request: Request, app: &App) -> Result<Self, Problem> {
        if !is_json(request.headers()) {
            return Err(Problem::WrongMedia);
        }
        let once = Once::asked_by(&request)?;
        let body = Bytes::from_request(request, app).await?;
        let value = read(&body)?;
        Ok(Self(value, once.with(&body)))
    }
}

fn is_json(headers: &HeaderMap) -> bool {
    let media = headers.get(CONTENT_TYPE).and_then(|media| media.to_str().ok()).unwrap_or_default();
    let media = media.split(';').next().unwrap_or_default().trim();
    TAKEN.iter().any(|taken| media.eq_ignore_ascii_case(taken))
}

/// Reads JSON, whole.
fn read<T: DeserializeOwned>(body: &[u8]) -> Result<T, Problem> {
    let mut json = serde_json::Deserializer::from_slice(body);
    let value = serde_path_to_error::deserialize(&mut json).map_err(|error| {
        let field = error.path().to_string();
        match error.inner().classify() {
            Category::Data => Problem::Refused(vec![Wrong::new(field, "not_one", error.inner())]),
            Category::Syntax | Category::Eof | Category::Io => {
                Problem::Broken(error.into_inner().to_string())
            }
        }
    })?;
    json.end().map_err(|error| Problem::Broken(error.to_string()))?;
    Ok(value)
}

/// A field of a change: one that is not sent stays as it is.
#[derive(Debug, Clone, Default)]
pub enum Field<T> {
    /// It was not sent.
    #[default]
    Stays,
    /// It was sent; null empties it.
    Becomes(Option<T>),
}

impl<T: Clone> Field<T> {
    /// What was known, or what was sent in its place.
    pub fn over(&self, known: Option<T>) -> Option<T> {
        match self {
            Field::Stays => known,
            Field::Becomes(sent) => sent.clone(),
        }
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Field<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Option::deserialize(deserializer).map(Field::Becomes)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Order {
        #[expect(dead_code, reason = "only whether it is read matters")]
        lines: Vec<i64>,
    }

    #[test]
    fn broken_json_says_where() {
        for broken in ["", "{\"lines\": [1,]}", "{\"lines\": []} x"] {
            let Err(Problem::Broken(why)) = read::<Order>(broken.as_bytes()) else {
                panic!("{broken}");
            };
            assert!(why.contains("line 1 column"), "{why}");
        }
    }

    #[test]
    fn what_is_not_taken_names_the_field() {
        for (body, field) in
            [("{\"lines\": [1, \"x\"]}", "lines[1]"), ("{\"line\": 1}", "line"), ("[1]", "[0]")]
        {
            let Err(Problem::Refused(wrong)) = read::<Order>(body.as_bytes()) else {
                panic!("{body}");
            };
            assert_eq!(wrong[0].field, field, "{wrong:?}");
        }
    }
}
