//! What the program does beside answering: it follows the log, does jobs and
//! asks for those that come round.

use std::sync::Arc;
use std::time::Duration;

use domain::prove::reviews;
use store::Db;
use store::jobs::Worker;
use tokio::sync::Notify;
use tokio::task::{JoinError, JoinHandle};
use tokio::time::timeout;

/// So long a job that is being done may still take; service managers kill
/// after ten seconds or more.
const GRACE: Duration = Duration::from_secs(8);

/// What goes on beside answering, until it is told to end.
#[derive(Default)]
pub struct Background {
    running: Vec<(Arc<Notify>, JoinHandle<()>)>,
}

impl Background {
    /// Begins all of it; the review is asked for where this process makes it.
    pub fn begin(db: &Db, worker: Worker, makes_reviews: bool) -> Self {
        let mut background = Self::default();
        background.go_on(|stop| domain::readers::run(db.clone(), stop));
        if makes_reviews {
            background.go_on(|stop| reviews::ask_when_behind(db.clone(), stop));
        }
        background.go_on(|stop| domain::jobs::timetable().run(db.clone(), stop));
        background.go_on(|stop| worker.run(stop));
        background
    }

    fn go_on<F>(&mut self, work: impl FnOnce(Arc<Notify>) -> F)
    where
        F: Future<Output = ()> + Send + 'static,
    {
        let stop = Arc::new(Notify::new());
        self.running.push((stop.clone(), tokio::spawn(work(stop))));
    }

    /// Ends it, after what was begun has been done, or given up on: whoever
    /// comes next does it again.
    ///
    /// # Errors
    /// Where a part of it failed by a defect.
    pub async fn end(self) -> Result<(), JoinError> {
        for (stop, _) in &self.running {
            stop.notify_one();
        }
        for (_, running) in self.running {
            if let Ok(ended) = timeout(GRACE, running).await {
                ended?;
            } else {
                tracing::warn!("ended although a job was not done yet: it will be done again");
            }
        }
        Ok(())
    }
}
