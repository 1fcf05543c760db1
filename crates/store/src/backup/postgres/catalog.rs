//! Which tables there are, and in which order they can be loaded.

use std::collections::{BTreeMap, BTreeSet};

use sqlx::postgres::PgConnection;

use crate::backup::{BackupError, Migration, Sequence, Table};

/// The tables of the record with their columns, each after those it refers to;
/// rows are not counted yet. What the migrations keep about themselves, and
/// columns that the server computes, are left out.
pub(super) async fn tables(connection: &mut PgConnection) -> Result<Vec<Table>, BackupError> {
    let found: Vec<(String, Vec<String>)> = sqlx::query_as(
        "select c.relname::text, array_agg(a.attname::text order by a.attnum)
         from pg_class c
         join pg_namespace n on n.oid = c.relnamespace
         join pg_attribute a on a.attrelid = c.oid
         where n.nspname = current_schema() and c.relkind = 'r'
           and c.relname <> '_sqlx_migrations'
           and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
         group by c.relname order by c.relname",
    )
    .fetch_all(&mut *connection)
    .await?;
    let references: Vec<(String, String)> = sqlx::query_as(
        "select distinct f.relname::text, t.relname::text
         from pg_constraint r
         join pg_class f on f.oid = r.conrelid
         join pg_class t on t.oid = r.confrelid
         join pg_namespace n on n.oid = f.relnamespace
         where r.contype = 'f' and n.nspname = current_schema()",
    )
    .fetch_all(connection)
    .await?;
    let mut columns: BTreeMap<String, Vec<String>> = found.into_iter().collect();
    let order = in_loading_order(columns.keys().cloned().collect(), &references)?;
    Ok(order
        .into_iter()
        .map(|name| Table { columns: columns.remove(&name).unwrap_or_default(), name, rows: 0 })
        .collect())
}

/// How far each numbering has come. Numbers are given outside of transactions,
/// so this is at or after the snapshot, never before it.
pub(super) async fn sequences(connection: &mut PgConnection) -> Result<Vec<Sequence>, BackupError> {
    let found: Vec<(String, i64)> = sqlx::query_as(
        "select sequencename::text, last_value from pg_sequences
         where schemaname = current_schema() and last_value is not null order by 1",
    )
    .fetch_all(connection)
    .await?;
    Ok(found.into_iter().map(|(name, last)| Sequence { name, last }).collect())
}

/// The migrations the database has seen.
pub(super) async fn migrations(
    connection: &mut PgConnection,
) -> Result<Vec<Migration>, BackupError> {
    let found: Vec<(i64, Vec<u8>)> =
        sqlx::query_as("select version, checksum from _sqlx_migrations order by version")
            .fetch_all(connection)
            .await?;
    Ok(found.into_iter().map(Migration::from).collect())
}

/// Tables, each after those it refers to; by name where nothing else decides.
fn in_loading_order(
    mut left: BTreeSet<String>,
    references: &[(String, String)],
) -> Result<Vec<String>, BackupError> {
    let mut order = Vec::with_capacity(left.len());
    while !left.is_empty() {
        let waits = |table: &String| {
            references.iter().any(|(from, to)| from == table && to != table && left.contains(to))
        };
        let next: Vec<String> = left.iter().filter(|table| !waits(table)).cloned().collect();
        if next.is_empty() {
            let circle: Vec<String> = left.into_iter().collect();
            return Err(BackupError::Circle(circle.join(", ")));
        }
        left.retain(|table| !next.contains(table));
        order.extend(next);
    }
    Ok(order)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn order(tables: &[&str], references: &[(&str, &str)]) -> Result<Vec<String>, BackupError> {
        let references: Vec<(String, String)> =
            references.iter().map(|(from, to)| ((*from).into(), (*to).into())).collect();
        in_loading_order(tables.iter().map(ToString::to_string).collect(), &references)
    }

    #[test]
    fn a_table_comes_after_those_it_refers_to() {
        let order = order(
            &["call", "customer", "line", "log", "order"],
            &[("line", "order"), ("order", "customer"), ("call", "customer"), ("call", "call")],
        );
        assert_eq!(order.unwrap(), ["customer", "log", "call", "order", "line"]);
    }

    #[test]
    fn a_circle_is_named() {
        let error = order(&["a", "b", "c"], &[("a", "b"), ("b", "a")]).unwrap_err();
        assert!(matches!(&error, BackupError::Circle(tables) if tables == "a, b"), "{error}");
    }
}
