//! Lets programs in by the token they show (RFC 6750), and remembers for a
//! moment whom it let in.
//!
//! Looking a token up for each request would cost more than many requests do.
//! What was looked up holds until anything is committed here, such as that the
//! token is revoked or its account locked out, and two seconds at most, in
//! which another process may have done the same.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use axum::extract::{Request, State};
use axum::http::HeaderMap;
use axum::http::header::AUTHORIZATION;
use axum::middleware::Next;
use axum::response::Response;
use chrono::{DateTime, TimeDelta, Utc};
use domain::office::tokens;
use sha2::{Digest as _, Sha256};
use store::log::Actor;
use tokio::sync::watch;

use super::Error;
use super::limits::Limits;
use super::program::{Program, Shown};
use crate::{App, Problem, metrics};

/// Where programs ask.
const FOLDER: &str = "/api/v1/";
/// So long what was looked up may hold.
const HOLDS: TimeDelta = TimeDelta::seconds(2);

/// Lets programs in. Cheap to clone.
#[derive(Clone)]
pub struct Gate {
    app: App,
    seen: Arc<Mutex<Seen>>,
    limits: Arc<Limits>,
}

/// Whom it let in since the last commit.
struct Seen {
    commits: watch::Receiver<()>,
    /// Counts the commits that made it forget.
    age: u64,
    /// By the digest of what was shown.
    programs: HashMap<Vec<u8>, (Program, DateTime<Utc>)>,
}

impl Gate {
    /// One that knows nobody yet.
    pub fn of(app: &App) -> Self {
        let seen = Seen { commits: app.db.commits(), age: 0, programs: HashMap::new() };
        Self { app: app.clone(), seen: Arc::new(Mutex::new(seen)), limits: Arc::default() }
    }

    async fn admit(&self, headers: &HeaderMap) -> Result<Program, Problem> {
        let shown = shown(headers).ok_or(Problem::SignInNeeded)?;
        let now = self.app.db.clock().now();
        let program = self.known(shown, now).await?.ok_or(Problem::SignInNeeded)?;
        if !self.limits.take(program.bearer().token, now) {
            return Err(Problem::TooOften);
        }
        self.note_use(&program, now).await;
        Ok(program)
    }

    async fn known(&self, shown: &str, now: DateTime<Utc>) -> Result<Option<Program>, Problem> {
        let key = Sha256::digest(shown).to_vec();
        let age = {
            let seen = self.up_to_date();
            if let Some((program, until)) = seen.programs.get(&key)
                && now < *until
            {
                return Ok(Some(program.clone()));
            }
            seen.age
        };
        let mut reader = self.app.db.reader().await?;
        let bearer = tokens::authenticate(&mut reader.snapshot(), shown, now).await?;
        let Some(program) = bearer.map(Program::with) else { return Ok(None) };
        let mut seen = self.up_to_date();
        // Whatever was committed meanwhile may not have been seen.
        if seen.age == age {
            seen.programs.insert(key, (program.clone(), now + HOLDS));
        }
        Ok(Some(program))
    }

    /// What is known, without what a commit may have made untrue.
    fn up_to_date(&self) -> MutexGuard<'_, Seen> {
        let mut seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        // An error is a database that is gone: it says so by itself.
        if seen.commits.has_changed().unwrap_or(true) {
            seen.commits.mark_unchanged();
            seen.age += 1;
            seen.programs.clear();
        }
        seen
    }

    /// A program that cannot be noted, on a full disk, may look all the same.
    async fn note_use(&self, program: &Program, now: DateTime<Utc>) {
        if !program.bearer().is_use_to_be_noted(now) {
            return;
        }
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
