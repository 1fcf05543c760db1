//! Tables as Parquet: typed columns, zstd.

use std::fs::File;
use std::sync::Arc;

use arrow::array::{
    ArrayRef, BooleanBuilder, Date32Builder, Decimal128Builder, Float64Builder, Int64Builder,
    RecordBatch, StringBuilder,
};
use arrow::datatypes::{DataType, Field, Schema, SchemaRef};
use parquet::arrow::ArrowWriter;
use parquet::basic::{Compression, ZstdLevel};
use parquet::errors::ParquetError;
use parquet::file::properties::WriterProperties;

use super::{Cell, Column, ColumnKind};

/// Rows gathered before they are encoded.
const BATCH_ROWS: usize = 8192;
/// Digits of a money column: all that 64 bits hold.
const MONEY_DIGITS: u8 = 19;
/// Digits of a column of amounts in any currency, and how many of them are
/// decimals: as many as any currency has.
const AMOUNT_DIGITS: (u8, u8) = (38, 4);

pub(super) struct Parquet {
    writer: ArrowWriter<File>,
    schema: SchemaRef,
    builders: Vec<Builder>,
    rows: usize,
}

/// Gathers the cells of one column.
enum Builder {
    Text(StringBuilder),
    Integer(Int64Builder),
    Number(Float64Builder, ColumnKind),
    Money(Decimal128Builder),
    Amounts(Decimal128Builder),
    Date(Date32Builder),
    Bool(BooleanBuilder),
}

impl Parquet {
    pub(super) fn new(file: File, columns: &[Column]) -> Result<Self, ParquetError> {
        let fields: Vec<Field> = columns
            .iter()
            .map(|column| Field::new(&column.name, data_type(column.kind), true))
            .collect();
        let schema = Arc::new(Schema::new(fields));
        let properties = WriterProperties::builder()
            .set_compression(Compression::ZSTD(ZstdLevel::default()))
            .build();
        let writer = ArrowWriter::try_new(file, schema.clone(), Some(properties))?;
        let builders = columns.iter().map(|column| Builder::new(column.kind)).collect();
        Ok(Self { writer, schema, builders, rows: 0 })
    }

    pub(super) fn row(&mut self, cells: &[Cell<'_>]) -> Result<(), ParquetError> {
        for (builder, cell) in self.builders.iter_mut().zip(cells) {
            builder.append(cell);
        }
        self.rows += 1;
        if self.rows == BATCH_ROWS { self.write_batch() } else { Ok(()) }
    }

    fn write_batch(&mut self) -> Result<(), ParquetError> {
        let arrays: Vec<ArrayRef> = self
            .builders
            .iter_mut()
            .zip(self.schema.fields())
            .map(|(builder, field)| builder.finished(field.data_type()))
            .collect();
        self.rows = 0;
        self.writer.write(&RecordBatch::try_new(self.schema.clone(), arrays)?)
    }

    pub(super) fn finish(mut self) -> Result<(), ParquetError> {
        if self.rows > 0 {
            self.write_batch()?;
        }
        self.writer.close()?;
        Ok(())
    }
}

fn data_type(kind: ColumnKind) -> DataType {
    match kind {
        ColumnKind::Text => DataType::Utf8,
        ColumnKind::Integer => DataType::Int64,
        ColumnKind::Number | ColumnKind::Decimals(_) | ColumnKind::Share => DataType::Float64,
        ColumnKind::Money(currency) => {
            DataType::Decimal128(MONEY_DIGITS, currency.decimals() as i8)
        }
        ColumnKind::Amounts => {
            let (digits, decimals) = AMOUNT_DIGITS;
            DataType::Decimal128(digits, decimals as i8)
        }
        ColumnKind::Date => DataType::Date32,
        ColumnKind::Bool => DataType::Boolean,
    }
}

impl Builder {
    fn new(kind: ColumnKind) -> Self {
        match kind {
            ColumnKind::Text => Self::Text(StringBuilder::new()),
            ColumnKind::Integer => Self::Integer(Int64Builder::new()),
            ColumnKind::Number | ColumnKind::Decimals(_) | ColumnKind::Share => {
                Self::Number(Float64Builder::new(), kind)
            }
            ColumnKind::Money(_) => Self::Money(Decimal128Builder::new()),
            ColumnKind::Amounts => Self::Amounts(Decimal128Builder::new()),
            ColumnKind::Date => Self::Date(Date32Builder::new()),
            ColumnKind::Bool => Self::Bool(BooleanBuilder::new()),
        }
    }

    fn append(&mut self, cell: &Cell<'_>) {
        match (self, cell) {
            (Self::Text(builder), Cell::Text(text)) => builder.append_value(text),
            (Self::Text(builder), _) => builder.append_null(),
            (Self::Integer(builder), Cell::Integer(number)) => builder.append_value(*number),
            (Self::Integer(builder), _) => builder.append_null(),
            (Self::Number(builder, kind), Cell::Number(number)) if number.is_finite() => {
                builder.append_value(kind.rounded(*number));
            }
            (Self::Number(builder, _), _) => builder.append_null(),
            (Self::Money(builder), Cell::Money(minor)) => builder.append_value(i128::from(*minor)),
            (Self::Amounts(builder), Cell::Amount(money)) => {
                let (_, decimals) = AMOUNT_DIGITS;
                let more = u32::from(decimals).saturating_sub(money.currency.decimals());
                builder.append_value(i128::from(money.minor) * 10_i128.pow(more));
            }
            (Self::Money(builder) | Self::Amounts(builder), _) => builder.append_null(),
            (Self::Date(builder), Cell::Date(day)) => builder.append_value(day.epoch_days()),
            (Self::Date(builder), _) => builder.append_null(),
            (Self::Bool(builder), Cell::Bool(truth)) => builder.append_value(*truth),
            (Self::Bool(builder), _) => builder.append_null(),
        }
    }

    fn finished(&mut self, data_type: &DataType) -> ArrayRef {
        match self {
            Self::Text(builder) => Arc::new(builder.finish()),
            Self::Integer(builder) => Arc::new(builder.finish()),
            Self::Number(builder, _) => Arc::new(builder.finish()),
            Self::Money(builder) | Self::Amounts(builder) => {
                Arc::new(builder.finish().with_data_type(data_type.clone()))
            }
            Self::Date(builder) => Arc::new(builder.finish()),
            Self::Bool(builder) => Arc::new(builder.finish()),
        }
    }
}
