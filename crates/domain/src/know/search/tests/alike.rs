//! Who may be whom one is about to add, and who is reached through the people
//! there, on both databases.

use rstest::rstest;
use store::Db;
use store::log::Actor;
use testkit::record::{Kind as Database, TestRecord};

use super::super::{Likeness, Newcomer, alike as alike_in};
use super::{added, found, keep_up};
use crate::know::contacts::{self, ContactId, Details};
use crate::know::customers::{CustomerId, Field};

/// The names of those who may be somebody new, and by what.
async fn alike(db: &Db, new: Newcomer<'_>) -> Vec<(String, Vec<Likeness>)> {
    keep_up(db).await;
    let mut reader = db.reader().await.unwrap();
    let found = alike_in(&mut reader.snapshot(), &new).await.unwrap();
    found.into_iter().map(|alike| (alike.customer.called(), alike.by)).collect()
}

/// The names of those called alike.
async fn called_alike(db: &Db, name: &str) -> Vec<String> {
    let found = alike(db, Newcomer { name, ..Newcomer::default() }).await.into_iter();
    found.map(|(name, by)| if by == [Likeness::Name] { name } else { panic!("{by:?}") }).collect()
}

async fn met(db: &Db, customer: CustomerId, details: Details) -> ContactId {
    let add = async move |tx: &mut store::Tx<'_>| contacts::add(tx, customer, &details).await;
    db.write(Actor::System, add).await.unwrap()
}

#[rstest]
#[case::sqlite(Database::Sqlite)]
#[case::postgres(Database::Postgres)]
#[tokio::test]
async fn those_called_alike_are_told_from_those_who_only_have_the_words(#[case] kind: Database) {
    let Some(TestRecord { db, .. }) = &TestRecord::empty(kind).await else { return };
    added(db, &[(Field::Name, "Καφέ Μάνου")]).await;
    added(db, &[(Field::Name, "Kafe Manu Athens")]).await;
    added(db, &[(Field::Name, "Levon Petrosyan"), (Field::WhyUs, "kafe manu sent him")]).await;
    assert_eq!(called_alike(db, "Kafe Manu").await, ["Καφέ Μάνου"]);
    assert_eq!(called_alike(db, "Petrosian Levon").await, ["Levon Petrosyan"]);
    assert_eq!(
        called_alike(db, "Levon Petrosan").await,
        ["Levon Petrosyan"],
        "a letter is left out"
    );
    assert_eq!(called_alike(db, "Levon").await, Vec::<String>::new());
    assert_eq!(called_alike(db, "").await, Vec::<String>::new());
}

#[rstest]
#[case::sqlite(Database::Sqlite)]
#[case::postgres(Database::Postgres)]
#[tokio::test]
async fn whoever_has_the_number_or_address_of_somebody_new_may_be_they(#[case] kind: Database) {
    let Some(TestRecord { db, .. }) = &TestRecord::empty(kind).await else { return };
    let popescu = [
        (Field::Name, "Nicolae Popescu"),
        (Field::Phone, "+373 69 123-456"),
        (Field::Email, "N.Popescu@example.md"),
    ];
    added(db, &popescu).await;
    let bakery = added(db, &[(Field::Name, "Bakery"), (Field::WhyUs, "069123456")]).await;
    let ion = Details {
        name: "Ion".into(),
        phone: Some("022 555 777".into()),
        email: Some("ion@bakery.md".into()),
        ..Details::default()
    };
    met(db, bakery, ion).await;
    let is = |name: &str, by: &[Likeness]| vec![(name.to_owned(), by.to_vec())];
    let new = |name, phone, email| Newcomer { name, phone, email };
    let same = is("Nicolae Popescu", &[Likeness::Phone]);
    for phone in ["069123456", "tel. +37369123456", "0037369123456"] {
        assert_eq!(alike(db, new("N. Popescu", phone, "")).await, same, "{phone}");
    }
    let same = is("Nicolae Popescu", &[Likeness::Email]);
    assert_eq!(alike(db, new("N. Popescu", "", "n.popescu@EXAMPLE.md")).await, same);
    let all = new("Popescu Nicolae", "69123456", "n.popescu@example.md");
    let every = [Likeness::Phone, Likeness::Email, Likeness::Name];
    assert_eq!(alike(db, all).await, is("Nicolae Popescu", &every), "once, by all of them");
    let of_ion = is("Bakery", &[Likeness::Phone]);
    assert_eq!(alike(db, new("I. Rusu", "+37322555777", "")).await, of_ion);
    let of_ion = is("Bakery", &[Likeness::Email]);
    assert_eq!(alike(db, new("I. Rusu", "", "Ion@bakery.md")).await, of_ion);
    for phone in ["+40 69 123 456", "069123457", "3456", "", "none"] {
        assert_eq!(alike(db, new("N. Popescu", phone, "@example.md")).await, [], "{phone}");
    }
}

#[rstest]
#[case::sqlite(Database::Sqlite)]
#[case::postgres(Database::Postgres)]
#[tokio::test]
async fn a_customer_is_found_by_the_people_there_while_they_are(#[case] kind: Database) {
    let Some(TestRecord { db, .. }) = &TestRecord::empty(kind).await else { return };
    let bakery = added(db, &[(Field::Name, "Bakery"), (Field::Phone, "+373 22 100-200")]).await;
    let ion = Details {
        name: "Ion Papadakis".into(),
        role: Some("Plumber".into()),
        note: Some("mornings".into()),
        phone: Some("+373 69 123-456".into()),
        email: Some("ion@example.md".into()),
    };
    let ion = met(db, bakery, ion).await;
    for (words, told) in [
        ("069123456", "Bakery; phone: Ion Papadakis · [+373 69 123-456]"),
        ("ion@example.md", "Bakery; email: Ion Papadakis · [ion@example.md]"),
        ("ion", "Bakery; name: [Ion] Papadakis; email: Ion Papadakis · [ion@example.md]"),
        ("Παπαδάκης", "Bakery; name: Ion [Papadakis]"),
        ("papad", "Bakery; name: Ion [Papadakis]"),
        ("papadkis", "Bakery; a guess"),
        ("plumber", "Bakery"),
        ("mornings", "Bakery"),
        ("bakery papadakis", "[Bakery]; name: Ion [Papadakis]"),
    ] {
        assert_eq!(found(db, words).await, [told], "{words}");
    }
    assert_eq!(found(db, "022100200").await, ["Bakery; phone: [+373 22 100-200]"]);
    let leave = async move |tx: &mut store::Tx<'_>| contacts::remove(tx, ion).await;
    db.write(Actor::System, leave).await.unwrap();
    assert!(found(db, "069123456").await.is_empty());
    let back = async move |tx: &mut store::Tx<'_>| contacts::restore(tx, ion).await;
    db.write(Actor::System, back).await.unwrap();
    assert_eq!(found(db, "ion@example.md").await.len(), 1);
}
