//! The document of the API, for people: pages made from it on this server,
//! with nothing from elsewhere.

mod call;
mod read;

use std::sync::LazyLock;

use askama::Template;
use axum::extract::Path;
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse, Response};
use domain::know::customers::{Field, Refused};
use serde_json::Value;

use super::document::{document, in_short};
use crate::components::Tabs;
use crate::office::views;
use crate::problem::{ProblemSaid, Wrong};
use crate::{Frame, Page, Problem, Reader, Visitor};
use read::Room;

/// Where it begins.
const BEGIN: &str = "/api/docs";
/// Where the kinds of problems are explained.
pub const PROBLEMS: &str = "/api/docs/problems";
/// The document for programs.
const DOCUMENT: &str = "/api/openapi.json";

/// What there is, room by room.
#[derive(Template)]
#[template(path = "api/begin.html")]
pub struct Begin {
    frame: Frame,
    /// For whoever is signed in: strangers may read it too.
    tabs: Option<Tabs>,
    rooms: &'static [Room],
    about: &'static str,
    document: &'static str,
    problems: &'static str,
}

/// All that programs can do in a room.
#[derive(Template)]
#[template(path = "api/room.html")]
pub struct RoomPage {
    frame: Frame,
    room: &'static Room,
}

/// The kinds of problems.
#[derive(Template)]
#[template(path = "api/problems.html")]
pub struct Problems {
    frame: Frame,
    kinds: Vec<ProblemKind>,
    /// One of them, as it is said.
    example: String,
}

struct ProblemKind {
    code: &'static str,
    status: u16,
    title: String,
    short: &'static str,
}

/// `GET /api/docs`
pub async fn begin(frame: Frame, visitor: Visitor) -> Page<Begin> {
    let about = written()["info"]["description"].as_str();
    Page(Begin {
        tabs: visitor.account().map(|_| views::tabs(frame.reader, &visitor, BEGIN)),
        frame,
        rooms: rooms(),
        about: about.unwrap_or_default(),
        document: DOCUMENT,
        problems: PROBLEMS,
    })
}

/// `GET /api/docs/{room}`
pub async fn room(frame: Frame, Path(name): Path<String>) -> Result<Page<RoomPage>, Problem> {
    let room = rooms().iter().find(|room| room.name == name).ok_or(Problem::NotFound)?;
    Ok(Page(RoomPage { frame, room }))
}

/// `GET /api/docs/problems`
pub async fn problems(frame: Frame) -> Result<Page<Problems>, Problem> {
    let kinds = Problem::for_programs().into_iter().map(|problem| ProblemKind {
        code: problem.code(),
        status: problem.status().as_u16(),
        title: frame.say(problem.key()),
        short: in_short(&problem),
    });
    Ok(Page(Problems { kinds: kinds.collect(), example: example(frame.reader)?, frame }))
}

/// A country that is none, refused.
fn example(reader: Reader) -> Result<String, Problem> {
    let wrong = Wrong::new(Field::Country.name(), "not_one", Refused::NotOne);
    let problem = Problem::Refused(vec![wrong]);
    let said = ProblemSaid::to_reader(&problem, reader, Some("4Vx0bQ2mZr1kT9aY".to_owned()));
    serde_json::to_string_pretty(&said)
        .map_err(|error| Problem::Internal(format!("an example cannot be written: {error}")))
}

/// `GET /api/openapi.json`
pub async fn openapi() -> Response {
    static TEXT: LazyLock<String> = LazyLock::new(|| written().to_string());
    ([(CONTENT_TYPE, "application/json")], TEXT.as_str()).into_response()
}

fn rooms() -> &'static [Room] {
    static ROOMS: LazyLock<Vec<Room>> = LazyLock::new(|| read::rooms(written()));
    &ROOMS
}

/// The document as JSON, in which schemas are found where they are named.
fn written() -> &'static Value {
    static WRITTEN: LazyLock<Value> =
        LazyLock::new(|| serde_json::to_value(document()).unwrap_or_default());
    &WRITTEN
}
