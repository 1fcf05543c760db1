//! Many rows in few statements: what a file brings.

use std::fmt::Write as _;

use super::statement::{Dialect, Sql, Statement};
use super::{StoreError, Tx};

/// Rows of one statement at most. A power of two: what is left over goes in
/// halves of it, so that few texts are ever prepared.
const TOGETHER: usize = 256;

/// What becomes of a row whose key another has.
#[derive(Clone, Copy)]
enum Taken {
    /// Nothing of the statement is kept.
    Refused,
    /// It is left out.
    LeftOut,
    /// The other becomes it, in this way.
    Becomes(&'static str),
}

impl Tx<'_> {
    /// Inserts rows, many with each statement: `into` names a table and its
    /// columns, `"product (id, name)"`, and `bind` gives a row's values.
    ///
    /// # Errors
    /// Where the database refuses one of them.
    pub async fn insert_all<R>(
        &mut self,
        into: &'static str,
        columns: usize,
        rows: &[R],
        bind: impl for<'s> Fn(Statement<'s>, &R) -> Statement<'s>,
    ) -> Result<(), StoreError> {
        self.insert_rows(Taken::Refused, into, columns, rows, bind).await.map(drop)
    }

    /// The same but for rows whose key another row has: they are left out.
    /// Returns how many were not.
    ///
    /// # Errors
    /// Where the database refuses one of them.
    pub async fn insert_new<R>(
        &mut self,
        into: &'static str,
        columns: usize,
        rows: &[R],
        bind: impl for<'s> Fn(Statement<'s>, &R) -> Statement<'s>,
    ) -> Result<u64, StoreError> {
        self.insert_rows(Taken::LeftOut, into, columns, rows, bind).await
    }

    /// The same but for rows whose key another row has: the other becomes what
    /// they say, as `becomes` says: `"(id) do update set name = excluded.name"`.
    ///
    /// # Errors
    /// Where the database refuses one of them.
    pub async fn upsert_all<R>(
        &mut self,
        into: &'static str,
        columns: usize,
        becomes: &'static str,
        rows: &[R],
        bind: impl for<'s> Fn(Statement<'s>, &R) -> Statement<'s>,
    ) -> Result<(), StoreError> {
        self.insert_rows(Taken::Becomes(becomes), into, columns, rows, bind).await.map(drop)
    }

    async fn insert_rows<R>(
        &mut self,
        taken: Taken,
        into: &'static str,
        columns: usize,
        rows: &[R],
        bind: impl for<'s> Fn(Statement<'s>, &R) -> Statement<'s>,
    ) -> Result<u64, StoreError> {
        let mut rest = rows;
        let mut together = TOGETHER;
        let mut inserted = 0;
        while !rest.is_empty() {
            while together > rest.len() {
                together /= 2;
            }
            let (now, later) = rest.split_at(together);
            let mut text = insert(self.dialect(), into, columns, together);
            let _ = match taken {
                Taken::Refused => Ok(()),
                Taken::LeftOut => write!(text, " on conflict do nothing"),
                Taken::Becomes(what) => write!(text, " on conflict {what}"),
            };
            let statement = now.iter().fold(self.query(Sql::Composed(text)), &bind);
            inserted += statement.execute().await?;
            rest = later;
        }
        Ok(inserted)
    }
}

/// SQLite looks a named place up among all of a statement's, so its are bare.
fn insert(dialect: Dialect, into: &str, columns: usize, rows: usize) -> String {
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
