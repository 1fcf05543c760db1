//! Orders and their shipments, on both databases.

mod amounts;
mod edits;
mod list;
mod many;
mod written;

use chrono::{DateTime, TimeDelta, Utc};
use kernel::Currency;
use rstest::rstest;
use store::log::{Actor, Before, Earlier};
use testkit::record::{Kind as Database, TestRecord};

use super::{
    Added, NewLine, NewOrder, NewShipment, Order, OrderChanged, OrderError, OrderId, OrderPlaced,
    Part, ShipmentId, ShipmentSent, State, add, add_once, change_state, currency_of_last,
    first_placed, last_placed, lines, order, set_delivered, ship, shipments_among,
};
use crate::know::customers::{self, CustomerId, Field};
use crate::know::lists::{self, Asking, Sort};
use crate::know::query::Query;

struct Shop {
    record: TestRecord,
    customer: CustomerId,
}

async fn shop(kind: Database) -> Option<Shop> {
    let record = TestRecord::empty(kind).await?;
    let new = async |tx: &mut store::Tx<'_>| {
        customers::add(tx, &[(Field::Name, "Café Levon".to_owned())]).await
    };
    let customer = record.db.write(Actor::System, new).await.unwrap();
    Some(Shop { record, customer })
}

fn dram() -> Currency {
    "AMD".parse().unwrap()
}

fn bread() -> NewOrder {
    let line = |product: &str, quantity, unit_price| NewLine {
        product: product.into(),
        quantity,
        unit_price,
    };
    NewOrder {
        source: "shop".into(),
        code: " A-17 ".into(),
        placed_at: None,
        currency: dram(),
        total: None,
        lines: vec![line("Rye", 3, 90_000), line("RYE ", 1, 80_000)],
    }
}

impl Shop {
    async fn adds(&self, new: NewOrder) -> Result<OrderId, OrderError> {
        let customer = self.customer;
        let write = async move |tx: &mut store::Tx<'_>| add(tx, customer, &new).await;
        self.record.db.write(Actor::System, write).await
    }

    async fn makes(&self, id: OrderId, to: State) -> Result<State, OrderError> {
        let write = async move |tx: &mut store::Tx<'_>| change_state(tx, id, to).await;
        self.record.db.write(Actor::System, write).await
    }

    async fn is_told(&self, new: NewOrder) -> Result<Added, OrderError> {
        let customer = self.customer;
        let write = async move |tx: &mut store::Tx<'_>| add_once(tx, customer, &new).await;
        self.record.db.write(Actor::System, write).await
    }

    async fn ships(&self, id: OrderId, carrier: &str) -> Result<ShipmentId, OrderError> {
        let new = NewShipment {
            carrier: carrier.into(),
            tracking: Some("RR123".into()),
            shipped_at: None,
        };
        let write = async move |tx: &mut store::Tx<'_>| ship(tx, id, &new).await;
        self.record.db.write(Actor::System, write).await
    }

    async fn delivers(
        &self,
        id: ShipmentId,
        at: Option<DateTime<Utc>>,
    ) -> Result<OrderId, OrderError> {
        let write = async move |tx: &mut store::Tx<'_>| set_delivered(tx, id, at).await;
        self.record.db.write(Actor::System, write).await
    }

    async fn order(&self, id: OrderId) -> Order {
        let mut reader = self.record.db.reader().await.unwrap();
        order(&mut reader.snapshot(), id).await.unwrap().unwrap()
    }
}

#[rstest]
#[case::sqlite(Database::Sqlite)]
#[case::postgres(Database::Postgres)]
#[tokio::test]
async fn somebody_buys_since_the_first_order_that_was_not_called_off(#[case] kind: Database) {
    let Some(shop) = shop(kind).await else { return };
    let first = async || {
        let mut reader = shop.record.db.reader().await.unwrap();
        first_placed(&mut reader.snapshot(), shop.customer).await.unwrap()
    };
    assert_eq!(first().await, None);
    let years_ago = |years| Some(shop.record.db.clock().now() - TimeDelta::days(365 * years));
    let placed = |years: i64, code: &str| NewOrder {
        placed_at: years_ago(years),
        code: code.to_owned(),
        ..bread()
    };
    shop.adds(placed(1, "A-18")).await.unwrap();
    let called_off = shop.adds(placed(2, "A-16")).await.unwrap();
    assert_eq!(first().await, years_ago(2));
    shop.makes(called_off, State::Cancelled).await.unwrap();
    assert_eq!(first().await, years_ago(1));
}

