//! What is written down, on both databases.

mod follow_ups;
mod mentions;
mod seen;

use chrono::{NaiveDate, TimeDelta};
use kernel::Day;
use rstest::rstest;
use store::log::{Actor, Before, Earlier, Entry, Event as _};
use store::{Db, Tx};
use testkit::record::{Kind as Database, TestRecord};

use super::{
    FollowUp, Following, InteractionEdited, InteractionError, InteractionId, InteractionLogged,
    Kind, NewInteraction, edit, follow_up, follow_ups_due, interaction, log, remove, restore, undo,
};
use crate::know::customers::{self, CustomerId, Field};
use crate::know::lists::{self, Asking, Sort};
use crate::know::query::Query;
use crate::office::rights::{Right, Role};
use crate::office::staff::{self, AccountId, NewAccount};
use crate::office::teams::Whose;
use crate::office::tokens::{self, NewToken};

/// A customer, and two colleagues: Anna, who writes, and Levon.
struct Shop {
    record: TestRecord,
    anna: AccountId,
    levon: AccountId,
    customer: CustomerId,
}

async fn shop(kind: Database) -> Option<Shop> {
    let record = TestRecord::empty(kind).await?;
    let (anna, levon, customer) = record
        .db
        .write(Actor::System, async |tx| {
            let anna = staff::add(tx, &colleague("anna")).await.unwrap();
            let levon = staff::add(tx, &colleague("levon.h")).await.unwrap();
            let known = [(Field::Name, "Bakery Ararat".to_owned())];
            let customer = customers::add(tx, &known).await.unwrap();
            Ok::<_, InteractionError>((anna, levon, customer))
        })
        .await
        .unwrap();
    Some(Shop { record, anna, levon, customer })
}

fn colleague(handle: &str) -> NewAccount {
    NewAccount {
        email: format!("{handle}@example.am"),
        name: handle.into(),
        role: Role::Agent,
        password: None,
    }
}

