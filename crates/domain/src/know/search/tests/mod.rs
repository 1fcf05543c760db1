//! What is found of the record, on both databases.

mod alike;
mod products;

use std::sync::Arc;

use rstest::rstest;
use store::Db;
use store::log::{Actor, rebuild};
use testkit::record::{Kind as Database, TestRecord, keeps_up, search_index};
use tokio::sync::Notify;

use super::{Found, FoundCustomer, Indexer, find};
use crate::know::customers::{self, CustomerError, CustomerId, Field};
use crate::know::interactions::{
    self, InteractionError, InteractionId, Kind, NewInteraction, log, remove, restore,
};
use crate::readers;

async fn added(db: &Db, known: &[(Field, &str)]) -> CustomerId {
    let known: Vec<_> = known.iter().map(|(field, value)| (*field, (*value).to_owned())).collect();
    db.write(Actor::System, async move |tx| customers::add(tx, &known).await).await.unwrap()
}

async fn edited(db: &Db, id: CustomerId, field: Field, value: &str) {
    let wanted = [(field, value.to_owned())];
    let edit = async move |tx: &mut store::Tx<'_>| {
        customers::edit(tx, id, None, &wanted).await?;
        Ok::<_, CustomerError>(())
    };
    db.write(Actor::System, edit).await.unwrap();
}

fn call(text: &str) -> NewInteraction {
    NewInteraction { kind: Kind::Call, at: None, text: text.into(), follow_up: None }
}

async fn logged(db: &Db, customer: CustomerId, text: &str) -> InteractionId {
    let new = call(text);
    db.write(Actor::System, async move |tx| log(tx, customer, &new).await).await.unwrap()
}

/// Brings the index into step.
async fn keep_up(db: &Db) {
    keeps_up(db, &Arc::new(Indexer)).await.unwrap();
}

async fn search(db: &Db, words: &str) -> Found {
    keep_up(db).await;
    let mut reader = db.reader().await.unwrap();
    find(&mut reader.snapshot(), words, None, 20).await.unwrap()
}

/// Whoever is found, and where: marks in brackets.
async fn found(db: &Db, words: &str) -> Vec<String> {
    search(db, words).await.customers.iter().map(told).collect()
}

fn told(customer: &FoundCustomer) -> String {
    let marked = |parts: &[store::search::Part]| -> String {
        parts
            .iter()
            .map(|part| if part.is_match { format!("[{}]", part.text) } else { part.text.clone() })
            .collect()
    };
    let mut told = vec![marked(&customer.name)];
    if customer.is_guess {
        told.push("a guess".to_owned());
    }
    let fields = customer.fields.iter();
    told.extend(
        fields.map(|found| format!("{}: {}", found.field.name(), marked(&found.snippet.parts))),
    );
    told.extend(customer.interactions.iter().map(|found| marked(&found.snippet.parts)));
    told.join("; ")
}

#[rstest]
#[case::sqlite(Database::Sqlite)]
#[case::postgres(Database::Postgres)]
#[tokio::test]
async fn a_customer_is_found_by_every_field_and_told_which(#[case] kind: Database) {
    let Some(TestRecord { db, .. }) = &TestRecord::empty(kind).await else { return };
    let anna = [
        (Field::Name, "Աննա Պետրոսյան"),
        (Field::Code, "K-17"),
        (Field::Email, "Anna.P@Example.AM"),
        (Field::Phone, "+374 91 12-34-56"),
        (Field::City, "Gyumri"),
        (Field::Language, "ro"),
        (Field::WhyUs, "The rye bread,\nand early deliveries"),
        (Field::Thanked, "A box of apricots"),
    ];
    added(db, &anna).await;
    added(db, &[(Field::Name, "Levon"), (Field::City, "Vanadzor")]).await;
    for (words, expected) in [
        ("Анна", "[Աննա] Պետրոսյան"),
        ("petrosyan", "Աննա [Պետրոսյան]"),
        ("petorsyan", "Աննա Պետրոսյան; a guess"),
        ("k17", "Աննա Պետրոսյան; code: [K-17]"),
        ("anna.p@example.am", "Աննա Պետրոսյան; email: [Anna.P@example.am]"),
        ("@example.am", "Աննա Պետրոսյան; email: [Anna.P@example.am]"),
        ("091 123456", "Աննա Պետրոսյան; phone: [+374 91 12-34-56]"),
        ("0037491123456", "Աննա Պետրոսյան; phone: [+374 91 12-34-56]"),
        ("3456", "Աննա Պետրոսյան; phone: [+374 91 12-34-56]"),
        ("Гюмри", "Աննա Պետրոսյան; city: [Gyumri]"),
        ("petrosyan gyumri", "Աննա [Պետրոսյան]; city: [Gyumri]"),
        ("delivery", "Աննա Պետրոսյան; why_us: and early [deliveries]"),
        ("apricot", "Աննա Պետրոսյան; thanked: A box of [apricots]"),
    ] {
        assert_eq!(found(db, words).await, [expected], "{words}");
    }
    assert!(found(db, "nobody").await.is_empty());
    assert!(found(db, "").await.is_empty());
}

