//! Customers of like value and like age of the relation.

use crate::book::Customer;
use crate::groundwork::{Ranks, borders, first_day, part_of, revenue_per_order};
use crate::terms::Terms;

/// Parts by value and by age, held equal in the adjusted odds.
pub(super) const PARTS: usize = 10;
/// A part of value and a part of age together: value × [`PARTS`] + age.
pub(super) const CELLS: usize = PARTS * PARTS;

/// Which part of everybody a customer's value and age fall in.
///
/// Value is the revenue per order, not what a customer came to: that grows with every
/// order of those who stay, so holding it equal would compare people by what
/// is to be explained.
#[derive(Debug, Clone, Default)]
pub(crate) struct Strata {
    revenue_per_order: Vec<i64>,
    first: Vec<i32>,
}

impl Strata {
    /// Parts everybody in tenths.
    pub fn of(ranks: &mut Ranks) -> Self {
        Self {
            revenue_per_order: borders(&mut ranks.revenue_per_order, PARTS),
            first: borders(&mut ranks.first, PARTS),
        }
    }

    /// The cell a customer falls in, below [`CELLS`].
    pub(super) fn cell(&self, customer: &Customer<'_>, terms: &Terms) -> usize {
        let age =
            customer.orders.first().map_or(0, |order| part_of(&self.first, first_day(order.day)));
        part_of(&self.revenue_per_order, revenue_per_order(customer, terms)) * PARTS + age
    }
}
