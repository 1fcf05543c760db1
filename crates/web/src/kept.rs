//! What was looked up in the record, kept in memory for the next request.
//!
//! How the business is set up is asked with every request and seldom changes.
//! What was looked up holds until something is committed here that may have
//! changed it, and for a time of its own at most, in which another process may
//! have done the same. Nothing is kept that lets anybody in.

use std::collections::HashMap;
use std::hash::Hash;
use std::sync::{Mutex, MutexGuard, PoisonError};

use chrono::{DateTime, TimeDelta, Utc};
use store::Db;
use store::db::Changes;

/// So much is known at most: what is asked may be made up.
const MOST: usize = 4_096;

/// What was looked up, by what was asked.
pub struct Kept<K, V>(Mutex<Known<K, V>>);

struct Known<K, V> {
    holds: TimeDelta,
    changes: Changes,
    /// Counts the commits that made it forget.
    age: u64,
    values: HashMap<K, (V, DateTime<Utc>)>,
}

impl<K: Eq + Hash, V: Clone> Kept<K, V> {
    /// Nothing yet of what holds so long at most. Entries of the log whose kinds
    /// begin so may make it untrue.
    pub fn lasting(holds: TimeDelta, db: &Db, beginnings: &'static [&'static str]) -> Self {
        let changes = db.commits_of(beginnings);
        Self(Mutex::new(Known { holds, changes, age: 0, values: HashMap::new() }))
    }

    /// What is known of a key, else what `look_up` finds. That there is nothing
    /// is asked again each time.
    pub async fn get<E>(
        &self,
        key: K,
        now: DateTime<Utc>,
        look_up: impl AsyncFnOnce() -> Result<Option<V>, E>,
    ) -> Result<Option<V>, E> {
        let age = {
            let known = self.up_to_date();
            if let Some((value, until)) = known.values.get(&key)
                && now < *until
            {
                return Ok(Some(value.clone()));
            }
            known.age
        };
        let Some(value) = look_up().await? else { return Ok(None) };
        let mut known = self.up_to_date();
        // Whatever was committed meanwhile may not have been seen.
        if known.age == age {
            let until = now + known.holds;
            if known.values.len() >= MOST {
                known.values.retain(|_, (_, until)| now < *until);
            }
            if known.values.len() < MOST {
                known.values.insert(key, (value.clone(), until));
            }
        }
        Ok(Some(value))
    }

    /// What is known, without what a commit may have made untrue.
    fn up_to_date(&self) -> MutexGuard<'_, Known<K, V>> {
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if known.changes.any() {
            known.age += 1;
            known.values.clear();
        }
        known
    }
}

#[cfg(test)]
mod tests {
    use domain::office::rights::Role;
    use domain::office::staff::{self, NewAccount};
    use store::StoreError;
    use store::log::Actor;
    use testkit::record::{Kind, TestRecord};

    use super::*;

    const HOLDS: TimeDelta = TimeDelta::seconds(2);

    fn kept<V: Clone>(db: &Db, beginnings: &'static [&'static str]) -> Kept<u8, V> {
        Kept::lasting(HOLDS, db, beginnings)
    }

    async fn hired(db: &Db, email: &str) {
        let new = NewAccount {
            email: email.to_owned(),
            name: "Ana".to_owned(),
            role: Role::Agent,
            password: None,
        };
        db.write(Actor::System, async move |tx| staff::add(tx, &new).await).await.unwrap();
    }

    #[tokio::test]
    async fn what_was_looked_up_holds_until_a_commit_or_its_time_makes_it_old() {
        let record = TestRecord::empty(Kind::Sqlite).await.unwrap();
        let db = &record.db;
        let (staff, settings) = (kept(db, &["staff."]), kept::<usize>(db, &["settings."]));
        let now = db.clock().now();
        let count = async || -> Result<Option<usize>, StoreError> {
            Ok(Some(staff::everybody(&mut db.reader().await?.snapshot()).await?.len()))
        };
        let never = async || -> Result<Option<usize>, StoreError> { panic!("it was known") };
        assert_eq!(staff.get(1, now, &count).await.unwrap(), Some(0));
        assert_eq!(settings.get(1, now, &count).await.unwrap(), Some(0));
        assert_eq!(staff.get(1, now, never).await.unwrap(), Some(0));
        hired(db, "ana@example.com").await;
        assert_eq!(staff.get(1, now, &count).await.unwrap(), Some(1));
        assert_eq!(settings.get(1, now, never).await.unwrap(), Some(0), "it is not of staff");
        assert_eq!(settings.get(1, now + HOLDS, &count).await.unwrap(), Some(1));
    }

    #[tokio::test]
    async fn so_much_is_known_at_most_and_what_is_old_makes_room() {
        let record = TestRecord::empty(Kind::Sqlite).await.unwrap();
        let kept: Kept<usize, usize> = Kept::lasting(HOLDS, &record.db, &[]);
        let now = record.db.clock().now();
        for asked in 0..=MOST {
            let found = async || Ok::<_, StoreError>(Some(asked));
            assert_eq!(kept.get(asked, now, found).await.unwrap(), Some(asked));
        }
        assert_eq!(kept.up_to_date().values.len(), MOST);
        let found = async || Ok::<_, StoreError>(Some(1));
        assert_eq!(kept.get(MOST, now + HOLDS, found).await.unwrap(), Some(1));
        assert_eq!(kept.up_to_date().values.len(), 1);
    }

    #[tokio::test]
    async fn what_a_commit_overtook_while_it_was_looked_up_is_not_kept() {
        let record = TestRecord::empty(Kind::Sqlite).await.unwrap();
        let db = &record.db;
        let (staff, now) = (kept(db, &["staff."]), db.clock().now());
        let overtaken = async || -> Result<Option<u8>, StoreError> {
            hired(db, "ana@example.com").await;
            Ok(Some(0))
        };
        let nothing = async || -> Result<Option<u8>, StoreError> { Ok(None) };
        assert_eq!(staff.get(1, now, overtaken).await.unwrap(), Some(0));
        assert_eq!(staff.get(1, now, nothing).await.unwrap(), None);
    }
}
