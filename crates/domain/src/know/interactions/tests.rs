//! What is written down, on both databases.

use chrono::{NaiveDate, TimeDelta};
use kernel::Day;
use rstest::rstest;
use store::Db;
use store::log::{Actor, Before, Earlier, Entry, Event as _};
use testkit::record::{Kind as Database, TestRecord};

use super::{
    FollowUp, FollowUpChanged, Following, InteractionEdited, InteractionError, InteractionId,
    InteractionLogged, Kind, Mentions, NewInteraction, Said, edit, follow_up, follow_ups_due,
    follow_ups_with, interaction, log, mentions_of, mentions_of_nobody, read_mention, remove,
    restore, said, suggested,
};
use crate::know::customers::{self, CustomerId, Field};
use crate::know::lists::{self, Asking, Sort};
use crate::know::query::Query;
use crate::office::rights::{Right, Role};
use crate::office::staff::{self, AccountId, NewAccount};
use crate::office::teams::{self, Whose};
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

    async fn edits(&self, id: InteractionId, to: NewInteraction) -> Result<(), InteractionError> {
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
    shop.edits(id, call("Wants the rye")).await.unwrap();
    shop.edits(id, call("Wants the rye and the wheat")).await.unwrap();
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
async fn a_customer_was_not_seen_by_what_did_not_happen(#[case] kind: Database) {
    let Some(shop) = shop(kind).await else { return };
    shop.record.clock.advance(TimeDelta::days(9));
    let now = shop.db().clock().now();
    let on = |days: i64| NewInteraction { at: Some(now - TimeDelta::days(days)), ..call("x") };
    let seen = async || {
        let mut reader = shop.db().reader().await.unwrap();
        let known = customers::customer(&mut reader.snapshot(), shop.customer).await.unwrap();
        known.unwrap().seen_at.at().map(|at| (now - at).num_days())
    };
    assert_eq!(seen().await, None, "who is written down has not been seen by that");
    let id = shop.logs(on(1)).await.unwrap();
    assert_eq!(seen().await, Some(1));
    shop.edits(id, on(4)).await.unwrap();
    assert_eq!(seen().await, Some(4), "it was earlier");
    let other = shop.logs(on(6)).await.unwrap();
    let who = Actor::Staff(shop.anna.into());
    shop.db().write(who, async move |tx| remove(tx, id).await).await.unwrap();
    assert_eq!(seen().await, Some(6), "the other call stays");
    shop.db().write(who, async move |tx| restore(tx, id).await).await.unwrap();
    assert_eq!(seen().await, Some(4));
    shop.edits(id, on(20)).await.unwrap();
    shop.db().write(who, async move |tx| remove(tx, other).await).await.unwrap();
    assert_eq!(seen().await, Some(20));
    shop.db().write(who, async move |tx| remove(tx, id).await).await.unwrap();
    assert_eq!(seen().await, None, "nothing is left of what happened");
}

#[rstest]
#[case::sqlite(Database::Sqlite)]
#[case::postgres(Database::Postgres)]
#[tokio::test]
async fn a_follow_up_is_due_from_its_day_until_it_is_done(#[case] kind: Database) {
    let Some(shop) = shop(kind).await else { return };
    let new = NewInteraction { follow_up: Some(day("2026-03-05")), ..call("Send the price list") };
    let id = shop.logs(new.clone()).await.unwrap();
    assert_eq!(shop.due("2026-03-04").await, []);
    assert_eq!(shop.due("2026-03-05").await, [id]);
    shop.says(id, Following::Done).await.unwrap();
    assert_eq!(shop.due("2026-03-09").await, []);
    let later = NewInteraction { follow_up: Some(day("2026-03-08")), ..new.clone() };
    shop.edits(id, later).await.unwrap();
    assert_eq!(shop.due("2026-03-09").await, [id], "on another day it is open again");
    shop.edits(id, NewInteraction { follow_up: None, ..new }).await.unwrap();
    let mut reader = shop.db().reader().await.unwrap();
    let known = interaction(&mut reader.snapshot(), id).await.unwrap().unwrap();
    assert_eq!(known.follow_up(), None::<FollowUp>);
    let nothing = shop.says(id, Following::Done).await;
    assert!(matches!(nothing, Err(InteractionError::NothingToFollow)));
}

#[rstest]
#[case::sqlite(Database::Sqlite)]
#[case::postgres(Database::Postgres)]
#[tokio::test]
async fn a_follow_up_is_put_off_and_taken_back_and_the_log_knows(#[case] kind: Database) {
    let Some(shop) = shop(kind).await else { return };
    let new = NewInteraction { follow_up: Some(day("2026-03-05")), ..call("Send the price list") };
    let id = shop.logs(new).await.unwrap();
    let was = shop.says(id, Following::On(day("2026-03-12"))).await.unwrap();
    assert_eq!(was, FollowUp { on: day("2026-03-05"), done: false });
    assert_eq!(shop.due("2026-03-11").await, []);
    shop.says(id, Following::Done).await.unwrap();
    shop.says(id, Following::Open).await.unwrap();
    shop.says(id, Following::On(was.on)).await.unwrap();
    assert_eq!(shop.due("2026-03-05").await, [id]);
    let mut reader = shop.db().reader().await.unwrap();
    let history = reader.snapshot().history_of(id.into(), Before::default(), 9).await.unwrap();
    let told: FollowUpChanged = history[3].event().unwrap().unwrap();
    assert_eq!((history.len(), told.from), (5, was));
}

#[rstest]
#[case::sqlite(Database::Sqlite)]
#[case::postgres(Database::Postgres)]
#[tokio::test]
async fn those_of_a_team_see_each_others_follow_ups(#[case] kind: Database) {
    let Some(shop) = shop(kind).await else { return };
    let new = NewInteraction { follow_up: Some(day("2026-03-05")), ..call("Send the price list") };
    let id = shop.logs(new).await.unwrap();
    let (anna, levon) = (shop.anna, shop.levon);
    let whose = async || {
        let mut reader = shop.db().reader().await.unwrap();
        teams::whose_are_of_the_team(&mut reader.snapshot(), levon).await.unwrap()
    };
    assert_eq!(whose().await, Whose::Everybodys, "whoever is in no team works with everybody");
    let oven = async move |tx: &mut store::Tx<'_>| {
        let oven = teams::make(tx, "Oven").await?;
        teams::put_into(tx, levon, &[oven]).await?;
        Ok::<_, teams::TeamError>(oven)
    };
    let oven = shop.db().write(Actor::System, oven).await.unwrap();
    let of_team = whose().await;
    assert_eq!(of_team, Whose::OfTeamsOf(levon));
    assert_eq!(shop.due_for(of_team, "2026-03-09").await, []);
    let join = async move |tx: &mut store::Tx<'_>| teams::put_into(tx, anna, &[oven]).await;
    shop.db().write(Actor::System, join).await.unwrap();
    assert_eq!(shop.due_for(of_team, "2026-03-09").await, [id]);
}

