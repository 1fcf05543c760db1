//! An event of every kind, with all that one can hold. Whoever adds a field to
//! an event is led here by the compiler.

use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use domain::know::bulk::{Alter, BulkBegun, BulkTakenBack};
use domain::know::contacts::{
    ContactAdded, ContactChanged, ContactRemoved, ContactRestored, Details,
};
use domain::know::customers::{
    Change, CustomerAdded, CustomerChanged, CustomerConsented, CustomerRemoved, Field, How,
    Marketing,
};
use domain::know::fields::{
    CustomField, CustomerValuesChanged, FieldAdded, FieldChanged, FieldId, FieldRemoved,
    FieldRestored, Holds, ValueChange,
};
use domain::know::files::{FileAttached, FileRemoved, FileRestored};
use domain::know::imports::{Applied, Counts, ImportApplied, ImportUndone, Read, Undone};
use domain::know::interactions::{
    FollowUp, FollowUpChanged, InteractionEdited, InteractionLogged, InteractionRemoved,
    InteractionRestored, Kind, Wording,
};
use domain::know::lists::ListTakenOut;
use domain::know::orders::{
    ImportedOrder, Line, OrderChanged, OrderEdited, OrderPlaced, OrdersGivenCurrency,
    OrdersImported, OrdersRemoved, ShipmentChanged, ShipmentSent, State,
};
use domain::know::products::{ProductAdded, ProductRemoved, ProductRenamed};
use domain::know::tags::{CustomerTagged, CustomerUntagged};
use domain::know::views::{NewView, ViewChanged, ViewRemoved, ViewRestored, ViewSaved};
use domain::office::given_up::{JobDropped, JobRetried};
use domain::office::invitations::{InvitationWithdrawn, Invited};
use domain::office::links::LinkMade;
use domain::office::rights::{Right, Role};
use domain::office::second_factor::{
    RecoveryCodeUsed, SecondFactorTurnedOff, SecondFactorTurnedOn,
};
use domain::office::settings::{
    Business, Calendar, Change as Setting, Holiday, Hours, Region, ReviewTerms, SettingsChanged,
    Tier,
};
use domain::office::staff::{
    Own, RoleChanged, SessionEnded, SignedIn, SignedOut, StaffAdded, StaffChanged, StaffLetBackIn,
    StaffLockedOut, StaffPasswordChanged,
};
use domain::office::teams::{TeamJoined, TeamLeft, TeamMade, TeamRemoved, TeamRenamed};
use domain::office::tokens::{TokenMade, TokenRevoked};
use kernel::Language;
use serde_json::Value;
use store::log::Event;
use uuid::Uuid;

/// What somebody typed: of no language but Greek, whose letters are like no
/// word of the program's.
const TYPED: &str = "Ω";
/// Whom events know by their id.
pub const KNOWN: Uuid = Uuid::from_u128(1);

/// The field that the business made up.
pub fn own() -> CustomField {
    CustomField {
        id: own_id(),
        key: TYPED.into(),
        name: TYPED.into(),
        holds: Holds::YesNo,
        position: 0,
        removed: false,
    }
}

fn own_id() -> FieldId {
    Uuid::from_u128(2).into()
}

/// All of them, by their kinds.
pub fn all() -> Vec<(&'static str, Value)> {
    [customers(), orders(), interactions(), files_of_many(), staff(), office(), settings()].concat()
}

fn event<E: Event>(event: &E) -> (&'static str, Value) {
    (E::KIND, serde_json::to_value(event).unwrap())
}

fn typed() -> String {
    TYPED.to_owned()
}

fn at(hour: u32) -> DateTime<Utc> {
    day().and_hms_opt(hour, 0, 0).unwrap().and_utc()
}

fn day() -> NaiveDate {
    "2026-03-01".parse().unwrap()
}

