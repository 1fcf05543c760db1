//! Secrets that stand for an account, once and until they run out.
//!
//! Links that sign in and the step between a password and its code call it.
//! Only the hash of a secret is kept. It writes nothing to the log: what a
//! secret is for is told by the room that gives it out.

mod store;

/// What a secret is for. Each kind has a table of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Pass {
    /// A link signs in with it.
    Link,
    /// The password was right, and the code is still to come.
    SecondStep,
}
