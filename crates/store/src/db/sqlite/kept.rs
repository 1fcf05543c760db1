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

/// A statement and how many of its values are bound.
pub(super) struct Placing<'s, 'c> {
    pub(super) statement: &'s mut Statement<'c>,
    pub(super) placed: usize,
}

impl Place for Placing<'_, '_> {
    fn place(&mut self, value: &Kept<'_>) -> rusqlite::Result<()> {
        self.placed += 1;
        self.statement.raw_bind_parameter(self.placed, value)
    }
}
