//! Orders that are changed, and the timeline that follows.

use chrono::TimeDelta;
use rstest::rstest;
use store::log::{Actor, Before, Earlier, Event as _};
use testkit::record::Kind as Database;

use super::super::{
    NewLine, NewOrder, OrderEdited, OrderError, OrderId, OrderPlaced, State, edit, lines, undo,
};
use super::{Shop, bread, shop};
use crate::know::customers::{self, Version};

impl Shop {
    async fn edits(
        &self,
        id: OrderId,
        seen: Option<Version>,
        to: NewOrder,
    ) -> Result<bool, OrderError> {
        let write = async move |tx: &mut store::Tx<'_>| edit(tx, id, seen, &to).await;
        self.record.db.write(Actor::System, write).await
    }
}

#[rstest]
#[case::sqlite(Database::Sqlite)]
#[case::postgres(Database::Postgres)]
#[tokio::test]
async fn an_edit_keeps_the_state_stands_in_the_log_and_is_taken_back(#[case] kind: Database) {
    let Some(shop) = shop(kind).await else { return };
    let id = shop.adds(bread()).await.unwrap();
    shop.ships(id, "Haypost").await.unwrap();
    let seen = shop.order(id).await.version;
    assert!(!shop.edits(id, Some(seen), bread()).await.unwrap(), "nothing became different");
    let line = NewLine { product: "Wheat".into(), quantity: 2, unit_price: 70_000 };
    let wheat = NewOrder { lines: vec![line], ..bread() };
    assert!(shop.edits(id, Some(seen), wheat).await.unwrap());
    let late = shop.edits(id, Some(seen), NewOrder { total: Some(1), ..bread() }).await;
    assert!(matches!(late, Err(OrderError::ChangedSince)));
    let now = shop.order(id).await;
    assert_eq!((now.total, now.state), (140_000, State::Shipped));
    let mut reader = shop.record.db.reader().await.unwrap();
    let history = reader.snapshot().history_of(id.into(), Before::default(), 1).await.unwrap();
    let told: OrderEdited = history[0].event().unwrap().unwrap();
    assert_eq!((told.from.total, told.to.lines[0].name.as_str()), (350_000, "Wheat"));
    let back = async move |tx: &mut store::Tx<'_>| undo(tx, id).await;
    assert!(shop.record.db.write(Actor::System, back).await.unwrap());
    let mut reader = shop.record.db.reader().await.unwrap();
    assert_eq!(lines(&mut reader.snapshot(), id).await.unwrap(), told.from.lines);
}

#[rstest]
#[case::sqlite(Database::Sqlite)]
#[case::postgres(Database::Postgres)]
#[tokio::test]
async fn an_order_moved_to_another_day_moves_in_the_timeline(#[case] kind: Database) {
    let Some(shop) = shop(kind).await else { return };
    shop.record.clock.advance(TimeDelta::days(9));
    let id = shop.adds(bread()).await.unwrap();
    let typed = shop.order(id).await.placed_at;
    let stands = async || {
        let mut reader = shop.record.db.reader().await.unwrap();
        let customer = shop.customer.into();
        let entries = reader.snapshot().timeline_of(customer, Earlier::default(), 9).await.unwrap();
        let placed = entries.iter().find(|entry| entry.kind == OrderPlaced::KIND).unwrap();
        let known = customers::customer(&mut reader.snapshot(), shop.customer).await.unwrap();
        (placed.happened, known.and_then(|known| known.seen_at.at()))
    };
    assert_eq!(stands().await, (typed, Some(typed)));
    let moved = typed - TimeDelta::days(200);
    let earlier = NewOrder { placed_at: Some(moved), ..bread() };
    assert!(shop.edits(id, None, earlier).await.unwrap());
    assert_eq!(stands().await, (moved, Some(moved)), "nothing happened after it");
    let back = async move |tx: &mut store::Tx<'_>| undo(tx, id).await;
    assert!(shop.record.db.write(Actor::System, back).await.unwrap());
    assert_eq!(stands().await, (typed, Some(typed)));
}
