//! The second step of signing in: the code of a device.

use askama::Template;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::{IntoResponse as _, Redirect, Response};
use domain::office::second_factor::{self, SecondFactorError};
use domain::office::staff::{self, Secret, StaffError};
use serde::Deserialize;
use store::log::Actor;

use super::{agent, too_often};
use crate::address::Address;
use crate::components::Input;
use crate::cookies::Jar;
use crate::office::account;
use crate::{App, Form, Page, Problem, Reader, Token, Visitor, back, let_in};

/// The page.
#[derive(Template)]
#[template(path = "office/code.html")]
pub struct AskCode {
    reader: Reader,
    token: Token,
    next: String,
    step: String,
    code: Input,
}

impl AskCode {
    pub(super) fn new(
        reader: Reader,
        visitor: &Visitor,
        next: String,
        step: &Secret,
    ) -> Result<Self, Problem> {
        Ok(Self {
            token: Token::for_visitor(visitor)?,
            next,
            step: step.reveal(),
            code: account::code(reader),
            reader,
        })
    }
}

/// What the page sends.
#[derive(Deserialize)]
pub struct Sent {
    step: String,
    code: String,
    next: String,
}

/// `POST /sign-in/code`: wrong codes count as wrong passwords do.
///
/// # Errors
/// Where the database cannot be reached.
pub async fn enter(
    State(app): State<App>,
    reader: Reader,
    visitor: Visitor,
    jar: Jar,
    Address(address): Address,
    headers: HeaderMap,
    Form(Sent { step, code, next }): Form<Sent>,
) -> Result<Response, Problem> {
    // Whoever takes more than a few minutes begins again.
    let begin_again = || Ok(Redirect::to("/sign-in").into_response());
    let Some(step) = Secret::read(&step) else { return begin_again() };
    let (account, may_try) = {
        let mut open = app.db.reader().await?;
        let (snapshot, now) = (&mut open.snapshot(), app.db.clock().now());
        let Some(id) = second_factor::asked(snapshot, &step, now).await? else {
            return begin_again();
        };
        let Some(account) = staff::account(snapshot, id).await? else { return begin_again() };
        let may_try = staff::may_try(snapshot, &account.email, &address, now).await;
        (account, may_try)
    };
    let error = match may_try {
        Err(StaffError::TooManyTries { minutes }) => too_often(reader, minutes),
        Err(other) => return Err(other.into()),
        Ok(()) => {
            let (id, shown, key) = (account.id, step.clone(), app.key.clone());
            let agent = agent(&headers);
            let taken = app.db.write(Actor::Staff(id.into()), async move |tx| {
                let is_right = second_factor::try_code(tx, &key, &account, &address, &code).await?;
                let is_asked = is_right && second_factor::answered(tx, &shown).await?;
                let session =
                    if is_asked { Some(staff::sign_in(tx, id, &agent).await?) } else { None };
                Ok::<_, SecondFactorError>((is_right, session))
            });
            match taken.await {
                Ok((_, Some(session))) => {
                    let_in(&jar, &session);
                    return Ok(back::to(&next).into_response());
                }
                Ok((true, None)) => return begin_again(),
                Ok((false, None)) => reader.say("second-factor-wrong"),
                Err(SecondFactorError::Staff(StaffError::TooManyTries { minutes })) => {
                    too_often(reader, minutes)
                }
                Err(error) => return Err(error.into()),
            }
        }
    };
    let mut page = AskCode::new(reader, &visitor, next, &step)?;
    page.code.error = Some(error);
    Ok(Page(page).refused())
}
