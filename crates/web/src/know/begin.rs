//! Where a record begins that nobody is in yet: with a file, or with somebody
//! by hand.
//!
//! The pages that are empty then show it: the list of customers, today, and
//! the review.

use domain::know::lists;
use store::{Snapshot, StoreError};

use crate::components::{Empty, Link, icon};
use crate::{Reader, Visitor};

/// Where files of orders are sent.
const IMPORT: &str = "/imports/new";
/// Where a customer is added.
const ADD: &str = "/customers/new";

/// The ways somebody may begin in.
pub struct Begin {
    /// The first of them.
    pub fill: Option<Link>,
    /// The other.
    pub or: Option<Link>,
}

impl Begin {
    /// Those open to a visitor.
    #[must_use]
    pub fn of(reader: Reader, visitor: &Visitor) -> Self {
        let ways = [(IMPORT, "upload-title"), (ADD, "customers-add")];
        let mut ways = ways
            .into_iter()
            .filter(|(path, _)| visitor.may_open(path))
            .map(|(path, key)| Link { words: reader.say(key), href: path.to_owned() });
        Self { fill: ways.next(), or: ways.next() }
    }

    /// Says what belongs into a record that nobody is in.
    #[must_use]
    pub fn empty(self, reader: Reader) -> Empty {
        Empty {
            icon: icon("people"),
            title: reader.say("customers-empty"),
            words: reader.say("customers-empty.words"),
            fill: self.fill,
            or: self.or,
        }
    }
}

/// Whether nobody is in the record yet.
///
/// # Errors
/// Where the database refuses it.
pub async fn is_nobody_here(snapshot: &mut Snapshot<'_>) -> Result<bool, StoreError> {
    Ok(lists::seen_lately(snapshot, 1).await?.is_empty())
}
