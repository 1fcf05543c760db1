//! Killed while facts are written, merged and made again.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::{DateTime, Utc};
use crash::{Mortal, Task, crashes, drawn, say_kept};
use domain::know::customers::{self, Field};
use domain::know::facts::{self, Files, FilesError};
use domain::know::orders::{self, NewLine, NewOrder, OrderError, State};
use kernel::facts::{FactFile, FactKind, Facts};
use measure::facts::{FactFolder, FactsError};
use rstest::rstest;
use store::Db;
use store::db::Place;
use store::log::Actor;
use testkit::record::{Kind, TestRecord};
use tokio::task::spawn_blocking;

use super::ITSELF;

pub const WORK: &str = "facts";
/// Orders that are placed for each life.
const ORDERS: i64 = 6;
/// Said before it is killed, at most.
const SAID: u64 = 12;
/// So many turns of the machine it may live on for after that.
const TURNS: u64 = 20_000;

/// The folder that the program keeps.
struct Folder(FactFolder);

impl Folder {
    fn at(path: &Path) -> Arc<Self> {
        Arc::new(Self(FactFolder::at(path).unwrap()))
    }

    async fn apart<T: Send + 'static>(
        &self,
        work: impl FnOnce(&FactFolder) -> Result<T, FactsError> + Send + 'static,
    ) -> Result<T, FilesError> {
        let folder = self.0.clone();
        Ok(spawn_blocking(move || work(&folder)).await??)
    }
}

impl Files for Folder {
    async fn write(&self, facts: Facts, now: DateTime<Utc>) -> Result<Vec<FactFile>, FilesError> {
        self.apart(move |folder| folder.write(facts, facts::names(now))).await
    }

    async fn merge(
        &self,
        kind: FactKind,
        files: Vec<FactFile>,
        all: bool,
        now: DateTime<Utc>,
    ) -> Result<Vec<FactFile>, FilesError> {
        self.apart(move |folder| folder.merge(kind, &files, all, facts::names(now))).await
    }

    async fn names(&self, kind: FactKind) -> Result<Vec<String>, FilesError> {
        self.apart(move |folder| folder.names(kind)).await
    }

    async fn remove(&self, kind: FactKind, name: String) -> Result<(), FilesError> {
        self.apart(move |folder| folder.remove(kind, &name)).await
    }

    async fn remove_unfinished(&self, before: DateTime<Utc>) -> Result<(), FilesError> {
        self.apart(move |folder| folder.remove_unfinished(before.into())).await
    }
}

/// Where the facts of a life are told to be.
const FOLDER: &str = "PERENNIAL_CRASH_FACTS";

/// Takes the log in, merges and makes all again, over and over; each is said.
pub async fn work(task: &Task) {
    let db = task.open().await.unwrap();
    let folder = Folder::at(&PathBuf::from(std::env::var_os(FOLDER).unwrap()));
    for round in 0.. {
        facts::catch_up(&db, &folder).await.unwrap();
        say_kept(3 * round);
        facts::tidy(&db, &folder).await.unwrap();
        say_kept(3 * round + 1);
        facts::rebuild(&db, &folder, |_| {}).await.unwrap();
        say_kept(3 * round + 2);
    }
}

