//! Writing to PostgreSQL: every change in a transaction of its own, as many at
//! once as there are connections. The server groups their commits.

use std::sync::Arc;

use kernel::Clock;
use sqlx::PgPool;
use tokio::sync::mpsc;
use tokio::task::JoinSet;

use super::commits::Committed;
use super::statement::Connection;
use super::work::{Verdict, Work};
use super::{StoreError, Tx};

/// A change is tried so often where others stand in its way.
const TRIES: usize = 5;

pub(super) struct Writer {
    pub(super) pool: PgPool,
    pub(super) committed: Arc<Committed>,
    pub(super) clock: Arc<dyn Clock>,
}

impl Writer {
    /// Writes until nobody can ask any more and all is done. Runs inside a
    /// local task set: the changes' futures stay on this thread.
    pub(super) async fn run(self, mut asked: mpsc::Receiver<Box<dyn Work>>) {
        let mut running = JoinSet::new();
        while let Some(change) = asked.recv().await {
            let (pool, clock) = (self.pool.clone(), self.clock.clone());
            let committed = self.committed.clone();
            running.spawn_local(write(pool, clock, committed, change));
            while running.try_join_next().is_some() {}
        }
        while running.join_next().await.is_some() {}
    }
}

/// Tells of the commit before it answers: whoever has the answer and looks
/// whether something was committed finds that it was.
async fn write(
    pool: PgPool,
    clock: Arc<dyn Clock>,
    committed: Arc<Committed>,
    mut change: Box<dyn Work>,
) {
    let mut left = TRIES;
    let fate = loop {
        left -= 1;
        match attempt(&pool, &*clock, &mut change).await {
            Ok((Verdict::Again, _)) if left > 0 => {}
            Err(error) if left > 0 && error.may_pass_next_time() => {}
            fate => break fate,
        }
    };
    if let Ok((Verdict::Keep, kinds)) = &fate {
        committed.tell(kinds);
    }
    change.answer(fate.map(drop));
}

/// What is to become of it, and the kinds of the entries it wrote.
async fn attempt(
    pool: &PgPool,
    clock: &dyn Clock,
    change: &mut Box<dyn Work>,
) -> Result<(Verdict, Vec<&'static str>), StoreError> {
    let mut transaction = pool.begin().await?;
    let connection = Connection::Postgres(&mut transaction);
    let mut tx = Tx::new(connection, change.who(), clock.now());
    let verdict = change.run(&mut tx).await;
    if verdict == Verdict::Keep {
        tx.can_be_kept().await?;
    }
    let kinds = tx.into_kinds();
    match verdict {
        Verdict::Keep => transaction.commit().await?,
        Verdict::Drop | Verdict::Again => transaction.rollback().await?,
    }
    Ok((verdict, kinds))
}
