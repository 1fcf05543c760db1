//! What the page says beside its figures: formulas, and the words of charts.

use charts::Words;
use kernel::{Money, Period};

use super::parts::Formula;
use crate::sentences;
use crate::voice::Voice;

impl Voice<'_> {
    /// Major units of the review's currency, without minor ones.
    pub(super) fn major(&self, major: f64) -> String {
        self.phrases.money_round(Money::from_major(major, self.review.currency))
    }

    /// The words of a chart: `key` is its title, its attribute `describe` the description.
    pub(super) fn words(&self, id: &str, key: &str) -> Words {
        Words {
            id: id.to_owned(),
            title: self.say(key),
            description: self.say(&format!("{key}.describe")),
            empty: self.say("page-chart-empty"),
            table: self.say("page-chart-table"),
        }
    }

    /// The `ƒ` of a figure over the whole data as of the review's day.
    pub(super) fn formula(&self, id: &str, name: &str, key: &str) -> Formula {
        Formula {
            id: format!("f-{id}"),
            label: self.say_with("page-formula-of", &[("name", name.into())]),
            name: name.to_owned(),
            text: sentences::formula(self.phrases, key),
            facts: vec![(self.say("page-as-of"), self.phrases.day(self.review.as_of))],
        }
    }

    /// The same with the period it is about.
    pub(super) fn formula_over(&self, id: &str, name: &str, key: &str, period: Period) -> Formula {
        self.formula(id, name, key).with(self.say("page-period"), self.phrases.period(period))
    }
}
