//! How far a reader of the log has come.

use super::Entry;
use super::entry::{EntryRow, entries};
use crate::db::Sql;
use crate::{Snapshot, StoreError, Tx};

/// A place in the log; the default is before its start.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Cursor {
    pub(super) tx: i64,
    pub(super) seq: i64,
}

impl Snapshot<'_> {
    /// The next entries after a place, oldest first, `limit` at most: only such
    /// as no later commit can come before.
    ///
    /// # Errors
    /// Where the database refuses it.
    pub async fn entries_after(
        &mut self,
        cursor: Cursor,
        limit: u32,
    ) -> Result<Vec<Entry>, StoreError> {
        let rows: Vec<EntryRow> = self
            .query(Sql::Each {
                // There `seq` alone is the order. Asked for pairs, SQLite would
                // walk its index from the beginning: the second of a pair
                // cannot be the primary key.
                sqlite: entries!("from log where seq > $2 and +tx >= $1 order by seq"),
                postgres: entries!(
                    "from log where (tx, seq) > ($1, $2) and tx < log_horizon()
                     order by tx, seq"
                ),
            })
            .bind(cursor.tx)
            .bind(cursor.seq)
            .at_most(limit)
            .all()
            .await?;
        Ok(rows.into_iter().map(Entry::from).collect())
    }

    /// The place of the last entry, whether it is given already or not. By the
    /// primary key on SQLite, by the index `log_in_order` on PostgreSQL.
    ///
    /// # Errors
    /// Where the database refuses it.
    pub(super) async fn newest(&mut self) -> Result<Cursor, StoreError> {
        let row: Option<(i64, i64)> = self
            .query(Sql::Each {
                sqlite: "select tx, seq from log order by seq desc limit 1",
                postgres: "select tx, seq from log order by tx desc, seq desc limit 1",
            })
            .optional()
            .await?;
        Ok(row.map_or_else(Cursor::default, |(tx, seq)| Cursor { tx, seq }))
    }

    /// How far a reader has come; before the start, if it never read.
    ///
    /// # Errors
    /// Where the database refuses it.
    pub async fn cursor_of(&mut self, reader: &str) -> Result<Cursor, StoreError> {
        let row: Option<(i64, i64)> = self
            .query("select tx, seq from log_reader where name = $1")
            .bind(reader)
            .optional()
            .await?;
        Ok(row.map_or_else(Cursor::default, |(tx, seq)| Cursor { tx, seq }))
    }
}

impl Tx<'_> {
    /// Moves a reader on, in the transaction of what it did with the entries.
    /// Returns false, and moves nothing, where another process has moved it
    /// since, or has told it to begin again: what was done must then be dropped.
    ///
    /// # Errors
    /// Where the database refuses it.
    pub async fn move_cursor(
        &mut self,
        reader: &str,
        from: Cursor,
        to: Cursor,
    ) -> Result<bool, StoreError> {
        // One that has read before and is not there was told to begin again, or
        // is no more.
        if from == Cursor::default() {
            self.query(
                "insert into log_reader (name, tx, seq) values ($1, 0, 0) on conflict do nothing",
            )
            .bind(reader)
            .execute()
            .await?;
        }
        let moved = self
            .query(
                "update log_reader set tx = $4, seq = $5
                 where name = $1 and tx = $2 and seq = $3",
            )
            .bind(reader)
            .bind(from.tx)
            .bind(from.seq)
            .bind(to.tx)
            .bind(to.seq)
            .execute()
            .await?;
        Ok(moved == 1)
    }

    /// Moves a reader back before the start of the log, or forgets one that is
    /// no more.
    ///
    /// # Errors
    /// Where the database refuses it.
    pub async fn forget_cursor(&mut self, reader: &str) -> Result<(), StoreError> {
        self.query("delete from log_reader where name = $1").bind(reader).execute().await?;
        Ok(())
    }
}
