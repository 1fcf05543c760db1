//! Who did it.

use uuid::Uuid;

/// Who makes a change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Actor {
    /// Somebody who works here, by the id of their account.
    Staff(Uuid),
    /// A customer in the portal, by their id.
    Customer(Uuid),
    /// A program with a token, by the token's id.
    Token(Uuid),
    /// The system itself: jobs, imports, the command line.
    System,
}

impl Actor {
    pub(super) fn parts(self) -> (&'static str, Option<Uuid>) {
        match self {
            Actor::Staff(id) => ("staff", Some(id)),
            Actor::Customer(id) => ("customer", Some(id)),
            Actor::Token(id) => ("token", Some(id)),
            Actor::System => ("system", None),
        }
    }

    /// What later versions may write and this one does not know acts as the
    /// system.
    pub(super) fn of_parts(kind: &str, id: Option<Uuid>) -> Self {
        match (kind, id) {
            ("staff", Some(id)) => Actor::Staff(id),
            ("customer", Some(id)) => Actor::Customer(id),
            ("token", Some(id)) => Actor::Token(id),
            _ => Actor::System,
        }
    }
}
