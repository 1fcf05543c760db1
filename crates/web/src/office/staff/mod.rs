//! Users: who works here, in which role and team; inviting and letting go.

pub mod invitation;
pub mod teams;
pub mod user;

use askama::Template;
use axum::extract::State;
use axum::response::{IntoResponse as _, Redirect, Response};
use domain::office::invitations::{self, Invitation, InvitationId, NewInvitation};
use domain::office::links::LinkError;
use domain::office::rights::Role;
use domain::office::staff::{self, Account, StaffError};
use domain::office::teams::{self as domain_teams, Team, TeamId};
use serde::Deserialize;

use crate::address::Reached;
use crate::components::{Avatar, Choice, Input, Kind, Tabs};
use crate::know::when;
use crate::office::views;
use crate::path::Path;
use crate::{App, Form, Frame, Nothing, Page, Problem, Reader, Visitor, Writer};

/// The page.
#[derive(Template)]
#[template(path = "office/users.html")]
pub struct Show {
    frame: Frame,
    tabs: Tabs,
    rows: Vec<Row>,
    waiting: Vec<Waiting>,
    teams: Vec<TeamRow>,
    email: Input,
    role: Input,
    team: Input,
    /// A link that was just made, whole, to be sent.
    invited: Option<String>,
}

struct Row {
    known: Account,
    role: String,
    teams: String,
}

struct TeamRow {
    id: TeamId,
    name: Input,
}

struct Waiting {
    known: Invitation,
    role: String,
    until: String,
}

/// `GET /settings/users`
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
    let reader = frame.reader;
    let mut open = app.db.reader().await?;
    let snapshot = &mut open.snapshot();
    let teams = domain_teams::all(snapshot).await?;
    let everybody = staff::everybody(snapshot).await?;
    let waiting = invitations::open(snapshot, app.db.clock().now()).await?;
    let row = |known: Account| {
        let theirs = teams.iter().filter(|team| team.members.contains(&known.id));
        let names: Vec<&str> = theirs.map(|team| team.name.as_str()).collect();
        Row { role: reader.say(role_key(known.role)), teams: names.join(", "), known }
    };
    let wait = |known: Invitation| Waiting {
        role: reader.say(role_key(known.role)),
        until: when::day(reader, known.expires_at),
        known,
    };
    Ok(Show {
        tabs: views::tabs(reader, visitor, "/settings/users"),
        rows: everybody.into_iter().map(row).collect(),
        waiting: waiting.into_iter().map(wait).collect(),
        email: Input {
            kind: Kind::Line("email"),
            is_required: true,
            ..Input::line("email", reader.say("sign-in-email"))
        },
        role: role_input(reader, Role::Agent),
        team: Input { is_required: true, ..Input::line("team", reader.say("team-name")) },
        invited: None,
        teams: teams.iter().map(|team| team_row(reader, team)).collect(),
        frame,
    })
}

fn team_row(reader: Reader, team: &Team) -> TeamRow {
    let name = Input {
        id: Some(format!("team-{}", team.id)),
        is_label_unseen: true,
        is_required: true,
        value: team.name.clone(),
        ..Input::line("team", reader.say("team-name"))
    };
    TeamRow { id: team.id, name }
}

impl Show {
    /// Shows what a team was to be called and why it cannot be: one there is,
    /// or a new one.
    fn refuse_team(&mut self, team: Option<TeamId>, typed: String, why: String) {
        let known = self.teams.iter_mut().find(|row| Some(row.id) == team);
        let input = known.map_or(&mut self.team, |row| &mut row.name);
        input.value = typed;
        input.error = Some(why);
    }
}

/// Chooses a role.
pub(super) fn role_input(reader: Reader, role: Role) -> Input {
    let choice =
        |role: Role| Choice { value: role.name().to_owned(), words: reader.say(role_key(role)) };
    Input {
        kind: Kind::Choice(Role::ALL.map(choice).into()),
        value: role.name().to_owned(),
        ..Input::line("role", reader.say("user-role"))
    }
}

/// The message that names a role.
pub(super) fn role_key(role: Role) -> &'static str {
    match role {
        Role::Owner => "user-owner",
        Role::Manager => "user-manager",
        Role::Agent => "user-agent",
        Role::Analyst => "user-analyst",
        Role::ReadOnly => "user-read-only",
    }
}

/// Who is invited.
#[derive(Deserialize)]
pub struct Asked {
    email: String,
    role: String,
}

/// `POST /settings/invitations`: shows the link, for the only time.
///
/// # Errors
/// Where the database cannot be reached.
pub async fn invite(
    writer: Writer,
    reached: Reached,
    Form(asked): Form<Asked>,
) -> Result<Response, Problem> {
    let role = named(&asked.role)?;
    let new = NewInvitation { email: asked.email.clone(), role };
    let made = writer.write(async move |tx| invitations::invite(tx, &new).await).await;
    let reader = writer.frame.reader;
    let mut page = page(&writer.app, writer.frame, &writer.visitor).await?;
    let error = match made {
        Ok(link) => {
            page.invited = Some(reached.link(&format!("/invitation/{}", link.reveal())));
            return Ok(Page(page).into_response());
        }
        Err(LinkError::Staff(StaffError::NotAnEmail(_))) => reader.say("invitation-not-an-email"),
        Err(LinkError::Staff(StaffError::EmailTaken(_))) => reader.say("invitation-email-taken"),
        Err(error) => return Err(error.into()),
    };
    page.email.value = asked.email;
    page.email.error = Some(error);
    page.role.value = asked.role;
    Ok(Page(page).refused())
}

pub(super) fn named(role: &str) -> Result<Role, Problem> {
    Role::named(role).ok_or_else(|| Problem::Malformed("role: there is no such role".to_owned()))
}

/// `POST /settings/invitations/{id}/withdraw`
///
/// # Errors
/// Where the database cannot be reached.
pub async fn withdraw(
    writer: Writer,
    Path(id): Path<InvitationId>,
    Form(Nothing {}): Form<Nothing>,
) -> Result<Redirect, Problem> {
    writer.write(async move |tx| invitations::withdraw(tx, id).await).await?;
    writer.tell(writer.say("user-was-withdrawn"));
    Ok(Redirect::to("/settings/users"))
}
