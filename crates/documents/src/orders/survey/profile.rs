//! What the sampled values of a column look like.

use std::collections::{BTreeMap, HashSet};

use kernel::{Currency, Day};

use crate::values::{DateOrder, DecimalMark};
use crate::values::{date, number};

/// What a column's values are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Kind {
    /// Numbers: equal where their value is.
    Number,
    /// Dates: equal where their moment is.
    Date,
    /// Anything else: equal letter by letter.
    Text,
}

/// Counts over the sampled values of one column.
#[derive(Debug, Clone, Default)]
pub(crate) struct Profile {
    /// Rows, with and without a value.
    pub(crate) rows: u64,
    /// Rows with a value.
    pub(crate) values: u64,
    /// Values that can only be dates.
    pub(crate) dates: u64,
    /// Values that are a lone number which can be a date (`46145`, epoch seconds).
    pub(crate) number_dates: u64,
    /// Values that are numbers.
    pub(crate) numbers: u64,
    /// Numbers with decimals.
    pub(crate) decimals: u64,
    /// Numbers below zero.
    pub(crate) negatives: u64,
    /// Values with a zero in front of other digits, as ids have.
    pub(crate) leading_zeros: u64,
    /// Values with an `@`.
    pub(crate) addresses: u64,
    /// Letters of all values.
    pub(crate) length: u64,
    /// Hashes of the different values, up to [`Profile::DISTINCT_LIMIT`].
    pub(crate) distinct: HashSet<u64>,
    /// Values among which the different ones were looked for.
    pub(crate) compared: u64,
    /// Currencies beside the numbers, with how often.
    pub(crate) currencies: BTreeMap<Currency, u64>,
    /// Any value, for asking.
    pub(crate) example: Option<String>,
}

impl Profile {
    /// Different values that are kept apart.
    pub(crate) const DISTINCT_LIMIT: usize = 5000;

    /// Adds one value.
    pub(crate) fn add(&mut self, text: &str) {
        self.rows += 1;
        if text.is_empty() {
            return;
        }
        self.values += 1;
        self.length += text.chars().count() as u64;
        if self.distinct.len() < Self::DISTINCT_LIMIT {
            self.compared += 1;
            self.distinct.insert(rapidhash::v3::rapidhash_v3(text.as_bytes()));
        }
        if self.example.as_deref().is_none_or(|example| text < example) && text.len() <= 40 {
            self.example = Some(text.to_owned());
        }
        self.addresses += u64::from(text.contains('@'));
        if !text.bytes().any(|byte| byte.is_ascii_digit()) || text.len() > 64 {
            return;
        }
        self.add_date(text);
        self.add_number(text);
    }

    fn add_date(&mut self, text: &str) {
        let read = |order| date::moment(text, order);
        let Some(moment) = read(DateOrder::DayMonthYear)
            .or_else(|| read(DateOrder::MonthDayYear))
            .or_else(|| read(DateOrder::YearMonthDay))
        else {
            return;
        };
        let is_plain = text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.')
            && text.matches('.').count() < 2;
        let in_use = |day: Day| (0..47_482).contains(&day.epoch_days());
        if is_plain && !(text.len() == 8 && in_use(moment.day)) {
            self.number_dates += u64::from(in_use(moment.day));
        } else {
            self.dates += 1;
        }
    }

    fn add_number(&mut self, text: &str) {
        let digits = text.trim_start_matches('-');
        self.leading_zeros += u64::from(
            digits.len() > 1
                && digits.starts_with('0')
                && digits.bytes().all(|byte| byte.is_ascii_digit()),
        );
        if let Some(minor) = number::plain_minor(text, 2, DecimalMark::Point) {
            self.numbers += 1;
            self.decimals += u64::from(text.contains('.'));
            self.negatives += u64::from(minor < 0);
            return;
        }
        let Ok(amount) = number::amount(text, DecimalMark::Point) else { return };
        self.numbers += 1;
        self.decimals += u64::from(amount.value.reduced().scale > 0 || text.contains([',', '.']));
        self.negatives += u64::from(amount.value.digits < 0);
        if let Some(currency) = amount.currency {
            *self.currencies.entry(currency).or_default() += 1;
        }
    }

    /// The currency that most often stands beside the numbers.
    pub(crate) fn currency(&self) -> Option<Currency> {
        let most = self
            .currencies
            .iter()
            .max_by_key(|&(currency, &count)| (count, std::cmp::Reverse(*currency)));
        most.map(|(currency, _)| *currency)
    }

    /// Whether nearly all values can only be dates.
    pub(crate) fn is_dates(&self) -> bool {
        self.values > 0 && self.dates * 10 >= self.values * 9
    }

    /// Whether nearly all values are numbers, and none looks like an id.
    pub(crate) fn is_numbers(&self) -> bool {
        self.values > 0 && self.numbers * 10 >= self.values * 9 && self.leading_zeros == 0
    }

    /// Whether every row has a value of its own, as the id of an order is.
    pub(crate) fn is_unique(&self) -> bool {
        self.values > 2 && self.values == self.rows && self.distinct.len() as u64 == self.compared
    }

    /// Whether nearly all values are e-mail addresses.
    pub(crate) fn is_addresses(&self) -> bool {
        self.values > 0 && self.addresses * 10 >= self.values * 9
    }

    /// What the values are taken as where they are compared.
    pub(crate) fn kind(&self) -> Kind {
        if self.is_dates() {
            Kind::Date
        } else if self.is_numbers() {
            Kind::Number
        } else {
            Kind::Text
        }
    }

    /// Whether values repeat and tell groups of rows apart: at least two
    /// different, at most 200 and half as many as there are values, and no
    /// longer than 40 letters on average.
    pub(crate) fn makes_groups(&self) -> bool {
        let different = self.distinct.len() as u64;
        (2..=200).contains(&different)
            && different * 2 <= self.values
            && self.length <= self.values * 40
            && self.addresses == 0
            && !self.is_dates()
    }
}
