//! Statements put together from texts of the program; values are bound, never
//! written into them.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::statement::{Sql, Statement};
use super::tx::Snapshot;

/// The text of a statement with the values for it, put together piece by piece.
#[derive(Debug, Clone, Default)]
pub struct Composed {
    /// The text so far; where it needs a value it has what binding it gave.
    pub sql: String,
    values: Vec<Bound>,
}

#[derive(Debug, Clone)]
enum Bound {
    Text(String),
    Number(i64),
    Id(Uuid),
    Time(DateTime<Utc>),
}

impl Composed {
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
