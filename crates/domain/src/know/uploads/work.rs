//! What jobs say of the files they work on: how far they are, what they found
//! and what came of it. The jobs are done by the program, which knows how files
//! are read.

use ::store::blobs::Arrived;
use ::store::{StoreError, Tx};
use kernel::Language;

use super::{Findings, Phase, State, UploadError, UploadId, by, held, release_files, store};
use crate::know::imports;

/// Says how far the work on files is.
///
/// # Errors
/// Where the database refuses it.
pub async fn advance(
    tx: &mut Tx<'_>,
    id: UploadId,
    phase: Phase,
    done: u64,
    whole: u64,
) -> Result<(), StoreError> {
    store::advance(tx, id, phase, done, whole).await
}

/// Says what was found so far, while it is looked further.
///
/// # Errors
/// Where they are not looked at any more.
pub async fn found(tx: &mut Tx<'_>, id: UploadId, found: &Findings) -> Result<(), UploadError> {
    let mut upload = held(tx, id, State::Looking).await?;
    upload.found = found.clone();
    store::update(tx, &upload).await?;
    Ok(())
}

/// Says what was found, at the end.
///
/// # Errors
/// Where they are not looked at any more.
pub async fn looked(tx: &mut Tx<'_>, id: UploadId, found: &Findings) -> Result<(), UploadError> {
    let mut upload = held(tx, id, State::Looking).await?;
    upload.found = found.clone();
    upload.state = State::Looked;
    store::update(tx, &upload).await?;
    Ok(())
}

/// Says that files are in the record, and where the table of rows is that were
/// not taken. The files themselves are not kept any longer.
///
/// # Errors
/// Where they were not being imported.
pub async fn imported(
    tx: &mut Tx<'_>,
    id: UploadId,
    refused: Option<&Arrived>,
) -> Result<(), UploadError> {
    let mut upload = held(tx, id, State::Importing).await?;
    release_files(tx, &upload).await?;
    if let Some(table) = refused {
        tx.keep_blob(table, by(id)).await?;
    }
    upload.refused = refused.map(|table| table.hash);
    // Rows of the files are in it, and nobody looks at them any more.
    upload.found = Findings::default();
    upload.state = State::Imported;
    store::update(tx, &upload).await?;
    Ok(())
}

/// Gives an import up that files could not become, and says why: they can be
/// looked at again.
///
/// # Errors
/// Where they were not being imported.
pub async fn stopped(tx: &mut Tx<'_>, id: UploadId, found: &Findings) -> Result<(), UploadError> {
    let mut upload = held(tx, id, State::Importing).await?;
    if let Some(import) = upload.import.take() {
        imports::discard(tx, import).await?;
    }
    upload.found = found.clone();
    upload.state = State::Looked;
    store::update(tx, &upload).await?;
    Ok(())
}

/// Says, in every language, why the work on files was given up. They stay as far
/// as they are, for whoever looks after jobs to have it tried again.
///
/// # Errors
/// Where there are none any more.
pub async fn given_up(
    tx: &mut Tx<'_>,
    id: UploadId,
    why: &[(Language, String)],
) -> Result<(), UploadError> {
    set_trouble(tx, id, why).await
}

/// Says that files are worked on again whose work was given up: what was said of
/// that is no longer so.
///
/// # Errors
/// Where there are none any more.
pub async fn taken_up_again(tx: &mut Tx<'_>, id: UploadId) -> Result<(), UploadError> {
    set_trouble(tx, id, &[]).await
}

async fn set_trouble(
    tx: &mut Tx<'_>,
    id: UploadId,
    why: &[(Language, String)],
) -> Result<(), UploadError> {
    let mut upload = store::held(tx, id).await?.ok_or(UploadError::Unknown)?;
    match upload.state {
        State::Looking | State::Importing => {
            upload.found.trouble = why.to_vec();
            store::update(tx, &upload).await?;
        }
        State::Looked | State::Imported => {}
    }
    Ok(())
}
