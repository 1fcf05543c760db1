//! What a list is asked for, as its address says it.

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use domain::know::lists::{Onward, Sort};
use domain::know::query::{self, Query, QueryError};
use serde::Deserialize;

use crate::routes::with_query;
use crate::tables::TableForm;
use crate::{App, Problem};

/// Where lists are.
pub const LIST: &str = "/customers";

/// What a list is asked for. An extractor.
#[derive(Debug, Clone)]
pub struct Asked {
    /// What was typed.
    pub text: String,
    /// What it means, or why it cannot.
    pub query: Result<Query, QueryError>,
    /// In which order.
    pub sort: Sort,
    /// The names of the columns wanted; none for those a list has by itself.
    pub columns: Vec<String>,
    /// From where the page is read.
    pub from: Option<Onward>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Sent {
    q: String,
    sort: String,
    column: Vec<String>,
    after: Option<String>,
    before: Option<String>,
}

impl Asked {
    /// A list of whom a query means.
    pub fn of(text: &str, sort: &str, columns: &[String]) -> Self {
        Self {
            query: query::parse(text),
            text: text.to_owned(),
            sort: Sort::named(sort).unwrap_or_default(),
            columns: columns
                .iter()
                .flat_map(|names| names.split(','))
                .filter(|name| !name.is_empty())
                .map(str::to_owned)
                .collect(),
            from: None,
        }
    }

    /// What a query string says.
    pub fn read(raw: &str) -> Result<Self, Problem> {
        let sent: Sent = serde_html_form::from_str(raw)
            .map_err(|error| Problem::Malformed(error.to_string()))?;
        let from = match (&sent.after, &sent.before) {
            (Some(after), _) => after.parse::<Onward>().ok(),
            (None, Some(before)) => before.parse::<Onward>().ok().map(Onward::back),
            (None, None) => None,
        };
        Ok(Self { from, ..Self::of(&sent.q, &sent.sort, &sent.column) })
    }

    /// The canonical text of the query, or what was typed where it is none.
    pub fn canonical(&self) -> String {
        self.query.as_ref().map_or_else(|_| self.text.clone(), ToString::to_string)
    }

    /// The first page of this list.
    pub fn href(&self) -> String {
        self.at(LIST, None)
    }

    /// The same of another query.
    pub fn href_of(&self, query: &Query) -> String {
        let text = query.to_string();
        Self { text: text.clone(), query: Ok(query.clone()), ..self.clone() }.href()
    }

    /// The same in another order.
    pub fn href_by(&self, sort: Sort) -> String {
        Self { sort, ..self.clone() }.href()
    }

    /// The page of this list beside a place.
    pub fn href_from(&self, place: &Onward) -> String {
        let name = if place.is_backwards() { "before" } else { "after" };
        self.at(LIST, Some((name, place.to_string())))
    }

    /// The same as a file.
    pub fn export(&self, form: TableForm) -> String {
        self.at(&format!("{LIST}/export/{}", form.ending()), None)
    }

    /// A path told which list is meant.
    fn at(&self, path: &str, more: Option<(&'static str, String)>) -> String {
        with_query(path, self.fields().into_iter().chain(more))
    }

    /// What says which list is meant, for links and for forms to hide.
    pub fn fields(&self) -> Vec<(&'static str, String)> {
        let mut fields = Vec::new();
        let text = self.canonical();
        if !text.is_empty() {
            fields.push(("q", text));
        }
        if self.sort != Sort::default() {
            fields.push(("sort", self.sort.name()));
        }
        if !self.columns.is_empty() {
            fields.push(("column", self.columns.join(",")));
        }
        fields
    }
}

impl FromRequestParts<App> for Asked {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &App) -> Result<Self, Problem> {
        Asked::read(parts.uri.query().unwrap_or_default())
    }
}
