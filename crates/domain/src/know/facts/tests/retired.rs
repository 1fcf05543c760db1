//! A process that is at a step while another makes all facts again.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use chrono::{DateTime, TimeDelta, Utc};
use kernel::facts::{FactFile, FactKind, Facts};
use rstest::rstest;
use store::log::Cursor;
use testkit::record::Kind as Database;
use tokio::sync::Notify;

use super::kept::Kept;
use super::shop;
use crate::know::facts::model::Generation;
use crate::know::facts::{Files, FilesError, catch_up, is_behind, rebuild, tidy};

/// Files of a process that once waits between what it has written and what it
/// does next.
struct Waiting {
    kept: Arc<Kept>,
    has_waited: AtomicBool,
    written: Notify,
    go_on: Notify,
}

impl Files for Waiting {
    async fn write(&self, facts: Facts, now: DateTime<Utc>) -> Result<Vec<FactFile>, FilesError> {
        let made = self.kept.write(facts, now).await?;
        if !self.has_waited.swap(true, Ordering::SeqCst) {
            self.written.notify_one();
            self.go_on.notified().await;
        }
        Ok(made)
    }

    async fn merge(
        &self,
        kind: FactKind,
        files: Vec<FactFile>,
        all: bool,
        now: DateTime<Utc>,
    ) -> Result<Vec<FactFile>, FilesError> {
        self.kept.merge(kind, files, all, now).await
    }

    async fn names(&self, kind: FactKind) -> Result<Vec<String>, FilesError> {
        self.kept.names(kind).await
    }

    async fn remove(&self, kind: FactKind, name: String) -> Result<(), FilesError> {
        self.kept.remove(kind, name).await
    }

    async fn remove_unfinished(&self, before: DateTime<Utc>) -> Result<(), FilesError> {
        self.kept.remove_unfinished(before).await
    }
}

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
    while !is_behind(&mut shop.db().reader().await.unwrap().snapshot()).await.unwrap() {
        tokio::task::yield_now().await;
    }
    let slow = Arc::new(Waiting {
        kept: shop.files.clone(),
        has_waited: AtomicBool::new(false),
        written: Notify::new(),
        go_on: Notify::new(),
    });
    let meanwhile = async {
        slow.written.notified().await;
        rebuild(shop.db(), &shop.files, |_| {}).await.unwrap();
        slow.go_on.notify_one();
    };
    let (read, ()) = tokio::join!(catch_up(shop.db(), &slow), meanwhile);
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
