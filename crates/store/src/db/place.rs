//! Where a database is, and how it is opened.

use std::fmt;
use std::path::PathBuf;
use std::str::FromStr;
use std::time::Duration;

use sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use sqlx::{AssertSqlSafe, Connection as _, PgPool};

/// How long a connection waits for another process's lock or for its turn.
pub(crate) const PATIENCE: Duration = Duration::from_secs(10);

/// Texts whose plans a connection keeps.
pub(super) const PLANS: usize = 512;

/// A change on PostgreSQL that asks for nothing for so long has come to grief. What
/// it holds would keep others waiting, and the log from being read on, for as long
/// as the server takes its process for alive.
const SILENCE: Duration = Duration::from_mins(10);

/// A connection of PostgreSQL that was idle for longer may have been lost.
const RESTED: Duration = Duration::from_secs(5);

/// Where a database is: the path of an SQLite file, or a PostgreSQL URL.
#[derive(Clone)]
#[expect(clippy::large_enum_variant, reason = "a process has one or two of them")]
pub enum Place {
    /// A file of SQLite.
    Sqlite(PathBuf),
    /// A database of PostgreSQL.
    Postgres(PgConnectOptions),
}

/// A place that cannot be understood.
#[derive(Debug, thiserror::Error)]
pub enum PlaceError {
    /// An URL of something else.
    #[error("\"{0}\" is neither a file nor a postgres:// URL")]
    Unknown(String),
    /// A PostgreSQL URL that does not parse.
    #[error("the PostgreSQL URL cannot be understood: {0}")]
    Url(#[source] sqlx::Error),
}

impl FromStr for Place {
    type Err = PlaceError;

    fn from_str(text: &str) -> Result<Self, PlaceError> {
        if text.starts_with("postgres://") || text.starts_with("postgresql://") {
            return text.parse().map(Place::Postgres).map_err(PlaceError::Url);
        }
        match text.split_once("://") {
            Some((scheme, _)) => Err(PlaceError::Unknown(format!("{scheme}://…"))),
            None => Ok(Place::Sqlite(text.into())),
        }
    }
}

/// As people may see it: never the password.
impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Place::Sqlite(path) => write!(f, "{}", path.display()),
            Place::Postgres(options) => write!(
                f,
                "postgres://{}:{}/{}",
                options.get_host(),
                options.get_port(),
                options.get_database().unwrap_or_default()
            ),
        }
    }
}

impl fmt::Debug for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// What is asked for is little and mostly in memory: a plan that reads a whole
/// table is seldom right, and compiling one never pays.
const PLANNING: &str = "set random_page_cost = 1.1; set jit = off";

/// What is asked for again and again is planned once for all values. By itself
/// PostgreSQL plans a statement for its values each time where it guesses that to pay,
/// and planning one that reads some rows by an index takes longer than running it.
/// What needs a plan of its own [says so](super::Snapshot::plan_for_these_values).
const PLANNING_ONCE: &str = "set plan_cache_mode = force_generic_plan";

/// Connections that read.
pub(super) fn postgres_readers(options: &PgConnectOptions, connections: u32) -> PgPool {
    postgres(options, connections, format!("{PLANNING}; {PLANNING_ONCE}"))
}

/// Connections that write: none waits for ever for what another holds, and none
/// is waited for for ever.
pub(super) fn postgres_writers(options: &PgConnectOptions, connections: u32) -> PgPool {
    let silence = SILENCE.as_millis();
    let silence = format!("set idle_in_transaction_session_timeout = {silence}");
    postgres(options, connections, format!("{PLANNING}; {}; {silence}", patience()))
}

/// Has a session of PostgreSQL wait for what another holds as long as anybody
/// waits here.
fn patience() -> String {
    format!("set lock_timeout = {}", PATIENCE.as_millis())
}

fn postgres(options: &PgConnectOptions, connections: u32, settings: String) -> PgPool {
    PgPoolOptions::new()
        .max_connections(connections)
        .acquire_timeout(PATIENCE)
        // Asked whether it is there only after a while: that costs as much as a
        // small statement.
        .test_before_acquire(false)
        .before_acquire(|connection, known| {
            Box::pin(async move {
                if known.idle_for > RESTED {
                    connection.ping().await?;
                }
                Ok(true)
            })
        })
        .after_connect(move |connection, _| {
            let settings = AssertSqlSafe(settings.clone());
            Box::pin(async move { sqlx::raw_sql(settings).execute(connection).await.map(drop) })
        })
        .connect_lazy_with(
            options.clone().application_name("perennial").statement_cache_capacity(PLANS),
        )
}
