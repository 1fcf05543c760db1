//! Measures as SQL on DataFusion: the reference that tests hold the book
//! against, and the way to run them where orders are tables already.
//!
//! Behind the feature `sql`, off by default: the engine takes minutes to build
//! and the book does not need it.

use std::convert::Infallible;
use std::sync::Arc;

use datafusion::arrow::array::{
    Array, ArrayRef, AsArray, Date32Builder, Int64Builder, RecordBatch, StringBuilder,
};
use datafusion::arrow::datatypes::{DataType, Date32Type, Field, Int64Type, Schema};
use datafusion::common::ScalarValue;
use datafusion::datasource::MemTable;
use datafusion::error::DataFusionError;
use datafusion::prelude::SessionContext;
use documents::orders::{OrderRow, RowSink};
use kernel::Day;

use crate::book::{Summaries, Summary};

/// Rows of orders as a table: customer, order id, day and amount. It knows
/// neither returns nor currencies; rows that need them belong in a ledger.
#[derive(Debug, Default)]
pub struct OrderTable {
    customers: StringBuilder,
    orders: StringBuilder,
    days: Date32Builder,
    amounts: Int64Builder,
}

impl RowSink for OrderTable {
    type Error = Infallible;

    fn take(&mut self, row: &OrderRow<'_>) -> Result<(), Infallible> {
        self.customers.append_value(row.customer);
        self.orders.append_value(row.order);
        self.days.append_value(row.day.epoch_days());
        self.amounts.append_option(row.amount);
        Ok(())
    }
}

impl OrderTable {
    fn into_batch(mut self) -> Result<RecordBatch, DataFusionError> {
        let columns: Vec<ArrayRef> = vec![
            Arc::new(self.customers.finish()),
            Arc::new(self.orders.finish()),
            Arc::new(self.days.finish()),
            Arc::new(self.amounts.finish()),
        ];
        Ok(RecordBatch::try_new(schema(), columns)?)
    }
}

fn schema() -> Arc<Schema> {
    Arc::new(Schema::new(vec![
        Field::new("customer", DataType::Utf8, false),
        Field::new("order_id", DataType::Utf8, false),
        Field::new("day", DataType::Date32, false),
        Field::new("amount", DataType::Int64, true),
    ]))
}

/// Summaries by SQL.
#[derive(Debug)]
pub struct SqlSummaries {
    batches: Vec<RecordBatch>,
    as_of: Day,
}

/// Why the SQL could not be run.
#[derive(Debug, thiserror::Error)]
pub enum SqlError {
    /// The engine refused.
    #[error("the summary could not be computed by SQL")]
    Engine(#[from] DataFusionError),
    /// The runtime for the engine could not be started.
    #[error("the engine for SQL could not be started")]
    Runtime(#[source] std::io::Error),
    /// A column of the result is not of the kind the measure expects.
    #[error("the SQL of the summary gives no column {0} of the expected type")]
    Column(&'static str),
}

impl SqlSummaries {
    /// Of the rows in `tables`, up to the end of `as_of`.
    ///
    /// # Errors
    /// Where the rows do not make a table, which is an error of this module.
    pub fn new(tables: Vec<OrderTable>, as_of: Day) -> Result<Self, SqlError> {
        let batches = tables.into_iter().map(OrderTable::into_batch).collect::<Result<_, _>>()?;
        Ok(Self { batches, as_of })
    }

    async fn run(&self) -> Result<Vec<RecordBatch>, DataFusionError> {
        let context = SessionContext::new();
        let table = MemTable::try_new(schema(), vec![self.batches.clone()])?;
        context.register_table("order_rows", Arc::new(table))?;
        let as_of = ScalarValue::Date32(Some(self.as_of.epoch_days()));
        let summary = context.sql(include_str!("../sql/customer_summary.sql")).await?;
        summary.with_param_values(vec![("as_of", as_of)])?.collect().await
    }
}

impl Summaries for SqlSummaries {
    type Error = SqlError;

    fn summaries(&self) -> Result<Vec<(String, Summary)>, SqlError> {
        let runtime =
            tokio::runtime::Builder::new_current_thread().build().map_err(SqlError::Runtime)?;
        let mut all = Vec::new();
        for batch in runtime.block_on(self.run())? {
            read_summaries(&batch, &mut all)?;
        }
        Ok(all)
    }
}

fn read_summaries(batch: &RecordBatch, all: &mut Vec<(String, Summary)>) -> Result<(), SqlError> {
    let column = |name| batch.column_by_name(name).ok_or(SqlError::Column(name));
    let days = |name| {
        let days = column(name)?.as_primitive_opt::<Date32Type>();
        days.ok_or(SqlError::Column(name))
    };
    let numbers = |name| {
        let numbers = column(name)?.as_primitive_opt::<Int64Type>();
        numbers.ok_or(SqlError::Column(name))
    };
    let customers =
        column("customer")?.as_string_opt::<i32>().ok_or(SqlError::Column("customer"))?;
    let (first, last) = (days("first_day")?, days("last_day")?);
    let (counted, orders, amounts) = (numbers("days")?, numbers("orders")?, numbers("amount")?);
    for (row, customer) in customers.iter().enumerate() {
        let summary = Summary {
            first: Day::from_epoch_days(first.value(row)),
            last: Day::from_epoch_days(last.value(row)),
            days: counted.value(row).unsigned_abs(),
            orders: orders.value(row).unsigned_abs(),
            amount: amounts.is_valid(row).then(|| amounts.value(row)),
        };
        all.push((customer.unwrap_or_default().to_owned(), summary));
    }
    Ok(())
}
