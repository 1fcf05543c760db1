//! What an operation may be answered: each problem that its route may meet, and
//! the headers that come with an answer.

use std::collections::BTreeSet;

use axum::http::{Method, StatusCode};
use utoipa::openapi::path::{Operation, ParameterIn};
use utoipa::openapi::{
    ContentBuilder, Header, HeaderBuilder, ObjectBuilder, OpenApi, Ref, RefOr, Response,
    ResponseBuilder, Type,
};

use super::{parameters, right, takes};
use crate::Problem;
use crate::routes::Route;

/// What an `ETag` stands for.
const VERSION: &str = "The version of it, for `If-Match` and `If-None-Match`";

/// What single things are called: whatever can be asked for with the version
/// one has of it.
pub fn things(document: &OpenApi) -> BTreeSet<String> {
    let looked_at = document.paths.paths.values().filter_map(|path| path.get.as_ref());
    looked_at
        .filter(|operation| takes(operation, "If-None-Match"))
        .filter_map(|operation| match operation.responses.responses.get("200")? {
            RefOr::T(response) => held(response),
            RefOr::Ref(_) => None,
        })
        .collect()
}

/// Adds the problems and the headers to what the handler says of its answers.
pub fn complete(operation: &mut Operation, route: &Route, things: &BTreeSet<String>) {
    for problem in problems(operation, route) {
        let status = problem.status().as_u16().to_string();
        let known = operation.responses.responses.get(&status);
        let known = known.and_then(|known| match known {
            RefOr::T(response) => Some(response.description.clone()),
            RefOr::Ref(_) => None,
        });
        let said = said(&problem, known);
        operation.responses.responses.insert(status, said.into());
    }
    if takes(operation, "If-None-Match") {
        let unchanged = ResponseBuilder::new().description("It is still what you have");
        operation.responses.responses.insert("304".to_owned(), unchanged.build().into());
    }
    let is_keyed = takes(operation, "Idempotency-Key");
    let goes_on = takes(operation, "after");
    for (status, response) in &mut operation.responses.responses {
        if let (Ok(status), RefOr::T(response)) = (status.parse::<StatusCode>(), response) {
            if held(response).is_some_and(|name| things.contains(&name)) {
                response.headers.insert("ETag".to_owned(), header(VERSION).into());
            }
            for (name, about) in headers(status, is_keyed, goes_on) {
                response.headers.insert(name.to_owned(), header(about).into());
            }
        }
    }
}

/// What may go wrong. Where several have one status, the first describes it.
fn problems(operation: &Operation, route: &Route) -> Vec<Problem> {
    let mut problems = vec![Problem::SignInNeeded, Problem::TooOften];
    if right(route).is_some() {
        problems.push(Problem::NotAllowed(None));
    }
    if route.path.contains('{') {
        problems.push(Problem::NotFound);
    }
    if operation.request_body.is_some() {
        problems.extend([Problem::Broken(String::new()), Problem::TooLarge, Problem::WrongMedia]);
    }
    if takes(operation, "If-Match") {
        problems.extend([Problem::ChangedSince, Problem::VersionNeeded]);
    }
    if operation.responses.responses.contains_key("409") {
        problems.push(Problem::Conflict(String::new()));
    }
    let asks = parameters(operation).any(|known| known.parameter_in == ParameterIn::Query);
    if asks || operation.request_body.is_some() || takes(operation, "Idempotency-Key") {
        problems.push(Problem::Refused(Vec::new()));
    }
    problems.push(Problem::Malformed(String::new()));
    if route.method != Method::GET {
        problems.push(Problem::CannotWrite);
    }
    problems.extend([Problem::Internal(String::new()), Problem::Unavailable]);
    problems
}

/// The answer of a problem; `known` is what is said of it already.
fn said(problem: &Problem, known: Option<String>) -> Response {
    let content = ContentBuilder::new().schema(Some(Ref::from_schema_name("Problem"))).build();
    let text = known.unwrap_or_else(|| in_short(problem).to_owned());
    ResponseBuilder::new().description(text).content("application/problem+json", content).build()
}

