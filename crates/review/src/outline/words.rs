//! Figures of the review in the reader's language.

use kernel::{Money, Period};
use phrases::{Phrases, Value};

use super::{Block, Section};
use crate::{Review, sentences};

/// What stands where there is no figure.
pub const NO_FIGURE: &str = "–";

/// The review and the language it is said in.
pub struct Words<'a> {
    pub review: &'a Review,
    pub phrases: Phrases,
}

impl Words<'_> {
    pub fn say(&self, key: &str) -> String {
        self.phrases.say(key)
    }

    pub fn say_with(&self, key: &str, name: &'static str, value: String) -> String {
        self.phrases.say_with(key, &[(name, value.into())])
    }

    /// A message that counts.
    pub fn say_count(&self, key: &str, count: u64) -> String {
        self.phrases.say_with(key, &[("count", Value::from(count))])
    }

    pub fn count(&self, count: u64) -> String {
        self.phrases.integer(count)
    }

    pub fn share(&self, share: Option<f64>) -> String {
        share.map_or(NO_FIGURE.to_owned(), |share| self.phrases.percent(share, 1))
    }

    pub fn decimal(&self, number: Option<f64>, digits: usize) -> String {
        number.map_or(NO_FIGURE.to_owned(), |number| self.phrases.decimal(number, digits))
    }

    pub fn money(&self, money: Option<Money>) -> String {
        money.map_or(NO_FIGURE.to_owned(), |money| self.phrases.money_round(money))
    }

    /// A period, for the head of a column.
    pub fn span(&self, period: Period) -> String {
        sentences::period_short(self.phrases, period)
    }

    /// A section named by the message `title`; `None` where it has no blocks.
    pub fn section(&self, title: &str, blocks: Vec<Block>) -> Option<Section> {
        (!blocks.is_empty()).then(|| Section { title: self.say(title), blocks })
    }
}
