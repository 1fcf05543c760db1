//! Says what an import found, did and took back, or why it could not.

use std::collections::BTreeMap;

use domain::know::imports::{
    Applied, Counts, Import, ImportError, ImportId, OtherCurrencies, State,
};
use kernel::{Currency, Day, Money};
use measure::ledger::{Bought, BoughtOrder};
use phrases::Phrases;
use web::import_sentences::{filled, in_other_currencies};

use super::backup::moment;
use super::record::of_store_error;
use super::{in_english, of_spill};

/// What is in the files.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Found {
    /// Customers.
    pub customers: u64,
    /// Orders.
    pub orders: u64,
    /// Days of the first and the last order.
    pub days: Option<(Day, Day)>,
    /// What the orders that stand come to, by currency.
    pub sums: BTreeMap<Currency, i64>,
    /// Orders that were taken back whole.
    pub taken_back: u64,
}

impl Found {
    /// Whether there are amounts of which nothing says in what they are.
    fn lacks_currency(&self) -> bool {
        self.sums.iter().any(|(currency, minor)| !currency.is_known() && *minor != 0)
    }

    /// Counts an order.
    pub fn count(&mut self, order: &BoughtOrder) {
        self.orders += 1;
        self.days = Some(match self.days {
            Some((first, last)) => (first.min(order.day), last.max(order.day)),
            None => (order.day, order.day),
        });
        if order.is_taken_back {
            self.taken_back += 1;
        } else {
            let sum = self.sums.entry(order.currency).or_default();
            *sum = sum.saturating_add(order.amount);
        }
    }
}

/// What is in the files, and which of their rows make no order.
pub fn of_found(found: &Found, bought: &Bought, phrases: Phrases) -> String {
    let mut lines = Vec::new();
    if let Some((first, last)) = found.days {
        let sums: Vec<String> = found
            .sums
            .iter()
            .map(|(&currency, &minor)| phrases.money(Money::new(minor, currency)))
            .collect();
        let said = [
            ("customers", counted("import-customers", found.customers, phrases).into()),
            ("orders", counted("import-orders", found.orders, phrases).into()),
            ("first", phrases.day(first).into()),
            ("last", phrases.day(last).into()),
            ("sums", phrases.list(&sums).into()),
        ];
        lines.push(phrases.say_with("import-found", &said));
    }
    if found.lacks_currency() {
        lines.push(phrases.say("import-no-currency"));
    }
    lines.extend(each_of_some(
        [
            ("import-taken-back", found.taken_back),
            ("import-anonymous", bought.anonymous_rows),
            ("import-unmatched", bought.unmatched_returns),
            ("import-duplicates", bought.duplicates),
        ],
        phrases,
    ));
    ended(&lines)
}

/// What can be done after an import.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Next {
    /// Serving the record, to see what came in.
    Serve,
    /// Taking it back; the record is served without asking.
    TakeBack,
}

/// What became of the customers and orders, and what to do next with the
/// `record`, as it is named after a command: where nothing came in there is
/// nothing to take back.
pub fn of_counts(
    id: ImportId,
    counts: &Counts,
    next: Next,
    record: &str,
    phrases: Phrases,
) -> String {
    let applied = counts.applied;
    let is_repeat = applied.changed_nothing();
    let mut lines = Vec::new();
    if is_repeat {
        let known = (applied.customers_known, applied.orders_known);
        lines.push(both("import-nothing-new", known, phrases));
    } else {
        let new = (applied.customers_added, applied.orders_added);
        lines.push(both("import-added", new, phrases));
    }
    lines.extend(each_of_some(
        [
            ("import-filled", applied.customers_filled),
            ("import-known", if is_repeat { 0 } else { applied.orders_known }),
            ("import-differing", applied.orders_of_other_sums(&counts.other_currencies)),
            ("import-given-currency", applied.orders_given_currency),
            ("import-clashing", applied.orders_clashing),
        ],
        phrases,
    ));
    lines.extend(in_other_currencies(phrases, &counts.other_currencies));
    let next = match (next, is_repeat) {
        (Next::Serve, false) => Some("import-next"),
        (Next::Serve, true) => Some("import-next-see"),
        (Next::TakeBack, false) => Some("import-next-take-back"),
        (Next::TakeBack, true) => None,
    };
    let about = [("id", id.to_string().into()), ("record", record.into())];
    lines.extend(next.map(|next| phrases.say_with(next, &about)));
    ended(&lines)
}

