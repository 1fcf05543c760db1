//! Putting documents into the indexes.

use std::collections::{BTreeMap, BTreeSet};

use chrono::SecondsFormat;
use serde::Serialize;
use uuid::Uuid;

use super::Document;
use super::keys::{joined, keys, sounds};
use super::tokens::Tokens;
use super::typos::hashes;
use crate::db::{Dialect, Sql};
use crate::{StoreError, Tx};

/// So much of a text is kept to show where words stand, in letters.
const EXCERPT: usize = 2_000;

/// The moment documents are numbered back from (year 2514), in seconds, and the
/// bits that tell documents of one second apart.
const LAST_SECOND: i64 = (1 << 34) - 1;
pub(super) const OF_ONE_SECOND: u32 = 29;

/// Comes before the number of every document of no moment, and after those of
/// whatever has happened since.
pub(super) const BEFORE_TIMELESS: i64 = (LAST_SECOND << OF_ONE_SECOND) - 1;

/// A document with its place in the indexes.
struct Numbered<'d> {
    document: &'d Document,
    doc: i64,
    keys: BTreeSet<String>,
    tokens: Tokens,
}

/// Number, kind, id, customer, moment, label, keys, excerpt.
type Row<'d> = (i64, &'d str, String, Option<String>, String, String, String, String);

impl<'d> Numbered<'d> {
    fn of(document: &'d Document) -> Self {
        let (keys, tokens) = (keys(document), Tokens::of(document));
        Self { document, doc: number(document), keys, tokens }
    }

    fn row(&self) -> Row<'d> {
        let Document { kind, id, customer, at, text, .. } = self.document;
        let hex = |id: Uuid| id.simple().to_string();
        let excerpt = plain(text).take(EXCERPT).collect();
        // The moment as both databases are given moments everywhere.
        let at = at.to_rfc3339_opts(SecondsFormat::AutoSi, false);
        let customer = customer.map(hex);
        (self.doc, kind, hex(*id), customer, at, label(self.document), joined(&self.keys), excerpt)
    }
}

