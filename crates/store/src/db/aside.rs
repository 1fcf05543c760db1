//! What of a table stands aside while it is filled: an index made of all rows
//! at once, and a reference checked for all of them, take a fraction of the time
//! that they take row by row.

use super::sqlite::WRITER_CACHE;
use super::statement::{Connection, Dialect, Sql};
use super::{StoreError, Tx, sqlite};

/// What a table is without for now, as statements that put it back.
#[must_use = "a table without its indexes is slow to read"]
pub struct Aside(Vec<String>);

/// SQLite sorts for an index as much at a time as it keeps in memory, 8 MiB now,
/// on a thread of its own while it reads on: less than else, so that there is
/// something to read.
const SORTING_CACHE: &str = "-8192";

/// So long a transaction of PostgreSQL waits for a table that others read.
const SOON: &str = "set local lock_timeout = '200ms'";
const WHENEVER: &str = "set local lock_timeout to default";

/// What of a table can be taken away, and how it comes back.
const OF_SQLITE: &str = "select 'drop index \"' || known.name || '\"', made.sql
    from pragma_index_list($1) known
    join sqlite_master made on made.type = 'index' and made.name = known.name
    where known.origin = 'c' and not known.\"unique\"
    order by known.name";
/// The same; the tables it may refer to come after it.
const OF_POSTGRES: &str = "select format('drop index %s', indexrelid::regclass),
        pg_get_indexdef(indexrelid)
    from pg_index where indrelid = to_regclass($1) and not indisunique
    union all
    select format('alter table %s drop constraint %I', conrelid::regclass, conname),
        format('alter table %s add constraint %I %s',
            conrelid::regclass, conname, pg_get_constraintdef(oid))
    from pg_constraint
    where conrelid = to_regclass($1) and contype = 'f' and confrelid in ";

impl Tx<'_> {
    /// Drops the indexes of tables that only find rows, and on PostgreSQL what
    /// checks rows of one of these tables against another. What keeps rows
    /// unique stays. SQLite shows others the tables as they were until all is
    /// kept; PostgreSQL has them wait, so nothing is dropped there while somebody
    /// reads the tables: whoever comes after would wait for that as well.
    ///
    /// # Errors
    /// Where the database refuses it.
    pub async fn set_aside(&mut self, tables: &[&'static str]) -> Result<Aside, StoreError> {
        if self.dialect() == Dialect::Sqlite {
            return self.drop_of(tables).await;
        }
        self.query("savepoint tables_as_they_were").execute().await?;
        self.query(SOON).execute().await?;
        match self.drop_of(tables).await {
            Ok(aside) => {
                self.query(WHENEVER).execute().await?;
                self.query("release tables_as_they_were").execute().await?;
                Ok(aside)
            }
            Err(error) if error.is_held() => {
                self.query("rollback to tables_as_they_were").execute().await?;
                Ok(Aside(Vec::new()))
            }
            Err(error) => Err(error),
        }
    }

    async fn drop_of(&mut self, tables: &[&'static str]) -> Result<Aside, StoreError> {
        let named: Vec<String> =
            tables.iter().map(|table| format!("to_regclass('{table}')")).collect();
        let of_table = match self.dialect() {
            Dialect::Sqlite => OF_SQLITE.to_owned(),
            Dialect::Postgres => format!("{OF_POSTGRES} ({}) order by 1", named.join(", ")),
        };
        let mut back = Vec::new();
        for table in tables {
            let parts = self.query(Sql::Composed(of_table.clone())).bind(*table);
            let parts: Vec<(String, String)> = parts.all().await?;
            for (away, again) in parts {
                self.query(Sql::Composed(away)).execute().await?;
                back.push(again);
            }
        }
        Ok(Aside(back))
    }

    /// Puts it back, for what is in the table now.
    ///
    /// # Errors
    /// Where the database refuses it.
    pub async fn put_back(&mut self, aside: Aside) -> Result<(), StoreError> {
        if aside.0.is_empty() || self.dialect() == Dialect::Postgres {
            return self.all_of(aside).await;
        }
        self.keep_in_memory(SORTING_CACHE)?;
        let put = self.all_of(aside).await;
        self.keep_in_memory(WRITER_CACHE)?;
        put
    }

    /// Has SQLite keep so much of the file in memory.
    fn keep_in_memory(&mut self, cache: &str) -> Result<(), StoreError> {
        if let Connection::Sqlite(connection) = self.connection() {
            sqlite::set(connection, &[("cache_size", cache)])?;
        }
        Ok(())
    }

    async fn all_of(&mut self, Aside(statements): Aside) -> Result<(), StoreError> {
        for statement in statements {
            self.query(Sql::Composed(statement)).execute().await?;
        }
        Ok(())
    }
}