#[rstest]
#[case::sqlite(Database::Sqlite)]
#[case::postgres(Database::Postgres)]
#[tokio::test]
async fn people_of_one_name_are_told_apart_by_what_is_not_said_already(#[case] kind: Database) {
    let Some(TestRecord { db, .. }) = &TestRecord::empty(kind).await else { return };
    let known = [
        (Field::Name, "Հակոբյան"),
        (Field::City, "Gyumri"),
        (Field::Phone, "+374 91 12-34-56"),
        (Field::Email, "ani@example.am"),
    ];
    added(db, &known).await;
    let apart = async |words: &str| -> Vec<Field> {
        let found = search(db, words).await.customers;
        assert_eq!(found.len(), 1, "{words}");
        found.iter().flat_map(|one| &one.apart).map(|(field, _)| *field).collect()
    };
    assert_eq!(apart("Акоп").await, [Field::City, Field::Phone, Field::Email]);
    assert_eq!(apart("hakobyan gyumri").await, [Field::Phone, Field::Email]);
    assert_eq!(apart("123456").await, [Field::City, Field::Email]);
}

#[rstest]
#[case::sqlite(Database::Sqlite)]
#[case::postgres(Database::Postgres)]
#[tokio::test]
async fn what_is_changed_is_found_as_it_is_now(#[case] kind: Database) {
    let Some(TestRecord { db, .. }) = &TestRecord::empty(kind).await else { return };
    let id = added(db, &[(Field::Name, "Bakery"), (Field::WhyUs, "Bread")]).await;
    assert_eq!(found(db, "bread").await, ["Bakery; why_us: [Bread]"]);
    edited(db, id, Field::Name, "Tavern").await;
    edited(db, id, Field::WhyUs, "").await;
    assert!(found(db, "bakery").await.is_empty());
    assert!(found(db, "bread").await.is_empty());
    assert_eq!(found(db, "tavern").await, ["[Tavern]"]);
}

#[rstest]
#[case::sqlite(Database::Sqlite)]
#[case::postgres(Database::Postgres)]
#[tokio::test]
async fn a_note_is_found_until_it_is_removed_and_again_when_restored(#[case] kind: Database) {
    let Some(TestRecord { db, .. }) = &TestRecord::empty(kind).await else { return };
    let customer = added(db, &[(Field::Name, "Bakery")]).await;
    let note = logged(db, customer, "Просил доставку ко вторнику").await;
    logged(db, customer, "").await;
    let there = ["Bakery; Просил [доставку] ко вторнику"];
    assert_eq!(found(db, "доставка").await, there);
    db.write(Actor::System, async move |tx| remove(tx, note).await).await.unwrap();
    let mut reader = db.reader().await.unwrap();
    let early = find(&mut reader.snapshot(), "доставка", None, 20).await.unwrap();
    assert!(early.customers.is_empty(), "removed before the index knows of it");
    drop(reader);
    assert!(found(db, "доставка").await.is_empty());
    db.write(Actor::System, async move |tx| restore(tx, note).await).await.unwrap();
    assert_eq!(found(db, "доставка").await, there);
    let silent = call("");
    let edit = async move |tx: &mut store::Tx<'_>| interactions::edit(tx, note, &silent).await;
    db.write(Actor::System, edit).await.unwrap();
    assert!(found(db, "доставка").await.is_empty());
}