/// Somebody buys, and calls one order off again.
async fn buys(db: &Db, life: u32) {
    db.write(Actor::System, async move |tx| {
        let known = [(Field::Name, format!("Customer {life}"))];
        let customer = customers::add(tx, &known).await?;
        for price in 1..=ORDERS {
            let rye = NewLine { product: "Rye".to_owned(), quantity: 1, unit_price: price };
            let new = NewOrder {
                source: String::new(),
                code: String::new(),
                placed_at: None,
                currency: "AMD".parse().unwrap(),
                total: None,
                lines: vec![rye],
            };
            let order = orders::add(tx, customer, &new).await?;
            if price == ORDERS {
                orders::change_state(tx, order, State::Cancelled).await?;
            }
        }
        Ok::<_, OrderError>(())
    })
    .await
    .unwrap();
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn facts_are_those_made_from_the_start_however_often_their_reader_is_killed(
    #[case] kind: Kind,
) {
    let Some(record) = TestRecord::empty(kind).await else { return };
    let home = tempfile::tempdir().unwrap();
    for life in 0..crashes() {
        buys(&record.db, life).await;
        let mut mortal = begin(&record.place, life, home.path());
        mortal.kept(usize::try_from(drawn(life, SAID + 1)).unwrap()).unwrap();
        mortal.lives_on(drawn(life + crashes(), TURNS));
        mortal.kill().unwrap();
    }
    let folder = Folder::at(home.path());
    keeps_up(&record.db, &folder).await;
    let kept = all_told(&record.db, &folder, home.path()).await;
    facts::rebuild(&record.db, &folder, |_| {}).await.unwrap();
    keeps_up(&record.db, &folder).await;
    let made = all_told(&record.db, &folder, home.path()).await;
    assert!(kept == made, "other facts than those made from the start");
    nothing_is_left_over(&record, &folder, home.path()).await;
}

/// So many turns the facts have to come to the end of the log: whatever holds
/// them up takes far fewer.
const TURNS_TO_KEEP_UP: u32 = 20_000;

/// Takes in all of the log. On PostgreSQL that waits for whatever any
/// transaction of the server might still commit before, such as other tests'.
async fn keeps_up(db: &Db, folder: &Arc<Folder>) {
    let orders = u64::from(crashes()) * (ORDERS - 1).unsigned_abs();
    for _ in 0..TURNS_TO_KEEP_UP {
        facts::catch_up(db, folder).await.unwrap();
        let current = facts::current(&mut db.reader().await.unwrap().snapshot()).await.unwrap();
        let of_orders = current.into_iter().filter(|file| file.kind == FactKind::Orders).collect();
        let now = db.clock().now();
        let merged = folder.merge(FactKind::Orders, of_orders, true, now).await.unwrap();
        let told: u64 = merged.iter().map(|file| file.rows).sum();
        for file in merged {
            folder.remove(file.kind, file.name).await.unwrap();
        }
        assert!(told <= orders, "{told} of {orders} orders that count");
        if told == orders {
            return;
        }
        tokio::task::yield_now().await;
    }
    panic!("fewer than {orders} orders that count");
}

fn begin(place: &Place, life: u32, home: &Path) -> Mortal {
    let mut command = std::process::Command::new(std::env::current_exe().unwrap());
    command.env(FOLDER, home);
    Mortal::run(&mut command, ITSELF, WORK, place, life).unwrap()
}

/// The bytes of all facts of each kind, in one file.
async fn all_told(db: &Db, folder: &Arc<Folder>, home: &Path) -> Vec<Vec<u8>> {
    let current = facts::current(&mut db.reader().await.unwrap().snapshot()).await.unwrap();
    let mut told = Vec::new();
    for kind in FactKind::ALL {
        let of_kind = current.iter().filter(|file| file.kind == kind).cloned().collect();
        let merged = folder.merge(kind, of_kind, true, db.clock().now()).await.unwrap();
        for file in &merged {
            let path = home.join(kind.name()).join(format!("{}.parquet", file.name));
            told.push(fs::read(path).unwrap());
            folder.remove(kind, file.name.clone()).await.unwrap();
        }
    }
    told
}

/// Once nobody can read or write them any more, files that do not count are
/// gone, and those that were never whole.
async fn nothing_is_left_over(record: &TestRecord, folder: &Arc<Folder>, home: &Path) {
    let later = chrono::TimeDelta::hours(i64::from(crashes()) + 10);
    record.clock.advance(later);
    facts::tidy(&record.db, folder).await.unwrap();
    // The disk has a clock of its own.
    folder.remove_unfinished("3000-01-01T00:00:00Z".parse().unwrap()).await.unwrap();
    let current = facts::current(&mut record.db.reader().await.unwrap().snapshot()).await.unwrap();
    for kind in FactKind::ALL {
        let mut there = folder.names(kind).await.unwrap();
        let mut named: Vec<String> = Vec::new();
        named.extend(current.iter().filter(|f| f.kind == kind).map(|file| file.name.clone()));
        there.sort();
        named.sort();
        assert_eq!(there, named);
        let on_disk = fs::read_dir(home.join(kind.name())).map_or(0, Iterator::count);
        assert_eq!(on_disk, named.len(), "something else lies there");
    }
}
