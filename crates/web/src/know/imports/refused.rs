//! The table of the rows that were not taken, to be saved.

use axum::extract::State;
use axum::response::Response;
use domain::know::imports::ImportId;
use domain::know::uploads;

use crate::know::files::fetch;
use crate::path::Path;
use crate::{App, Frame, Problem};

/// `GET /imports/{id}/refused`
///
/// # Errors
/// Where there is none, or its bytes cannot be had.
pub async fn table(
    State(app): State<App>,
    Path(id): Path<ImportId>,
    frame: Frame,
) -> Result<Response, Problem> {
    let upload = uploads::of_import(&mut app.db.reader().await?.snapshot(), id).await?;
    let table = upload.and_then(|upload| upload.refused).ok_or(Problem::NotFound)?;
    let bytes = app.blobs.open(table).await?;
    Ok(fetch::saved(
        bytes,
        "text/csv; charset=utf-8",
        &format!("{}.csv", frame.say("upload-refused")),
    ))
}
