//! What becomes of records that an earlier program wrote, on both databases.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use chrono::TimeDelta;
use domain::know::customers::{self, CustomerId, Field, Seen, customer};
use domain::know::interactions::{self, Kind as Happened, NewInteraction};
use rstest::rstest;
use store::Db;
use store::db::Sql;
use store::log::Actor;
use testkit::record::{Kind, TestRecord};

async fn added(db: &Db, name: &'static str) -> CustomerId {
    let add = async move |tx: &mut store::Tx<'_>| {
        customers::add(tx, &[(Field::Name, name.to_owned())]).await
    };
    db.write(Actor::System, add).await.unwrap()
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn whom_an_earlier_program_took_for_seen_when_added_was_seen_when_they_called(
    #[case] kind: Kind,
) {
    let Some(TestRecord { db, .. }) = &TestRecord::empty(kind).await else { return };
    let anna = added(db, "Anna").await;
    let boris = added(db, "Boris").await;
    let called = db.clock().now() - TimeDelta::days(3);
    let call = NewInteraction {
        kind: Happened::Call,
        at: Some(called),
        text: String::new(),
        follow_up: None,
    };
    db.write(Actor::System, async move |tx| interactions::log(tx, boris, &call).await)
        .await
        .unwrap();
    let bring_up = Sql::Each {
        sqlite: include_str!("../../store/migrations/sqlite/0250_never_seen.sql"),
        postgres: include_str!("../../store/migrations/postgres/0250_never_seen.sql"),
    };
    db.write(Actor::System, async move |tx| {
        tx.query("update customer set seen_at = added_at").execute().await?;
        tx.query(bring_up.clone()).execute().await
    })
    .await
    .unwrap();
    let mut reader = db.reader().await.unwrap();
    for (id, seen) in [(anna, Seen::NEVER), (boris, Seen::from(Some(called)))] {
        let known = customer(&mut reader.snapshot(), id).await.unwrap().unwrap();
        assert_eq!(known.seen_at, seen);
    }
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn whom_an_earlier_program_took_for_seen_by_a_note_was_seen_before_it(#[case] kind: Kind) {
    let Some(TestRecord { db, .. }) = &TestRecord::empty(kind).await else { return };
    let anna = added(db, "Anna").await;
    let boris = added(db, "Boris").await;
    let days_ago = |days: i64| db.clock().now() - TimeDelta::days(days);
    for (whose, kind, days) in
        [(anna, Happened::Note, 1), (boris, Happened::Call, 3), (boris, Happened::Note, 1)]
    {
        let new = NewInteraction {
            kind,
            at: Some(days_ago(days)),
            text: "Moved house".to_owned(),
            follow_up: None,
        };
        db.write(Actor::System, async move |tx| interactions::log(tx, whose, &new).await)
            .await
            .unwrap();
    }
    let bring_up = Sql::Each {
        sqlite: include_str!("../../store/migrations/sqlite/0350_no_contact_by_note.sql"),
        postgres: include_str!("../../store/migrations/postgres/0350_no_contact_by_note.sql"),
    };
    let noted = days_ago(1);
    db.write(Actor::System, async move |tx| {
        tx.query("update customer set seen_at = $1").bind(noted).execute().await?;
        tx.query(bring_up.clone()).execute().await
    })
    .await
    .unwrap();
    let mut reader = db.reader().await.unwrap();
    for (id, seen) in [(anna, Seen::NEVER), (boris, Seen::from(days_ago(3)))] {
        let known = customer(&mut reader.snapshot(), id).await.unwrap().unwrap();
        assert_eq!(known.seen_at, seen);
    }
}
