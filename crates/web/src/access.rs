//! Who may use a route.

use axum::extract::Request;
use axum::middleware::Next;
use axum::response::{IntoResponse as _, Response};
use domain::office::rights::Right;

use crate::api::Program;
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
    /// Programs that show a token; never a browser by its cookies.
    Token,
    /// Programs that show a token with this right.
    TokenRight(Right),
    /// Whoever is signed in with a role that has this right, and programs that
    /// show a token with it.
    RightOrToken(Right),
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
            (Access::Right(right) | Access::RightOrToken(right), Some(role)) if role.may(right) => {
                Ok(())
            }
            (Access::Right(right) | Access::RightOrToken(right), Some(_)) => {
                Err(Problem::NotAllowed(Some(right)))
            }
            (Access::SignedIn | Access::Right(_) | Access::RightOrToken(_), None)
            | (Access::Token | Access::TokenRight(_), _) => Err(Problem::SignInNeeded),
        }
    }

    /// Lets a program pass, or says why not.
    ///
    /// # Errors
    /// [`Problem::SignInNeeded`] on what is for people,
    /// [`Problem::NotAllowed`] for a token that lacks the right.
    fn admits_program(self, program: &Program) -> Result<(), Problem> {
        match self {
            Access::Public | Access::Token => Ok(()),
            Access::TokenRight(right) | Access::RightOrToken(right) if program.may(right) => Ok(()),
            Access::TokenRight(right) | Access::RightOrToken(right) => {
                Err(Problem::NotAllowed(Some(right)))
            }
            Access::SignedIn | Access::Right(_) => Err(Problem::SignInNeeded),
        }
    }
}

/// Stands before each route of the table.
pub(crate) async fn guard(access: Access, request: Request, next: Next) -> Response {
    let is_program = Program::has_shown_a_token(request.extensions());
    let admitted =
        match access {
            Access::RightOrToken(_) if is_program => Program::among(request.extensions())
                .and_then(|program| access.admits_program(&program)),
            Access::RightOrToken(_) | Access::Public | Access::SignedIn | Access::Right(_) => {
                let visitor = request.extensions().get::<Visitor>().ok_or(Problem::SignInNeeded);
                visitor.and_then(|visitor| access.admits(visitor))
            }
            Access::Token | Access::TokenRight(_) => Program::among(request.extensions())
                .and_then(|program| access.admits_program(&program)),
        };
    match admitted {
        Ok(()) => next.run(request).await,
        Err(problem) => problem.into_response(),
    }
}
