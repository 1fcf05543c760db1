//! The thing a path names.

use std::str::FromStr;

use axum::extract::{FromRequestParts, Path};
use axum::http::request::Parts;

use crate::{App, Problem};

/// The id in the path. An extractor: where it is no id, nothing is there.
pub struct Id<I>(pub I);

impl<I: FromStr> FromRequestParts<App> for Id<I> {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Problem> {
        let path = Path::<String>::from_request_parts(parts, app).await;
        let id = path.ok().and_then(|Path(text)| text.parse().ok());
        id.map(Self).ok_or(Problem::NotFound)
    }
}
