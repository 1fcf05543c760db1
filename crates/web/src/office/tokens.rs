//! The page of tokens: which programs have access, and what they may do.

use askama::Template;
use axum::extract::State;
use axum::response::{IntoResponse as _, Redirect, Response};
use chrono::TimeDelta;
use domain::office::rights::{Right, Role};
use domain::office::tokens::{self, NewToken, TokenError, TokenId, TokenRow};

use crate::components::{Choice, Input, Kind, Status, Tabs, Tone};
use crate::know::when;
use crate::office::settings::Sent;
use crate::office::views;
use crate::path::Path;
use crate::{App, Form, Frame, Nothing, Page, Problem, Reader, Visitor, Writer};

/// How long a token can last: what the form sends, the message that says so,
/// and how many days it is; the last one never ends.
const LASTS: [(&str, &str, Option<i64>); 4] = [
    ("30", "token-a-month", Some(30)),
    ("90", "token-a-quarter", Some(90)),
    ("365", "token-a-year", Some(365)),
    ("never-ends", "token-for-ever", None),
];

/// The page.
#[derive(Template)]
#[template(path = "office/tokens.html")]
pub struct Show {
    frame: Frame,
    tabs: Tabs,
    rows: Vec<Row>,
    name: Input,
    lasts: Input,
    rights: Vec<Input>,
    error: Option<String>,
    made: Option<String>,
}

struct Row {
    known: TokenRow,
    rights: String,
    used: String,
    status: Status,
    lets_in: bool,
}

/// `GET /settings/tokens`
///
/// # Errors
/// Where the database cannot be reached.
pub async fn show(
    State(app): State<App>,
    frame: Frame,
    visitor: Visitor,
) -> Result<Page<Show>, Problem> {
    Ok(Page(page(&app, frame, &visitor, &Sent(Vec::new())).await?))
}

async fn page(app: &App, frame: Frame, visitor: &Visitor, typed: &Sent) -> Result<Show, Problem> {
    let role = visitor.role().ok_or(Problem::SignInNeeded)?;
    let known = tokens::list(&mut app.db.reader().await?.snapshot()).await?;
    let reader = frame.reader;
    let now = app.db.clock().now();
    let choice = |(value, key, _): (&str, &str, Option<i64>)| Choice {
        value: value.to_owned(),
        words: reader.say(key),
    };
    Ok(Show {
        tabs: views::tabs(reader, visitor, "/settings/tokens"),
        rows: known.into_iter().map(|known| row(reader, known, now)).collect(),
        name: Input {
            value: typed.one("name").to_owned(),
            hint: Some(reader.say("token-name.hint")),
            is_required: true,
            ..Input::line("name", reader.say("token-name"))
        },
        lasts: Input {
            kind: Kind::Choice(LASTS.map(choice).into()),
            value: if typed.0.is_empty() { "365" } else { typed.one("lasts") }.to_owned(),
            ..Input::line("lasts", reader.say("token-lasts"))
        },
        rights: rights(reader, role, typed),
        error: None,
        made: None,
        frame,
    })
}

/// Those of the rights that whoever makes the token has.
fn rights(reader: Reader, role: Role, typed: &Sent) -> Vec<Input> {
    let held = Right::ALL.into_iter().filter(|right| role.may(*right));
    let tick = |right: Right| Input {
        kind: Kind::Tick,
        value: typed.one(right.name()).to_owned(),
        ..Input::line(right.name(), reader.say(&format!("right-{}", right.name())))
    };
    held.map(tick).collect()
}

fn row(reader: Reader, known: TokenRow, now: chrono::DateTime<chrono::Utc>) -> Row {
    let names: Vec<String> =
        known.rights.iter().map(|right| reader.say(&format!("right-{}", right.name()))).collect();
    let (key, tone) = if known.revoked_at.is_some() {
        ("token-is-revoked", Tone::Quiet)
    } else if known.lets_in(now) {
        ("token-lets-in", Tone::Good)
    } else {
        ("token-has-ended", Tone::Quiet)
    };
    Row {
        rights: names.join(" · "),
        used: known
            .last_used_at
            .map_or_else(|| reader.say("token-never-used"), |at| when::moment(reader, at)),
        status: Status { words: reader.say(key), tone, icon: None },
        lets_in: known.lets_in(now),
        known,
    }
}

/// `POST /settings/tokens`: makes one and shows it, for the only time.
///
/// # Errors
/// Where the database cannot be reached.
pub async fn make(
    writer: Writer,
    Form(fields): Form<Vec<(String, String)>>,
) -> Result<Response, Problem> {
    let who = writer.account.id;
    let typed = Sent(fields);
    let Some((_, _, days)) = LASTS.iter().find(|(value, _, _)| *value == typed.one("lasts")) else {
        let why = writer.say("value-not-one");
        let mut page = page(&writer.app, writer.frame, &writer.visitor, &typed).await?;
        page.lasts.error = Some(why);
        return Ok(Page(page).refused());
    };
    let new = NewToken {
        name: typed.one("name").to_owned(),
        rights: Right::ALL.into_iter().filter(|right| typed.one(right.name()) == "true").collect(),
        lasts: days.and_then(TimeDelta::try_days),
    };
    let made = writer.write(async move |tx| tokens::make(tx, who, &new).await).await;
    match made {
        Ok(made) => {
            let mut page =
                page(&writer.app, writer.frame, &writer.visitor, &Sent(Vec::new())).await?;
            page.made = Some(made.shown);
            Ok(Page(page).into_response())
        }
        Err(error) => {
            let words = refusal(writer.frame.reader, error)?;
            let mut page = page(&writer.app, writer.frame, &writer.visitor, &typed).await?;
            page.error = Some(words);
            Ok(Page(page).refused())
        }
    }
}

fn refusal(reader: Reader, error: TokenError) -> Result<String, Problem> {
    match error {
        TokenError::NoName => Ok(reader.say("token-no-name")),
        TokenError::NoRights => Ok(reader.say("token-no-rights")),
        TokenError::NotHeld(right) => {
            let right = reader.say(&format!("right-{}", right.name()));
            Ok(reader.phrases.say_with("token-not-held", &[("right", right.into())]))
        }
        other => Err(other.into()),
    }
}

/// `POST /settings/tokens/{id}/revoke`
///
/// # Errors
/// Where there is none, or the database cannot be reached.
pub async fn revoke(
    writer: Writer,
    Path(id): Path<TokenId>,
    Form(Nothing {}): Form<Nothing>,
) -> Result<Redirect, Problem> {
    writer.write(async move |tx| tokens::revoke(tx, id).await).await?;
    writer.tell(writer.say("token-was-revoked"));
    Ok(Redirect::to("/settings/tokens"))
}

impl From<TokenError> for Problem {
    fn from(error: TokenError) -> Self {
        match error {
            TokenError::Unknown => Problem::NotFound,
            TokenError::Store(error) => error.into(),
            TokenError::NoRandomness(error) => error.into(),
            refused @ (TokenError::NoName | TokenError::NoRights | TokenError::NotHeld(_)) => {
                Problem::Malformed(refused.to_string())
            }
        }
    }
}
