//! What may be written down, and whom it mentions.

use chrono::{DateTime, TimeDelta, Utc};

use super::{FollowUp, Following, InteractionError, Kind, NewInteraction, Said};
use crate::know::customers::{self, Seen};
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

/// When they were seen by it: never, where it is no contact.
pub fn seen(kind: Kind, at: DateTime<Utc>) -> Seen {
    kind.is_contact().then_some(at).into()
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
    let handles: Vec<String> = mentions(text).map(|(_, mention)| handle_of(mention)).collect();
    let is_mentioned = |account: &&Account| handles.iter().any(|one| is_called(account, one));
    staff.iter().filter(is_mentioned).map(|account| account.id).collect()
}

/// A text in its stretches, with whom it mentions told from the other words.
#[must_use]
pub fn said<'t>(text: &'t str, staff: &'t [Account]) -> Vec<Said<'t>> {
    let mut said = Vec::new();
    let mut told = 0;
    let words = |from: usize, to: usize| {
        text.get(from..to).filter(|words| !words.is_empty()).map(Said::Words)
    };
    for (place, mention) in mentions(text) {
        said.extend(words(told, place));
        let handle = handle_of(mention);
        let mut meant = staff.iter().filter(|account| is_called(account, &handle));
        said.push(match (meant.next(), meant.next()) {
            (None, _) => Said::Nobody(mention),
            (Some(one), None) => Said::Colleague(mention, Some(&one.name)),
            (Some(_), Some(_)) => Said::Colleague(mention, None),
        });
        told = place + mention.len();
    }
    said.extend(words(told, text.len()));
    said
}

/// What a text mentions that is nobody's handle, each once.
#[must_use]
pub fn mentions_of_nobody<'t>(text: &'t str, staff: &'t [Account]) -> Vec<&'t str> {
    let mut nobody = Vec::new();
    for said in said(text, staff) {
        if let Said::Nobody(mention) = said
            && !nobody.contains(&mention)
        {
            nobody.push(mention);
        }
    }
    nobody
}

/// The colleagues who can be mentioned and whose handle, or a part of whose name,
/// begins as somebody has begun to write it, with their handles; all of them,
/// where nothing is written yet.
#[must_use]
pub fn suggested<'s>(begun: &str, staff: &'s [Account]) -> Vec<(&'s Account, &'s str)> {
    let begun = begun.to_lowercase();
    let begins_so = |(account, handle): &(&Account, &str)| {
        let name = account.name.to_lowercase();
        handle.starts_with(&begun) || name.split(' ').any(|part| part.starts_with(&begun))
    };
    let handled = staff.iter().filter_map(|account| Some((account, handle_that_means(account)?)));
    handled.filter(begins_so).collect()
}

/// The handle that mentions somebody, if any does: not all that an address may
/// begin with is read as one.
fn handle_that_means(account: &Account) -> Option<&str> {
    let handle = account.email.split('@').next()?;
    let mention = format!("@{handle}");
    let is_read_whole = mentions(&mention).eq([(0_usize, mention.as_str())]);
    (is_read_whole && is_called(account, handle)).then_some(handle)
}

/// Each `@handle` of a text that begins a word, and where it stands.
fn mentions(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let is_apart = |c: char| !is_of_handle(c) && c != '@';
    let mut place = 0;
    text.split_inclusive(is_apart).filter_map(move |piece| {
        let from = place;
        place += piece.len();
        let mention = piece.trim_end_matches(is_apart).trim_end_matches(['.', '-']);
        (mention.starts_with('@') && mention.len() > 1).then_some((from, mention))
    })
}

fn handle_of(mention: &str) -> String {
    mention.strip_prefix('@').unwrap_or(mention).to_lowercase()
}

fn is_called(account: &Account, handle: &str) -> bool {
    !account.locked_out && account.email.split('@').next() == Some(handle)
}

fn is_of_handle(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '.' | '-' | '_' | '+')
}
