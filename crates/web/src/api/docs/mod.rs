//! The document of the API, for people: pages made from it on this server,
//! with nothing from elsewhere.

mod call;
mod prose;
mod read;

use std::sync::LazyLock;

use askama::Template;
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse, Response};
use domain::know::customers::{Field, Refused};
use serde_json::Value;

use super::document::{document, in_short};
use crate::components::Tabs;
use crate::office::views;
use crate::path::Path;
use crate::problem::{ProblemSaid, Wrong};
use crate::{Frame, Page, Problem, Reader, Visitor};
use prose::Prose;
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
    about: Prose,
    document: &'static str,
    problems: &'static str,
}

/// All that programs can do in a room.
#[derive(Template)]
#[template(path = "api/room.html")]
pub struct RoomPage {
    frame: Frame,
    tabs: Option<Tabs>,
    room: &'static Room,
}

/// The kinds of problems.
#[derive(Template)]
#[template(path = "api/problems.html")]
pub struct Problems {
    frame: Frame,
    tabs: Option<Tabs>,
    kinds: Vec<ProblemKind>,
    /// One of them, as it is said.
    example: String,
}

struct ProblemKind {
    code: &'static str,
    status: u16,
    title: String,
    short: Prose,
}

/// `GET /api/docs`
pub async fn begin(frame: Frame, visitor: Visitor) -> Page<Begin> {
    let about = written()["info"]["description"].as_str();
    Page(Begin {
        tabs: tabs(&frame, &visitor),
        frame,
        rooms: rooms(),
        about: Prose::block(about.unwrap_or_default()),
        document: DOCUMENT,
        problems: PROBLEMS,
    })
}

/// `GET /api/docs/{room}`
///
/// # Errors
/// Where there is no such room.
pub async fn room(
    frame: Frame,
    visitor: Visitor,
    Path(name): Path<String>,
) -> Result<Page<RoomPage>, Problem> {
    let room = rooms().iter().find(|room| room.name == name).ok_or(Problem::NotFound)?;
    Ok(Page(RoomPage { tabs: tabs(&frame, &visitor), frame, room }))
}

/// `GET /api/docs/problems`
///
/// # Errors
/// Where the example of one cannot be written.
pub async fn problems(frame: Frame, visitor: Visitor) -> Result<Page<Problems>, Problem> {
    let kinds = Problem::for_programs().into_iter().map(|problem| ProblemKind {
        code: problem.code(),
        status: problem.status().as_u16(),
        title: frame.say(problem.key()),
        short: Prose::line(in_short(&problem)),
    });
    let kinds = kinds.collect();
    let example = example(frame.reader)?;
    Ok(Page(Problems { tabs: tabs(&frame, &visitor), kinds, example, frame }))
}

/// The settings beside it, for whoever is signed in.
fn tabs(frame: &Frame, visitor: &Visitor) -> Option<Tabs> {
    visitor.account().map(|_| views::tabs(frame.reader, visitor, BEGIN))
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
