//! What is there after a process was killed, or its disk refused it.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

#[cfg(target_os = "linux")]
mod disk;
mod edits;
mod facts;
mod imports;
mod jobs;
#[cfg(target_os = "linux")]
mod postgres_disk;
mod readers;

use crash::Task;

/// Does nothing, unless another test starts it to be killed.
#[tokio::test]
async fn the_process_of_its_own() {
    let Some(task) = Task::told() else { return };
    match task.work.as_str() {
        edits::WORK => edits::work(&task).await,
        readers::WORK => readers::work(&task).await,
        jobs::WORK => jobs::work(&task).await,
        imports::WORK => imports::work(&task).await,
        imports::REST => imports::rest(&task).await,
        facts::WORK => facts::work(&task).await,
        #[cfg(target_os = "linux")]
        disk::FILL => disk::fill(&task).await,
        #[cfg(target_os = "linux")]
        disk::READ_ONLY => disk::read_only(&task).await,
        #[cfg(target_os = "linux")]
        postgres_disk::FILL => postgres_disk::fill(&task).await,
        other => panic!("nobody knows how to do {other}"),
    }
}

/// The test that is run again.
const ITSELF: &str = "the_process_of_its_own";
