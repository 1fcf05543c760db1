//! What a database is asked while a test listens, and how it runs that.
//!
//! SQLite is asked for the plan of each statement that the store told of;
//! PostgreSQL tells the plans of what it ran itself. Listening is to the whole
//! process, so one test listens at a time.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::{self, Debug};
use std::sync::{Mutex, Once, PoisonError};

use store::Db;
use store::db::{Place, Sql};
use tokio::sync::MutexGuard;
use tracing::field::{Field, Visit};
use tracing::span::{Attributes, Id, Record};
use tracing::{Event, Metadata, Subscriber};

use super::{Kind, TestRecord};

/// Tables that grow with the business.
const GROWING: [&str; 20] = [
    "customer",
    "contact",
    "customer_score",
    "customer_source",
    "customer_tag",
    "custom_value",
    "interaction",
    "attachment",
    "mention",
    "orders",
    "order_line",
    "shipment",
    "product",
    "product_tail",
    "log",
    "search_document",
    "search_key",
    "search_name",
    "search_deletion",
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

/// Where the store writes the statements it asks SQLite, and what PostgreSQL tells.
const STATEMENTS: &str = "store::asked";
const NOTICES: &str = "sqlx::postgres::notice";

/// One test listens at a time.
static TURN: tokio::sync::Mutex<()> = tokio::sync::Mutex::const_new(());
/// What was heard since somebody began to listen; nothing where nobody does.
static HEARD: Mutex<Option<BTreeSet<String>>> = Mutex::new(None);
static EAR: Once = Once::new();

/// A test's turn to listen.
pub struct Listening {
    place: Place,
    db: Db,
    _turn: MutexGuard<'static, ()>,
}

/// How a statement is run.
pub struct Plan {
    /// Its text.
    pub statement: String,
    /// Line by line.
    pub steps: Vec<String>,
}

impl Listening {
    /// An empty record of this test alone, whose database tells what it is
    /// asked. None where there is no PostgreSQL to test on.
    ///
    /// # Panics
    /// Where the database cannot be opened, or something else listens: a test
    /// cannot go on.
    #[expect(clippy::unwrap_used, reason = "a test ends here")]
    pub async fn over(kind: Kind) -> Option<(TestRecord, Self)> {
        let turn = TURN.lock().await;
        let mut record = TestRecord::empty(kind).await?;
        let place = match &record.place {
            Place::Sqlite(path) => Place::Sqlite(path.clone()),
            Place::Postgres(options) => Place::Postgres(options.clone().options(TELLING)),
        };
        record.db = Db::open(&place, record.clock.clone()).await.unwrap();
        let db = record.db.clone();
        Some((record, Self { place, db, _turn: turn }))
    }

    /// Hears what is asked from now on, on all threads.
    ///
    /// # Panics
    /// Where something else listens already.
    #[expect(clippy::unwrap_used, reason = "a test ends here")]
    pub fn listen(&self) {
        EAR.call_once(|| tracing::subscriber::set_global_default(Ear).unwrap());
        *heard() = Some(BTreeSet::new());
    }

    /// How everything that was heard is run.
    ///
    /// # Panics
    /// Where the database does not say: a test cannot go on.
    #[expect(clippy::unwrap_used, reason = "a test ends here")]
    pub async fn plans(self) -> Vec<Plan> {
        // PostgreSQL tells of a statement when the next is asked for.
        let mut reader = self.db.reader().await.unwrap();
        let asked = reader.snapshot().query("select count(*) from settings").one().await;
        let _: (i64,) = asked.unwrap();
        drop(reader);
        let heard = heard().take().unwrap_or_default();
        match &self.place {
            Place::Sqlite(_) => explained(&self.db, heard).await,
            Place::Postgres(_) => heard.iter().filter_map(|told| Plan::told(told)).collect(),
        }
    }
}

fn heard() -> std::sync::MutexGuard<'static, Option<BTreeSet<String>>> {
    HEARD.lock().unwrap_or_else(PoisonError::into_inner)
}

#[expect(clippy::unwrap_used, reason = "a test ends here")]
async fn explained(db: &Db, statements: BTreeSet<String>) -> Vec<Plan> {
    let mut reader = db.reader().await.unwrap();
    let mut snapshot = reader.snapshot();
    let mut plans = Vec::new();
    let is_asked = |text: &String| !["duration:", "explain"].iter().any(|b| text.starts_with(b));
    for statement in statements.into_iter().filter(is_asked) {
        let values = statement.matches('$').count();
        let mut explain = snapshot.query(Sql::Composed(format!("explain query plan {statement}")));
        for _ in 0..values {
            explain = explain.bind(None::<i64>);
        }
        let rows: Vec<(i64, i64, i64, String)> = explain.all().await.unwrap();
        let steps = rows.into_iter().map(|(_, _, _, step)| step).collect();
        plans.push(Plan { statement, steps });
    }
    plans
}

impl Plan {
    /// From what PostgreSQL tells: the text of the statement, then the plan.
    fn told(text: &str) -> Option<Self> {
        let (_, told) = text.split_once("plan:\nQuery Text: ")?;
        let steps = told.lines().map(|line| line.trim().to_owned()).collect();
        Some(Self { statement: told.to_owned(), steps })
    }

