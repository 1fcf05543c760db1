//! Fields that a business made up, on both databases.

use rstest::rstest;
use store::Db;
use store::log::{Actor, Earlier};
use testkit::record::{Kind, TestRecord};

use super::{
    CustomerValuesChanged, FieldError, FieldId, Holds, NewField, add, edit, field, present, remove,
    restore, set, undo, values_of,
};
use crate::know::customers::{self, CustomerId, Field, Refused};

async fn customer(db: &Db) -> CustomerId {
    let known = [(Field::Name, "Levon".to_owned())];
    db.write(Actor::System, async move |tx| customers::add(tx, &known).await).await.unwrap()
}

async fn adds(db: &Db, name: &str, holds: Holds) -> Result<FieldId, FieldError> {
    let new = NewField { name: name.into(), holds };
    db.write(Actor::System, async move |tx| add(tx, &new).await).await
}

async fn says(db: &Db, id: CustomerId, field: FieldId, value: &str) -> Result<bool, FieldError> {
    let value = value.to_owned();
    let change = db.write(Actor::System, async move |tx| set(tx, id, field, &value).await).await;
    change.map(|change| change.is_some())
}

async fn value(db: &Db, id: CustomerId, field: FieldId) -> Option<String> {
    let mut reader = db.reader().await.unwrap();
    values_of(&mut reader.snapshot(), id).await.unwrap().remove(&field)
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn a_value_is_kept_logged_by_name_and_taken_back(#[case] kind: Kind) {
    let Some(TestRecord { db, .. }) = &TestRecord::empty(kind).await else { return };
    let id = customer(db).await;
    let size = adds(db, " Shoe  size ", Holds::Number).await.unwrap();
    assert!(says(db, id, size, " 38,50 ").await.unwrap());
    assert!(!says(db, id, size, "38.5").await.unwrap());
    assert!(says(db, id, size, "39").await.unwrap());
    let undone = db.write(Actor::System, async move |tx| undo(tx, id).await).await.unwrap();
    assert!(undone);
    assert_eq!(value(db, id, size).await.as_deref(), Some("38.5"));
    let mut reader = db.reader().await.unwrap();
    let snapshot = &mut reader.snapshot();
    let entries = snapshot.timeline_of(id.into(), Earlier::default(), 1).await.unwrap();
    let told: CustomerValuesChanged = entries[0].event().unwrap().unwrap();
    assert_eq!(told.changes[0].name, "Shoe size");
    assert_eq!(told.changes[0].from.as_deref(), Some("39"));
    assert_eq!(field(snapshot, size).await.unwrap().unwrap().key, "shoe_size");
    assert!(says(db, id, size, "").await.unwrap());
    assert_eq!(value(db, id, size).await, None);
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn a_field_is_renamed_removed_and_brought_back_with_its_values(#[case] kind: Kind) {
    let Some(TestRecord { db, .. }) = &TestRecord::empty(kind).await else { return };
    let id = customer(db).await;
    let choice = |words: &[&str]| Holds::Choice { of: words.iter().map(|w| (*w).into()).collect() };
    let tea = adds(db, "Tea", choice(&["Black", "black", "Green"])).await.unwrap();
    assert!(says(db, id, tea, "GREEN").await.unwrap());
    let wanted = NewField { name: "Favourite tea".into(), holds: choice(&["Black", "White"]) };
    assert!(db.write(Actor::System, async move |tx| edit(tx, tea, &wanted).await).await.unwrap());
    assert_eq!(value(db, id, tea).await.as_deref(), Some("Green"), "what was chosen stays");
    assert!(matches!(says(db, id, tea, "Green ").await, Err(FieldError::Refused(Refused::NotOne))));
    let wanted = NewField { name: "Tea".into(), holds: Holds::Text };
    let other = db.write(Actor::System, async move |tx| edit(tx, tea, &wanted).await).await;
    assert!(matches!(other, Err(FieldError::OtherType)));
    db.write(Actor::System, async move |tx| remove(tx, tea).await).await.unwrap();
    assert!(present(&mut db.reader().await.unwrap().snapshot()).await.unwrap().is_empty());
    assert!(matches!(says(db, id, tea, "White").await, Err(FieldError::Unknown)));
    assert!(matches!(adds(db, "tea!", Holds::Text).await, Err(FieldError::NameTaken)));
    db.write(Actor::System, async move |tx| restore(tx, tea).await).await.unwrap();
    assert!(says(db, id, tea, "White").await.unwrap());
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn what_cannot_be_a_field_is_refused(#[case] kind: Kind) {
    let Some(TestRecord { db, .. }) = &TestRecord::empty(kind).await else { return };
    assert!(matches!(adds(db, " ", Holds::Text).await, Err(FieldError::NoName)));
    for taken in ["Owner", "why us", "TAG", "!?", "1st"] {
        assert!(
            matches!(adds(db, taken, Holds::Text).await, Err(FieldError::NameTaken)),
            "{taken}"
        );
    }
    let one = Holds::Choice { of: vec!["Only".into(), " ".into()] };
    assert!(matches!(adds(db, "Choice", one).await, Err(FieldError::NoChoices)));
}

#[rstest]
#[case(Holds::Text, " a   b ", Some("a b"))]
#[case(Holds::Number, "-0,50", Some("-0.5"))]
#[case(Holds::Number, "1 000", Some("1000"))]
#[case(Holds::Number, "1e3", None)]
#[case(Holds::Number, "1.23456", None)]
#[case(Holds::Date, "2026-02-28", Some("2026-02-28"))]
#[case(Holds::Date, "2026-02-30", None)]
#[case(Holds::Date, "+2026-2-28", None)]
#[case(Holds::YesNo, "TRUE", Some("yes"))]
#[case(Holds::YesNo, "maybe", None)]
fn values_are_kept_in_one_way_or_refused(
    #[case] holds: Holds,
    #[case] text: &str,
    #[case] kept: Option<&str>,
) {
    let canonical = holds.canonical(text).ok().flatten();
    assert_eq!(canonical.as_deref(), kept);
}

#[test]
fn numbers_are_sorted_by_what_they_mean() {
    let written = ["-12", "-1.5", "-1", "0", "0.0001", "2", "10", "999999999999.9999"];
    let sorted: Vec<String> =
        written.iter().filter_map(|number| Holds::Number.sort_value(number)).collect();
    assert_eq!(sorted.len(), written.len());
    assert!(sorted.is_sorted());
}
