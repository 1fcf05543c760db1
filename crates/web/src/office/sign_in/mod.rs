//! Signing in and out.

pub mod code;
pub mod link;

use askama::Template;
use axum::extract::Query;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::http::header::USER_AGENT;
use axum::response::{IntoResponse as _, Redirect, Response};
use domain::office::second_factor::{self, SecondFactorError};
use domain::office::staff::{self, AccountId, Password, PasswordHash, Secret, StaffError};
use phrases::Value;
use serde::Deserialize;
use store::Tx;
use store::log::Actor;

use crate::address::Address;
use crate::components::{Input, Kind};
use crate::cookies::Jar;
use crate::office::hashing;
use crate::{App, Form, Nothing, Page, Problem, Reader, Token, Visitor, back, let_in, let_out};

/// The page.
#[derive(Template)]
#[template(path = "office/sign_in.html")]
pub struct SignIn {
    reader: Reader,
    token: Token,
    next: String,
    email: Input,
    password: Input,
    error: Option<String>,
}

impl SignIn {
    fn new(
        reader: Reader,
        visitor: &Visitor,
        next: String,
        email: String,
    ) -> Result<Self, Problem> {
        let is_known = !email.is_empty();
        let line = |name, key, media| Input {
            kind: Kind::Line(media),
            is_required: true,
            ..Input::line(name, reader.say(key))
        };
        Ok(Self {
            token: Token::for_visitor(visitor)?,
            next,
            email: Input {
                value: email,
                autocomplete: Some("username"),
                is_first: !is_known,
                ..line("email", "sign-in-email", "email")
            },
            password: Input {
                autocomplete: Some("current-password"),
                is_first: is_known,
                ..line("password", "sign-in-password", "password")
            },
            error: None,
            reader,
        })
    }
}

/// Where to go once signed in.
#[derive(Deserialize)]
pub struct Next {
    #[serde(default)]
    next: String,
}

/// `GET /sign-in`
///
/// # Errors
/// Where the system gives no random numbers.
pub async fn show(
    reader: Reader,
    visitor: Visitor,
    Query(Next { next }): Query<Next>,
) -> Result<Response, Problem> {
    if visitor.account().is_some() {
        return Ok(back::to(&next).into_response());
    }
    Ok(Page(SignIn::new(reader, &visitor, next, String::new())?).into_response())
}

/// What the page sends.
#[derive(Deserialize)]
pub struct Entry {
    email: String,
    password: String,
    next: String,
}

/// `POST /sign-in`: takes as long for an address nobody has as for a wrong
/// password, and says the same.
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
    Form(Entry { email, password, next }): Form<Entry>,
) -> Result<Response, Problem> {
    match let_in_with(&app, &email, Password::typed(password), &address, &headers).await {
        Ok(Entered::In(secret)) => {
            let_in(&jar, &secret);
            Ok(back::to(&next).into_response())
        }
        Ok(Entered::CodeNeeded(step)) => {
            let page = code::AskCode::new(reader, &visitor, next, &step)?;
            Ok(Page(page).into_response())
        }
        Err(refusal) => {
            let error = words_of(refusal, reader)?;
            let mut page = SignIn::new(reader, &visitor, next, email)?;
            page.error = Some(error);
            Ok(Page(page).refused())
        }
    }
}

/// How far a right password leads.
enum Entered {
    /// To a session.
    In(Secret),
    /// To the second factor; the secret is what the next request shows.
    CodeNeeded(Secret),
}

/// Why somebody is not let in.
enum Refusal {
    /// No such account, or not its password.
    Wrong,
    /// The account cannot be signed in.
    Staff(StaffError),
    /// Anything else.
    Problem(Problem),
}

impl<E: Into<StaffError>> From<E> for Refusal {
    fn from(error: E) -> Self {
        Refusal::Staff(error.into())
    }
}

