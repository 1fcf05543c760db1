//! Killed while jobs are done, alone and beside another process.

use std::collections::BTreeSet;

use chrono::TimeDelta;
use crash::{Mortal, Task, crashes, drawn, say_kept};
use domain::know::customers::{self, CustomerError, Field};
use rstest::rstest;
use serde::{Deserialize, Serialize};
use store::Db;
use store::jobs::{Failed, Job, Leased, Worker};
use store::log::{Actor, Before};
use testkit::record::{Kind, TestRecord};

use super::ITSELF;

pub const WORK: &str = "jobs";
/// Jobs that are asked for in each life.
const OF_A_LIFE: u64 = 30;

/// Adds a customer of a number.
#[derive(Serialize, Deserialize)]
struct Add {
    number: u64,
}

impl Job for Add {
    const KIND: &'static str = "crash.add";
    const TRIES: u32 = 1_000;
}

/// So many turns there are for all jobs: they take far fewer.
const TURNS_TO_END: u32 = 1_000_000;

/// Does jobs until there are none; each that is done is said.
pub async fn work(task: &Task) {
    let db = task.open().await.unwrap();
    let worker = worker(&db);
    for _ in 0..TURNS_TO_END {
        if waiting(&db).await == 0 {
            return;
        }
        worker.run_until_idle().await.unwrap();
    }
    panic!("jobs that are never done");
}

fn worker(db: &Db) -> Worker {
    let adding = db.clone();
    Worker::new(db.clone()).on(move |Add { number }: Add, leased: Leased| {
        let db = adding.clone();
        async move {
            let finished = db
                .write(Actor::System, async move |tx| {
                    let known = [(Field::Name, format!("Customer {number}"))];
                    customers::add(tx, &known).await?;
                    Ok::<_, CustomerError>(tx.finish_job(leased.lease).await?)
                })
                .await?;
            say_kept(number);
            Ok::<_, Failed>(finished)
        }
    })
}

async fn waiting(db: &Db) -> i64 {
    let mut reader = db.reader().await.unwrap();
    let (jobs,): (i64,) = reader.snapshot().query("select count(*) from job").one().await.unwrap();
    jobs
}

async fn ask_for(record: &TestRecord, numbers: std::ops::Range<u64>) {
    record
        .db
        .write(Actor::System, async move |tx| {
            let now = tx.now();
            for number in numbers.clone() {
                tx.enqueue(&Add { number }, now).await?;
            }
            Ok::<_, store::StoreError>(())
        })
        .await
        .unwrap();
}

/// The numbers of the customers there are, as often as there are such.
async fn added(db: &Db) -> Vec<u64> {
    let mut reader = db.reader().await.unwrap();
    let entries = reader.snapshot().audit(Before::default(), u32::MAX).await.unwrap();
    let mut added: Vec<u64> = entries
        .iter()
        .filter_map(|entry| entry.event::<customers::CustomerAdded>().unwrap())
        .filter_map(|added| {
            added.known.first()?.to.as_ref()?.strip_prefix("Customer ")?.parse().ok()
        })
        .collect();
    added.sort_unstable();
    added
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn every_job_is_done_once_however_often_who_does_it_is_killed(#[case] kind: Kind) {
    let Some(record) = TestRecord::empty(kind).await else { return };
    let mut kept = BTreeSet::new();
    for life in 0..crashes() {
        let first = u64::from(life) * OF_A_LIFE;
        ask_for(&record, first..first + OF_A_LIFE).await;
        let mut mortal = Mortal::begin(ITSELF, WORK, &record.place, life).unwrap();
        kept.extend(mortal.kept(usize::try_from(drawn(life, OF_A_LIFE)).unwrap()).unwrap());
        kept.extend(mortal.kill().unwrap());
    }
    let last = Mortal::begin(ITSELF, WORK, &record.place, crashes()).unwrap();
    let (said, came_to_its_end) = last.end().unwrap();
    assert!(came_to_its_end);
    kept.extend(said);
    let added = added(&record.db).await;
    let asked_for = u64::from(crashes()) * OF_A_LIFE;
    assert_eq!(added, (0..asked_for).collect::<Vec<_>>(), "each once");
    assert!(kept.iter().all(|number| added.contains(number)));
    assert_eq!(waiting(&record.db).await, 0);
}

#[tokio::test]
async fn what_a_killed_process_had_begun_the_other_does_once() {
    let Some(record) = TestRecord::empty(Kind::Postgres).await else { return };
    record.clock.advance(TimeDelta::minutes(1));
    let jobs = u64::from(crashes()) * OF_A_LIFE;
    ask_for(&record, 0..jobs).await;
    let mut killed = Mortal::begin(ITSELF, WORK, &record.place, 1).unwrap();
    let survivor = Mortal::begin(ITSELF, WORK, &record.place, 1).unwrap();
    killed.kept(3).unwrap();
    killed.kill().unwrap();
    let (_, came_to_its_end) = survivor.end().unwrap();
    assert!(came_to_its_end);
    assert_eq!(added(&record.db).await, (0..jobs).collect::<Vec<_>>(), "each once");
    assert_eq!(waiting(&record.db).await, 0);
}
