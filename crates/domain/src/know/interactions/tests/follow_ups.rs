//! What is to follow, and who sees it.

use rstest::rstest;
use store::log::{Actor, Before};
use testkit::record::Kind as Database;

use super::super::{
    FollowUp, FollowUpChanged, Following, InteractionError, NewInteraction, follow_ups_with,
    interaction,
};
use super::{call, day, shop};
use crate::office::teams::{self, Whose};

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
