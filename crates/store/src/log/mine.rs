//! What somebody did last, for whoever takes it back.

use uuid::Uuid;

use super::{Before, Event};
use crate::{StoreError, Tx};

/// What is to be taken back stands among so many entries of its subject.
const AMONG: u32 = 50;

impl Tx<'_> {
    /// The last `E` that whoever acts wrote of a thing; none where it is not
    /// among the last entries. The thing is held first: what is compared with
    /// it from here on is still so when it is taken back. By the index
    /// `log_of_subject`.
    ///
    /// # Errors
    /// Where the database refuses it.
    pub async fn last_of_mine<E: Event>(&mut self, subject: Uuid) -> Result<Option<E>, StoreError> {
        self.hold(subject).await?;
        let who = self.who();
        let history = self.history_of(subject, Before::default(), AMONG).await?;
        let mut mine = history.iter().filter(|entry| entry.who == who);
        Ok(mine.find_map(|entry| entry.event().ok().flatten()))
    }
}
