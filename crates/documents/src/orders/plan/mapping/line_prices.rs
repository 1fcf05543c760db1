//! Totals of orders that are repeated on each of their lines.

use std::collections::HashMap;

use super::{FileColumns, Mapping};
use crate::orders::field::Field;

impl FileColumns<'_> {
    /// Where the total of the order is repeated on each of its lines, the
    /// money is quantity times price.
    pub(crate) fn settle_line_prices(&self, mapping: &mut Mapping) {
        let told = self.options.map.column(Field::Amount).is_some();
        let has = |field| mapping.contains_key(&field);
        let (Some(&order), Some(&amount)) =
            (mapping.get(&Field::Order), mapping.get(&Field::Amount))
        else {
            return;
        };
        if told || !has(Field::Quantity) || !has(Field::Price) {
            return;
        }
        let mut orders: HashMap<&str, (&str, u64, bool)> = HashMap::new();
        for row in &self.survey.rows {
            let (Some(order), Some(amount)) = (row.get(order), row.get(amount)) else { continue };
            let (first, lines, alike) = orders.entry(order).or_insert((amount, 0, true));
            *alike &= *first == amount && !amount.is_empty();
            *lines += 1;
        }
        let of_many = orders.values().filter(|(_, lines, _)| *lines > 1);
        let (many, alike) = of_many.fold((0_u64, 0_u64), |(many, alike), (_, _, is_alike)| {
            (many + 1, alike + u64::from(*is_alike))
        });
        if many >= 3 && alike * 10 >= many * 9 {
            mapping.remove(&Field::Amount);
        }
    }
}
