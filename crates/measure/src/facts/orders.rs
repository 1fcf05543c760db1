//! Orders as a table: a row an order, its lines a list.

use std::sync::{Arc, LazyLock};

use arrow::array::{Array as _, ArrayRef, AsArray as _, ListArray, RecordBatch, StructArray};
use arrow::buffer::OffsetBuffer;
use arrow::datatypes::{DataType, Field, Fields, Int64Type, Schema, SchemaRef};
use arrow::error::ArrowError;
use kernel::Currency;
use kernel::facts::{FactId, FactKind, LineFact, OrderFact};

use super::columns::{
    Rows, id_field, ids, moment_field, moments, text_field, texts, truth_field, truths, whole,
    whole_field,
};
use super::table::Table;

static LINE: LazyLock<Fields> = LazyLock::new(|| {
    Fields::from(vec![
        text_field("product", false),
        whole_field("quantity"),
        whole_field("unit_price"),
    ])
});

static SCHEMA: LazyLock<SchemaRef> = LazyLock::new(|| {
    Arc::new(Schema::new(vec![
        id_field("id"),
        whole_field("version"),
        truth_field("is_gone"),
        id_field("customer"),
        moment_field("placed_at"),
        text_field("currency", false),
        whole_field("total"),
        Field::new("lines", DataType::List(line_field()), false),
    ]))
});

fn line_field() -> Arc<Field> {
    Arc::new(Field::new("line", DataType::Struct(LINE.clone()), false))
}

impl Table for OrderFact {
    const KIND: FactKind = FactKind::Orders;

    fn id(&self) -> FactId {
        self.id
    }

    fn version(&self) -> i64 {
        self.version
    }

    fn is_gone(&self) -> bool {
        self.is_gone
    }

    fn schema() -> SchemaRef {
        SCHEMA.clone()
    }

    fn rows(facts: &[Self]) -> Result<RecordBatch, ArrowError> {
        let columns: Vec<ArrayRef> = vec![
            ids(facts.iter().map(|order| order.id))?,
            whole(facts.iter().map(|order| order.version)),
            truths(facts.iter().map(|order| order.is_gone)),
            ids(facts.iter().map(|order| order.customer))?,
            moments(facts.iter().map(|order| order.placed_at)),
            texts(facts.iter().map(|order| order.currency.code())),
            whole(facts.iter().map(|order| order.total)),
            Arc::new(lists(facts)?),
        ];
        RecordBatch::try_new(Self::schema(), columns)
    }

    fn facts(rows: &RecordBatch) -> Option<Vec<Self>> {
        let columns = Rows(rows);
        let (id, version) = (columns.ids("id")?, columns.whole("version")?);
        let (is_gone, customer) = (columns.truths("is_gone")?, columns.ids("customer")?);
        let (placed_at, currency) = (columns.moments("placed_at")?, columns.texts("currency")?);
        let total = columns.whole("total")?;
        let lines = Lines::of(rows.column_by_name("lines")?.as_list_opt()?)?;
        let order = |row| OrderFact {
            id: id(row),
            version: version(row),
            is_gone: is_gone(row),
            customer: customer(row),
            placed_at: placed_at(row),
            currency: currency(row).parse().unwrap_or(Currency::NONE),
            total: total(row),
            lines: lines.of_row(row),
        };
        Some((0..rows.num_rows()).map(order).collect())
    }
}

fn lists(orders: &[OrderFact]) -> Result<ListArray, ArrowError> {
    let lines = || orders.iter().flat_map(|order| &order.lines);
    let parts: Vec<ArrayRef> = vec![
        texts(lines().map(|line| line.product.as_str())),
        whole(lines().map(|line| line.quantity)),
        whole(lines().map(|line| line.unit_price)),
    ];
    let offsets = OffsetBuffer::from_lengths(orders.iter().map(|order| order.lines.len()));
    let values = StructArray::try_new(LINE.clone(), parts, None)?;
    ListArray::try_new(line_field(), offsets, Arc::new(values), None)
}

/// The lines of a table of orders.
struct Lines<'a> {
    of_orders: &'a ListArray,
    values: &'a StructArray,
}

impl<'a> Lines<'a> {
    fn of(of_orders: &'a ListArray) -> Option<Self> {
        let values = of_orders.values().as_struct_opt()?;
        let is_line = values.column_by_name("product")?.as_string_opt::<i32>().is_some()
            && values.column_by_name("quantity")?.as_primitive_opt::<Int64Type>().is_some()
            && values.column_by_name("unit_price")?.as_primitive_opt::<Int64Type>().is_some();
        is_line.then_some(Self { of_orders, values })
    }

    fn of_row(&self, row: usize) -> Vec<LineFact> {
        let offsets = self.of_orders.value_offsets();
        let lines = offsets[row] as usize..offsets[row + 1] as usize;
        if self.of_orders.is_null(row) || lines.is_empty() {
            return Vec::new();
        }
        let [products, quantities, prices] = [0, 1, 2].map(|column| self.values.column(column));
        let products = products.as_string::<i32>();
        let (quantities, prices) =
            (quantities.as_primitive::<Int64Type>(), prices.as_primitive::<Int64Type>());
        let line = |line| LineFact {
            product: products.value(line).to_owned(),
            quantity: quantities.value(line),
            unit_price: prices.value(line),
        };
        lines.map(line).collect()
    }
}
