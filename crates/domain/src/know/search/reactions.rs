//! Keeps what can be found in step with the log.

use std::collections::{BTreeMap, BTreeSet};

use store::log::{Entry, Event as _, LogReader};
use store::{StoreError, Tx};
use uuid::Uuid;

use super::{Known, rules};
use crate::know::contacts::{self, ContactAdded, ContactChanged, ContactRemoved, ContactRestored};
use crate::know::customers::{self, CustomerAdded, CustomerChanged, CustomerId, CustomerRemoved};
use crate::know::fields::{self, CustomerValuesChanged};
use crate::know::interactions::{
    self, InteractionEdited, InteractionId, InteractionLogged, InteractionRemoved,
    InteractionRestored,
};
use crate::know::products::{self, ProductAdded, ProductId, ProductRemoved, ProductRenamed};
use crate::know::tags::{self, CustomerTagged, CustomerUntagged};

/// Makes customers, interactions and products findable as the record has them: an
/// entry only says what to look at again. So what was changed ten times in one
/// batch is indexed once, and the last batch always leaves what a rebuild would
/// make.
#[derive(Debug, Clone, Copy, Default)]
pub struct Indexer;

impl LogReader for Indexer {
    const NAME: &'static str = "search";
    type Error = StoreError;

    async fn read(&self, tx: &mut Tx<'_>, entries: &[Entry]) -> Result<(), StoreError> {
        let touched = Touched::by(entries);
        let known = customers::among(tx, &touched.customers).await?;
        let tags = tags::of_each(tx, &touched.customers).await?;
        let mut own: BTreeMap<CustomerId, Vec<String>> = BTreeMap::new();
        for ((customer, _), value) in fields::values_of_each(tx, &touched.customers).await? {
            own.entry(customer).or_default().push(value);
        }
        let mut people = contacts::at_each(tx, &touched.customers).await?;
        let there: BTreeSet<CustomerId> = known.iter().map(|customer| customer.id).collect();
        let mut documents = Vec::with_capacity(known.len());
        for customer in known {
            let id = customer.id;
            let tags = tags.get(&id).map(Vec::as_slice).unwrap_or_default();
            let own = own.remove(&id).unwrap_or_default();
            let people = people.remove(&id).unwrap_or_default();
            let known = Known { customer, people };
            documents.push(rules::customer(&known, tags, own.into_iter()));
        }
        let removed = touched.customers.iter().filter(|id| !there.contains(id));
        tx.unindex(rules::CUSTOMER, removed.map(|id| Uuid::from(*id))).await?;
        let present = interactions::present_among(tx, &touched.interactions).await?;
        let mut gone: BTreeSet<Uuid> = touched.interactions.into_iter().map(Uuid::from).collect();
        // A call of which nothing was said has no words to be found by.
        for interaction in present.iter().filter(|interaction| !interaction.text.is_empty()) {
            gone.remove(&interaction.id.into());
            documents.push(rules::interaction(interaction));
        }
        tx.unindex(rules::INTERACTION, gone).await?;
        let mut gone: BTreeSet<Uuid> = touched.products.iter().map(|id| Uuid::from(*id)).collect();
        for product in products::among(tx, &touched.products).await? {
            gone.remove(&product.id.into());
            documents.push(rules::product(&product));
        }
        tx.unindex(rules::PRODUCT, gone).await?;
        if documents.is_empty() { Ok(()) } else { tx.index(&documents).await }
    }

    async fn clear(&self, tx: &mut Tx<'_>) -> Result<(), StoreError> {
        tx.forget_all().await
    }
}

/// What some entries happened to, each once.
struct Touched {
    customers: Vec<CustomerId>,
    interactions: Vec<InteractionId>,
    products: Vec<ProductId>,
}

impl Touched {
    fn by(entries: &[Entry]) -> Self {
        let (mut customers, mut interactions) = (BTreeSet::new(), BTreeSet::new());
        let mut products = BTreeSet::new();
        for entry in entries {
            match entry.kind.as_str() {
                CustomerAdded::KIND
                | CustomerChanged::KIND
                | CustomerRemoved::KIND
                | CustomerTagged::KIND
                | CustomerUntagged::KIND
                | CustomerValuesChanged::KIND => {
                    customers.insert(CustomerId::from(entry.subject.id));
                }
                InteractionLogged::KIND
                | InteractionEdited::KIND
                | InteractionRemoved::KIND
                | InteractionRestored::KIND => {
                    interactions.insert(InteractionId::from(entry.subject.id));
                }
                ContactAdded::KIND
                | ContactChanged::KIND
                | ContactRemoved::KIND
                | ContactRestored::KIND => {
                    customers.extend(entry.subject.customer.map(CustomerId::from));
                }
                ProductAdded::KIND | ProductRenamed::KIND | ProductRemoved::KIND => {
                    products.insert(ProductId::from(entry.subject.id));
                }
                // What other rooms write is not searched.
                _ => {}
            }
        }
        Self {
            customers: customers.into_iter().collect(),
            interactions: interactions.into_iter().collect(),
            products: products.into_iter().collect(),
        }
    }
}
