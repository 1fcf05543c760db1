//! What kinds of interactions are called and look like.

use domain::know::files::FileError;
use domain::know::interactions::{InteractionError, Kind};

use super::form::Why;
use crate::know::files;
use crate::{Problem, Reader};

/// The message that names a kind.
pub fn key(kind: Kind) -> &'static str {
    match kind {
        Kind::Call => "interaction-call",
        Kind::Meeting => "interaction-meeting",
        Kind::Visit => "interaction-visit",
        Kind::Note => "interaction-note",
        Kind::Gift => "interaction-gift",
    }
}

/// Its icon.
pub fn icon_name(kind: Kind) -> &'static str {
    match kind {
        Kind::Call => "call",
        Kind::Meeting => "people",
        Kind::Visit => "visit",
        Kind::Note => "note",
        Kind::Gift => "gift",
    }
}

/// Why something was not written down, to stand below what is to be mended.
///
/// # Errors
/// Where it is no fault of what was typed.
pub fn refusal(reader: Reader, error: FileError) -> Result<Why, Problem> {
    let error = match error {
        FileError::Interaction(error) => error,
        FileError::TooMany(_) => return Ok(Why::Files(files::too_many(reader))),
        FileError::NotKept => return Ok(Why::Files(reader.say("file-not-kept"))),
        other => return Err(other.into()),
    };
    match error {
        InteractionError::Empty => Ok(Why::Text(reader.say("interaction-is-empty"))),
        InteractionError::TooLong(longest) => {
            let longest = u32::try_from(longest).unwrap_or(u32::MAX);
            Ok(Why::Text(reader.phrases.say_with("value-too-long", &[("longest", longest.into())])))
        }
        InteractionError::InFuture => Ok(Why::At(reader.say("interaction-is-in-future"))),
        other => Err(other.into()),
    }
}
