//! The SQL of the made-up record: many rows of a table as one value.
//!
//! The rooms write one customer, one order at a time. A test compares what
//! comes of this with a record that the rooms have written.

use std::fmt::Write as _;

use serde::Serialize;
use store::db::{Dialect, Sql};
use store::{StoreError, Tx};

/// A table with the columns that are filled.
pub struct Table {
    name: &'static str,
    columns: &'static [(&'static str, Column)],
}

/// How a column's value stands in JSON.
#[derive(Clone, Copy)]
enum Column {
    /// As it is.
    Text,
    Integer,
    /// An id: 32 hexadecimal digits.
    Id,
    /// A moment, as RFC 3339 writes it.
    Moment,
    /// A day, as ISO 8601 writes it.
    Day,
}

use Column::{Day, Id, Integer, Moment, Text};

pub const CUSTOMER: Table = Table {
    name: "customer",
    columns: &[
        ("id", Id),
        ("version", Integer),
        ("name", Text),
        ("sort_name", Text),
        ("kind", Text),
        ("code", Text),
        ("owner", Id),
        ("email", Text),
        ("phone", Text),
        ("language", Text),
        ("country", Text),
        ("city", Text),
        ("why_us", Text),
        ("added_at", Moment),
        ("seen_at", Moment),
    ],
};

pub const PRODUCT: Table = Table {
    name: "product",
    columns: &[("id", Id), ("name", Text), ("sort_name", Text), ("plain_name", Text)],
};

pub const PRODUCT_TAIL: Table =
    Table { name: "product_tail", columns: &[("product", Id), ("tail", Text)] };

pub const ORDERS: Table = Table {
    name: "orders",
    columns: &[
        ("id", Id),
        ("customer", Id),
        ("source", Text),
        ("code", Text),
        ("placed_at", Moment),
        ("currency", Text),
        ("total", Integer),
        ("state", Text),
    ],
};

pub const ORDER_LINE: Table = Table {
    name: "order_line",
    columns: &[
        ("order_id", Id),
        ("position", Integer),
        ("product", Id),
        ("quantity", Integer),
        ("unit_price", Integer),
    ],
};

pub const INTERACTION: Table = Table {
    name: "interaction",
    columns: &[
        ("id", Id),
        ("customer", Id),
        ("author", Id),
        ("kind", Text),
        ("at", Moment),
        ("text", Text),
        ("follow_up_on", Day),
    ],
};

pub const LOG: Table = Table {
    name: "log",
    columns: &[
        ("at", Moment),
        ("happened", Moment),
        ("actor", Text),
        ("actor_id", Id),
        ("kind", Text),
        ("subject", Id),
        ("customer", Id),
        ("body", Text),
    ],
};

/// Rows of a table, as JSON.
#[derive(Default)]
pub struct Rows(String);

impl Rows {
    /// Adds a row: a tuple with a value for each column.
    pub fn add(&mut self, row: &impl Serialize) -> serde_json::Result<()> {
        self.0.push(if self.0.is_empty() { '[' } else { ',' });
        self.0.push_str(&serde_json::to_string(row)?);
        Ok(())
    }

    /// Writes them, in the order in which they were added.
    pub async fn write(&self, tx: &mut Tx<'_>, table: &Table) -> Result<(), StoreError> {
        if self.0.is_empty() {
            return Ok(());
        }
        let text = table.text(tx.dialect());
        tx.query(Sql::Composed(text)).bind(format!("{}]", self.0)).execute().await?;
        Ok(())
    }
}

impl Table {
    fn text(&self, dialect: Dialect) -> String {
        let names: Vec<&str> = self.columns.iter().map(|(name, _)| *name).collect();
        let mut text = format!("insert into {} ({}) select ", self.name, names.join(", "));
        for (place, (_, column)) in self.columns.iter().enumerate() {
            let comma = if place == 0 { "" } else { ", " };
            let _ = match (dialect, column) {
                (Dialect::Sqlite, Text | Integer | Moment | Day) => {
                    write!(text, "{comma}value ->> {place}")
                }
                (Dialect::Sqlite, Id) => write!(text, "{comma}unhex(value ->> {place})"),
                (Dialect::Postgres, Text) => write!(text, "{comma}value ->> {place}"),
                (Dialect::Postgres, Integer) => {
                    write!(text, "{comma}(value ->> {place})::bigint")
                }
                (Dialect::Postgres, Id) => write!(text, "{comma}(value ->> {place})::uuid"),
                (Dialect::Postgres, Moment) => {
                    write!(text, "{comma}(value ->> {place})::timestamptz")
                }
                (Dialect::Postgres, Day) => write!(text, "{comma}(value ->> {place})::date"),
            };
        }
        text.push_str(match dialect {
            Dialect::Sqlite => " from json_each($1)",
            Dialect::Postgres => " from jsonb_array_elements($1::jsonb)",
        });
        text
    }
}
