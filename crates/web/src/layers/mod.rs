//! What surrounds every route, from the outside in: the log, safe headers,
//! compression, cookies, who asks, problems said, panics caught.

mod ending;
mod headers;
#[cfg(test)]
mod heard;
mod log;

use std::any::Any;

use axum::Router;
use axum::extract::{DefaultBodyLimit, Request};
use axum::middleware::{Next, from_fn, from_fn_with_state};
use axum::response::{IntoResponse as _, Response};
use tower_http::CompressionLevel;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;

use crate::visitor::{self, Reception};
use crate::{App, Problem, api, cookies, problem};

pub use ending::ending_streams;
pub(crate) use headers::POLICY;
pub(crate) use log::RequestId;

/// So much may be sent at most, unless a route says otherwise.
const BODY: usize = 1 << 20;

/// The routes inside all layers.
pub(crate) fn around(routes: Router<App>, app: &App) -> Router<App> {
    routes
        .layer(DefaultBodyLimit::max(BODY))
        .layer(from_fn(of_whole_texts))
        .layer(CatchPanicLayer::custom(caught))
        .layer(from_fn_with_state(app.clone(), problem::say))
        .layer(from_fn_with_state(api::Gate::of(app), api::recognise))
        .layer(from_fn_with_state(Reception::of(app), visitor::recognise))
        .layer(from_fn_with_state(app.clone(), cookies::carry))
        // A page is sent once: the best compression costs more than half of
        // what making the page does, and spares a tenth of its bytes.
        .layer(CompressionLayer::new().quality(CompressionLevel::Fastest))
        .layer(from_fn_with_state(app.clone(), headers::secure))
        .layer(from_fn_with_state(app.metrics.clone(), log::note))
}

/// Refuses addresses with a NUL in them: it stands in no text that anybody
/// means, and PostgreSQL takes none.
async fn of_whole_texts(request: Request, next: Next) -> Response {
    let address = request.uri().path_and_query();
    if address.is_some_and(|address| address.as_str().contains("%00")) {
        return Problem::Malformed("the address holds a NUL character".to_owned()).into_response();
    }
    next.run(request).await
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

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use axum::body::{Body, to_bytes};
    use axum::http::header::{ACCEPT, CONTENT_TYPE};
    use axum::http::{Request, StatusCode};
    use axum::routing::get;
    use domain::office::second_factor::SealingKey;
    use kernel::Language;
    use rstest::rstest;
    use store::blobs::Blobs;
    use tempfile::TempDir;
    use testkit::record::{Kind, TestRecord};
    use tower::ServiceExt as _;

    use super::heard::Heard;
    use super::*;

    fn app(record: &TestRecord, folder: &TempDir) -> App {
        App {
            blobs: Blobs::new(record.db.clone(), folder.path()),
            db: record.db.clone(),
            language: Language::Greek,
            is_https: false,
            is_behind_proxy: false,
            key: SealingKey::new().unwrap(),
            metrics: crate::Metrics::default(),
            tables: Arc::new(()),
        }
    }

    async fn text(answer: Response) -> String {
        let bytes = to_bytes(answer.into_body(), usize::MAX).await.unwrap();
        String::from_utf8(bytes.to_vec()).unwrap()
    }

    #[tokio::test]
    async fn a_handler_that_panics_leaves_a_page_that_names_the_request_and_not_the_reason() {
        let record = TestRecord::empty(Kind::Sqlite).await.unwrap();
        let folder = tempfile::tempdir().unwrap();
        let app = app(&record, &folder);
        let broken = Router::new().route("/", get(async || -> () { panic!("at Nora Whitfield") }));
        let web = around(broken, &app).with_state(app);
        let request = Request::get("/").body(Body::empty()).unwrap();
        let answer = web.oneshot(request).await.unwrap();
        assert_eq!(answer.status(), StatusCode::INTERNAL_SERVER_ERROR);
        let id = answer.headers()["x-request-id"].to_str().unwrap().to_owned();
        let page = text(answer).await;
        assert!(page.contains("<html lang=\"el\"") && page.contains(&id));
        assert!(!page.contains("Nora"));
    }

    #[rstest]
    #[case::sqlite(Kind::Sqlite)]
    #[case::postgres(Kind::Postgres)]
    #[tokio::test]
    async fn a_record_that_cannot_be_read_is_said_to_people_to_programs_and_in_the_log(
        #[case] kind: Kind,
    ) {
        let Some(record) = TestRecord::empty(kind).await else { return };
        let folder = tempfile::tempdir().unwrap();
        let app = app(&record, &folder);
        let web = around(Router::new().route("/", get(async || "all is well")), &app);
        let web = web.with_state(app);
        record.take_away().await;
        let heard = Heard::default();
        let _listens = tracing::subscriber::set_default(heard.clone());
        for (accept, media) in
            [("text/html", "text/html"), ("application/json", "application/problem+json")]
        {
            let request = Request::get("/").header(ACCEPT, accept).body(Body::empty()).unwrap();
            let answer = web.clone().oneshot(request).await.unwrap();
            assert_eq!(answer.status(), StatusCode::INTERNAL_SERVER_ERROR);
            let said = answer.headers()[CONTENT_TYPE].to_str().unwrap().to_owned();
            assert!(said.starts_with(media), "{said}");
            let id = answer.headers()["x-request-id"].to_str().unwrap().to_owned();
            let body = text(answer).await;
            assert!(body.contains(&id) && !body.contains("settings"), "{body}");
            let log = heard.said();
            let reason = format!("request=\"{id}\"");
            assert!(log.contains(&reason) && log.contains("the database answered"), "{log}");
        }
    }
}
