//! `--customers FILE`: one row per customer.

use std::path::Path;

use anyhow::Result;
use documents::tables::{Cell, Column, ColumnKind, TableError, TableWriter};
use kernel::{Currency, Money};
use measure::BookFigures;
use review::figures::{CustomerRow, Interval};
use review::{Figures, Question};

use crate::words::CommandError;

/// Whether a table can be written to this name, before anything is read.
pub fn check_form(path: &Path) -> Result<(), CommandError> {
    let extension = path.extension().unwrap_or_default().to_string_lossy().to_ascii_lowercase();
    match extension.as_str() {
        "csv" | "xlsx" | "parquet" => Ok(()),
        _ => Err(CommandError::TableForm(path.display().to_string())),
    }
}

/// Writes a row per customer, in the currency of the review. Shares and
/// probabilities are fractions, times days; an empty cell is not known.
pub fn write(
    figures: &BookFigures,
    question: &Question,
    currency: Currency,
    path: &Path,
) -> Result<()> {
    let mut table = TableWriter::create(path, columns(currency))?;
    let mut failed: Option<TableError> = None;
    figures.customers(question, &mut |row| {
        if failed.is_none() {
            failed = write_row(&mut table, row).err();
        }
    })?;
    match failed {
        Some(error) => Err(error.into()),
        None => Ok(table.finish()?),
    }
}

fn columns(currency: Currency) -> Vec<Column> {
    use ColumnKind::{Bool, Date, Integer, Number, Text};
    let money = ColumnKind::Money(currency);
    let columns = [
        ("customer", Text),
        ("first", Date),
        ("last", Date),
        ("orders", Integer),
        ("purchase_days", Integer),
        ("margin", money),
        ("margin_12m", money),
        ("mean_order", money),
        ("usual_gap", Number),
        ("silence", Integer),
        ("lost_limit", Integer),
        ("standing", Text),
        ("lost_on", Date),
        ("cohort", Text),
        ("segment", Text),
        ("recency_quintile", Integer),
        ("frequency_quintile", Integer),
        ("is_gold", Bool),
        ("is_regular", Bool),
        ("p_alive", Number),
        ("risk", Number),
        ("expected_orders", Number),
        ("expected_orders_low", Number),
        ("expected_orders_high", Number),
        ("residual_value", money),
        ("residual_value_low", money),
        ("residual_value_high", money),
        ("margin_at_risk", money),
    ];
    columns.into_iter().map(|(name, kind)| Column::new(name, kind)).collect()
}

fn write_row(table: &mut TableWriter, row: &CustomerRow) -> Result<(), TableError> {
    let cohort = row.cohort.to_string();
    let [orders, orders_low, orders_high] = parts(row.expected_orders, number);
    let [residual, residual_low, residual_high] = parts(row.residual_value, money);
    table.row(&[
        Cell::Text(&row.id),
        Cell::Date(row.first),
        Cell::Date(row.last),
        integer(Some(row.orders)),
        integer(Some(row.purchase_days)),
        money(row.margin),
        money(row.margin_12m),
        money(row.mean_order),
        number(row.usual_gap),
        integer(Some(row.silence)),
        integer(row.lost_limit),
        Cell::Text(row.standing.key()),
        row.lost_on.map_or(Cell::Empty, Cell::Date),
        Cell::Text(&cohort),
        Cell::Text(row.segment.key()),
        integer(row.recency_quintile),
        integer(row.frequency_quintile),
        Cell::Bool(row.is_gold),
        Cell::Bool(row.is_regular),
        number(row.p_alive),
        number(row.risk),
        orders,
        orders_low,
        orders_high,
        residual,
        residual_low,
        residual_high,
        money(row.margin_at_risk),
    ])
}

fn integer<'a>(value: Option<impl TryInto<i64>>) -> Cell<'a> {
    value.and_then(|value| value.try_into().ok()).map_or(Cell::Empty, Cell::Integer)
}

fn number<'a>(value: Option<f64>) -> Cell<'a> {
    value.map_or(Cell::Empty, Cell::Number)
}

fn money<'a>(value: Option<Money>) -> Cell<'a> {
    value.map_or(Cell::Empty, |money| Cell::Money(money.minor))
}

/// Estimate, low and high end.
fn parts<'a, T: Copy>(
    interval: Option<Interval<T>>,
    cell: impl Fn(Option<T>) -> Cell<'a>,
) -> [Cell<'a>; 3] {
    [
        cell(interval.map(|of| of.mean)),
        cell(interval.map(|of| of.low)),
        cell(interval.map(|of| of.high)),
    ]
}
