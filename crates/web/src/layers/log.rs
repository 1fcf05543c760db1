//! One line of log for each request, without anything personal: never an
//! address, a query or a name, only which route it was and how it went.

use std::fmt;
use std::time::Instant;

use axum::extract::{MatchedPath, Request, State};
use axum::http::{HeaderName, HeaderValue, Method};
use axum::middleware::Next;
use axum::response::{IntoResponse as _, Response};

use crate::{Metrics, Problem, seal};

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
    let id = match seal::random::<LENGTH>() {
        Ok(id) => id,
        Err(error) => return Problem::from(error).into_response(),
    };
    let method = request.method().clone();
    let route = request.extensions().get::<MatchedPath>().cloned();
    request.extensions_mut().insert(RequestId(id.clone()));
    let began = Instant::now();
    let mut response = next.run(request).await;
    let took = began.elapsed();
    let micros = took.as_micros() as u64;
    let route = route.as_ref().map_or("-", MatchedPath::as_str);
    let status = response.status().as_u16();
    metrics.answered(counted(&method), route, status, took);
    tracing::info!(request = id, %method, route, status, micros, "request");
    if let Ok(id) = HeaderValue::try_from(id) {
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
    use std::fmt::{Debug, Write as _};
    use std::sync::{Arc, Mutex};

    use axum::Router;
    use axum::body::Body;
    use axum::middleware::from_fn_with_state;
    use axum::routing::get;
    use tower::ServiceExt as _;
    use tracing::field::{Field, Visit};
    use tracing::span::{Attributes, Id, Record};
    use tracing::{Event, Metadata, Subscriber};

    use super::*;

    /// Writes down what is logged on this thread.
    #[derive(Clone, Default)]
    struct Heard(Arc<Mutex<String>>);

    struct Line<'a>(&'a mut String);

    impl Visit for Line<'_> {
        fn record_debug(&mut self, field: &Field, value: &dyn Debug) {
            write!(self.0, "{field}={value:?} ").unwrap();
        }
    }

    impl Subscriber for Heard {
        fn enabled(&self, _: &Metadata<'_>) -> bool {
            true
        }
        fn new_span(&self, _: &Attributes<'_>) -> Id {
            Id::from_u64(1)
        }
        fn record(&self, _: &Id, _: &Record<'_>) {}
        fn record_follows_from(&self, _: &Id, _: &Id) {}
        fn event(&self, event: &Event<'_>) {
            event.record(&mut Line(&mut self.0.lock().unwrap()));
        }
        fn enter(&self, _: &Id) {}
        fn exit(&self, _: &Id) {}
    }

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
        let line = heard.0.lock().unwrap().clone();
        for part in ["method=GET", "route=\"/customers/{id}\"", "status=200", "micros="] {
            assert!(line.contains(part), "{line}");
        }
        assert!(!line.to_lowercase().contains("nora") && !line.contains("hitfield"), "{line}");
    }
}
