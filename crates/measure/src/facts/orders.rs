//! Orders as a table: a row an order, its lines a list.

use std::sync::{Arc, LazyLock};

use arrow::array::{Array as _, ArrayRef, AsArray as _, ListArray, StructArray};
use arrow::buffer::OffsetBuffer;
use arrow::datatypes::{DataType, Field, Fields, Int64Type};
use arrow::error::ArrowError;
use kernel::Currency;
use kernel::facts::{FactKind, LineFact, OrderFact};

use super::columns::{
    Rows, id_field, ids, moment_field, moments, text_field, texts, whole, whole_field,
};
use super::table::Table;

static LINE: LazyLock<Fields> = LazyLock::new(|| {
    Fields::from(vec![
        text_field("product", false),
        whole_field("quantity"),
        whole_field("unit_price"),
    ])
});

fn line_field() -> Arc<Field> {
    Arc::new(Field::new("line", DataType::Struct(LINE.clone()), false))
}

impl Table for OrderFact {
    const KIND: FactKind = FactKind::Orders;

    fn fields() -> Vec<Field> {
        vec![
            id_field("customer"),
            moment_field("placed_at"),
            text_field("currency", false),
            whole_field("total"),
            Field::new("lines", DataType::List(line_field()), false),
        ]
    }

    fn columns<'t>(
        orders: impl Iterator<Item = &'t Self> + Clone,
    ) -> Result<Vec<ArrayRef>, ArrowError> {
        Ok(vec![
            ids(orders.clone().map(|order| order.customer))?,
            moments(orders.clone().map(|order| order.placed_at)),
            texts(orders.clone().map(|order| order.currency.code())),
            whole(orders.clone().map(|order| order.total)),
            Arc::new(lists(&orders)?),
        ])
    }

    fn things<'r>(rows: &'r Rows<'r>) -> Option<impl Fn(usize) -> Self + 'r> {
        let (customer, placed_at) = (rows.ids("customer")?, rows.moments("placed_at")?);
        let (currency, total) = (rows.texts("currency")?, rows.whole("total")?);
        let lines = Lines::of(rows.0.column_by_name("lines")?.as_list_opt()?)?;
        Some(move |row| OrderFact {
            customer: customer(row),
            placed_at: placed_at(row),
            currency: currency(row).parse().unwrap_or(Currency::NONE),
            total: total(row),
            lines: lines.of_row(row),
        })
    }
}

fn lists<'t>(
    orders: &(impl Iterator<Item = &'t OrderFact> + Clone),
) -> Result<ListArray, ArrowError> {
    let lines = || orders.clone().flat_map(|order| &order.lines);
    let parts: Vec<ArrayRef> = vec![
        texts(lines().map(|line| line.product.as_str())),
        whole(lines().map(|line| line.quantity)),
        whole(lines().map(|line| line.unit_price)),
    ];
    let offsets = OffsetBuffer::from_lengths(orders.clone().map(|order| order.lines.len()));
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
