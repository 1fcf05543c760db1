//! The page of one's own account: name and language, password, second factor,
//! sessions.

pub mod second_factor;
pub mod sessions;

use askama::Template;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::{IntoResponse as _, Redirect, Response};
use domain::office::second_factor as factor;
use domain::office::staff::{
    self, Own, Password, PasswordHash, PasswordRefused, SessionId, SessionRow, StaffError,
};
use kernel::Language;
use serde::Deserialize;

use crate::address::Address;
use crate::components::{Choice, Input, Kind};
use crate::know::when;
use crate::office::{hashing, sign_in};
use crate::{App, Form, Frame, Page, Problem, Reader, Visitor, Writer, let_in};

/// The page.
#[derive(Template)]
#[template(path = "office/account.html")]
pub struct Show {
    frame: Frame,
    /// What a browser knows the password by.
    email: String,
    own: [Input; 2],
    /// Whether there is one to be changed.
    has_password: bool,
    passwords: [Input; 2],
    sessions: Vec<SessionLine>,
    has_second_factor: bool,
    codes_left: String,
    code: Input,
}

struct SessionLine {
    id: SessionId,
    browser: String,
    since: String,
    is_this: bool,
}

/// `GET /account`
///
/// # Errors
/// Where the database cannot be reached.
pub async fn show(
    State(app): State<App>,
    frame: Frame,
    visitor: Visitor,
) -> Result<Page<Show>, Problem> {
    Ok(Page(page(&app, frame, &visitor).await?))
}

pub(super) async fn page(app: &App, frame: Frame, visitor: &Visitor) -> Result<Show, Problem> {
    let account = visitor.account().ok_or(Problem::SignInNeeded)?;
    let reader = frame.reader;
    let mut open = app.db.reader().await?;
    let snapshot = &mut open.snapshot();
    let sessions = staff::sessions_of(snapshot, account.id, app.db.clock().now()).await?;
    let has_password = staff::credentials(snapshot, &account.email).await?.is_some();
    let left = factor::codes_left(snapshot, account.id).await?;
    let secret = |name: &str, key: &str, autocomplete| Input {
        kind: Kind::Line("password"),
        autocomplete: Some(autocomplete),
        is_required: true,
        ..Input::line(name, reader.say(key))
    };
    Ok(Show {
        email: account.email.clone(),
        own: own(reader, &account.name, account.language.as_deref().unwrap_or_default()),
        has_password,
        passwords: [
            secret("old", "account-old-password", "current-password"),
            Input {
                hint: Some(reader.say("account-new-password.hint")),
                ..secret("new", "account-new-password", "new-password")
            },
        ],
        sessions: sessions.iter().map(|known| line(reader, known, visitor)).collect(),
        has_second_factor: factor::is_on(snapshot, account.id).await?,
        codes_left: reader.phrases.say_with("second-factor-left", &[("count", left.into())]),
        code: code(reader),
        frame,
    })
}

/// What asks for the code of a device.
pub(super) fn code(reader: Reader) -> Input {
    Input {
        autocomplete: Some("one-time-code"),
        is_required: true,
        ..Input::line("code", reader.say("second-factor-code"))
    }
}

fn own(reader: Reader, name: &str, language: &str) -> [Input; 2] {
    let browser = Choice { value: String::new(), words: reader.say("account-any-language") };
    let language_of = |language: Language| Choice {
        value: language.code().to_owned(),
        words: language.name().to_owned(),
    };
    [
        Input {
            value: name.to_owned(),
            autocomplete: Some("name"),
            is_required: true,
            ..Input::line("name", reader.say("account-name"))
        },
        Input {
            kind: Kind::Choice(
                std::iter::once(browser).chain(Language::ALL.map(language_of)).collect(),
            ),
            value: language.to_owned(),
            ..Input::line("language", reader.say("frame-language"))
        },
    ]
}

fn line(reader: Reader, known: &SessionRow, visitor: &Visitor) -> SessionLine {
    SessionLine {
        is_this: visitor.session_id() == Some(known.id),
        browser: sessions::browser(reader, &known.agent),
        since: when::moment(reader, known.created_at),
        id: known.id,
    }
}

/// What somebody says of themselves.
#[derive(Deserialize)]
pub struct OwnSent {
    name: String,
    language: String,
}

