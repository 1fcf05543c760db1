//! What each kind of facts is as a table.

use arrow::array::RecordBatch;
use arrow::datatypes::SchemaRef;
use arrow::error::ArrowError;
use kernel::facts::{FactId, FactKind};

/// Facts of one kind, as the rows of a table.
pub(super) trait Table: Clone + Send + 'static {
    /// Which kind.
    const KIND: FactKind;

    /// Which thing.
    fn id(&self) -> FactId;

    /// Which telling of it.
    fn version(&self) -> i64;

    /// Whether it is no more.
    fn is_gone(&self) -> bool;

    /// The columns.
    fn schema() -> SchemaRef;

    /// Facts as rows.
    fn rows(facts: &[Self]) -> Result<RecordBatch, ArrowError>;

    /// Rows as facts; `None` where the columns are others.
    fn facts(rows: &RecordBatch) -> Option<Vec<Self>>;
}