#[rstest]
#[case::sqlite(Database::Sqlite)]
#[case::postgres(Database::Postgres)]
#[tokio::test]
async fn what_is_found_of_one_customer_stands_together_page_by_page(#[case] kind: Database) {
    let Some(TestRecord { db, .. }) = &TestRecord::empty(kind).await else { return };
    let customer = added(db, &[(Field::Name, "Honey House")]).await;
    let other = added(db, &[(Field::Name, "Levon")]).await;
    for text in ["Wants honey", "More honey"] {
        logged(db, customer, text).await;
    }
    logged(db, other, "Sells honey").await;
    let all = search(db, "honey").await;
    assert_eq!(all.after, None);
    let [first, second] = all.customers.as_slice() else { panic!("two, not {all:?}") };
    assert_eq!((first.id, first.interactions.len()), (customer, 2), "by name comes first");
    assert_eq!((second.id, second.interactions.len()), (other, 1));
    let mut reader = db.reader().await.unwrap();
    let (mut after, mut met) = (None, Vec::new());
    loop {
        let page = find(&mut reader.snapshot(), "honey", after, 1).await.unwrap();
        for customer in &page.customers {
            let notes = &customer.interactions;
            met.push((customer.id, notes.first().map(|note| note.interaction.id)));
        }
        after = page.after;
        if after.is_none() {
            break;
        }
    }
    let once = std::collections::BTreeSet::from_iter(met.clone());
    assert_eq!((met.len(), once.len()), (4, 4), "each once: {met:?}");
    assert_eq!(met.first(), Some(&(customer, None)));
}

#[rstest]
#[case::sqlite(Database::Sqlite)]
#[case::postgres(Database::Postgres)]
#[tokio::test]
async fn a_rebuild_makes_the_same_index_byte_for_byte(#[case] kind: Database) {
    let Some(TestRecord { db, clock, .. }) = &TestRecord::empty(kind).await else { return };
    let mut notes = Vec::new();
    for (name, city) in [("Anna", "Gyumri"), ("Анна", "Кишинёв"), ("Άννα", "Πάτρα")]
    {
        clock.advance(chrono::TimeDelta::seconds(7));
        let id = added(db, &[(Field::Name, name), (Field::City, city)]).await;
        keep_up(db).await;
        notes.push(logged(db, id, "Asked for rye, again").await);
        notes.push(logged(db, id, "Never called back").await);
        edited(db, id, Field::Thanked, "A book of poems").await;
        keep_up(db).await;
        edited(db, id, Field::City, "Brăila").await;
    }
    let (first, second) = (notes[0], notes[1]);
    let change = async move |tx: &mut store::Tx<'_>| {
        remove(tx, first).await?;
        interactions::edit(tx, second, &call("Called back")).await?;
        remove(tx, second).await?;
        restore(tx, second).await?;
        Ok::<_, InteractionError>(())
    };
    db.write(Actor::System, change).await.unwrap();
    keep_up(db).await;
    let kept = search_index(db).await.unwrap();
    assert!(kept.len() > 30, "{kept:#?}");
    rebuild(db, &Arc::new(Indexer), |_| ()).await.unwrap();
    keep_up(db).await;
    assert_eq!(search_index(db).await.unwrap(), kept);
}

#[rstest]
#[case::sqlite(Database::Sqlite)]
#[case::postgres(Database::Postgres)]
#[tokio::test]
async fn the_program_makes_findable_what_is_written_until_it_is_stopped(#[case] kind: Database) {
    let Some(TestRecord { db, .. }) = &TestRecord::empty(kind).await else { return };
    let stop = Arc::new(Notify::new());
    let running = tokio::spawn(readers::run(db.clone(), Arc::clone(&stop)));
    let mut committed = db.commits();
    added(db, &[(Field::Name, "Bakery")]).await;
    loop {
        let mut reader = db.reader().await.unwrap();
        let found = find(&mut reader.snapshot(), "bakery", None, 20).await.unwrap();
        if !found.customers.is_empty() {
            break;
        }
        drop(reader);
        committed.changed().await.unwrap();
    }
    stop.notify_one();
    running.await.unwrap();
}
