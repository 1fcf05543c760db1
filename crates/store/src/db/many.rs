//! Many rows at once: what a file brings.

use std::fmt::Write as _;
use std::iter;

use super::error::DatabaseError;
use super::sqlite::Places;
use super::statement::{Connection, Dialect, Sql};
use super::value::{Unfit, Value, Values};
use super::{StoreError, Tx, copied, sqlite};

/// Rows of one statement of PostgreSQL at most. A power of two: what is left over goes in
/// halves of it, so that few texts are ever prepared.
const TOGETHER: usize = 256;

/// Takes the values of a row, in the order of its columns.
#[must_use = "a row has all of its values"]
pub struct RowValues<'a> {
    values: Values<'a>,
    refused: Option<Unfit>,
}

impl<'a> RowValues<'a> {
    pub(super) fn into(values: Values<'a>) -> Self {
        Self { values, refused: None }
    }

    /// Takes the next value.
    pub fn bind(mut self, value: impl Value) -> Self {
        if let Err(error) = value.put(&mut self.values) {
            self.refused.get_or_insert(error);
        }
        self
    }

    /// Whether all of them could be taken.
    pub(super) fn taken(self) -> Result<(), StoreError> {
        self.refused.map_or(Ok(()), |why| Err(DatabaseError::Value(why).into()))
    }
}

impl Tx<'_> {
    /// Inserts rows: `into` names a table and its
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
        if self.copied(into, columns, rows, &bind).await? {
            return Ok(());
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
            match self.copied(into, columns, rows, &bind).await {
                Ok(_) => {
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

    /// Copies rows in where the database can and it pays. Returns whether it did.
    async fn copied<R>(
        &mut self,
        into: &'static str,
        columns: i16,
        rows: &[R],
        bind: impl for<'s> Fn(RowValues<'s>, &R) -> RowValues<'s>,
    ) -> Result<bool, StoreError> {
        match self.connection_that_fails() {
            (Connection::Postgres(connection), failed) if rows.len() > 1 => {
                *failed = true;
                copied::copy(connection, into, columns, rows, bind).await?;
                *failed = false;
                Ok(true)
            }
            _ => Ok(false),
        }
    }

    async fn insert_rows<R>(
        &mut self,
        into: &'static str,
        unless: &str,
        columns: i16,
        rows: &[R],
        bind: impl for<'s> Fn(RowValues<'s>, &R) -> RowValues<'s>,
    ) -> Result<u64, StoreError> {
        if let Connection::Sqlite(connection) = self.connection() {
            let text = |empty| format!("{}{unless}", row_by_row(into, columns, empty));
            return sqlite::touch_each(connection, text, rows, bind);
        }
        let mut inserted = 0;
        for part in in_parts(rows) {
            let text = format!("{}{unless}", together(into, columns, part.len()));
            let mut statement = self.query(Sql::Composed(text));
            for row in part {
                bind(RowValues::into(statement.values()), row).taken()?;
            }
            inserted += statement.execute().await?;
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

/// One row, for SQLite: its way through a statement of many is no shorter. Texts
/// that are empty are written into it.
fn row_by_row(into: &str, columns: i16, empty: Places) -> String {
    let place = |place| if empty.has(place) { "''".to_owned() } else { format!("?{place}") };
    let places: Vec<String> = (1..=usize::from(columns.unsigned_abs())).map(place).collect();
    format!("insert into {into} values ({})", places.join(", "))
}

/// So many rows, for PostgreSQL.
fn together(into: &str, columns: i16, rows: usize) -> String {
    let mut text = format!("insert into {into} values ");
    let mut place = 0;
    for row in 0..rows {
        text.push_str(if row == 0 { "(" } else { ", (" });
        for column in 0..columns {
            place += 1;
            let comma = if column == 0 { "" } else { ", " };
            let _ = write!(text, "{comma}${place}");
        }
        text.push(')');
    }
    text
}
