//! What a customer said to marketing: when, how and to whom (GDPR, articles 7
//! and 21). The log alone keeps it; the last word also stands in the field, so
//! that figures and lists heed it at once.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use store::log::{Actor, Before, Event, Subject};
use store::{Snapshot, StoreError, Tx};
use uuid::Uuid;

use super::field::words;
use super::{Change, CustomerError, CustomerId, Field, Marketing, Refused, rules, store as sql};

/// So much of the history is shown: nobody changes their mind more often.
const SHOWN: u32 = 50;
/// Characters of a note.
pub const LONGEST_NOTE: usize = 500;

words! {
    /// How somebody told us.
    How {
        /// Face to face.
        InPerson = "in_person",
        /// In a call.
        Phone = "phone",
        /// By electronic mail.
        Email = "email",
        /// On paper.
        Letter = "letter",
        /// In a form they filled in.
        Form = "form",
    }
}

/// A customer said something to marketing, or took back what they had said.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CustomerConsented {
    /// The [`Marketing`] that stood before, if any.
    pub from: Option<String>,
    /// The one that stands now, if any.
    pub to: Option<String>,
    /// The [`How`], where it is known.
    pub how: Option<String>,
    /// What else was said about it.
    pub note: Option<String>,
}

impl Event for CustomerConsented {
    const KIND: &'static str = "customer.consented";
}

/// What was said once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decision {
    /// When it was written down.
    pub at: DateTime<Utc>,
    /// Who wrote it down.
    pub who: Actor,
    /// What was said.
    pub said: CustomerConsented,
}

/// Writes down what a customer said. Returns whether it is something new.
///
/// # Errors
/// Where the note is too long, or there is no such customer.
pub async fn decide(
    tx: &mut Tx<'_>,
    id: CustomerId,
    to: Option<Marketing>,
    how: Option<How>,
    note: &str,
) -> Result<bool, CustomerError> {
    let note = rules::one_line(note).filter(|note| note.chars().count() <= LONGEST_NOTE);
    let too_long =
        || CustomerError::Refused(vec![(Field::Marketing, Refused::TooLong(LONGEST_NOTE))]);
    let note = Some(note.ok_or_else(too_long)?).filter(|note| !note.is_empty());
    sql::hold(tx, &[id]).await?;
    let now = sql::customer(tx, id).await?.ok_or(CustomerError::Unknown)?;
    let from = now.value(Field::Marketing);
    let to = to.map(|to| to.word().to_owned());
    if from == to && how.is_none() && note.is_none() {
        return Ok(false);
    }
    let change = Change { field: Field::Marketing, from, to };
    sql::update(tx, id, std::slice::from_ref(&change)).await?;
    let how = how.map(|how| how.word().to_owned());
    let said = CustomerConsented { from: change.from, to: change.to, how, note };
    tx.append(of(id), &said).await?;
    Ok(true)
}

/// Takes back the last that was written down, where whoever acts did it.
/// Returns whether there was something to take back.
///
/// # Errors
/// Where there is no such customer.
pub async fn take_back(tx: &mut Tx<'_>, id: CustomerId) -> Result<bool, CustomerError> {
    sql::hold(tx, &[id]).await?;
    let who = tx.who();
    let last = decisions(tx, id).await?.into_iter().next().filter(|last| last.who == who);
    match last {
        Some(last) if last.said.from != last.said.to => {
            let back = last.said.from.as_deref().and_then(Marketing::of_word);
            decide(tx, id, back, None, "").await
        }
        Some(_) | None => Ok(false),
    }
}

/// What a customer has said, the last first.
///
/// # Errors
/// Where the database refuses it.
pub async fn decisions(
    snapshot: &mut Snapshot<'_>,
    id: CustomerId,
) -> Result<Vec<Decision>, StoreError> {
    let entries = snapshot.history_of(of(id).id, Before::default(), SHOWN).await?;
    let decision = |entry: store::log::Entry| {
        let said = entry.event().ok()??;
        Some(Decision { at: entry.at, who: entry.who, said })
    };
    Ok(entries.into_iter().filter_map(decision).collect())
}

/// What is said to marketing is a thing of its own in the log, with an id that
/// follows from the customer's: so its history is read without the rest.
fn of(customer: CustomerId) -> Subject {
    const CONSENT: u128 = 0x0000_0000_0000_0000_0000_636f_6e73_656e;
    let id = Uuid::from_u128(customer.0.as_u128() ^ CONSENT);
    Subject { id, customer: Some(customer.into()) }
}

/// Writes down a change that came as one of a field, with nothing said of how.
pub(super) async fn follow(
    tx: &mut Tx<'_>,
    id: CustomerId,
    change: Change,
) -> Result<(), StoreError> {
    let said = CustomerConsented { from: change.from, to: change.to, how: None, note: None };
    tx.append(of(id), &said).await
}
