//! What of a table stands aside while it is filled: an index made of all rows
//! at once, and a reference checked for all of them, take a fraction of the time
//! that they take row by row.
//!
//! PostgreSQL drops a check and makes it again. SQLite can neither drop nor add one
//! but overlook all of them for a while: it does while rows are added by
//! [`Tx::insert_new_aside`], and what these refer to is looked up at the end.

use super::error::DatabaseError;
use super::many::RowValues;
use super::sqlite::WRITER_CACHE;
use super::statement::{Connection, Dialect, Sql};
use super::{StoreError, Tx, sqlite};

/// What tables are without for now.
#[must_use = "a table without its indexes is slow to read"]
pub struct Aside {
    /// Statements that put it back.
    back: Vec<String>,
    /// What SQLite is to look up at the end.
    references: Vec<Reference>,
}

/// A column that refers to another table.
#[derive(store::Row)]
struct Reference {
    table: String,
    column: String,
    to_table: String,
    to_column: String,
}

/// SQLite sorts for an index as much at a time as it keeps in memory, 8 MiB now,
/// on a thread of its own while it reads on: less than else, so that there is
/// something to read.
const SORTING_CACHE: &str = "-8192";

/// So long a transaction of PostgreSQL waits for a table that others read.
const SOON: &str = "set local lock_timeout = '200ms'";
const PATIENCE: &str = "select current_setting('lock_timeout')";
const AS_PATIENT: &str = "select set_config('lock_timeout', $1, true)";

/// PostgreSQL sorts for an index, and looks up references, in so much memory where
/// it is not given more, which it has until the transaction ends: with the 64 MiB
/// that it has by itself a million rows go through files.
const SORTING_MEMORY: &str = "select set_config('maintenance_work_mem', '256MB', true)
    from pg_settings where name = 'maintenance_work_mem' and setting::bigint < 262144";

/// What of a table can be taken away, and how it comes back.
const OF_SQLITE: &str = "select 'drop index \"' || known.name || '\"', made.sql
    from pragma_index_list($1) known
    join sqlite_master made on made.type = 'index' and made.name = known.name
    where known.origin = 'c' and not known.\"unique\"
    order by known.name";
const REFERENCES: &str = "select $1 as \"table\", \"from\" as \"column\",
        \"table\" as to_table, \"to\" as to_column
    from pragma_foreign_key_list($1) order by id";
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
        let (patience,): (String,) = self.query(PATIENCE).one().await?;
        self.query(SOON).execute().await?;
        match self.drop_of(tables).await {
            Ok(aside) => {
                self.query(AS_PATIENT).bind(patience).execute().await?;
                self.query("release tables_as_they_were").execute().await?;
                Ok(aside)
            }
            Err(error) if error.is_held() => {
                self.query("rollback to tables_as_they_were").execute().await?;
                Ok(Aside { back: Vec::new(), references: Vec::new() })
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
        let (mut back, mut references) = (Vec::new(), Vec::new());
        for table in tables {
            let parts = self.query(Sql::Composed(of_table.clone())).bind(*table);
            let parts: Vec<(String, String)> = parts.all().await?;
            for (away, again) in parts {
                self.query(Sql::Composed(away)).execute().await?;
                back.push(again);
            }
            if self.dialect() == Dialect::Sqlite {
                let of_table: Vec<Reference> = self.query(REFERENCES).bind(*table).all().await?;
                references.extend(of_table);
            }
        }
        Ok(Aside { back, references })
    }

    /// [`Tx::insert_new`] into a table of which something stands aside: what the
    /// rows refer to is looked up for all of them together, when it is put back.
    ///
    /// # Errors
    /// Where the database refuses one of them.
    pub async fn insert_new_aside<R>(
        &mut self,
        aside: &Aside,
        into: &'static str,
        key: &'static str,
        columns: i16,
        rows: &[R],
        bind: impl for<'s> Fn(RowValues<'s>, &R) -> RowValues<'s>,
    ) -> Result<u64, StoreError> {
        let overlooked = !aside.references.is_empty();
        self.look_references_up(!overlooked)?;
        let added = self.insert_new(into, key, columns, rows, bind).await;
        self.look_references_up(true)?;
        added
    }

    /// Has SQLite look up what each row refers to, or not.
    fn look_references_up(&mut self, each: bool) -> Result<(), StoreError> {
        if let Connection::Sqlite(connection) = self.connection() {
            sqlite::look_references_up(connection, each)?;
        }
        Ok(())
    }

    /// Puts it back, for what is in the table now.
    ///
    /// # Errors
    /// Where the database refuses it.
    pub async fn put_back(&mut self, aside: Aside) -> Result<(), StoreError> {
        if aside.back.is_empty() {
            return self.all_of(aside).await;
        }
        if self.dialect() == Dialect::Postgres {
            self.query(SORTING_MEMORY).execute().await?;
            return self.all_of(aside).await;
        }
        self.keep_in_memory(SORTING_CACHE)?;
        let put = self.all_of(aside).await;
        self.keep_in_memory(WRITER_CACHE)?;
        put
    }

    /// That there is what a column refers to: each value once, in the order of an
    /// index, where one begins with it.
    async fn refers(&mut self, reference: Reference) -> Result<(), StoreError> {
        let Reference { table, column, to_table, to_column } = reference;
        let text = format!(
            "select 1 from (select distinct \"{column}\" as value from \"{table}\") said
             where value is not null and not exists (
                select 1 from \"{to_table}\" known where known.\"{to_column}\" = said.value
             ) limit 1"
        );
        let broken: Option<(i64,)> = self.query(Sql::Composed(text)).optional().await?;
        match broken {
            Some(_) => Err(DatabaseError::Reference { table, column }.into()),
            None => Ok(()),
        }
    }

    /// Has SQLite keep so much of the file in memory.
    fn keep_in_memory(&mut self, cache: &str) -> Result<(), StoreError> {
        if let Connection::Sqlite(connection) = self.connection() {
            sqlite::set(connection, &[("cache_size", cache)])?;
        }
        Ok(())
    }

    async fn all_of(&mut self, Aside { back, references }: Aside) -> Result<(), StoreError> {
        for statement in back {
            self.query(Sql::Composed(statement)).execute().await?;
        }
        for reference in references {
            self.refers(reference).await?;
        }
        Ok(())
    }
}
