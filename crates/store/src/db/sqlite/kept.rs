//! Values as SQLite keeps them.

use std::borrow::Cow;

use rusqlite::Statement;
use rusqlite::types::{ToSql, ToSqlOutput, ValueRef};

/// A value on its way to SQLite.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Kept<'v> {
    None,
    Integer(i64),
    Real(f64),
    Text(Cow<'v, str>),
    Blob(Cow<'v, [u8]>),
}

impl<'v> Kept<'v> {
    pub(in crate::db) fn text(text: &'v str) -> Self {
        Kept::Text(text.into())
    }

    pub(in crate::db) fn blob(bytes: &'v [u8]) -> Self {
        Kept::Blob(bytes.into())
    }

    pub(in crate::db) fn into_owned(self) -> Kept<'static> {
        match self {
            Kept::None => Kept::None,
            Kept::Integer(number) => Kept::Integer(number),
            Kept::Real(number) => Kept::Real(number),
            Kept::Text(text) => Kept::Text(text.into_owned().into()),
            Kept::Blob(bytes) => Kept::Blob(bytes.into_owned().into()),
        }
    }
}

impl ToSql for Kept<'_> {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Borrowed(match self {
            Kept::None => ValueRef::Null,
            Kept::Integer(number) => ValueRef::Integer(*number),
            Kept::Real(number) => ValueRef::Real(*number),
            Kept::Text(text) => ValueRef::Text(text.as_bytes()),
            Kept::Blob(bytes) => ValueRef::Blob(bytes),
        }))
    }
}

/// Where the values of a statement are placed one after the other.
pub(in crate::db) trait Place {
    /// Binds the next.
    fn place(&mut self, value: &Kept<'_>) -> rusqlite::Result<()>;
}

/// Some of the places of a statement, numbered from 1; those beyond the 64th are
/// never among them.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(in crate::db) struct Places(u64);

impl Places {
    pub(in crate::db) fn has(self, place: usize) -> bool {
        self.0 & Self::bit(place) != 0
    }

    fn take(&mut self, place: usize) {
        self.0 |= Self::bit(place);
    }

    fn bit(place: usize) -> u64 {
        u32::try_from(place - 1).ok().and_then(|place| 1_u64.checked_shl(place)).unwrap_or(0)
    }
}

/// A statement and what of its values is bound.
pub(super) struct Placing<'s, 'c> {
    statement: &'s mut Statement<'c>,
    /// Empty texts that stand in the statement itself.
    written: Places,
    pub(super) placed: usize,
    /// Where the texts are empty.
    pub(super) empty: Places,
    /// Whether one is not that stands there as if it were.
    pub(super) is_misfit: bool,
}

impl<'s, 'c> Placing<'s, 'c> {
    pub(super) fn into(statement: &'s mut Statement<'c>, written: Places) -> Self {
        Self { statement, written, placed: 0, empty: Places::default(), is_misfit: false }
    }
}

impl Place for Placing<'_, '_> {
    fn place(&mut self, value: &Kept<'_>) -> rusqlite::Result<()> {
        self.placed += 1;
        let is_empty = matches!(value, Kept::Text(text) if text.is_empty());
        if is_empty {
            self.empty.take(self.placed);
        }
        if self.written.has(self.placed) {
            self.is_misfit |= !is_empty;
            return Ok(());
        }
        self.statement.raw_bind_parameter(self.placed, value)
    }
}