async fn let_in_with(
    app: &App,
    email: &str,
    password: Password,
    address: &str,
    headers: &HeaderMap,
) -> Result<Entered, Refusal> {
    let kept = {
        let mut reader = app.db.reader().await?;
        let now = app.db.clock().now();
        staff::may_try(&mut reader.snapshot(), email, address, now).await?;
        staff::credentials(&mut reader.snapshot(), email).await?
    };
    let matching = hashing::apart(move || {
        let Some((account, hash)) = kept else {
            PasswordHash::compare_with_nobody(&password);
            return None;
        };
        hash.is_of(&password).then_some((account.id, hash))
    });
    let matching = matching.await.map_err(Refusal::Problem)?;
    tried(app, email, address, matching.is_some()).await?;
    match matching {
        Some((account, compared)) => entered(app, account, compared, headers).await,
        None => Err(Refusal::Wrong),
    }
}

/// Whose password was right, unless it is another by now.
async fn entered(
    app: &App,
    account: AccountId,
    compared: PasswordHash,
    headers: &HeaderMap,
) -> Result<Entered, Refusal> {
    let agent = agent(headers);
    let entered = app.db.write(Actor::Staff(account.into()), async move |tx| {
        if !staff::is_password_of(tx, account, &compared).await? {
            return Ok(None);
        }
        let entered = if second_factor::is_on(tx, account).await? {
            Entered::CodeNeeded(second_factor::ask(tx, account).await?)
        } else {
            Entered::In(staff::sign_in(tx, account, &agent).await?)
        };
        Ok::<_, SecondFactorError>(Some(entered))
    });
    match entered.await {
        Ok(entered) => entered.ok_or(Refusal::Wrong),
        Err(SecondFactorError::Staff(error)) => Err(error.into()),
        Err(SecondFactorError::Wrong | SecondFactorError::IsOn | SecondFactorError::OtherKey) => {
            Err(StaffError::Unknown.into())
        }
    }
}

/// Counts what somebody tried: what comes of it is said only where that is
/// taken.
pub(super) async fn tried(
    app: &App,
    email: &str,
    address: &str,
    is_right: bool,
) -> Result<(), StaffError> {
    let (email, address) = (email.to_owned(), address.to_owned());
    let tried = async move |tx: &mut Tx<'_>| staff::tried(tx, &email, &address, is_right).await;
    app.db.write(Actor::System, tried).await
}

/// What the browser calls itself.
pub(super) fn agent(headers: &HeaderMap) -> String {
    let agent = headers.get(USER_AGENT).and_then(|agent| agent.to_str().ok());
    agent.unwrap_or_default().to_owned()
}

/// "Too many tries. Wait 5 minutes and try again."
pub(super) fn too_often(reader: Reader, minutes: u32) -> String {
    reader.phrases.say_with("sign-in-too-often", &[("minutes", Value::from(minutes))])
}

fn words_of(refusal: Refusal, reader: Reader) -> Result<String, Problem> {
    match refusal {
        Refusal::Wrong => Ok(reader.say("sign-in-wrong")),
        Refusal::Staff(StaffError::TooManyTries { minutes }) => Ok(too_often(reader, minutes)),
        Refusal::Staff(StaffError::LockedOut) => Ok(reader.say("sign-in-locked-out")),
        Refusal::Staff(StaffError::Store(error)) => Err(error.into()),
        Refusal::Staff(other) => Err(Problem::Internal(other.to_string())),
        Refusal::Problem(problem) => Err(problem),
    }
}

/// `POST /sign-out`
///
/// # Errors
/// Where the database cannot be reached.
pub async fn leave(
    State(app): State<App>,
    visitor: Visitor,
    jar: Jar,
    Form(Nothing {}): Form<Nothing>,
) -> Result<Redirect, Problem> {
    if let Some((who, secret)) = visitor.actor().zip(visitor.secret()) {
        app.db.write(who, async move |tx| staff::sign_out(tx, &secret).await).await?;
    }
    let_out(&jar);
    Ok(Redirect::to("/sign-in"))
}
