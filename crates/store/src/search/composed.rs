//! How keys are looked up and sifted by, as pieces of a statement.

use super::terms::Lookup;
use crate::db::{Composed, Dialect};

/// Of keys that begin alike so many are looked at: a beginning of one letter
/// is no search yet.
const BEGINNING_ALIKE: u32 = 10_000;
/// Sorts after every key that begins with what stands before it.
const AFTER_ALL: char = '\u{10ffff}';

impl Composed {
    pub(super) fn lookup(&mut self, lookup: &Lookup, from: &str) -> String {
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

    /// Whether any of these keys stands among those of a document.
    pub(super) fn filter(&mut self, lookups: &[Lookup], dialect: Dialect) -> String {
        let position = match dialect {
            Dialect::Sqlite => "instr",
            Dialect::Postgres => "strpos",
        };
        let mut any = Vec::new();
        for lookup in lookups {
            let sought = match lookup {
                Lookup::Is(key) => format!(" {key} "),
                Lookup::Begins(beginning) => format!(" {beginning}"),
            };
            any.push(format!("{position}(d.keys, {}) > 0", self.bind(sought)));
        }
        any.join(" or ")
    }
}
