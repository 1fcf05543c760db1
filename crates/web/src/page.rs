//! A page as an answer.

use askama::Template;
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Response};

use crate::Problem;

/// A filled template, answered as HTML.
pub struct Page<T>(pub T);

impl<T: Template> Page<T> {
    /// The answer to a form that was not taken: the page it stood on, with what
    /// was typed and why.
    #[must_use]
    pub fn refused(self) -> Response {
        (StatusCode::UNPROCESSABLE_ENTITY, self).into_response()
    }
}

impl<T: Template> IntoResponse for Page<T> {
    fn into_response(self) -> Response {
        match self.0.render() {
            Ok(page) => Html(page).into_response(),
            Err(error) => Problem::from(error).into_response(),
        }
    }
}
