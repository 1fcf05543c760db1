//! What the rooms hold while they read and write.

use std::ops::{Deref, DerefMut};

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::StoreError;
use super::statement::{Connection, Dialect, Sql, Statement};
use crate::log::Actor;

/// How PostgreSQL planned until now; from now on it plans for values.
const PLAN_FOR_VALUES: &str = "select current_setting('plan_cache_mode'),
        set_config('plan_cache_mode', 'force_custom_plan', true)";
const PLAN_SO: &str = "select set_config('plan_cache_mode', $1, true)";

/// A view of the whole record at one moment. Functions that only read take
/// `&mut Snapshot`, so the compiler keeps them from writing.
pub struct Snapshot<'c> {
    connection: Connection<'c>,
    /// How PostgreSQL planned before it planned for values, while it does.
    planned_before: Option<String>,
    /// Whether PostgreSQL did not do what it was asked last. Whatever it does
    /// afterwards, such as going back to a savepoint, shows that it goes on.
    failed: bool,
}

impl<'c> Snapshot<'c> {
    pub(crate) fn new(connection: Connection<'c>) -> Self {
        Self { connection, planned_before: None, failed: false }
    }

    /// A statement to be given values and run. In a snapshot that is not a
    /// [`Tx`] the database refuses any that write.
    pub fn query(&mut self, sql: impl Into<Sql>) -> Statement<'_> {
        Statement::new(self.connection.reborrow(), &mut self.failed, sql.into())
    }

    /// Has PostgreSQL plan each statement for its values until it is to
    /// [plan as ever](Self::plan_as_ever) or the transaction ends, where they differ
    /// so much that a plan made for any would be wrong for most. Else a statement of a
    /// reader is planned once for all values. SQLite does what it is told. It is of the
    /// transaction: not for what was taken by [`Db::glance`](super::Db::glance), nor
    /// before one goes back to a savepoint.
    ///
    /// # Errors
    /// Where the database refuses it.
    pub async fn plan_for_these_values(&mut self) -> Result<(), StoreError> {
        if self.dialect() == Dialect::Postgres && self.planned_before.is_none() {
            let (before, _): (String, String) = self.query(PLAN_FOR_VALUES).one().await?;
            self.planned_before = Some(before);
        }
        Ok(())
    }

    /// Has PostgreSQL plan small statements once again: planning one for its values
    /// takes longer than running it.
    ///
    /// # Errors
    /// Where the database refuses it.
    pub async fn plan_as_ever(&mut self) -> Result<(), StoreError> {
        if let Some(before) = self.planned_before.take() {
            self.query(PLAN_SO).bind(before).execute().await?;
        }
        Ok(())
    }

    pub(super) fn connection(&mut self) -> Connection<'_> {
        self.connection.reborrow()
    }

    /// The connection, and what says while it is asked past [`Snapshot::query`], and
    /// afterwards, that PostgreSQL did not do it.
    pub(super) fn connection_that_fails(&mut self) -> (Connection<'_>, &mut bool) {
        (self.connection.reborrow(), &mut self.failed)
    }

    /// Which database this is, for the rare text that differs.
    #[must_use]
    pub fn dialect(&self) -> Dialect {
        self.connection.dialect()
    }
}

/// A transaction: all of it is kept, durably, or none.
///
/// Who acts and when stand still for the whole of it, so that everything it
/// writes agrees.
pub struct Tx<'c> {
    snapshot: Snapshot<'c>,
    who: Actor,
    now: DateTime<Utc>,
    /// The kinds of the entries it has written to the log.
    kinds: Vec<&'static str>,
}

impl<'c> Tx<'c> {
    pub(crate) fn new(connection: Connection<'c>, who: Actor, now: DateTime<Utc>) -> Self {
        Self { snapshot: Snapshot::new(connection), who, now, kinds: Vec::new() }
    }

    /// Remembers that an entry of a kind was written, for those whom its commit
    /// is told.
    pub(crate) fn note(&mut self, kind: &'static str) {
        if !self.kinds.contains(&kind) {
            self.kinds.push(kind);
        }
    }

    /// Whether it has written to the log.
    pub(crate) fn has_written(&self) -> bool {
        !self.kinds.is_empty()
    }

    /// Has PostgreSQL wait for what another holds, however long, until the
    /// transaction ends: for what takes so long itself that it had rather wait than
    /// be begun again.
    ///
    /// # Errors
    /// Where the database refuses it.
    pub async fn wait_however_long(&mut self) -> Result<(), StoreError> {
        if self.dialect() == Dialect::Postgres {
            self.query("set local lock_timeout = 0").execute().await?;
        }
        Ok(())
    }

    /// That what it has written can be kept. PostgreSQL keeps nothing of a
    /// transaction once a statement of it has failed, and answers its `commit` as
    /// if it had. A change may have overlooked such an answer, so the database is
    /// asked once more where its last was one.
    ///
    /// # Errors
    /// What the database answers where it keeps nothing.
    pub(super) async fn can_be_kept(&mut self) -> Result<(), StoreError> {
        if self.failed {
            self.query("select 1").execute().await?;
        }
        Ok(())
    }

    pub(super) fn into_kinds(self) -> Vec<&'static str> {
        self.kinds
    }

    /// Who acts.
    #[must_use]
    pub fn who(&self) -> Actor {
        self.who
    }

    /// The moment it all happens.
    #[must_use]
    pub fn now(&self) -> DateTime<Utc> {
        self.now
    }

    /// Waits until no other transaction holds a thing, and holds it until this
    /// one ends: who looks at it and then changes it must, or of two that looked
    /// at the same one undoes what the other did. On SQLite there is one writer,
    /// so everything is held anyway.
    ///
    /// # Errors
    /// Where the database refuses it.
    pub async fn hold(&mut self, thing: Uuid) -> Result<(), StoreError> {
        if self.dialect() == Dialect::Postgres {
            // The lower half of an id is random: two things that share it wait
            // for each other without need, no more.
            let (_, number) = thing.as_u64_pair();
            self.query("select pg_advisory_xact_lock($1)")
                .bind(number.cast_signed())
                .execute()
                .await?;
        }
        Ok(())
    }
}

impl Tx<'_> {
    /// Holds rows as [`Tx::hold`] holds a thing: `rows` selects them and `bind`
    /// gives its values. What is looked up afterwards sees whatever those had
    /// done who held them before.
    ///
    /// # Errors
    /// Where the database refuses it.
    pub async fn hold_rows(
        &mut self,
        rows: impl Into<Sql>,
        bind: impl for<'s> FnOnce(Statement<'s>) -> Statement<'s>,
    ) -> Result<(), StoreError> {
        if self.dialect() == Dialect::Postgres {
            let rows: Sql = rows.into();
            let rows = rows.for_dialect(Dialect::Postgres);
            let text = format!("select count(*) from ({rows} for update) as held");
            bind(self.query(Sql::Composed(text))).one::<(i64,)>().await?;
        }
        Ok(())
    }
}

impl<'c> Deref for Tx<'c> {
    type Target = Snapshot<'c>;

    fn deref(&self) -> &Self::Target {
        &self.snapshot
    }
}

impl DerefMut for Tx<'_> {
    fn deref_mut(&mut self) -> &mut Self::Target {
        &mut self.snapshot
    }
}
