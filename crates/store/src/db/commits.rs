//! What was committed here, for those who wait for it and those who keep
//! something of the record in memory.

use std::collections::BTreeMap;
use std::sync::{Arc, PoisonError, RwLock};

use tokio::sync::watch;

/// The side of the writer.
pub(super) struct Committed {
    any: watch::Sender<()>,
    kinds: Kinds,
}

/// The side of the readers. Cheap to clone.
#[derive(Clone)]
pub(super) struct Commits {
    any: watch::Receiver<()>,
    kinds: Kinds,
}

/// How often entries of each kind were committed.
type Kinds = Arc<RwLock<BTreeMap<&'static str, u64>>>;

/// Tells whether entries of some kinds were committed here.
pub struct Changes {
    kinds: Kinds,
    beginnings: &'static [&'static str],
    known: u64,
}

impl Committed {
    /// Both sides.
    pub(super) fn new() -> (Self, Commits) {
        let (told, any) = watch::channel(());
        let kinds = Kinds::default();
        (Self { any: told, kinds: kinds.clone() }, Commits { any, kinds })
    }

    /// Tells of a commit and the kinds of the entries in it.
    pub(super) fn tell(&self, kinds: &[&'static str]) {
        if !kinds.is_empty() {
            let mut counted = self.kinds.write().unwrap_or_else(PoisonError::into_inner);
            for kind in kinds {
                *counted.entry(kind).or_default() += 1;
            }
        }
        self.any.send_replace(());
    }
}

impl Commits {
    pub(super) fn any(&self) -> watch::Receiver<()> {
        let mut any = self.any.clone();
        any.mark_unchanged();
        any
    }

    pub(super) fn of(&self, beginnings: &'static [&'static str]) -> Changes {
        let mut changes = Changes { kinds: self.kinds.clone(), beginnings, known: 0 };
        changes.any();
        changes
    }
}

impl Changes {
    /// Whether any were since this was asked last.
    pub fn any(&mut self) -> bool {
        let counted = self.kinds.read().unwrap_or_else(PoisonError::into_inner);
        let is_meant = |kind: &str| self.beginnings.iter().any(|begins| kind.starts_with(begins));
        let all = counted.iter().filter(|(kind, _)| is_meant(kind)).map(|(_, count)| count).sum();
        std::mem::replace(&mut self.known, all) != all
    }
}
