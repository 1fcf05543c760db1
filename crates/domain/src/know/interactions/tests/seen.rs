//! When a customer was last seen, by what is written down of them.

use chrono::TimeDelta;
use rstest::rstest;
use store::log::Actor;
use testkit::record::Kind as Database;

use super::super::{Kind, NewInteraction, is_contact, remove, restore};
use super::{call, shop};
use crate::know::customers;

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
async fn a_note_makes_nobody_seen(#[case] kind: Database) {
    let Some(shop) = shop(kind).await else { return };
    shop.record.clock.advance(TimeDelta::days(9));
    let now = shop.db().clock().now();
    let on = |kind, days: i64| NewInteraction {
        kind,
        at: Some(now - TimeDelta::days(days)),
        ..call("Moved house")
    };
    let seen = async || {
        let mut reader = shop.db().reader().await.unwrap();
        let known = customers::customer(&mut reader.snapshot(), shop.customer).await.unwrap();
        known.unwrap().seen_at.at().map(|at| (now - at).num_days())
    };
    let who = Actor::Staff(shop.anna.into());
    let note = shop.logs(on(Kind::Note, 1)).await.unwrap();
    assert_eq!(seen().await, None);
    let gift = shop.logs(on(Kind::Gift, 5)).await.unwrap();
    assert_eq!(seen().await, Some(5));
    shop.edits(note, on(Kind::Visit, 1)).await.unwrap();
    assert_eq!(seen().await, Some(1), "it was no note after all");
    shop.edits(note, on(Kind::Note, 0)).await.unwrap();
    assert_eq!(seen().await, Some(5), "it was one");
    shop.db().write(who, async move |tx| remove(tx, note).await).await.unwrap();
    shop.db().write(who, async move |tx| restore(tx, note).await).await.unwrap();
    assert_eq!(seen().await, Some(5));
    shop.db().write(who, async move |tx| remove(tx, gift).await).await.unwrap();
    assert_eq!(seen().await, None, "only the note is left");
}

#[test]
fn what_sql_takes_for_a_contact_is_one() {
    for kind in Kind::ALL {
        let named = format!("'{}'", kind.name());
        assert_eq!(is_contact!("i").contains(&named), kind.is_contact(), "{kind:?}");
    }
}
