//! A query, taken apart.

use kernel::{Currency, Language};
use review::figures::Standing;

use super::error::Name;
use super::span::{Amount, Moment, Span};
use crate::know::customers::{Field, Kind};

/// Which customers somebody means: those of whom every condition holds. An
/// empty query means all.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Query {
    /// In the order they were written.
    pub conditions: Vec<Condition>,
}

impl Query {
    /// The same without one condition, counted from 0: what removing a chip
    /// leads to.
    #[must_use]
    pub fn without(&self, place: usize) -> Query {
        let mut conditions = self.conditions.clone();
        if place < conditions.len() {
            conditions.remove(place);
        }
        Query { conditions }
    }

    /// Whether it asks something that only the review says.
    #[must_use]
    pub fn asks_the_review(&self) -> bool {
        let asks = |test: &Test| matches!(test, Test::Tier(_) | Test::Standing(_) | Test::Risk(_));
        self.conditions.iter().any(|condition| asks(&condition.test))
    }

    /// The same, and this holds too.
    #[must_use]
    pub fn and(&self, condition: Condition) -> Query {
        let mut conditions = self.conditions.clone();
        if !conditions.contains(&condition) {
            conditions.push(condition);
        }
        Query { conditions }
    }
}

/// One condition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Condition {
    /// Whether it must not hold.
    pub is_negated: bool,
    /// What is looked at.
    pub test: Test,
}

/// What is looked at, and what it may be: any one of the values.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Test {
    /// A word that must be found in what is known of them.
    Word(String),
    /// Words that must be found just so.
    Exact(String),
    /// Who looks after them.
    Owner(Vec<Owner>),
    /// Which teams whoever looks after them may be in.
    Team(Vec<String>),
    /// When they were last seen or heard.
    Seen(Span<Moment>),
    /// When they were added.
    Added(Span<Moment>),
    /// What they have spent, in a currency or in that of the business.
    Spent(Span<Amount>, Option<Currency>),
    /// How often they have ordered.
    Orders(Span<i64>),
    /// What they are marked with.
    Tag(Vec<String>),
    /// How they are ranked.
    Tier(Vec<String>),
    /// Whether they still come.
    Standing(Vec<Standing>),
    /// How likely they are not to order again, in percent, as it is shown.
    Risk(Span<i64>),
    /// A person or a company.
    Kind(Vec<Kind>),
    /// Where they are, as ISO 3166-1 alpha-2 codes.
    Country(Vec<String>),
    /// Their town, in whichever case.
    City(Vec<String>),
    /// The language they prefer.
    Language(Vec<Language>),
    /// Whether we may write to them of our own accord.
    Consent(Vec<Consent>),
    /// That any of these is known.
    Has(Vec<Known>),
    /// That any of these is not known.
    Lacks(Vec<Known>),
    /// A field that the business made up, by its key.
    Own(String, Own),
}

/// What a field that the business made up may be: read once it is known what
/// the field holds.
pub type Own = Span<Vec<String>>;

/// Somebody who may look after a customer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Owner {
    /// Whoever asks.
    Me,
    /// Nobody.
    Nobody,
    /// Somebody by name, or by their e-mail address or the first part of it.
    Named(String),
}

/// What somebody said to marketing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Consent {
    /// They agreed.
    Given,
    /// They object.
    Objected,
    /// Nothing yet.
    Unsaid,
}

/// Something that may be known of a customer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Known {
    /// A field everybody has.
    Field(Field),
    /// Any tag.
    Tag,
    /// Any order.
    Order,
    /// A field that the business made up, by its key.
    Own(String),
}

impl Test {
    /// The name it is written with; none for bare words.
    #[must_use]
    pub fn name(&self) -> Option<&str> {
        let name = match self {
            Test::Word(_) | Test::Exact(_) => return None,
            Test::Own(key, _) => return Some(key),
            Test::Owner(_) => Name::Owner,
            Test::Team(_) => Name::Team,
            Test::Seen(_) => Name::Seen,
            Test::Added(_) => Name::Added,
            Test::Spent(..) => Name::Spent,
            Test::Orders(_) => Name::Orders,
            Test::Tag(_) => Name::Tag,
            Test::Tier(_) => Name::Tier,
            Test::Standing(_) => Name::Standing,
            Test::Risk(_) => Name::Risk,
            Test::Kind(_) => Name::Kind,
            Test::Country(_) => Name::Country,
            Test::City(_) => Name::City,
            Test::Language(_) => Name::Language,
            Test::Consent(_) => Name::Consent,
            Test::Has(_) => Name::Has,
            Test::Lacks(_) => Name::No,
        };
        Some(name.word())
    }
}

impl From<Test> for Condition {
    fn from(test: Test) -> Self {
        Condition { is_negated: false, test }
    }
}
