//! Statements put together from texts of the program; values are bound, never
//! written into them.

use super::terms::Lookup;
use crate::Snapshot;
use crate::db::{Dialect, Sql, Statement};

/// Of keys that begin alike so many are looked at: a beginning of one letter
/// is no search yet.
const BEGINNING_ALIKE: u32 = 10_000;
/// Sorts after every key that begins with what stands before it.
const AFTER_ALL: char = '\u{10ffff}';

/// The text of a statement with the values for it.
#[derive(Debug, Default)]
pub(super) struct Text {
    pub(super) sql: String,
    values: Vec<Bound>,
}

#[derive(Debug)]
enum Bound {
    Text(String),
    Number(i64),
}

impl Text {
    pub(super) fn bind(&mut self, value: impl Into<String>) -> String {
        self.values.push(Bound::Text(value.into()));
        format!("${}", self.values.len())
    }

    pub(super) fn number(&mut self, value: i64) -> String {
        self.values.push(Bound::Number(value));
        // An untyped parameter would be text to PostgreSQL in some places.
        format!("cast(${} as bigint)", self.values.len())
    }

    pub(super) fn statement<'s>(self, snapshot: &'s mut Snapshot<'_>) -> Statement<'s> {
        let mut statement = snapshot.query(Sql::Composed(self.sql));
        for value in self.values {
            statement = match value {
                Bound::Text(text) => statement.bind(text),
                Bound::Number(number) => statement.bind(number),
            };
        }
        statement
    }

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
