//! How a problem is said.

use askama::Template;
use axum::extract::{Request, State};
use axum::http::header::{
    ACCEPT, ALLOW, AUTHORIZATION, CONTENT_TYPE, LOCATION, RETRY_AFTER, WWW_AUTHENTICATE,
};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode};
use axum::middleware::Next;
use axum::response::{Html, IntoResponse as _, Response};

use super::{Problem, ProblemSaid};
use crate::frame::Ground;
use crate::layers::RequestId;
use crate::routes::access_to_page;
use crate::{App, Frame, Page, Reader, Visitor, api};

/// Where one signs in.
const SIGN_IN: &str = "/sign-in";

/// So long a program is to wait before it asks again: there is room for more
/// than one request a second.
const A_SECOND: &str = "1";

/// The page of a problem.
#[derive(Template)]
#[template(path = "problem.html")]
struct ProblemPage {
    reader: Reader,
    title: String,
    advice: String,
    /// Of the request, where somebody may look it up in the log.
    reference: Option<String>,
    home: Option<&'static str>,
}

/// The page of whoever is signed in and asked for what is not there, or not
/// for them: they can go on from its frame.
#[derive(Template)]
#[template(path = "lost.html")]
struct LostPage {
    frame: Frame,
    title: String,
    advice: String,
    home: Option<&'static str>,
}

/// To whom the problem of a request is said.
pub(crate) struct Asker {
    reader: Reader,
    is_program: bool,
    /// One that lets nobody in, where it is still asked to sign in.
    has_shown_a_token: bool,
    /// Of the request, in the log.
    reference: Option<String>,
    /// Where they come back to once they have signed in.
    path: String,
}

impl Asker {
    /// Whoever sent this.
    pub fn of(request: &Request, app: &App) -> Self {
        // What was sent by a form is not there to come back to.
        let page = request.uri().path_and_query().filter(|_| request.method() == Method::GET);
        Self {
            reader: Reader::of(request.headers(), request.extensions(), app),
            is_program: is_program(request.uri().path(), request.headers()),
            has_shown_a_token: request.headers().contains_key(AUTHORIZATION),
            reference: request.extensions().get::<RequestId>().map(ToString::to_string),
            path: page.map_or("/", |path| path.as_str()).to_owned(),
        }
    }

    /// Says a problem as they can take it, and in the log where it is ours.
    pub fn hears(self, problem: &Problem) -> Response {
        let Self { reader, is_program, has_shown_a_token, reference, path } = self;
        match problem {
            Problem::Internal(what) => tracing::error!(request = reference, "{what}"),
            other if other.status().is_server_error() => {
                tracing::warn!(request = reference, "answered: {other:?}");
            }
            _ => {}
        }
        if is_program {
            in_json(problem, reader, reference, has_shown_a_token)
        } else if *problem == Problem::SignInNeeded && access_to_page(SIGN_IN).is_some() {
            to_sign_in(&path)
        } else {
            in_words(problem, reader, reference)
        }
    }
}

/// Says the problems of everything inside, as the reader can take them.
pub(crate) async fn say(State(app): State<App>, request: Request, next: Next) -> Response {
    let asker = Asker::of(&request, &app);
    let ground = ground_of_page(&request, &app).filter(|_| !asker.is_program);
    let response = next.run(request).await;
    let known = response.extensions().get::<Problem>().cloned();
    let bare = || Problem::of_status(response.status()).filter(|_| !is_page(response.headers()));
    let Some(problem) = known.or_else(bare) else {
        return response;
    };
    let is_lost = matches!(problem, Problem::NotFound | Problem::NotAllowed(_));
    if let Some(ground) = ground.filter(|_| is_lost)
        && let Ok(frame) = ground.frame()
    {
        return in_frame(&problem, frame);
    }
    let mut said = asker.hears(&problem);
    if let Some(allowed) = response.headers().get(ALLOW) {
        said.headers_mut().insert(ALLOW, allowed.clone());
    }
    said
}

