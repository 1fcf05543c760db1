//! The people at a customer, on both databases.

use chrono::TimeDelta;
use rstest::rstest;
use store::log::{Actor, Before, Earlier};
use testkit::record::{Kind as Database, TestRecord};

use super::{
    ContactChanged, ContactError, ContactId, ContactRemoved, Details, MOST, Part, add, among,
    at_customer, contact, edit, remove, restore, undo,
};
use crate::know::customers::{self, CustomerError, CustomerId, Field, Refused, Version};

struct Bakery {
    record: TestRecord,
    customer: CustomerId,
}

async fn bakery(kind: Database) -> Option<Bakery> {
    let record = TestRecord::empty(kind).await?;
    let new = async |tx: &mut store::Tx<'_>| {
        customers::add(tx, &[(Field::Name, "Bakery Ararat".to_owned())]).await
    };
    let customer = record.db.write(Actor::System, new).await.unwrap();
    Some(Bakery { record, customer })
}

fn ani() -> Details {
    Details { name: "Ani".into(), role: Some("Buys flour".into()), ..Details::default() }
}

impl Bakery {
    async fn adds(&self, details: Details) -> Result<ContactId, ContactError> {
        let customer = self.customer;
        let write = async move |tx: &mut store::Tx<'_>| add(tx, customer, &details).await;
        self.record.db.write(Actor::System, write).await
    }

    async fn edits(&self, who: Actor, id: ContactId, to: Details) -> Result<bool, ContactError> {
        let write = async move |tx: &mut store::Tx<'_>| edit(tx, id, None, &to).await;
        self.record.db.write(who, write).await
    }

    async fn edits_what_was_seen(
        &self,
        id: ContactId,
        seen: Version,
        to: Details,
    ) -> Result<bool, ContactError> {
        let write = async move |tx: &mut store::Tx<'_>| edit(tx, id, Some(seen), &to).await;
        self.record.db.write(Actor::System, write).await
    }

    async fn undoes(&self, who: Actor, id: ContactId) -> bool {
        let write = async move |tx: &mut store::Tx<'_>| undo(tx, id).await;
        self.record.db.write(who, write).await.unwrap()
    }

    async fn names(&self) -> Vec<String> {
        let mut reader = self.record.db.reader().await.unwrap();
        let known = at_customer(&mut reader.snapshot(), self.customer).await.unwrap();
        known.into_iter().map(|contact| contact.details.name).collect()
    }

    async fn details(&self, id: ContactId) -> Details {
        let mut reader = self.record.db.reader().await.unwrap();
        contact(&mut reader.snapshot(), id).await.unwrap().unwrap().details
    }
}

#[rstest]
#[case::sqlite(Database::Sqlite)]
#[case::postgres(Database::Postgres)]
#[tokio::test]
async fn details_are_kept_tidy_and_changes_stand_in_the_log(#[case] kind: Database) {
    let Some(bakery) = bakery(kind).await else { return };
    let typed = Details {
        name: "  Ani \t Sargsyan ".into(),
        role: Some(" ".into()),
        email: Some("Ani@Ararat.AM".into()),
        phone: None,
        note: Some("Early\r\nmornings".into()),
    };
    let id = bakery.adds(typed).await.unwrap();
    let kept = bakery.details(id).await;
    assert_eq!((kept.name.as_str(), kept.role.as_deref()), ("Ani Sargsyan", None));
    assert_eq!(kept.email.as_deref(), Some("Ani@ararat.am"));
    assert_eq!(kept.note.as_deref(), Some("Early\nmornings"));
    assert!(bakery.edits(Actor::System, id, ani()).await.unwrap());
    assert!(!bakery.edits(Actor::System, id, ani()).await.unwrap(), "nothing became different");
    let mut reader = bakery.record.db.reader().await.unwrap();
    let entries =
        reader.snapshot().timeline_of(bakery.customer.into(), Earlier::default(), 9).await;
    let entries = entries.unwrap();
    let changed: ContactChanged = entries[0].event().unwrap().unwrap();
    assert_eq!((changed.from, changed.to), (kept, ani()));
    assert_eq!(entries.len(), 3, "the customer, the contact, the change");
}

