//! What may be written down, and whom it mentions.

use chrono::{DateTime, TimeDelta, Utc};

use super::{FollowUp, Following, InteractionError, Kind, NewInteraction};
use crate::know::customers;
use crate::office::staff::{Account, AccountId};

/// Characters of a text at most.
const LONGEST: usize = 20_000;
/// Clocks of browsers are a little off; what is so near is now.
const NEARLY_NOW: TimeDelta = TimeDelta::minutes(5);

/// What is to be kept of what was typed.
pub fn checked(
    new: &NewInteraction,
    now: DateTime<Utc>,
) -> Result<NewInteraction, InteractionError> {
    let text = customers::paragraphs(&new.text).trim().to_owned();
    let needs_words = match new.kind {
        Kind::Call | Kind::Meeting | Kind::Visit => false,
        Kind::Note | Kind::Gift => true,
    };
    if needs_words && text.is_empty() {
        return Err(InteractionError::Empty);
    }
    if text.chars().count() > LONGEST {
        return Err(InteractionError::TooLong(LONGEST));
    }
    if new.at.is_some_and(|at| at > now + NEARLY_NOW) {
        return Err(InteractionError::InFuture);
    }
    let at = new.at.map(|at| at.min(now));
    Ok(NewInteraction { kind: new.kind, at, text, follow_up: new.follow_up })
}

/// What is to follow after what somebody said about it.
pub fn followed(was: FollowUp, said: Following) -> FollowUp {
    match said {
        Following::Done => FollowUp { done: true, ..was },
        Following::Open => FollowUp { done: false, ..was },
        Following::On(on) => FollowUp { on, done: false },
    }
}

/// The colleagues a text mentions: `@` and the part of their address before
/// its `@`, whatever the case.
pub fn mentioned(text: &str, staff: &[Account]) -> Vec<AccountId> {
    let handles: Vec<String> = text
        .split(|c: char| !is_of_handle(c) && c != '@')
        .filter_map(|word| word.strip_prefix('@'))
        .map(|handle| handle.trim_end_matches(['.', '-']).to_lowercase())
        .collect();
    staff
        .iter()
        .filter(|account| !account.locked_out)
        .filter(|account| {
            let handle = account.email.split('@').next().unwrap_or_default();
            handles.iter().any(|mentioned| mentioned == handle)
        })
        .map(|account| account.id)
        .collect()
}

fn is_of_handle(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '.' | '-' | '_' | '+')
}
