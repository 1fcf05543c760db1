//! Many rows in few statements: what a file brings.

use std::fmt::Write as _;
use std::iter;

use futures_util::future;
use sqlx::Arguments as _;
use sqlx::error::BoxDynError;
use sqlx::postgres::{PgArgumentBuffer, PgArguments};
use sqlx::sqlite::SqliteArguments;

use super::copied;
use super::statement::{Dialect, Sql, Value, Values};
use super::{StoreError, Tx};

/// Rows of one statement at most. A power of two: what is left over goes in
/// halves of it, so that few texts are ever prepared.
const TOGETHER: usize = 256;

/// Takes the values of a row, in the order of its columns.
#[must_use = "a row has all of its values"]
pub struct RowValues<'a> {
    form: Form<'a>,
    refused: Option<BoxDynError>,
}

/// What the values of a row become.
pub(super) enum Form<'a> {
    Sqlite(&'a mut SqliteArguments),
    Postgres(&'a mut PgArguments),
    Copied(&'a mut PgArgumentBuffer),
}

impl<'a> RowValues<'a> {
    pub(super) fn new(form: Form<'a>) -> Self {
        Self { form, refused: None }
    }

    /// Takes the next value.
    pub fn bind<'v>(mut self, value: impl Value<'v>) -> Self {
        let taken = match &mut self.form {
            Form::Sqlite(values) => values.add(value),
            Form::Postgres(values) => values.add(value),
            Form::Copied(bytes) => copied::write(bytes, value),
        };
        if let Err(error) = taken {
            self.refused.get_or_insert(error);
        }
        self
    }

    /// Why one of them could not be taken.
    pub(super) fn refused(self) -> Option<StoreError> {
        self.refused.map(|error| sqlx::Error::Encode(error).into())
    }
}

impl Tx<'_> {
    /// Inserts rows, many with each statement: `into` names a table and its
    /// columns, `"product (id, name)"`, and `bind` gives a row's values, on
    /// PostgreSQL of exactly the types of the columns.
    ///
    /// # Errors
    /// Where the database refuses one of them.
    pub async fn insert_all<R>(
        &mut self,
        into: &'static str,
        columns: i16,
        rows: &[R],
        bind: impl for<'s> Fn(RowValues<'s>, &R) -> RowValues<'s>,
    ) -> Result<(), StoreError> {
        if self.dialect() == Dialect::Postgres && rows.len() > 1 {
            return copied::copy(self.connection(), into, columns, rows, bind).await;
        }
        self.insert_rows(into, "", columns, rows, bind).await.map(drop)
    }

    /// The same but for rows whose `key`, `"(source, code)"`, another row has:
    /// they are left out. Returns how many were not.
    ///
    /// # Errors
    /// Where the database refuses one of them.
    pub async fn insert_new<R>(
        &mut self,
        into: &'static str,
        key: &'static str,
        columns: i16,
        rows: &[R],
        bind: impl for<'s> Fn(RowValues<'s>, &R) -> RowValues<'s>,
    ) -> Result<u64, StoreError> {
        // Copying leaves nothing out, but is so much faster where all is new
        // that it is tried first.
        if self.dialect() == Dialect::Postgres && rows.len() > 1 {
            self.query("savepoint rows_of_a_copy").execute().await?;
            match copied::copy(self.connection(), into, columns, rows, &bind).await {
                Ok(()) => {
                    self.query("release rows_of_a_copy").execute().await?;
                    return Ok(rows.len() as u64);
                }
                Err(error) if error.is_duplicate() => {
                    self.query("rollback to rows_of_a_copy").execute().await?;
                }
                Err(error) => return Err(error),
            }
        }
        let unless = format!(" on conflict {key} do nothing");
        self.insert_rows(into, &unless, columns, rows, bind).await
    }

    /// The same but for rows whose key another row has: the other becomes what
    /// they say, as `becomes` says: `"(id) do update set name = excluded.name"`.
    ///
    /// # Errors
    /// Where the database refuses one of them.
    pub async fn upsert_all<R>(
        &mut self,
        into: &'static str,
        columns: i16,
        becomes: &'static str,
        rows: &[R],
        bind: impl for<'s> Fn(RowValues<'s>, &R) -> RowValues<'s>,
    ) -> Result<(), StoreError> {
        let unless = format!(" on conflict {becomes}");
        self.insert_rows(into, &unless, columns, rows, bind).await.map(drop)
    }

    async fn insert_rows<R>(
        &mut self,
        into: &'static str,
        unless: &str,
        columns: i16,
        rows: &[R],
        bind: impl for<'s> Fn(RowValues<'s>, &R) -> RowValues<'s>,
    ) -> Result<u64, StoreError> {
        let dialect = self.dialect();
        let mut parts = in_parts(rows).map(|part| {
            let mut values = Values::of(dialect);
            for row in part {
                values.add(|values| bind(values, row))?;
            }
            Ok::<_, StoreError>((part.len(), values))
        });
        let mut next = parts.next().transpose()?;
        let mut inserted = 0;
        while let Some((rows, values)) = next {
            let text = insert(dialect, into, columns, rows) + unless;
            let run = self.query_with(Sql::Composed(text), values).execute();
            // The next are put together while the database works.
            let (run, after) = future::join(run, async { parts.next().transpose() }).await;
            inserted += run?;
            next = after?;
        }
        Ok(inserted)
    }
}

/// Rows as they go into one statement each.
fn in_parts<R>(mut rows: &[R]) -> impl Iterator<Item = &[R]> {
    let mut together = TOGETHER;
    iter::from_fn(move || {
        if rows.is_empty() {
            return None;
        }
        while together > rows.len() {
            together /= 2;
        }
        let (part, rest) = rows.split_at(together);
        rows = rest;
        Some(part)
    })
}

/// SQLite looks a named place up among all of a statement's, so its are bare.
fn insert(dialect: Dialect, into: &str, columns: i16, rows: usize) -> String {
    let mut text = format!("insert into {into} values ");
    let mut place = 0;
    for row in 0..rows {
        text.push_str(if row == 0 { "(" } else { ", (" });
        for column in 0..columns {
            place += 1;
            let comma = if column == 0 { "" } else { ", " };
            let _ = match dialect {
                Dialect::Sqlite => write!(text, "{comma}?"),
                Dialect::Postgres => write!(text, "{comma}${place}"),
            };
        }
        text.push(')');
    }
    text
}
