//! Products of which a word begins as somebody has begun to write one, and such as
//! they may mean: asked for by the form of an order, so that none is written in two
//! ways.

use askama::Template;
use axum::extract::{Query, State};
use domain::know::search;
use serde::Deserialize;

use crate::{App, Frame, Page, Problem};

/// The page that suggestions come from.
pub const SUGGESTED: &str = "/products/suggested";
/// Products suggested: as many as are looked through at a glance.
const ROWS: u32 = 8;

/// The page.
#[derive(Template)]
#[template(path = "know/products/suggested.html")]
pub struct Suggested {
    frame: Frame,
    names: Vec<String>,
}

/// How somebody has begun to write the name.
#[derive(Deserialize)]
pub struct Begun {
    #[serde(default)]
    q: String,
}

/// `GET /products/suggested`
///
/// # Errors
/// Where the database cannot be reached.
pub async fn show(
    State(app): State<App>,
    frame: Frame,
    Query(begun): Query<Begun>,
) -> Result<Page<Suggested>, Problem> {
    let mut reader = app.db.reader().await?;
    let found = search::suggested_products(&mut reader.snapshot(), &begun.q, ROWS).await?;
    let names = found.into_iter().map(|product| product.name).collect();
    Ok(Page(Suggested { frame, names }))
}
