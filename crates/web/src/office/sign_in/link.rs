//! The page behind a link that signs somebody in. Opening it changes nothing:
//! programs that look at links before people do would use it up.

use askama::Template;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::{IntoResponse as _, Redirect, Response};
use domain::office::links::{self, LinkError};
use domain::office::staff::Secret;
use store::log::Actor;

use super::agent;
use crate::cookies::Jar;
use crate::path::Path;
use crate::{App, Form, Nothing, Page, Problem, Reader, Token, Visitor, let_in};

/// The page.
#[derive(Template)]
#[template(path = "office/link.html")]
pub struct ByLink {
    reader: Reader,
    token: Token,
    action: String,
    name: String,
}

/// `GET /sign-in/link/{secret}`
///
/// # Errors
/// [`Problem::LinkGone`] for a link that lets nobody in any more.
pub async fn show(
    State(app): State<App>,
    Path(secret): Path<String>,
    reader: Reader,
    visitor: Visitor,
) -> Result<Page<ByLink>, Problem> {
    let link = Secret::read(&secret).ok_or(Problem::NotFound)?;
    let mut open = app.db.reader().await?;
    let account = links::of_link(&mut open.snapshot(), &link, app.db.clock().now()).await?;
    let name = account.ok_or(Problem::LinkGone)?.name;
    let action = format!("/sign-in/link/{}", link.reveal());
    Ok(Page(ByLink { token: Token::for_visitor(&visitor)?, action, name, reader }))
}

/// `POST /sign-in/link/{secret}`: signs in, and uses the link up.
///
/// # Errors
/// [`Problem::LinkGone`] for a link that lets nobody in any more.
pub async fn enter(
    State(app): State<App>,
    Path(secret): Path<String>,
    jar: Jar,
    headers: HeaderMap,
    Form(Nothing {}): Form<Nothing>,
) -> Result<Response, Problem> {
    let link = Secret::read(&secret).ok_or(Problem::NotFound)?;
    let agent = agent(&headers);
    let session = app
        .db
        .write(Actor::System, async move |tx| links::take_up(tx, &link, &agent).await)
        .await?;
    let_in(&jar, &session);
    Ok(Redirect::to("/").into_response())
}

impl From<LinkError> for Problem {
    fn from(error: LinkError) -> Self {
        match error {
            LinkError::Gone => Problem::LinkGone,
            LinkError::Staff(error) => error.into(),
        }
    }
}
