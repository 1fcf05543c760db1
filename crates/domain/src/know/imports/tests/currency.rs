//! Orders without a currency, and files that know it.

use kernel::Currency;

use super::*;

fn paid_in(currency: &str, buyers: &[Buyer]) -> Vec<Buyer> {
    let mut buyers = buyers.to_vec();
    for order in buyers.iter_mut().flat_map(|buyer| &mut buyer.orders) {
        order.currency = currency.parse().unwrap();
    }
    buyers
}

async fn orders_of(db: &Db, code: &str) -> Vec<orders::Order> {
    let customer = with_code(db, code).await.unwrap();
    let ids: Vec<_> = brought_to(db, customer).await.iter().map(|order| order.id).collect();
    let mut reader = db.reader().await.unwrap();
    let known = orders::among(&mut reader.snapshot(), &ids).await.unwrap();
    let mut known: Vec<_> = known.into_iter().map(|(order, _)| order).collect();
    known.sort_by_key(|order| order.placed_at);
    known
}

fn paid(orders: &[orders::Order]) -> Vec<(i64, Currency)> {
    orders.iter().map(|order| (order.total, order.currency)).collect()
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn orders_without_a_currency_are_given_that_of_the_files_and_lose_it_again(
    #[case] kind: Kind,
) {
    let Some(TestRecord { db, .. }) = &TestRecord::empty(kind).await else { return };
    let euro: Currency = "EUR".parse().unwrap();
    let (first, _) = imported(db, "", &paid_in("XXX", &two())).await;
    let before = orders_of(db, "17").await;
    assert_eq!(paid(&before), [(100, Currency::NONE), (250, Currency::NONE)]);
    let mut known = two();
    known[1].orders[0].total = 45;
    let (second, counts) = imported(db, "", &paid_in("EUR", &known)).await;
    let applied = counts.applied;
    assert_eq!((applied.orders_added, applied.orders_known), (0, 3));
    assert_eq!((applied.orders_given_currency, applied.orders_differing), (2, 1));
    let given = orders_of(db, "17").await;
    assert_eq!(paid(&given), [(100, euro), (250, euro)]);
    assert!(given[0].version > before[0].version, "whoever edits it sees that it changed");
    assert_eq!(paid(&orders_of(db, "18").await), [(40, Currency::NONE)], "it is another number");
    let undone_now = undone(db, second).await.unwrap().undone.unwrap();
    assert_eq!((undone_now.currencies_emptied, undone_now.currencies_kept), (2, 0));
    assert_eq!(paid(&orders_of(db, "17").await), paid(&before));
    let undone_now = undone(db, first).await.unwrap().undone.unwrap();
    assert_eq!((undone_now.orders_removed, undone_now.customers_removed), (3, 2));
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn orders_that_went_with_the_import_that_brought_them_were_changed_by_nobody(
    #[case] kind: Kind,
) {
    let Some(TestRecord { db, .. }) = &TestRecord::empty(kind).await else { return };
    let (first, _) = imported(db, "", &paid_in("XXX", &two())).await;
    let mut known = paid_in("EUR", &two());
    known[0].email = Some("anna@example.am".to_owned());
    let like = known[0].orders[0].clone();
    known[0].orders.push(Bought { code: Some("A9".to_owned()), ..like });
    let (second, counts) = imported(db, "", &known).await;
    assert_eq!((counts.applied.orders_given_currency, counts.currencies_gone()), (3, 0));
    let base = undone(db, first).await.unwrap().undone.unwrap();
    assert_eq!((base.orders_removed, base.orders_kept), (3, 0));
    let counts = undone(db, second).await.unwrap();
    let now = counts.undone.unwrap();
    assert_eq!((now.currencies_emptied, now.currencies_kept), (0, 0));
    assert_eq!(counts.currencies_gone(), 3);
    assert_eq!((now.fields_emptied, now.fields_kept), (1, 0));
    assert_eq!((now.orders_removed, now.orders_kept), (1, 0));
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn a_currency_without_cents_is_given_where_nothing_is_lost(#[case] kind: Kind) {
    let Some(TestRecord { db, .. }) = &TestRecord::empty(kind).await else { return };
    let yen: Currency = "JPY".parse().unwrap();
    let bare = [buyer("17", None, &[("A1", 1_200), ("A2", 250)])];
    imported(db, "", &paid_in("XXX", &bare)).await;
    let files = [buyer("17", None, &[("A1", 12), ("A2", 2)])];
    let (id, counts) = imported(db, "", &paid_in("JPY", &files)).await;
    let applied = counts.applied;
    assert_eq!((applied.orders_given_currency, applied.orders_differing), (1, 1));
    let now = orders_of(db, "17").await;
    assert_eq!(paid(&now), [(12, yen), (250, Currency::NONE)]);
    let price = async || {
        let mut reader = db.reader().await.unwrap();
        orders::lines(&mut reader.snapshot(), now[0].id).await.unwrap()[0].unit_price
    };
    assert_eq!(price().await, 6);
    undone(db, id).await.unwrap();
    let again = orders_of(db, "17").await;
    assert_eq!(paid(&again), [(1_200, Currency::NONE), (250, Currency::NONE)]);
    assert_eq!(price().await, 600);
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn orders_that_the_record_has_in_another_currency_are_foreseen_and_told(#[case] kind: Kind) {
    let Some(TestRecord { db, .. }) = &TestRecord::empty(kind).await else { return };
    imported(db, "", &paid_in("USD", &two())).await;
    let files = paid_in("EUR", &two());
    let mut foresight = Foresight::of("");
    foresight.take(&mut db.reader().await.unwrap().snapshot(), &files).await.unwrap();
    let (_, counts) = imported(db, "", &files).await;
    let pair = |orders, of_files: &str| OtherCurrency {
        orders_in_another_currency: orders,
        currency_of_record: "USD".parse().unwrap(),
        currency_of_files: of_files.parse().unwrap(),
    };
    let expected: OtherCurrencies = [pair(3, "EUR")].into_iter().collect();
    assert_eq!(foresight.other_currencies(), &expected);
    assert_eq!(counts.other_currencies, expected);
    assert_eq!(counts.applied.orders_of_other_sums(&counts.other_currencies), 0);
    let mut files = files;
    files[0].orders[0].currency = "GBP".parse().unwrap();
    let (_, counts) = imported(db, "", &files).await;
    assert_eq!(counts.other_currencies.named(), (vec![pair(2, "EUR"), pair(1, "GBP")], 0));
    assert_eq!(counts.applied.orders_of_other_sums(&counts.other_currencies), 0);
    let (_, same) = imported(db, "", &paid_in("USD", &two())).await;
    assert!(same.other_currencies.is_empty());
}