fn customers() -> Vec<(&'static str, Value)> {
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

fn orders() -> Vec<(&'static str, Value)> {
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

fn interactions() -> Vec<(&'static str, Value)> {
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

fn files_of_many() -> Vec<(&'static str, Value)> {
    let read =
        Read { rows: 1, customers: 2, orders: 3, rejected: 4, anonymous: 5, unmatched_returns: 6 };
    let applied = Applied {
        customers_added: 1,
        customers_known: 2,
        customers_filled: 3,
        orders_added: 4,
        orders_known: 5,
        orders_differing: 6,
        orders_given_currency: 7,
        orders_clashing: 8,
    };
    let undone = Undone {
        orders_removed: 1,
        orders_kept: 2,
        customers_removed: 3,
        customers_kept: 4,
        fields_emptied: 5,
        fields_kept: 6,
        currencies_emptied: 7,
        currencies_kept: 8,
        products_removed: 9,
    };
    let counts = Counts { customers: 2, orders: 3, read, applied, undone: Some(undone) };
    let query = format!("tag:{TYPED} kind:company consent:none");
    let begun = |alter| BulkBegun { alter, query: query.clone(), customers: Some(3) };
    let view = NewView {
        name: typed(),
        query: query.clone(),
        sort: "-spent".into(),
        columns: vec!["city".into(), "seen".into()],
        is_shared: true,
    };
    let before = NewView {
        name: "5".into(),
        query: String::new(),
        sort: "name".into(),
        columns: Vec::new(),
        is_shared: false,
    };
    let choice = Holds::Choice { of: vec![typed()] };
    vec![
        event(&ImportApplied { source: typed(), files: vec![typed()], counts }),
        event(&ImportUndone { source: typed(), undone }),
        event(&begun(Alter::Field { field: Field::Owner, value: KNOWN.to_string() })),
        event(&begun(Alter::Own { field: own_id(), value: "yes".into() })),
        event(&begun(Alter::Tag { tag: typed() })),
        event(&begun(Alter::Untag { tag: typed() })),
        event(&BulkTakenBack {}),
        event(&ListTakenOut { query, form: "csv".into() }),
        event(&ViewSaved { view: view.clone() }),
        event(&ViewChanged { from: before, to: view }),
        event(&ViewRemoved { name: typed() }),
        event(&ViewRestored { name: typed() }),
        event(&FieldAdded { name: typed(), key: typed(), holds: choice.clone() }),
        event(&FieldChanged { from: (typed(), Holds::YesNo), to: (typed(), choice) }),
        event(&FieldRemoved { name: typed() }),
        event(&FieldRestored { name: typed() }),
    ]
}

fn staff() -> Vec<(&'static str, Value)> {
    let own = |name: &str, language: Option<Language>| Own {
        name: name.into(),
        language: language.map(|language| language.code().to_owned()),
    };
    vec![
        event(&StaffAdded { email: typed(), name: typed(), role: Role::ReadOnly }),
        event(&SignedIn {}),
        event(&SignedOut {}),
        event(&StaffChanged { from: own("5", None), to: own(TYPED, Some(Language::Greek)) }),
        event(&RoleChanged { from: Role::Agent, to: Role::Owner }),
        event(&StaffLockedOut {}),
        event(&StaffLetBackIn {}),
        event(&SessionEnded { agent: typed() }),
        event(&StaffPasswordChanged {}),
        event(&SecondFactorTurnedOn {}),
        event(&SecondFactorTurnedOff {}),
        event(&RecoveryCodeUsed {}),
        event(&LinkMade {}),
        event(&Invited { email: typed(), role: Role::Manager }),
        event(&InvitationWithdrawn { email: typed() }),
        event(&TeamJoined { team: typed() }),
        event(&TeamLeft { team: typed() }),
    ]
}

fn office() -> Vec<(&'static str, Value)> {
    let made = TokenMade {
        name: typed(),
        rights: Right::ALL.into_iter().collect(),
        account: KNOWN.into(),
        expires_at: Some(at(9)),
    };
    vec![
        event(&TeamMade { name: typed() }),
        event(&TeamRenamed { from: "5".into(), to: typed() }),
        event(&TeamRemoved { name: typed() }),
        event(&made),
        event(&TokenRevoked { name: typed() }),
        event(&JobRetried { job: "review.make".into() }),
        event(&JobDropped { job: "upload.bring_in".into(), reason: typed() }),
    ]
}

fn settings() -> Vec<(&'static str, Value)> {
    let changed = |from, to| event(&SettingsChanged { from, to });
    let business = Business { name: typed(), colour: Some("#102030".parse().unwrap()) };
    let region = Region {
        main_language: Some(Language::Greek),
        languages: vec![Language::Greek, Language::Armenian],
        currency: Some("EUR".parse().unwrap()),
        time_zone: "GMT".parse().unwrap(),
    };
    let mut calendar =
        Calendar { holidays: vec![Holiday { on: day(), name: typed() }], ..Calendar::default() };
    calendar.hours[0] = calendar.hours[0]
        .map(|hours| Hours { from: NaiveTime::from_hms_opt(8, 30, 0).unwrap(), ..hours });
    let tiers = vec![Tier { name: typed(), spent_a_year: 20_000 }];
    let terms = ReviewTerms {
        lost_after: Some(90),
        horizon_months: 24,
        margin_percent: Some(30),
        gold_percent: 10,
    };
    vec![
        changed(Setting::Business(Business::default()), Setting::Business(business)),
        changed(Setting::Logo { logo: None }, Setting::Logo { logo: Some("f8ff7c2d".into()) }),
        changed(Setting::Region(Region::default()), Setting::Region(region)),
        changed(Setting::Calendar(Calendar::default()), Setting::Calendar(calendar)),
        changed(Setting::Tiers { tiers: Vec::new() }, Setting::Tiers { tiers }),
        changed(Setting::Review(ReviewTerms::default()), Setting::Review(terms)),
    ]
}
