//! How many documents keys have, to begin a search with the rarest.

use std::collections::BTreeMap;

use super::index::json;
use super::terms::Lookup;
use crate::db::Sql;
use crate::{Snapshot, StoreError};

/// What was counted in the course of a search: up to five hundred
/// documents, which is enough to tell what is rare.
#[derive(Debug, Default)]
pub(super) struct Counts(BTreeMap<Lookup, i64>);

/// The `limit` of each count.
const ENOUGH: i64 = 500;

/// How many documents have each of some keys (`$1`), and keys that begin so (`$2`): up to
/// [`ENOUGH`].
const COUNTED: Sql = Sql::Each {
    sqlite: "select true, sought.value, (select count(*) from (
                 select 1 from search_key where key = sought.value limit 500) as some_of)
             from json_each($1) as sought
             union all
             select false, sought.value, (select count(*) from (
                 select 1 from search_key where key > sought.value
                 and key < sought.value || char(1114111) limit 500) as some_of)
             from json_each($2) as sought",
    postgres: "select true, sought.value, (select count(*) from (
                   select 1 from search_key where key = sought.value limit 500) as some_of)
               from jsonb_array_elements_text($1::jsonb) as sought (value)
               union all
               select false, sought.value, (select count(*) from (
                   select 1 from search_key where key > sought.value
                   and key < sought.value || chr(1114111) limit 500) as some_of)
               from jsonb_array_elements_text($2::jsonb) as sought (value)",
};

impl Counts {
    pub(super) fn of(&self, lookup: &Lookup) -> i64 {
        self.0.get(lookup).copied().unwrap_or(0)
    }

    /// Whether there are no more than were counted.
    pub(super) fn is_whole(&self, lookup: &Lookup) -> bool {
        self.of(lookup) < ENOUGH
    }

    /// Counts what has not been counted yet. The primary key of `search_key`
    /// serves it.
    pub(super) async fn learn(
        &mut self,
        snapshot: &mut Snapshot<'_>,
        lookups: impl Iterator<Item = &Lookup>,
    ) -> Result<(), StoreError> {
        let (mut keys, mut beginnings) = (Vec::new(), Vec::new());
        for lookup in lookups.filter(|lookup| !self.0.contains_key(lookup)) {
            match lookup {
                Lookup::Is(key) => keys.push(key),
                Lookup::Begins(beginning) => beginnings.push(beginning),
            }
        }
        if keys.is_empty() && beginnings.is_empty() {
            return Ok(());
        }
        let counted: Vec<(bool, String, i64)> =
            snapshot.query(COUNTED).bind(json(&keys)?).bind(json(&beginnings)?).all().await?;
        self.0.extend(counted.into_iter().map(|(is_whole, text, count)| {
            let lookup = if is_whole { Lookup::Is(text) } else { Lookup::Begins(text) };
            (lookup, count)
        }));
        Ok(())
    }
}
