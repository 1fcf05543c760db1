//! What happens with lists.

use serde::{Deserialize, Serialize};
use store::log::Event;

/// Somebody took a list out as a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ListTakenOut {
    /// Whom it means; empty for everybody.
    pub query: String,
    /// The ending of the file.
    pub form: String,
}

impl Event for ListTakenOut {
    const KIND: &'static str = "list.taken_out";
}
