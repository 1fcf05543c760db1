//! Customers as a table.

use arrow::array::ArrayRef;
use arrow::datatypes::Field;
use arrow::error::ArrowError;
use kernel::facts::{CustomerFact, FactKind};

use super::columns::{Rows, known_texts, text_field, texts};
use super::table::Table;

impl Table for CustomerFact {
    const KIND: FactKind = FactKind::Customers;

    fn fields() -> Vec<Field> {
        vec![text_field("code", true), text_field("name", false), text_field("country", true)]
    }

    fn columns<'t>(
        customers: impl Iterator<Item = &'t Self> + Clone,
    ) -> Result<Vec<ArrayRef>, ArrowError> {
        Ok(vec![
            known_texts(customers.clone().map(|customer| customer.code.as_deref())),
            texts(customers.clone().map(|customer| customer.name.as_str())),
            known_texts(customers.map(|customer| customer.country.as_deref())),
        ])
    }

    fn things<'r>(rows: &'r Rows<'r>) -> Option<impl Fn(usize) -> Self + 'r> {
        let (code, country) = (rows.known_texts("code")?, rows.known_texts("country")?);
        let name = rows.texts("name")?;
        Some(move |row| CustomerFact {
            code: code(row),
            name: name(row).to_owned(),
            country: country(row),
        })
    }
}
