//! The review's figures in the reader's language, as every form says them.

use kernel::{Money, Period};
use phrases::{Asker, Phrases, Value};

use crate::figures::{AuditValue, Forecast, Note};
use crate::{Review, outside, sentences};

/// What stands where there is no figure.
pub(crate) const NO_FIGURE: &str = "–";

/// A review, the language it is said in, and how much room a name has.
pub(crate) struct Voice<'a> {
    pub review: &'a Review,
    pub phrases: Phrases,
    /// Who reads it: a page is for whoever may have no command line.
    pub asker: Asker,
    /// Characters of a name from the orders that are shown.
    pub longest_name: usize,
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

    /// A probability, said to be below 0.001 where it is too small to matter.
    pub fn p_value(&self, p: Option<f64>) -> String {
        match p {
            Some(p) if p < 0.001 => format!("< {}", self.decimal(Some(0.001), 3)),
            p => self.decimal(p, 3),
        }
    }

    /// How a forecast did, as tables show it: orders foretold and made, RMSE,
    /// CRPS, AUC, lift of the top tenth, accuracy.
    pub fn forecast(&self, of: &Forecast) -> [String; 7] {
        [
            self.decimal(of.total_predicted, 0),
            self.count(of.total_actual),
            self.decimal(of.rmse, 3),
            self.decimal(of.crps, 3),
            self.decimal(of.auc, 3),
            self.decimal(of.top_tenth_lift, 2),
            self.share(of.active_accuracy),
        ]
    }

    /// A name from the orders, cut where there is no room for it.
    pub fn name(&self, text: &str) -> String {
        outside::name(text, self.longest_name)
    }

    /// Whether there is no room for the whole of a name.
    pub fn is_cut(&self, text: &str) -> bool {
        text.chars().count() > self.longest_name
    }

    /// A value of the audit: what the orders write is cut, our own words are not.
    pub fn audit_value(&self, value: &AuditValue) -> String {
        match value {
            AuditValue::Text(text) => self.name(text),
            ours => sentences::attribute_value(self.phrases, ours),
        }
    }

    /// A period, for the head of a column.
    pub fn period_short(&self, period: Period) -> String {
        sentences::period_short(self.phrases, period)
    }

    /// Whether amounts are margin or revenue.
    pub fn margin(&self) -> String {
        if self.review.margin < 1.0 {
            let share = self.phrases.percent(self.review.margin, 0);
            self.say_with("page-margin-of", &[("share", share.into())])
        } else {
            self.say("page-margin-unknown")
        }
    }

    /// The line below the title: which period, as of when.
    pub fn terms(&self) -> String {
        let period = self.phrases.period(self.review.retention.current.period);
        let day = self.phrases.day(self.review.as_of);
        self.say_with("page-terms", &[("period", period.into()), ("day", day.into())])
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
        self.note_on(path).map(|note| sentences::note(self.phrases, self.asker, note))
    }

    /// Why there is nothing at `path`: by its note, else by the message `key`.
    pub fn note_or(&self, path: &str, key: &str) -> String {
        self.note(path).unwrap_or_else(|| self.say(key))
    }

    /// The same where there must be something to say; a dash where no note is.
    pub fn missing(&self, path: &str) -> String {
        self.note(path).unwrap_or_else(|| NO_FIGURE.to_owned())
    }

    /// Why the figure at `path` is missing, where the figure is named beside it.
    pub fn why(&self, path: &str) -> Option<String> {
        self.note_on(path).map(|note| sentences::why(self.phrases, self.asker, &note.why))
    }
}

/// "low – high".
pub(crate) fn span(low: &str, high: &str) -> String {
    format!("{low} – {high}")
}
