//! What was asked of a database, and how it would find the answer.

use std::collections::BTreeSet;
use std::fmt::{self, Debug};
use std::sync::{Arc, Mutex};

use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{AssertSqlSafe, ConnectOptions as _, SqlSafeStr as _};
use store::Db;
use store::db::Place;
use testkit::record::TestRecord;
use tracing::field::{Field, Visit};
use tracing::span::{Attributes, Id, Record};
use tracing::{Event, Metadata, Subscriber};

/// Tables that grow with the business.
const GROWING: [&str; 15] = [
    "customer",
    "contact",
    "customer_score",
    "customer_tag",
    "custom_value",
    "interaction",
    "attachment",
    "mention",
    "orders",
    "order_line",
    "shipment",
    "log",
    "search_document",
    "search_key",
    "search_text",
];

/// Has PostgreSQL tell the plan of every statement, and use an index wherever
/// there is one: a small table it would rather read as a whole.
const TELLING: [(&str, &str); 5] = [
    ("session_preload_libraries", "auto_explain"),
    ("auto_explain.log_min_duration", "0"),
    ("auto_explain.log_nested_statements", "on"),
    ("client_min_messages", "log"),
    ("enable_seqscan", "off"),
];

/// The statements that a record is asked.
pub struct Statements {
    /// The record, through connections that tell.
    pub db: Db,
    place: Place,
    heard: Heard,
}

/// How a statement is run.
pub struct Plan {
    statement: String,
    steps: Vec<String>,
}

/// The texts that the driver of the databases writes to the log.
#[derive(Clone, Default)]
struct Heard(Arc<Mutex<BTreeSet<String>>>);

impl Statements {
    pub async fn of(record: &TestRecord) -> Self {
        let place = match &record.place {
            Place::Sqlite(path) => Place::Sqlite(path.clone()),
            Place::Postgres(options) => Place::Postgres(options.clone().options(TELLING)),
        };
        let db = Db::open(&place, record.clock.clone()).await.unwrap();
        Self { db, place, heard: Heard::default() }
    }

    /// Listens from now on, on all threads.
    pub fn listen(&self) {
        tracing::subscriber::set_global_default(self.heard.clone()).unwrap();
    }

    /// How everything that was heard is run.
    pub async fn ran(&self) -> Vec<Plan> {
        let heard = self.heard.0.lock().unwrap().clone();
        match &self.place {
            Place::Sqlite(path) => {
                let options =
                    SqliteConnectOptions::new().filename(path).disable_statement_logging();
                let mut connection = options.connect().await.unwrap();
                let mut plans = Vec::new();
                for statement in heard {
                    let explain = AssertSqlSafe(format!("explain query plan {statement}"));
                    let explain = sqlx::query_as(explain.into_sql_str());
                    let rows: Vec<(i64, i64, i64, String)> =
                        explain.fetch_all(&mut connection).await.unwrap();
                    let steps = rows.into_iter().map(|(_, _, _, step)| step).collect();
                    plans.push(Plan { statement, steps });
                }
                plans
            }
            Place::Postgres(_) => {
                let plans = heard.iter().filter_map(|told| told.split_once("plan:\nQuery Text: "));
                let plan = |(_, told): (&str, &str)| Plan {
                    statement: told.to_owned(),
                    steps: told.lines().map(|line| line.trim().to_owned()).collect(),
                };
                plans.map(plan).collect()
            }
        }
    }
}

impl Plan {
    /// Whether it reads all rows of a table that grows, rather than some by an
    /// index.
    pub fn reads_the_whole_of_something(&self) -> bool {
        let names = self.names();
        self.steps.iter().any(|step| {
            let scanned = step
                .strip_prefix("SCAN ")
                .filter(|_| !step.contains(" USING ") && !step.contains(" INDEX "))
                .or_else(|| step.split_once("Seq Scan on ").map(|(_, rest)| rest));
            let scanned = scanned.and_then(|rest| rest.split_whitespace().next());
            scanned.is_some_and(|scanned| names.contains(scanned))
        })
    }

    /// What the tables that grow are called in it.
    fn names(&self) -> BTreeSet<&str> {
        let words: Vec<&str> =
            self.statement.split(|c: char| c.is_whitespace() || c == ',' || c == ')').collect();
        let mut names = BTreeSet::from(GROWING);
        for pair in words.windows(2) {
            if let [table, alias] = pair
                && GROWING.contains(table)
            {
                names.insert(*alias);
            }
        }
        names
    }
}

impl Debug for Plan {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}\n  {}", self.statement, self.steps.join("\n  "))
    }
}

/// Takes the text of a statement, or what PostgreSQL tells, from an event.
struct Texts<'h>(&'h mut Option<String>);

impl Visit for Texts<'_> {
    fn record_str(&mut self, field: &Field, value: &str) {
        let is_whole = field.name() == "db.statement" && !value.is_empty();
        if is_whole || (field.name() == "summary" && self.0.is_none()) {
            *self.0 = Some(value.trim().to_owned());
        }
    }

    fn record_debug(&mut self, field: &Field, value: &dyn Debug) {
        if field.name() == "message" && self.0.is_none() {
            *self.0 = Some(format!("{value:?}"));
        }
    }
}

impl Subscriber for Heard {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        ["sqlx::query", "sqlx::postgres::notice"].contains(&metadata.target())
    }
    fn new_span(&self, _: &Attributes<'_>) -> Id {
        Id::from_u64(1)
    }
    fn record(&self, _: &Id, _: &Record<'_>) {}
    fn record_follows_from(&self, _: &Id, _: &Id) {}
    fn event(&self, event: &Event<'_>) {
        let mut text = None;
        event.record(&mut Texts(&mut text));
        let is_asked = |text: &String| {
            ["select", "with", "duration:"].iter().any(|begins| text.starts_with(begins))
        };
        if let Some(text) = text.filter(is_asked) {
            self.0.lock().unwrap().insert(text);
        }
    }
    fn enter(&self, _: &Id) {}
    fn exit(&self, _: &Id) {}
}
