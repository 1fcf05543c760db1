//! What surrounds every route, from the outside in: the log, safe headers,
//! compression, cookies, who asks, problems said, time limit, panics caught.

mod headers;
mod log;

use std::any::Any;
use std::time::Duration;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::http::StatusCode;
use axum::middleware::{from_fn, from_fn_with_state};
use axum::response::{IntoResponse as _, Response};
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use tower_http::timeout::TimeoutLayer;

use crate::{App, Problem, cookies, problem, visitor};

pub(crate) use log::RequestId;

/// So much may be sent at most, unless a route says otherwise.
const BODY: usize = 1 << 20;
/// So long an answer may take.
const TIME: Duration = Duration::from_secs(30);

/// The routes inside all layers.
pub(crate) fn around(routes: Router<App>, app: &App) -> Router<App> {
    routes
        .layer(DefaultBodyLimit::max(BODY))
        .layer(CatchPanicLayer::custom(caught))
        .layer(TimeoutLayer::with_status_code(StatusCode::GATEWAY_TIMEOUT, TIME))
        .layer(from_fn_with_state(app.clone(), problem::say))
        .layer(from_fn_with_state(app.clone(), visitor::recognise))
        .layer(from_fn_with_state(app.clone(), cookies::carry))
        .layer(CompressionLayer::new())
        .layer(from_fn_with_state(app.clone(), headers::secure))
        .layer(from_fn(log::note))
}

/// What a handler that panicked leaves.
#[expect(clippy::needless_pass_by_value, reason = "a panic is handed over whole")]
fn caught(panic: Box<dyn Any + Send>) -> Response {
    let words = panic
        .downcast_ref::<String>()
        .map(String::as_str)
        .or_else(|| panic.downcast_ref::<&str>().copied());
    let what = format!("a handler panicked: {}", words.unwrap_or("it did not say why"));
    Problem::Internal(what).into_response()
}
