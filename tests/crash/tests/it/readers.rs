//! Killed while the search follows the log.

use std::sync::Arc;

use crash::{Mortal, Task, crashes, drawn, say_kept};
use domain::know::customers::{self, Field};
use domain::know::search::Indexer;
use rstest::rstest;
use store::Db;
use store::log::{Actor, catch_up, rebuild};
use testkit::record::search_index;
use testkit::record::{Kind, TestRecord};

use super::ITSELF;

pub const WORK: &str = "readers";
/// Customers that are added for each life: more than one batch.
const CUSTOMERS: u64 = 150;
/// What it says before it has read the last of them: that it begins, and that
/// the first batch is durable.
const SAID: u64 = 2;

/// Follows the log to its end, again and again; each commit is said.
pub async fn work(task: &Task) {
    let db = task.open().await.unwrap();
    let mut commits = db.commits();
    let reading = async {
        loop {
            catch_up(&db, &Arc::new(Indexer)).await.unwrap();
            tokio::task::yield_now().await;
        }
    };
    let saying = async {
        for number in 0.. {
            say_kept(number);
            commits.changed().await.unwrap();
        }
    };
    tokio::join!(reading, saying);
}

async fn add_customers(db: &Db, life: u32) {
    db.write(Actor::System, async move |tx| {
        for number in 0..CUSTOMERS {
            let name = format!("Customer {life} of {number}");
            customers::add(tx, &[(Field::Name, name)]).await?;
        }
        Ok::<_, customers::CustomerError>(())
    })
    .await
    .unwrap();
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn the_search_catches_up_to_what_a_rebuild_makes(#[case] kind: Kind) {
    let Some(record) = TestRecord::empty(kind).await else { return };
    for life in 0..crashes() {
        add_customers(&record.db, life).await;
        let mut mortal = Mortal::begin(ITSELF, WORK, &record.place, life).unwrap();
        mortal.kept(usize::try_from(drawn(life, SAID + 1)).unwrap()).unwrap();
        mortal.kill().unwrap();
    }
    let indexer = Arc::new(Indexer);
    catch_up(&record.db, &indexer).await.unwrap();
    let caught_up = search_index(&record.db).await.unwrap();
    rebuild(&record.db, &indexer, |_| {}).await.unwrap();
    assert_eq!(caught_up, search_index(&record.db).await.unwrap());
}
