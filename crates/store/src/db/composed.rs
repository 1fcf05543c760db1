//! Statements put together from texts of the program; values are bound, never
//! written into them, but for the numbers of limits.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::statement::{Dialect, Sql, Statement};
use super::tx::Snapshot;
use crate::listed;

/// The text of a statement with the values for it, put together piece by piece.
#[derive(Debug, Clone)]
pub struct Composed {
    /// The text so far; where it needs a value it has what binding it gave.
    pub sql: String,
    values: Vec<Bound>,
    dialect: Dialect,
}

#[derive(Debug, Clone)]
enum Bound {
    Text(String),
    Number(i64),
    Id(Uuid),
    Time(DateTime<Utc>),
}

impl Composed {
    /// Nothing yet, for whichever database a snapshot is of.
    #[must_use]
    pub fn new(snapshot: &Snapshot<'_>) -> Self {
        Self { sql: String::new(), values: Vec::new(), dialect: snapshot.dialect() }
    }

    /// Which database it is for.
    #[must_use]
    pub fn dialect(&self) -> Dialect {
        self.dialect
    }

    /// Binds a text and returns what stands for it.
    pub fn bind(&mut self, value: impl Into<String>) -> String {
        self.hold(Bound::Text(value.into()))
    }

    /// Binds a number and returns what stands for it.
    pub fn number(&mut self, value: i64) -> String {
        // An untyped parameter would be text to PostgreSQL in some places.
        format!("cast({} as bigint)", self.hold(Bound::Number(value)))
    }

    /// Binds an id and returns what stands for it.
    pub fn id(&mut self, value: impl Into<Uuid>) -> String {
        self.hold(Bound::Id(value.into()))
    }

    /// Binds a moment and returns what stands for it.
    pub fn time(&mut self, value: DateTime<Utc>) -> String {
        self.hold(Bound::Time(value))
    }

    /// Binds ids as one value, however many they are, and returns that a column
    /// is one of them: by its index, where it has one.
    pub fn is_among<I: Into<Uuid> + Copy>(&mut self, column: &str, ids: &[I]) -> String {
        let ids = self.bind(listed(ids));
        match self.dialect {
            Dialect::Sqlite => format!("{column} in (select unhex(value) from json_each({ids}))"),
            Dialect::Postgres => format!(
                "{column} = any(array(
                     select value::uuid from jsonb_array_elements_text({ids}::jsonb)))"
            ),
        }
    }

    /// The statement, to be run.
    pub fn statement<'s>(self, snapshot: &'s mut Snapshot<'_>) -> Statement<'s> {
        let mut statement = snapshot.query(Sql::Composed(self.sql));
        for value in self.values {
            statement = match value {
                Bound::Text(text) => statement.bind(text),
                Bound::Number(number) => statement.bind(number),
                Bound::Id(id) => statement.bind(id),
                Bound::Time(time) => statement.bind(time),
            };
        }
        statement
    }

    fn hold(&mut self, value: Bound) -> String {
        self.values.push(value);
        format!("${}", self.values.len())
    }
}
