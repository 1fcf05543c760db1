//! Columns that several kinds of facts have.

use std::sync::Arc;

use arrow::array::{
    Array as _, ArrayRef, AsArray as _, BooleanArray, FixedSizeBinaryArray, Int64Array,
    RecordBatch, StringArray, TimestampMicrosecondArray,
};
use arrow::datatypes::{DataType, Field, Int64Type, TimeUnit, TimestampMicrosecondType};
use arrow::error::ArrowError;
use chrono::{DateTime, Utc};
use kernel::facts::FactId;

/// Bytes of an id.
const ID_BYTES: i32 = 16;

pub(super) fn id_field(name: &str) -> Field {
    Field::new(name, DataType::FixedSizeBinary(ID_BYTES), false)
}

pub(super) fn whole_field(name: &str) -> Field {
    Field::new(name, DataType::Int64, false)
}

pub(super) fn truth_field(name: &str) -> Field {
    Field::new(name, DataType::Boolean, false)
}

pub(super) fn text_field(name: &str, may_be_missing: bool) -> Field {
    Field::new(name, DataType::Utf8, may_be_missing)
}

pub(super) fn moment_field(name: &str) -> Field {
    let utc = Some(Arc::from("UTC"));
    Field::new(name, DataType::Timestamp(TimeUnit::Microsecond, utc), false)
}

/// Ids in the order of their bytes, which is that of their numbers.
pub(super) fn ids(ids: impl Iterator<Item = FactId>) -> Result<ArrayRef, ArrowError> {
    let bytes = ids.map(FactId::to_be_bytes);
    Ok(Arc::new(FixedSizeBinaryArray::try_from_iter(bytes)?))
}

pub(super) fn whole(numbers: impl Iterator<Item = i64>) -> ArrayRef {
    Arc::new(Int64Array::from_iter_values(numbers))
}

pub(super) fn truths(truths: impl Iterator<Item = bool>) -> ArrayRef {
    Arc::new(BooleanArray::from(truths.collect::<Vec<_>>()))
}

pub(super) fn texts<'a>(texts: impl Iterator<Item = &'a str>) -> ArrayRef {
    // Of lines there are as many as there are: their iterator cannot say.
    Arc::new(StringArray::from(texts.collect::<Vec<_>>()))
}

pub(super) fn known_texts<'a>(texts: impl Iterator<Item = Option<&'a str>>) -> ArrayRef {
    Arc::new(texts.collect::<StringArray>())
}

pub(super) fn moments(moments: impl Iterator<Item = DateTime<Utc>>) -> ArrayRef {
    let moments = moments.map(|at| at.timestamp_micros());
    Arc::new(TimestampMicrosecondArray::from_iter_values(moments).with_timezone("UTC"))
}

/// The rows of a table, column by column; `None` of a column that is missing
/// or of another type.
pub(super) struct Rows<'a>(pub &'a RecordBatch);

impl<'a> Rows<'a> {
    pub fn ids(&self, name: &str) -> Option<impl Fn(usize) -> FactId + use<'a>> {
        let column = self.0.column_by_name(name)?.as_fixed_size_binary_opt()?;
        let is_id = column.value_length() == ID_BYTES;
        is_id.then_some(move |row| {
            column.value(row).try_into().map(FactId::from_be_bytes).unwrap_or_default()
        })
    }

    pub fn whole(&self, name: &str) -> Option<impl Fn(usize) -> i64 + use<'a>> {
        let column = self.0.column_by_name(name)?.as_primitive_opt::<Int64Type>()?;
        Some(move |row| column.value(row))
    }

    pub fn truths(&self, name: &str) -> Option<impl Fn(usize) -> bool + use<'a>> {
        let column = self.0.column_by_name(name)?.as_boolean_opt()?;
        Some(move |row| column.value(row))
    }

    pub fn texts(&self, name: &str) -> Option<impl Fn(usize) -> &'a str + use<'a>> {
        let column = self.0.column_by_name(name)?.as_string_opt::<i32>()?;
        Some(move |row| column.value(row))
    }

    pub fn known_texts(&self, name: &str) -> Option<impl Fn(usize) -> Option<String> + use<'a>> {
        let column = self.0.column_by_name(name)?.as_string_opt::<i32>()?;
        Some(move |row| column.is_valid(row).then(|| column.value(row).to_owned()))
    }

    pub fn moments(&self, name: &str) -> Option<impl Fn(usize) -> DateTime<Utc> + use<'a>> {
        let column = self.0.column_by_name(name)?.as_primitive_opt::<TimestampMicrosecondType>()?;
        Some(move |row| DateTime::from_timestamp_micros(column.value(row)).unwrap_or_default())
    }
}
