//! What is filled in many rows at a time is what the rooms would have written.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::{DateTime, TimeDelta, Utc};
use domain::know::customers::{self, CustomerError, CustomerId, Field};
use domain::know::interactions::{self, InteractionError};
use domain::know::orders::{self, OrderError};
use domain::know::search::Indexer;
use domain::know::totals::Totals;
use domain::office::staff::{self, NewAccount};
use kernel::Clock as _;
use load::fill::fill;
use load::made_up::{Business, Happening, Size, What};
use rstest::rstest;
use store::db::{Dialect, Sql};
use store::log::{Actor, catch_up};
use store::{Db, StoreError, Tx};
use testkit::record::{Kind, TestRecord};

const BUSINESS: Business =
    Business { seed: 7, size: Size { customers: 40, orders: 260, interactions: 130 } };

/// Tables whose rows do not say when and by what they were made, or whose
/// secrets differ each time.
const LEFT_OUT: [&str; 4] = ["account", "session", "log_reader", "search"];

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn a_filled_record_is_the_one_that_the_rooms_write(#[case] kind: Kind) {
    let Some(filled) = TestRecord::empty(kind).await else { return };
    let Some(written) = TestRecord::empty(kind).await else { return };
    fill(&filled.db, BUSINESS, |_| {}).await.unwrap();
    write(&written).await;
    let (filled, written) = (rows(&filled.db).await, rows(&written.db).await);
    for (table, rows) in &written {
        assert_eq!(filled.get(table), Some(rows), "table {table}");
    }
    assert_eq!(filled.len(), written.len());
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn nothing_is_left_to_be_read_of_a_filled_record(#[case] kind: Kind) {
    let Some(TestRecord { db, .. }) = &TestRecord::empty(kind).await else { return };
    fill(db, BUSINESS, |_| {}).await.unwrap();
    assert_eq!(catch_up(db, &Arc::new(Indexer)).await.unwrap(), 0);
    assert_eq!(catch_up(db, &Arc::new(Totals)).await.unwrap(), 0);
}

/// The same business, by the doors of the rooms.
async fn write(record: &TestRecord) {
    let mut staff = Vec::new();
    for colleague in BUSINESS.staff() {
        let (name, email, role) = (colleague.name, colleague.email, colleague.role);
        let new = NewAccount { email, name, role, password: None };
        let add = async move |tx: &mut Tx<'_>| staff::add(tx, &new).await;
        staff.push(record.db.write(Actor::System, add).await.unwrap());
    }
    let mut known = BTreeMap::new();
    for span in BUSINESS.spans() {
        for Happening { at, customer, what } in BUSINESS.happened(&span, 0..span.customers()) {
            record.clock.advance(at - record.clock.now());
            let colleague = staff[BUSINESS.colleague_of(customer)];
            match what {
                What::Came => {
                    let mut fields = BUSINESS.known(customer);
                    fields.push((Field::Owner, colleague.to_string()));
                    let id = add(&record.db, fields).await;
                    known.insert(customer, id);
                }
                What::Ordered(number) => order(&record.db, known[&customer], number).await,
                What::Noted(number) => {
                    let who = Actor::Staff(colleague.into());
                    note(&record.db, who, known[&customer], (number, customer, at)).await;
                }
            }
        }
    }
    catch_up(&record.db, &Arc::new(Indexer)).await.unwrap();
    catch_up(&record.db, &Arc::new(Totals)).await.unwrap();
}

async fn add(db: &Db, known: Vec<(Field, String)>) -> CustomerId {
    let add = async move |tx: &mut Tx<'_>| customers::add(tx, &known).await;
    db.write::<_, _, CustomerError>(Actor::System, add).await.unwrap()
}

async fn order(db: &Db, customer: CustomerId, number: u64) {
    let order =
        async move |tx: &mut Tx<'_>| orders::add(tx, customer, &BUSINESS.order(number)).await;
    db.write::<_, _, OrderError>(Actor::System, order).await.unwrap();
}

async fn note(
    db: &Db,
    who: Actor,
    customer: CustomerId,
    (number, of, at): (u64, u64, DateTime<Utc>),
) {
    let log = async move |tx: &mut Tx<'_>| {
        interactions::log(tx, customer, &BUSINESS.interaction(number, of, at)).await
    };
    db.write::<_, _, InteractionError>(who, log).await.unwrap();
}

