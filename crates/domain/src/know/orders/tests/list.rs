//! Lists of orders, on both databases.

use chrono::TimeDelta;
use rstest::rstest;
use store::log::Actor;
use testkit::record::Kind as Database;

use super::{Shop, bread, shop};
use crate::know::customers::{self, CustomerId, Field};
use crate::know::orders::{
    NewLine, NewOrder, OrderId, Page, Place, SortBy, State, Wanted, count_up_to, lines, page,
    to_come,
};
use crate::office::settings::{self, Change, Region};

impl Shop {
    async fn page(&self, wanted: Wanted, from: Option<Place>) -> Page {
        let mut reader = self.record.db.reader().await.unwrap();
        page(&mut reader.snapshot(), &wanted, from.as_ref(), 2).await.unwrap()
    }

    /// One order on each of so many days, the first first.
    async fn orders_on_days(&self, days: usize) -> Vec<OrderId> {
        let mut ids = Vec::new();
        for _ in 0..days {
            self.record.clock.advance(TimeDelta::days(1));
            let new = NewOrder { code: String::new(), ..bread() };
            ids.push(self.adds(new).await.unwrap());
        }
        ids
    }
}

fn ids(page: &Page) -> Vec<OrderId> {
    page.rows.iter().map(|row| row.id).collect()
}

#[rstest]
#[case::sqlite(Database::Sqlite)]
#[case::postgres(Database::Postgres)]
#[tokio::test]
async fn a_list_of_orders_is_gone_through_both_ways(#[case] kind: Database) {
    let Some(shop) = shop(kind).await else { return };
    let placed = shop.orders_on_days(5).await;
    let first = shop.page(Wanted::default(), None).await;
    assert_eq!((ids(&first), &first.before), (vec![placed[4], placed[3]], &None));
    assert_eq!(first.rows[0].name, "Café Levon");
    let second = shop.page(Wanted::default(), first.after.clone()).await;
    assert_eq!(ids(&second), [placed[2], placed[1]]);
    let back = shop.page(Wanted::default(), second.before).await;
    assert_eq!((ids(&back), back.before), (ids(&first), None));
    let oldest = Wanted { ascending: true, ..Wanted::default() };
    assert_eq!(ids(&shop.page(oldest, None).await), [placed[0], placed[1]]);
}

#[rstest]
#[case::sqlite(Database::Sqlite)]
#[case::postgres(Database::Postgres)]
#[tokio::test]
async fn orders_are_sorted_by_amount_and_customer_page_by_page_and_back(#[case] kind: Database) {
    let Some(mut shop) = shop(kind).await else { return };
    let (levon, mut placed) = (shop.customer, Vec::new());
    let anna = async |tx: &mut store::Tx<'_>| {
        customers::add(tx, &[(Field::Name, "Anna".to_owned())]).await
    };
    let anna = shop.record.db.write(Actor::System, anna).await.unwrap();
    for (customer, currency, total) in [
        (levon, "EUR", 500),
        (anna, "AMD", 900),
        (anna, "EUR", 200),
        (levon, "AMD", 100),
        (anna, "AMD", 900),
    ] {
        shop.customer = customer;
        shop.record.clock.advance(TimeDelta::hours(1));
        let currency = currency.parse().unwrap();
        let (code, lines) = (String::new(), Vec::new());
        let new = NewOrder { code, currency, total: Some(total), lines, ..bread() };
        placed.push(shop.adds(new).await.unwrap());
    }
    for (by, order) in [(SortBy::Total, [3, 1, 4, 2, 0]), (SortBy::Customer, [1, 2, 4, 0, 3])] {
        for ascending in [true, false] {
            let wanted = Wanted { by, ascending, ..Wanted::default() };
            let mut expected: Vec<OrderId> = order.iter().map(|place| placed[*place]).collect();
            if !ascending {
                expected.reverse();
            }
            let first = shop.page(wanted, None).await;
            let second = shop.page(wanted, first.after.clone()).await;
            let third = shop.page(wanted, second.after.clone()).await;
            let read = [ids(&first), ids(&second), ids(&third)].concat();
            assert_eq!(read, expected, "{by:?} {ascending}");
            assert_eq!(third.after, None);
            assert_eq!(ids(&shop.page(wanted, third.before).await), ids(&second));
        }
    }
    let of_levon = Wanted { customer: Some(levon), by: SortBy::Total, ..Wanted::default() };
    assert_eq!(ids(&shop.page(of_levon, None).await), [placed[0], placed[3]]);
    let open = Wanted { state: Some(State::Open), by: SortBy::Total, ..Wanted::default() };
    assert_eq!(ids(&shop.page(open, None).await), [placed[4], placed[3]], "the last placed");
}

#[rstest]
#[case::sqlite(Database::Sqlite)]
#[case::postgres(Database::Postgres)]
#[tokio::test]
async fn a_list_goes_on_where_the_last_order_of_a_page_is_gone(#[case] kind: Database) {
    let Some(shop) = shop(kind).await else { return };
    let placed = shop.orders_on_days(3).await;
    for by in SortBy::ALL {
        let wanted = Wanted { by, ascending: true, ..Wanted::default() };
        let place = shop.page(wanted, None).await.after.unwrap();
        let of_nobody = uuid::Uuid::from_u128(uuid::Uuid::from(place.id).as_u128() + 1);
        let gone = Place { id: OrderId(of_nobody), ..place.to_string().parse().unwrap() };
        for from in [place, gone] {
            assert_eq!(ids(&shop.page(wanted, Some(from)).await), [placed[2]], "{by:?}");
        }
    }
}

