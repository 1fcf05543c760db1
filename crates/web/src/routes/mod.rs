//! Every route there is, in one table: method, path, who may use it, handler.
//!
//! Nothing else adds routes, so what is not in the table cannot be reached,
//! and a test can walk all of it.

mod know;
mod office;

use std::sync::LazyLock;
use std::time::Duration;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::handler::Handler;
use axum::http::{Method, StatusCode};
use axum::middleware;
use axum::routing::{MethodRouter, delete, get, patch, post};
use tower_http::timeout::TimeoutLayer;

use domain::office::rights::Right;

use crate::office::{colour, logo, sign_in, staff};
use crate::upload::Limits;
use crate::{
    Access, App, Problem, access, api, assets, health, keys, live, metrics, preferences, search,
    today, upload,
};

/// So long an answer may take.
const TIME: Duration = Duration::from_secs(30);
/// So long, where files have to arrive first.
const TIME_WITH_FILES: Duration = Duration::from_mins(10);

/// One route.
pub struct Route {
    /// How it is asked for.
    pub method: Method,
    /// Its path, with names of parameters in braces.
    pub path: &'static str,
    /// Who may use it.
    pub access: Access,
    /// How long its answer may take.
    time: Duration,
    serve: MethodRouter<App>,
}

impl Route {
    pub(crate) fn get<H, T>(path: &'static str, access: Access, handler: H) -> Self
    where
        H: Handler<T, App>,
        T: 'static,
    {
        Self { method: Method::GET, path, access, time: TIME, serve: get(handler) }
    }

    pub(crate) fn post<H, T>(path: &'static str, access: Access, handler: H) -> Self
    where
        H: Handler<T, App>,
        T: 'static,
    {
        Self { method: Method::POST, path, access, time: TIME, serve: post(handler) }
    }

    /// A form with files, which may be larger and take longer to arrive.
    fn upload<L, H, T>(path: &'static str, access: Access, handler: H) -> Self
    where
        L: Limits,
        H: Handler<T, App>,
        T: 'static,
    {
        let serve = post(handler).layer(DefaultBodyLimit::max(upload::whole::<L>()));
        Self { method: Method::POST, path, access, time: TIME_WITH_FILES, serve }
    }

    pub(crate) fn patch<H, T>(path: &'static str, access: Access, handler: H) -> Self
    where
        H: Handler<T, App>,
        T: 'static,
    {
        Self { method: Method::PATCH, path, access, time: TIME, serve: patch(handler) }
    }

    pub(crate) fn delete<H, T>(path: &'static str, access: Access, handler: H) -> Self
    where
        H: Handler<T, App>,
        T: 'static,
    {
        Self { method: Method::DELETE, path, access, time: TIME, serve: delete(handler) }
    }

    /// The same with another limit of what may be sent than everywhere.
    pub(crate) fn within(self, limit: DefaultBodyLimit) -> Self {
        Self { serve: self.serve.layer(limit), ..self }
    }
}

/// The table.
#[must_use]
pub fn table() -> Vec<Route> {
    let mut table = frame();
    table.extend(know::routes());
    table.extend(office::routes());
    table.extend(api::routes());
    table
}

/// Those of the frame, of signing in, and of what is only there in development.
fn frame() -> Vec<Route> {
    vec![
        Route::get("/assets/{file}", Access::Public, assets::serve),
        Route::get("/live", Access::SignedIn, live::follow),
        Route::get(health::LIVE, Access::Public, health::live),
        Route::get("/health/ready", Access::Public, health::ready),
        Route::get(metrics::PATH, Access::RightOrToken(Right::SeeMetrics), metrics::show),
        Route::post("/preferences", Access::Public, preferences::change),
        Route::get("/sign-in", Access::Public, sign_in::show),
        Route::post("/sign-in", Access::Public, sign_in::enter),
        Route::post("/sign-in/code", Access::Public, sign_in::code::enter),
        Route::post("/sign-out", Access::Public, sign_in::leave),
        Route::get("/invitation/{secret}", Access::Public, staff::invitation::show),
        Route::post("/invitation/{secret}", Access::Public, staff::invitation::take_up),
        Route::get("/sign-in/link/{secret}", Access::Public, sign_in::link::show),
        Route::post("/sign-in/link/{secret}", Access::Public, sign_in::link::enter),
        Route::get("/colour/{version}", Access::Public, colour::show),
        Route::get("/logo/{hash}", Access::Public, logo::show),
        Route::get("/", Access::SignedIn, today::show),
        Route::get("/search", may(Right::SeeCustomers), search::show),
        Route::get("/keys", Access::Public, keys::show),
        #[cfg(any(debug_assertions, feature = "design"))]
        Route::get("/design", Access::Public, crate::design::show),
        #[cfg(any(debug_assertions, feature = "design"))]
        Route::post("/design", Access::Public, crate::design::try_out),
    ]
}

fn may(right: Right) -> Access {
    Access::Right(right)
}

/// A path with a query, each value escaped; the path alone where there is
/// nothing to ask.
pub(crate) fn with_query<N: AsRef<str>, V: AsRef<str>>(
    path: &str,
    pairs: impl IntoIterator<Item = (N, V)>,
) -> String {
    let pairs: Vec<(N, V)> = pairs.into_iter().collect();
    if pairs.is_empty() {
        return path.to_owned();
    }
    let texts: Vec<(&str, &str)> =
        pairs.iter().map(|(name, value)| (name.as_ref(), value.as_ref())).collect();
    // Pairs of texts can always be written.
    let query = serde_html_form::to_string(texts).unwrap_or_default();
    format!("{path}?{query}")
}

/// Who may open a page, if there is one at this path: what links ask before
/// they show themselves.
pub(crate) fn access_to_page(path: &str) -> Option<Access> {
    access_to(&Method::GET, path)
}

/// Whether a form can be sent to this path.
pub(crate) fn takes_post(path: &str) -> bool {
    access_to(&Method::POST, path).is_some()
}

fn access_to(method: &Method, path: &str) -> Option<Access> {
    static OUTLINE: LazyLock<Vec<(Method, &'static str, Access)>> = LazyLock::new(|| {
        table().into_iter().map(|route| (route.method, route.path, route.access)).collect()
    });
    let by_method = || OUTLINE.iter().filter(|(by, _, _)| by == method);
    let itself = by_method().find(|(_, at, _)| *at == path);
    let found = itself.or_else(|| by_method().find(|(_, at, _)| leads_to(at, path)));
    found.map(|(_, _, access)| *access)
}

/// Whether a path of the table, with something for each of its parameters, is
/// this one.
fn leads_to(route: &str, path: &str) -> bool {
    let (mut parts, mut wanted) = (route.split('/'), path.split('/'));
    loop {
        match (parts.next(), wanted.next()) {
            (None, None) => return true,
            (Some(part), Some(wanted)) if part == wanted || part.starts_with('{') => {}
            _ => return false,
        }
    }
}

/// The table as a router, with a guard before each route.
pub(crate) fn router() -> Router<App> {
    let mut router = Router::new();
    for route in table() {
        let access = route.access;
        let guard = middleware::from_fn(move |request, next| access::guard(access, request, next));
        let in_time = TimeoutLayer::with_status_code(StatusCode::GATEWAY_TIMEOUT, route.time);
        router = router.route(route.path, route.serve.route_layer(guard).layer(in_time));
    }
    router
        .fallback(async || Problem::NotFound)
        .method_not_allowed_fallback(async || Problem::WrongMethod)
}
