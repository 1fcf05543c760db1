//! How the orders are written down.

use super::errors::{PlanError, ReadError, Rejected};
use super::field::{AttributeColumn, Field};
use super::options::Options;
use super::read::{Progress, ReadOutcome};
use super::row::RowSink;
use super::sources::Sources;

/// How the orders are written down in all files together.
#[derive(Debug)]
pub struct Plan {
    mapping: Vec<(Field, String)>,
    attributes: Vec<AttributeColumn>,
    sources: Sources,
}

/// Finds out how the orders are written down.
///
/// # Errors
/// [`PlanError::Ambiguous`] where more than one reading is possible;
/// otherwise where a needed column or a file is missing.
pub fn plan(sources: &Sources, _options: &Options) -> Result<Plan, PlanError> {
    Ok(Plan { mapping: Vec::new(), attributes: Vec::new(), sources: sources.clone() })
}

impl Plan {
    /// Which column holds which field (`#3` where there is no header).
    #[must_use]
    pub fn mapping(&self) -> &[(Field, String)] {
        &self.mapping
    }

    /// Mapping and formats, as pairs of a key and a value that `--map` takes:
    /// (`customer`, `Client`), (`date_order`, `dmy`), …
    #[must_use]
    pub fn describe(&self) -> Vec<(String, String)> {
        self.mapping.iter().map(|(field, name)| (field.to_string(), name.clone())).collect()
    }

    /// The columns behind `OrderRow::attributes`.
    #[must_use]
    pub fn attributes(&self) -> &[AttributeColumn] {
        &self.attributes
    }

    /// Whether rows come with an amount.
    #[must_use]
    pub fn has_amounts(&self) -> bool {
        false
    }

    /// Whether rows come with the id of their order.
    #[must_use]
    pub fn has_order_ids(&self) -> bool {
        false
    }

    /// Whether the sample of the files has a time of day other than midnight.
    #[must_use]
    pub fn dates_have_times(&self) -> bool {
        false
    }

    /// Reads all files with as many threads as the machine has, each into its
    /// own sink. `rejected` is called for each refused row, by file and line.
    ///
    /// # Errors
    /// Where a file cannot be read to its end, a sink or `rejected` fails, or
    /// a row is refused and the options are strict.
    pub fn read<S: RowSink>(
        &self,
        _make_sink: impl Fn() -> S + Sync,
        _rejected: &mut (dyn FnMut(&Rejected) -> std::io::Result<()> + Send),
        _progress: &dyn Progress,
    ) -> Result<ReadOutcome<S>, ReadError> {
        Err(ReadError::Empty(self.sources.names.join(", ")))
    }
}
