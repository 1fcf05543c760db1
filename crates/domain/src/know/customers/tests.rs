//! What is known of customers, on both databases.

use rstest::rstest;
use store::Db;
use store::log::{Actor, Earlier};
use testkit::record::{Kind, TestRecord};

use super::{
    Change, CustomerAdded, CustomerChanged, CustomerError, CustomerId, CustomerRemoved, Field,
    Hanging, How, Marketing, Refused, Version, add, customer, decide, decisions, edit, remove,
    take_back, undo, with_code,
};
use crate::know::contacts::{self, Details};
use crate::know::interactions::{self, Kind as Happened, NewInteraction};
use crate::know::tags;
use crate::office::rights::Role;
use crate::office::staff::{self, NewAccount};

async fn added(db: &Db, known: &[(Field, &str)]) -> Result<CustomerId, CustomerError> {
    let known = owned(known);
    db.write(Actor::System, async move |tx| add(tx, &known).await).await
}

async fn edited(
    db: &Db,
    id: CustomerId,
    seen: Option<Version>,
    wanted: &[(Field, &str)],
) -> Result<Vec<Change>, CustomerError> {
    let wanted = owned(wanted);
    db.write(Actor::System, async move |tx| edit(tx, id, seen, &wanted).await).await
}

fn owned(values: &[(Field, &str)]) -> Vec<(Field, String)> {
    values.iter().map(|(field, text)| (*field, (*text).to_owned())).collect()
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn what_is_written_down_is_known_in_its_canonical_text(#[case] kind: Kind) {
    let Some(TestRecord { db, .. }) = &TestRecord::empty(kind).await else { return };
    let written = [
        (Field::Name, "  Աննա   Պետրոսյան "),
        (Field::Code, "K-17"),
        (Field::Email, "Anna@Example.AM"),
        (Field::Country, "am"),
        (Field::Language, "hy-AM"),
        (Field::WhyUs, "The bread,\r\nand the talk"),
        (Field::City, "   "),
    ];
    let id = added(db, &written).await.unwrap();
    let mut reader = db.reader().await.unwrap();
    let known = customer(&mut reader.snapshot(), id).await.unwrap().unwrap();
    let values: Vec<_> = Field::ALL.map(|field| known.value(field)).into_iter().flatten().collect();
    assert_eq!(
        values,
        ["Աննա Պետրոսյան", "K-17", "Anna@example.am", "hy", "AM", "The bread,\nand the talk"]
    );
    assert_eq!(with_code(&mut reader.snapshot(), "K-17").await.unwrap(), Some(id));
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn the_log_tells_what_each_field_was_and_became(#[case] kind: Kind) {
    let Some(TestRecord { db, .. }) = &TestRecord::empty(kind).await else { return };
    let id = added(db, &[(Field::Name, "Levon"), (Field::City, "Gyumri")]).await.unwrap();
    let wanted = [(Field::Name, "Levon"), (Field::City, ""), (Field::Thanked, "A book")];
    let changes = edited(db, id, None, &wanted).await.unwrap();
    let expected = [
        Change { field: Field::City, from: Some("Gyumri".into()), to: None },
        Change { field: Field::Thanked, from: None, to: Some("A book".into()) },
    ];
    assert_eq!(changes, expected);
    let mut reader = db.reader().await.unwrap();
    let entries = reader.snapshot().timeline_of(id.into(), Earlier::default(), 10).await.unwrap();
    assert_eq!(entries.len(), 2);
    let last: CustomerChanged = entries[0].event().unwrap().unwrap();
    assert_eq!(last.changes, expected);
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn an_edit_of_what_somebody_has_changed_since_is_refused(#[case] kind: Kind) {
    let Some(TestRecord { db, .. }) = &TestRecord::empty(kind).await else { return };
    let id = added(db, &[(Field::Name, "Levon")]).await.unwrap();
    let mut reader = db.reader().await.unwrap();
    let seen = customer(&mut reader.snapshot(), id).await.unwrap().unwrap().version;
    edited(db, id, Some(seen), &[(Field::City, "Gyumri")]).await.unwrap();
    let late = edited(db, id, Some(seen), &[(Field::City, "Vanadzor")]).await;
    assert!(matches!(late, Err(CustomerError::ChangedSince)));
    let same = edited(db, id, Some(seen), &[(Field::City, "Gyumri")]).await;
    assert_eq!(same.unwrap(), [], "what is so already is not a conflict");
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn a_change_is_taken_back_where_nobody_has_changed_it_since(#[case] kind: Kind) {
    let Some(TestRecord { db, .. }) = &TestRecord::empty(kind).await else { return };
    let id = added(db, &[(Field::Name, "Levon"), (Field::City, "Gyumri")]).await.unwrap();
    edited(db, id, None, &[(Field::City, "Vanadzor"), (Field::WhyUs, "Bread")]).await.unwrap();
    let other = owned(&[(Field::WhyUs, "Bread and talk")]);
    let colleague = Actor::Token(uuid::Uuid::nil());
    db.write(colleague, async move |tx| edit(tx, id, None, &other).await).await.unwrap();
    let undone = db.write(Actor::System, async move |tx| undo(tx, id).await).await.unwrap();
    let back =
        Change { field: Field::City, from: Some("Vanadzor".into()), to: Some("Gyumri".into()) };
    assert_eq!(undone, [back]);
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn what_is_refused_is_all_named_and_nothing_is_kept(#[case] kind: Kind) {
    let Some(TestRecord { db, .. }) = &TestRecord::empty(kind).await else { return };
    let id = added(db, &[(Field::Name, "Levon"), (Field::Code, "1")]).await.unwrap();
    let long = "x".repeat(301);
    let wanted = [
        (Field::City, "Gyumri"),
        (Field::Email, "nobody"),
        (Field::Name, long.as_str()),
        (Field::Kind, "robot"),
    ];
    let Err(CustomerError::Refused(refused)) = edited(db, id, None, &wanted).await else {
        panic!("must be refused")
    };
    assert_eq!(
        refused,
        [
            (Field::Email, Refused::NotOne),
            (Field::Name, Refused::TooLong(300)),
            (Field::Kind, Refused::NotOne),
        ]
    );
    let nobody = uuid::Uuid::nil().to_string();
    for wrong in [[(Field::Name, " ")], [(Field::Owner, nobody.as_str())]] {
        assert!(matches!(edited(db, id, None, &wrong).await, Err(CustomerError::Refused(_))));
    }
    assert!(matches!(added(db, &[(Field::City, "Gyumri")]).await, Err(CustomerError::Refused(_))));
    let taken = added(db, &[(Field::Name, "Other"), (Field::Code, "1")]).await;
    let Err(CustomerError::Refused(refused)) = taken else { panic!("must be refused") };
    assert_eq!(refused, [(Field::Code, Refused::Taken)]);
    let mut reader = db.reader().await.unwrap();
    let known = customer(&mut reader.snapshot(), id).await.unwrap().unwrap();
    assert_eq!((known.version, known.value(Field::City)), (Version(1), None));
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn what_was_said_to_marketing_is_kept_with_how_and_heeded_at_once(#[case] kind: Kind) {
    let Some(TestRecord { db, .. }) = &TestRecord::empty(kind).await else { return };
    let id = added(db, &[(Field::Name, "Levon"), (Field::Marketing, "consent")]).await.unwrap();
    edited(db, id, None, &[(Field::City, "Gyumri")]).await.unwrap();
    let objects = async move |tx: &mut store::Tx<'_>| {
        decide(tx, id, Some(Marketing::Objection), Some(How::Phone), " no  letters ").await
    };
    assert!(db.write(Actor::System, objects).await.unwrap());
    let mut reader = db.reader().await.unwrap();
    let snapshot = &mut reader.snapshot();
    assert!(customer(snapshot, id).await.unwrap().unwrap().objects());
    let said = decisions(snapshot, id).await.unwrap();
    let told: Vec<_> = said.iter().map(|said| (said.said.to.as_deref(), &said.said.how)).collect();
    let by_phone = Some("phone".to_owned());
    assert_eq!(told, [(Some("objection"), &by_phone), (Some("consent"), &None)]);
    assert_eq!(said[0].said.note.as_deref(), Some("no letters"));
    let back = async move |tx: &mut store::Tx<'_>| take_back(tx, id).await;
    assert!(db.write(Actor::System, back).await.unwrap());
    let mut reader = db.reader().await.unwrap();
    let known = customer(&mut reader.snapshot(), id).await.unwrap().unwrap();
    assert_eq!(known.value(Field::Marketing).as_deref(), Some("consent"));
    let other = async move |tx: &mut store::Tx<'_>| take_back(tx, id).await;
    assert!(!db.write(Actor::Token(uuid::Uuid::nil()), other).await.unwrap());
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn who_was_added_by_mistake_is_taken_back_with_what_was_said_of_them(#[case] kind: Kind) {
    let Some(TestRecord { db, .. }) = &TestRecord::empty(kind).await else { return };
    let id = added(db, &[(Field::Name, "Kafe Manu"), (Field::Marketing, "consent")]).await.unwrap();
    edited(db, id, None, &[(Field::City, "Athens")]).await.unwrap();
    db.write(Actor::System, async move |tx| tags::add(tx, id, "vip").await).await.unwrap();
    let hanging = db.write(Actor::System, async move |tx| remove(tx, id).await).await.unwrap();
    assert_eq!(hanging, []);
    let mut reader = db.reader().await.unwrap();
    assert_eq!(customer(&mut reader.snapshot(), id).await.unwrap(), None);
    let told = reader.snapshot().timeline_of(id.into(), Earlier::default(), 9).await.unwrap();
    let CustomerRemoved(CustomerAdded { known }) = told[0].event().unwrap().unwrap();
    let known: Vec<_> = known.into_iter().filter_map(|change| change.to).collect();
    assert_eq!(known, ["Kafe Manu", "Athens", "consent"], "the log still knows");
    drop(reader);
    let again = db.write(Actor::System, async move |tx| remove(tx, id).await).await;
    assert!(matches!(again, Err(CustomerError::Unknown)));
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn with_whom_something_has_happened_stays_for_what_is_there_and_not_for_what_was_removed(
    #[case] kind: Kind,
) {
    let Some(TestRecord { db, .. }) = &TestRecord::empty(kind).await else { return };
    let id = added(db, &[(Field::Name, "Levon")]).await.unwrap();
    let happen = async move |tx: &mut store::Tx<'_>| {
        let nora = NewAccount {
            email: "nora@shop.test".to_owned(),
            name: "Nora".to_owned(),
            role: Role::Agent,
            password: None,
        };
        staff::add(tx, &nora).await.unwrap();
        let text = "@nora, he wants rye".to_owned();
        let call = NewInteraction { kind: Happened::Call, at: None, text, follow_up: None };
        let call = interactions::log(tx, id, &call).await.unwrap();
        let ani = Details { name: "Ani".to_owned(), ..Details::default() };
        Ok::<_, store::StoreError>((call, contacts::add(tx, id, &ani).await.unwrap()))
    };
    let (call, ani) = db.write(Actor::System, happen).await.unwrap();
    let removes =
        async || db.write(Actor::System, async move |tx| remove(tx, id).await).await.unwrap();
    assert_eq!(removes().await, [Hanging::Interactions, Hanging::Contacts]);
    db.write(Actor::System, async move |tx| interactions::remove(tx, call).await).await.unwrap();
    assert_eq!(removes().await, [Hanging::Contacts]);
    let mut reader = db.reader().await.unwrap();
    assert!(customer(&mut reader.snapshot(), id).await.unwrap().is_some());
    drop(reader);
    db.write(Actor::System, async move |tx| interactions::restore(tx, call).await).await.unwrap();
    db.write(Actor::System, async move |tx| contacts::remove(tx, ani).await).await.unwrap();
    assert_eq!(removes().await, [Hanging::Interactions], "what was brought back is there again");
    db.write(Actor::System, async move |tx| interactions::remove(tx, call).await).await.unwrap();
    assert_eq!(removes().await, []);
    let mut reader = db.reader().await.unwrap();
    let snapshot = &mut reader.snapshot();
    assert_eq!(customer(snapshot, id).await.unwrap(), None);
    assert_eq!(interactions::interaction(snapshot, call).await.unwrap(), None);
    assert_eq!(contacts::contact(snapshot, ani).await.unwrap(), None);
    let told = snapshot.timeline_of(id.into(), Earlier::default(), 20).await.unwrap();
    let kinds: Vec<&str> = told.iter().map(|entry| entry.kind.as_str()).collect();
    for kind in ["interaction.logged", "contact.added", "customer.removed"] {
        assert!(kinds.contains(&kind), "the log still knows: {kinds:?}");
    }
}
