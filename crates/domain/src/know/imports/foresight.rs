//! What an import would do, found out without writing anything.

use std::collections::HashMap;
use std::hash::{BuildHasher as _, RandomState};

use ::store::Snapshot;

use super::apply::store::{Present, present};
use super::different::Different;
use super::recognise::Recognised;
use super::staged::{StagedCustomer, StagedOrder};
use super::{Applied, Buyer, ImportError, OtherCurrencies, rules};

/// What applying the customers taken so far would do.
#[derive(Debug, Default)]
pub struct Foresight {
    source: String,
    applied: Applied,
    other_currencies: OtherCurrencies,
    /// Orders met so far that the record does not have.
    unknown: u64,
    /// Their numbers, hashed: there may be many millions.
    numbers: Different,
    /// By a key of its own, so that no file can be written whose numbers look
    /// alike.
    hashes: RandomState,
}

impl Foresight {
    /// Of files that come from a source; nothing is taken yet.
    #[must_use]
    pub fn of(source: &str) -> Self {
        Self { source: super::source(source), ..Self::default() }
    }

    /// What would become of everybody taken so far.
    ///
    /// # Errors
    /// Where what did not fit in memory cannot be read again.
    pub fn applied(&mut self) -> Result<Applied, ImportError> {
        let orders_added = self.numbers.count().map_err(ImportError::Spill)?;
        let orders_clashing = self.unknown - orders_added;
        Ok(Applied { orders_added, orders_clashing, ..self.applied })
    }

    /// The orders taken so far that the record has in another currency.
    #[must_use]
    pub fn other_currencies(&self) -> &OtherCurrencies {
        &self.other_currencies
    }

    /// Takes customers of the files beside a record that may know them.
    ///
    /// # Errors
    /// Where the database refuses it, or what does not fit in memory cannot be put
    /// aside.
    pub async fn take(
        &mut self,
        record: &mut Snapshot<'_>,
        buyers: &[Buyer],
    ) -> Result<(), ImportError> {
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
        self.count(&staged, &present)
    }

    /// Takes customers of the files where there is no record.
    ///
    /// # Errors
    /// Where what does not fit in memory cannot be put aside.
    pub fn take_all_as_new(&mut self, buyers: &[Buyer]) -> Result<(), ImportError> {
        self.applied.customers_added += buyers.len() as u64;
        self.count(&rules::staged(buyers), &HashMap::new())
    }

    fn count(
        &mut self,
        staged: &[StagedCustomer],
        present: &HashMap<String, Present>,
    ) -> Result<(), ImportError> {
        for order in orders(staged) {
            if let Some(present) = present.get(&order.code) {
                self.applied.orders_known += 1;
                self.applied.orders_differing += u64::from(present.differs(order));
                if let Some(currencies) = present.other_currency(order) {
                    self.other_currencies.count(currencies);
                }
                let is_given = present.lacks_currency_of(order);
                self.applied.orders_given_currency += u64::from(is_given);
            } else {
                self.unknown += 1;
                let hash = self.hashes.hash_one(&order.code);
                self.numbers.insert(hash).map_err(ImportError::Spill)?;
            }
        }
        Ok(())
    }
}

fn orders(staged: &[StagedCustomer]) -> impl Iterator<Item = &StagedOrder> {
    staged.iter().flat_map(|customer| &customer.orders)
}