#[rstest]
#[case::sqlite(Database::Sqlite)]
#[case::postgres(Database::Postgres)]
#[tokio::test]
async fn everybodys_follow_ups_are_seen_and_a_customer_shows_its_own(#[case] kind: Database) {
    let Some(shop) = shop(kind).await else { return };
    let new = NewInteraction { follow_up: Some(day("2026-03-05")), ..call("Send the price list") };
    let id = shop.logs(new).await.unwrap();
    assert_eq!(shop.due_for(Whose::Of(shop.levon), "2026-03-09").await, []);
    assert_eq!(shop.due_for(Whose::Everybodys, "2026-03-09").await, [id]);
    let mut reader = shop.db().reader().await.unwrap();
    let with = follow_ups_with(&mut reader.snapshot(), shop.customer, 9).await.unwrap();
    assert_eq!((with.len(), with[0].by.as_deref()), (1, Some("anna")));
}

#[rstest]
#[case::sqlite(Database::Sqlite)]
#[case::postgres(Database::Postgres)]
#[tokio::test]
async fn colleagues_find_where_they_were_mentioned_once(#[case] kind: Database) {
    let Some(shop) = shop(kind).await else { return };
    let id =
        shop.logs(call("@Levon.H, please look; mail x@anna.am is not a mention.")).await.unwrap();
    shop.edits(id, call("@levon.h please look again")).await.unwrap();
    let mut reader = shop.db().reader().await.unwrap();
    let all = Mentions::All;
    let mentions = mentions_of(&mut reader.snapshot(), shop.levon, all, 9).await.unwrap();
    assert_eq!(mentions.iter().map(|mention| mention.id).collect::<Vec<_>>(), [id]);
    assert_eq!(mentions[0].by.as_deref(), Some("anna"));
    assert_eq!(mentions_of(&mut reader.snapshot(), shop.anna, all, 9).await.unwrap(), []);
}

