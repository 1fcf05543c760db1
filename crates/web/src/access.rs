//! Who may use a route.

use axum::extract::Request;
use axum::middleware::Next;
use axum::response::{IntoResponse as _, Response};
use domain::office::rights::Right;

use crate::{Problem, Visitor};

/// Who may use a route.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Access {
    /// Everybody.
    Public,
    /// Whoever is signed in.
    SignedIn,
    /// Whoever is signed in with a role that has this right.
    Right(Right),
}

impl Access {
    /// Lets a visitor pass, or says why not.
    ///
    /// # Errors
    /// [`Problem::SignInNeeded`] for whoever is not signed in,
    /// [`Problem::NotAllowed`] for whoever lacks the right.
    pub fn admits(self, visitor: &Visitor) -> Result<(), Problem> {
        match (self, visitor.role()) {
            (Access::Public, _) | (Access::SignedIn, Some(_)) => Ok(()),
            (Access::Right(right), Some(role)) if role.may(right) => Ok(()),
            (Access::Right(_), Some(_)) => Err(Problem::NotAllowed),
            (Access::SignedIn | Access::Right(_), None) => Err(Problem::SignInNeeded),
        }
    }
}

/// Stands before each route of the table.
pub(crate) async fn guard(access: Access, request: Request, next: Next) -> Response {
    let admitted = match request.extensions().get::<Visitor>() {
        Some(visitor) => access.admits(visitor),
        None => Err(Problem::SignInNeeded),
    };
    match admitted {
        Ok(()) => next.run(request).await,
        Err(problem) => problem.into_response(),
    }
}