#[test]
fn a_place_in_a_list_of_orders_passes_through_an_address() {
    for text in ["", "2026-03-01T00:00:00Z", "~~~~~", "x\0y"] {
        assert!(text.parse::<Place>().is_err(), "{text:?}");
    }
    let [order, customer] = [1, 2].map(uuid::Uuid::from_u128);
    let text = format!("2026-03-01T00:00:00+00:00~{order}~EUR~1250~{customer}~anna ~ co");
    assert_eq!(text.parse::<Place>().unwrap().to_string(), text);
    assert!(text.replace("anna", "an\0na").parse::<Place>().is_err());
}

#[rstest]
#[case::sqlite(Database::Sqlite)]
#[case::postgres(Database::Postgres)]
#[tokio::test]
async fn a_list_holds_the_orders_that_are_wanted_and_counts_them(#[case] kind: Database) {
    let Some(shop) = shop(kind).await else { return };
    let placed = shop.orders_on_days(4).await;
    shop.makes(placed[1], State::Cancelled).await.unwrap();
    shop.makes(placed[2], State::Delivered).await.unwrap();
    let customer = Some(shop.customer);
    let cancelled = Wanted { state: Some(State::Cancelled), ..Wanted::default() };
    assert_eq!(ids(&shop.page(cancelled, None).await), [placed[1]]);
    assert_eq!(ids(&shop.page(Wanted { customer, ..cancelled }, None).await), [placed[1]]);
    let day = |text: &str| text.parse().ok();
    let days = Wanted { from: day("2026-03-03"), until: day("2026-03-04"), ..Wanted::default() };
    assert_eq!(ids(&shop.page(days, None).await), [placed[2], placed[1]]);
    let stranger = Some(CustomerId(uuid::Uuid::nil()));
    assert_eq!(shop.page(Wanted { customer: stranger, ..days }, None).await.rows, []);
    let mut reader = shop.record.db.reader().await.unwrap();
    let count = count_up_to(&mut reader.snapshot(), &days, 1).await.unwrap();
    assert_eq!(count, Some(2), "one beyond the limit");
    let waiting = to_come(&mut reader.snapshot(), shop.customer, 9).await.unwrap();
    assert_eq!(waiting.iter().map(|row| row.id).collect::<Vec<_>>(), [placed[3], placed[0]]);
}

#[rstest]
#[case::sqlite(Database::Sqlite)]
#[case::postgres(Database::Postgres)]
#[tokio::test]
async fn days_of_orders_are_those_of_the_business(#[case] kind: Database) {
    let Some(shop) = shop(kind).await else { return };
    let region = Region { time_zone: "Asia/Yerevan".parse().unwrap(), ..Region::default() };
    let set = async move |tx: &mut store::Tx<'_>| {
        settings::change(tx, 0, Change::Region(region.clone())).await
    };
    shop.record.db.write(Actor::System, set).await.unwrap();
    let mut placed = Vec::new();
    for at in ["2026-02-25T19:59:59Z", "2026-02-25T20:00:00Z", "2026-02-26T19:59:59Z"] {
        let (code, placed_at) = (String::new(), at.parse().ok());
        placed.push(shop.adds(NewOrder { code, placed_at, ..bread() }).await.unwrap());
        shop.record.clock.advance(TimeDelta::seconds(1));
    }
    let mut reader = shop.record.db.reader().await.unwrap();
    let rye = lines(&mut reader.snapshot(), placed[0]).await.unwrap()[0].product;
    let day = |text: &str| text.parse().ok();
    let on = |text| Wanted { from: day(text), until: day(text), ..Wanted::default() };
    assert_eq!(ids(&shop.page(on("2026-02-25"), None).await), [placed[0]]);
    assert_eq!(ids(&shop.page(on("2026-02-26"), None).await), [placed[2], placed[1]]);
    let with_rye = Wanted { product: Some(rye), ..on("2026-02-26") };
    assert_eq!(ids(&shop.page(with_rye, None).await), [placed[2], placed[1]]);
    let count = count_up_to(&mut reader.snapshot(), &on("2026-02-26"), 9).await.unwrap();
    assert_eq!(count, Some(2));
}

#[rstest]
#[case::sqlite(Database::Sqlite)]
#[case::postgres(Database::Postgres)]
#[tokio::test]
async fn orders_of_a_product_are_found_the_last_added_first(#[case] kind: Database) {
    let Some(shop) = shop(kind).await else { return };
    let placed = shop.orders_on_days(3).await;
    let line = NewLine { product: "Wheat".into(), quantity: 1, unit_price: 1 };
    shop.adds(NewOrder { lines: vec![line], ..bread() }).await.unwrap();
    shop.makes(placed[1], State::Cancelled).await.unwrap();
    let mut reader = shop.record.db.reader().await.unwrap();
    let rye = lines(&mut reader.snapshot(), placed[0]).await.unwrap()[0].product;
    let wanted = Wanted { product: Some(rye), ..Wanted::default() };
    let first = shop.page(wanted, None).await;
    assert_eq!(ids(&first), [placed[2], placed[1]]);
    assert_eq!(ids(&shop.page(wanted, first.after.clone()).await), [placed[0]]);
    let open = shop.page(Wanted { state: Some(State::Open), ..wanted }, None).await;
    assert_eq!((ids(&open), open.after), (vec![placed[2], placed[0]], None));
    assert_eq!(count_up_to(&mut reader.snapshot(), &wanted, 9).await.unwrap(), None);
}
