//! Finding anything, for programs.

use axum::extract::State;
use axum::http::Uri;
use chrono::{DateTime, Utc};
use domain::know::customers::{CustomerId, Field};
use domain::know::interactions::{InteractionId, Kind};
use domain::know::orders::{OrderId, OrderRow};
use domain::know::search::{self, FoundCustomer};
use serde::{Deserialize, Serialize};
use store::search::{Part, Place, Snippet};
use utoipa::{IntoParams, ToSchema};

use super::query::Written;
use super::{Answer, Cursor, Limit, List, Query, schema};
use crate::{App, Problem};

/// A customer of whom something was found.
#[derive(Debug, Serialize, ToSchema)]
pub struct Found {
    /// Who it is.
    #[schema(value_type = Uuid)]
    customer_id: CustomerId,
    /// What they are called.
    name: String,
    /// Whether the name was found only by taking what was asked for a slip of the keys.
    is_guess: bool,
    /// Fields that have some of the words, other than the name: `name` is that of
    /// somebody there.
    fields: Vec<FoundField>,
    /// What happened with them, the closest first.
    interactions: Vec<FoundInteraction>,
    /// Orders of theirs whose number it is, or that of a parcel of theirs, the last first.
    orders: Vec<FoundOrder>,
}

/// An order whose number was asked for.
#[derive(Debug, Serialize, ToSchema)]
pub struct FoundOrder {
    /// Which.
    #[schema(value_type = Uuid)]
    id: OrderId,
    /// The shop or market it came from; empty where it was written down here.
    source: String,
    /// Its number there.
    code: Option<String>,
    /// When it was placed.
    placed_at: DateTime<Utc>,
}

/// A field that has some of the words.
#[derive(Debug, Serialize, ToSchema)]
pub struct FoundField {
    /// Which.
    #[schema(value_type = String)]
    field: Field,
    /// Where in it they stand.
    excerpt: String,
}

/// Something that happened, in words that were asked for.
#[derive(Debug, Serialize, ToSchema)]
pub struct FoundInteraction {
    /// Which.
    #[schema(value_type = Uuid)]
    id: InteractionId,
    /// What it was.
    #[schema(schema_with = schema::interaction_kind)]
    kind: Kind,
    /// When it happened.
    at: DateTime<Utc>,
    /// Where in it the words stand.
    excerpt: String,
}

impl From<FoundCustomer> for Found {
    fn from(found: FoundCustomer) -> Self {
        let fields = found.fields.into_iter();
        let interactions = found.interactions.into_iter();
        Self {
            customer_id: found.id,
            name: joined(&found.name),
            is_guess: found.is_guess,
            fields: fields
                .map(|found| FoundField { field: found.field, excerpt: excerpt(&found.snippet) })
                .collect(),
            interactions: interactions
                .map(|found| FoundInteraction {
                    id: found.interaction.id,
                    kind: found.interaction.kind,
                    at: found.interaction.at,
                    excerpt: excerpt(&found.snippet),
                })
                .collect(),
            orders: found.orders.into_iter().map(FoundOrder::from).collect(),
        }
    }
}

impl From<OrderRow> for FoundOrder {
    fn from(found: OrderRow) -> Self {
        let OrderRow { id, source, code, placed_at, .. } = found;
        Self { id, source, code, placed_at }
    }
}

/// What is asked for.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct Asked {
    /// Names however spelt, telephone numbers, addresses, codes, words of what was written down:
    /// what has all of them is found. The number of an order or a parcel finds whose it is.
    #[param(max_length = 1000, example = "ararat")]
    q: String,
    /// The cursor of the page before.
    #[param(value_type = Option<String>)]
    after: Option<Cursor<Written<Place>>>,
    /// How many things a page puts together by customer.
    #[serde(default)]
    #[param(inline)]
    limit: Limit,
}

/// Find customers and what happened with them
///
/// The closest first. A customer of the page before may come again with more.
#[utoipa::path(get, path = "/api/v1/search", tag = "search", params(Asked),
    responses((status = 200, description = "A page of what was found", body = List<Found>)))]
pub async fn find(
    State(app): State<App>,
    here: Uri,
    Query(asked): Query<Asked>,
) -> Result<Answer, Problem> {
    let after = asked.after.map(|cursor| cursor.0.0);
    let mut reader = app.db.reader().await?;
    let found = search::find(&mut reader.snapshot(), &asked.q, after, asked.limit.0).await?;
    let items = found.customers.into_iter().map(Found::from).collect();
    Answer::page(&here, &List::going_on(items, found.after.map(Written))?)
}

fn excerpt(snippet: &Snippet) -> String {
    let before = if snippet.is_cut_before { "…" } else { "" };
    let after = if snippet.is_cut_after { "…" } else { "" };
    format!("{before}{}{after}", joined(&snippet.parts))
}

fn joined(parts: &[Part]) -> String {
    parts.iter().map(|part| part.text.as_str()).collect()
}
