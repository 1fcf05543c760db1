//! A change on its way to the database.

use std::panic::AssertUnwindSafe;

use futures_util::FutureExt as _;
use futures_util::future::LocalBoxFuture;
use tokio::sync::oneshot;

use super::{StoreError, Tx};
use crate::log::Actor;

/// A change asked for: run inside a transaction, maybe more than once, and
/// answered once, after it is durable or known not to be.
pub(super) trait Work: Send {
    fn who(&self) -> Actor;

    /// Runs the change and remembers its outcome. Whether to keep it, or what
    /// the database said where it is the database that failed.
    fn run<'a>(&'a mut self, tx: &'a mut Tx<'_>) -> LocalBoxFuture<'a, Verdict>;

    /// Answers whoever asked: with the outcome, or with what became of it.
    fn answer(self: Box<Self>, fate: Result<(), StoreError>);
}

/// What is to become of what a change wrote.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Verdict {
    Keep,
    Drop,
    /// Dropped, and another run may pass.
    Again,
}

/// Errors of rooms: they hold the store's, and can show it.
pub trait Failure: From<StoreError> + Send + 'static {
    /// The store's error inside, if it is one.
    fn store(&self) -> Option<&StoreError>;
}

impl Failure for StoreError {
    fn store(&self) -> Option<&StoreError> {
        Some(self)
    }
}

/// A closure and where its outcome goes.
pub(super) struct Asked<F, T, E> {
    who: Actor,
    change: F,
    outcome: Option<Result<T, E>>,
    reply: oneshot::Sender<Result<T, E>>,
}

impl<F, T, E> Asked<F, T, E> {
    pub(super) fn new(who: Actor, change: F) -> (Self, oneshot::Receiver<Result<T, E>>) {
        let (reply, answer) = oneshot::channel();
        (Self { who, change, outcome: None, reply }, answer)
    }
}

impl<F, T, E> Work for Asked<F, T, E>
where
    F: AsyncFn(&mut Tx<'_>) -> Result<T, E> + Send,
    T: Send + 'static,
    E: Failure,
{
    fn who(&self) -> Actor {
        self.who
    }

    fn run<'a>(&'a mut self, tx: &'a mut Tx<'_>) -> LocalBoxFuture<'a, Verdict> {
        async move {
            let run = AssertUnwindSafe((self.change)(tx)).catch_unwind().await;
            let outcome = run.unwrap_or_else(|_| Err(StoreError::Defect.into()));
            let verdict = match &outcome {
                Ok(_) => Verdict::Keep,
                Err(error) if error.store().is_some_and(StoreError::may_pass_next_time) => {
                    Verdict::Again
                }
                Err(_) => Verdict::Drop,
            };
            self.outcome = Some(outcome);
            verdict
        }
        .boxed_local()
    }

    fn answer(self: Box<Self>, fate: Result<(), StoreError>) {
        let outcome = match (self.outcome, fate) {
            // What a change refused by itself stays its own refusal, whatever
            // became of the transaction around it.
            (Some(Err(error)), _) => Err(error),
            (Some(Ok(done)), Ok(())) => Ok(done),
            (_, Err(error)) => Err(error.into()),
            (None, Ok(())) => Err(StoreError::Stopping.into()),
        };
        // Nobody waits any more where a client has gone: the change stands.
        let _ = self.reply.send(outcome);
    }
}
