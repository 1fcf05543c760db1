//! Columns whose names say nothing, by their values.

use super::{FileColumns, Mapping};
use crate::orders::field::Field;
use crate::orders::plan::error::{PlanError, Question};
use crate::orders::survey::names::field_of;

impl FileColumns<'_> {
    /// Fields whose columns have names we do not know, by their values.
    pub(crate) fn add_by_values(&self, mapping: &mut Mapping) -> Result<(), PlanError> {
        let free = |mapping: &Mapping| -> Vec<usize> {
            (0..self.names().len())
                .filter(|position| !mapping.values().any(|taken| taken == position))
                .filter(|&position| field_of(&self.names()[position]).is_none())
                .collect()
        };
        if !mapping.contains_key(&Field::Date) {
            let dates = free(mapping).into_iter().filter(|&at| self.profile(at).is_dates());
            self.take_only(mapping, Field::Date, Question::Date, &dates.collect::<Vec<_>>())?;
        }
        if !mapping.contains_key(&Field::Date) {
            // these are no orders: nothing more to ask
            return Ok(());
        }
        if !mapping.contains_key(&Field::Customer) && !mapping.contains_key(&Field::Email) {
            let columns = free(mapping);
            let addresses: Vec<usize> =
                columns.iter().copied().filter(|&at| self.profile(at).is_addresses()).collect();
            if let [only] = addresses[..] {
                mapping.insert(Field::Email, only);
            } else {
                // Telephone numbers tell customers apart as well.
                let phones = mapping.get(&Field::Phone).copied();
                let may_be_ids = columns.into_iter().chain(phones).filter(|&at| {
                    let profile = self.profile(at);
                    let different = profile.distinct.len() as u64;
                    profile.decimals == 0 && !profile.is_dates() && different > 1
                });
                let ids = self.repeating(may_be_ids.collect());
                self.take_only(mapping, Field::Customer, Question::Customer, &ids)?;
            }
        }
        let has_money =
            [Field::Amount, Field::Price].iter().any(|field| mapping.contains_key(field));
        if !has_money {
            let amounts = free(mapping).into_iter().filter(|&at| {
                let profile = self.profile(at);
                profile.is_numbers() && profile.decimals > 0 && !profile.is_dates()
            });
            self.take_only(mapping, Field::Amount, Question::Amount, &amounts.collect::<Vec<_>>())?;
        }
        Ok(())
    }

    /// Those of the columns whose values come back, as customers do and the
    /// ids of orders do not; all of them where none is like that.
    pub(crate) fn repeating(&self, columns: Vec<usize>) -> Vec<usize> {
        let repeating: Vec<usize> =
            columns.iter().copied().filter(|&at| !self.profile(at).is_unique()).collect();
        if repeating.is_empty() { columns } else { repeating }
    }

    /// Takes the only column there is; asks where there are several.
    fn take_only(
        &self,
        mapping: &mut Mapping,
        field: Field,
        question: Question,
        positions: &[usize],
    ) -> Result<(), PlanError> {
        match *positions {
            [] => Ok(()),
            [only] => {
                mapping.insert(field, only);
                Ok(())
            }
            _ => Err(self.ask(field, question, positions)),
        }
    }
}
