//! Killed while many write at once.

use std::collections::BTreeSet;
use std::sync::Arc;

use crash::{Mortal, Task, crashes, drawn, say_kept};
use domain::know::customers::{self, CustomerChanged, CustomerError, CustomerId, Field};
use domain::know::interactions::{
    self, InteractionLogged, Kind as InteractionKind, NewInteraction,
};
use domain::know::search::Indexer;
use rstest::rstest;
use store::log::{Actor, Before, Entry, catch_up};
use store::search::Query;
use store::{Db, Snapshot};
use testkit::record::{Kind, TestRecord};
use tokio::task::JoinSet;

use super::ITSELF;

pub const WORK: &str = "edits";
/// Customers, and so many write at once: each with a customer of its own.
const AT_ONCE: u64 = 8;
/// Numbers of one life.
const OF_A_LIFE: u64 = 1_000_000;
/// Acknowledged before the process is killed, at most.
const SOON: u64 = 60;

/// Each customer is called by a number; changing it leaves the last one in the
/// record.
pub async fn work(task: &Task) {
    let db = task.open().await.unwrap();
    let mut writers = JoinSet::new();
    for writer in 0..AT_ONCE {
        let (db, first) = (db.clone(), u64::from(task.life) * OF_A_LIFE + writer);
        writers.spawn(async move {
            let customer = customer(&db, writer).await;
            for number in (first..).step_by(AT_ONCE as usize) {
                write(&db, customer, number).await;
                say_kept(number);
            }
        });
    }
    while writers.join_next().await.is_some() {}
}

async fn customer(db: &Db, writer: u64) -> CustomerId {
    let code = code(writer);
    customers::with_code(&mut db.reader().await.unwrap().snapshot(), &code).await.unwrap().unwrap()
}

fn code(writer: u64) -> String {
    format!("C-{writer}")
}

/// Writes down an interaction and edits its customer in one change.
async fn write(db: &Db, customer: CustomerId, number: u64) {
    db.write(Actor::System, async move |tx| {
        let new = NewInteraction {
            kind: InteractionKind::Note,
            at: None,
            text: text(number),
            follow_up: None,
        };
        interactions::log(tx, customer, &new).await.map_err(of_customer)?;
        let city = [(Field::City, number.to_string())];
        customers::edit(tx, customer, None, &city).await
    })
    .await
    .unwrap();
}

fn of_customer(error: interactions::InteractionError) -> CustomerError {
    match error {
        interactions::InteractionError::Customer(error) => error,
        interactions::InteractionError::Store(error) => CustomerError::Store(error),
        other => panic!("{other}"),
    }
}

fn text(number: u64) -> String {
    format!("noted {number}")
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn what_was_acknowledged_is_there_once_and_nothing_by_halves(#[case] kind: Kind) {
    let Some(record) = TestRecord::empty(kind).await else { return };
    for writer in 0..AT_ONCE {
        let known = [(Field::Name, format!("Customer {writer}")), (Field::Code, code(writer))];
        let add = async move |tx: &mut store::Tx<'_>| customers::add(tx, &known).await;
        record.db.write(Actor::System, add).await.unwrap();
    }
    let mut kept = Vec::new();
    for life in 0..crashes() {
        let mut mortal = Mortal::begin(ITSELF, WORK, &record.place, life).unwrap();
        let times = 1 + usize::try_from(drawn(life, SOON)).unwrap();
        kept.extend(mortal.kept(times).unwrap());
        kept.extend(mortal.kill().unwrap());
    }
    let db = &record.db;
    // Of one moment: PostgreSQL may still be ending what the last life asked of it.
    let mut reader = db.reader().await.unwrap();
    let snapshot = &mut reader.snapshot();
    let noted = noted(snapshot).await;
    let once: BTreeSet<u64> = noted.iter().map(|(number, _)| *number).collect();
    assert_eq!(once.len(), noted.len(), "something is in the log twice");
    let lost: Vec<_> = kept.iter().filter(|number| !once.contains(number)).collect();
    assert!(lost.is_empty(), "acknowledged and lost: {lost:?}");
    whole(snapshot, &noted).await;
    drop(reader);
    found(db, &kept).await;
}

/// Every number that the log says was noted, with its entry.
async fn noted(snapshot: &mut Snapshot<'_>) -> Vec<(u64, Entry)> {
    let mut noted = Vec::new();
    let mut before = Before::default();
    loop {
        let entries = snapshot.audit(before, 1_000).await.unwrap();
        let Some(last) = entries.last() else { return noted };
        before = last.before();
        noted.extend(entries.into_iter().filter_map(|entry| {
            let logged: InteractionLogged = entry.event().unwrap()?;
            Some((logged.text.strip_prefix("noted ")?.parse().ok()?, entry))
        }));
    }
}

/// Nothing is there by halves: what is in the log is in the rooms, and the two
/// things done in one change were both done.
async fn whole(snapshot: &mut Snapshot<'_>, noted: &[(u64, Entry)]) {
    for (number, entry) in noted {
        let id = entry.subject.id.into();
        let interaction = interactions::interaction(snapshot, id).await.unwrap();
        assert_eq!(interaction.unwrap().text, text(*number));
    }
    for writer in 0..AT_ONCE {
        let id = customers::with_code(snapshot, &code(writer)).await.unwrap().unwrap();
        let history = snapshot.history_of(id.into(), Before::default(), u32::MAX).await.unwrap();
        let edits =
            history.iter().filter(|entry| entry.event::<CustomerChanged>().unwrap().is_some());
        let of_writer: Vec<u64> = noted
            .iter()
            .map(|(number, _)| *number)
            .filter(|number| number % OF_A_LIFE % AT_ONCE == writer)
            .collect();
        assert_eq!(edits.count(), of_writer.len(), "an edit without its note, or the reverse");
        let customer = customers::customer(snapshot, id).await.unwrap().unwrap();
        let last = of_writer.iter().max().map(u64::to_string);
        assert_eq!(customer.value(Field::City), last, "the last edit is what is known");
    }
}

/// The search catches up, and finds each once.
async fn found(db: &Db, kept: &[u64]) {
    catch_up(db, &Arc::new(Indexer)).await.unwrap();
    let mut reader = db.reader().await.unwrap();
    for number in kept {
        let words = format!("\"{}\"", text(*number));
        let kinds = vec!["interaction".to_owned()];
        let query = Query { words, kinds, limit: 5, after: None };
        let hits = reader.snapshot().find(&query).await.unwrap();
        assert_eq!(hits.len(), 1, "{number} is not found once");
    }
}