#[rstest]
#[case::sqlite(Database::Sqlite)]
#[case::postgres(Database::Postgres)]
#[tokio::test]
async fn an_order_is_summed_logged_and_makes_the_customer_seen(#[case] kind: Database) {
    let Some(shop) = shop(kind).await else { return };
    shop.record.clock.advance(TimeDelta::hours(2));
    let id = shop.adds(bread()).await.unwrap();
    let known = shop.order(id).await;
    assert_eq!((known.total, known.code.as_deref()), (350_000, Some("A-17")));
    let mut reader = shop.record.db.reader().await.unwrap();
    let snapshot = &mut reader.snapshot();
    let bought = lines(snapshot, id).await.unwrap();
    assert_eq!(bought[0].product, bought[1].product, "capitals make no other product");
    let entries = snapshot.timeline_of(shop.customer.into(), Earlier::default(), 1).await.unwrap();
    let placed: OrderPlaced = entries[0].event().unwrap().unwrap();
    assert_eq!((placed.total, placed.lines), (350_000, bought));
    let asking = Asking { me: None, now: shop.record.db.clock().now() };
    let query = Query::default();
    let page = lists::page(snapshot, &query, &asking, Sort::default(), None, 1).await.unwrap();
    assert_eq!(page.rows[0].seen_at.at(), Some(known.placed_at));
    assert_eq!(last_placed(snapshot, shop.customer).await.unwrap(), Some(known.placed_at));
    assert_eq!(currency_of_last(snapshot, shop.customer).await.unwrap(), Some(dram()));
    let stranger = CustomerId(uuid::Uuid::nil());
    assert_eq!(last_placed(snapshot, stranger).await.unwrap(), None);
    assert_eq!(currency_of_last(snapshot, stranger).await.unwrap(), Some(dram()));
}

#[rstest]
#[case::sqlite(Database::Sqlite)]
#[case::postgres(Database::Postgres)]
#[tokio::test]
async fn a_source_uses_a_number_once(#[case] kind: Database) {
    let Some(shop) = shop(kind).await else { return };
    shop.adds(bread()).await.unwrap();
    assert!(matches!(shop.adds(bread()).await, Err(OrderError::CodeTaken)));
    shop.adds(NewOrder { source: "market".into(), ..bread() }).await.unwrap();
    let unnumbered = NewOrder { code: String::new(), ..bread() };
    shop.adds(unnumbered.clone()).await.unwrap();
    shop.adds(unnumbered).await.unwrap();
}

#[rstest]
#[case::sqlite(Database::Sqlite)]
#[case::postgres(Database::Postgres)]
#[tokio::test]
async fn what_a_source_tells_again_changes_nothing(#[case] kind: Database) {
    let Some(shop) = shop(kind).await else { return };
    let tell = || shop.is_told(bread());
    let (one, two, three) = tokio::join!(tell(), tell(), tell());
    let told = [one, two, three].map(Result::unwrap);
    let added = told.iter().filter(|added| matches!(added, Added::New(_))).count();
    assert_eq!(added, 1, "{told:?}");
    let known = told.iter().find(|added| matches!(added, Added::Known(_))).unwrap();
    let moment = shop.record.db.clock().now();
    let in_time = NewOrder { placed_at: Some(moment), ..bread() };
    assert_eq!(shop.is_told(in_time).await.unwrap(), *known);
    for other in [
        NewOrder { placed_at: Some(moment - TimeDelta::seconds(1)), ..bread() },
        NewOrder { total: Some(1), ..bread() },
        NewOrder { lines: bread().lines[1..].to_vec(), total: Some(350_000), ..bread() },
    ] {
        assert!(matches!(shop.is_told(other).await, Err(OrderError::CodeTaken)));
    }
    let unnumbered = NewOrder { code: String::new(), ..bread() };
    assert!(matches!(shop.is_told(unnumbered).await.unwrap(), Added::New(_)));
}

