//! A program that was let in.

use std::sync::Arc;

use axum::extract::FromRequestParts;
use axum::http::Extensions;
use axum::http::request::Parts;
use domain::office::rights::Right;
use domain::office::staff::Account;
use domain::office::tokens::{Bearer, Scopes};
use store::Tx;
use store::log::Actor;

use super::{Answer, Error, Once};
use crate::{App, Problem};

/// A program that showed a token. An extractor.
#[derive(Debug, Clone)]
pub struct Program(Arc<Bearer>);

/// What became of the token a request showed, or did not.
#[derive(Clone)]
pub struct Shown(pub Result<Program, Problem>);

impl Program {
    /// One that showed this token.
    pub fn with(bearer: Bearer) -> Self {
        Self(Arc::new(bearer))
    }

    /// The program that sent a request, by what the gate left on it.
    ///
    /// # Errors
    /// Why it was not let in.
    pub fn among(known: &Extensions) -> Result<Self, Problem> {
        known.get::<Shown>().map_or(Err(Problem::SignInNeeded), |shown| shown.0.clone())
    }

    /// Whether a request came with a token, let in or not.
    pub fn has_shown_a_token(known: &Extensions) -> bool {
        known.get::<Shown>().is_some()
    }

    /// Whose token it is.
    pub fn account(&self) -> &Account {
        &self.0.account
    }

    /// What it may do.
    pub fn scopes(&self) -> &Scopes {
        &self.0.scopes
    }

    /// Whether it may do this.
    pub fn may(&self, right: Right) -> bool {
        self.0.scopes.has(right)
    }

    /// The token.
    pub fn bearer(&self) -> &Bearer {
        &self.0
    }

    /// Makes a change in its name, once where it asked for that.
    ///
    /// # Errors
    /// Those of the change, and where it could not be kept.
    pub async fn change<F>(&self, app: &App, once: Once, change: F) -> Result<Answer, Problem>
    where
        F: AsyncFn(&mut Tx<'_>) -> Result<Answer, Error> + Send + 'static,
    {
        let who = Actor::Token(self.0.token.into());
        let made = app.db.write(who, async move |tx| once.make(tx, &change).await).await;
        made.map_err(Problem::from)
    }
}

impl FromRequestParts<App> for Program {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &App) -> Result<Self, Problem> {
        Self::among(&parts.extensions)
    }
}
