//! Who of the files is a customer of the record: by their id in the source, else
//! by their code with us.

use std::collections::{BTreeMap, HashMap};

use ::store::{Snapshot, StoreError};

use super::staged::StagedCustomer;
use super::{rules, store};
use crate::know::customers::{self, CustomerId, Field};

/// Those of some customers of the files whom the record knows.
#[derive(Debug, Default)]
pub(super) struct Recognised {
    of_source: HashMap<String, CustomerId>,
    with_code: HashMap<String, CustomerId>,
}

impl Recognised {
    pub async fn among(
        snapshot: &mut Snapshot<'_>,
        source: &str,
        staged: &[StagedCustomer],
    ) -> Result<Self, StoreError> {
        let codes = staged.iter().map(|staged| &staged.code);
        let of_source = store::of_source(snapshot, source, codes.clone()).await?;
        let unknown = codes.filter(|code| !of_source.contains_key(*code));
        let own: Vec<String> = unknown.map(|code| rules::own_code(source, code)).collect();
        let with_code = store::with_codes(snapshot, &own).await?;
        Ok(Self { of_source, with_code })
    }

    /// Who somebody of the source is, if they are known.
    pub fn who(&self, source: &str, code: &str) -> Option<CustomerId> {
        let by_code = || self.with_code.get(&rules::own_code(source, code));
        self.of_source.get(code).or_else(by_code).copied()
    }

    /// Whether they are known by their id in the source.
    pub fn is_of_source(&self, code: &str) -> bool {
        self.of_source.contains_key(code)
    }

    /// What the files know and the record does not, customer by customer.
    pub async fn blanks(
        &self,
        snapshot: &mut Snapshot<'_>,
        source: &str,
        staged: &[StagedCustomer],
    ) -> Result<Vec<(CustomerId, Vec<(Field, String)>)>, StoreError> {
        let mut first: BTreeMap<CustomerId, &StagedCustomer> = BTreeMap::new();
        for staged in staged {
            if let Some(known) = self.who(source, &staged.code) {
                first.entry(known).or_insert(staged);
            }
        }
        let ids: Vec<CustomerId> = first.keys().copied().collect();
        let known = customers::among(snapshot, &ids).await?.into_iter();
        let blanks = known.map(|known| (known.id, rules::blanks(&known, first[&known.id])));
        Ok(blanks.filter(|(_, blanks)| !blanks.is_empty()).collect())
    }
}
