//! Files that were brought in, for programs.

use axum::extract::State as Shared;
use axum::http::Uri;
use chrono::{DateTime, Utc};
use domain::know::imports::{self, Applied, Counts, ImportId, Read, State, Undone};
use serde::{Deserialize, Serialize};
use store::{Snapshot, Tx};
use utoipa::{IntoParams, ToSchema};

use super::once::IdempotencyKey;
use super::{
    Answer, Cursor, Error, Id, IfNoneMatch, Limit, List, Once, Program, Query, Thing, schema, thing,
};
use crate::{App, Problem};

/// Files that were brought in.
#[derive(Debug, Serialize, ToSchema)]
pub struct Import {
    /// Which.
    #[schema(value_type = Uuid)]
    id: ImportId,
    /// The shop or market they come from; empty for the business's own.
    source: String,
    /// As they are named.
    files: Vec<String>,
    /// How far it is.
    #[schema(schema_with = schema::import_state)]
    state: State,
    /// What became of the rows.
    #[schema(schema_with = schema::rows_read)]
    read: Read,
    /// What became of customers and orders.
    #[schema(schema_with = schema::applied)]
    applied: Applied,
    /// What was taken back, where it was.
    #[schema(required, schema_with = schema::undone)]
    undone: Option<Undone>,
    /// When it began.
    started_at: DateTime<Utc>,
    /// When it was applied, taken back or given up.
    #[schema(required)]
    ended_at: Option<DateTime<Utc>>,
}

impl From<imports::Import> for Import {
    fn from(import: imports::Import) -> Self {
        let imports::Import { id, source, files, state, started_at, ended_at, counts, .. } = import;
        let Counts { read, applied, undone, .. } = counts;
        Self { id, source, files, state, read, applied, undone, started_at, ended_at }
    }
}

/// Which imports.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct Listed {
    /// The cursor of the page before.
    #[param(value_type = Option<String>)]
    after: Option<Cursor<(DateTime<Utc>, ImportId)>>,
    /// Rows of a page.
    #[serde(default)]
    #[param(inline)]
    limit: Limit,
}

/// List imports
///
/// The newest first.
#[utoipa::path(get, path = "/api/v1/imports", tag = "imports", params(Listed),
    responses((status = 200, description = "A page of them", body = List<Import>)))]
pub async fn list(
    Shared(app): Shared<App>,
    here: Uri,
    Query(asked): Query<Listed>,
) -> Result<Answer, Problem> {
    let before = asked.after.map(|Cursor(place)| place);
    let mut reader = app.db.reader().await?;
    let known = imports::imports(&mut reader.snapshot(), before, asked.limit.and_one()).await?;
    let place = |import: &imports::Import| (import.started_at, import.id);
    Answer::page(&here, &List::page(known, asked.limit, place, Import::from)?)
}

/// Get an import
#[utoipa::path(get, path = "/api/v1/imports/{id}", tag = "imports", params(IfNoneMatch),
    responses((status = 200, description = "The import", body = Import)))]
pub async fn show(
    Shared(app): Shared<App>,
    Id(id): Id<ImportId>,
    known: IfNoneMatch,
) -> Result<Answer, Problem> {
    thing::shown::<Import>(&app, id, known).await
}

/// Take an import back
///
/// Its customers and orders go, but for those to which something has happened since.
#[utoipa::path(post, path = "/api/v1/imports/{id}/undo", tag = "imports",
    params(IdempotencyKey),
    responses(
        (status = 200, description = "The import, taken back", body = Import),
        (status = 409, description = "It is not applied, was taken back, or brought nothing")))]
pub async fn undo(
    Shared(app): Shared<App>,
    program: Program,
    Id(id): Id<ImportId>,
    once: Once,
) -> Result<Answer, Problem> {
    let undo = async move |tx: &mut Tx<'_>| {
        imports::undo(tx, id).await?;
        Ok(())
    };
    program.act::<Import, _>(&app, once, id, undo).await
}

impl Thing for Import {
    type Id = ImportId;

    async fn present(snapshot: &mut Snapshot<'_>, id: ImportId) -> Result<Self, Error> {
        Ok(imports::import(snapshot, id).await?.ok_or(Problem::NotFound)?.into())
    }
}