/// Every row of every table, ids told by which they are of all in the log.
async fn rows(db: &Db) -> BTreeMap<String, Vec<String>> {
    let tables = db.write(Actor::System, async |tx| tables(tx).await).await.unwrap();
    let mut ids = BTreeMap::new();
    let log = tables.get("log").cloned().unwrap_or_default();
    let log: Vec<String> = log.iter().map(|row| told(row, &mut ids)).collect();
    tables
        .into_iter()
        .map(|(table, rows)| {
            let mut rows: Vec<String> = rows.iter().map(|row| told(row, &mut ids)).collect();
            rows.sort();
            (table, rows)
        })
        .chain([("log in order".to_owned(), log)])
        .collect()
}

async fn tables(tx: &mut Tx<'_>) -> Result<BTreeMap<String, Vec<String>>, StoreError> {
    let names: Vec<(String,)> = tx
        .query(Sql::Each {
            sqlite:
                "select name from sqlite_schema where type = 'table' and name not like 'sqlite%'
                     and name not like '\\_%' escape '\\' order by name",
            postgres: "select table_name::text from information_schema.tables
                       where table_schema = current_schema() and table_name not like '\\_%'
                       order by table_name",
        })
        .all()
        .await?;
    let mut tables = BTreeMap::new();
    for (name,) in names {
        if LEFT_OUT.iter().any(|left_out| name.starts_with(left_out)) {
            continue;
        }
        let order = if name == "log" { "order by seq" } else { "" };
        let rows: Vec<(String,)> = match tx.dialect() {
            Dialect::Sqlite => {
                let columns: Vec<(String,)> = tx
                    .query(Sql::Composed(format!("select name from pragma_table_info('{name}')")))
                    .all()
                    .await?;
                let columns: Vec<String> =
                    columns.into_iter().map(|(column,)| format!("quote(\"{column}\")")).collect();
                let text = format!("select {} from {name} {order}", columns.join(" || ' ' || "));
                tx.query(Sql::Composed(text)).all().await?
            }
            Dialect::Postgres => {
                // The number of a transaction is the server's own.
                let text = format!("select (to_jsonb(t) - 'tx')::text from {name} as t {order}");
                tx.query(Sql::Composed(text)).all().await?
            }
        };
        tables.insert(name, rows.into_iter().map(|(row,)| row).collect());
    }
    Ok(tables)
}

/// A row with each id replaced by its number among all that were met so far.
fn told(row: &str, ids: &mut BTreeMap<String, usize>) -> String {
    let is_of_id = |c: char| c.is_ascii_hexdigit() || c == '-';
    let mut told = String::new();
    for piece in row.split_inclusive(|c: char| !is_of_id(c)) {
        let end = piece.find(|c: char| !is_of_id(c)).unwrap_or(piece.len());
        let (word, rest) = piece.split_at(end);
        let digits: String = word.chars().filter(char::is_ascii_hexdigit).collect();
        if digits.len() == 32 {
            let count = ids.len();
            let number = ids.entry(digits.to_lowercase()).or_insert(count);
            told.push_str("id ");
            told.push_str(&number.to_string());
        } else {
            told.push_str(word);
        }
        told.push_str(rest);
    }
    told
}

#[test]
fn the_history_of_the_test_is_long_enough_to_tell() {
    let last = BUSINESS.last_seen(0).unwrap();
    assert!(last - BUSINESS.opened() > TimeDelta::days(365));
}