fn in_json(
    problem: &Problem,
    reader: Reader,
    reference: Option<String>,
    has_shown_a_token: bool,
) -> Response {
    let said = ProblemSaid::to_reader(problem, reader, reference);
    let body = serde_json::to_string(&said).unwrap_or_default();
    let media = [(CONTENT_TYPE, "application/problem+json")];
    let mut response = (problem.status(), media, body).into_response();
    let advice = match problem {
        // RFC 6750, 3.1: what is wrong with a token is told to whoever showed one.
        Problem::SignInNeeded if has_shown_a_token => {
            Some((WWW_AUTHENTICATE, "Bearer error=\"invalid_token\""))
        }
        Problem::SignInNeeded => Some((WWW_AUTHENTICATE, "Bearer")),
        Problem::NotAllowed(_) if has_shown_a_token => {
            Some((WWW_AUTHENTICATE, "Bearer error=\"insufficient_scope\""))
        }
        Problem::TooOften | Problem::TooSlow | Problem::Unavailable => {
            Some((RETRY_AFTER, A_SECOND))
        }
        _ => None,
    };
    if let Some((name, value)) = advice {
        response.headers_mut().insert(name, HeaderValue::from_static(value));
    }
    response
}

fn in_words(problem: &Problem, reader: Reader, reference: Option<String>) -> Response {
    let page = ProblemPage {
        title: reader.say(problem.key()),
        advice: reader.say(&problem.advice()),
        reference: reference.filter(|_| problem.status().is_server_error()),
        home: access_to_page("/").map(|_| "/"),
        reader,
    };
    match page.render() {
        Ok(page) => (problem.status(), Html(page)).into_response(),
        Err(_) => (problem.status(), page.title).into_response(),
    }
}

/// What a frame can stand on where somebody who is signed in goes to a page.
/// Forms are answered without one: by that our script knows that nothing was
/// taken. The browser need not be given its secret for it: forms of whoever is
/// signed in are sealed with their session.
fn ground_of_page(request: &Request, app: &App) -> Option<Ground> {
    let visitor = request.extensions().get::<Visitor>()?;
    if request.method() != Method::GET || visitor.account().is_none() {
        return None;
    }
    let (headers, extensions) = (request.headers(), request.extensions());
    Some(Ground::of(visitor.clone(), headers, extensions, request.uri(), app))
}

fn in_frame(problem: &Problem, frame: Frame) -> Response {
    let page = LostPage {
        title: frame.say(problem.key()),
        advice: frame.say(&problem.advice()),
        home: access_to_page("/").map(|_| "/"),
        frame,
    };
    (problem.status(), Page(page)).into_response()
}

/// To the page that signs in, which leads back here.
fn to_sign_in(path: &str) -> Response {
    let there = serde_html_form::to_string([("next", path)]).unwrap_or_default();
    match HeaderValue::try_from(format!("{SIGN_IN}?{there}")) {
        Ok(there) => (StatusCode::SEE_OTHER, [(LOCATION, there)]).into_response(),
        Err(_) => StatusCode::UNAUTHORIZED.into_response(),
    }
}

/// Whether an answer already says what it has to say, such as a form with what
/// was not taken.
fn is_page(headers: &HeaderMap) -> bool {
    let media = headers.get(CONTENT_TYPE).and_then(|media| media.to_str().ok());
    media.is_some_and(|media| media.starts_with("text/html"))
}

/// Whether the answer is for a program: who asks the API, is let in by a token,
/// or asks for JSON and not for a page.
fn is_program(path: &str, headers: &HeaderMap) -> bool {
    let accept = headers.get(ACCEPT).and_then(|value| value.to_str().ok()).unwrap_or_default();
    api::is_of_api(path)
        || api::is_for_programs(path, headers)
        || (accept.contains("json") && !accept.contains("text/html"))
}
