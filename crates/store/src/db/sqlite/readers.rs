//! The connections that read.

use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use rusqlite::Connection;
use scopeguard::{ScopeGuard, guard};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::time::timeout;

use super::super::StoreError;
use super::super::error::DatabaseError;
use super::super::place::PATIENCE;
use super::{reader, run};

/// Some connections that take turns. Cheap to clone.
#[derive(Clone)]
pub(in crate::db) struct Readers(Arc<Shared>);

struct Shared {
    path: PathBuf,
    connections: u32,
    turns: Arc<Semaphore>,
    idle: Mutex<Vec<Connection>>,
}

/// A reading transaction, which ends where it is dropped.
pub(in crate::db) type Reading = ScopeGuard<Connection, Box<dyn FnOnce(Connection) + Send>>;

impl Readers {
    /// At most so many, opened when they are needed.
    pub(in crate::db) fn of(path: PathBuf, connections: u32) -> Self {
        let turns = Arc::new(Semaphore::new(connections as usize));
        Self(Arc::new(Shared { path, connections, turns, idle: Mutex::default() }))
    }

    /// Begins to read when a connection is free.
    ///
    /// # Errors
    /// Where none becomes free in time, or the file cannot be opened.
    pub(in crate::db) async fn begin(&self) -> Result<Reading, StoreError> {
        let turn = timeout(PATIENCE, self.0.turns.clone().acquire_owned()).await;
        let turn = turn.ok().and_then(Result::ok).ok_or(DatabaseError::Busy)?;
        let idle = self.idle().pop();
        let connection = match idle {
            Some(connection) => connection,
            None => reader(&self.0.path)?,
        };
        run(&connection, "begin")?;
        let readers = self.clone();
        let end = move |connection: Connection| readers.end(connection, turn);
        Ok(guard(connection, Box::new(end)))
    }

    /// One that cannot even end its transaction is closed.
    fn end(&self, connection: Connection, turn: OwnedSemaphorePermit) {
        if run(&connection, "rollback").is_ok() {
            self.idle().push(connection);
        }
        drop(turn);
    }

    /// Connections that are open, and those of them that idle.
    pub(in crate::db) fn count(&self) -> (u32, usize) {
        let idle = self.idle().len();
        let at_work = self.0.connections - self.0.turns.available_permits() as u32;
        (at_work + idle as u32, idle)
    }

    fn idle(&self) -> MutexGuard<'_, Vec<Connection>> {
        self.0.idle.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
