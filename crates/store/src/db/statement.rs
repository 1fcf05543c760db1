//! One SQL text with its values, for whichever database is there.

use sqlx::postgres::{PgArguments, PgConnection, PgQueryResult, PgRow};
use sqlx::sqlite::{SqliteArguments, SqliteConnection, SqliteQueryResult, SqliteRow};
use sqlx::{
    Arguments as _, AssertSqlSafe, Encode, FromRow, Postgres, SqlSafeStr, SqlStr, Sqlite, Type,
};

use super::StoreError;
use super::many::{Form, RowValues};

/// A connection of either database.
pub(crate) enum Connection<'c> {
    Sqlite(&'c mut SqliteConnection),
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

    /// Runs statements without values or rows.
    pub(crate) async fn run(&mut self, sql: impl SqlSafeStr) -> Result<(), StoreError> {
        match self {
            Connection::Sqlite(connection) => {
                sqlx::raw_sql(sql).execute(&mut **connection).await?;
            }
            Connection::Postgres(connection) => {
                sqlx::raw_sql(sql).execute(&mut **connection).await?;
            }
        }
        Ok(())
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
    pub(super) fn for_dialect(self, dialect: Dialect) -> SqlStr {
        match self {
            Sql::Same(text) => text.into_sql_str(),
            Sql::Each { sqlite, postgres } => match dialect {
                Dialect::Sqlite => sqlite.into_sql_str(),
                Dialect::Postgres => postgres.into_sql_str(),
            },
            Sql::Composed(text) => AssertSqlSafe(text).into_sql_str(),
        }
    }
}

impl From<&'static str> for Sql {
    fn from(text: &'static str) -> Self {
        Sql::Same(text)
    }
}

/// A value both databases take.
pub trait Value<'v>:
    Encode<'v, Sqlite> + Type<Sqlite> + Encode<'v, Postgres> + Type<Postgres> + Send
{
}

impl<'v, T> Value<'v> for T where
    T: Encode<'v, Sqlite> + Type<Sqlite> + Encode<'v, Postgres> + Type<Postgres> + Send
{
}

/// A row both databases give: tuples, and what derives [`sqlx::FromRow`].
pub trait Row: for<'r> FromRow<'r, SqliteRow> + for<'r> FromRow<'r, PgRow> + Send + Unpin {}

impl<T> Row for T where T: for<'r> FromRow<'r, SqliteRow> + for<'r> FromRow<'r, PgRow> + Send + Unpin
{}

/// Values that wait for a statement.
pub(super) enum Values {
    Sqlite(SqliteArguments),
    Postgres(PgArguments),
}

impl Values {
    /// None yet.
    pub(super) fn of(dialect: Dialect) -> Self {
        match dialect {
            Dialect::Sqlite => Values::Sqlite(SqliteArguments::default()),
            Dialect::Postgres => Values::Postgres(PgArguments::default()),
        }
    }

    /// Adds those of a row.
    pub(super) fn add(
        &mut self,
        bind: impl FnOnce(RowValues<'_>) -> RowValues<'_>,
    ) -> Result<(), StoreError> {
        let form = match self {
            Values::Sqlite(values) => Form::Sqlite(values),
            Values::Postgres(values) => Form::Postgres(values),
        };
        bind(RowValues::new(form)).refused().map_or(Ok(()), Err)
    }
}

/// A connection and the values for it.
enum Bound<'c> {
    Sqlite(&'c mut SqliteConnection, SqliteArguments),
    Postgres(&'c mut PgConnection, PgArguments),
}

/// A statement about to run: values are bound in the order of `$1`, `$2`, ….
#[must_use = "a statement does nothing until it is run"]
pub struct Statement<'c> {
    sql: SqlStr,
    bound: Bound<'c>,
    refused: Option<StoreError>,
}

/// The same run of a statement, written once for both databases.
macro_rules! run {
    ($statement:expr, $make:path, $run:ident) => {{
        let Statement { sql, bound, refused } = $statement;
        if let Some(refused) = refused {
            return Err(refused);
        }
        match bound {
            Bound::Sqlite(connection, values) => $make(sql, values).$run(connection).await?.into(),
            Bound::Postgres(connection, values) => {
                $make(sql, values).$run(connection).await?.into()
            }
        }
    }};
}

impl<'c> Statement<'c> {
    pub(crate) fn new(connection: Connection<'c>, sql: Sql) -> Self {
        let values = Values::of(connection.dialect());
        Self::with(connection, sql, values)
    }

    /// One whose values are there already. Those for another database are left
    /// out.
    pub(super) fn with(connection: Connection<'c>, sql: Sql, values: Values) -> Self {
        let sql = sql.for_dialect(connection.dialect());
        let bound = match (connection, values) {
            (Connection::Sqlite(connection), Values::Sqlite(values)) => {
                Bound::Sqlite(connection, values)
            }
            (Connection::Sqlite(connection), Values::Postgres(_)) => {
                Bound::Sqlite(connection, SqliteArguments::default())
            }
            (Connection::Postgres(connection), Values::Postgres(values)) => {
                Bound::Postgres(connection, values)
            }
            (Connection::Postgres(connection), Values::Sqlite(_)) => {
                Bound::Postgres(connection, PgArguments::default())
            }
        };
        Self { sql, bound, refused: None }
    }

    /// Binds the next value.
    pub fn bind<'v>(mut self, value: impl Value<'v>) -> Self {
        let added = match &mut self.bound {
            Bound::Sqlite(_, values) => values.add(value),
            Bound::Postgres(_, values) => values.add(value),
        };
        if let Err(error) = added {
            self.refused.get_or_insert(sqlx::Error::Encode(error).into());
        }
        self
    }

    /// Gives so many rows at most; the text ends where its limit would stand.
    /// Written into it, as SQLite plans a statement anew each time a value is
    /// bound to its limit.
    pub fn at_most(mut self, limit: u32) -> Self {
        let text = format!("{} limit {limit}", self.sql.as_str());
        self.sql = AssertSqlSafe(text).into_sql_str();
        self
    }

    /// Runs it and returns how many rows it touched.
    ///
    /// # Errors
    /// Where the database refuses it.
    pub async fn execute(self) -> Result<u64, StoreError> {
        let done: Touched = run!(self, sqlx::query_with, execute);
        Ok(done.0)
    }

    /// Runs it and returns all its rows.
    ///
    /// # Errors
    /// Where the database refuses it, or a row is not a `T`.
    pub async fn all<T: Row>(self) -> Result<Vec<T>, StoreError> {
        Ok(run!(self, sqlx::query_as_with, fetch_all))
    }

    /// Runs it and returns its first row, if it has one.
    ///
    /// # Errors
    /// Where the database refuses it, or the row is not a `T`.
    pub async fn optional<T: Row>(self) -> Result<Option<T>, StoreError> {
        Ok(run!(self, sqlx::query_as_with, fetch_optional))
    }

    /// Runs it and returns its only row.
    ///
    /// # Errors
    /// Where the database refuses it, there is no row, or it is not a `T`.
    pub async fn one<T: Row>(self) -> Result<T, StoreError> {
        self.optional().await?.ok_or_else(|| sqlx::Error::RowNotFound.into())
    }
}

/// How many rows a statement touched, of either database.
struct Touched(u64);

impl From<SqliteQueryResult> for Touched {
    fn from(result: SqliteQueryResult) -> Self {
        Self(result.rows_affected())
    }
}

impl From<PgQueryResult> for Touched {
    fn from(result: PgQueryResult) -> Self {
        Self(result.rows_affected())
    }
}
