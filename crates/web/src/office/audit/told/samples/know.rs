//! What happens to customers, orders and what is written down.

use domain::know::contacts::{
    ContactAdded, ContactChanged, ContactRemoved, ContactRestored, Details,
};
use domain::know::customers::{
    Change, CustomerAdded, CustomerChanged, CustomerConsented, CustomerRemoved, Field, How,
    Marketing,
};
use domain::know::fields::{CustomerValuesChanged, ValueChange};
use domain::know::files::{FileAttached, FileRemoved, FileRestored};
use domain::know::interactions::{
    FollowUp, FollowUpChanged, InteractionEdited, InteractionLogged, InteractionRemoved,
    InteractionRestored, Kind, Wording,
};
use domain::know::orders::{
    ImportedOrder, Line, OrderChanged, OrderEdited, OrderPlaced, OrdersGivenCurrency,
    OrdersImported, OrdersRemoved, ShipmentChanged, ShipmentSent, State,
};
use domain::know::products::{ProductAdded, ProductRemoved, ProductRenamed};
use domain::know::tags::{CustomerTagged, CustomerUntagged};
use kernel::Language;
use serde_json::Value;

use super::{KNOWN, TYPED, at, day, event, own_id, typed};

pub fn customers() -> Vec<(&'static str, Value)> {
    let to = |field: Field| match field {
        Field::Kind => "company".to_owned(),
        Field::Owner => KNOWN.to_string(),
        Field::Language => Language::Armenian.code().to_owned(),
        Field::Channel => "phone".to_owned(),
        Field::Marketing => Marketing::Consent.word().to_owned(),
        _ => typed(),
    };
    let changes: Vec<Change> = Field::ALL
        .into_iter()
        .map(|field| Change { field, from: None, to: Some(to(field)) })
        .collect();
    let added = CustomerAdded { known: changes.clone() };
    let own = ValueChange { field: own_id(), name: typed(), from: None, to: Some("yes".into()) };
    let details = Details {
        name: typed(),
        role: Some(typed()),
        email: Some(typed()),
        phone: Some(typed()),
        note: Some(typed()),
    };
    let consented = CustomerConsented {
        from: Some(Marketing::Objection.word().to_owned()),
        to: Some(Marketing::Consent.word().to_owned()),
        how: Some(How::InPerson.word().to_owned()),
        note: Some(typed()),
    };
    vec![
        event(&added),
        event(&CustomerRemoved(added)),
        event(&CustomerChanged { changes }),
        event(&consented),
        event(&CustomerValuesChanged { changes: vec![own] }),
        event(&CustomerTagged { tag: typed() }),
        event(&CustomerUntagged { tag: typed() }),
        event(&ContactAdded { details: details.clone() }),
        event(&ContactChanged { from: Details::default(), to: details }),
        event(&ContactRemoved { name: typed() }),
        event(&ContactRestored { name: typed() }),
    ]
}

pub fn orders() -> Vec<(&'static str, Value)> {
    let line = Line { product: KNOWN.into(), name: typed(), quantity: 2, unit_price: 1_250 };
    let placed = OrderPlaced {
        source: typed(),
        code: Some(typed()),
        placed_at: at(9),
        currency: "EUR".into(),
        total: 2_500,
        lines: vec![line],
    };
    let nothing = OrderPlaced {
        source: String::new(),
        code: None,
        placed_at: at(10),
        currency: "AMD".into(),
        total: 0,
        lines: Vec::new(),
    };
    let imported = ImportedOrder {
        id: KNOWN.into(),
        code: typed(),
        placed_at: at(9),
        currency: "EUR".into(),
        total: 2_500,
        state: State::Delivered,
    };
    let orders = vec![imported];
    let sent = ShipmentSent {
        shipment: KNOWN.into(),
        carrier: typed(),
        tracking: Some(typed()),
        shipped_at: at(9),
    };
    let (from, to) = (State::Open, State::Shipped);
    vec![
        event(&placed),
        event(&OrderEdited { from: nothing, to: placed }),
        event(&OrderChanged { from, to, shipment: Some(KNOWN.into()) }),
        event(&OrdersImported { source: typed(), orders: orders.clone() }),
        event(&OrdersGivenCurrency { source: typed(), orders: orders.clone() }),
        event(&OrdersRemoved { source: typed(), orders }),
        event(&sent),
        event(&ShipmentChanged { shipment: KNOWN.into(), from: None, to: Some(at(9)) }),
        event(&ProductAdded { name: typed() }),
        event(&ProductRemoved { name: typed() }),
        event(&ProductRenamed { from: "5".into(), to: typed() }),
    ]
}

pub fn interactions() -> Vec<(&'static str, Value)> {
    let logged = InteractionLogged {
        kind: Kind::Visit,
        at: at(9),
        text: typed(),
        follow_up: Some(day()),
        mentioned: vec![KNOWN.into()],
    };
    let wording =
        |kind, text: &str, follow_up| Wording { kind, at: at(9), text: text.into(), follow_up };
    let edited = InteractionEdited {
        from: wording(Kind::Call, "5", None),
        to: Wording { at: at(10), ..wording(Kind::Gift, TYPED, Some(day())) },
    };
    let follows = FollowUpChanged {
        from: FollowUp { on: day(), done: false },
        to: FollowUp { on: day().succ_opt().unwrap(), done: true },
    };
    let attached = FileAttached {
        file: KNOWN.into(),
        name: typed(),
        size: 2_000,
        sniffed: "image/png".into(),
        hash: "f8ff7c2d".into(),
    };
    vec![
        event(&logged),
        event(&edited),
        event(&InteractionRemoved {}),
        event(&InteractionRestored {}),
        event(&follows),
        event(&attached),
        event(&FileRemoved { file: KNOWN.into(), name: typed() }),
        event(&FileRestored { file: KNOWN.into(), name: typed() }),
    ]
}
