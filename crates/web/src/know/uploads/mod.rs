//! Pages on which files of orders come in: sent, looked at, understood, and
//! brought into the record.

pub mod change;
mod mapping;
pub mod new;
pub mod show;
pub mod words;

use domain::know::uploads::UploadError;

use crate::Problem;
use crate::upload::Limits;

/// Files of orders: whole years of them.
pub(crate) enum OrderFiles {}

impl Limits for OrderFiles {
    const MOST: usize = 20;
    const LARGEST: u64 = 2 << 30;
}

impl From<UploadError> for Problem {
    fn from(error: UploadError) -> Self {
        match error {
            UploadError::Unknown => Problem::NotFound,
            UploadError::Blob(error) => error.into(),
            UploadError::Store(error) => error.into(),
            UploadError::Import(error) => error.into(),
            refused @ (UploadError::NoFiles | UploadError::NotNow) => {
                Problem::Malformed(refused.to_string())
            }
        }
    }
}
