//! One user: role, teams, and what helps somebody who lost a way in.

use askama::Template;
use axum::extract::State;
use axum::response::{IntoResponse as _, Redirect, Response};
use domain::office::rights::Right;
use domain::office::second_factor;
use domain::office::staff::{self, Account, AccountId, Password, Secret, StaffError};
use domain::office::teams::{self, TeamError, TeamId};

use super::{named, role_input, role_key};
use crate::components::{Ask, Avatar, Input, Kind, Tabs};
use crate::office::hashing;
use crate::office::settings::Sent;
use crate::office::views;
use crate::path::Path;
use crate::{App, Form, Frame, Nothing, Page, Problem, Visitor, Writer};

/// Letters of a password made up for somebody: 96 bits of those of a secret.
const MADE_UP: usize = 24;

/// The page.
#[derive(Template)]
#[template(path = "office/user.html")]
pub struct Show {
    frame: Frame,
    tabs: Tabs,
    known: Account,
    said_role: String,
    role: Input,
    teams: Vec<Input>,
    rights: Vec<String>,
    /// Before what is not easily made good: a new password, no second factor,
    /// no way in.
    asks: Vec<Ask>,
    /// Whether it is the reader's own.
    is_own: bool,
    /// A password that was just made up.
    password: Option<String>,
}

/// `GET /settings/users/{id}`
///
/// # Errors
/// Where there is none, or the database cannot be reached.
pub async fn show(
    State(app): State<App>,
    Path(id): Path<AccountId>,
    frame: Frame,
    visitor: Visitor,
) -> Result<Page<Show>, Problem> {
    Ok(Page(page(&app, frame, &visitor, id).await?))
}

async fn page(app: &App, frame: Frame, visitor: &Visitor, id: AccountId) -> Result<Show, Problem> {
    let reader = frame.reader;
    let mut open = app.db.reader().await?;
    let snapshot = &mut open.snapshot();
    let known = staff::account(snapshot, id).await?.ok_or(Problem::NotFound)?;
    let tick = |team: teams::Team| Input {
        kind: Kind::Tick,
        value: team.members.contains(&id).to_string(),
        ..Input::line(&team.id.to_string(), team.name)
    };
    let rights = Right::ALL.into_iter().filter(|right| known.role.may(*right));
    let ask = |words: &str, question: &str, path: &str| Ask {
        words: reader.say(words),
        question: reader.phrases.say_with(question, &[("name", known.name.as_str().into())]),
        action: format!("/settings/users/{id}/{path}"),
        token: frame.token.clone(),
    };
    let mut asks = vec![ask("user-reset-password", "user-reset-password-ask", "password")];
    if second_factor::is_on(snapshot, id).await? {
        asks.push(ask("second-factor-turn-off", "user-second-factor-ask", "second-factor/off"));
    }
    if !known.locked_out {
        asks.push(ask("user-lock-out", "user-lock-out-ask", "lock-out"));
    }
    Ok(Show {
        tabs: views::tabs(reader, visitor, "/settings/users"),
        said_role: reader.say(role_key(known.role)),
        role: role_input(reader, known.role),
        teams: teams::all(snapshot).await?.into_iter().map(tick).collect(),
        rights: rights.map(|right| reader.say(&format!("right-{}", right.name()))).collect(),
        is_own: visitor.account().is_some_and(|account| account.id == id),
        password: None,
        asks,
        known,
        frame,
    })
}

/// `POST /settings/users/{id}`: role and teams.
///
/// # Errors
/// Where there is none, or the database cannot be reached.
pub async fn change(
    writer: Writer,
    Path(id): Path<AccountId>,
    Form(fields): Form<Vec<(String, String)>>,
) -> Result<Redirect, Problem> {
    let sent = Sent(fields);
    let role = named(sent.one("role"))?;
    let ticked = |(name, value): &(String, String)| {
        let team: TeamId = name.parse().ok()?;
        (value == "true").then_some(team)
    };
    let into: Vec<TeamId> = sent.0.iter().filter_map(ticked).collect();
    let changed = writer.write(async move |tx| {
        staff::change_role(tx, id, role).await?;
        teams::put_into(tx, id, &into).await.map_err(|error| match error {
            TeamError::Store(error) => StaffError::Store(error),
            TeamError::NoName | TeamError::NameTaken(_) | TeamError::Unknown => StaffError::Unknown,
        })
    });
    say(&writer, changed.await, "user-was-changed")?;
    Ok(back(id))
}