#[rstest]
#[case::sqlite(Database::Sqlite)]
#[case::postgres(Database::Postgres)]
#[tokio::test]
async fn shipments_say_how_far_an_order_is(#[case] kind: Database) {
    let Some(shop) = shop(kind).await else { return };
    let id = shop.adds(bread()).await.unwrap();
    let first = shop.ships(id, "Haypost").await.unwrap();
    assert_eq!(shop.order(id).await.state, State::Shipped);
    let second = shop.ships(id, "Haypost").await.unwrap();
    let now = shop.record.db.clock().now();
    shop.delivers(first, Some(now)).await.unwrap();
    assert_eq!(shop.order(id).await.state, State::Shipped, "half of it has arrived");
    assert_eq!(shop.delivers(second, Some(now)).await.unwrap(), id);
    assert_eq!(shop.order(id).await.state, State::Delivered);
    assert!(matches!(shop.makes(id, State::Cancelled).await, Err(OrderError::NotPossible { .. })));
    shop.delivers(second, None).await.unwrap();
    assert_eq!(shop.order(id).await.state, State::Shipped);
    let early = shop.delivers(second, Some(now - TimeDelta::hours(1))).await;
    assert!(matches!(early, Err(OrderError::Refused(Part::DeliveredAt))));
    assert!(matches!(shop.makes(id, State::Open).await, Err(OrderError::NotPossible { .. })));
    assert_eq!(shop.makes(id, State::Cancelled).await.unwrap(), State::Shipped, "what it was");
    assert!(matches!(shop.ships(id, "Haypost").await, Err(OrderError::NotPossible { .. })));
    assert_eq!(shop.makes(id, State::Shipped).await.unwrap(), State::Cancelled);
    let mut reader = shop.record.db.reader().await.unwrap();
    let asked = [second, ShipmentId(uuid::Uuid::nil())];
    let known = shipments_among(&mut reader.snapshot(), &asked).await.unwrap();
    assert_eq!(known.iter().map(|shipment| shipment.id).collect::<Vec<_>>(), [second]);
    let entries = reader.snapshot().history_of(id.into(), Before::default(), 50).await.unwrap();
    let sent: Vec<ShipmentSent> = entries.iter().filter_map(|e| e.event().unwrap()).collect();
    assert_eq!(sent.len(), 2);
    assert_eq!(sent[1].tracking.as_deref(), Some("RR123"));
    let changed: OrderChanged = entries[0].event().unwrap().unwrap();
    let back = OrderChanged { from: State::Cancelled, to: State::Shipped, shipment: None };
    assert_eq!(changed, back);
}

#[rstest]
#[case::sqlite(Database::Sqlite)]
#[case::postgres(Database::Postgres)]
#[tokio::test]
async fn what_cannot_be_an_order_is_refused(#[case] kind: Database) {
    let Some(shop) = shop(kind).await else { return };
    let now = shop.record.db.clock().now();
    let wrong = [
        (NewOrder { currency: Currency::NONE, ..bread() }, Part::Currency),
        (NewOrder { total: Some(-1), ..bread() }, Part::Total),
        (NewOrder { lines: Vec::new(), ..bread() }, Part::Total),
        (NewOrder { code: "x".repeat(301), ..bread() }, Part::Code),
        (NewOrder { placed_at: Some(now + TimeDelta::days(1)), ..bread() }, Part::PlacedAt),
    ];
    for (new, part) in wrong {
        let Err(OrderError::Refused(refused)) = shop.adds(new).await else { panic!("{part:?}") };
        assert_eq!(refused, part);
    }
    for (product, quantity) in [(" ", 1), ("Rye", 0)] {
        let line = NewLine { product: product.into(), quantity, unit_price: 1 };
        let lines = bread().lines.into_iter().chain([line]).collect();
        let refused = shop.adds(NewOrder { lines, ..bread() }).await;
        let last = bread().lines.len();
        assert!(matches!(refused, Err(OrderError::Refused(Part::Line(place))) if place == last));
    }
    let id = shop.adds(bread()).await.unwrap();
    assert!(matches!(shop.ships(id, " ").await, Err(OrderError::Refused(Part::Carrier))));
}
