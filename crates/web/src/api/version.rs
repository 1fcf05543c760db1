//! Which version of a thing a program has seen: `ETag`, `If-Match` and
//! `If-None-Match` (RFC 9110, 8.8.3 and 13.1).
//!
//! The version is a digest of what the program was shown, so that whatever
//! changes in it is noticed, whoever changed it and wherever it is kept.

use std::convert::Infallible;
use std::fmt;

use axum::extract::FromRequestParts;
use axum::http::HeaderMap;
use axum::http::header::{HeaderName, IF_MATCH, IF_NONE_MATCH};
use axum::http::request::Parts;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
use utoipa::IntoParams;

use super::Answer;
use crate::{App, Problem};

/// Bytes of the digest that make a version: none comes twice by chance.
const LENGTH: usize = 12;

/// The version of a thing, quoted as headers have it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Version(String);

impl Version {
    /// That of a thing whose JSON this is.
    pub fn of_json(json: &str) -> Self {
        let digest = Sha256::digest(json);
        Self(format!("\"{}\"", URL_SAFE_NO_PAD.encode(&digest[..LENGTH])))
    }
}

impl fmt::Display for Version {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The versions of which one must be there still for a change to be made. An
/// extractor.
#[derive(IntoParams)]
#[into_params(parameter_in = Header)]
pub struct IfMatch {
    /// The `ETag` of the thing as you know it; `*` for whatever it is.
    #[param(rename = "If-Match")]
    versions: String,
}

impl IfMatch {
    /// Lets a change of a thing through that is as the program knows it.
    ///
    /// # Errors
    /// [`Problem::ChangedSince`] where somebody has changed it.
    pub fn admits(&self, now: &impl Serialize) -> Result<(), Problem> {
        let now = Answer::thing(now)?;
        let is_known = now.version().is_some_and(|version| names(&self.versions, version));
        if is_known { Ok(()) } else { Err(Problem::ChangedSince) }
    }
}

impl FromRequestParts<App> for IfMatch {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &App) -> Result<Self, Problem> {
        let versions = header(&parts.headers, &IF_MATCH).ok_or(Problem::VersionNeeded)?;
        Ok(Self { versions })
    }
}

/// The versions the program has and need not be sent. An extractor.
#[derive(IntoParams)]
#[into_params(parameter_in = Header)]
pub struct IfNoneMatch {
    /// The `ETag` of the thing as you have it: where it is still the same, it is not sent again.
    #[param(rename = "If-None-Match")]
    versions: Option<String>,
}

impl IfNoneMatch {
    /// The answer, without the thing where the program has it.
    pub fn or(&self, answer: Answer) -> Answer {
        let is_known = match (&self.versions, answer.version()) {
            (Some(known), Some(version)) => names(known, version),
            _ => false,
        };
        if is_known { answer.unchanged() } else { answer }
    }
}

impl FromRequestParts<App> for IfNoneMatch {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &App) -> Result<Self, Infallible> {
        Ok(Self { versions: header(&parts.headers, &IF_NONE_MATCH) })
    }
}

fn header(headers: &HeaderMap, name: &HeaderName) -> Option<String> {
    headers.get(name)?.to_str().ok().map(str::to_owned)
}

/// Whether a header names a version. A proxy that compresses marks ours as
/// weak; it still stands for the same thing.
fn names(header: &str, version: &Version) -> bool {
    let mut named = header.split(',').map(|one| one.trim().trim_start_matches("W/"));
    named.any(|one| one == "*" || one == version.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_header_names_versions_one_by_one_or_all() {
        let version = Version::of_json("{}");
        for header in ["*", &version.0, &format!("\"x\", W/{version}")] {
            assert!(names(header, &version), "{header}");
        }
        for header in ["", "\"x\"", version.0.trim_matches('"'), "W/\"*\""] {
            assert!(!names(header, &version), "{header}");
        }
        assert_ne!(version, Version::of_json("{} "));
    }
}
