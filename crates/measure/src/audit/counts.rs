//! Customers by value of each attribute.

use std::collections::BTreeMap;

use crate::book::{Attribute, Customer};

/// How many customers have each value of each attribute.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub(crate) struct ValueCounts {
    /// Attribute and code of those not yet counted.
    seen: Vec<(u32, u32)>,
    counted: BTreeMap<(u32, u32), u64>,
}

impl ValueCounts {
    /// Adds a customer.
    pub fn add(&mut self, customer: &Customer<'_>) {
        let known =
            (0_u32..).zip(customer.attributes).filter(|(_, code)| **code != Attribute::MISSING);
        self.seen.extend(known.map(|(attribute, code)| (attribute, *code)));
    }

    /// Adds everybody in `other`.
    pub fn merge(&mut self, mut other: Self) {
        self.count();
        other.count();
        for (value, customers) in other.counted {
            *self.counted.entry(value).or_default() += customers;
        }
    }

    /// Codes and customers of an attribute, by code.
    pub fn of(&mut self, attribute: usize) -> Vec<(u32, u64)> {
        self.count();
        let attribute = attribute as u32;
        self.counted
            .range((attribute, 0)..=(attribute, u32::MAX))
            .map(|(&(_, code), &customers)| (code, customers))
            .collect()
    }

    /// A shard's customers are counted at once: sorting them costs less than
    /// a tree for each.
    fn count(&mut self) {
        self.seen.sort_unstable();
        for same in self.seen.chunk_by(|a, b| a == b) {
            *self.counted.entry(same[0]).or_default() += same.len() as u64;
        }
        self.seen = Vec::new();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn counts(customers: &[[u32; 2]]) -> ValueCounts {
        let mut counts = ValueCounts::default();
        for attributes in customers {
            counts.add(&Customer {
                index: 0,
                id: "a",
                hash: 1,
                orders: &[],
                items: &[],
                attributes,
                unmatched_returns: &[],
            });
        }
        counts
    }

    #[test]
    fn who_has_no_value_is_counted_nowhere() {
        let mut counts = counts(&[[3, Attribute::MISSING], [3, 1], [0, 1]]);
        assert_eq!(counts.of(0), [(0, 1), (3, 2)]);
        assert_eq!(counts.of(1), [(1, 2)]);
        assert_eq!(counts.of(2), []);
    }

    #[test]
    fn parts_count_as_the_whole() {
        let mut whole = counts(&[[0, 1], [0, 2], [5, 1]]);
        let mut parts = counts(&[[0, 1]]);
        parts.merge(counts(&[[0, 2], [5, 1]]));
        for attribute in 0..2 {
            assert_eq!(parts.of(attribute), whole.of(attribute));
        }
    }
}
