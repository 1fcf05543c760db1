//! How keys are looked up and sifted by, as pieces of a statement.

use super::index::json;
use super::terms::Lookup;
use crate::StoreError;
use crate::db::{Composed, Dialect};

/// Of keys that begin alike so many are looked at: a beginning of one letter
/// is no search yet.
const BEGINNING_ALIKE: u32 = 10_000;
/// Sorts after every key that begins with what stands before it.
const AFTER_ALL: char = '\u{10ffff}';

impl Composed {
    /// Queries of the documents that have any of these keys, from one on: as many of
    /// each at least as a limit says.
    pub(super) fn lookups(
        &mut self,
        lookups: &[Lookup],
        from: &str,
        limit: &str,
    ) -> Result<Vec<String>, StoreError> {
        let is = |lookup: &&Lookup| matches!(lookup, Lookup::Is(_));
        let keys: Vec<&Lookup> = lookups.iter().filter(is).collect();
        if self.dialect() == Dialect::Sqlite || keys.len() < 2 {
            return Ok(lookups.iter().map(|lookup| self.lookup(lookup, from)).collect());
        }
        // One text for however many keys: PostgreSQL would plan each anew, which
        // takes longer than to run it.
        let keys: Vec<&str> = keys.into_iter().map(Lookup::text).collect();
        let keys = self.bind(json(&keys)?);
        let any = format!(
            "select distinct of_key.doc
             from jsonb_array_elements_text({keys}::jsonb) as sought (key)
             cross join lateral (
                 select doc from search_key where key = sought.key and doc > {from}
                 order by doc {limit}) as of_key"
        );
        let begins = lookups.iter().filter(|lookup| !is(lookup));
        Ok([any].into_iter().chain(begins.map(|lookup| self.lookup(lookup, from))).collect())
    }

    fn lookup(&mut self, lookup: &Lookup, from: &str) -> String {
        match lookup {
            Lookup::Is(key) => {
                let key = self.bind(key);
                format!("select doc from search_key where key = {key} and doc > {from}")
            }
            Lookup::Begins(beginning) => {
                let first = self.bind(beginning);
                let last = self.bind(format!("{beginning}{AFTER_ALL}"));
                format!(
                    "select doc from (
                        select doc from search_key where key > {first} and key < {last}
                        order by key, doc limit {BEGINNING_ALIKE}) as alike
                     where doc > {from}"
                )
            }
        }
    }

    /// Whether the index has any of these keys for a document: looked up for each
    /// document, or collected at once where they begin alike.
    pub(super) fn is_found(
        &mut self,
        document: &str,
        lookups: &[Lookup],
    ) -> Result<String, StoreError> {
        let (keys, beginnings): (Vec<&Lookup>, Vec<&Lookup>) =
            lookups.iter().partition(|lookup| matches!(lookup, Lookup::Is(_)));
        let mut any = Vec::new();
        if !keys.is_empty() {
            let keys: Vec<&str> = keys.into_iter().map(Lookup::text).collect();
            let keys = self.bind(json(&keys)?);
            let is_one = match self.dialect() {
                Dialect::Sqlite => format!("in (select value from json_each({keys}))"),
                Dialect::Postgres => {
                    format!("= any(array(select jsonb_array_elements_text({keys}::jsonb)))")
                }
            };
            // With an offset PostgreSQL does not turn it into a join, for which it
            // would read all documents of a key.
            any.push(format!(
                "exists (select 1 from search_key k
                     where k.key {is_one} and k.doc = {document} limit 1 offset 0)"
            ));
        }
        for beginning in beginnings {
            let first = self.bind(beginning.text());
            let last = self.bind(format!("{}{AFTER_ALL}", beginning.text()));
            any.push(format!(
                "{document} in (select doc from search_key where key > {first} and key < {last})"
            ));
        }
        Ok(any.join(" or "))
    }

    /// Whether any of these keys stands among those of a document.
    pub(super) fn filter(&mut self, lookups: &[Lookup]) -> Result<String, StoreError> {
        let sought = lookups.iter().map(|lookup| match lookup {
            Lookup::Is(key) => format!(" {key} "),
            Lookup::Begins(beginning) => format!(" {beginning}"),
        });
        Ok(match self.dialect() {
            Dialect::Sqlite => {
                let any: Vec<String> = sought
                    .map(|sought| format!("instr(d.keys, {}) > 0", self.bind(sought)))
                    .collect();
                any.join(" or ")
            }
            Dialect::Postgres => {
                let sought: Vec<String> = sought.collect();
                let sought = self.bind(json(&sought)?);
                format!(
                    "exists (select 1 from jsonb_array_elements_text({sought}::jsonb)
                         as sought (key) where strpos(d.keys, sought.key) > 0)"
                )
            }
        })
    }
}
