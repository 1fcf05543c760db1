//! Files kept in memory, by a process that can be told to end at any step.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use chrono::{DateTime, Utc};
use kernel::facts::{FactFile, FactKind, Facts};
use tokio::sync::Notify;

use crate::know::facts::{Files, FilesError, names};

/// Where a process ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stop {
    BeforeWrite,
    AfterWrite,
    BeforeMerge,
    AfterMerge,
    BeforeRemoval,
    AfterRemoval,
}

impl Stop {
    pub const EACH: [Stop; 6] = [
        Stop::BeforeWrite,
        Stop::AfterWrite,
        Stop::BeforeMerge,
        Stop::AfterMerge,
        Stop::BeforeRemoval,
        Stop::AfterRemoval,
    ];
}

/// A process that waits between what it has written and what it does next.
#[derive(Default)]
pub struct Waiting {
    /// It has written.
    pub written: Notify,
    /// It may go on.
    pub go_on: Notify,
}

/// The files.
#[derive(Default)]
pub struct Kept(Mutex<State>);

#[derive(Default)]
struct State {
    files: BTreeMap<(FactKind, String), Facts>,
    stop: Option<Stop>,
    is_stopped: bool,
    /// What was broken off before this is gone.
    unfinished_since: Option<DateTime<Utc>>,
    waits: Option<Arc<Waiting>>,
}

impl State {
    /// Whether the process has ended: then nothing happens any more.
    fn reach(&mut self, at: Stop) -> Result<(), FilesError> {
        self.is_stopped |= self.stop == Some(at);
        if self.is_stopped { Err("the process has ended".into()) } else { Ok(()) }
    }

    fn keep(&mut self, facts: Facts, is_base: bool, now: DateTime<Utc>) -> Vec<FactFile> {
        let Facts { orders, customers, interactions } = facts;
        let (none, mut named) = (Facts::default, names(now));
        let parts = [
            (FactKind::Orders, orders.len(), Facts { orders, ..none() }),
            (FactKind::Customers, customers.len(), Facts { customers, ..none() }),
            (FactKind::Interactions, interactions.len(), Facts { interactions, ..none() }),
        ];
        let mut made = Vec::new();
        for (kind, rows, facts) in parts.into_iter().filter(|(_, rows, _)| *rows > 0) {
            let name = named();
            self.files.insert((kind, name.clone()), facts);
            made.push(FactFile { name, kind, rows: rows as u64, bytes: rows as u64, is_base });
        }
        made
    }

    fn together(&self, files: &[FactFile]) -> Facts {
        let mut all = Facts::default();
        for file in files {
            let facts = self.files[&(file.kind, file.name.clone())].clone();
            all.orders.extend(facts.orders);
            all.customers.extend(facts.customers);
            all.interactions.extend(facts.interactions);
        }
        all.orders.sort_by_key(|fact| (fact.id, Reverse(fact.version)));
        all.orders.dedup_by_key(|fact| fact.id);
        all.customers.sort_by_key(|fact| (fact.id, Reverse(fact.version)));
        all.customers.dedup_by_key(|fact| fact.id);
        all.interactions.sort_by_key(|fact| (fact.id, Reverse(fact.version)));
        all.interactions.dedup_by_key(|fact| fact.id);
        all
    }
}

impl Kept {
    fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The process ends when it comes there.
    pub fn stop_at(&self, stop: Stop) {
        self.state().stop = Some(stop);
    }

    /// Whoever writes next waits when it has.
    pub fn wait_once(&self) -> Arc<Waiting> {
        self.state().waits.insert(Arc::default()).clone()
    }

    /// Another process takes over.
    pub fn go_on(&self) {
        let mut state = self.state();
        (state.stop, state.is_stopped) = (None, false);
    }

    /// How many files of a kind there are.
    pub fn count(&self, kind: FactKind) -> usize {
        self.state().files.keys().filter(|(of, _)| *of == kind).count()
    }

    /// Since when what was broken off may still be there.
    pub fn unfinished_since(&self) -> Option<DateTime<Utc>> {
        self.state().unfinished_since
    }

    /// What these files hold, each thing as it was told last.
    pub fn read(&self, files: &[FactFile]) -> Facts {
        self.state().together(files)
    }
}

impl Files for Kept {
    async fn write(&self, facts: Facts, now: DateTime<Utc>) -> Result<Vec<FactFile>, FilesError> {
        let (made, waits) = {
            let mut state = self.state();
            state.reach(Stop::BeforeWrite)?;
            let made = state.keep(facts, false, now);
            state.reach(Stop::AfterWrite)?;
            (made, state.waits.take())
        };
        if let Some(waiting) = waits {
            waiting.written.notify_one();
            waiting.go_on.notified().await;
        }
        Ok(made)
    }

    async fn merge(
        &self,
        _: FactKind,
        files: Vec<FactFile>,
        all: bool,
        now: DateTime<Utc>,
    ) -> Result<Vec<FactFile>, FilesError> {
        let mut state = self.state();
        state.reach(Stop::BeforeMerge)?;
        let mut facts = state.together(&files);
        if all {
            facts.orders.retain(|fact| !fact.is_gone);
        }
        let made = state.keep(facts, all, now);
        state.reach(Stop::AfterMerge)?;
        Ok(made)
    }

    async fn names(&self, kind: FactKind) -> Result<Vec<String>, FilesError> {
        let state = self.state();
        let of_kind = state.files.keys().filter(|(of, _)| *of == kind);
        Ok(of_kind.map(|(_, name)| name.clone()).collect())
    }

    async fn remove(&self, kind: FactKind, name: String) -> Result<(), FilesError> {
        let mut state = self.state();
        state.reach(Stop::BeforeRemoval)?;
        state.files.remove(&(kind, name));
        state.reach(Stop::AfterRemoval)
    }

    async fn remove_unfinished(&self, before: DateTime<Utc>) -> Result<(), FilesError> {
        let mut state = self.state();
        state.unfinished_since = state.unfinished_since.max(Some(before));
        Ok(())
    }
}