#[rstest]
#[case::sqlite(Database::Sqlite)]
#[case::postgres(Database::Postgres)]
#[tokio::test]
async fn colleagues_are_told_from_words_and_from_nobody(#[case] kind: Database) {
    let Some(shop) = shop(kind).await else { return };
    let mut reader = shop.db().reader().await.unwrap();
    let staff = staff::everybody(&mut reader.snapshot()).await.unwrap();
    let text = "Ask @Levon.H. or @nobodyatall; x@anna.am, @ and «é» are words";
    let parts = [
        Said::Words("Ask "),
        Said::Colleague("@Levon.H", Some("levon.h")),
        Said::Words(". or "),
        Said::Nobody("@nobodyatall"),
        Said::Words("; x@anna.am, @ and «é» are words"),
    ];
    assert_eq!(said(text, &staff), parts);
    assert_eq!(said("@levon.h", &staff), [Said::Colleague("@levon.h", Some("levon.h"))]);
    assert_eq!(said("@@levon.h", &staff), [Said::Nobody("@@levon.h")]);
    assert_eq!(said("", &staff), []);
    assert_eq!(mentions_of_nobody(&format!("{text}; @nobodyatall"), &staff), ["@nobodyatall"]);
    assert!(mentions_of_nobody("@levon.h", &staff).is_empty());
    let namesake = NewAccount { email: "levon.h@example.com".into(), ..colleague("levon.h") };
    let add = async move |tx: &mut store::Tx<'_>| staff::add(tx, &namesake).await;
    shop.db().write(Actor::System, add).await.unwrap();
    let mut reader = shop.db().reader().await.unwrap();
    let staff = staff::everybody(&mut reader.snapshot()).await.unwrap();
    assert_eq!(said("@levon.h", &staff), [Said::Colleague("@levon.h", None)], "both of them");
}

#[rstest]
#[case::sqlite(Database::Sqlite)]
#[case::postgres(Database::Postgres)]
#[tokio::test]
async fn whoever_can_be_mentioned_is_suggested_by_how_they_begin(#[case] kind: Database) {
    let Some(shop) = shop(kind).await else { return };
    let others = [("daria.k", "Дарья Ким"), ("o'hara", "Dan O'Hara"), ("dov", "Dov Gone")];
    for (handle, name) in others {
        let new = NewAccount { name: name.to_owned(), ..colleague(handle) };
        let add = async move |tx: &mut store::Tx<'_>| {
            let id = staff::add(tx, &new).await?;
            if new.name == "Dov Gone" {
                staff::lock_out(tx, id).await?;
            }
            Ok::<_, staff::StaffError>(())
        };
        shop.db().write(Actor::System, add).await.unwrap();
    }
    let mut reader = shop.db().reader().await.unwrap();
    let staff = staff::everybody(&mut reader.snapshot()).await.unwrap();
    for (begun, handles) in [
        ("da", vec!["daria.k"]),
        ("Дар", vec!["daria.k"]),
        ("ким", vec!["daria.k"]),
        ("LEV", vec!["levon.h"]),
        ("levon.h", vec!["levon.h"]),
        ("", vec!["anna", "levon.h", "daria.k"]),
        ("aria", vec![]),
        ("dov", vec![]),
    ] {
        let suggested = suggested(begun, &staff);
        assert_eq!(suggested.iter().map(|(_, handle)| *handle).collect::<Vec<_>>(), handles);
        for (account, handle) in suggested {
            assert_eq!(super::rules::mentioned(&format!("@{handle}"), &staff), [account.id]);
        }
    }
}

#[rstest]
#[case::sqlite(Database::Sqlite)]
#[case::postgres(Database::Postgres)]
#[tokio::test]
async fn a_mention_that_was_read_is_there_but_not_new(#[case] kind: Database) {
    let Some(shop) = shop(kind).await else { return };
    let id = shop.logs(call("@levon.h, please look")).await.unwrap();
    let who = Actor::Staff(shop.levon.into());
    let read = async |account, is_read| {
        let mark = async move |tx: &mut store::Tx<'_>| read_mention(tx, id, account, is_read).await;
        shop.db().write(who, mark).await
    };
    let count = async |which| {
        let mut reader = shop.db().reader().await.unwrap();
        mentions_of(&mut reader.snapshot(), shop.levon, which, 9).await.unwrap().len()
    };
    read(shop.levon, true).await.unwrap();
    assert_eq!((count(Mentions::Unread).await, count(Mentions::All).await), (0, 1));
    read(shop.levon, false).await.unwrap();
    assert_eq!(count(Mentions::Unread).await, 1);
    assert!(matches!(read(shop.anna, true).await, Err(InteractionError::Unknown)));
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
