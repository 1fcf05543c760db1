//! Interactions: the calls, meetings, visits, notes and gifts that somebody
//! wrote down.
//!
//! Pages and the API call it. It writes to the log what was written down, every
//! edit with what was there before, and what becomes of follow-ups; it tells
//! [`super::customers`] that the customer has been seen, unless it is a note. What
//! somebody has read of their mentions is theirs alone and not in the log. It
//! sends nothing.

mod events;
mod model;
mod rules;
mod store;
#[cfg(test)]
mod tests;

pub(crate) use self::store::is_contact;
pub use events::{
    FollowUpChanged, InteractionEdited, InteractionLogged, InteractionRemoved, InteractionRestored,
    Wording,
};
pub use model::{
    Due, FollowUp, Following, Interaction, InteractionError, InteractionId, Kind, Mention,
    Mentions, NewInteraction, Said,
};
pub use rules::{mentions_of_nobody, said, suggested};

use ::store::log::{Actor, Subject};
use ::store::{Snapshot, StoreError, Tx};
use chrono::{DateTime, Utc};
use kernel::Day;

use super::customers::{self, CustomerId};
use crate::office::staff::{self, AccountId};
use crate::office::teams::Whose;
use crate::office::tokens;

/// Writes down what happened. Colleagues mentioned in it (`@anna`) will find it
/// among their mentions.
///
/// # Errors
/// Where there is no text and it is not a mere call or visit, it is too long,
/// it happens in the future, or there is no such customer.
pub async fn log(
    tx: &mut Tx<'_>,
    customer: CustomerId,
    new: &NewInteraction,
) -> Result<InteractionId, InteractionError> {
    let new = rules::checked(new, tx.now())?;
    let by = author(tx).await?;
    let at = new.at.unwrap_or(tx.now());
    customers::seen(tx, customer, rules::seen(new.kind, at)).await?;
    let id: InteractionId = tx.new_id();
    store::insert(tx, id, customer, by, at, &new).await?;
    let mentioned = mention(tx, id, &new.text).await?;
    let event = InteractionLogged {
        kind: new.kind,
        at,
        text: new.text,
        follow_up: new.follow_up,
        mentioned,
    };
    tx.append(of(id, customer), &event).await?;
    Ok(id)
}

/// Changes what was written down; the log keeps what it was. Returns whether it says
/// anything else now.
///
/// # Errors
/// As [`log`], and where there is no such interaction or it has been removed.
pub async fn edit(
    tx: &mut Tx<'_>,
    id: InteractionId,
    wanted: &NewInteraction,
) -> Result<bool, InteractionError> {
    let wanted = rules::checked(wanted, tx.now())?;
    tx.hold(id.into()).await?;
    let was = present(tx, id).await?;
    let from = Wording::of(&was);
    let to = Wording {
        kind: wanted.kind,
        at: wanted.at.unwrap_or(was.at),
        text: wanted.text,
        follow_up: wanted.follow_up,
    };
    if from == to {
        return Ok(false);
    }
    store::update(tx, id, &to).await?;
    mention(tx, id, &to.text).await?;
    let (was_seen, is_seen) = (rules::seen(from.kind, from.at), rules::seen(to.kind, to.at));
    if is_seen < was_seen {
        customers::seen_again(tx, &[was.customer]).await?;
    } else {
        customers::seen(tx, was.customer, is_seen).await?;
    }
    if to.at != from.at {
        tx.happened_at::<InteractionLogged>(of(id, was.customer), to.at).await?;
    }
    tx.append(of(id, was.customer), &InteractionEdited { from, to }).await?;
    Ok(true)
}

/// Takes back the last edit that whoever acts made, where it still says what they made
/// of it. Returns whether there was something to take back.
///
/// # Errors
/// Where there is no such interaction or it has been removed.
pub async fn undo(tx: &mut Tx<'_>, id: InteractionId) -> Result<bool, InteractionError> {
    let last = tx.last_of_mine::<InteractionEdited>(id.into()).await?;
    tx.hold(id.into()).await?;
    let now = Wording::of(&present(tx, id).await?);
    match last.filter(|last| last.to == now) {
        Some(last) => edit(tx, id, &NewInteraction::again(last.from)).await,
        None => Ok(false),
    }
}

/// Takes an interaction out of sight; [`restore`] brings it back.
///
/// # Errors
/// Where there is none or it has been removed already.
pub async fn remove(tx: &mut Tx<'_>, id: InteractionId) -> Result<(), InteractionError> {
    tx.hold(id.into()).await?;
    let was = present(tx, id).await?;
    store::set_removed(tx, id, true).await?;
    customers::seen_again(tx, &[was.customer]).await?;
    tx.append(of(id, was.customer), &InteractionRemoved {}).await?;
    Ok(())
}

/// Brings back what was removed; what is in sight stays there.
///
/// # Errors
/// Where there is none.
pub async fn restore(tx: &mut Tx<'_>, id: InteractionId) -> Result<(), InteractionError> {
    tx.hold(id.into()).await?;
    let was = store::interaction(tx, id).await?.ok_or(InteractionError::Unknown)?;
    if was.removed {
        // First, as the customer may be going, and it with them.
        customers::seen(tx, was.customer, rules::seen(was.kind, was.at)).await?;
        store::set_removed(tx, id, false).await?;
        tx.append(of(id, was.customer), &InteractionRestored {}).await?;
    }
    Ok(())
}

