//! `--customers FILE`: one row per customer.

use std::path::Path;

use anyhow::Result;
use documents::tables::{Cell, Column, ColumnKind, TableError, TableWriter};
use kernel::{Currency, Money};
use measure::BookFigures;
use phrases::Phrases;
use review::figures::{CustomerRow, Evidence, Interval};
use review::{Figures, Question, sentences};

/// Writes a row per customer, most at risk first, in the currency of the review;
/// reasons in the language of `phrases`. Every column is described in
/// `docs/customers-file.md`.
pub fn write(
    figures: &BookFigures,
    question: &Question,
    currency: Currency,
    path: &Path,
    phrases: Phrases,
) -> Result<()> {
    let mut table = TableWriter::create(path, columns(currency))?;
    let mut failed: Option<TableError> = None;
    figures.customers(question, &mut |row| {
        if failed.is_none() {
            failed = write_row(&mut table, row, phrases).err();
        }
    })?;
    match failed {
        Some(error) => Err(error.into()),
        None => Ok(table.finish()?),
    }
}

fn columns(currency: Currency) -> Vec<Column> {
    use ColumnKind::{Bool, Date, Decimals, Integer, Share, Text};
    let (days, count) = (Decimals(1), Decimals(3));
    let money = ColumnKind::Money(currency);
    let columns = [
        ("customer", Text),
        ("margin_at_risk", money),
        ("standing", Text),
        ("segment", Text),
        ("reason", Text),
        ("action", Text),
        ("order_value_falling", Bool),
        ("mean_order_before", money),
        ("mean_order_now", money),
        ("gone_quiet", Bool),
        ("quiet_limit", days),
        ("range_stopped", Bool),
        ("stopped_category", Text),
        ("stopped_yearly", money),
        ("first", Date),
        ("last", Date),
        ("orders", Integer),
        ("purchase_days", Integer),
        ("margin", money),
        ("margin_12m", money),
        ("mean_order", money),
        ("usual_gap", days),
        ("silence", Integer),
        ("lost_limit", Integer),
        ("lost_on", Date),
        ("cohort", Text),
        ("recency_quintile", Integer),
        ("frequency_quintile", Integer),
        ("is_gold", Bool),
        ("is_regular", Bool),
        ("p_alive", Share),
        ("risk", Share),
        ("expected_orders", count),
        ("expected_orders_low", count),
        ("expected_orders_high", count),
        ("residual_value", money),
        ("residual_value_low", money),
        ("residual_value_high", money),
    ];
    columns.into_iter().map(|(name, kind)| Column::new(name, kind)).collect()
}

fn write_row(
    table: &mut TableWriter,
    row: &CustomerRow,
    phrases: Phrases,
) -> Result<(), TableError> {
    let cohort = row.cohort.to_string();
    let reason = row.reason.as_ref().map(|(reason, _)| sentences::reason(phrases, reason));
    let action = row.reason.as_ref().map(|(_, action)| sentences::action(phrases, action));
    let alarms = Alarms::of(row);
    let [orders, orders_low, orders_high] = parts(row.expected_orders, number);
    let [residual, residual_low, residual_high] = parts(row.residual_value, money);
    table.row(&[
        Cell::Text(&row.id),
        money(row.margin_at_risk),
        Cell::Text(row.standing.key()),
        Cell::Text(row.segment.key()),
        text(reason.as_deref()),
        text(action.as_deref()),
        Cell::Bool(row.alarms.order_value_falling.is_some()),
        money(alarms.mean_order_before),
        money(alarms.mean_order_now),
        Cell::Bool(row.alarms.gone_quiet.is_some()),
        number(alarms.quiet_limit),
        Cell::Bool(row.alarms.range_stopped.is_some()),
        text(alarms.stopped_category),
        money(alarms.stopped_yearly),
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
        row.lost_on.map_or(Cell::Empty, Cell::Date),
        Cell::Text(&cohort),
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
    ])
}

/// What the alarms saw, a cell each.
#[derive(Default)]
struct Alarms<'a> {
    mean_order_before: Option<Money>,
    mean_order_now: Option<Money>,
    quiet_limit: Option<f64>,
    stopped_category: Option<&'a str>,
    stopped_yearly: Option<Money>,
}

impl<'a> Alarms<'a> {
    fn of(row: &'a CustomerRow) -> Self {
        let seen = &row.alarms;
        let mut cells = Self::default();
        for evidence in [&seen.order_value_falling, &seen.gone_quiet, &seen.range_stopped] {
            match evidence {
                Some(Evidence::OrderValueFalling { mean_before, mean_now, .. }) => {
                    cells.mean_order_before = Some(*mean_before);
                    cells.mean_order_now = Some(*mean_now);
                }
                Some(Evidence::GoneQuiet { limit, .. }) => cells.quiet_limit = Some(*limit),
                Some(Evidence::RangeStopped { category, yearly, .. }) => {
                    cells.stopped_category = Some(category);
                    cells.stopped_yearly = *yearly;
                }
                None => {}
            }
        }
        cells
    }
}

fn text(value: Option<&str>) -> Cell<'_> {
    value.map_or(Cell::Empty, Cell::Text)
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_column_is_documented_in_the_order_of_the_file() {
        let documented = include_str!("../../../docs/customers-file.md");
        let (_, table) = documented.split_once("|---|---|---|").unwrap();
        let first_cells = table.lines().filter_map(|line| line.split('|').nth(1));
        let documented: Vec<&str> =
            first_cells.flat_map(|cell| cell.split('`').skip(1).step_by(2)).collect();
        let columns = columns(Currency::NONE);
        let written: Vec<&str> = columns.iter().map(|column| column.name.as_str()).collect();
        assert_eq!(written, documented);
    }
}
