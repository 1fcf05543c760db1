//! What the rooms hold while they read and write.

use std::ops::{Deref, DerefMut};

use chrono::{DateTime, Utc};

use super::statement::{Connection, Dialect, Sql, Statement};
use crate::log::Actor;

/// A view of the whole record at one moment. Functions that only read take
/// `&mut Snapshot`, so the compiler keeps them from writing.
pub struct Snapshot<'c> {
    connection: Connection<'c>,
}

impl<'c> Snapshot<'c> {
    pub(crate) fn new(connection: Connection<'c>) -> Self {
        Self { connection }
    }

    /// A statement to be given values and run. In a snapshot that is not a
    /// [`Tx`] the database refuses any that write.
    pub fn query(&mut self, sql: impl Into<Sql>) -> Statement<'_> {
        Statement::new(self.connection.reborrow(), sql.into())
    }

    /// Which database this is, for the rare text that differs.
    #[must_use]
    pub fn dialect(&self) -> Dialect {
        self.connection.dialect()
    }
}

/// A transaction: all of it is kept, durably, or none.
///
/// Who acts and when stand still for the whole of it, so that everything it
/// writes agrees.
pub struct Tx<'c> {
    snapshot: Snapshot<'c>,
    who: Actor,
    now: DateTime<Utc>,
}

impl<'c> Tx<'c> {
    pub(crate) fn new(connection: Connection<'c>, who: Actor, now: DateTime<Utc>) -> Self {
        Self { snapshot: Snapshot::new(connection), who, now }
    }

    /// Who acts.
    #[must_use]
    pub fn who(&self) -> Actor {
        self.who
    }

    /// The moment it all happens.
    #[must_use]
    pub fn now(&self) -> DateTime<Utc> {
        self.now
    }
}

impl<'c> Deref for Tx<'c> {
    type Target = Snapshot<'c>;

    fn deref(&self) -> &Self::Target {
        &self.snapshot
    }
}

impl DerefMut for Tx<'_> {
    fn deref_mut(&mut self) -> &mut Self::Target {
        &mut self.snapshot
    }
}
