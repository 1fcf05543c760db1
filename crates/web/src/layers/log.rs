//! One line of log for each request, without anything personal: never an
//! address, a query or a name, only which route it was and how it went.

use std::fmt;
use std::time::Instant;

use axum::extract::{MatchedPath, Request};
use axum::http::{HeaderName, HeaderValue};
use axum::middleware::Next;
use axum::response::{IntoResponse as _, Response};

use crate::{Problem, seal};

/// Bytes of randomness in the name of a request.
const LENGTH: usize = 12;
const HEADER: HeaderName = HeaderName::from_static("x-request-id");

/// Names a request in the log, in its response and on error pages.
#[derive(Clone)]
pub(crate) struct RequestId(String);

impl fmt::Display for RequestId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Names the request and notes how it went.
pub(super) async fn note(mut request: Request, next: Next) -> Response {
    let id = match seal::random::<LENGTH>() {
        Ok(id) => id,
        Err(error) => return Problem::from(error).into_response(),
    };
    let method = request.method().clone();
    let route = request.extensions().get::<MatchedPath>().cloned();
    request.extensions_mut().insert(RequestId(id.clone()));
    let began = Instant::now();
    let mut response = next.run(request).await;
    let micros = began.elapsed().as_micros() as u64;
    let route = route.as_ref().map_or("-", MatchedPath::as_str);
    let status = response.status().as_u16();
    tracing::info!(request = id, %method, route, status, micros, "request");
    if let Ok(id) = HeaderValue::try_from(id) {
        response.headers_mut().insert(HEADER, id);
    }
    response
}
