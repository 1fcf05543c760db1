//! What customers are marked with, for programs.

use axum::extract::State;
use domain::know::customers::{self, CustomerId};
use domain::know::tags;
use serde::{Deserialize, Serialize};
use store::{Snapshot, Tx};
use utoipa::ToSchema;

use super::once::IdempotencyKey;
use super::{Answer, Error, Id, IfMatch, IfNoneMatch, Json, Program, Thing, thing};
use crate::{App, Problem};

/// The tags of a customer.
#[derive(Debug, Serialize, ToSchema)]
pub struct Tags {
    /// Each of them in lower case, by the alphabet.
    tags: Vec<String>,
}

/// What the tags of a customer become.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "tags": ["vip", "pays late"] }))]
pub struct TagsWanted {
    /// All of them: those that are not named are taken away. Upper and lower case are the same.
    #[schema(max_items = 50, min_length = 1, max_length = 50)]
    tags: Vec<String>,
}

/// Get the tags of a customer
#[utoipa::path(get, path = "/api/v1/customers/{id}/tags", tag = "customers",
    params(IfNoneMatch), responses((status = 200, description = "The tags", body = Tags)))]
pub async fn show(
    State(app): State<App>,
    Id(customer): Id<CustomerId>,
    known: IfNoneMatch,
) -> Result<Answer, Problem> {
    thing::shown::<Tags>(&app, customer, known).await
}

/// Change the tags of a customer
#[utoipa::path(patch, path = "/api/v1/customers/{id}/tags", tag = "customers",
    params(IfMatch, IdempotencyKey),
    request_body(content(
        (TagsWanted = "application/merge-patch+json"), (TagsWanted = "application/json"))),
    responses((status = 200, description = "The tags as they are now", body = Tags)))]
pub async fn edit(
    State(app): State<App>,
    program: Program,
    Id(customer): Id<CustomerId>,
    seen: IfMatch,
    Json(wanted, once): Json<TagsWanted>,
) -> Result<Answer, Problem> {
    let edit = async move |tx: &mut Tx<'_>, known: Tags| {
        let wanted = wanted.tags.iter().map(|word| tags::tag(word));
        let wanted: Vec<String> = wanted.collect::<Result<_, _>>()?;
        for tag in known.tags.iter().filter(|tag| !wanted.contains(tag)) {
            tags::remove(tx, customer, tag).await?;
        }
        for tag in &wanted {
            tags::add(tx, customer, tag).await?;
        }
        Ok(())
    };
    program.edit::<Tags, _>(&app, once, customer, seen, edit).await
}

impl Thing for Tags {
    type Id = CustomerId;

    async fn present(snapshot: &mut Snapshot<'_>, customer: CustomerId) -> Result<Self, Error> {
        customers::customer(snapshot, customer).await?.ok_or(Problem::NotFound)?;
        Ok(Self { tags: tags::of(snapshot, customer).await? })
    }
}
