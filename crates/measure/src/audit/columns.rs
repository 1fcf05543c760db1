//! Which attribute values are compared, and the row each customer falls in.

use review::figures::{AuditValue, Note, Why};

use super::groups::{RANGES, groups};
use super::{FEWEST, ValueCounts};
use crate::book::{Attribute, AttributeRole, Customer};
use crate::groundwork::{borders, part_of};
use crate::terms::Terms;

/// No row.
const NONE: u32 = u32::MAX;

/// What a row compares.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Compared {
    /// The attribute's name in the review.
    pub attribute: String,
    /// The value; for sizes of orders it is made from what is found.
    pub value: AuditValue,
    /// Whether the attribute is where the customer came from.
    pub is_source: bool,
}

/// The rows of the audit and how to find a customer's.
#[derive(Debug, Clone, Default)]
pub(crate) struct Columns {
    /// What each row compares.
    pub rows: Vec<Compared>,
    /// By attribute of the book and code: the row, or none.
    row_of_code: Vec<Vec<u32>>,
    /// Borders of the sizes of first orders, and the row of the smallest.
    first_order_borders: Vec<i64>,
    first_order_row: u32,
    /// Customers with the commonest value of all.
    pub largest: u64,
    /// Customers with the commonest source.
    pub largest_source: u64,
}

/// The attribute made from the amount of the first order.
pub(crate) const FIRST_ORDER_SIZE: &str = "first_order_size";

impl Columns {
    /// Chooses the values that at least [`FEWEST`] customers have.
    pub fn choose(
        attributes: &[Attribute],
        counts: &mut ValueCounts,
        first_orders: &mut [i64],
        terms: &Terms,
        notes: &mut Vec<Note>,
    ) -> Self {
        let mut columns = Self { first_order_row: NONE, ..Self::default() };
        let names = names(attributes);
        for (index, attribute) in attributes.iter().enumerate() {
            let row_of_code = if attribute.overflowed {
                let column = attribute.name.clone();
                notes.push(Note { path: "audit", why: Why::TooManyValues { column } });
                Vec::new()
            } else {
                columns.choose_values(&names[index], attribute, &counts.of(index))
            };
            columns.row_of_code.push(row_of_code);
        }
        columns.choose_sizes(first_orders, terms);
        columns
    }

    /// Tells `tell` the rows a customer falls in.
    pub fn each_row(&self, customer: &Customer<'_>, mut tell: impl FnMut(usize)) {
        for (rows, &code) in self.row_of_code.iter().zip(customer.attributes) {
            if let Some(&row) = rows.get(code as usize).filter(|&&row| row != NONE) {
                tell(row as usize);
            }
        }
        let first = customer.orders.first().and_then(|order| order.amount());
        if let Some(amount) = first.filter(|_| self.first_order_row != NONE) {
            let part = part_of(&self.first_order_borders, amount);
            tell(self.first_order_row as usize + part);
        }
    }

    fn choose_values(
        &mut self,
        name: &str,
        attribute: &Attribute,
        counts: &[(u32, u64)],
    ) -> Vec<u32> {
        let mut row_of_code = vec![NONE; attribute.values.len()];
        let is_source = attribute.role == AttributeRole::Source;
        for group in groups(attribute, counts) {
            self.largest = self.largest.max(group.customers);
            if is_source {
                self.largest_source = self.largest_source.max(group.customers);
            }
            if group.customers < FEWEST {
                continue;
            }
            let row = self.rows.len() as u32;
            self.rows.push(Compared { attribute: name.to_owned(), value: group.value, is_source });
            for code in group.codes {
                if let Some(entry) = row_of_code.get_mut(code as usize) {
                    *entry = row;
                }
            }
        }
        row_of_code
    }

    fn choose_sizes(&mut self, first_orders: &mut [i64], terms: &Terms) {
        let customers = first_orders.len() as u64;
        if !terms.has_money || customers < FEWEST {
            self.largest = self.largest.max(customers);
            return;
        }
        let mut found = borders(first_orders, RANGES);
        found.dedup();
        // All first orders alike have nothing to compare.
        if found.is_empty() || first_orders.iter().all(|&amount| amount == found[0]) {
            self.largest = self.largest.max(customers);
            return;
        }
        self.first_order_row = self.rows.len() as u32;
        for _ in 0..=found.len() {
            self.rows.push(Compared {
                attribute: FIRST_ORDER_SIZE.to_owned(),
                value: AuditValue::Text(String::new()),
                is_source: false,
            });
        }
        self.first_order_borders = found;
    }

    /// Whether `row` compares a size of the first order.
    pub fn is_size(&self, row: usize) -> bool {
        self.rows[row].attribute == FIRST_ORDER_SIZE && row >= self.first_order_row as usize
    }
}

/// The name of each attribute in the review: by what it means; where two mean
/// the same, the second keeps its own.
fn names(attributes: &[Attribute]) -> Vec<String> {
    let mut names: Vec<String> = Vec::with_capacity(attributes.len());
    for attribute in attributes {
        let meant = match attribute.role {
            AttributeRole::Category => "first_category",
            AttributeRole::Product => "first_product",
            AttributeRole::Source => "source",
            AttributeRole::Country => "country",
            AttributeRole::Discount => "first_order_discounted",
            AttributeRole::Other => attribute.name.as_str(),
        };
        let name = if names.iter().any(|taken| taken == meant) { &attribute.name } else { meant };
        names.push(name.to_owned());
    }
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    fn source(name: &str) -> Attribute {
        let values = Vec::new();
        Attribute { name: name.to_owned(), role: AttributeRole::Source, values, overflowed: false }
    }

    #[test]
    fn two_columns_of_one_meaning_keep_their_names_apart() {
        let columns = [source("utm_source"), source("Channel")];
        assert_eq!(names(&columns), ["source", "Channel"]);
    }
}
