//! Files without a header, by where their columns stand.

use super::{FileColumns, Mapping};
use crate::orders::field::Field;

impl FileColumns<'_> {
    /// A file without a header: who bought and the order's id before the date,
    /// or after it, then perhaps units, then the amount.
    pub(crate) fn add_by_position(&self, mapping: &mut Mapping) {
        let width = self.names().len();
        let is_free = |mapping: &Mapping, at: &usize| !mapping.values().any(|taken| taken == at);
        if !mapping.contains_key(&Field::Date) {
            let date = (0..width).find(|&at| self.profile(at).is_dates());
            mapping.extend(date.map(|date| (Field::Date, date)));
        }
        let Some(&date) = mapping.get(&Field::Date) else { return };
        self.add_buyer(mapping, date);
        let numbers: Vec<usize> = self.numbers_after(mapping, date);
        if !mapping.contains_key(&Field::Amount)
            && let Some(&amount) = numbers.last()
        {
            mapping.insert(Field::Amount, amount);
            let units = numbers.iter().rev().nth(1).copied();
            let units = units.filter(|&at| self.profile(at).decimals == 0);
            if let Some(units) = units {
                mapping.entry(Field::Quantity).or_insert(units);
            }
        }
        let ids = (0..date).filter(|at| is_free(mapping, at));
        let order = ids.into_iter().find(|&at| self.profile(at).is_unique());
        if let Some(order) = order {
            mapping.entry(Field::Order).or_insert(order);
        }
    }

    /// Who bought: the column of e-mail addresses, else the first whose values
    /// come back, else the first.
    fn add_buyer(&self, mapping: &mut Mapping, date: usize) {
        if mapping.contains_key(&Field::Customer) || mapping.contains_key(&Field::Email) {
            return;
        }
        let amount = self.numbers_after(mapping, date).last().copied();
        let free: Vec<usize> = (0..self.names().len())
            .filter(|at| !mapping.values().any(|taken| taken == at) && Some(*at) != amount)
            .filter(|&at| self.profile(at).values > 0 && !self.profile(at).is_dates())
            .collect();
        if let Some(&address) = free.iter().find(|&&at| self.profile(at).is_addresses()) {
            mapping.insert(Field::Email, address);
            return;
        }
        let (before, after): (Vec<usize>, Vec<usize>) = free.into_iter().partition(|&at| at < date);
        let columns = self.repeating(if before.is_empty() { after } else { before });
        mapping.extend(columns.first().map(|&customer| (Field::Customer, customer)));
    }

    /// Free columns of numbers after the date.
    fn numbers_after(&self, mapping: &Mapping, date: usize) -> Vec<usize> {
        (date + 1..self.names().len())
            .filter(|at| !mapping.values().any(|taken| taken == at))
            .filter(|&at| self.profile(at).is_numbers())
            .collect()
    }
}
