//! The made-up business: pure, and the same for the same seed.

mod draw;
mod history;
mod people;
mod words;

use std::ops::Range;

use chrono::{DateTime, Utc};
use domain::know::customers::Field;
use domain::know::interactions::NewInteraction;
use domain::know::orders::NewOrder;
use domain::office::rights::Role;

pub use draw::Draw;
pub use history::{Happening, Span, What};
pub use people::{EMAIL_OF_OWNER, PASSWORD};

/// How large the business is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Size {
    /// So many customers.
    pub customers: u64,
    /// So many orders.
    pub orders: u64,
    /// So many calls, meetings, visits, notes and gifts.
    pub interactions: u64,
}

/// A made-up business.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Business {
    /// Another seed is another business.
    pub seed: u64,
    /// How large it is.
    pub size: Size,
}

/// Somebody who works there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Colleague {
    /// What they are called.
    pub name: String,
    /// They sign in with it.
    pub email: String,
    /// What they may do.
    pub role: Role,
}

impl Business {
    /// The moment it opened; nothing has happened before it.
    #[must_use]
    pub fn opened(&self) -> DateTime<Utc> {
        history::OPENED
    }

    /// The people who work there; the first owns it.
    #[must_use]
    pub fn staff(&self) -> Vec<Colleague> {
        people::staff(self.seed)
    }

    /// The stretches of its history, one after another.
    #[must_use]
    pub fn spans(&self) -> Vec<Span> {
        history::spans(self.size)
    }

    /// What happened in a stretch with some of the customers of that time, in
    /// the order in which it happened.
    #[must_use]
    pub fn happened(&self, span: &Span, customers: Range<u64>) -> Vec<Happening> {
        customers.flat_map(|customer| span.with(customer)).collect()
    }

    /// When somebody became a customer.
    #[must_use]
    pub fn came(&self, customer: u64) -> DateTime<Utc> {
        let spans = self.spans();
        let first = spans.iter().find(|span| customer < span.customers());
        first.map_or(history::OPENED, |span| span.came(customer))
    }

    /// When something last happened with a customer, if anything has.
    #[must_use]
    pub fn last_seen(&self, customer: u64) -> Option<DateTime<Utc>> {
        let spans = self.spans();
        spans.iter().rev().find_map(|span| span.last_with(customer))
    }

    /// What is known of a customer.
    #[must_use]
    pub fn known(&self, customer: u64) -> Vec<(Field, String)> {
        people::known(self.seed, customer)
    }

    /// Which colleague looks after a customer, and writes down what happens
    /// with them.
    #[must_use]
    pub fn colleague_of(&self, customer: u64) -> usize {
        people::colleague_of(self.seed, customer)
    }

    /// An order by its number.
    #[must_use]
    pub fn order(&self, number: u64) -> NewOrder {
        words::order(self.seed, number)
    }

    /// An interaction by its number, with a customer whose language it is in.
    #[must_use]
    pub fn interaction(&self, number: u64, customer: u64, at: DateTime<Utc>) -> NewInteraction {
        words::interaction(self.seed, number, people::tongue(self.seed, customer), at)
    }
}
