//! The frame that every page stands in: the rail with the sections, the bar
//! with search, adding, who I am and language, notices.
//!
//! A page's template extends `frame.html` and its struct holds a `frame`. It
//! shows no link that leads nowhere: sections and things to add are there once
//! the table of routes has their page and the visitor may open it.

mod adding;
mod ground;
mod section;

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use domain::know::customers::{self, Customer, CustomerId};
use phrases::Phrases;
use store::Snapshot;

use crate::{App, Notice, Problem, Reader, Token, Visitor};

pub use adding::Adding;
pub(crate) use ground::Ground;
pub use section::Section;

/// What every page has around it. An extractor.
#[derive(Clone)]
pub struct Frame {
    /// How the page is to be read.
    pub reader: Reader,
    /// For every form that posts.
    pub token: Token,
    /// The sections this visitor may open.
    pub sections: Vec<Section>,
    /// What this visitor may add.
    pub adds: Vec<Adding>,
    /// The customer this page is about, if it is about one.
    pub about: Option<CustomerId>,
    /// Where everything is searched, if this visitor may.
    pub search: Option<&'static str>,
    /// What this page has found, as it was typed, where it is the one that
    /// searches.
    pub searched: Option<String>,
    /// Who is signed in, by name.
    pub name: Option<String>,
    /// Where whoever is signed in signs out.
    pub sign_out: Option<&'static str>,
    /// A word about what was just done.
    pub notice: Option<Notice>,
    /// Where whoever is signed in changes their own account.
    pub account: Option<&'static str>,
    /// What the business is called; empty while nobody has said it.
    pub house: String,
    /// The section this page belongs to.
    pub section: Option<Section>,
    /// This page, to come back to; the first one where there is no page at its
    /// address, such as after a form that was not taken.
    pub path: String,
    /// Whether only the changing part is wanted.
    pub is_swap: bool,
}

impl Frame {
    /// A message in the reader's language.
    #[must_use]
    pub fn say(&self, key: &str) -> String {
        self.reader.say(key)
    }

    /// Speaks the reader's language.
    #[must_use]
    pub fn phrases(&self) -> Phrases {
        self.reader.phrases
    }

    /// Makes this a page about a customer, and gives what is known of them.
    ///
    /// # Errors
    /// Where there is no such customer, or the database cannot be reached.
    pub async fn turn_to(
        &mut self,
        snapshot: &mut Snapshot<'_>,
        id: CustomerId,
    ) -> Result<Customer, Problem> {
        let customer = customers::customer(snapshot, id).await?.ok_or(Problem::NotFound)?;
        self.about = Some(id);
        Ok(customer)
    }

    /// The page that adds something about what this page is about.
    #[must_use]
    pub fn to_add(&self, adding: &Adding) -> String {
        adding.href(self.about, &self.path)
    }

    /// Whether this page belongs to a section.
    #[must_use]
    pub fn is_in(&self, section: &Section) -> bool {
        self.section == Some(*section)
    }
}

impl FromRequestParts<App> for Frame {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Problem> {
        let visitor = Visitor::from_request_parts(parts, app).await?;
        Ground::of(visitor, &parts.headers, &parts.extensions, &parts.uri, app).frame()
    }
}
