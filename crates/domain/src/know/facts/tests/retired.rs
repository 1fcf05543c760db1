//! A process that is at a step while another makes all facts again.

use chrono::TimeDelta;
use kernel::facts::FactKind;
use rstest::rstest;
use store::log::Cursor;
use testkit::record::{Kind as Database, comes_true};

use super::shop;
use crate::know::facts::model::Generation;
use crate::know::facts::{catch_up, is_behind, rebuild, tidy};

#[rstest]
#[case::sqlite(Database::Sqlite)]
#[case::postgres(Database::Postgres)]
#[tokio::test]
async fn who_was_at_a_step_when_all_was_made_again_does_not_go_on(#[case] kind: Database) {
    let Some(shop) = shop(kind).await else { return };
    let levon = shop.adds("Levon").await;
    shop.sells(levon, 1).await;
    shop.keeps_up().await;
    shop.sells(levon, 2).await;
    comes_true("there is something to read", async || {
        is_behind(&mut shop.db().reader().await.unwrap().snapshot()).await.unwrap()
    })
    .await;
    let slow = shop.files.wait_once();
    let meanwhile = async {
        slow.written.notified().await;
        rebuild(shop.db(), &shop.files, |_| {}).await.unwrap();
        slow.go_on.notify_one();
    };
    let (read, ()) = tokio::join!(catch_up(shop.db(), &shop.files), meanwhile);
    assert_eq!(read.unwrap(), 0, "another has read it");
    let mut reader = shop.db().reader().await.unwrap();
    let retired = reader.snapshot().cursor_of(&Generation(0).reader()).await.unwrap();
    assert_eq!(retired, Cursor::default());
    drop(reader);
    shop.keeps_up().await;
    assert_eq!(shop.totals().await.len(), 2);
    shop.record.clock.advance(TimeDelta::hours(2));
    tidy(shop.db(), &shop.files).await.unwrap();
    assert_eq!(shop.files.count(FactKind::Orders), shop.count_of_files(FactKind::Orders).await);
}
