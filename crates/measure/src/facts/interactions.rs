//! Interactions as a table.

use std::sync::{Arc, LazyLock};

use arrow::array::{ArrayRef, RecordBatch};
use arrow::datatypes::{Schema, SchemaRef};
use arrow::error::ArrowError;
use kernel::facts::{FactId, FactKind, InteractionFact};

use super::columns::{
    Rows, id_field, ids, moment_field, moments, text_field, texts, truth_field, truths, whole,
    whole_field,
};
use super::table::Table;

static SCHEMA: LazyLock<SchemaRef> = LazyLock::new(|| {
    Arc::new(Schema::new(vec![
        id_field("id"),
        whole_field("version"),
        truth_field("is_gone"),
        id_field("customer"),
        moment_field("at"),
        text_field("kind", false),
    ]))
});

impl Table for InteractionFact {
    const KIND: FactKind = FactKind::Interactions;

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
            ids(facts.iter().map(|interaction| interaction.id))?,
            whole(facts.iter().map(|interaction| interaction.version)),
            truths(facts.iter().map(|interaction| interaction.is_gone)),
            ids(facts.iter().map(|interaction| interaction.customer))?,
            moments(facts.iter().map(|interaction| interaction.at)),
            texts(facts.iter().map(|interaction| interaction.kind.as_str())),
        ];
        RecordBatch::try_new(Self::schema(), columns)
    }

    fn facts(rows: &RecordBatch) -> Option<Vec<Self>> {
        let columns = Rows(rows);
        let (id, version) = (columns.ids("id")?, columns.whole("version")?);
        let (is_gone, customer) = (columns.truths("is_gone")?, columns.ids("customer")?);
        let (at, kind) = (columns.moments("at")?, columns.texts("kind")?);
        let interaction = |row| InteractionFact {
            id: id(row),
            version: version(row),
            is_gone: is_gone(row),
            customer: customer(row),
            at: at(row),
            kind: kind(row).to_owned(),
        };
        Some((0..rows.num_rows()).map(interaction).collect())
    }
}