/// Says what becomes of a follow-up. Returns what it was, for whoever takes it
/// back.
///
/// # Errors
/// Where there is no such interaction, or nothing was to follow.
pub async fn follow_up(
    tx: &mut Tx<'_>,
    id: InteractionId,
    said: Following,
) -> Result<FollowUp, InteractionError> {
    tx.hold(id.into()).await?;
    let was = present(tx, id).await?;
    let from = was.follow_up().ok_or(InteractionError::NothingToFollow)?;
    let to = rules::followed(from, said);
    if from != to {
        store::set_follow_up(tx, id, to).await?;
        tx.append(of(id, was.customer), &FollowUpChanged { from, to }).await?;
    }
    Ok(from)
}

/// Says whether somebody has read where they were mentioned.
///
/// # Errors
/// Where they were not mentioned there.
pub async fn read_mention(
    tx: &mut Tx<'_>,
    id: InteractionId,
    who: AccountId,
    is_read: bool,
) -> Result<(), InteractionError> {
    let known = store::set_mention_read(tx, id, who, is_read).await?;
    if known { Ok(()) } else { Err(InteractionError::Unknown) }
}

/// One interaction, removed or not.
///
/// # Errors
/// Where the database refuses it.
pub async fn interaction(
    snapshot: &mut Snapshot<'_>,
    id: InteractionId,
) -> Result<Option<Interaction>, StoreError> {
    store::interaction(snapshot, id).await
}

/// What was written down of a customer and not removed, the newest first,
/// `limit` at most: such as happened before one of them.
///
/// # Errors
/// Where the database refuses it.
pub async fn of_customer(
    snapshot: &mut Snapshot<'_>,
    customer: CustomerId,
    before: Option<(DateTime<Utc>, InteractionId)>,
    limit: u32,
) -> Result<Vec<Interaction>, StoreError> {
    store::of_customer(snapshot, customer, before, limit).await
}

/// When somebody was last with a customer or spoke to them, as far as it was
/// written down and not removed: a note is no contact.
///
/// # Errors
/// Where the database refuses it.
pub async fn last_contact(
    snapshot: &mut Snapshot<'_>,
    customer: CustomerId,
) -> Result<Option<Interaction>, StoreError> {
    store::last_contact(snapshot, customer).await
}

/// Those of some interactions that have not been removed.
///
/// # Errors
/// Where the database refuses it.
pub async fn present_among(
    snapshot: &mut Snapshot<'_>,
    ids: &[InteractionId],
) -> Result<Vec<Interaction>, StoreError> {
    if ids.is_empty() { Ok(Vec::new()) } else { store::present_among(snapshot, ids).await }
}

/// Follow-ups of what somebody wrote down that are due by a day, the longest
/// due first.
///
/// # Errors
/// Where the database refuses it.
pub async fn follow_ups_due(
    snapshot: &mut Snapshot<'_>,
    whose: Whose,
    by: Day,
    limit: u32,
) -> Result<Vec<Due>, StoreError> {
    store::follow_ups_due(snapshot, whose, by, limit).await
}

/// Open follow-ups with a customer, whenever they are due, the first first.
///
/// # Errors
/// Where the database refuses it.
pub async fn follow_ups_with(
    snapshot: &mut Snapshot<'_>,
    customer: CustomerId,
    limit: u32,
) -> Result<Vec<Due>, StoreError> {
    store::follow_ups_with(snapshot, customer, limit).await
}

/// Where somebody was mentioned, the newest first.
///
/// # Errors
/// Where the database refuses it.
pub async fn mentions_of(
    snapshot: &mut Snapshot<'_>,
    who: AccountId,
    which: Mentions,
    limit: u32,
) -> Result<Vec<Mention>, StoreError> {
    store::mentions_of(snapshot, who, which, limit).await
}

async fn present(tx: &mut Tx<'_>, id: InteractionId) -> Result<Interaction, InteractionError> {
    let was = store::interaction(tx, id).await?;
    was.filter(|interaction| !interaction.removed).ok_or(InteractionError::Unknown)
}

/// Remembers the colleagues a text mentions; whoever was mentioned by it
/// before is not told again.
async fn mention(
    tx: &mut Tx<'_>,
    id: InteractionId,
    text: &str,
) -> Result<Vec<AccountId>, InteractionError> {
    if !text.contains('@') {
        return Ok(Vec::new());
    }
    let mentioned = rules::mentioned(text, &staff::everybody(tx).await?);
    for account in &mentioned {
        store::mention(tx, id, *account).await?;
    }
    Ok(mentioned)
}

/// Only people write things down; programs act for whoever made their token.
async fn author(tx: &mut Tx<'_>) -> Result<Option<AccountId>, InteractionError> {
    match tx.who() {
        Actor::Staff(id) => Ok(Some(id.into())),
        Actor::Token(id) => Ok(tokens::account_of(tx, id.into()).await?),
        Actor::System => Ok(None),
        Actor::Customer(_) => Err(InteractionError::NotStaff),
    }
}

fn of(id: InteractionId, customer: CustomerId) -> Subject {
    Subject { id: id.into(), customer: Some(customer.into()) }
}
