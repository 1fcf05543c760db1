//! What kinds of interactions are called and look like.

use domain::know::files::FileError;
use domain::know::interactions::{self, InteractionError, Kind, Said};
use domain::office::staff::Account;

use super::form::Why;
use crate::components::Stretch;
use crate::know::files;
use crate::{Problem, Reader};

/// So many mentions of nobody are told of, and so much of each: a notice is
/// short.
const NOBODIES: usize = 3;
const OF_A_HANDLE: usize = 40;

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

/// What was said, with the colleagues it mentions marked and called by name.
pub fn marked(text: &str, staff: &[Account]) -> Vec<Stretch> {
    let stretches = interactions::said(text, staff).into_iter().map(|said| match said {
        Said::Words(text) | Said::Nobody(text) => Stretch::Plain(text.to_owned()),
        Said::Colleague(mention, name) => {
            Stretch::Marked { text: name.unwrap_or(mention).to_owned(), title: mention.to_owned() }
        }
    });
    stretches.collect()
}

/// What was said, with the colleagues it mentions called by name.
pub fn plain(text: &str, staff: &[Account]) -> String {
    let words = |stretch| match stretch {
        Stretch::Plain(text) | Stretch::Marked { text, .. } => text,
    };
    marked(text, staff).into_iter().map(words).collect()
}

/// Words about what was written down, and whom it mentions that nobody is.
pub fn with_nobody(reader: Reader, words: String, text: &str, staff: &[Account]) -> String {
    let mut handles: Vec<String> = Vec::new();
    for mention in interactions::mentions_of_nobody(text, staff) {
        let handle: String = mention.chars().take(OF_A_HANDLE).collect();
        if handles.len() < NOBODIES && !handles.contains(&handle) {
            handles.push(handle);
        }
    }
    if handles.is_empty() {
        return words;
    }
    let handles = reader.phrases.list(&handles);
    let nobody = [("handles", handles.into())];
    format!("{words}. {}", reader.phrases.say_with("interaction-mentions-nobody", &nobody))
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
