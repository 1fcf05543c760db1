//! Pages that keep up with the record: a stream that says when to look again.
//!
//! It never says what has changed: the page asks for itself again and gets
//! what its reader may see. What other processes commit it does not tell.

use std::convert::Infallible;
use std::time::Duration;

use axum::extract::State;
use axum::response::Sse;
use axum::response::sse::{Event, KeepAlive};
use futures_util::{Stream, stream};
use tokio::time::{Instant, sleep, timeout_at};

use crate::App;

/// After that browsers ask again, and are asked again who they are.
const LASTS: Duration = Duration::from_mins(5);
/// Changes that come together are told together.
const REST: Duration = Duration::from_millis(500);

/// `GET /live`: an event `changed` after every change of the record.
pub(crate) async fn follow(
    State(app): State<App>,
) -> Sse<impl Stream<Item = Result<Event, Infallible>>> {
    let end = Instant::now() + LASTS;
    let changes = stream::unfold(app.db.commits(), move |mut commits| async move {
        timeout_at(end, commits.changed()).await.ok()?.ok()?;
        sleep(REST).await;
        commits.mark_unchanged();
        // Browsers drop an event without data.
        Some((Ok(Event::default().event("changed").data("now")), commits))
    });
    Sse::new(changes).keep_alive(KeepAlive::default())
}
