//! Orders that come many at once.

use testkit::record::ids_held;

use super::*;

const MANY: usize = 20;

/// So many orders of a source, the first first or last.
fn told(backwards: bool) -> Vec<NewOrder> {
    let order = |number| NewOrder { code: format!("A-{number}"), ..bread() };
    let mut orders: Vec<NewOrder> = (0..MANY).map(order).collect();
    if backwards {
        orders.reverse();
    }
    orders
}

/// Adds them all, or finds them. Returns which, and how many ids were held.
async fn tells(shop: &Shop, backwards: bool) -> Result<(Vec<Added>, i64), OrderError> {
    let (customer, orders) = (shop.customer, told(backwards));
    let tell = async move |tx: &mut store::Tx<'_>| {
        let mut added = Vec::new();
        for order in &orders {
            added.push(add_once(tx, customer, order).await?);
        }
        Ok::<_, OrderError>((added, ids_held(tx).await?))
    };
    shop.record.db.write(Actor::System, tell).await
}

#[rstest]
#[case::sqlite(Database::Sqlite)]
#[case::postgres(Database::Postgres)]
#[tokio::test]
async fn of_two_who_tell_of_the_same_orders_at_once_one_adds_them(#[case] kind: Database) {
    let Some(shop) = shop(kind).await else { return };
    let (one, other) = tokio::join!(tells(&shop, false), tells(&shop, true));
    let mut new = Vec::new();
    for (added, held) in [one.unwrap(), other.unwrap()] {
        assert!(held < MANY as i64, "{held}");
        assert_eq!(added.len(), MANY);
        new.push(added.iter().filter(|added| matches!(added, Added::New(_))).count());
    }
    new.sort_unstable();
    assert_eq!(new, [0, MANY]);
}
