//! The document of the API, for people: pages made from it on this server,
//! with nothing from elsewhere.

mod read;

use std::sync::LazyLock;

use askama::Template;
use axum::extract::Path;
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse, Response};
use serde_json::Value;

use super::document::{document, in_short};
use crate::components::Tabs;
use crate::office::views;
use crate::{Frame, Page, Problem, Visitor};
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
pub async fn problems(frame: Frame) -> Page<Problems> {
    let kinds = Problem::for_programs().into_iter().map(|problem| ProblemKind {
        code: problem.code(),
        status: problem.status().as_u16(),
        title: frame.say(problem.key()),
        short: in_short(&problem),
    });
    Page(Problems { kinds: kinds.collect(), frame })
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
