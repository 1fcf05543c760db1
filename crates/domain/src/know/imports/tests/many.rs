//! Imports that have to do with more customers than a database can hold by id.

use testkit::record::ids_held;

use super::super::apply::store::{WORTH_IT, outgrow};
use super::*;

const CUSTOMERS: usize = 20;

/// So many customers, with what `of` knows of each by their number.
fn people(of: impl Fn(usize) -> Option<String>) -> Vec<Buyer> {
    let one = |number: usize| Buyer { email: of(number), ..numbered(number) };
    (0..CUSTOMERS).map(one).collect()
}

fn numbered(number: usize) -> Buyer {
    let code = format!("C{number}");
    buyer(&code, None, &[(code.as_str(), 100)])
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn no_id_is_held_of_customers_whose_blanks_are_filled_and_emptied(#[case] kind: Kind) {
    let Some(TestRecord { db, .. }) = &TestRecord::empty(kind).await else { return };
    imported(db, "", &people(|_| None)).await;
    let mails = people(|number| Some(format!("c{number}@shop.test")));
    let id = staged(db, "", &mails).await.unwrap();
    let fills = async move |tx: &mut store::Tx<'_>| {
        let filled = apply(tx, id).await?.applied.customers_filled;
        Ok::<_, ImportError>((filled, ids_held(tx).await?))
    };
    let (filled, held) = db.write(Actor::System, fills).await.unwrap();
    assert_eq!(filled, CUSTOMERS as u64);
    assert!(held < CUSTOMERS as i64, "{held}");
    let empties = async move |tx: &mut store::Tx<'_>| {
        let emptied = undo(tx, id).await?.undone.unwrap_or_default().fields_emptied;
        Ok::<_, ImportError>((emptied, ids_held(tx).await?))
    };
    let (emptied, held) = db.write(Actor::System, empties).await.unwrap();
    assert_eq!(emptied, CUSTOMERS as u64);
    assert!(held < CUSTOMERS as i64, "{held}");
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn indexes_stand_aside_only_for_many_rows_and_more_than_are_there(#[case] kind: Kind) {
    let Some(TestRecord { db, .. }) = &TestRecord::empty(kind).await else { return };
    let outgrown = async |rows: u64| {
        let asks = async move |tx: &mut store::Tx<'_>| outgrow(tx, "orders", rows).await;
        db.write(Actor::System, asks).await.unwrap()
    };
    assert!(!outgrown(1).await);
    assert!(!outgrown(WORTH_IT - 1).await);
    assert!(outgrown(WORTH_IT).await);
    let many: Vec<Buyer> = (0..).take(WORTH_IT as usize).map(numbered).collect();
    let (_, counts) = imported(db, "", &many).await;
    assert_eq!(counts.applied.orders_added, WORTH_IT);
    assert!(with_code(db, "C999").await.is_some());
    assert!(!outgrown(WORTH_IT).await);
    let (_, again) = imported(db, "", &many).await;
    assert_eq!((again.applied.orders_added, again.applied.customers_known), (0, WORTH_IT));
}