/// `POST /account`
///
/// # Errors
/// Where the database cannot be reached.
pub async fn change(writer: Writer, Form(sent): Form<OwnSent>) -> Result<Response, Problem> {
    let id = writer.account.id;
    let language = Some(sent.language.clone()).filter(|code| !code.is_empty());
    let to = Own { name: sent.name.clone(), language };
    match writer.write(async move |tx| staff::change_own(tx, id, &to).await).await {
        Ok(_) => {
            writer.tell(writer.say("account-was-changed"));
            Ok(Redirect::to("/account").into_response())
        }
        Err(StaffError::NoName) => {
            let reader = writer.frame.reader;
            let mut page = page(&writer.app, writer.frame, &writer.visitor).await?;
            page.own = own(reader, &sent.name, &sent.language);
            page.own[0].error = Some(reader.say("account-no-name"));
            Ok(Page(page).refused())
        }
        Err(error) => Err(error.into()),
    }
}

/// The old password and the new one.
#[derive(Deserialize)]
pub struct Passwords {
    old: String,
    new: String,
}

/// `POST /account/password`: ends all sessions and begins a new one here.
///
/// # Errors
/// Where the database cannot be reached.
pub async fn change_password(
    writer: Writer,
    Address(address): Address,
    headers: HeaderMap,
    Form(Passwords { old, new }): Form<Passwords>,
) -> Result<Response, Problem> {
    let account = writer.account.clone();
    let reader = writer.frame.reader;
    let refused = match checked(&writer.app, &account.email, &address, old, new).await? {
        Ok(hash) => {
            let (id, agent) = (account.id, sign_in::agent(&headers));
            let secret = writer
                .write(async move |tx| {
                    staff::change_password(tx, id, &hash).await?;
                    staff::sign_in(tx, id, &agent).await
                })
                .await?;
            let_in(&writer.jar, &secret);
            writer.tell(writer.say("account-password-was-changed"));
            return Ok(Redirect::to("/account").into_response());
        }
        Err(refused) => refused,
    };
    let mut page = page(&writer.app, writer.frame, &writer.visitor).await?;
    match refused {
        Refused::Old => page.passwords[0].error = Some(reader.say("account-password-wrong")),
        Refused::TooOften(minutes) => {
            page.passwords[0].error = Some(sign_in::too_often(reader, minutes));
        }
        Refused::New(why) => page.passwords[1].error = Some(password_words(reader, why)),
    }
    Ok(Page(page).refused())
}

/// Why a password is not changed.
enum Refused {
    /// The old one is another.
    Old,
    /// Wrong ones were typed too often; so many minutes to wait.
    TooOften(u32),
    /// The new one is not taken.
    New(PasswordRefused),
}

async fn checked(
    app: &App,
    email: &str,
    address: &str,
    old: String,
    new: String,
) -> Result<Result<PasswordHash, Refused>, Problem> {
    let kept = {
        let mut reader = app.db.reader().await?;
        let now = app.db.clock().now();
        match staff::may_try(&mut reader.snapshot(), email, address, now).await {
            Err(StaffError::TooManyTries { minutes }) => {
                return Ok(Err(Refused::TooOften(minutes)));
            }
            other => other?,
        }
        staff::credentials(&mut reader.snapshot(), email).await?
    };
    let checked = hashing::apart(move || {
        let is_right = kept.is_some_and(|(_, hash)| hash.is_of(&Password::typed(old)));
        if is_right { Password::typed(new).hash().map_err(Refused::New) } else { Err(Refused::Old) }
    });
    let checked = checked.await?;
    let is_right = !matches!(checked, Err(Refused::Old));
    match sign_in::tried(app, email, address, is_right).await {
        Err(StaffError::TooManyTries { minutes }) => Ok(Err(Refused::TooOften(minutes))),
        Err(other) => Err(other.into()),
        Ok(()) => Ok(checked),
    }
}

/// Why a new password is not taken.
pub(super) fn password_words(reader: Reader, why: PasswordRefused) -> String {
    reader.say(match why {
        PasswordRefused::Short => "password-short",
        PasswordRefused::Long => "password-long",
        PasswordRefused::OneCharacter => "password-one-character",
        PasswordRefused::NotHashed => "problem-internal",
    })
}

impl From<StaffError> for Problem {
    fn from(error: StaffError) -> Self {
        match error {
            StaffError::Unknown => Problem::NotFound,
            StaffError::Store(error) => error.into(),
            StaffError::NoRandomness(error) => error.into(),
            StaffError::TooManyTries { .. } => Problem::TooOften,
            StaffError::LockedOut => Problem::NotAllowed(None),
            refused @ (StaffError::NotAnEmail(_)
            | StaffError::EmailTaken(_)
            | StaffError::NoName
            | StaffError::Password(_)
            | StaffError::LastOwner
            | StaffError::NotALanguage(_)) => Problem::Malformed(refused.to_string()),
        }
    }
}
