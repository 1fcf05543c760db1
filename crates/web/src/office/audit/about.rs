//! What entries of the log are about: what it is called, and the page where it
//! is seen while it is there.

use std::collections::HashMap;

use domain::know::contacts::{self, ContactId};
use domain::know::customers::{self, CustomerId};
use domain::know::interactions::{self, InteractionId};
use domain::know::orders::{self, OrderId, ShipmentId};
use domain::know::products::{self, ProductId};
use serde_json::Value;
use store::Snapshot;
use store::log::Entry;
use uuid::Uuid;

use super::told::Names;
use super::words::begins;
use crate::know::interactions::words as interaction_words;
use crate::know::orders::words;
use crate::know::when;
use crate::{Problem, Reader};

/// Something by its name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    /// What it is called.
    pub name: String,
    /// Where it is seen.
    pub page: Option<String>,
}

/// What some entries are about.
#[derive(Default)]
pub struct About(HashMap<Uuid, Named>);

impl About {
    /// What these are about, as far as it is there; people and programs go by
    /// the names that are known already.
    ///
    /// # Errors
    /// Where the database cannot be reached.
    pub async fn of(
        snapshot: &mut Snapshot<'_>,
        reader: Reader,
        entries: &[Entry],
        names: &Names,
    ) -> Result<Self, Problem> {
        let named = |(id, name): (&Uuid, &String)| (*id, Named { name: name.clone(), page: None });
        let mut about = Self(names.iter().map(named).collect());
        let ids: Vec<CustomerId> = once_each(entries, |entry| entry.subject.customer);
        for known in customers::among(snapshot, &ids).await? {
            about.seen(known.id.into(), known.name().to_owned(), "customers");
        }
        let ids: Vec<OrderId> = once_each(entries, |entry| {
            matches!(begins(&entry.kind), "order" | "shipment").then_some(entry.subject.id)
        });
        for (known, _) in orders::among(snapshot, &ids).await? {
            let title = words::title(reader, known.code.as_deref(), known.placed_at);
            about.seen(known.id.into(), title, "orders");
        }
        let ids: Vec<ProductId> = once_each(entries, |entry| {
            (begins(&entry.kind) == "product").then_some(entry.subject.id)
        });
        for known in products::among(snapshot, &ids).await? {
            about.seen(known.id.into(), known.name, "products");
        }
        let ids: Vec<ContactId> = once_each(entries, |entry| {
            (begins(&entry.kind) == "contact").then_some(entry.subject.id)
        });
        for known in contacts::among(snapshot, &ids).await? {
            let (id, name) = (known.id.into(), known.details.name);
            if known.removed {
                about.0.insert(id, Named { name, page: None });
            } else {
                about.seen(id, name, "contacts");
            }
        }
        let ids: Vec<InteractionId> = once_each(entries, |entry| {
            (begins(&entry.kind) == "interaction").then_some(entry.subject.id)
        });
        for known in interactions::present_among(snapshot, &ids).await? {
            let kind = reader.say(interaction_words::key(known.kind));
            let title = format!("{kind}, {}", when::day(reader, known.at));
            about.seen(known.id.into(), title, "interactions");
        }
        let ids: Vec<ShipmentId> = once_each(entries, shipment);
        for known in orders::shipments_among(snapshot, &ids).await? {
            let tracking = known.tracking.map(|tracking| format!(" {tracking}"));
            let name = format!("{}{}", known.carrier, tracking.unwrap_or_default());
            about.0.insert(known.id.into(), Named { name, page: None });
        }
        Ok(about)
    }

    /// The names of it all.
    pub fn names(&self) -> Names {
        self.0.iter().map(|(id, named)| (*id, named.name.clone())).collect()
    }

    /// Whom and what an entry is about, where that has a name.
    pub fn entry(&self, entry: &Entry) -> Vec<Named> {
        let subject = entry.subject;
        let itself = Some(subject.id).filter(|id| subject.customer != Some(*id));
        let all = subject.customer.into_iter().chain(itself);
        all.filter_map(|id| self.0.get(&id).cloned()).collect()
    }

    fn seen(&mut self, id: Uuid, name: String, at: &str) {
        self.0.insert(id, Named { name, page: Some(format!("/{at}/{id}")) });
    }
}

/// The ids that something is known by in some entries.
fn once_each<I: From<Uuid> + Ord>(
    entries: &[Entry],
    id: impl Fn(&Entry) -> Option<Uuid>,
) -> Vec<I> {
    let mut ids: Vec<I> = entries.iter().filter_map(id).map(I::from).collect();
    ids.sort_unstable();
    ids.dedup();
    ids
}

/// The shipment that an entry tells of.
fn shipment(entry: &Entry) -> Option<Uuid> {
    if !matches!(begins(&entry.kind), "order" | "shipment") {
        return None;
    }
    let event: Value = serde_json::from_str(&entry.body).ok()?;
    event.get("shipment")?.as_str()?.parse().ok()
}
