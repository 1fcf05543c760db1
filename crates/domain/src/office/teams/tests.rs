//! Who works with whom, on both databases.

use rstest::rstest;
use store::log::{Actor, Before};
use testkit::record::{Kind, TestRecord};

use super::{TeamError, all, make, put_into, remove, rename};
use crate::office::rights::Role;
use crate::office::staff::{self, NewAccount};

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn people_join_and_leave_teams(#[case] kind: Kind) {
    let Some(TestRecord { db, .. }) = &TestRecord::empty(kind).await else { return };
    let new = NewAccount {
        email: "anna@example.am".into(),
        name: "Anna Petrosyan".into(),
        role: Role::Agent,
        password: None,
    };
    let who = db.write(Actor::System, async move |tx| staff::add(tx, &new).await).await.unwrap();
    let made = async |name: &'static str| {
        db.write(Actor::System, async move |tx| make(tx, name).await).await
    };
    let (shop, oven) = (made(" Shop ").await.unwrap(), made("Oven").await.unwrap());
    assert!(matches!(made("Shop").await, Err(TeamError::NameTaken(_))));
    let members = async || {
        let mut reader = db.reader().await.unwrap();
        let teams = all(&mut reader.snapshot()).await.unwrap();
        teams.into_iter().map(|team| (team.name, team.members.len())).collect::<Vec<_>>()
    };
    let put = async |teams: Vec<_>| {
        db.write(Actor::System, async move |tx| put_into(tx, who, &teams).await).await.unwrap();
    };
    put(vec![shop, oven]).await;
    assert_eq!(members().await, [("Oven".to_owned(), 1), ("Shop".to_owned(), 1)]);
    put(vec![oven]).await;
    assert_eq!(members().await, [("Oven".to_owned(), 1), ("Shop".to_owned(), 0)]);
    db.write(Actor::System, async move |tx| {
        rename(tx, shop, "Counter").await?;
        remove(tx, oven).await
    })
    .await
    .unwrap();
    assert_eq!(members().await, [("Counter".to_owned(), 0)]);
    let mut reader = db.reader().await.unwrap();
    let history = reader.snapshot().history_of(who.into(), Before::default(), 9).await.unwrap();
    let kinds: Vec<&str> = history.iter().map(|entry| entry.kind.as_str()).collect();
    assert_eq!(kinds, ["staff.team_left", "staff.team_joined", "staff.team_joined", "staff.added"]);
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn a_team_that_two_remove_at_once_is_removed_once(#[case] kind: Kind) {
    let Some(TestRecord { db, .. }) = &TestRecord::empty(kind).await else { return };
    let made = db.write(Actor::System, async |tx| make(tx, "Oven").await).await.unwrap();
    let removes = || db.write(Actor::System, async move |tx| remove(tx, made).await);
    let (one, other) = tokio::join!(removes(), removes());
    assert!(one.is_ok() != other.is_ok(), "{one:?} {other:?}");
    let mut reader = db.reader().await.unwrap();
    let history = reader.snapshot().history_of(made.into(), Before::default(), 9).await.unwrap();
    let kinds: Vec<&str> = history.iter().map(|entry| entry.kind.as_str()).collect();
    assert_eq!(kinds, ["team.removed", "team.made"]);
}
