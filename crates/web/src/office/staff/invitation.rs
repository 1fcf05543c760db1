//! The page behind the link of an invitation.

use askama::Template;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::{IntoResponse as _, Redirect, Response};
use domain::office::invitations;
use domain::office::links::LinkError;
use domain::office::staff::{self, Password, Secret, StaffError};
use serde::Deserialize;
use store::log::Actor;

use crate::components::{Input, Kind};
use crate::cookies::Jar;
use crate::office::{account, hashing, sign_in};
use crate::path::Path;
use crate::{App, Form, Page, Problem, Reader, Token, Visitor, let_in};

/// The page.
#[derive(Template)]
#[template(path = "office/invitation.html")]
pub struct Welcome {
    reader: Reader,
    token: Token,
    action: String,
    email: String,
    name: Input,
    password: Input,
}

/// `GET /invitation/{secret}`
///
/// # Errors
/// [`Problem::LinkGone`] for a link that lets nobody in any more.
pub async fn show(
    State(app): State<App>,
    Path(secret): Path<String>,
    reader: Reader,
    visitor: Visitor,
) -> Result<Page<Welcome>, Problem> {
    Ok(Page(page(&app, &link(&secret)?, reader, &visitor).await?))
}

fn link(secret: &str) -> Result<Secret, Problem> {
    Secret::read(secret).ok_or(Problem::NotFound)
}

async fn page(
    app: &App,
    link: &Secret,
    reader: Reader,
    visitor: &Visitor,
) -> Result<Welcome, Problem> {
    let mut open = app.db.reader().await?;
    let now = app.db.clock().now();
    let invited = invitations::of_link(&mut open.snapshot(), link, now).await?;
    let invited = invited.ok_or(Problem::LinkGone)?;
    Ok(Welcome {
        token: Token::for_visitor(visitor)?,
        action: format!("/invitation/{}", link.reveal()),
        email: invited.email,
        name: Input {
            autocomplete: Some("name"),
            is_required: true,
            ..Input::line("name", reader.say("account-name"))
        },
        password: Input {
            kind: Kind::Line("password"),
            autocomplete: Some("new-password"),
            is_required: true,
            hint: Some(reader.say("account-new-password.hint")),
            ..Input::line("password", reader.say("sign-in-password"))
        },
        reader,
    })
}

/// What somebody says who comes.
#[derive(Deserialize)]
pub struct Coming {
    name: String,
    password: String,
}

/// `POST /invitation/{secret}`: makes the account and signs in.
///
/// # Errors
/// [`Problem::LinkGone`] for a link that lets nobody in any more.
pub async fn take_up(
    State(app): State<App>,
    Path(secret): Path<String>,
    reader: Reader,
    visitor: Visitor,
    jar: Jar,
    headers: HeaderMap,
    Form(Coming { name, password }): Form<Coming>,
) -> Result<Response, Problem> {
    let link = link(&secret)?;
    let mut page = page(&app, &link, reader, &visitor).await?;
    page.name.value.clone_from(&name);
    let hash = match hashing::new_password(Password::typed(password)).await? {
        Ok(hash) => hash,
        Err(why) => {
            page.password.error = Some(account::password_words(reader, why));
            return Ok(Page(page).refused());
        }
    };
    let agent = sign_in::agent(&headers);
    let come = app.db.write(Actor::System, async move |tx| {
        let account = invitations::take_up(tx, &link, &name, &hash).await?;
        Ok::<_, LinkError>(staff::sign_in(tx, account, &agent).await?)
    });
    match come.await {
        Ok(session) => {
            let_in(&jar, &session);
            Ok(Redirect::to("/").into_response())
        }
        Err(LinkError::Staff(StaffError::NoName)) => {
            page.name.error = Some(reader.say("account-no-name"));
            Ok(Page(page).refused())
        }
        Err(error) => Err(error.into()),
    }
}