/// The name of what an answer holds.
fn held(response: &Response) -> Option<String> {
    match response.content.get("application/json")? {
        RefOr::T(content) => match content.schema.as_ref()? {
            RefOr::Ref(named) => Some(named.ref_location.clone()),
            RefOr::T(_) => None,
        },
        RefOr::Ref(_) => None,
    }
}

/// What comes with an answer of a status, beside its body: of an operation that
/// takes a key, and of a list that goes on.
fn headers(status: StatusCode, is_keyed: bool, goes_on: bool) -> Vec<(&'static str, &'static str)> {
    let mut headers = Vec::new();
    if is_keyed && status.is_success() {
        headers.push(("Idempotent-Replayed", "`true` where it was answered before, and done then"));
    }
    match status {
        StatusCode::OK if goes_on => headers.push(("Link", "The next page, as `rel=\"next\"`")),
        StatusCode::NOT_MODIFIED => headers.push(("ETag", VERSION)),
        StatusCode::CREATED => headers.push(("Location", "Where it is found")),
        StatusCode::UNAUTHORIZED => {
            headers
                .push(("WWW-Authenticate", "`Bearer`, with `invalid_token` where one was shown"));
        }
        StatusCode::FORBIDDEN => {
            headers.push(("WWW-Authenticate", "`Bearer`, with `insufficient_scope`"));
        }
        StatusCode::TOO_MANY_REQUESTS | StatusCode::SERVICE_UNAVAILABLE => {
            headers.push(("Retry-After", "Seconds to wait before asking again"));
        }
        _ => {}
    }
    headers
}

fn header(about: &str) -> Header {
    let text = ObjectBuilder::new().schema_type(Type::String);
    HeaderBuilder::new().schema(Some(text)).description(Some(about)).build()
}

impl Problem {
    /// Those that programs may be told.
    pub(crate) fn for_programs() -> Vec<Problem> {
        vec![
            Problem::Broken(String::new()),
            Problem::SignInNeeded,
            Problem::NotAllowed(None),
            Problem::NotFound,
            Problem::WrongMethod,
            Problem::Conflict(String::new()),
            Problem::ChangedSince,
            Problem::TooLarge,
            Problem::WrongMedia,
            Problem::Refused(Vec::new()),
            Problem::Malformed(String::new()),
            Problem::KeyTaken,
            Problem::VersionNeeded,
            Problem::TooOften,
            Problem::Internal(String::new()),
            Problem::Unavailable,
            Problem::TooSlow,
            Problem::CannotWrite,
        ]
    }
}

/// What a problem is, for the document.
pub fn in_short(problem: &Problem) -> &'static str {
    match problem {
        Problem::SignInNeeded => "No token was shown, or one that lets nobody in",
        Problem::NotAllowed(_) => "The token lacks the right for this",
        Problem::NotFound => "There is no such thing",
        Problem::LinkGone => "The link was good for once, or for a while",
        Problem::Broken(_) => "The body is no JSON; the detail says where it breaks off",
        Problem::Refused(_) => "Values are not taken; the fields say which and why",
        Problem::KeyTaken => "The idempotency key stands for another request",
        Problem::Conflict(_) => "It cannot be done as things are now; the detail says why",
        Problem::ChangedSince => "Somebody has changed it since the version you named",
        Problem::VersionNeeded => "A change must name the version it is of, in `If-Match`",
        Problem::WrongMedia => {
            "The body is neither `application/json` nor `application/merge-patch+json`"
        }
        Problem::TooLarge => "The body is too large",
        Problem::TooOften => "The program asks too often",
        Problem::WrongMethod => "This address is not for this method; `Allow` says for which it is",
        Problem::CannotWrite => "The disk is full or cannot be written",
        Problem::TooSlow | Problem::Unavailable => "The server is stopping or busy",
        Problem::Internal(_) => "A defect of the server; its log knows the request",
        Problem::Malformed(_) => "The request cannot be read: its address may hold a NUL character",
        Problem::ForeignForm => "What a page sent cannot be taken",
    }
}
