//! What can be bought, for programs.

use axum::extract::State;
use axum::http::Uri;
use domain::know::products::{self, ProductId};
use serde::{Deserialize, Serialize};
use store::Snapshot;
use utoipa::{IntoParams, ToSchema};

use super::{Answer, Cursor, Error, Id, IfNoneMatch, Limit, List, Query, Thing, thing};
use crate::{App, Problem};

/// Something that can be bought.
#[derive(Debug, Serialize, ToSchema)]
pub struct Product {
    /// Which.
    #[schema(value_type = Uuid)]
    id: ProductId,
    /// What it is called; no two are called the same, whatever the capitals.
    name: String,
}

impl From<products::Product> for Product {
    fn from(known: products::Product) -> Self {
        Self { id: known.id, name: known.name }
    }
}

/// Which page.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct Listed {
    /// The cursor of the page before.
    #[param(value_type = Option<String>)]
    after: Option<Cursor<String>>,
    /// Rows of a page.
    #[serde(default)]
    #[param(inline)]
    limit: Limit,
}

/// List products
///
/// By name.
#[utoipa::path(get, path = "/api/v1/products", tag = "products", params(Listed),
    responses((status = 200, description = "A page of them", body = List<Product>)))]
pub async fn list(
    State(app): State<App>,
    here: Uri,
    Query(asked): Query<Listed>,
) -> Result<Answer, Problem> {
    let after = asked.after.map(|cursor| cursor.0);
    let mut reader = app.db.reader().await?;
    let limit = asked.limit.and_one();
    let found = products::after(&mut reader.snapshot(), after.as_deref(), limit).await?;
    let place = |product: &products::Product| product.name.clone();
    Answer::page(&here, &List::page(found, asked.limit, place, Product::from)?)
}

/// Get a product
#[utoipa::path(get, path = "/api/v1/products/{id}", tag = "products", params(IfNoneMatch),
    responses((status = 200, description = "The product", body = Product)))]
pub async fn show(
    State(app): State<App>,
    Id(id): Id<ProductId>,
    known: IfNoneMatch,
) -> Result<Answer, Problem> {
    thing::shown::<Product>(&app, id, known).await
}

impl Thing for Product {
    type Id = ProductId;

    async fn present(snapshot: &mut Snapshot<'_>, id: ProductId) -> Result<Self, Error> {
        Ok(products::product(snapshot, id).await?.ok_or(Problem::NotFound)?.into())
    }
}
