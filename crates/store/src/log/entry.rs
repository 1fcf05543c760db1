//! What an entry of the log holds.

use chrono::{DateTime, Utc};
use serde::Serialize;
use serde::de::DeserializeOwned;
use uuid::Uuid;

use super::{Actor, Cursor};
use crate::db::{Sql, Statement};
use crate::{StoreError, Tx};

/// Something that can happen.
pub trait Event: Serialize + DeserializeOwned {
    /// Its name in the log, for ever: `"customer.renamed"`.
    const KIND: &'static str;

    /// When it happened, where it may have been written down later.
    fn happened(&self) -> Option<DateTime<Utc>> {
        None
    }
}

/// What it happened to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Subject {
    /// The thing itself: a customer, a call, an order.
    pub id: Uuid,
    /// The customer in whose timeline it stands, if it concerns one.
    pub customer: Option<Uuid>,
}

/// An entry of the log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Its place in the log.
    pub cursor: Cursor,
    /// When it was written down.
    pub at: DateTime<Utc>,
    /// When it happened: where it stands in a timeline.
    pub happened: DateTime<Utc>,
    /// Who did it.
    pub who: Actor,
    /// What happened: the [`Event::KIND`].
    pub kind: String,
    /// What it happened to.
    pub subject: Subject,
    /// The event as JSON.
    pub body: String,
}

impl Entry {
    /// The event, where it is an `E`.
    ///
    /// # Errors
    /// Where the entry is an `E` but its body cannot be read as one.
    pub fn event<E: Event>(&self) -> Result<Option<E>, serde_json::Error> {
        if self.kind != E::KIND {
            return Ok(None);
        }
        serde_json::from_str(&self.body).map(Some)
    }
}

/// A query of whole entries: their columns, in the order of [`EntryRow`], and
/// the rest of the text.
macro_rules! entries {
    ($rest:literal) => {
        concat!(
            "select tx, seq, at, happened, actor, actor_id, kind, subject, customer, body ",
            $rest
        )
    };
}
pub(super) use entries;

pub(super) type EntryRow = (
    i64,
    i64,
    DateTime<Utc>,
    DateTime<Utc>,
    String,
    Option<Uuid>,
    String,
    Uuid,
    Option<Uuid>,
    String,
);

impl From<EntryRow> for Entry {
    fn from((tx, seq, at, happened, actor, actor_id, kind, id, customer, body): EntryRow) -> Self {
        Self {
            cursor: Cursor { tx, seq },
            at,
            happened,
            who: Actor::of_parts(&actor, actor_id),
            kind,
            subject: Subject { id, customer },
            body,
        }
    }
}

impl Tx<'_> {
    /// Writes down what happened, as part of this transaction.
    ///
    /// # Errors
    /// Where the database refuses it.
    pub async fn append<E: Event>(
        &mut self,
        subject: Subject,
        event: &E,
    ) -> Result<(), StoreError> {
        let body = written(event)?;
        let (actor, actor_id) = self.who().parts();
        let now = self.now();
        self.query(
            "insert into log (at, happened, actor, actor_id, kind, subject, customer, body)
             values ($1, $2, $3, $4, $5, $6, $7, $8)",
        )
        .bind(now)
        .bind(event.happened().unwrap_or(now))
        .bind(actor)
        .bind(actor_id)
        .bind(E::KIND)
        .bind(subject.id)
        .bind(subject.customer)
        .bind(body)
        .execute()
        .await?;
        self.note(E::KIND);
        Ok(())
    }

    /// Writes down many things that happened, in their order.
    ///
    /// # Errors
    /// Where the database refuses it.
    pub async fn append_all<E: Event>(
        &mut self,
        events: &[(Subject, E)],
    ) -> Result<(), StoreError> {
        let (actor, actor_id) = self.who().parts();
        let now = self.now();
        let written: Result<Vec<_>, StoreError> = events
            .iter()
            .map(|(subject, event)| Ok((*subject, event.happened(), written(event)?)))
            .collect();
        if !events.is_empty() {
            self.note(E::KIND);
        }
        let into = "log (at, happened, actor, actor_id, kind, subject, customer, body)";
        self.insert_all(into, 8, &written?, |values, (subject, happened, body)| {
            values
                .bind(now)
                .bind(happened.unwrap_or(now))
                .bind(actor)
                .bind(actor_id)
                .bind(E::KIND)
                .bind(subject.id)
                .bind(subject.customer)
                .bind(body.as_str())
        })
        .await
    }

    /// Moves the `E` entries of a subject to another place in its timeline:
    /// when it happened was written down wrongly. What they say stays.
    ///
    /// # Errors
    /// Where the database refuses it.
    pub async fn happened_at<E: Event>(
        &mut self,
        subject: Subject,
        happened: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        self.query("update log set happened = $1 where subject = $2 and kind = $3")
            .bind(happened)
            .bind(subject.id)
            .bind(E::KIND)
            .execute()
            .await?;
        Ok(())
    }

    /// Writes down an `E` for each row of a query, in its order: `rows` selects
    /// `subject`, `customer`, when it `happened` and the event as JSON, `body`,
    /// with values from `$5` on, which `bind` gives.
    ///
    /// # Errors
    /// Where the database refuses it.
    pub async fn append_each<E: Event>(
        &mut self,
        rows: &'static str,
        bind: impl for<'s> FnOnce(Statement<'s>) -> Statement<'s>,
    ) -> Result<u64, StoreError> {
        let (actor, actor_id) = self.who().parts();
        let now = self.now();
        let text = format!(
            "insert into log (at, happened, actor, actor_id, kind, subject, customer, body)
             select $1, told.happened, $2, $3, $4, told.subject, told.customer, told.body
             from ({rows}) as told"
        );
        self.note(E::KIND);
        let statement = self.query(Sql::Composed(text));
        bind(statement.bind(now).bind(actor).bind(actor_id).bind(E::KIND)).execute().await
    }
}

/// An event as the log keeps it.
///
/// # Errors
/// Where it cannot be written as JSON.
pub fn written<E: Event>(event: &E) -> Result<String, StoreError> {
    serde_json::to_string(event).map_err(StoreError::Event)
}
