//! What is known of customers, on both databases.

use chrono::TimeDelta;
use rstest::rstest;
use store::Db;
use store::log::{Actor, Earlier};
use testkit::record::{Kind, TestRecord};

use super::{
    Change, CustomerChanged, CustomerError, CustomerId, Field, Order, Place, Refused, Sort,
    Version, add, customer, edit, page, undo, with_code,
};

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
async fn a_list_is_read_page_by_page_both_ways_whatever_it_is_sorted_by(#[case] kind: Kind) {
    let Some(TestRecord { db, clock, .. }) = &TestRecord::empty(kind).await else { return };
    for name in ["Ծովինար", "anna", "Борис", "Anna", "Ζωή", "boris", "Anna"] {
        added(db, &[(Field::Name, name)]).await.unwrap();
        clock.advance(TimeDelta::microseconds(1_500));
    }
    for by in Order::ALL {
        for descending in [false, true] {
            let sort = Sort { by, descending };
            let whole = pages(db, sort, 100).await;
            assert_eq!(whole.len(), 1);
            assert_eq!(pages(db, sort, 3).await.concat(), whole.concat());
            assert_eq!(whole[0].len(), 7);
        }
    }
}

/// The ids of every page forwards, after walking back and finding the same.
async fn pages(db: &Db, sort: Sort, limit: u32) -> Vec<Vec<CustomerId>> {
    let mut reader = db.reader().await.unwrap();
    let mut forwards = Vec::new();
    let mut from: Option<Place> = None;
    let mut back;
    loop {
        let read = page(&mut reader.snapshot(), sort, from.as_ref(), limit).await.unwrap();
        forwards.push(read.rows.iter().map(|row| row.id).collect::<Vec<_>>());
        back = read.before;
        match read.after {
            Some(after) => from = Some(after),
            None => break,
        }
    }
    for expected in forwards.iter().rev().skip(1) {
        let read = page(&mut reader.snapshot(), sort, back.as_ref(), limit).await.unwrap();
        assert_eq!(read.rows.iter().map(|row| row.id).collect::<Vec<_>>(), *expected);
        back = read.before;
    }
    assert_eq!(back, None);
    forwards
}