/// `POST /settings/users/{id}/lock-out`
///
/// # Errors
/// Where there is none, or the database cannot be reached.
pub async fn lock_out(
    writer: Writer,
    Path(id): Path<AccountId>,
    Form(Nothing {}): Form<Nothing>,
) -> Result<Redirect, Problem> {
    if writer.account.id == id {
        return Ok(own_account());
    }
    let done = writer.write(async move |tx| staff::lock_out(tx, id).await).await;
    match done {
        Ok(()) => {
            let words = writer.say("user-was-locked-out");
            let undo = format!("/settings/users/{id}/let-in");
            writer.tell_undoable(words, undo);
        }
        refused => say(&writer, refused, "user-was-locked-out")?,
    }
    Ok(back(id))
}

/// `POST /settings/users/{id}/let-in`
///
/// # Errors
/// Where there is none, or the database cannot be reached.
pub async fn let_in(
    writer: Writer,
    Path(id): Path<AccountId>,
    Form(Nothing {}): Form<Nothing>,
) -> Result<Redirect, Problem> {
    let done = writer.write(async move |tx| staff::let_back_in(tx, id).await).await;
    say(&writer, done, "user-was-let-in")?;
    Ok(back(id))
}

/// `POST /settings/users/{id}/second-factor/off`: for somebody who lost the
/// device and the recovery codes.
///
/// # Errors
/// Where the database cannot be reached.
pub async fn turn_off_second_factor(
    writer: Writer,
    Path(id): Path<AccountId>,
    Form(Nothing {}): Form<Nothing>,
) -> Result<Redirect, Problem> {
    if writer.account.id == id {
        return Ok(own_account());
    }
    writer.write(async move |tx| second_factor::turn_off(tx, id).await).await?;
    writer.tell(writer.say("second-factor-was-turned-off"));
    Ok(back(id))
}

/// `POST /settings/users/{id}/password`: makes up a new password, shows it for
/// the only time, and signs them out everywhere.
///
/// # Errors
/// Where there is none, or the database cannot be reached.
pub async fn reset_password(
    writer: Writer,
    Path(id): Path<AccountId>,
    Form(Nothing {}): Form<Nothing>,
) -> Result<Response, Problem> {
    if writer.account.id == id {
        return Ok(own_account().into_response());
    }
    let mut made_up = Secret::new()?.reveal();
    made_up.truncate(MADE_UP);
    let hash = hashing::new_password(Password::typed(made_up.clone())).await?;
    let hash = hash.map_err(|refused| Problem::Internal(refused.to_string()))?;
    writer.write(async move |tx| staff::change_password(tx, id, &hash).await).await?;
    let mut page = page(&writer.app, writer.frame, &writer.visitor, id).await?;
    page.password = Some(made_up);
    Ok(Page(page).into_response())
}

/// Where one's own ways in are changed, by whoever proves to be oneself.
fn own_account() -> Redirect {
    Redirect::to("/account")
}

fn back(id: AccountId) -> Redirect {
    Redirect::to(&format!("/settings/users/{id}"))
}

/// Says what was done, or that the last owner has to stay.
fn say(writer: &Writer, done: Result<(), StaffError>, key: &'static str) -> Result<(), Problem> {
    match done {
        Ok(()) => writer.tell(writer.say(key)),
        Err(StaffError::LastOwner) => writer.refuse(writer.say("user-last-owner")),
        Err(error) => return Err(error.into()),
    }
    Ok(())
}
