//! What a form of ours sent.

use axum::body::Bytes;
use axum::extract::{FromRequest, Request};
use axum::http::header::CONTENT_TYPE;
use serde::Deserialize;
use serde::de::DeserializeOwned;

use crate::csrf::Sender;
use crate::{App, Problem};

/// The fields of a form that one of our pages sent from this browser. The only
/// way to read a form, but for the one of `upload` for forms with files: no
/// handler can forget to look where it comes from. Fields that repeat, such as
/// ticked rows, become a `Vec`.
pub struct Form<T>(pub T);

/// What a form of a button alone sends.
#[derive(Deserialize)]
pub struct Nothing {}

/// The one field all forms have.
#[derive(Deserialize)]
struct Sealed {
    form_token: String,
}

impl<T: DeserializeOwned> FromRequest<App> for Form<T> {
    type Rejection = Problem;

    async fn from_request(request: Request, app: &App) -> Result<Self, Problem> {
        let (mut parts, body) = request.into_parts();
        let sender = Sender::of(&mut parts, app).await?;
        let media = parts.headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok());
        if !media.is_some_and(|media| media.starts_with("application/x-www-form-urlencoded")) {
            return Err(Problem::WrongMedia);
        }
        let body = Bytes::from_request(Request::from_parts(parts, body), app).await?;
        let sealed: Sealed =
            serde_html_form::from_bytes(&body).map_err(|_| Problem::ForeignForm)?;
        sender.shows(&sealed.form_token)?;
        let fields = serde_html_form::from_bytes(&body)
            .map_err(|error| Problem::Malformed(error.to_string()))?;
        Ok(Form(fields))
    }
}
