//! What stands in an address where its route leaves room.

use axum::extract::rejection::PathRejection;
use axum::extract::{FromRequestParts, Path as Named};
use axum::http::request::Parts;
use serde::de::DeserializeOwned;

use crate::{App, Problem};

/// What stands in an address where its route leaves room, such as an id. An
/// extractor: where something else stands there, nothing is at the address.
pub(crate) struct Path<T>(pub T);

impl<T: DeserializeOwned + Send> FromRequestParts<App> for Path<T> {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Problem> {
        match Named::from_request_parts(parts, app).await {
            Ok(Named(named)) => Ok(Self(named)),
            Err(PathRejection::FailedToDeserializePathParams(_)) => Err(Problem::NotFound),
            Err(defect) => Err(Problem::Internal(defect.body_text())),
        }
    }
}