/// What would become of the customers and orders.
pub fn of_foreseen(applied: &Applied, other: &OtherCurrencies, phrases: Phrases) -> String {
    let new = (applied.customers_added, applied.orders_added);
    let known = (applied.customers_known, applied.orders_known);
    let mut lines =
        vec![both("import-would-add", new, phrases), both("import-would-know", known, phrases)];
    lines.extend(each_of_some(
        [
            ("import-would-fill", applied.customers_filled),
            ("import-differing", applied.orders_of_other_sums(other)),
            ("import-would-give-currency", applied.orders_given_currency),
            ("import-would-clash", applied.orders_clashing),
        ],
        phrases,
    ));
    lines.extend(in_other_currencies(phrases, other));
    ended(&lines)
}

/// What was taken back and what was left.
pub fn of_undone(counts: &Counts, phrases: Phrases) -> String {
    let undone = counts.undone.unwrap_or_default();
    let taken_out = (undone.customers_removed, undone.orders_removed);
    let left = (undone.customers_kept, undone.orders_kept);
    let mut lines = vec![both("import-taken-out", taken_out, phrases)];
    if left.0 + left.1 > 0 {
        lines.push(both("import-left", left, phrases));
    }
    lines.extend(each_of_some(
        [
            ("import-emptied", undone.fields_emptied),
            ("import-fields-left", undone.fields_kept),
            ("import-currencies-emptied", undone.currencies_emptied),
            ("import-currencies-left", undone.currencies_kept),
            ("import-currencies-gone", counts.currencies_gone()),
            ("import-products-out", undone.products_removed),
        ],
        phrases,
    ));
    ended(&lines)
}

/// An import in a list: two lines.
pub fn of_import(import: &Import, phrases: Phrases) -> String {
    let applied = import.counts.applied;
    let known = (applied.customers_known, applied.orders_known);
    let (key, state, (customers, orders)) = match import.state {
        State::Applied if import.brought_nothing() => ("import-listed-known", "repeat", known),
        State::Applied if import.only_filled() => ("import-listed-did", "filled", (0, 0)),
        state if import.only_filled() => ("import-listed-did", state.name(), (0, 0)),
        state => ("import-listed", state.name(), import.brought()),
    };
    let said = [
        ("did", phrases.list(&filled(phrases, &import.counts)).into()),
        ("state", phrases.say(&format!("import-is-{state}")).into()),
        ("customers", counted("import-customers", customers, phrases).into()),
        ("orders", counted("import-orders", orders, phrases).into()),
        ("moment", moment(import.started_at, phrases).into()),
        ("files", phrases.list(&import.files).into()),
    ];
    ended(&[import.id.to_string(), format!("  {}", phrases.say_with(key, &said))])
}

/// Why something about an import was not done.
pub(super) fn of_import_error(error: &ImportError, phrases: Phrases) -> String {
    match error {
        ImportError::AnotherIsOpen(id) => of_open_import(*id, "", phrases),
        ImportError::NotPossible(state) => {
            let state = phrases.say(&format!("import-is-{}", state.name()));
            phrases.say_with("import-not-possible", &[("state", state.into())])
        }
        ImportError::BroughtNothing => phrases.say("import-brought-nothing"),
        ImportError::FilesChanged => phrases.say("import-files-changed"),
        ImportError::Unknown => phrases.say("import-unknown"),
        ImportError::Spill(why) => of_spill(why, phrases),
        ImportError::Store(error) => of_store_error(error, phrases),
        // What the files say is checked before it comes so far: a defect,
        // which whoever reports it quotes.
        ImportError::PartMissing(_) | ImportError::Customer(_) => in_english(error, phrases),
    }
}

/// That another import is to be ended first, of the `record` as it is named
/// after a command.
pub(super) fn of_open_import(id: ImportId, record: &str, phrases: Phrases) -> String {
    let about = [("id", id.to_string().into()), ("record", record.into())];
    phrases.say_with("import-another-is-open", &about)
}

fn counted(key: &str, count: u64, phrases: Phrases) -> String {
    phrases.say_with(key, &[("count", count.into())])
}

/// A sentence about customers and orders.
fn both(key: &str, (customers, orders): (u64, u64), phrases: Phrases) -> String {
    let said = [
        ("customers", counted("import-customers", customers, phrases).into()),
        ("orders", counted("import-orders", orders, phrases).into()),
    ];
    phrases.say_with(key, &said)
}

/// A sentence about each number, and nothing about nothing.
fn each_of_some(
    counts: impl IntoIterator<Item = (&'static str, u64)>,
    phrases: Phrases,
) -> impl Iterator<Item = String> {
    let some = counts.into_iter().filter(|(_, count)| *count > 0);
    some.map(move |(key, count)| counted(key, count, phrases))
}

fn ended(lines: &[String]) -> String {
    let mut ended = lines.join("\n");
    ended.push('\n');
    ended
}
