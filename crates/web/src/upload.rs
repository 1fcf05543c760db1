//! What a form of ours sent, with files.
//!
//! Files go to the disk piece by piece as they arrive, after the form has been
//! recognised as ours: its token comes first. One that is refused does not take
//! the rest with it; what arrived before waits for the form to be sent again.

use std::io;
use std::marker::PhantomData;

use axum::body::Bytes;
use axum::extract::multipart::{Field, MultipartError};
use axum::extract::{FromRequest, Multipart, Request};
use axum::http::StatusCode;
use axum::http::header::CONTENT_TYPE;
use domain::know::files::{self, NewFile};
use domain::know::uploads::{self, WaitingFileId};
use futures_util::TryStreamExt as _;
use serde::de::DeserializeOwned;
use store::blobs::BlobError;
use tokio::io::AsyncBufReadExt as _;
use tokio_util::io::StreamReader;

use crate::csrf::{self, Sender};
use crate::problem::cannot_be_written;
use crate::{App, Form, Problem, Visitor, Writer};

/// The field that carries files.
pub(crate) const FILES: &str = "files";
/// The field that carries those of the time before.
pub(crate) const KEPT: &str = "kept";
/// Bytes of everything in a form but its files.
const TEXT: usize = 1 << 20;

/// How much a form may bring along.
pub(crate) trait Limits: Send + 'static {
    /// Files at most.
    const MOST: usize;
    /// Bytes of one file at most.
    const LARGEST: u64;
}

/// What belongs to something written down.
pub(crate) enum Attachments {}

impl Limits for Attachments {
    const MOST: usize = files::MOST;
    const LARGEST: u64 = files::LARGEST;
}

/// Bytes of a form with its files at most.
pub(crate) fn whole<L: Limits>() -> usize {
    let files = (L::MOST as u64).saturating_mul(L::LARGEST);
    usize::try_from(files).unwrap_or(usize::MAX).saturating_add(TEXT)
}

/// The fields of a form that one of our pages sent, and its files, which are on
/// the disk and wait to be kept.
pub(crate) struct Upload<T, L = Attachments> {
    /// What was filled in.
    pub fields: T,
    /// What arrived, that of the time before first.
    pub files: Vec<NewFile>,
    /// Why a file was not taken, if one was not.
    pub refused: Option<Refused>,
    /// How much there may be.
    pub limits: PhantomData<L>,
}

/// Why a file was not taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Refused {
    /// It is too large; says what it is called.
    TooLarge(String),
    /// There are too many.
    TooMany,
}

/// A file that waits for the form to be sent again.
pub(crate) struct Kept {
    /// What it is called.
    pub name: String,
    /// What names it to whoever sent it, and to nobody else.
    pub id: WaitingFileId,
}

/// Has files wait for the form to be sent again.
///
/// # Errors
/// Where the database cannot be reached.
pub(crate) async fn keep(writer: &Writer, files: &[NewFile]) -> Result<Vec<Kept>, Problem> {
    if files.is_empty() {
        return Ok(Vec::new());
    }
    let (me, sent) = (writer.account.id, files.to_vec());
    let keep = async move |tx: &mut store::Tx<'_>| uploads::keep_waiting(tx, me, &sent).await;
    let ids = writer.write(keep).await?;
    let kept = ids.into_iter().zip(files);
    Ok(kept.map(|(id, file)| Kept { name: file.name.clone(), id }).collect())
}

impl<T: DeserializeOwned, L: Limits> FromRequest<App> for Upload<T, L> {
    type Rejection = Problem;

    async fn from_request(request: Request, app: &App) -> Result<Self, Problem> {
        let media = request.headers().get(CONTENT_TYPE).and_then(|media| media.to_str().ok());
        if !media.is_some_and(|media| media.starts_with("multipart/form-data")) {
            let Form(fields) = Form::from_request(request, app).await?;
            return Ok(Upload { fields, files: Vec::new(), refused: None, limits: PhantomData });
        }
        let (mut parts, body) = request.into_parts();
        let sender = Sender::of(&mut parts, app).await?;
        let form = Multipart::from_request(Request::from_parts(parts, body), app).await;
        let form = form.map_err(|rejection| Problem::Malformed(rejection.body_text()))?;
        let (pairs, files) = (Vec::new(), Vec::new());
        let (visitor, refused) = (None, None);
        let reading = Reading { app, sender, visitor, pairs, files, refused, limits: PhantomData };
        reading.read(form).await
    }
}

/// A form as far as it has been read.
struct Reading<'a, L> {
    app: &'a App,
    sender: Sender,
    /// Who it is, once the token of the form has said so.
    visitor: Option<Visitor>,
    pairs: Vec<(String, String)>,
    files: Vec<NewFile>,
    refused: Option<Refused>,
    limits: PhantomData<L>,
}

