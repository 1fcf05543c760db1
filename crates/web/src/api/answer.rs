//! What a program is answered.

use axum::http::header::{CONTENT_TYPE, ETAG, LINK, LOCATION};
use axum::http::{HeaderName, HeaderValue, StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use serde::{Deserialize, Serialize};

use super::List;
use super::version::Version;
use crate::Problem;

/// Says that an answer was given before, and nothing done for it now.
const REPLAYED: HeaderName = HeaderName::from_static("idempotent-replayed");

/// What a program is answered: a status and mostly some JSON. Can be kept, to
/// be given again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answer {
    status: u16,
    version: Option<Version>,
    location: Option<String>,
    body: Option<String>,
    /// Where a list goes on; none of them is kept.
    #[serde(skip)]
    next: Option<String>,
    #[serde(skip)]
    is_replayed: bool,
}

impl Answer {
    /// Something that is looked at and not changed, such as a list.
    ///
    /// # Errors
    /// Where it cannot be written as JSON.
    pub fn of(known: &impl Serialize) -> Result<Self, Problem> {
        let body = Some(json(known)?);
        let status = StatusCode::OK.as_u16();
        Ok(Self { status, version: None, location: None, body, next: None, is_replayed: false })
    }

    /// A page of the list at an address.
    ///
    /// # Errors
    /// Where it cannot be written as JSON.
    pub fn page<T: Serialize>(here: &Uri, list: &List<T>) -> Result<Self, Problem> {
        Ok(Self { next: list.next(here), ..Self::of(list)? })
    }

    /// A thing, with the version that a change of it must name.
    ///
    /// # Errors
    /// Where it cannot be written as JSON.
    pub fn thing(known: &impl Serialize) -> Result<Self, Problem> {
        let mut answer = Self::of(known)?;
        answer.version = answer.body.as_deref().map(Version::of_json);
        Ok(answer)
    }

    /// A thing that was added and is to be found at a path.
    ///
    /// # Errors
    /// Where it cannot be written as JSON.
    pub fn added(path: String, known: &impl Serialize) -> Result<Self, Problem> {
        let thing = Self::thing(known)?;
        Ok(Self { status: StatusCode::CREATED.as_u16(), location: Some(path), ..thing })
    }

    /// It was done, and there is nothing to say.
    pub fn done() -> Self {
        Self {
            status: StatusCode::NO_CONTENT.as_u16(),
            version: None,
            location: None,
            body: None,
            next: None,
            is_replayed: false,
        }
    }

    /// The thing is still the one the program has.
    pub fn unchanged(self) -> Self {
        Self { status: StatusCode::NOT_MODIFIED.as_u16(), body: None, ..self }
    }

    /// The version of the thing in it.
    pub fn version(&self) -> Option<&Version> {
        self.version.as_ref()
    }

    /// As it is kept.
    ///
    /// # Errors
    /// Where it cannot be written as JSON.
    pub fn kept(&self) -> Result<String, Problem> {
        json(self)
    }

    /// One that was kept, to be given again.
    ///
    /// # Errors
    /// Where it was kept by another version of the program in another form.
    pub fn again(kept: &str) -> Result<Self, Problem> {
        let answer: Self = serde_json::from_str(kept)
            .map_err(|error| Problem::Internal(format!("a kept answer is no answer: {error}")))?;
        Ok(Self { is_replayed: true, ..answer })
    }
}

impl IntoResponse for Answer {
    fn into_response(self) -> Response {
        let status = StatusCode::from_u16(self.status).unwrap_or(StatusCode::OK);
        let mut response = match self.body {
            Some(body) => ([(CONTENT_TYPE, "application/json")], body).into_response(),
            None => ().into_response(),
        };
        *response.status_mut() = status;
        let version = self.version.map(|version| (ETAG, version.to_string()));
        let location = self.location.map(|path| (LOCATION, path));
        // RFC 8288: what walks any list by its links walks ours.
        let next = self.next.map(|path| (LINK, format!("<{path}>; rel=\"next\"")));
        let replayed = self.is_replayed.then(|| (REPLAYED, "true".to_owned()));
        for (name, text) in [version, location, next, replayed].into_iter().flatten() {
            if let Ok(value) = HeaderValue::try_from(text) {
                response.headers_mut().insert(name, value);
            }
        }
        response
    }
}

fn json(known: &impl Serialize) -> Result<String, Problem> {
    serde_json::to_string(known)
        .map_err(|error| Problem::Internal(format!("an answer cannot be written: {error}")))
}