#[rstest]
#[case::sqlite(Database::Sqlite)]
#[case::postgres(Database::Postgres)]
#[tokio::test]
async fn who_is_removed_can_be_brought_back(#[case] kind: Database) {
    let Some(bakery) = bakery(kind).await else { return };
    let id = bakery.adds(ani()).await.unwrap();
    bakery.record.clock.advance(TimeDelta::seconds(1));
    bakery.adds(Details { name: "Levon".into(), ..Details::default() }).await.unwrap();
    let db = &bakery.record.db;
    db.write(Actor::System, async move |tx| remove(tx, id).await).await.unwrap();
    assert_eq!(bakery.names().await, ["Levon"]);
    let asked = [id, ContactId(uuid::Uuid::nil())];
    let known = among(&mut db.reader().await.unwrap().snapshot(), &asked).await.unwrap();
    let [gone] = known.as_slice() else { panic!("{known:?}") };
    assert!((gone.id, gone.removed) == (id, true), "who was removed is known by name: {gone:?}");
    let twice = db.write(Actor::System, async move |tx| remove(tx, id).await).await;
    assert!(matches!(twice, Err(ContactError::Unknown)));
    let edited = bakery.edits(Actor::System, id, ani()).await;
    assert!(matches!(edited, Err(ContactError::Unknown)));
    db.write(Actor::System, async move |tx| restore(tx, id).await).await.unwrap();
    assert_eq!(bakery.names().await, ["Ani", "Levon"]);
    let mut reader = db.reader().await.unwrap();
    let entries = reader.snapshot().history_of(id.into(), Before::default(), 9).await.unwrap();
    let removed: ContactRemoved = entries[1].event().unwrap().unwrap();
    assert_eq!(removed.name, "Ani");
}

#[rstest]
#[case::sqlite(Database::Sqlite)]
#[case::postgres(Database::Postgres)]
#[tokio::test]
async fn a_change_is_taken_back_unless_a_colleague_changed_it_since(#[case] kind: Database) {
    let Some(bakery) = bakery(kind).await else { return };
    let me = Actor::Token(uuid::Uuid::from_u128(1));
    let id = bakery.adds(ani()).await.unwrap();
    assert!(!bakery.undoes(me, id).await, "I have changed nothing");
    let called = |name: &str| Details { name: name.into(), ..ani() };
    bakery.edits(me, id, called("Anahit")).await.unwrap();
    assert!(bakery.undoes(me, id).await);
    assert_eq!(bakery.details(id).await, ani());
    bakery.edits(me, id, called("Anahit")).await.unwrap();
    bakery.edits(Actor::System, id, called("Anna")).await.unwrap();
    assert!(!bakery.undoes(me, id).await);
    assert_eq!(bakery.details(id).await.name, "Anna");
}

#[rstest]
#[case::sqlite(Database::Sqlite)]
#[case::postgres(Database::Postgres)]
#[tokio::test]
async fn all_that_is_wrong_is_said_at_once(#[case] kind: Database) {
    let Some(bakery) = bakery(kind).await else { return };
    let wrong = Details {
        name: " ".into(),
        email: Some("at home".into()),
        phone: Some("1".repeat(301)),
        ..Details::default()
    };
    let Err(ContactError::Refused(refused)) = bakery.adds(wrong).await else { panic!() };
    let expected = [
        (Part::Name, Refused::Missing),
        (Part::Email, Refused::NotOne),
        (Part::Phone, Refused::TooLong(300)),
    ];
    assert_eq!(refused, expected);
    let nobody = CustomerId(uuid::Uuid::nil());
    let write = async move |tx: &mut store::Tx<'_>| add(tx, nobody, &ani()).await;
    let unknown = bakery.record.db.write(Actor::System, write).await;
    assert!(matches!(unknown, Err(ContactError::Customer(CustomerError::Unknown))));
}

#[rstest]
#[case::sqlite(Database::Sqlite)]
#[case::postgres(Database::Postgres)]
#[tokio::test]
async fn a_customer_has_only_so_many_contacts(#[case] kind: Database) {
    let Some(bakery) = bakery(kind).await else { return };
    let customer = bakery.customer;
    let fill = async move |tx: &mut store::Tx<'_>| {
        for _ in 0..MOST {
            add(tx, customer, &ani()).await?;
        }
        Ok::<_, ContactError>(())
    };
    bakery.record.db.write(Actor::System, fill).await.unwrap();
    assert!(matches!(bakery.adds(ani()).await, Err(ContactError::TooMany(MOST))));
}

#[rstest]
#[case::sqlite(Database::Sqlite)]
#[case::postgres(Database::Postgres)]
#[tokio::test]
async fn nobody_writes_over_what_a_colleague_wrote_meanwhile(#[case] kind: Database) {
    let Some(bakery) = bakery(kind).await else { return };
    let id = bakery.adds(ani()).await.unwrap();
    let mut reader = bakery.record.db.reader().await.unwrap();
    let seen = contact(&mut reader.snapshot(), id).await.unwrap().unwrap().version;
    let renamed = |name: &str| Details { name: name.into(), ..ani() };
    assert!(bakery.edits_what_was_seen(id, seen, renamed("Anahit")).await.unwrap());
    let late = bakery.edits_what_was_seen(id, seen, renamed("Anush")).await;
    assert!(matches!(late, Err(ContactError::ChangedSince)));
    assert_eq!(bakery.names().await, ["Anahit"]);
}
