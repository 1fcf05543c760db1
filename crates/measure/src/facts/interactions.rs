//! Interactions as a table.

use arrow::array::ArrayRef;
use arrow::datatypes::Field;
use arrow::error::ArrowError;
use kernel::facts::{FactKind, InteractionFact};

use super::columns::{Rows, id_field, ids, moment_field, moments, text_field, texts};
use super::table::Table;

impl Table for InteractionFact {
    const KIND: FactKind = FactKind::Interactions;

    fn fields() -> Vec<Field> {
        vec![id_field("customer"), moment_field("at"), text_field("kind", false)]
    }

    fn columns<'t>(
        interactions: impl Iterator<Item = &'t Self> + Clone,
    ) -> Result<Vec<ArrayRef>, ArrowError> {
        Ok(vec![
            ids(interactions.clone().map(|interaction| interaction.customer))?,
            moments(interactions.clone().map(|interaction| interaction.at)),
            texts(interactions.map(|interaction| interaction.kind.as_str())),
        ])
    }

    fn things<'r>(rows: &'r Rows<'r>) -> Option<impl Fn(usize) -> Self + 'r> {
        let (customer, at) = (rows.ids("customer")?, rows.moments("at")?);
        let kind = rows.texts("kind")?;
        Some(move |row| InteractionFact {
            customer: customer(row),
            at: at(row),
            kind: kind(row).to_owned(),
        })
    }
}
