//! One SQL text with its values, for whichever database is there.

use std::borrow::Cow;

use sqlx::postgres::{PgArguments, PgConnection};
use sqlx::{AssertSqlSafe, SqlSafeStr as _, SqlStr};

use super::error::DatabaseError;
use super::row::{Columns, Row};
use super::sqlite::Kept;
use super::value::{Unfit, Value, Values};
use super::{StoreError, sqlite};

/// A connection of either database.
pub(crate) enum Connection<'c> {
    Sqlite(&'c mut rusqlite::Connection),
    Postgres(&'c mut PgConnection),
}

impl Connection<'_> {
    pub(crate) fn reborrow(&mut self) -> Connection<'_> {
        match self {
            Connection::Sqlite(connection) => Connection::Sqlite(connection),
            Connection::Postgres(connection) => Connection::Postgres(connection),
        }
    }

    pub(crate) fn dialect(&self) -> Dialect {
        match self {
            Connection::Sqlite(_) => Dialect::Sqlite,
            Connection::Postgres(_) => Dialect::Postgres,
        }
    }
}

/// Which database speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dialect {
    /// SQLite, 3.40 or later.
    Sqlite,
    /// PostgreSQL, 15 or later.
    Postgres,
}

/// The text of a statement: one for both databases wherever it can be, else
/// both side by side.
#[derive(Debug, Clone)]
pub enum Sql {
    /// Both databases understand it.
    Same(&'static str),
    /// Each has its own.
    Each {
        /// For SQLite.
        sqlite: &'static str,
        /// For PostgreSQL.
        postgres: &'static str,
    },
    /// Put together from texts of the program; values are bound, never written
    /// into it, but for the numbers of limits: SQLite plans a statement anew each
    /// time one is bound.
    Composed(String),
}

impl Sql {
    pub(crate) fn for_dialect(self, dialect: Dialect) -> Cow<'static, str> {
        match self {
            Sql::Same(text) => text.into(),
            Sql::Each { sqlite, postgres } => match dialect {
                Dialect::Sqlite => sqlite.into(),
                Dialect::Postgres => postgres.into(),
            },
            Sql::Composed(text) => text.into(),
        }
    }
}

impl From<&'static str> for Sql {
    fn from(text: &'static str) -> Self {
        Sql::Same(text)
    }
}

/// A connection and the values for it.
enum Bound<'c> {
    Sqlite(&'c mut rusqlite::Connection, Vec<Kept<'static>>),
    Postgres(&'c mut PgConnection, PgArguments),
}

/// A statement about to run: values are bound in the order of `$1`, `$2`, ….
#[must_use = "a statement does nothing until it is run"]
pub struct Statement<'c> {
    sql: Cow<'static, str>,
    bound: Bound<'c>,
    refused: Option<Unfit>,
    /// Set while PostgreSQL is asked, and for good where it does not do it.
    failed: &'c mut bool,
}

impl<'c> Statement<'c> {
    pub(super) fn new(connection: Connection<'c>, failed: &'c mut bool, sql: Sql) -> Self {
        let sql = sql.for_dialect(connection.dialect());
        let bound = match connection {
            Connection::Sqlite(connection) => Bound::Sqlite(connection, Vec::new()),
            Connection::Postgres(connection) => Bound::Postgres(connection, PgArguments::default()),
        };
        Self { sql, bound, refused: None, failed }
    }

    /// Binds the next value.
    pub fn bind(mut self, value: impl Value) -> Self {
        if let Err(error) = value.put(&mut self.values()) {
            self.refused.get_or_insert(error);
        }
        self
    }

    /// Where its values go.
    pub(super) fn values(&mut self) -> Values<'_> {
        match &mut self.bound {
            Bound::Sqlite(_, values) => Values::of_sqlite(values),
            Bound::Postgres(_, values) => Values::of_postgres(values),
        }
    }

    /// Gives so many rows at most; the text ends where its limit would stand.
    /// Written into it, as SQLite plans a statement anew each time a value is
    /// bound to its limit.
    pub fn at_most(mut self, limit: u32) -> Self {
        self.sql = format!("{} limit {limit}", self.sql).into();
        self
    }

    /// Runs it and returns how many rows it touched.
    ///
    /// # Errors
    /// Where the database refuses it.
    pub async fn execute(mut self) -> Result<u64, StoreError> {
        self.is_fit()?;
        match self.bound {
            Bound::Sqlite(connection, values) => sqlite::touch(connection, &self.sql, &values),
            Bound::Postgres(connection, values) => {
                *self.failed = true;
                let done = sqlx::query_with(text(self.sql), values).execute(connection).await?;
                *self.failed = false;
                Ok(done.rows_affected())
            }
        }
    }

    /// Runs it and returns all its rows.
    ///
    /// # Errors
    /// Where the database refuses it, or a row is not a `T`.
    pub async fn all<T: Row>(mut self) -> Result<Vec<T>, StoreError> {
        self.is_fit()?;
        match self.bound {
            Bound::Sqlite(connection, values) => sqlite::all(connection, &self.sql, &values),
            Bound::Postgres(connection, values) => {
                *self.failed = true;
                let rows = sqlx::query_with(text(self.sql), values).fetch_all(connection).await?;
                *self.failed = false;
                rows.iter().map(|row| T::of(&Columns::of_postgres(row))).collect()
            }
        }
    }

    /// Runs it and returns its first row, if it has one.
    ///
    /// # Errors
    /// Where the database refuses it, or the row is not a `T`.
    pub async fn optional<T: Row>(mut self) -> Result<Option<T>, StoreError> {
        self.is_fit()?;
        match self.bound {
            Bound::Sqlite(connection, values) => sqlite::first(connection, &self.sql, &values),
            Bound::Postgres(connection, values) => {
                *self.failed = true;
                let row =
                    sqlx::query_with(text(self.sql), values).fetch_optional(connection).await?;
                *self.failed = false;
                row.map(|row| T::of(&Columns::of_postgres(&row))).transpose()
            }
        }
    }

    /// Runs it and returns its only row.
    ///
    /// # Errors
    /// Where the database refuses it, there is no row, or it is not a `T`.
    pub async fn one<T: Row>(self) -> Result<T, StoreError> {
        self.optional().await?.ok_or_else(|| DatabaseError::NoRow.into())
    }

    /// Whether all of its values could be taken.
    fn is_fit(&mut self) -> Result<(), StoreError> {
        self.refused.take().map_or(Ok(()), |why| Err(DatabaseError::Value(why).into()))
    }
}

/// As PostgreSQL's driver takes it. Texts are the program's own; values are bound.
fn text(sql: Cow<'static, str>) -> SqlStr {
    match sql {
        Cow::Borrowed(text) => text.into_sql_str(),
        Cow::Owned(text) => AssertSqlSafe(text).into_sql_str(),
    }
}
