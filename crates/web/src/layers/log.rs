//! One line of log for each request, without anything personal: never an
//! address, a query or a name, only which route it was and how it went.

use std::fmt;
use std::time::Instant;

use axum::extract::{MatchedPath, Request, State};
use axum::http::{HeaderName, HeaderValue, Method};
use axum::middleware::Next;
use axum::response::Response;

use crate::{Metrics, seal};

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
pub(super) async fn note(
    State(metrics): State<Metrics>,
    mut request: Request,
    next: Next,
) -> Response {
    // Where there are no random numbers it goes on without a name; whatever needs
    // them itself says so.
    let id = seal::random::<LENGTH>().ok();
    let method = request.method().clone();
    let route = request.extensions().get::<MatchedPath>().cloned();
    if let Some(id) = id.clone() {
        request.extensions_mut().insert(RequestId(id));
    }
    let began = Instant::now();
    let mut response = next.run(request).await;
    let took = began.elapsed();
    let micros = took.as_micros() as u64;
    let route = route.as_ref().map_or("-", MatchedPath::as_str);
    let status = response.status().as_u16();
    metrics.answered(counted(&method), route, status, took);
    tracing::info!(request = id, %method, route, status, micros, "request");
    if let Some(id) = id.and_then(|id| HeaderValue::try_from(id).ok()) {
        response.headers_mut().insert(HEADER, id);
    }
    response
}

/// Under what a method is counted: anybody may make up methods, and counts are
/// kept for ever.
fn counted(method: &Method) -> &str {
    const KNOWN: [Method; 6] =
        [Method::GET, Method::HEAD, Method::POST, Method::PUT, Method::PATCH, Method::DELETE];
    if KNOWN.contains(method) { method.as_str() } else { "other" }
}

#[cfg(test)]
mod tests {
    use axum::Router;
    use axum::body::Body;
    use axum::middleware::from_fn_with_state;
    use axum::routing::get;
    use tower::ServiceExt as _;

    use super::super::heard::Heard;
    use super::*;

    #[tokio::test]
    async fn the_log_says_which_route_it_was_and_nothing_personal() {
        let heard = Heard::default();
        let _listens = tracing::subscriber::set_default(heard.clone());
        let web = Router::new()
            .route("/customers/{id}", get(async || "Nora Whitfield"))
            .layer(from_fn_with_state(Metrics::default(), note));
        let request = Request::get("/customers/nora?q=whitfield")
            .header("cookie", "session=whitfield")
            .header("user-agent", "whitfield")
            .body(Body::empty())
            .unwrap();
        web.oneshot(request).await.unwrap();
        let line = heard.said();
        for part in ["method=GET", "route=\"/customers/{id}\"", "status=200", "micros="] {
            assert!(line.contains(part), "{line}");
        }
        assert!(!line.to_lowercase().contains("nora") && !line.contains("hitfield"), "{line}");
    }
}
