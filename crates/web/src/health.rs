//! Whether the program lives, and whether it can answer: for whoever starts
//! and stops it.

use axum::extract::State;

use crate::{App, Problem};

/// Where it says that it lives, without asking the database.
pub(crate) const LIVE: &str = "/health/live";

/// `GET /health/live`
pub(crate) async fn live() -> &'static str {
    "live\n"
}

/// `GET /health/ready`: whether the record can be read.
///
/// # Errors
/// Where it cannot.
pub(crate) async fn ready(State(app): State<App>) -> Result<&'static str, Problem> {
    app.db.reader().await?.snapshot().pulse().await?;
    Ok("ready\n")
}
