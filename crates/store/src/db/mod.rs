//! The database: one door for SQLite and PostgreSQL.
//!
//! Reading takes a [`Reader`]; writing gives [`Db::write`] a closure, which
//! runs inside a transaction on a thread of its own, so that a client that
//! goes away never leaves a change half-way.

mod aside;
mod commits;
mod composed;
mod copied;
mod error;
mod many;
mod place;
mod postgres;
mod row;
pub(crate) mod sqlite;
mod statement;
mod tx;
mod value;
mod work;

use std::sync::Arc;
use std::thread;

use kernel::Clock;
use sqlx::{ConnectOptions as _, Connection as _, PgPool};
use tokio::sync::{mpsc, watch};
use tokio::task::LocalSet;

use crate::log::{Actor, Latest};
use crate::migrate;

pub use aside::Aside;
pub use commits::Changes;
pub use composed::Composed;
pub use error::{DatabaseError, StoreError};
pub use many::RowValues;
pub use place::{Place, PlaceError};
pub use row::{Columns, Row};
pub use statement::{Dialect, Sql, Statement};
pub use tx::{Snapshot, Tx};
pub use value::{Cell, Column, Unfit, Value, Values};
pub use work::Failure;

pub(crate) use place::PATIENCE;
pub(crate) use statement::Connection;

use commits::{Commits, Committed};
use work::{Asked, Work};

/// So many changes wait for the writer at most; who comes then waits to ask.
const QUEUE: usize = 1024;
/// Readers at once; a page takes one for some milliseconds.
const READERS: u32 = 8;
/// Writers at once on PostgreSQL.
const PG_WRITERS: u32 = 16;

/// The database of one business. Cheap to clone.
#[derive(Clone)]
pub struct Db {
    readers: Readers,
    asked: mpsc::Sender<Box<dyn Work>>,
    commits: Commits,
    clock: Arc<dyn Clock>,
    latest: Latest,
}

#[derive(Clone)]
enum Readers {
    Sqlite(sqlite::Readers),
    Postgres(PgPool),
}

impl Db {
    /// Opens the database, makes it where it is not there, and starts its
    /// writer.
    ///
    /// # Errors
    /// Where it cannot be reached or made, or is not Perennial's.
    pub async fn open(place: &Place, clock: Arc<dyn Clock>) -> Result<Self, StoreError> {
        let (asked, queue) = mpsc::channel(QUEUE);
        let (committed, commits) = Committed::new();
        let readers = match place {
            Place::Sqlite(path) => {
                let connection = migrate::open_sqlite(path).await?;
                let writer = sqlite::Writer::new(connection, committed, clock.clone());
                on_its_own_thread(move || writer.run(queue))?;
                Readers::Sqlite(sqlite::Readers::of(path.clone(), READERS))
            }
            Place::Postgres(options) => {
                let writers = place::postgres_writers(options, PG_WRITERS);
                let pool = place::postgres_readers(options, READERS);
                migrate::postgres(&pool).await?;
                let committed = Arc::new(committed);
                let writer = postgres::Writer { pool: writers, committed, clock: clock.clone() };
                on_its_own_thread(move || writer.run(queue))?;
                Readers::Postgres(pool)
            }
        };
        Ok(Self { readers, asked, commits, clock, latest: Latest::unknown() })
    }

    /// Opens the database as it is; none where there is no record yet. Nothing is
    /// made or brought up.
    ///
    /// # Errors
    /// Where it cannot be reached, is not Perennial's, or is of an earlier
    /// version.
    pub async fn open_as_it_is(
        place: &Place,
        clock: Arc<dyn Clock>,
    ) -> Result<Option<Self>, StoreError> {
        let (version, known) = match place {
            Place::Sqlite(path) if !path.exists() => return Ok(None),
            Place::Sqlite(path) => {
                let mut connection = migrate::look_into(path)?;
                let mut snapshot = Snapshot::new(Connection::Sqlite(&mut connection));
                (migrate::version(&mut snapshot).await?, migrate::newest(&migrate::SQLITE))
            }
            Place::Postgres(options) => {
                let mut connection =
                    options.clone().application_name("perennial").connect().await?;
                let mut snapshot = Snapshot::new(Connection::Postgres(&mut connection));
                let version = migrate::version(&mut snapshot).await?;
                connection.close().await?;
                (version, migrate::newest(&migrate::POSTGRES))
            }
        };
        match version {
            None => Ok(None),
            Some(found) if found < known => Err(StoreError::Older { found, known }),
            Some(_) => Self::open(place, clock).await.map(Some),
        }
    }

