//! Many rows at once, and what stands aside for them.

use rstest::rstest;
use store::db::{Aside, Sql};
use store::log::Actor;
use store::{Db, Snapshot, StoreError, Tx};
use testkit::record::{Kind, TestRecord};
use uuid::Uuid;

/// Adds products by name, but for those that are there.
async fn add_products(tx: &mut Tx<'_>, names: &[&str]) -> Result<u64, StoreError> {
    let into = "product (id, name, sort_name, import)";
    tx.insert_new(into, "(sort_name)", 4, names, |values, name| {
        values.bind(Uuid::now_v7()).bind(*name).bind(name.to_lowercase()).bind(None::<Uuid>)
    })
    .await
}

async fn products(db: &Db) -> Vec<String> {
    let mut reader = db.reader().await.unwrap();
    let mut snapshot = reader.snapshot();
    let names = snapshot.query("select name from product order by sort_name").all();
    names.await.unwrap().into_iter().map(|(name,)| name).collect()
}

/// Orders and customers: their indexes and what they refer to.
async fn definitions(snapshot: &mut Snapshot<'_>) -> Vec<String> {
    let definitions = snapshot.query(Sql::Each {
        sqlite: "select sql from sqlite_master
            where tbl_name in ('orders', 'customer') and sql is not null order by sql",
        postgres: "select indexdef from pg_indexes
            where schemaname = current_schema() and tablename in ('orders', 'customer')
            union all
            select conname || ' ' || pg_get_constraintdef(oid) from pg_constraint
            where conrelid in ('orders'::regclass, 'customer'::regclass)
            order by 1",
    });
    definitions.all().await.unwrap().into_iter().map(|(definition,)| definition).collect()
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn a_row_without_all_of_its_values_has_none_of_the_row_before(#[case] kind: Kind) {
    let Some(TestRecord { db, .. }) = &TestRecord::empty(kind).await else { return };
    for short in ["Rye", "Wheat"] {
        let refused = db.write(Actor::System, async move |tx| {
            let into = "product (id, name, sort_name, import)";
            tx.insert_all(into, 4, &["Rye", "Wheat"], |values, name| {
                let named = values.bind(Uuid::now_v7()).bind(*name).bind(name.to_lowercase());
                if *name == short { named } else { named.bind(None::<Uuid>) }
            })
            .await
        });
        let refused: Result<(), StoreError> = refused.await;
        assert!(refused.is_err(), "{short}");
        assert!(products(db).await.is_empty(), "{short}");
    }
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn of_many_rows_those_are_left_out_whose_key_is_taken(#[case] kind: Kind) {
    let Some(TestRecord { db, .. }) = &TestRecord::empty(kind).await else { return };
    let added = db
        .write(Actor::System, async |tx| {
            let new = add_products(tx, &["Rye", "Spelt"]).await?;
            let some = add_products(tx, &["Oats", "rye", "Wheat", "OATS"]).await?;
            let none = add_products(tx, &["Wheat", "Rye"]).await?;
            Ok::<_, StoreError>((new, some, none))
        })
        .await
        .unwrap();
    assert_eq!(added, (2, 2, 0));
    assert_eq!(products(db).await, ["Oats", "Rye", "Spelt", "Wheat"]);
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn more_rows_than_a_statement_takes_are_all_added(#[case] kind: Kind) {
    let Some(TestRecord { db, .. }) = &TestRecord::empty(kind).await else { return };
    let names: Vec<String> = (0..1_000).map(|number| format!("{number:03}")).collect();
    let wanted = names.clone();
    let added = async move |tx: &mut Tx<'_>| {
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        add_products(tx, &names).await
    };
    assert_eq!(db.write(Actor::System, added).await.unwrap(), 1_000);
    assert_eq!(products(db).await, wanted);
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn what_stood_aside_is_as_it_was(#[case] kind: Kind) {
    let Some(TestRecord { db, .. }) = &TestRecord::empty(kind).await else { return };
    let before = definitions(&mut db.reader().await.unwrap().snapshot()).await;
    let (without, again) = db
        .write(Actor::System, async |tx| {
            let aside = tx.set_aside(&["orders", "customer"]).await?;
            let without = definitions(tx).await;
            tx.put_back(aside).await?;
            Ok::<_, StoreError>((without, definitions(tx).await))
        })
        .await
        .unwrap();
    assert!(without.len() < before.len(), "{without:?}");
    assert_eq!(again, before);
    assert_eq!(definitions(&mut db.reader().await.unwrap().snapshot()).await, before);
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn a_change_that_is_refused_sets_nothing_aside(#[case] kind: Kind) {
    let Some(TestRecord { db, .. }) = &TestRecord::empty(kind).await else { return };
    let before = definitions(&mut db.reader().await.unwrap().snapshot()).await;
    let refused = db.write(Actor::System, async |tx| {
        let _aside = tx.set_aside(&["orders", "customer"]).await?;
        Err::<(), _>(StoreError::ReadOnly)
    });
    assert!(refused.await.is_err());
    assert_eq!(definitions(&mut db.reader().await.unwrap().snapshot()).await, before);
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn setting_aside_waits_for_nobody_who_reads(#[case] kind: Kind) {
    let Some(TestRecord { db, .. }) = &TestRecord::empty(kind).await else { return };
    let mut reader = db.reader().await.unwrap();
    let mut snapshot = reader.snapshot();
    let orders = snapshot.query("select id from orders").all::<(Uuid,)>().await.unwrap();
    let set_aside = db.write(Actor::System, async |tx| {
        let aside = tx.set_aside(&["orders", "customer"]).await?;
        tx.put_back(aside).await
    });
    set_aside.await.unwrap();
    let again = snapshot.query("select id from orders").all::<(Uuid,)>().await.unwrap();
    assert_eq!((orders.len(), again.len()), (0, 0));
}

/// Adds an order of a customer nobody knows.
async fn add_order_of_nobody(
    tx: &mut Tx<'_>,
    aside: &Aside,
    code: &str,
) -> Result<u64, StoreError> {
    let into = "orders (id, customer, source, code, placed_at, currency, total, state)";
    let now = tx.now();
    tx.insert_new_aside(aside, into, "(source, code)", 8, &[code], |values, code| {
        let order = values.bind(Uuid::now_v7()).bind(Uuid::now_v7()).bind("").bind(*code);
        order.bind(now).bind("EUR").bind(100_i64).bind("open")
    })
    .await
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn what_rows_refer_to_is_looked_up_when_all_is_put_back(#[case] kind: Kind) {
    let Some(TestRecord { db, .. }) = &TestRecord::empty(kind).await else { return };
    let together = db.write(Actor::System, async |tx| {
        let aside = tx.set_aside(&["orders", "customer"]).await?;
        assert_eq!(add_order_of_nobody(tx, &aside, "A-1").await?, 1);
        tx.put_back(aside).await
    });
    assert!(together.await.is_err());
    let one_by_one = db.write(Actor::System, async |tx| {
        let aside = tx.set_aside(&[]).await?;
        add_order_of_nobody(tx, &aside, "A-2").await
    });
    assert!(one_by_one.await.is_err());
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn empty_texts_stay_empty_and_others_what_they_are(#[case] kind: Kind) {
    let Some(TestRecord { db, .. }) = &TestRecord::empty(kind).await else { return };
    let rows = [("", "rye"), ("", "wheat"), ("Oats", "oats"), ("", "spelt")];
    let added = async move |tx: &mut Tx<'_>| {
        let into = "product (id, name, sort_name, import)";
        tx.insert_all(into, 4, &rows, |values, (name, sort_name)| {
            values.bind(Uuid::now_v7()).bind(*name).bind(*sort_name).bind(None::<Uuid>)
        })
        .await
    };
    db.write(Actor::System, added).await.unwrap();
    assert_eq!(products(db).await, ["Oats", "", "", ""]);
}