fn call(text: &str) -> NewInteraction {
    NewInteraction { kind: Kind::Call, at: None, text: text.into(), follow_up: None }
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

impl Shop {
    fn db(&self) -> &Db {
        &self.record.db
    }

    async fn logs(&self, new: NewInteraction) -> Result<InteractionId, InteractionError> {
        let customer = self.customer;
        let who = Actor::Staff(self.anna.into());
        self.db().write(who, async move |tx| log(tx, customer, &new).await).await
    }

    async fn edits(&self, id: InteractionId, to: NewInteraction) -> Result<bool, InteractionError> {
        let who = Actor::Staff(self.anna.into());
        self.db().write(who, async move |tx| edit(tx, id, &to).await).await
    }

    async fn due(&self, by: &str) -> Vec<InteractionId> {
        self.due_for(Whose::Of(self.anna), by).await
    }

    async fn due_for(&self, whose: Whose, by: &str) -> Vec<InteractionId> {
        let mut reader = self.db().reader().await.unwrap();
        let by = Day::from(day(by));
        let due = follow_ups_due(&mut reader.snapshot(), whose, by, 10).await.unwrap();
        due.into_iter().map(|due| due.id).collect()
    }

    async fn says(&self, id: InteractionId, said: Following) -> Result<FollowUp, InteractionError> {
        let who = Actor::Staff(self.anna.into());
        self.db().write(who, async move |tx| follow_up(tx, id, said).await).await
    }
}

#[rstest]
#[case::sqlite(Database::Sqlite)]
#[case::postgres(Database::Postgres)]
#[tokio::test]
async fn a_program_writes_for_whoever_made_its_token(#[case] kind: Database) {
    let Some(shop) = shop(kind).await else { return };
    let (anna, customer) = (shop.anna, shop.customer);
    let new = NewToken {
        name: "web shop".into(),
        rights: [Right::LogInteractions].into_iter().collect(),
        lasts: None,
    };
    let make = async move |tx: &mut store::Tx<'_>| tokens::make(tx, anna, &new).await;
    let token = shop.db().write(Actor::System, make).await.unwrap().id;
    let call = NewInteraction { follow_up: Some(day("2026-03-01")), ..call("Asked for rye") };
    let write = async move |tx: &mut store::Tx<'_>| log(tx, customer, &call).await;
    let id = shop.db().write(Actor::Token(token.into()), write).await.unwrap();
    let mut reader = shop.db().reader().await.unwrap();
    let known = interaction(&mut reader.snapshot(), id).await.unwrap().unwrap();
    assert_eq!(known.author, Some(anna));
    assert_eq!(shop.due("2026-03-01").await, [id], "it is anna's to follow up");
    assert!(shop.due_for(Whose::Of(shop.levon), "2026-03-01").await.is_empty());
}

#[rstest]
#[case::sqlite(Database::Sqlite)]
#[case::postgres(Database::Postgres)]
#[tokio::test]
async fn a_call_stands_in_the_timeline_and_makes_the_customer_seen(#[case] kind: Database) {
    let Some(shop) = shop(kind).await else { return };
    shop.record.clock.advance(TimeDelta::hours(3));
    let id = shop.logs(call(" Wants the rye back \r\n soon ")).await.unwrap();
    let mut reader = shop.db().reader().await.unwrap();
    let known = interaction(&mut reader.snapshot(), id).await.unwrap().unwrap();
    assert_eq!(
        (known.text.as_str(), known.author),
        ("Wants the rye back \n soon", Some(shop.anna))
    );
    let customer = shop.customer.into();
    let entries = reader.snapshot().timeline_of(customer, Earlier::default(), 1).await.unwrap();
    let told: InteractionLogged = entries[0].event().unwrap().unwrap();
    assert_eq!((told.kind, told.text), (Kind::Call, known.text));
    let (query, asking) = (Query::default(), Asking { me: None, now: shop.db().clock().now() });
    let snapshot = &mut reader.snapshot();
    let page = lists::page(snapshot, &query, &asking, Sort::default(), None, 1).await.unwrap();
    assert_eq!(page.rows[0].seen_at.at(), Some(shop.db().clock().now()));
}

#[rstest]
#[case::sqlite(Database::Sqlite)]
#[case::postgres(Database::Postgres)]
#[tokio::test]
async fn what_is_written_down_late_stands_in_the_timeline_where_it_happened(
    #[case] kind: Database,
) {
    let Some(shop) = shop(kind).await else { return };
    let now = shop.db().clock().now();
    let on = |days: i64, text: &str| NewInteraction {
        at: Some(now - TimeDelta::days(days)),
        ..call(text)
    };
    shop.logs(on(3, "three")).await.unwrap();
    let moved = shop.logs(on(1, "one")).await.unwrap();
    shop.logs(on(9, "nine")).await.unwrap();
    shop.edits(moved, on(5, "five")).await.unwrap();
    let mut told = Vec::new();
    let mut from = Earlier::default();
    loop {
        let mut reader = shop.db().reader().await.unwrap();
        let entries = reader.snapshot().timeline_of(shop.customer.into(), from, 2).await.unwrap();
        let Some(last) = entries.last() else { break };
        from = last.earlier().to_string().parse().unwrap();
        let days = |entry: &Entry| (now - entry.happened).num_days();
        told.extend(entries.iter().filter(|e| e.kind == InteractionLogged::KIND).map(days));
    }
    assert_eq!(told, [3, 5, 9]);
}

#[rstest]
#[case::sqlite(Database::Sqlite)]
#[case::postgres(Database::Postgres)]
#[tokio::test]
async fn an_edit_keeps_in_the_log_what_was_there(#[case] kind: Database) {
    let Some(shop) = shop(kind).await else { return };
    let id = shop.logs(call("Wants the rye")).await.unwrap();
    assert!(!shop.edits(id, call("Wants the rye")).await.unwrap());
    assert!(shop.edits(id, call("Wants the rye and the wheat")).await.unwrap());
    let mut reader = shop.db().reader().await.unwrap();
    let entries = reader.snapshot().history_of(id.into(), Before::default(), 9).await.unwrap();
    assert_eq!(entries.len(), 2, "an edit that changes nothing is none");
    let edited: InteractionEdited = entries[0].event().unwrap().unwrap();
    assert_eq!(edited.from.text, "Wants the rye");
    assert_eq!(edited.to.text, "Wants the rye and the wheat");
}

#[rstest]
#[case::sqlite(Database::Sqlite)]
#[case::postgres(Database::Postgres)]
#[tokio::test]
async fn an_edit_of_ones_own_is_taken_back_where_nobody_made_another(#[case] kind: Database) {
    let Some(shop) = shop(kind).await else { return };
    let id = shop.logs(call("Wants the rye")).await.unwrap();
    let undoes = |who: Actor| shop.db().write(who, async move |tx| undo(tx, id).await);
    let anna = Actor::Staff(shop.anna.into());
    assert!(!undoes(anna).await.unwrap(), "it was written, not edited");
    shop.edits(id, NewInteraction { kind: Kind::Visit, ..call("Wants the wheat") }).await.unwrap();
    assert!(!undoes(Actor::System).await.unwrap(), "others have edited nothing");
    assert!(undoes(anna).await.unwrap());
    let mut reader = shop.db().reader().await.unwrap();
    let now = interaction(&mut reader.snapshot(), id).await.unwrap().unwrap();
    assert_eq!((now.kind, now.text.as_str()), (Kind::Call, "Wants the rye"));
    drop(reader);
    shop.edits(id, call("Wants the wheat")).await.unwrap();
    let other = call("Wants neither");
    let edits = async move |tx: &mut Tx<'_>| edit(tx, id, &other).await;
    shop.db().write(Actor::System, edits).await.unwrap();
    assert!(!undoes(anna).await.unwrap(), "it is another's now");
}

#[rstest]
#[case::sqlite(Database::Sqlite)]
#[case::postgres(Database::Postgres)]
#[tokio::test]
async fn what_is_removed_can_be_brought_back(#[case] kind: Database) {
    let Some(shop) = shop(kind).await else { return };
    let id = shop.logs(call("Wrong number")).await.unwrap();
    let who = Actor::Staff(shop.anna.into());
    shop.db().write(who, async move |tx| remove(tx, id).await).await.unwrap();
    assert!(matches!(shop.edits(id, call("x")).await, Err(InteractionError::Unknown)));
    shop.db().write(who, async move |tx| restore(tx, id).await).await.unwrap();
    shop.edits(id, call("Right number")).await.unwrap();
}

#[rstest]
#[case::sqlite(Database::Sqlite)]
#[case::postgres(Database::Postgres)]
#[tokio::test]
async fn what_two_remove_at_once_is_removed_once(#[case] kind: Database) {
    let Some(shop) = shop(kind).await else { return };
    let id = shop.logs(call("Wrong number")).await.unwrap();
    let removes = |who: AccountId| {
        shop.db().write(Actor::Staff(who.into()), async move |tx| remove(tx, id).await)
    };
    let (one, other) = tokio::join!(removes(shop.anna), removes(shop.levon));
    assert!(one.is_ok() != other.is_ok(), "{one:?} {other:?}");
    let mut reader = shop.db().reader().await.unwrap();
    let history = reader.snapshot().history_of(id.into(), Before::default(), 9).await.unwrap();
    assert_eq!(history.len(), 2, "{history:?}");
}

#[rstest]
#[case::sqlite(Database::Sqlite)]
#[case::postgres(Database::Postgres)]
#[tokio::test]
async fn what_cannot_have_happened_is_refused(#[case] kind: Database) {
    let Some(shop) = shop(kind).await else { return };
    let now = shop.db().clock().now();
    let note = NewInteraction { kind: Kind::Note, ..call(" \n ") };
    assert!(matches!(shop.logs(note).await, Err(InteractionError::Empty)));
    let tomorrow = NewInteraction { at: Some(now + TimeDelta::days(1)), ..call("x") };
    assert!(matches!(shop.logs(tomorrow).await, Err(InteractionError::InFuture)));
    let long = call(&"ж".repeat(20_001));
    assert!(matches!(shop.logs(long).await, Err(InteractionError::TooLong(20_000))));
    let nobody = CustomerId(uuid::Uuid::nil());
    let new = call("hello");
    let unknown = shop.db().write(Actor::System, async move |tx| log(tx, nobody, &new).await).await;
    assert!(matches!(unknown, Err(InteractionError::Customer(_))));
}
