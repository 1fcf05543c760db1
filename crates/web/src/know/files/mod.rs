//! Files of what was written down: how they look, and giving them out.

pub mod change;
pub mod fetch;
mod shelf;

pub use shelf::Shelf;

use domain::know::files::{FileError, MOST};
use phrases::Phrases;

use crate::upload::Refused;
use crate::{Problem, Reader};

/// How large a file is, as people read it.
pub fn size(phrases: Phrases, bytes: u64) -> String {
    let kilobytes = bytes.div_ceil(1000);
    let number = phrases.integer(i64::try_from(kilobytes).unwrap_or(i64::MAX));
    phrases.say_with("file-kilobytes", &[("number", number.into())])
}

/// Why a file was not taken.
pub(in crate::know) fn refusal(reader: Reader, refused: &Refused) -> String {
    match refused {
        Refused::TooLarge(name) => {
            let name = name.as_str();
            reader.phrases.say_with("file-too-large", &[("name", name.into())])
        }
        Refused::TooMany => too_many(reader),
    }
}

/// That there would be more than anybody looks at.
pub(in crate::know) fn too_many(reader: Reader) -> String {
    let most = u32::try_from(MOST).unwrap_or(u32::MAX);
    reader.phrases.say_with("file-too-many", &[("most", most.into())])
}

impl From<FileError> for Problem {
    fn from(error: FileError) -> Self {
        match error {
            FileError::Unknown | FileError::NotKept => Problem::NotFound,
            FileError::Interaction(error) => error.into(),
            FileError::Blob(error) => error.into(),
            FileError::Store(error) => error.into(),
            refused @ FileError::TooMany(_) => Problem::Malformed(refused.to_string()),
        }
    }
}
