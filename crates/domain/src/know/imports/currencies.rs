//! Orders that the record has in one currency and the files in another, by which
//! two these are.

use std::cmp::Reverse;

use kernel::Currency;
use serde::{Deserialize, Serialize};

/// So many pairs of currencies are named; whoever brings in more of them has read
/// the files wrongly.
const NAMED: usize = 3;

/// Orders that the record has in one currency and the files in another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct OtherCurrency {
    /// So many.
    pub orders_in_another_currency: u64,
    /// In what the record has them, and keeps them.
    pub currency_of_record: Currency,
    /// In what the files have them.
    pub currency_of_files: Currency,
}

/// All such orders, each pair of currencies once, as they were met.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "Kept")]
pub struct OtherCurrencies(Vec<OtherCurrency>);

/// As they are kept: earlier programs kept the first pair alone.
#[derive(Deserialize)]
#[serde(untagged)]
enum Kept {
    Each(Vec<OtherCurrency>),
    First(Option<OtherCurrency>),
}

impl From<Kept> for OtherCurrencies {
    fn from(kept: Kept) -> Self {
        match kept {
            Kept::Each(pairs) => Self(pairs),
            Kept::First(pair) => Self(pair.into_iter().collect()),
        }
    }
}

impl FromIterator<OtherCurrency> for OtherCurrencies {
    fn from_iter<I: IntoIterator<Item = OtherCurrency>>(pairs: I) -> Self {
        Self(pairs.into_iter().collect())
    }
}

impl OtherCurrencies {
    /// Counts an order that the record has in one currency and the files in another.
    pub(super) fn count(&mut self, (of_record, of_files): (Currency, Currency)) {
        let is_same = |pair: &&mut OtherCurrency| {
            (pair.currency_of_record, pair.currency_of_files) == (of_record, of_files)
        };
        match self.0.iter_mut().find(is_same) {
            Some(pair) => pair.orders_in_another_currency += 1,
            None => self.0.push(OtherCurrency {
                orders_in_another_currency: 1,
                currency_of_record: of_record,
                currency_of_files: of_files,
            }),
        }
    }

    /// Each pair of currencies.
    pub fn iter(&self) -> impl Iterator<Item = &OtherCurrency> {
        self.0.iter()
    }

    /// Whether there are no such orders.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// How many orders there are.
    #[must_use]
    pub fn orders(&self) -> u64 {
        self.0.iter().map(|pair| pair.orders_in_another_currency).sum()
    }

    /// A few pairs to be named, those with most orders first, and how many more
    /// there are.
    #[must_use]
    pub fn named(&self) -> (Vec<OtherCurrency>, u64) {
        let mut pairs = self.0.clone();
        pairs.sort_by_key(|pair| {
            let OtherCurrency { orders_in_another_currency, currency_of_record, .. } = *pair;
            (Reverse(orders_in_another_currency), currency_of_record, pair.currency_of_files)
        });
        let more = pairs.len().saturating_sub(NAMED) as u64;
        pairs.truncate(NAMED);
        (pairs, more)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pair(orders: u64, of_record: &str, of_files: &str) -> OtherCurrency {
        OtherCurrency {
            orders_in_another_currency: orders,
            currency_of_record: of_record.parse().unwrap(),
            currency_of_files: of_files.parse().unwrap(),
        }
    }

    #[test]
    fn each_pair_is_counted_and_those_with_most_orders_are_named() {
        let mut met = OtherCurrencies::default();
        for (times, of_record, of_files) in
            [(1, "USD", "EUR"), (3, "GBP", "EUR"), (2, "USD", "AMD"), (1, "AMD", "EUR")]
        {
            for _ in 0..times {
                met.count((of_record.parse().unwrap(), of_files.parse().unwrap()));
            }
        }
        assert_eq!(met.orders(), 7);
        let named = [pair(3, "GBP", "EUR"), pair(2, "USD", "AMD"), pair(1, "AMD", "EUR")];
        assert_eq!(met.named(), (named.to_vec(), 1));
    }

    #[test]
    fn what_an_earlier_program_kept_is_read() {
        let first = r#"{"orders_in_another_currency":2,"currency_of_record":"USD","currency_of_files":"EUR"}"#;
        let one: OtherCurrencies = [pair(2, "USD", "EUR")].into_iter().collect();
        for (kept, expected) in [
            (first.to_owned(), one.clone()),
            (format!("[{first}]"), one.clone()),
            ("null".to_owned(), OtherCurrencies::default()),
        ] {
            assert_eq!(serde_json::from_str::<OtherCurrencies>(&kept).unwrap(), expected);
        }
        let again = serde_json::to_string(&one).unwrap();
        assert_eq!(serde_json::from_str::<OtherCurrencies>(&again).unwrap(), one);
    }
}
