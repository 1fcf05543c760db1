//! What facts are as a table: which thing, which telling of it, whether it is
//! no more, then the columns of its kind.

use std::sync::Arc;

use arrow::array::{ArrayRef, RecordBatch};
use arrow::datatypes::{Field, Schema, SchemaRef};
use arrow::error::ArrowError;
use kernel::facts::{Fact, FactKind};

use super::columns::{Rows, id_field, ids, truth_field, truths, whole, whole_field};

/// The columns of one kind of facts.
pub(super) trait Table: Clone + Send + 'static {
    /// Which kind.
    const KIND: FactKind;

    /// What the columns are called and hold.
    fn fields() -> Vec<Field>;

    /// Things as columns.
    fn columns<'t>(
        things: impl Iterator<Item = &'t Self> + Clone,
    ) -> Result<Vec<ArrayRef>, ArrowError>;

    /// Gives the thing of a row; `None` where the columns are others.
    fn things<'r>(rows: &'r Rows<'r>) -> Option<impl Fn(usize) -> Self + 'r>;
}

/// The columns of a table.
pub(super) fn schema<T: Table>() -> SchemaRef {
    let mut fields = vec![id_field("id"), whole_field("version"), truth_field("is_gone")];
    fields.extend(T::fields());
    Arc::new(Schema::new(fields))
}

/// Facts as rows.
pub(super) fn rows<T: Table>(
    schema: &SchemaRef,
    facts: &[Fact<T>],
) -> Result<RecordBatch, ArrowError> {
    let mut columns = vec![
        ids(facts.iter().map(|fact| fact.id))?,
        whole(facts.iter().map(|fact| fact.version)),
        truths(facts.iter().map(|fact| fact.is_gone)),
    ];
    columns.extend(T::columns(facts.iter().map(|fact| &fact.what))?);
    RecordBatch::try_new(schema.clone(), columns)
}

/// Rows as facts; `None` where the columns are others.
pub(super) fn facts<T: Table>(rows: &RecordBatch) -> Option<Vec<Fact<T>>> {
    let columns = Rows(rows);
    let (id, version) = (columns.ids("id")?, columns.whole("version")?);
    let is_gone = columns.truths("is_gone")?;
    let what = T::things(&columns)?;
    let fact =
        |row| Fact { id: id(row), version: version(row), is_gone: is_gone(row), what: what(row) };
    Some((0..rows.num_rows()).map(fact).collect())
}
