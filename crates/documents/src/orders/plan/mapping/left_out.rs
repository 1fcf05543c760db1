//! Columns whose names promise money that their values do not hold.

use super::{FileColumns, Mapping};
use crate::formats::error::Rejected;
use crate::orders::field::Field;
use crate::orders::notes::Note;
use crate::orders::survey::names::field_of;
use crate::values::DecimalMark;
use crate::values::number;

/// How many values a note shows.
const SHOWN_EXAMPLES: usize = 3;

impl FileColumns<'_> {
    /// Columns that are named like money but hold something else, where no
    /// other column was taken for it.
    pub(crate) fn left_out(&self, mapping: &Mapping) -> Vec<Note> {
        let is_money = |field| matches!(field, Field::Amount | Field::Price | Field::Refunded);
        let mut notes = Vec::new();
        for (position, name) in self.names().iter().enumerate() {
            let named = field_of(name).filter(|&(field, _)| is_money(field));
            if let Some((field, _)) = named
                && self.profile(position).values > 0
                && !mapping.contains_key(&field)
                && !mapping.values().any(|&taken| taken == position)
                && !self.fits(field, position)
            {
                let is_number = |text: &str| number::amount(text, DecimalMark::Point).is_ok();
                let mut examples: Vec<String> = self
                    .survey
                    .rows
                    .iter()
                    .filter_map(|row| row.get(position))
                    .filter(|text| !text.is_empty() && !is_number(text))
                    .map(|text| text.chars().take(Rejected::VALUE_LIMIT).collect())
                    .collect();
                examples.sort_unstable();
                examples.dedup();
                examples.truncate(SHOWN_EXAMPLES);
                notes.push(Note::ColumnNotRead {
                    file: self.name.to_owned(),
                    column: name.clone(),
                    field,
                    examples,
                });
            }
        }
        notes
    }
}
