//! Answers that go on for minutes end when the process is asked to.
//!
//! A server that stops gracefully waits for every answer it has begun; pages
//! that keep up with the record hold one open all the time.

use axum::Router;
use axum::body::Body;
use axum::http::header::CONTENT_TYPE;
use axum::middleware::map_response;
use axum::response::Response;
use futures_util::StreamExt as _;
use tokio::sync::watch;

/// Streams of events, which end by themselves only after minutes.
const ENDLESS: &str = "text/event-stream";

/// The same web, whose streams of events end once `is_ending` holds true;
/// browsers ask for them again then.
pub fn ending_streams(web: Router, is_ending: watch::Receiver<bool>) -> Router {
    web.layer(map_response(move |answer: Response| {
        let answer = cut_off(answer, is_ending.clone());
        async move { answer }
    }))
}

fn cut_off(answer: Response, mut is_ending: watch::Receiver<bool>) -> Response {
    let media = answer.headers().get(CONTENT_TYPE);
    if media.is_none_or(|media| !media.as_bytes().starts_with(ENDLESS.as_bytes())) {
        return answer;
    }
    answer.map(|body| {
        let asked = async move {
            // A sender that is gone asks as well.
            let _ = is_ending.wait_for(|is_ending| *is_ending).await;
        };
        Body::from_stream(body.into_data_stream().take_until(asked))
    })
}

#[cfg(test)]
mod tests {
    use axum::body::to_bytes;
    use axum::http::Request;
    use axum::routing::get;
    use futures_util::stream;
    use tower::ServiceExt as _;

    use super::*;

    #[tokio::test]
    async fn a_stream_of_events_ends_when_the_process_is_asked_to() {
        let follow = async || {
            let first = stream::iter([Ok::<_, std::io::Error>("data: now\n\n")]);
            ([(CONTENT_TYPE, ENDLESS)], Body::from_stream(first.chain(stream::pending())))
        };
        let (end, is_ending) = watch::channel(false);
        let web = ending_streams(Router::new().route("/live", get(follow)), is_ending);
        let request = Request::get("/live").body(Body::empty()).unwrap();
        let mut stream = web.oneshot(request).await.unwrap().into_body().into_data_stream();
        assert_eq!(stream.next().await.unwrap().unwrap(), "data: now\n\n");
        end.send_replace(true);
        assert!(stream.next().await.is_none());
    }

    #[tokio::test]
    async fn a_page_that_is_being_answered_is_answered() {
        let (_end, is_ending) = watch::channel(true);
        let page = Router::new().route("/", get(async || "all of it"));
        let request = Request::get("/").body(Body::empty()).unwrap();
        let answer = ending_streams(page, is_ending).oneshot(request).await.unwrap();
        assert_eq!(to_bytes(answer.into_body(), 100).await.unwrap(), "all of it");
    }
}
