//! Products suggested by what people make of their names, on both databases.

use rstest::rstest;
use store::Db;
use store::log::Actor;
use testkit::record::{Kind as Database, TestRecord};

use super::super::suggested_products;
use super::{added, found, keep_up};
use crate::know::customers::Field;
use crate::know::products::{self, ProductId};

async fn sold(db: &Db, name: &'static str) -> ProductId {
    let add = async move |tx: &mut store::Tx<'_>| products::of_name(tx, name).await;
    db.write(Actor::System, add).await.unwrap().id
}

async fn suggested(db: &Db, begun: &str, limit: u32) -> Vec<String> {
    keep_up(db).await;
    let mut reader = db.reader().await.unwrap();
    let found = suggested_products(&mut reader.snapshot(), begun, limit).await.unwrap();
    found.into_iter().map(|product| product.name).collect()
}

#[rstest]
#[case::sqlite(Database::Sqlite)]
#[case::postgres(Database::Postgres)]
#[tokio::test]
async fn a_product_is_suggested_by_a_slip_of_its_name(#[case] kind: Database) {
    let Some(TestRecord { db, .. }) = &TestRecord::empty(kind).await else { return };
    added(db, &[(Field::Name, "Sencha Ltd")]).await;
    let sencha = sold(db, "Sencha 100 g").await;
    sold(db, "Rye bread").await;
    sold(db, "Rye bread, sliced").await;
    for begun in ["sencha", "Snecha", "senhca 100", "сенча", "100 sencha", "Sencha 100g"] {
        assert_eq!(suggested(db, begun, 8).await, ["Sencha 100 g"], "{begun}");
    }
    assert_eq!(suggested(db, "rye bread", 1).await, ["Rye bread"]);
    assert_eq!(suggested(db, "bread rye", 8).await.len(), 2);
    assert_eq!(suggested(db, "wheat", 8).await, Vec::<String>::new());
    assert_eq!(found(db, "sencha").await, ["[Sencha] Ltd"], "who searches looks for customers");
    let rename = async move |tx: &mut store::Tx<'_>| products::rename(tx, sencha, "Gyokuro").await;
    assert!(db.write(Actor::System, rename).await.unwrap());
    assert_eq!(suggested(db, "snecha", 8).await, Vec::<String>::new());
    assert_eq!(suggested(db, "gyokruo", 8).await, ["Gyokuro"]);
}

#[rstest]
#[case::sqlite(Database::Sqlite)]
#[case::postgres(Database::Postgres)]
#[tokio::test]
async fn names_of_many_customers_crowd_out_no_product(#[case] kind: Database) {
    let Some(TestRecord { db, .. }) = &TestRecord::empty(kind).await else { return };
    sold(db, "Sencha 100 g").await;
    for ending in ["b", "d", "f", "g", "k", "l", "m", "n", "p", "r", "s", "t", "v", "z"] {
        for beginning in ["", "a", "o"] {
            let name = format!("{beginning}snecha{ending}");
            added(db, &[(Field::Name, name.as_str())]).await;
            added(db, &[(Field::Name, name.as_str())]).await;
        }
    }
    assert_eq!(suggested(db, "snecha", 8).await, ["Sencha 100 g"]);
}
