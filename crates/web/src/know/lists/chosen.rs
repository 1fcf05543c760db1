//! The columns somebody has chosen, which their browser keeps: lists that do not say
//! which they have are shown with these.

use std::convert::Infallible;

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::response::Redirect;
use percent_encoding::{NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};
use serde::Deserialize;

use super::asked::Asked;
use super::columns::Column;
use crate::cookies::{self, A_YEAR, Jar};
use crate::{App, Form, Visitor};

/// The cookie that keeps their names.
const COLUMNS: &str = "columns";
/// Stands between two of them.
const BETWEEN: &str = ".";

/// The names of the columns somebody has chosen; none where they never have. An
/// extractor.
#[derive(Debug, Clone, Default)]
pub struct Chosen(Vec<String>);

impl Chosen {
    /// A list with the columns it is shown with: those it says itself go before.
    pub fn shown(&self, asked: &Asked) -> Asked {
        let columns = if asked.columns.is_empty() { &self.0 } else { &asked.columns };
        Asked { columns: columns.clone(), ..asked.clone() }
    }
}

impl FromRequestParts<App> for Chosen {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &App) -> Result<Self, Infallible> {
        let kept = cookies::read(&parts.headers, COLUMNS).unwrap_or_default();
        let names = kept.split(BETWEEN).filter(|name| !name.is_empty());
        let name = |name| percent_decode_str(name).decode_utf8_lossy().into_owned();
        Ok(Self(names.map(name).collect()))
    }
}

/// The list whose columns are chosen, and which they are to be.
#[derive(Deserialize)]
pub struct Wanted {
    #[serde(default)]
    q: String,
    #[serde(default)]
    sort: String,
    #[serde(default)]
    column: Vec<String>,
}

/// `POST /customers/columns`: keeps which columns were chosen and leads to the list
/// that has them; none ticked are those it has by itself.
pub async fn choose(visitor: Visitor, jar: Jar, Form(wanted): Form<Wanted>) -> Redirect {
    let known = match wanted.column.as_slice() {
        [] => Vec::new(),
        names => Column::named(names, &visitor.house().fields),
    };
    let names: Vec<String> = known.iter().map(|column| column.name().to_owned()).collect();
    if names.is_empty() {
        jar.remove(COLUMNS);
    } else {
        let kept = names.iter().map(|name| utf8_percent_encode(name, NON_ALPHANUMERIC).to_string());
        jar.set(COLUMNS, &kept.collect::<Vec<_>>().join(BETWEEN), Some(A_YEAR));
    }
    Redirect::to(&Asked::of(&wanted.q, &wanted.sort, &names).href())
}
