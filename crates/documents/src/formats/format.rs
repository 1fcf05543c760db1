//! What a file is and how it is read.

use super::delimited::{Dialect, Separator};
use super::encoding::{Encoding, Legacy};
use super::json::Arrangement;
use super::source::Source;
use super::workbook::Sheet;

/// What a file is and how it is read.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Format {
    /// Delimited text.
    Delimited {
        /// How the stream becomes UTF-8.
        encoding: Encoding,
        /// How it is parted.
        dialect: Dialect,
    },
    /// JSON objects.
    Json {
        /// How the stream becomes UTF-8.
        encoding: Encoding,
        /// How they are told apart.
        arrangement: Arrangement,
        /// The keys that are columns.
        keys: Vec<String>,
    },
    /// Sheets of a workbook, all with the same header.
    Workbook {
        /// At least one.
        sheets: Vec<Sheet>,
    },
    /// A Parquet file.
    Parquet {
        /// Rows of each row group.
        row_groups: Vec<u64>,
    },
}

impl Format {
    /// The format in words that need no translation: `CSV (;), gzip`.
    pub(crate) fn described(&self, source: &Source, legacy: Option<Legacy>) -> String {
        let mut words = match self {
            Self::Delimited { dialect, .. } => match dialect.separator {
                Separator::Byte(b',') => "CSV".to_owned(),
                Separator::Byte(b'\t') => "TSV".to_owned(),
                Separator::Byte(separator) => format!("CSV ({})", char::from(separator)),
                Separator::Blanks => "TXT".to_owned(),
            },
            Self::Json { arrangement: Arrangement::Lines, .. } => "JSON lines".to_owned(),
            Self::Json { arrangement: Arrangement::Array, .. } => "JSON".to_owned(),
            Self::Workbook { sheets } => {
                let names: Vec<&str> = sheets.iter().map(|sheet| sheet.name.as_str()).collect();
                format!("XLSX ({})", names.join(", "))
            }
            Self::Parquet { .. } => "Parquet".to_owned(),
        };
        let encoding = match self {
            Self::Delimited { encoding, .. } | Self::Json { encoding, .. } => *encoding,
            Self::Workbook { .. } | Self::Parquet { .. } => Encoding::Bytes,
        };
        let encoding = match encoding {
            Encoding::Bytes => legacy.map(Legacy::name),
            Encoding::Utf16Le | Encoding::Utf16Be => Some("UTF-16"),
        };
        for word in encoding.into_iter().chain(source.packing.name()) {
            words.push_str(", ");
            words.push_str(word);
        }
        words
    }

    /// Whether the file keeps numbers as such, so that how they are written
    /// here is not how people wrote them.
    pub(crate) fn is_typed(&self) -> bool {
        match self {
            Self::Delimited { .. } => false,
            Self::Json { .. } | Self::Workbook { .. } | Self::Parquet { .. } => true,
        }
    }

    /// What the parts of a file are called, each of which counts its rows from 1.
    pub(crate) fn part_names(&self, source: &Source) -> Vec<String> {
        match self {
            Self::Workbook { sheets } if sheets.len() > 1 => {
                sheets.iter().map(|sheet| format!("{} ({})", source.name, sheet.name)).collect()
            }
            Self::Workbook { .. }
            | Self::Delimited { .. }
            | Self::Json { .. }
            | Self::Parquet { .. } => vec![source.name.clone()],
        }
    }

    /// What ends a line of a text.
    pub(crate) fn line_end(&self) -> u8 {
        match self {
            Self::Delimited { dialect, .. } => dialect.line_end,
            Self::Json { .. } | Self::Workbook { .. } | Self::Parquet { .. } => b'\n',
        }
    }
}
