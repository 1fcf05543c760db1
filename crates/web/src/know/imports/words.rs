//! Imports in words.

use domain::know::imports::{Counts, Import, State, Undone};

use super::sentences::{filled, in_other_currencies};
use crate::Reader;
use crate::components::{Status, Tone};

/// How far an import is; of one that is not in the record, whether a job is at
/// work on it makes the difference between going on and broken off.
pub fn status(reader: Reader, import: &Import, is_at_work: bool) -> Status {
    let is_repeat = import.brought_nothing();
    let name = match import.state {
        State::Staging if is_at_work => "reading",
        State::Staged if is_at_work => "entering",
        State::Applied if is_repeat => "repeat",
        State::Applied if import.only_filled() => "filled",
        state @ (State::Staging
        | State::Staged
        | State::Applied
        | State::Undone
        | State::Discarded) => state.name(),
    };
    let tone = match import.state {
        State::Applied if is_repeat => Tone::Quiet,
        State::Applied => Tone::Good,
        State::Staging | State::Staged => Tone::Accent,
        State::Undone | State::Discarded => Tone::Quiet,
    };
    Status { tone, icon: None, words: reader.say(&format!("import-is-{name}")) }
}

/// A sentence about a number of things.
pub fn counted(reader: Reader, key: &str, count: u64) -> String {
    reader.phrases.say_with(key, &[("count", count.into())])
}

/// What an import found and did, sentence by sentence; nothing about nothing.
pub fn told(reader: Reader, state: State, counts: &Counts) -> Vec<String> {
    let applied = counts.applied;
    let (mut told, mut each) = (Vec::new(), Vec::new());
    match state {
        State::Applied => {
            let is_repeat = applied.changed_nothing();
            if is_repeat {
                let known = (applied.customers_known, applied.orders_known);
                told.push(both(reader, "import-nothing-new", known));
            } else {
                let new = (applied.customers_added, applied.orders_added);
                told.push(both(reader, "import-added", new));
            }
            told.extend(in_other_currencies(reader.phrases, &counts.other_currencies));
            each.extend([
                ("import-filled", applied.customers_filled),
                ("import-known", if is_repeat { 0 } else { applied.orders_known }),
                ("import-differing", applied.orders_of_other_sums(&counts.other_currencies)),
                ("import-given-currency", applied.orders_given_currency),
                ("import-clashing", applied.orders_clashing),
            ]);
        }
        // What was taken back is told below; that it came in is not so any more.
        State::Staging | State::Staged | State::Undone | State::Discarded => {}
    }
    each.extend([
        ("import-anonymous", counts.read.anonymous),
        ("import-unmatched", counts.read.unmatched_returns),
    ]);
    if let Some(undone) = &counts.undone {
        told.push(both(
            reader,
            "import-taken-out",
            (undone.customers_removed, undone.orders_removed),
        ));
        let Undone { customers_kept, orders_kept, .. } = *undone;
        if customers_kept + orders_kept > 0 {
            told.push(both(reader, "import-left", (customers_kept, orders_kept)));
        }
        each.push(("import-emptied", undone.fields_emptied));
        each.push(("import-fields-left", undone.fields_kept));
        each.push(("import-currencies-emptied", undone.currencies_emptied));
        each.push(("import-currencies-left", undone.currencies_kept));
        each.push(("import-currencies-gone", counts.currencies_gone()));
        each.push(("import-products-out", undone.products_removed));
    }
    let said = each.into_iter().filter(|(_, count)| *count > 0);
    told.extend(said.map(|(key, count)| counted(reader, key, count)));
    told
}

/// What an import that brought no customers and no orders found in the record, or
/// filled in.
pub fn instead(reader: Reader, import: &Import) -> Option<String> {
    let applied = import.counts.applied;
    let known = (applied.customers_known, applied.orders_known);
    if import.brought_nothing() {
        return Some(both(reader, "import-would-know", known));
    }
    import.only_filled().then(|| reader.phrases.list(&filled(reader.phrases, &import.counts)))
}

/// What taking it back takes out of the record.
pub fn undoing(reader: Reader, import: &Import) -> String {
    if import.only_filled() {
        return reader.say("imports-undo-filled-ask");
    }
    let applied = import.counts.applied;
    both(reader, "imports-undo-ask", (applied.customers_added, applied.orders_added))
}

fn both(reader: Reader, key: &str, (customers, orders): (u64, u64)) -> String {
    let said = [
        ("customers", counted(reader, "import-customers", customers).into()),
        ("orders", counted(reader, "import-orders", orders).into()),
    ];
    reader.phrases.say_with(key, &said)
}