impl<L: Limits> Reading<'_, L> {
    async fn read<T: DeserializeOwned>(
        mut self,
        mut form: Multipart,
    ) -> Result<Upload<T, L>, Problem> {
        let mut room = TEXT;
        while let Some(field) = form.next_field().await? {
            let name = field.name().unwrap_or_default().to_owned();
            if name == FILES {
                if self.visitor.is_none() {
                    return Err(Problem::ForeignForm);
                }
                self.take(field).await?;
                continue;
            }
            let value = text(field, &mut room).await?;
            match name.as_str() {
                csrf::FIELD => self.visitor = Some(self.sender.shows(&value)?),
                KEPT => self.take_up(&value).await?,
                _ => self.pairs.push((name, value)),
            }
        }
        if self.visitor.is_none() {
            return Err(Problem::ForeignForm);
        }
        if self.files.len() > L::MOST {
            self.files.truncate(L::MOST);
            self.refused = Some(Refused::TooMany);
        }
        let malformed = |why: &dyn std::error::Error| Problem::Malformed(why.to_string());
        let fields = serde_html_form::to_string(&self.pairs).map_err(|why| malformed(&why))?;
        let fields = serde_html_form::from_str(&fields).map_err(|why| malformed(&why))?;
        Ok(Upload { fields, files: self.files, refused: self.refused, limits: PhantomData })
    }

    /// Takes up a file that waits for whoever sends this.
    async fn take_up(&mut self, id: &str) -> Result<(), Problem> {
        let me = self.visitor.as_ref().and_then(Visitor::account);
        let named = me.zip(id.parse().ok());
        // One more than there may be is enough to say so.
        let Some((me, id)) = named.filter(|_| self.files.len() <= L::MOST) else { return Ok(()) };
        let mut reader = self.app.db.reader().await?;
        self.files.extend(uploads::waiting(&mut reader.snapshot(), me.id, id).await?);
        Ok(())
    }

    /// Takes a file in, or reads over it where it is refused.
    async fn take(&mut self, field: Field<'_>) -> Result<(), Problem> {
        let name = field.file_name().unwrap_or_default().to_owned();
        let mut bytes = StreamReader::new(field.map_err(io::Error::other));
        // What a browser sends where nothing was chosen.
        if name.is_empty() && bytes.fill_buf().await.map_err(BlobError::NotWhole)?.is_empty() {
            return Ok(());
        }
        if self.files.len() == L::MOST {
            self.refused = Some(Refused::TooMany);
        } else {
            match self.app.blobs.receive(&mut bytes, L::LARGEST).await {
                Ok(arrived) => self.files.push(NewFile { name, arrived }),
                Err(BlobError::TooLarge { .. }) => self.refused = Some(Refused::TooLarge(name)),
                Err(other) => return Err(other.into()),
            }
        }
        let rest = tokio::io::copy(&mut bytes, &mut tokio::io::sink()).await;
        rest.map_err(BlobError::NotWhole)?;
        Ok(())
    }
}

/// The text of a field, of which there is so much room left.
async fn text(mut field: Field<'_>, room: &mut usize) -> Result<String, Problem> {
    let mut text: Vec<u8> = Vec::new();
    while let Some(piece) = field.chunk().await? {
        let piece: Bytes = piece;
        *room = room.checked_sub(piece.len()).ok_or(Problem::TooLarge)?;
        text.extend_from_slice(&piece);
    }
    String::from_utf8(text).map_err(|_| Problem::Malformed("a field is not UTF-8".to_owned()))
}

impl From<MultipartError> for Problem {
    fn from(error: MultipartError) -> Self {
        match error.status() {
            StatusCode::PAYLOAD_TOO_LARGE => Problem::TooLarge,
            _ => Problem::Malformed(error.body_text()),
        }
    }
}

impl From<BlobError> for Problem {
    fn from(error: BlobError) -> Self {
        match error {
            BlobError::TooLarge { .. } => Problem::TooLarge,
            BlobError::NotWhole(cause) => match cause.downcast::<MultipartError>() {
                Ok(error) => error.into(),
                Err(cause) => Problem::Malformed(cause.to_string()),
            },
            BlobError::Folder { ref cause, .. } if cannot_be_written(cause) => Problem::CannotWrite,
            BlobError::Swept(_) | BlobError::Missing(_) => Problem::NotFound,
            BlobError::Store(error) => error.into(),
            other @ BlobError::Folder { .. } => Problem::Internal(other.to_string()),
        }
    }
}
