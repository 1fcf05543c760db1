//! Lets programs in by the token they show (RFC 6750).
//!
//! A token is looked up for each request: revoked, by whichever process, it lets
//! nobody in from that moment.

use std::sync::Arc;

use axum::extract::{Request, State};
use axum::http::HeaderMap;
use axum::http::header::AUTHORIZATION;
use axum::middleware::Next;
use axum::response::Response;
use chrono::{DateTime, Utc};
use domain::office::tokens;
use store::log::Actor;

use super::Error;
use super::limits::Limits;
use super::program::{Program, Shown};
use crate::{App, Problem, metrics};

/// Where programs ask.
pub const FOLDER: &str = "/api/v1/";

/// Lets programs in. Cheap to clone.
#[derive(Clone)]
pub struct Gate {
    app: App,
    limits: Arc<Limits>,
}

impl Gate {
    /// One that knows nobody yet.
    pub fn of(app: &App) -> Self {
        Self { app: app.clone(), limits: Arc::default() }
    }

    async fn admit(&self, headers: &HeaderMap) -> Result<Program, Problem> {
        let shown = shown(headers).ok_or(Problem::SignInNeeded)?;
        let now = self.app.db.clock().now();
        let program = self.whose(shown, now).await?.ok_or(Problem::SignInNeeded)?;
        if !self.limits.take(program.bearer().token, now) {
            return Err(Problem::TooOften);
        }
        if program.bearer().is_use_to_be_noted(now) {
            self.note_use(&program).await;
        }
        Ok(program)
    }

    async fn whose(&self, shown: &str, now: DateTime<Utc>) -> Result<Option<Program>, Problem> {
        let mut glance = self.app.db.glance().await?;
        let bearer = tokens::authenticate(&mut glance.snapshot(), shown, now).await?;
        Ok(bearer.map(Program::with))
    }

    /// A program that cannot be noted, on a full disk, may look all the same.
    async fn note_use(&self, program: &Program) {
        let token = program.bearer().token;
        let note = async move |tx: &mut store::Tx<'_>| {
            tokens::note_use(tx, token).await.map_err(Error::from)
        };
        if let Err(error) = self.app.db.write(Actor::Token(token.into()), note).await {
            tracing::warn!("the use of a token cannot be noted: {error:?}");
        }
    }
}

/// Whether a token is to let in: to the API always, to the metrics where one is
/// shown.
pub fn is_for_programs(path: &str, headers: &HeaderMap) -> bool {
    path.starts_with(FOLDER) || (path == metrics::PATH && shown(headers).is_some())
}

/// Whether a path is of the API, or can only have been meant for it: then
/// problems are said to programs. The pages that explain it are for people.
pub fn is_of_api(path: &str) -> bool {
    let below =
        path.strip_prefix("/api").filter(|below| below.is_empty() || below.starts_with('/'));
    below.is_some_and(|below| below != "/docs" && !below.starts_with("/docs/"))
}

/// Finds out which program asks. Whether it may is for the table to say.
pub async fn recognise(State(gate): State<Gate>, mut request: Request, next: Next) -> Response {
    if is_for_programs(request.uri().path(), request.headers()) {
        let shown = Shown(gate.admit(request.headers()).await);
        request.extensions_mut().insert(shown);
    }
    next.run(request).await
}

fn shown(headers: &HeaderMap) -> Option<&str> {
    let (scheme, token) = headers.get(AUTHORIZATION)?.to_str().ok()?.split_once(' ')?;
    scheme.eq_ignore_ascii_case("bearer").then(|| token.trim())
}
