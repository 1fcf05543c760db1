//! What an import would do, found out without writing anything.

use std::collections::{HashMap, HashSet};
use std::hash::BuildHasher as _;

use ::store::{Snapshot, StoreError};

use super::apply::store::{Present, present};
use super::recognise::Recognised;
use super::staged::{StagedCustomer, StagedOrder};
use super::{Applied, Buyer, rules};

/// What applying the customers taken so far would do.
#[derive(Debug, Default)]
pub struct Foresight {
    source: String,
    applied: Applied,
    /// Numbers of orders met so far, hashed: there may be many millions. By a key
    /// of its own, so that no file can be written whose numbers look alike.
    numbers: HashSet<u64>,
}

impl Foresight {
    /// Of files that come from a source; nothing is taken yet.
    #[must_use]
    pub fn of(source: &str) -> Self {
        Self { source: super::source(source), ..Self::default() }
    }

    /// What would become of everybody taken so far.
    #[must_use]
    pub fn applied(&self) -> Applied {
        self.applied
    }

    /// Takes customers of the files beside a record that may know them.
    ///
    /// # Errors
    /// Where the database refuses it.
    pub async fn take(
        &mut self,
        record: &mut Snapshot<'_>,
        buyers: &[Buyer],
    ) -> Result<(), StoreError> {
        let staged = rules::staged(buyers);
        let recognised = Recognised::among(record, &self.source, &staged).await?;
        let who = staged.iter().filter_map(|one| recognised.who(&self.source, &one.code));
        let known = who.count() as u64;
        let blanks = recognised.blanks(record, &self.source, &staged).await?;
        let numbers = orders(&staged).map(|order| order.code.as_str());
        let present = present(record, &self.source, numbers).await?;
        self.applied.customers_known += known;
        self.applied.customers_added += staged.len() as u64 - known;
        self.applied.customers_filled += blanks.len() as u64;
        self.count(&staged, &present);
        Ok(())
    }

    /// Takes customers of the files where there is no record.
    pub fn take_all_as_new(&mut self, buyers: &[Buyer]) {
        self.applied.customers_added += buyers.len() as u64;
        self.count(&rules::staged(buyers), &HashMap::new());
    }

    fn count(&mut self, staged: &[StagedCustomer], present: &HashMap<String, Present>) {
        for order in orders(staged) {
            let hash = self.numbers.hasher().hash_one(&order.code);
            if let Some(present) = present.get(&order.code) {
                self.applied.orders_known += 1;
                self.applied.orders_differing += u64::from(present.differs(order));
            } else if self.numbers.insert(hash) {
                self.applied.orders_added += 1;
            } else {
                self.applied.orders_clashing += 1;
            }
        }
    }
}

fn orders(staged: &[StagedCustomer]) -> impl Iterator<Item = &StagedOrder> {
    staged.iter().flat_map(|customer| &customer.orders)
}
