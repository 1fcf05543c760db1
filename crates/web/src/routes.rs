//! Every route there is, in one table: method, path, who may use it, handler.
//!
//! Nothing else adds routes, so what is not in the table cannot be reached,
//! and a test can walk all of it.

use std::sync::LazyLock;
use std::time::Duration;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::handler::Handler;
use axum::http::{Method, StatusCode};
use axum::middleware;
use axum::routing::{MethodRouter, get, post};
use tower_http::timeout::TimeoutLayer;

use domain::office::rights::Right;

use crate::know::{contacts, customers, files, imports, interactions, orders, products};
use crate::office::sign_in;
use crate::prove::review;
use crate::{Access, App, Problem, access, assets, live, preferences, search, today, upload};

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
    fn get<H, T>(path: &'static str, access: Access, handler: H) -> Self
    where
        H: Handler<T, App>,
        T: 'static,
    {
        Self { method: Method::GET, path, access, time: TIME, serve: get(handler) }
    }

    fn post<H, T>(path: &'static str, access: Access, handler: H) -> Self
    where
        H: Handler<T, App>,
        T: 'static,
    {
        Self { method: Method::POST, path, access, time: TIME, serve: post(handler) }
    }

    /// A form with files, which may be larger and take longer to arrive.
    fn upload<H, T>(path: &'static str, access: Access, handler: H) -> Self
    where
        H: Handler<T, App>,
        T: 'static,
    {
        let serve = post(handler).layer(DefaultBodyLimit::max(upload::WHOLE));
        Self { method: Method::POST, path, access, time: TIME_WITH_FILES, serve }
    }
}

/// The table.
#[must_use]
pub fn table() -> Vec<Route> {
    vec![
        Route::get("/assets/{file}", Access::Public, assets::serve),
        Route::get("/live", Access::SignedIn, live::follow),
        Route::post("/preferences", Access::Public, preferences::change),
        Route::get("/sign-in", Access::Public, sign_in::show),
        Route::post("/sign-in", Access::Public, sign_in::enter),
        Route::post("/sign-out", Access::Public, sign_in::leave),
        Route::get("/", Access::SignedIn, today::show),
        Route::get("/search", may(Right::SeeCustomers), search::show),
        Route::get("/customers", may(Right::SeeCustomers), customers::list::show),
        Route::post("/customers", may(Right::EditCustomers), customers::new::add),
        Route::get("/customers/new", may(Right::EditCustomers), customers::new::show),
        Route::get("/customers/{id}", may(Right::SeeCustomers), customers::show::show),
        Route::post("/customers/{id}", may(Right::EditCustomers), customers::edit::edit),
        Route::post("/customers/{id}/undo", may(Right::EditCustomers), customers::edit::undo),
        Route::get("/contacts/new", may(Right::EditCustomers), contacts::new::show),
        Route::post("/contacts", may(Right::EditCustomers), contacts::new::add),
        Route::get("/contacts/{id}", may(Right::SeeCustomers), contacts::show::show),
        Route::post("/contacts/{id}", may(Right::EditCustomers), contacts::change::edit),
        Route::post("/contacts/{id}/undo", may(Right::EditCustomers), contacts::change::undo),
        Route::post("/contacts/{id}/remove", may(Right::EditCustomers), contacts::change::remove),
        Route::post("/contacts/{id}/restore", may(Right::EditCustomers), contacts::change::restore),
        Route::get("/interactions/new", may(Right::LogInteractions), interactions::log::new),
        Route::upload("/interactions", may(Right::LogInteractions), interactions::log::log),
        Route::get("/interactions/{id}", may(Right::SeeCustomers), interactions::show::show),
        Route::upload(
            "/interactions/{id}",
            may(Right::LogInteractions),
            interactions::change::edit,
        ),
        Route::post(
            "/interactions/{id}/remove",
            may(Right::LogInteractions),
            interactions::change::remove,
        ),
        Route::post(
            "/interactions/{id}/restore",
            may(Right::LogInteractions),
            interactions::change::restore,
        ),
        Route::post(
            "/interactions/{id}/done",
            may(Right::LogInteractions),
            interactions::follow_up::done,
        ),
        Route::post(
            "/interactions/{id}/open",
            may(Right::LogInteractions),
            interactions::follow_up::open,
        ),
        Route::post(
            "/interactions/{id}/due/{day}",
            may(Right::LogInteractions),
            interactions::follow_up::put_off,
        ),
        Route::post("/interactions/{id}/read", Access::SignedIn, interactions::mentions::read),
        Route::post("/interactions/{id}/unread", Access::SignedIn, interactions::mentions::unread),
        Route::get("/files/{id}", may(Right::SeeCustomers), files::fetch::fetch),
        Route::post("/files/{id}/remove", may(Right::LogInteractions), files::change::remove),
        Route::post("/files/{id}/restore", may(Right::LogInteractions), files::change::restore),
        Route::get("/orders/new", may(Right::EditOrders), orders::new::show),
        Route::get("/orders", may(Right::SeeCustomers), orders::list::show),
        Route::post("/orders", may(Right::EditOrders), orders::new::add),
        Route::get("/orders/{id}", may(Right::SeeCustomers), orders::show::show),
        Route::post("/orders/{id}", may(Right::EditOrders), orders::edit::edit),
        Route::get("/orders/{id}/edit", may(Right::EditOrders), orders::edit::show),
        Route::post("/orders/{id}/undo", may(Right::EditOrders), orders::edit::undo),
        Route::post("/orders/{id}/state/{state}", may(Right::EditOrders), orders::change::state),
        Route::post("/orders/{id}/ship", may(Right::EditOrders), orders::change::ship),
        Route::post("/shipments/{id}/delivered", may(Right::EditOrders), orders::change::delivered),
        Route::post("/shipments/{id}/under-way", may(Right::EditOrders), orders::change::under_way),
        Route::get("/review", may(Right::SeeReview), review::show),
        Route::get("/review/document", may(Right::SeeReview), review::document),
        Route::get("/products", may(Right::SeeCustomers), products::list::show),
        Route::get("/products/{id}", may(Right::SeeCustomers), products::show::show),
        Route::post("/products/{id}", may(Right::EditOrders), products::show::rename),
        Route::post("/products/{id}/undo", may(Right::EditOrders), products::show::undo),
        Route::get("/imports", may(Right::Import), imports::list::show),
        Route::get("/imports/{id}", may(Right::Import), imports::show::show),
        Route::post("/imports/{id}/undo", may(Right::Import), imports::undo::undo),
        #[cfg(any(debug_assertions, feature = "design"))]
        Route::get("/design", Access::Public, crate::design::show),
        #[cfg(any(debug_assertions, feature = "design"))]
        Route::post("/design", Access::Public, crate::design::try_out),
    ]
}

fn may(right: Right) -> Access {
    Access::Right(right)
}

/// A path with a query, each value escaped.
pub(crate) fn with_query(path: &str, pairs: &[(&str, &str)]) -> String {
    // Pairs of texts can always be written.
    let query = serde_html_form::to_string(pairs).unwrap_or_default();
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
    let mut outline = OUTLINE.iter();
    outline.find(|(by, at, _)| by == method && *at == path).map(|(_, _, access)| *access)
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
