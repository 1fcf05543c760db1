//! Totals of orders that are repeated on each of their lines.
//!
//! Shops that export one row for each thing bought often write what the whole
//! order came to on all of them. Added up, an order of three lines would count
//! three times; taken once, it is what the customer paid, discounts, shipping
//! and taxes included, as quantity times price is not.

use std::collections::{HashMap, HashSet};

use super::{FileColumns, Mapping};
use crate::orders::field::Field;
use crate::orders::notes::Note;
use crate::orders::survey::names::is_order_total;
use crate::values::DecimalMark;
use crate::values::number;

/// Orders of several lines that a column must be the same in before it is
/// taken for a total that its name does not call one.
const ENOUGH: u64 = 3;

/// What the lines of orders of several lines show.
#[derive(Default)]
struct Lines {
    /// Orders of several lines.
    orders: u64,
    /// Of those, orders whose lines all have the same amount.
    alike: u64,
    /// How many lines all of them have.
    all: u64,
    /// Lines whose amount is quantity times price.
    by_price: u64,
}

impl FileColumns<'_> {
    /// Where the user names prices and no amounts, totals of orders that are
    /// repeated on each line give way to them.
    pub(crate) fn prefer_told_prices(&self, mapping: &mut Mapping) {
        let told = |field| self.options.map.column(field).is_some();
        let has = |field| mapping.contains_key(&field);
        let has_prices = has(Field::Quantity) && has(Field::Price);
        if told(Field::Price)
            && !told(Field::Amount)
            && has_prices
            && self.repeated_total(mapping).is_some()
        {
            mapping.remove(&Field::Amount);
        }
    }

    /// What is said where the amounts are totals of orders, repeated on each
    /// line of an order; `None` where each line has its own.
    pub(crate) fn repeated_total(&self, mapping: &Mapping) -> Option<Note> {
        let (&order, &amount) = (mapping.get(&Field::Order)?, mapping.get(&Field::Amount)?);
        let column = &self.names()[amount];
        let price = mapping.get(&Field::Quantity).copied().zip(mapping.get(&Field::Price).copied());
        let (lines, amounts) = self.lines_of_orders(order, amount, price);
        let is_alike = lines.orders > 0 && lines.alike * 10 >= lines.orders * 9;
        let is_line_price = lines.by_price * 2 > lines.all;
        // Where everything costs the same, lines are alike and no totals.
        let is_likely = lines.orders >= ENOUGH && amounts > 1 && !is_line_price;
        let is_total = is_alike && (is_order_total(column) || is_likely);
        is_total.then(|| Note::OrderTotalRepeated {
            file: self.name.to_owned(),
            column: column.clone(),
            prices: price
                .map(|(quantity, price)| [quantity, price].map(|at| self.names()[at].clone())),
        })
    }

    /// What the sample shows of orders of several lines, and how many different
    /// amounts those alike have. A row that repeats another is no further line.
    fn lines_of_orders(
        &self,
        order: usize,
        amount: usize,
        price: Option<(usize, usize)>,
    ) -> (Lines, usize) {
        let mut of_order: HashMap<&str, HashSet<&[String]>> = HashMap::new();
        for row in &self.survey.rows {
            if let Some(id) = row.get(order).filter(|id| !id.is_empty()) {
                of_order.entry(id).or_default().insert(row);
            }
        }
        let field = |row: &'_ [String], at: usize| row.get(at).cloned().unwrap_or_default();
        let mut found = Lines::default();
        let mut amounts = HashSet::new();
        for rows in of_order.into_values().filter(|rows| rows.len() > 1) {
            let different: HashSet<String> = rows.iter().map(|row| field(row, amount)).collect();
            found.orders += 1;
            found.all += rows.len() as u64;
            if different.len() == 1 && !different.contains("") {
                found.alike += 1;
                amounts.extend(different);
            }
            if let Some((quantity, price)) = price {
                let is_by_price = |row: &&&[String]| {
                    is_product(&field(row, amount), &field(row, quantity), &field(row, price))
                };
                found.by_price += rows.iter().filter(is_by_price).count() as u64;
            }
        }
        (found, amounts.len())
    }
}

/// Whether an amount is so many pieces at a price, to a hundredth.
fn is_product(amount: &str, pieces: &str, price: &str) -> bool {
    const DECIMALS: u32 = 2;
    let value = |text| {
        let read = |mark| number::amount(text, mark).ok().map(|amount| amount.value);
        read(DecimalMark::Point).or_else(|| read(DecimalMark::Comma))
    };
    let both = || {
        let by_price = value(pieces)?.times_minor(value(price)?, DECIMALS)?;
        Some((value(amount)?.minor(DECIMALS)?, by_price))
    };
    both().is_some_and(|(amount, by_price)| amount.abs_diff(by_price) <= 1)
}
