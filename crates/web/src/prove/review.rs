//! The review of the record: the document that the program last made, inside
//! the frame and by itself.

use askama::Template;
use axum::extract::{Query, State};
use axum::http::header::CONTENT_SECURITY_POLICY;
use axum::response::{Html, IntoResponse};
use domain::prove::reviews;
use serde::Deserialize;

use crate::components::{Empty, Link, icon};
use crate::know::begin::{self, Begin};
use crate::layers::POLICY;
use crate::routes::with_query;
use crate::{App, Frame, Page, Problem, Reader, Visitor};

/// The document is one file with its style inside, and does nothing.
const DOCUMENT: &str = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; \
     form-action 'none'; base-uri 'none'; frame-ancestors 'self'";

/// Where the document lies.
const PLACE: &str = "/review/document";
/// The section of it that says how its figures are worked out.
const MODELS: &str = "models";

/// The page, at the section that says how its figures are worked out.
pub fn to_models() -> String {
    with_query("/review", [("section", MODELS)])
}

/// The page.
#[derive(Template)]
#[template(path = "prove/review.html")]
pub struct Show {
    frame: Frame,
    as_of: Option<String>,
    /// The document, at the section that was asked for.
    document: String,
    empty: Empty,
}

/// What is asked for.
#[derive(Deserialize)]
pub struct Asked {
    /// A section of the document.
    section: Option<String>,
}

impl Asked {
    /// Where it is; at the beginning where no section could be called so.
    fn document(&self) -> String {
        let section = self.section.as_deref().unwrap_or_default();
        let is_name = |c: char| c.is_ascii_lowercase() || c == '-';
        let is_one = !section.is_empty() && section.chars().all(is_name);
        if is_one { format!("{PLACE}#{section}") } else { PLACE.to_owned() }
    }
}

/// `GET /review`
///
/// # Errors
/// Where the database cannot be reached.
pub async fn show(
    State(app): State<App>,
    frame: Frame,
    Query(asked): Query<Asked>,
    visitor: Visitor,
) -> Result<impl IntoResponse, Problem> {
    let mut reader = app.db.reader().await?;
    let snapshot = &mut reader.snapshot();
    let made = reviews::made(snapshot).await?;
    let begin = if begin::is_nobody_here(snapshot).await? {
        Begin::of(frame.reader, &visitor)
    } else {
        let customers = Link { words: frame.say("frame-customers"), href: "/customers".to_owned() };
        Begin { fill: Some(customers), or: None }
    };
    let is_awaited = made.is_none() && reviews::is_first_awaited(snapshot).await?;
    let (title, words) = if is_awaited {
        ("review-awaited", "review-awaited.words")
    } else {
        ("review-empty", "review-empty.words")
    };
    let empty = Empty {
        icon: icon("review"),
        title: frame.say(title),
        words: frame.say(words),
        fill: begin.fill,
        or: begin.or,
    };
    let as_of = made.map(|made| super::as_of(frame.reader, &made));
    // The page shows the document in a frame of its own.
    let policy = format!("{POLICY}; frame-src 'self'");
    Ok((
        [(CONTENT_SECURITY_POLICY, policy)],
        Page(Show { frame, as_of, document: asked.document(), empty }),
    ))
}

/// `GET /review/document`
///
/// # Errors
/// Where there is none yet, or the database cannot be reached.
pub async fn document(
    State(app): State<App>,
    reader: Reader,
) -> Result<impl IntoResponse, Problem> {
    let language = reader.phrases.language();
    let page = reviews::page(&mut app.db.reader().await?.snapshot(), language).await?;
    Ok(([(CONTENT_SECURITY_POLICY, DOCUMENT)], Html(page.ok_or(Problem::NotFound)?)))
}
