//! Running statements.

use std::ops::ControlFlow;

use rusqlite::{Connection, Statement};

use super::super::StoreError;
use super::super::error::DatabaseError;
use super::super::many::RowValues;
use super::super::row::{Columns, Row};
use super::super::value::Values;
use super::kept::{Kept, Places, Placing};

/// Where each text that is run is told.
const ASKED: &str = "store::asked";

/// Runs a statement and shows its rows as long as they are wanted. Returns how
/// many it touched.
fn each(
    connection: &Connection,
    sql: &str,
    values: &[Kept<'_>],
    mut show: impl FnMut(&Columns<'_>) -> Result<ControlFlow<()>, StoreError>,
) -> Result<u64, StoreError> {
    tracing::trace!(target: ASKED, "{sql}");
    let mut statement = connection.prepare_cached(sql)?;
    for place in 1..=statement.parameter_count() {
        // A text may name its values in any order.
        let number = match statement.parameter_name(place) {
            None => Some(place),
            Some(name) => name.get(1..).and_then(|number| number.parse().ok()),
        };
        let value = number.and_then(|number: usize| values.get(number.checked_sub(1)?));
        let value = value.ok_or(DatabaseError::NoValue { place })?;
        statement.raw_bind_parameter(place, value)?;
    }
    let only_reads = statement.readonly();
    let mut rows = statement.raw_query();
    while let Some(row) = rows.next()? {
        if show(&Columns::of_sqlite(row))?.is_break() {
            break;
        }
    }
    drop(rows);
    Ok(if only_reads { 0 } else { connection.changes() })
}

/// All rows of a statement.
pub(crate) fn all<T: Row>(
    connection: &Connection,
    sql: &str,
    values: &[Kept<'_>],
) -> Result<Vec<T>, StoreError> {
    let mut rows = Vec::new();
    each(connection, sql, values, |columns| {
        rows.push(T::of(columns)?);
        Ok(ControlFlow::Continue(()))
    })?;
    Ok(rows)
}

/// The first row of a statement, where it has one.
pub(crate) fn first<T: Row>(
    connection: &Connection,
    sql: &str,
    values: &[Kept<'_>],
) -> Result<Option<T>, StoreError> {
    let mut first = None;
    each(connection, sql, values, |columns| {
        first = Some(T::of(columns)?);
        Ok(ControlFlow::Break(()))
    })?;
    Ok(first)
}

/// Runs a statement to its end. Returns how many rows it touched.
pub(crate) fn touch(
    connection: &Connection,
    sql: &str,
    values: &[Kept<'_>],
) -> Result<u64, StoreError> {
    each(connection, sql, values, |_| Ok(ControlFlow::Continue(())))
}

/// Runs a statement without values of which nothing is to be seen.
pub(crate) fn run(connection: &Connection, sql: &str) -> Result<(), StoreError> {
    touch(connection, sql, &[]).map(drop)
}

/// Runs a statement for each of many rows; `text` writes it with empty texts where
/// it is told. Returns how many it touched.
///
/// An empty text that is bound lies at no address, which costs nothing but where
/// many are compared: taking no bytes from there, `memcmp` of a processor with
/// AVX-512 takes longer than any other comparison. So the texts that are empty in
/// the first row are written into the statement, as long as they are in the others.
pub(in crate::db) fn touch_each<R>(
    connection: &Connection,
    text: impl Fn(Places) -> String,
    rows: &[R],
    bind: impl for<'s> Fn(RowValues<'s>, &R) -> RowValues<'s>,
) -> Result<u64, StoreError> {
    let Some((first, others)) = rows.split_first() else { return Ok(0) };
    let bound = |statement: &mut Statement<'_>, written, row: &R| {
        let mut placing = Placing::into(statement, written);
        bind(RowValues::into(Values::placed(&mut placing)), row).taken()?;
        let Placing { placed, empty, is_misfit, .. } = placing;
        Ok::<_, StoreError>((placed, empty, is_misfit))
    };
    let in_full = text(Places::default());
    tracing::trace!(target: ASKED, "{in_full}");
    let mut statement = connection.prepare_cached(&in_full)?;
    let columns = statement.parameter_count();
    let executed = |statement: &mut Statement<'_>, placed: usize| -> Result<u64, StoreError> {
        // What is not bound is still what the row before had there.
        if placed < columns {
            return Err(DatabaseError::NoValue { place: placed + 1 }.into());
        }
        Ok(statement.raw_execute()? as u64)
    };
    let (placed, mut written, _) = bound(&mut statement, Places::default(), first)?;
    let mut touched = executed(&mut statement, placed)?;
    if !others.is_empty() && written != Places::default() {
        statement = connection.prepare_cached(&text(written))?;
    }
    for row in others {
        let (mut placed, _, is_misfit) = bound(&mut statement, written, row)?;
        if is_misfit {
            written = Places::default();
            statement = connection.prepare_cached(&in_full)?;
            (placed, ..) = bound(&mut statement, written, row)?;
        }
        touched += executed(&mut statement, placed)?;
    }
    Ok(touched)
}
