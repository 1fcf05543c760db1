//! A record of its own for each test, in either database.

mod crowd;
mod held;
mod keeping_up;
mod listening;
mod search_index;

pub use crowd::crowd;
pub use held::ids_held;
pub use keeping_up::{comes_true, keeps_up};
pub use listening::{Listening, Plan};
pub use search_index::search_index;

use std::sync::{Arc, Mutex, PoisonError};

use chrono::{DateTime, TimeDelta, Utc};
use kernel::Clock;
use sqlx::postgres::{PgConnectOptions, PgConnection};
use sqlx::{AssertSqlSafe, Connection as _};
use store::db::Place;
use store::log::Actor;
use store::{Db, Tx};
use tempfile::TempDir;
use uuid::Uuid;

/// Names a PostgreSQL server; `cargo xtask test` sets it.
const POSTGRES: &str = "PERENNIAL_TEST_POSTGRES";

/// Which database a test runs on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A file in a temporary folder.
    Sqlite,
    /// A schema of its own on the tests' server.
    Postgres,
}

/// A record that is this test's alone.
pub struct TestRecord {
    /// The open database.
    pub db: Db,
    /// Where it is, to open it again.
    pub place: Place,
    /// Stands still until a test moves it.
    pub clock: Arc<MovedClock>,
    _folder: TempDir,
}

/// A clock that only the test moves.
#[derive(Debug)]
pub struct MovedClock(Mutex<DateTime<Utc>>);

impl MovedClock {
    /// Lets time pass.
    pub fn advance(&self, by: TimeDelta) {
        let mut now = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        *now += by;
    }
}

impl Clock for MovedClock {
    fn now(&self) -> DateTime<Utc> {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Noon on 1 March 2026, UTC: when tests happen.
#[must_use]
pub fn test_time() -> DateTime<Utc> {
    DateTime::from_timestamp(1_772_366_400, 0).unwrap_or_default()
}

impl TestRecord {
    /// An empty record. None, after saying so, where there is no PostgreSQL to
    /// test on.
    ///
    /// # Panics
    /// Where the database cannot be made: a test cannot go on.
    #[expect(clippy::unwrap_used, reason = "a test ends here")]
    pub async fn empty(kind: Kind) -> Option<Self> {
        let folder = tempfile::tempdir().unwrap();
        let place = match kind {
            Kind::Sqlite => Place::Sqlite(folder.path().join("record.db")),
            Kind::Postgres => Place::Postgres(own_schema().await?),
        };
        let clock = Arc::new(MovedClock(Mutex::new(test_time())));
        let db = Db::open(&place, clock.clone()).await.unwrap();
        Some(Self { db, place, clock, _folder: folder })
    }

    /// Takes away what every page asks for: each look at it fails from now on,
    /// as where the database is gone.
    ///
    /// # Panics
    /// Where it cannot be taken away: a test cannot go on.
    #[expect(clippy::unwrap_used, reason = "a test ends here")]
    pub async fn take_away(&self) {
        let take_away = async |tx: &mut Tx<'_>| tx.query("drop table settings").execute().await;
        self.db.write(Actor::System, take_away).await.unwrap();
    }
}

#[expect(clippy::unwrap_used, reason = "a test ends here")]
async fn own_schema() -> Option<PgConnectOptions> {
    let Ok(url) = std::env::var(POSTGRES) else {
        eprintln!("skipped: {POSTGRES} names no PostgreSQL (`cargo xtask test` starts one)");
        return None;
    };
    let server: PgConnectOptions = url.parse().unwrap();
    let schema = format!("test_{}", Uuid::now_v7().simple());
    let mut connection = PgConnection::connect_with(&server).await.unwrap();
    sqlx::raw_sql(AssertSqlSafe(format!("create schema {schema}")))
        .execute(&mut connection)
        .await
        .unwrap();
    Some(server.options([("search_path", schema)]))
}
