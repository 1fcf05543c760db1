//! The order in which the rows of the customers are told.

use kernel::Day;
use rayon::slice::ParallelSliceMut;

use super::Known;
use crate::book::Customer;
use crate::purchases::purchase_days;

/// Urgency and id of every customer, in the order of the book.
#[derive(Default)]
pub(super) struct Keys {
    urgencies: Vec<f64>,
    /// One after the other; where each ends.
    ids: String,
    ends: Vec<usize>,
    days: Vec<Day>,
}

impl Keys {
    /// Adds the next customer of the book.
    pub fn add(&mut self, customer: &Customer<'_>, known: &Known<'_>) {
        purchase_days(customer.orders, &mut self.days);
        let profile = known.profile(customer, &self.days);
        let urgency = profile.filter(|profile| !profile.is_lost()).map(|profile| profile.urgency());
        self.urgencies.push(urgency.unwrap_or(f64::NEG_INFINITY));
        self.ids.push_str(customer.id);
        self.ends.push(self.ids.len());
    }

    /// Adds the keys of the customers after these.
    pub fn merge(&mut self, other: &Self) {
        let before = self.ids.len();
        self.urgencies.extend(&other.urgencies);
        self.ids.push_str(&other.ids);
        self.ends.extend(other.ends.iter().map(|end| before + end));
    }

    fn id(&self, index: u32) -> &str {
        let index = index as usize;
        let start = index.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.ids[start..self.ends[index]]
    }

    /// The place of each customer in the order the rows are told in.
    pub fn ranks(&self) -> Vec<u32> {
        let mut order: Vec<u32> = (0..self.ends.len() as u32).collect();
        let urgency = |index: u32| self.urgencies[index as usize];
        order.par_sort_unstable_by(|&a, &b| {
            urgency(b).total_cmp(&urgency(a)).then_with(|| self.id(a).cmp(self.id(b)))
        });
        let mut ranks = vec![0; order.len()];
        for (rank, index) in (0..).zip(order) {
            ranks[index as usize] = rank;
        }
        ranks
    }
}
