//! What pages and commands say alike of an import.

use domain::know::imports::{Counts, OtherCurrencies, OtherCurrency};
use phrases::{Phrases, Value};

/// What an import filled in, or what became of it once it was taken back.
#[must_use]
pub fn filled(phrases: Phrases, counts: &Counts) -> Vec<String> {
    let became = counts.undone.map(|undone| {
        vec![
            ("import-emptied", undone.fields_emptied),
            ("import-fields-left", undone.fields_kept),
            ("import-currencies-emptied", undone.currencies_emptied),
            ("import-currencies-left", undone.currencies_kept),
            ("import-currencies-gone", counts.currencies_gone()),
        ]
    });
    let said = became.filter(|said| said.iter().any(|(_, count)| *count > 0));
    let said = said.unwrap_or_else(|| {
        vec![
            ("import-filled", counts.applied.customers_filled),
            ("import-given-currency", counts.applied.orders_given_currency),
        ]
    });
    let some = said.into_iter().filter(|(_, count)| *count > 0);
    some.map(|(key, count)| phrases.say_with(key, &[("count", count.into())])).collect()
}

/// That the record has orders of the files in other currencies, and in which.
#[must_use]
pub fn in_other_currencies(phrases: Phrases, other: &OtherCurrencies) -> Option<String> {
    let (named, more) = other.named();
    match named.as_slice() {
        [] => None,
        [only] => Some(phrases.say_with("import-other-currency", &of_pair(only))),
        several => {
            let instead =
                |pair: &OtherCurrency| phrases.say_with("import-currency-instead", &of_pair(pair));
            let mut pairs: Vec<String> = several.iter().map(instead).collect();
            if more > 0 {
                pairs.push(phrases.say_with("import-currencies-more", &[("count", more.into())]));
            }
            let said = [("count", other.orders().into()), ("pairs", phrases.list(&pairs).into())];
            Some(phrases.say_with("import-other-currencies", &said))
        }
    }
}

fn of_pair(pair: &OtherCurrency) -> [(&'static str, Value<'_>); 3] {
    [
        ("count", pair.orders_in_another_currency.into()),
        ("ours", pair.currency_of_record.code().into()),
        ("theirs", pair.currency_of_files.code().into()),
    ]
}
