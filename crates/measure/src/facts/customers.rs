//! Customers as a table.

use std::sync::{Arc, LazyLock};

use arrow::array::{ArrayRef, RecordBatch};
use arrow::datatypes::{Schema, SchemaRef};
use arrow::error::ArrowError;
use kernel::facts::{CustomerFact, FactId, FactKind};

use super::columns::{
    Rows, id_field, ids, known_texts, text_field, texts, truth_field, truths, whole, whole_field,
};
use super::table::Table;

static SCHEMA: LazyLock<SchemaRef> = LazyLock::new(|| {
    Arc::new(Schema::new(vec![
        id_field("id"),
        whole_field("version"),
        truth_field("is_gone"),
        text_field("code", true),
        text_field("name", false),
        text_field("country", true),
    ]))
});

impl Table for CustomerFact {
    const KIND: FactKind = FactKind::Customers;

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
            ids(facts.iter().map(|customer| customer.id))?,
            whole(facts.iter().map(|customer| customer.version)),
            truths(facts.iter().map(|customer| customer.is_gone)),
            known_texts(facts.iter().map(|customer| customer.code.as_deref())),
            texts(facts.iter().map(|customer| customer.name.as_str())),
            known_texts(facts.iter().map(|customer| customer.country.as_deref())),
        ];
        RecordBatch::try_new(Self::schema(), columns)
    }

    fn facts(rows: &RecordBatch) -> Option<Vec<Self>> {
        let columns = Rows(rows);
        let (id, version) = (columns.ids("id")?, columns.whole("version")?);
        let (is_gone, name) = (columns.truths("is_gone")?, columns.texts("name")?);
        let (code, country) = (columns.known_texts("code")?, columns.known_texts("country")?);
        let customer = |row| CustomerFact {
            id: id(row),
            version: version(row),
            is_gone: is_gone(row),
            code: code(row),
            name: name(row).to_owned(),
            country: country(row),
        };
        Some((0..rows.num_rows()).map(customer).collect())
    }
}
