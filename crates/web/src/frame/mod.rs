//! The frame that every page stands in: the rail with the sections, the bar
//! with search, adding, who I am and language, notices.
//!
//! A page's template extends `frame.html` and its struct holds a `frame`. It
//! shows no link that leads nowhere: sections and things to add are there once
//! the table of routes has their page and the visitor may open it.

mod adding;
mod section;

use axum::extract::{FromRequestParts, MatchedPath};
use axum::http::HeaderName;
use axum::http::request::Parts;
use domain::know::customers::{self, Customer, CustomerId};
use phrases::Phrases;
use store::Snapshot;

use crate::cookies::{self, Jar};
use crate::routes::{access_to_page, takes_post};
use crate::{App, Notice, Problem, Reader, Token, Visitor, notice};

pub use adding::Adding;
pub use section::Section;

/// Set by our script when it will put only a part of the answer into the page
/// it has: then rail and bar are not sent again.
const SWAP: HeaderName = HeaderName::from_static("x-swap");
/// Where everything is searched.
const SEARCH: &str = "/search";
/// Where one changes one's own account.
const ACCOUNT: &str = "/account";
/// Where one signs out.
const SIGN_OUT: &str = "/sign-out";

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
        let Ok(jar) = Jar::from_request_parts(parts, app).await;
        let left = cookies::read(&parts.headers, notice::COOKIE);
        if left.is_some() {
            jar.remove(notice::COOKIE);
        }
        Ok(Frame {
            reader: Reader::of(&parts.headers, &parts.extensions, app),
            token: Token::for_visitor(&visitor)?,
            sections: Section::ALL.into_iter().filter(|s| visitor.may_open(s.path())).collect(),
            adds: Adding::ALL.into_iter().filter(|a| visitor.may_open(a.path())).collect(),
            search: visitor.may_open(SEARCH).then_some(SEARCH),
            name: visitor.account().map(|account| account.name.clone()),
            sign_out: visitor.account().filter(|_| takes_post(SIGN_OUT)).map(|_| SIGN_OUT),
            account: visitor.may_open(ACCOUNT).then_some(ACCOUNT),
            house: visitor.settings().business.name.clone(),
            section: Section::ALL.into_iter().find(|s| s.holds(parts.uri.path())),
            notice: left.and_then(|cookie| Notice::found(&visitor, cookie)),
            about: None,
            searched: None,
            path: way_back(parts),
            is_swap: parts.headers.contains_key(SWAP),
        })
    }
}

fn way_back(parts: &Parts) -> String {
    let route = parts.extensions.get::<MatchedPath>();
    let is_page = route.is_some_and(|route| access_to_page(route.as_str()).is_some());
    let here = parts.uri.path_and_query().filter(|_| is_page);
    here.map_or("/", |path| path.as_str()).to_owned()
}
