//! What the user says about the files beforehand.

use std::fmt;
use std::num::NonZeroUsize;
use std::str::FromStr;

use kernel::{Currency, Day};

use super::field::{Field, UnknownField};
use crate::values::{DateOrder, DecimalMark};

/// How orders are to be read.
#[derive(Debug, Clone)]
pub struct Options {
    /// Columns and formats the user has named; what is not named is found out.
    pub map: ColumnMap,
    /// What amounts are in where the files do not say.
    pub currency: Option<Currency>,
    /// Whether the first refused row ends the reading.
    pub strict: bool,
    /// Today: orders of days later than tomorrow are refused.
    pub today: Day,
    /// How many threads read; as many as the machine has where `None`.
    pub threads: Option<NonZeroUsize>,
}

impl Options {
    /// Nothing said beforehand.
    #[must_use]
    pub fn new(today: Day) -> Self {
        Self { map: ColumnMap::default(), currency: None, strict: false, today, threads: None }
    }
}

/// What `--map` says: `customer=Client,date=Day,amount=Sum,decimal=comma`.
///
/// A column is named as in the header (case, spaces and punctuation aside) or
/// by its number, `#3`; a name with a comma or an equals sign in it is put in
/// double quotes.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ColumnMap {
    /// Column of each field named.
    pub columns: Vec<(Field, String)>,
    /// `date_order=dmy|mdy|ymd`.
    pub date_order: Option<DateOrder>,
    /// `decimal=point|comma` (or the sign itself in quotes).
    pub decimal: Option<DecimalMark>,
}

/// Why a text is no [`ColumnMap`].
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ColumnMapError {
    /// A part without `=`.
    #[error(
        "\"{0}\" does not say which column is which; write field=column, as in customer=Client"
    )]
    NoColumn(String),
    /// A word before the `=` that is no field.
    #[error(transparent)]
    Field(#[from] UnknownField),
    /// Something else than dmy, mdy, ymd.
    #[error("\"{0}\" is not an order of day and month; write date_order=dmy, mdy or ymd")]
    DateOrder(String),
    /// Something else than point and comma.
    #[error("\"{0}\" is not a decimal sign; write decimal=point or decimal=comma")]
    Decimal(String),
    /// A field named twice.
    #[error("{0} is named twice; one column can hold it")]
    Twice(Field),
    /// A quote without an end.
    #[error("\"{0}\" has a double quote without an end; put one after the column's name")]
    Quote(String),
}

impl ColumnMap {
    /// The column named for this field.
    #[must_use]
    pub fn column(&self, field: Field) -> Option<&str> {
        self.columns.iter().find(|(named, _)| *named == field).map(|(_, column)| column.as_str())
    }

    /// Whether nothing is said.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    fn add(&mut self, key: &str, value: &str) -> Result<(), ColumnMapError> {
        match key {
            "date_order" => {
                self.date_order = Some(match value {
                    "dmy" => DateOrder::DayMonthYear,
                    "mdy" => DateOrder::MonthDayYear,
                    "ymd" => DateOrder::YearMonthDay,
                    _ => return Err(ColumnMapError::DateOrder(value.to_owned())),
                });
            }
            "decimal" => {
                self.decimal = Some(match value {
                    "point" | "." => DecimalMark::Point,
                    "comma" | "," => DecimalMark::Comma,
                    _ => return Err(ColumnMapError::Decimal(value.to_owned())),
                });
            }
            _ => {
                let field = key.parse::<Field>()?;
                if self.column(field).is_some() {
                    return Err(ColumnMapError::Twice(field));
                }
                self.columns.push((field, value.to_owned()));
            }
        }
        Ok(())
    }
}

impl FromStr for ColumnMap {
    type Err = ColumnMapError;

    fn from_str(text: &str) -> Result<Self, ColumnMapError> {
        let mut map = Self::default();
        for part in parts_between_commas(text)? {
            if part.trim().is_empty() {
                continue;
            }
            let (key, value) =
                part.split_once('=').ok_or_else(|| ColumnMapError::NoColumn(part.clone()))?;
            let value = value.trim();
            let value = value
                .strip_prefix('"')
                .and_then(|rest| rest.strip_suffix('"'))
                .map_or_else(|| value.to_owned(), |quoted| quoted.replace("\"\"", "\""));
            if value.is_empty() {
                return Err(ColumnMapError::NoColumn(part));
            }
            map.add(&key.trim().to_ascii_lowercase(), &value)?;
        }
        Ok(map)
    }
}

/// Parts between commas that stand outside double quotes.
fn parts_between_commas(text: &str) -> Result<Vec<String>, ColumnMapError> {
    let mut parts = vec![String::new()];
    let mut quoted = false;
    for character in text.chars() {
        quoted ^= character == '"';
        match parts.last_mut() {
            Some(part) if quoted || character != ',' => part.push(character),
            _ => parts.push(String::new()),
        }
    }
    if quoted { Err(ColumnMapError::Quote(text.to_owned())) } else { Ok(parts) }
}

impl fmt::Display for ColumnMap {
    /// As it is written on the command line.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut parts: Vec<String> = self
            .columns
            .iter()
            .map(|(field, column)| format!("{field}={}", quoted_where_needed(column)))
            .collect();
        parts.extend(self.date_order.map(|order| format!("date_order={}", order.key())));
        parts.extend(self.decimal.map(|mark| {
            let word = match mark {
                DecimalMark::Point => "point",
                DecimalMark::Comma => "comma",
            };
            format!("decimal={word}")
        }));
        f.write_str(&parts.join(","))
    }
}

fn quoted_where_needed(column: &str) -> String {
    if column.contains([',', '=', '"']) || column.trim() != column {
        format!("\"{}\"", column.replace('"', "\"\""))
    } else {
        column.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_map_reads_back_as_written() {
        for text in [
            "customer=Client,date=Day of sale,amount=Sum",
            "customer=\"Name, first\",date=#2,date_order=dmy,decimal=comma",
            "customer=\"a \"\"b\"\"\"",
        ] {
            let map: ColumnMap = text.parse().unwrap();
            assert_eq!(map.to_string(), text);
            assert_eq!(map.to_string().parse(), Ok(map));
        }
    }

    #[test]
    fn a_map_that_says_nothing_sensible_is_refused() {
        let error = |text: &str| text.parse::<ColumnMap>().unwrap_err().to_string();
        assert!(error("customer").contains("field=column"));
        assert!(error("shoe=Size").contains("the fields are customer, email"));
        assert!(error("date=a,date=b").contains("twice"));
        assert!(error("date_order=dym").contains("dmy, mdy or ymd"));
        assert!(error("decimal=dot").contains("decimal=point"));
        assert!(error("customer=\"a").contains("without an end"));
    }
}
