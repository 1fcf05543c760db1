//! Taking documents out of the indexes.

use std::collections::BTreeMap;

use uuid::Uuid;

use super::index::{hashed, json};
use super::keys::{parted, sounds};
use crate::db::{Dialect, Sql};
use crate::{StoreError, Tx};

impl Tx<'_> {
    /// Takes documents out of every index; those that are not there stay so.
    pub(super) async fn forget(
        &mut self,
        documents: impl IntoIterator<Item = (&str, Uuid)>,
    ) -> Result<(), StoreError> {
        let documents: Vec<(&str, String)> =
            documents.into_iter().map(|(kind, id)| (kind, id.simple().to_string())).collect();
        if documents.is_empty() {
            return Ok(());
        }
        // Each by the unique index of `kind` and `id`: SQLite would look for
        // pairs in a list by their first half alone.
        let gone: Vec<(i64, String)> = self
            .query(Sql::Each {
                sqlite: "delete from search_document where doc in (
                             select known.doc from json_each($1) as named
                             cross join search_document as known
                             where known.kind = named.value ->> 0
                                 and known.id = unhex(named.value ->> 1))
                         returning doc, keys",
                postgres: "delete from search_document as known
                           using jsonb_array_elements($1::jsonb) as named
                           where known.kind = named.value ->> 0
                               and known.id = (named.value ->> 1)::uuid
                           returning known.doc, known.keys",
            })
            .bind(json(&documents)?)
            .all()
            .await?;
        if gone.is_empty() {
            return Ok(());
        }
        self.delete_keys(&gone).await?;
        self.delete_names(&gone).await?;
        self.delete_text(&gone).await
    }

    /// One after another: given many at once SQLite may look each key up without
    /// its document, and read through all who have a frequent one.
    async fn delete_keys(&mut self, gone: &[(i64, String)]) -> Result<(), StoreError> {
        for (doc, keys) in gone {
            for key in parted(keys) {
                self.query("delete from search_key where key = $1 and doc = $2")
                    .bind(key)
                    .bind(*doc)
                    .execute()
                    .await?;
            }
        }
        Ok(())
    }

    /// Counts names down, and forgets those that nothing has any more.
    async fn delete_names(&mut self, gone: &[(i64, String)]) -> Result<(), StoreError> {
        let mut counts: BTreeMap<&str, i64> = BTreeMap::new();
        for sound in gone.iter().flat_map(|(_, keys)| sounds(parted(keys))) {
            *counts.entry(sound).or_default() += 1;
        }
        let counted: Vec<_> = counts.iter().collect();
        let left: Vec<(String, i64)> = self
            .query(Sql::Each {
                sqlite: "update search_name set docs = search_name.docs - gone.docs
                         from (select value ->> 0 as name, value ->> 1 as docs
                               from json_each($1)) as gone
                         where sound = gone.name returning sound, search_name.docs",
                postgres: "update search_name set docs = search_name.docs - gone.docs
                           from (select value ->> 0 as name, (value ->> 1)::bigint as docs
                                 from jsonb_array_elements($1::jsonb)) as gone
                           where sound = gone.name returning sound, search_name.docs",
            })
            .bind(json(&counted)?)
            .all()
            .await?;
        let unused: Vec<&str> =
            left.iter().filter(|(_, docs)| *docs <= 0).map(|(sound, _)| sound.as_str()).collect();
        if unused.is_empty() {
            return Ok(());
        }
        let delete = self.query(Sql::Each {
            sqlite: "delete from search_name where sound in (select value from json_each($1))",
            postgres: "delete from search_name where sound in
                       (select jsonb_array_elements_text($1::jsonb))",
        });
        delete.bind(json(&unused)?).execute().await?;
        let delete = self.query(Sql::Each {
            sqlite: "delete from search_deletion where (hash, sound) in
                     (select value ->> 0, value ->> 1 from json_each($1))",
            postgres: "delete from search_deletion using jsonb_array_elements($1::jsonb)
                       where hash = (value ->> 0)::bigint and sound = value ->> 1",
        });
        delete.bind(json(&hashed(unused.into_iter()))?).execute().await?;
        Ok(())
    }

    async fn delete_text(&mut self, gone: &[(i64, String)]) -> Result<(), StoreError> {
        let docs: Vec<i64> = gone.iter().map(|(doc, _)| *doc).collect();
        let delete = self.query(Sql::Each {
            sqlite: "delete from search_text where rowid in (select value from json_each($1))",
            postgres: "delete from search_text where doc in
                       (select jsonb_array_elements_text($1::jsonb)::bigint)",
        });
        delete.bind(json(&docs)?).execute().await?;
        Ok(())
    }

    /// Empties every index, for a rebuild. On PostgreSQL who searches at that
    /// moment waits until the transaction ends.
    ///
    /// # Errors
    /// Where the database refuses it.
    pub async fn forget_all(&mut self) -> Result<(), StoreError> {
        let emptied: &[&'static str] = match self.dialect() {
            Dialect::Sqlite => &[
                "delete from search_document",
                "delete from search_key",
                "delete from search_name",
                "delete from search_deletion",
                "insert into search_text (search_text) values ('delete-all')",
            ],
            Dialect::Postgres => &["truncate search_document, search_key, search_name, \
                                    search_deletion, search_text"],
        };
        for statement in emptied {
            self.query(*statement).execute().await?;
        }
        Ok(())
    }
}