    /// A view of the record as it is now, for as long as it is held.
    ///
    /// # Errors
    /// Where no connection is to be had.
    pub async fn reader(&self) -> Result<Reader, StoreError> {
        Ok(Reader(match &self.readers {
            Readers::Sqlite(readers) => Held::Sqlite(readers.begin().await?),
            Readers::Postgres(pool) => Held::Postgres(
                pool.begin_with("begin isolation level repeatable read, read only").await?,
            ),
        }))
    }

    /// A connection for one statement that reads, which sees the record as it is
    /// then: without a transaction around it that is a journey to the server of
    /// PostgreSQL less, and nothing that refuses one that writes.
    ///
    /// # Errors
    /// Where no connection is to be had.
    pub async fn glance(&self) -> Result<Reader, StoreError> {
        Ok(Reader(match &self.readers {
            Readers::Sqlite(readers) => Held::Sqlite(readers.begin().await?),
            Readers::Postgres(pool) => Held::PostgresOnce(pool.acquire().await?),
        }))
    }

    /// Runs a change in a transaction and answers once it is durable. The
    /// closure may run more than once, never twice with effect; a change that
    /// returns an error leaves nothing behind.
    ///
    /// A statement that fails should end it. One that overlooks such a failure
    /// goes on without that statement on SQLite; PostgreSQL keeps nothing of it
    /// unless it goes back to a savepoint, and it is answered so.
    ///
    /// On PostgreSQL a change waits for what another transaction holds as long as
    /// on SQLite for another process; then it [is told](StoreError::is_away) and
    /// nothing of it is kept.
    ///
    /// # Errors
    /// Those of the change, and where it could not be made durable.
    pub async fn write<F, T, E>(&self, who: Actor, change: F) -> Result<T, E>
    where
        F: AsyncFn(&mut Tx<'_>) -> Result<T, E> + Send + 'static,
        T: Send + 'static,
        E: Failure,
    {
        let (clock, latest) = (self.clock.clone(), self.latest.clone());
        let change = async move |tx: &mut Tx<'_>| {
            latest.look_up(tx).await?;
            let done = change(&mut *tx).await?;
            latest.note(tx, clock.now()).await?;
            Ok::<T, E>(done)
        };
        let (work, answer) = Asked::new(who, change);
        self.asked.send(Box::new(work)).await.map_err(|_| StoreError::Stopping)?;
        answer.await.unwrap_or_else(|_| Err(StoreError::Stopping.into()))
    }

    /// Changes whenever this process has committed something from now on; what
    /// other processes commit it does not tell.
    #[must_use]
    pub fn commits(&self) -> watch::Receiver<()> {
        self.commits.any()
    }

    /// Tells whether this process has committed entries of the log whose kinds
    /// begin so, from now on; what other processes commit it does not tell.
    #[must_use]
    pub fn commits_of(&self, beginnings: &'static [&'static str]) -> Changes {
        self.commits.of(beginnings)
    }

    /// Connections that are open for reading, and those of them that idle.
    pub(crate) fn pool(&self) -> (u32, usize) {
        match &self.readers {
            Readers::Sqlite(readers) => readers.count(),
            Readers::Postgres(pool) => (pool.size(), pool.num_idle()),
        }
    }

    /// What time it is for the record.
    #[must_use]
    pub fn clock(&self) -> &dyn Clock {
        &*self.clock
    }
}

/// A reading transaction of its own.
pub struct Reader(Held);

enum Held {
    Sqlite(sqlite::Reading),
    Postgres(sqlx::Transaction<'static, sqlx::Postgres>),
    PostgresOnce(sqlx::pool::PoolConnection<sqlx::Postgres>),
}

impl Reader {
    /// What it sees.
    pub fn snapshot(&mut self) -> Snapshot<'_> {
        Snapshot::new(match &mut self.0 {
            Held::Sqlite(reading) => statement::Connection::Sqlite(reading),
            Held::Postgres(transaction) => statement::Connection::Postgres(transaction),
            Held::PostgresOnce(connection) => statement::Connection::Postgres(connection),
        })
    }
}

/// Runs a writer on a thread of its own: closures that write need not be
/// `Send` across their awaits, and a busy page never holds up a commit.
fn on_its_own_thread<F>(run: impl FnOnce() -> F + Send + 'static) -> Result<(), StoreError>
where
    F: Future<Output = ()>,
{
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .map_err(|error| StoreError::Database(DatabaseError::Thread(error)))?;
    thread::Builder::new()
        .name("writer".into())
        .spawn(move || LocalSet::new().block_on(&runtime, run()))
        .map_err(|error| StoreError::Database(DatabaseError::Thread(error)))?;
    Ok(())
}
