//! Hashing passwords, which takes tens of milliseconds and much memory on
//! purpose: not where pages are made, and only a few at a time, or whoever sends
//! many could take all the memory there is.

use domain::office::staff::{Password, PasswordHash, PasswordRefused};
use tokio::sync::Semaphore;
use tokio::task;

use crate::Problem;

/// So many are hashed at once; who comes then waits.
static ROOM: Semaphore = Semaphore::const_new(4);

/// Does work that hashes or compares passwords.
///
/// # Errors
/// [`Problem::Internal`] where it panicked.
pub(super) async fn apart<T: Send + 'static>(
    work: impl FnOnce() -> T + Send + 'static,
) -> Result<T, Problem> {
    let internal = |error: &dyn std::error::Error| Problem::Internal(error.to_string());
    let place = ROOM.acquire().await.map_err(|closed| internal(&closed))?;
    let done = task::spawn_blocking(move || {
        // Kept by the work itself: it goes on where nobody waits for it any more.
        let _place = place;
        work()
    });
    done.await.map_err(|panicked| internal(&panicked))
}

/// Hashes a new password, or says why it is not taken.
///
/// # Errors
/// [`Problem::Internal`] where it panicked.
pub(super) async fn new_password(
    password: Password,
) -> Result<Result<PasswordHash, PasswordRefused>, Problem> {
    apart(move || password.hash()).await
}