impl Tx<'_> {
    /// Makes documents findable as they are now; what was known of them before
    /// is forgotten. Many at once cost less than one after another.
    ///
    /// # Errors
    /// Where the database refuses it.
    pub async fn index(&mut self, documents: &[Document]) -> Result<(), StoreError> {
        // Of a document given twice the last holds.
        let latest: BTreeMap<_, _> =
            documents.iter().map(|document| (document.key(), document)).collect();
        self.forget(latest.keys().copied()).await?;
        let mut numbered: Vec<Numbered<'_>> = latest.into_values().map(Numbered::of).collect();
        self.insert_documents(&mut numbered).await?;
        // The text index of SQLite writes itself out whenever numbers fall.
        numbered.sort_unstable_by_key(|numbered| numbered.doc);
        self.insert_keys(&numbered).await?;
        self.insert_names(&numbered).await?;
        self.insert_text(&numbered).await
    }

    /// Makes documents unfindable. Many at once cost less than one after another.
    ///
    /// # Errors
    /// Where the database refuses it.
    pub async fn unindex(
        &mut self,
        kind: &str,
        ids: impl IntoIterator<Item = Uuid>,
    ) -> Result<(), StoreError> {
        self.forget(ids.into_iter().map(|id| (kind, id))).await
    }

    /// A document whose number is taken already is given the next free one
    /// after it.
    async fn insert_documents(&mut self, numbered: &mut [Numbered<'_>]) -> Result<(), StoreError> {
        let mut left: Vec<&mut Numbered<'_>> = numbered.iter_mut().collect();
        while !left.is_empty() {
            let rows: Vec<_> = left.iter().map(|numbered| numbered.row()).collect();
            let inserted: Vec<(String, Uuid)> = self
                .query(Sql::Each {
                    sqlite: "insert into search_document
                             (doc, kind, id, customer, at, label, keys, excerpt)
                             select value ->> 0, value ->> 1, unhex(value ->> 2),
                                 unhex(value ->> 3), value ->> 4, value ->> 5, value ->> 6,
                                 value ->> 7
                             from json_each($1) where true
                             on conflict (doc) do nothing returning kind, id",
                    postgres: "insert into search_document
                               (doc, kind, id, customer, at, label, keys, excerpt)
                               select (value ->> 0)::bigint, value ->> 1, (value ->> 2)::uuid,
                                   (value ->> 3)::uuid, (value ->> 4)::timestamptz, value ->> 5,
                                   value ->> 6, value ->> 7
                               from jsonb_array_elements($1::jsonb)
                               on conflict (doc) do nothing returning kind, id",
                })
                .bind(json(&rows)?)
                .all()
                .await?;
            let inserted: BTreeSet<(&str, Uuid)> =
                inserted.iter().map(|(kind, id)| (kind.as_str(), *id)).collect();
            left.retain(|numbered| !inserted.contains(&numbered.document.key()));
            for numbered in &mut left {
                numbered.doc += 1;
            }
        }
        Ok(())
    }

    async fn insert_keys(&mut self, documents: &[Numbered<'_>]) -> Result<(), StoreError> {
        let mut rows: Vec<(&str, i64)> = documents
            .iter()
            .flat_map(|document| document.keys.iter().map(|key| (key.as_str(), document.doc)))
            .collect();
        rows.sort_unstable();
        let insert = self.query(Sql::Each {
            sqlite: "insert into search_key (key, doc)
                     select value ->> 0, value ->> 1 from json_each($1)",
            postgres: "insert into search_key (key, doc)
                       select value ->> 0, (value ->> 1)::bigint
                       from jsonb_array_elements($1::jsonb)",
        });
        insert.bind(json(&rows)?).execute().await?;
        Ok(())
    }

    /// Counts the names, and makes the new ones findable by their typos.
    async fn insert_names(&mut self, documents: &[Numbered<'_>]) -> Result<(), StoreError> {
        let mut counts: BTreeMap<&str, i64> = BTreeMap::new();
        for document in documents {
            for sound in sounds(document.keys.iter().map(String::as_str)) {
                *counts.entry(sound).or_default() += 1;
            }
        }
        let counted: Vec<_> = counts.iter().collect();
        let names: Vec<(String, i64)> = self
            .query(Sql::Each {
                sqlite: "insert into search_name (sound, docs)
                         select value ->> 0, value ->> 1 from json_each($1) where true
                         on conflict (sound) do update set docs = docs + excluded.docs
                         returning sound, docs",
                postgres: "insert into search_name (sound, docs)
                           select value ->> 0, (value ->> 1)::bigint
                           from jsonb_array_elements($1::jsonb)
                           on conflict (sound) do update
                           set docs = search_name.docs + excluded.docs
                           returning sound, docs",
            })
            .bind(json(&counted)?)
            .all()
            .await?;
        let new = names
            .iter()
            .filter(|(sound, docs)| counts.get(sound.as_str()) == Some(docs))
            .map(|(sound, _)| sound.as_str());
        let insert = hashed(new);
        let statement = self.query(Sql::Each {
            sqlite: "insert into search_deletion (hash, sound)
                     select value ->> 0, value ->> 1 from json_each($1)",
            postgres: "insert into search_deletion (hash, sound)
                       select (value ->> 0)::bigint, value ->> 1
                       from jsonb_array_elements($1::jsonb)",
        });
        statement.bind(json(&insert)?).execute().await?;
        Ok(())
    }

    async fn insert_text(&mut self, documents: &[Numbered<'_>]) -> Result<(), StoreError> {
        let dialect = self.dialect();
        let rows: Vec<(i64, String)> = documents
            .iter()
            .filter(|document| !document.tokens.is_empty())
            .map(|document| {
                let text = match dialect {
                    Dialect::Sqlite => document.tokens.plain(),
                    Dialect::Postgres => document.tokens.vector(document.doc),
                };
                (document.doc, text)
            })
            .collect();
        let insert = self.query(Sql::Each {
            sqlite: "insert into search_text (rowid, tokens)
                     select value ->> 0, value ->> 1 from json_each($1)",
            postgres: "insert into search_text (doc, tokens)
                       select (value ->> 0)::bigint, (value ->> 1)::tsvector
                       from jsonb_array_elements($1::jsonb)",
        });
        insert.bind(json(&rows)?).execute().await?;
        Ok(())
    }
}

/// Rows for a statement that takes them all as one value.
pub(super) fn json(rows: &impl Serialize) -> Result<String, StoreError> {
    serde_json::to_string(rows).map_err(StoreError::Event)
}

/// Names under the hashes they are guessed by, in the order of their index.
pub(super) fn hashed<'n>(names: impl Iterator<Item = &'n str>) -> BTreeSet<(i64, &'n str)> {
    names.flat_map(|name| hashes(name).into_iter().map(move |hash| (hash, name))).collect()
}

/// The number of a document: the later it happened the smaller; of one second
/// by its id. Two of the same are told apart when they are inserted.
fn number(document: &Document) -> i64 {
    let second = document.at.timestamp().clamp(0, LAST_SECOND);
    let id = document.id.as_u128();
    let mixed = ((id >> 64) as u64 ^ id as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    let of_second = (mixed >> (u64::BITS - OF_ONE_SECOND)).cast_signed();
    ((LAST_SECOND - second) << OF_ONE_SECOND) | of_second
}

fn label(document: &Document) -> String {
    let named = document.names.iter().chain(&document.codes);
    let first = named.chain(&document.emails).chain(&document.phones).next();
    first.map(|label| plain(label).take(EXCERPT).collect()).unwrap_or_default()
}

/// Letters that PostgreSQL keeps: all but U+0000.
fn plain(text: &str) -> impl Iterator<Item = char> {
    text.chars().filter(|letter| *letter != '\0')
}