    /// The tables that grow of which it reads all rows, rather than some by an
    /// index.
    #[must_use]
    pub fn reads_whole(&self) -> BTreeSet<&str> {
        let called = self.called();
        let made = self.made_on_the_way();
        let of_step = |step: &String| -> Option<&'static str> {
            if let Some((_, rest)) = step.split_once("Seq Scan on ") {
                return GROWING.into_iter().find(|table| Some(*table) == first_word(rest));
            }
            let rest = step.strip_prefix("SCAN ")?;
            // An index can be followed as far as is needed, and what is no
            // table has an index of its own making.
            if rest.contains(" USING ") || rest.contains(" VIRTUAL TABLE INDEX ") {
                return None;
            }
            let name = first_word(rest).filter(|name| !made.contains(name))?;
            called.get(name).copied()
        };
        self.steps.iter().filter_map(of_step).collect()
    }

    /// What the tables that grow are called in it.
    fn called(&self) -> BTreeMap<&str, &'static str> {
        let ends = |letter: char| letter.is_whitespace() || matches!(letter, ',' | '(' | ')');
        let words: Vec<&str> =
            self.statement.split(ends).filter(|word| !word.is_empty() && *word != "as").collect();
        let mut called: BTreeMap<&str, &'static str> =
            GROWING.into_iter().map(|table| (table, table)).collect();
        for pair in words.windows(2) {
            if let Some(table) = GROWING.into_iter().find(|table| *table == pair[0]) {
                called.entry(pair[1]).or_insert(table);
            }
        }
        called
    }

    /// What SQLite calls the rows that it makes on the way and then goes through.
    fn made_on_the_way(&self) -> BTreeSet<&str> {
        let begins = ["CO-ROUTINE ", "MATERIALIZE "];
        let rows = self.steps.iter().filter_map(|step| {
            let rest = begins.iter().find_map(|begin| step.strip_prefix(begin))?;
            first_word(rest)
        });
        rows.collect()
    }
}

fn first_word(text: &str) -> Option<&str> {
    text.split_whitespace().next()
}

impl Debug for Plan {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}\n  {}", self.statement, self.steps.join("\n  "))
    }
}

/// Hears what drivers and databases say, while a test listens.
struct Ear;

impl Subscriber for Ear {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        [STATEMENTS, NOTICES].contains(&metadata.target())
    }

    fn new_span(&self, _: &Attributes<'_>) -> Id {
        Id::from_u64(1)
    }

    fn record(&self, _: &Id, _: &Record<'_>) {}

    fn record_follows_from(&self, _: &Id, _: &Id) {}

    fn event(&self, event: &Event<'_>) {
        let mut text = Text::default();
        event.record(&mut text);
        let Text(text) = text;
        let begins = ["select", "with", "duration:"];
        if begins.iter().any(|begins| text.starts_with(begins))
            && let Some(heard) = &mut *heard()
        {
            heard.insert(text);
        }
    }

    fn enter(&self, _: &Id) {}

    fn exit(&self, _: &Id) {}
}

/// The text of a statement or of a notice.
#[derive(Default)]
struct Text(String);

impl Visit for Text {
    fn record_str(&mut self, field: &Field, value: &str) {
        if field.name() == "message" {
            value.trim().clone_into(&mut self.0);
        }
    }

    fn record_debug(&mut self, field: &Field, value: &dyn Debug) {
        self.record_str(field, &format!("{value:?}"));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plan(statement: &str, steps: &[&str]) -> Plan {
        let steps = steps.iter().map(|step| (*step).to_owned()).collect();
        Plan { statement: statement.to_owned(), steps }
    }

    fn whole(statement: &str, steps: &[&str]) -> Vec<String> {
        plan(statement, steps).reads_whole().into_iter().map(str::to_owned).collect()
    }

    #[test]
    fn a_table_that_is_read_whole_is_named_whatever_it_is_called() {
        assert_eq!(whole("select 1 from customer", &["SCAN customer"]), ["customer"]);
        assert_eq!(whole("select 1 from orders as o, tag t", &["SCAN o", "SCAN t"]), ["orders"]);
        assert_eq!(
            whole("select 1", &["Nested Loop", "->  Parallel Seq Scan on log  (cost=0.00)"]),
            ["log"]
        );
    }

    #[test]
    fn what_follows_an_index_or_is_made_on_the_way_is_not() {
        let statement = "with found as (select id from customer) select 1 from found, orders o";
        for steps in [
            &["SEARCH customer USING INDEX customer_by_name (name=?)"][..],
            &["SCAN o USING INDEX order_by_total"],
            &["SCAN search_text VIRTUAL TABLE INDEX 0:M2"],
            &["SCAN json_each VIRTUAL TABLE INDEX 1:"],
            &["MATERIALIZE o", "SCAN o"],
            &["CO-ROUTINE found", "SCAN found"],
            &["SCAN 3 CONSTANT ROWS"],
            &["SCAN settings"],
            &["->  Seq Scan on settings  (cost=0.00..1.01 rows=1 width=4)"],
            &["->  Index Scan using log_of_subject on log  (cost=0.00..1.01 rows=1 width=4)"],
        ] {
            assert!(whole(statement, steps).is_empty(), "{steps:?}");
        }
    }
}
