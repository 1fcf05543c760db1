//! What happened with a customer, for programs.

use std::collections::HashSet;

use axum::extract::State;
use axum::http::Uri;
use chrono::{DateTime, Utc};
use domain::know::customers::{self, CustomerId};
use domain::know::interactions::{self, InteractionId, InteractionRemoved, InteractionRestored};
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use store::Snapshot;
use store::log::{Actor, Earlier, Entry, Event as _};
use utoipa::{IntoParams, ToSchema};

use super::query::Written;
use super::{Answer, Cursor, Id, Limit, List, Query};
use crate::{App, Problem};

/// Kinds of entries about interactions begin with it.
const INTERACTION: &str = "interaction.";

/// Something that happened with a customer.
#[derive(Debug, Serialize, ToSchema)]
pub struct TimelineEntry {
    /// When it happened.
    happened_at: DateTime<Utc>,
    /// When it was noted.
    at: DateTime<Utc>,
    /// What: `customer.changed`, `order.placed`, ….
    kind: String,
    /// To what: the id of a customer, an order, an interaction, a contact.
    #[schema(value_type = Uuid)]
    subject_id: String,
    /// Who did it: `staff`, `token`, `customer` or `system`.
    by: &'static str,
    /// Which of them.
    #[schema(required, value_type = Option<Uuid>)]
    by_id: Option<String>,
    /// What it was and became, as its kind has it.
    #[schema(value_type = Object)]
    event: Box<RawValue>,
}

impl TimelineEntry {
    fn of(entry: Entry) -> Result<Self, Problem> {
        let event = RawValue::from_string(entry.body).map_err(|error| {
            Problem::Internal(format!("an entry of the log is broken: {error}"))
        })?;
        let (by, by_id) = match entry.who {
            Actor::Staff(id) => ("staff", Some(id)),
            Actor::Token(id) => ("token", Some(id)),
            Actor::Customer(id) => ("customer", Some(id)),
            Actor::System => ("system", None),
        };
        Ok(Self {
            happened_at: entry.happened,
            at: entry.at,
            kind: entry.kind,
            subject_id: entry.subject.id.to_string(),
            by,
            by_id: by_id.map(|id| id.to_string()),
            event,
        })
    }
}

/// Which page.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct Listed {
    /// The cursor of the page before.
    #[param(value_type = Option<String>)]
    after: Option<Cursor<Written<Earlier>>>,
    /// Rows of a page; what was removed is left out, so there may be fewer.
    #[serde(default)]
    #[param(inline)]
    limit: Limit,
}

/// List what happened with a customer
///
/// Every change, the latest first. What was written down and removed is left out.
#[utoipa::path(get, path = "/api/v1/customers/{id}/timeline", tag = "customers",
    params(Listed),
    responses((status = 200, description = "A page of it", body = List<TimelineEntry>)))]
pub async fn list(
    State(app): State<App>,
    Id(customer): Id<CustomerId>,
    here: Uri,
    Query(asked): Query<Listed>,
) -> Result<Answer, Problem> {
    let before = asked.after.map_or_else(Earlier::default, |cursor| cursor.0.0);
    let mut reader = app.db.reader().await?;
    let snapshot = &mut reader.snapshot();
    customers::customer(snapshot, customer).await?.ok_or(Problem::NotFound)?;
    let found = snapshot.timeline_of(customer.into(), before, asked.limit.and_one()).await?;
    let in_sight = in_sight(snapshot, &found).await?;
    let page = List::page(found, asked.limit, |entry| Written(entry.earlier()), |entry| entry)?;
    let shown = page.items.into_iter().filter(|entry| {
        let tells_text = entry.kind.starts_with(INTERACTION)
            && ![InteractionRemoved::KIND, InteractionRestored::KIND].contains(&&*entry.kind);
        !tells_text || in_sight.contains(&entry.subject.id.into())
    });
    let items = shown.map(TimelineEntry::of).collect::<Result<_, _>>()?;
    Answer::page(&here, &List { items, after: page.after })
}

/// The interactions among what happened that have not been removed.
async fn in_sight(
    snapshot: &mut Snapshot<'_>,
    entries: &[Entry],
) -> Result<HashSet<InteractionId>, Problem> {
    let told = entries.iter().filter(|entry| entry.kind.starts_with(INTERACTION));
    let told: HashSet<InteractionId> = told.map(|entry| entry.subject.id.into()).collect();
    let told: Vec<InteractionId> = told.into_iter().collect();
    let present = interactions::present_among(snapshot, &told).await?;
    Ok(present.into_iter().map(|interaction| interaction.id).collect())
}
