//! What is said about files beside errors: nothing is decided in silence.

use super::field::Field;

/// Something that whoever gave the files should know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Note {
    /// A file was named more than once; it is read once.
    GivenTwice {
        /// As the user named it.
        file: String,
    },
    /// A sheet of a workbook is not read: its columns are not those of the
    /// sheet that holds the orders.
    SheetNotRead {
        /// The workbook.
        file: String,
        /// The sheet.
        sheet: String,
    },
    /// Files write amounts in different ways; each is read in its own.
    DecimalSignsDiffer {
        /// The files, each with an amount written its way.
        files: Vec<String>,
    },
    /// Files write dates in different ways; each is read in its own.
    DateOrdersDiffer {
        /// The files, each with a date written its way.
        files: Vec<String>,
    },
    /// A column is not read as what its name says, because most of its values
    /// are something else.
    ColumnNotRead {
        /// The file.
        file: String,
        /// The column.
        column: String,
        /// What its name says.
        field: Field,
        /// Some of the values.
        examples: Vec<String>,
    },
    /// What each order came to is repeated on each of its lines and counts once.
    OrderTotalRepeated {
        /// The file.
        file: String,
        /// The column of the totals.
        column: String,
        /// The columns of quantity and price, by which lines share it, where
        /// there are such.
        prices: Option<[String; 2]>,
    },
    /// Rows are returns because their order's id is that of another order of
    /// the customer with a `C` in front.
    CancelledByName {
        /// Such an id.
        example: String,
    },
    /// Columns that make groups are more than rows are looked at by.
    AttributesNotRead {
        /// The columns left out.
        columns: Vec<String>,
    },
    /// Rows do not say what they came to: they count as purchases and add
    /// nothing to the money.
    AmountsMissing {
        /// How many.
        rows: u64,
    },
}

impl Note {
    /// The key of its sentence in `phrases`.
    #[must_use]
    pub fn key(&self) -> &'static str {
        match self {
            Self::GivenTwice { .. } => "reading-given-twice",
            Self::SheetNotRead { .. } => "reading-sheet-not-read",
            Self::DecimalSignsDiffer { .. } => "reading-decimal-signs-differ",
            Self::DateOrdersDiffer { .. } => "reading-date-orders-differ",
            Self::ColumnNotRead { .. } => "reading-column-not-read",
            Self::OrderTotalRepeated { prices: Some(_), .. } => "reading-order-total-and-prices",
            Self::OrderTotalRepeated { prices: None, .. } => "reading-order-total",
            Self::CancelledByName { .. } => "reading-cancelled-by-name",
            Self::AttributesNotRead { .. } => "reading-attributes-not-read",
            Self::AmountsMissing { .. } => "reading-amounts-missing",
        }
    }

    /// The texts its sentence is filled with, by their names in it.
    #[must_use]
    pub fn texts(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::GivenTwice { file } => vec![("file", file.clone())],
            Self::SheetNotRead { file, sheet } => {
                vec![("file", file.clone()), ("sheet", sheet.clone())]
            }
            Self::DecimalSignsDiffer { files } | Self::DateOrdersDiffer { files } => {
                vec![("files", files.join(", "))]
            }
            Self::ColumnNotRead { file, column, examples, .. } => vec![
                ("file", file.clone()),
                ("column", column.clone()),
                ("examples", examples.join(", ")),
            ],
            Self::OrderTotalRepeated { file, column, .. } => {
                vec![("file", file.clone()), ("column", column.clone())]
            }
            Self::CancelledByName { example } => vec![("example", example.clone())],
            Self::AttributesNotRead { columns } => vec![("columns", columns.join(", "))],
            Self::AmountsMissing { .. } => Vec::new(),
        }
    }

    /// The number its sentence is about, `count` in it, where there is one.
    #[must_use]
    pub fn count(&self) -> Option<u64> {
        match self {
            Self::AmountsMissing { rows } => Some(*rows),
            Self::GivenTwice { .. }
            | Self::SheetNotRead { .. }
            | Self::DecimalSignsDiffer { .. }
            | Self::DateOrdersDiffer { .. }
            | Self::ColumnNotRead { .. }
            | Self::OrderTotalRepeated { .. }
            | Self::CancelledByName { .. }
            | Self::AttributesNotRead { .. } => None,
        }
    }
}
