//! What is asked of each customer, once everything a query names is known.

pub(super) mod store;

use chrono::{DateTime, Utc};
use review::figures::Standing;

use crate::know::customers::{CustomerId, Field};
use crate::know::fields::FieldId;
use crate::office::staff::AccountId;

/// Something asked of each customer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Check {
    /// Whether it must not be so.
    pub(super) is_negated: bool,
    /// What must be.
    pub(super) what: What,
}

/// What a customer may be asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum What {
    /// One of these looks after them, or nobody where that will do.
    Owner { any: Vec<AccountId>, or_nobody: bool },
    /// A field holds one of these, or nothing where that will do.
    Field { field: Field, any: Vec<String>, or_nothing: bool },
    /// They were last seen or heard between two moments, the second excluded.
    Seen { from: Option<DateTime<Utc>>, before: Option<DateTime<Utc>> },
    /// They were added between two such.
    Added { from: Option<DateTime<Utc>>, before: Option<DateTime<Utc>> },
    /// They ordered between so and so often.
    Orders { from: Option<i64>, to: Option<i64> },
    /// They spent between so and so much.
    Spent { currency: String, from: Option<i64>, to: Option<i64> },
    /// They spent as much in the last twelve months, by the review, as one of
    /// these tiers asks: from so much, to less than so much, in its currency.
    Tier(Vec<(i64, Option<i64>)>),
    /// The review says that they stand so.
    Standing(Vec<Standing>),
    /// It says that their risk, in whole percent, is between these.
    Risk { from: Option<i64>, to: Option<i64> },
    /// They are marked with one of these.
    Tag(Vec<String>),
    /// Any of these is known.
    Has(Vec<Thing>),
    /// Any of these is not known.
    Lacks(Vec<Thing>),
    /// A field that the business made up holds one of these.
    Own { field: FieldId, any: Vec<String> },
    /// Such a field holds something between these.
    OwnSpan { field: FieldId, from: Option<End>, to: Option<End> },
    /// They are among these; `is_cut` where more were found than are taken.
    Among { ids: Vec<CustomerId>, is_cut: bool },
}

/// An end of a range of values in the order of their bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct End {
    pub(super) value: String,
    pub(super) is_included: bool,
}

/// Something that may be known of a customer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Thing {
    Field(Field),
    Tag,
    Order,
    Own(FieldId),
}

impl Check {
    /// That somebody is among these; `is_cut` where more were found.
    pub(super) fn among(ids: Vec<CustomerId>, is_cut: bool) -> Self {
        Self { is_negated: false, what: What::Among { ids, is_cut } }
    }

    /// Whether more may fit than are found.
    pub(super) fn is_cut(&self) -> bool {
        matches!(self.what, What::Among { is_cut: true, .. })
    }
}
