//! How the page says things: the review's figures in the reader's language.

use charts::Words;
use kernel::{Money, Period};
use phrases::{Phrases, Value};

use super::formula::Formula;
use crate::figures::Note;
use crate::{Review, sentences};

/// What stands where there is no figure.
const NO_FIGURE: &str = "–";

/// Longest identifier shown whole; a longer one is cut and whole in its tooltip.
const LONGEST_ID: usize = 48;

/// The review and the language it is said in.
pub(super) struct Voice<'a> {
    pub review: &'a Review,
    pub phrases: Phrases,
}

impl Voice<'_> {
    pub fn say(&self, key: &str) -> String {
        self.phrases.say(key)
    }

    pub fn say_with(&self, key: &str, variables: &[(&'static str, Value<'_>)]) -> String {
        self.phrases.say_with(key, variables)
    }

    /// A message that counts.
    pub fn say_count(&self, key: &str, count: u64) -> String {
        self.say_with(key, &[("count", Value::from(count))])
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

    /// Money without its minor units, for figures of a business.
    pub fn money(&self, money: Option<Money>) -> String {
        money.map_or(NO_FIGURE.to_owned(), |money| self.phrases.money_round(money))
    }

    /// Major units of the review's currency, without minor ones.
    pub fn major(&self, major: f64) -> String {
        self.phrases.money_round(Money::from_major(major, self.review.currency))
    }

    /// The words of a chart: `key` is its title, its attribute `describe` the description.
    pub fn words(&self, id: &str, key: &str) -> Words {
        Words {
            id: id.to_owned(),
            title: self.say(key),
            description: self.say(&format!("{key}.describe")),
            empty: self.say("page-chart-empty"),
            table: self.say("page-chart-table"),
        }
    }

    /// The note on the figure at `path`, or on anything above or below it.
    fn note_on(&self, path: &str) -> Option<&Note> {
        let about = |note: &&Note| {
            let (long, short) =
                if note.path.len() > path.len() { (note.path, path) } else { (path, note.path) };
            long.strip_prefix(short).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
        };
        self.review.notes.iter().find(about)
    }

    /// What is missing at `path` and why, where it stands by itself.
    pub fn note(&self, path: &str) -> Option<String> {
        self.note_on(path).map(|note| sentences::note(self.phrases, note))
    }

    /// Why the figure at `path` is missing, where the figure is named beside it.
    pub fn why(&self, path: &str) -> Option<String> {
        self.note_on(path).map(|note| sentences::why(self.phrases, &note.why))
    }

    /// The `ƒ` of a figure over the whole data as of the review's day.
    pub fn formula(&self, id: &str, name: &str, key: &str) -> Formula {
        Formula {
            id: format!("f-{id}"),
            label: self.say_with("page-formula-of", &[("name", name.into())]),
            name: name.to_owned(),
            text: sentences::formula(self.phrases, key),
            facts: vec![(self.say("page-as-of"), self.phrases.day(self.review.as_of))],
        }
    }

    /// The same with the period it is about.
    pub fn formula_over(&self, id: &str, name: &str, key: &str, period: Period) -> Formula {
        self.formula(id, name, key).with(self.say("page-period"), self.phrases.period(period))
    }
}

/// "low – high".
pub(super) fn span(low: &str, high: &str) -> String {
    format!("{low} – {high}")
}

/// A name from the orders, cut where it would break the layout.
pub(super) fn name(id: &str) -> String {
    if id.chars().count() <= LONGEST_ID {
        return id.to_owned();
    }
    id.chars().take(LONGEST_ID - 1).chain(['…']).collect()
}
