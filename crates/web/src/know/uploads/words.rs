//! Files on their way into the record, in words.

use std::collections::BTreeSet;

use domain::know::imports::OtherCurrency;
use domain::know::uploads::{Findings, Phase, Remark, State, Upload};
use kernel::{Currency, Day, Language, Money};
use phrases::{Asker, Value};

use crate::Reader;
use crate::components::{Meter, Step, StepState, Steps};
use crate::know::imports::sentences::in_other_currencies;

/// What remarks are filled with.
const TEXTS: [&str; 7] = ["file", "files", "sheet", "column", "columns", "example", "examples"];

/// The steps into the record.
pub fn steps(reader: Reader, state: Option<State>) -> Steps {
    let (sent, looked, imported) = match state {
        None => (StepState::Now, StepState::Later, StepState::Later),
        Some(State::Looking | State::Looked) => (StepState::Done, StepState::Now, StepState::Later),
        Some(State::Importing) => (StepState::Done, StepState::Done, StepState::Now),
        Some(State::Imported) => (StepState::Done, StepState::Done, StepState::Done),
    };
    let step = |key: &str, state| Step { name: reader.say(key), when: String::new(), state };
    Steps {
        label: reader.say("upload-title"),
        steps: vec![
            step("upload-step-send", sent),
            step("upload-step-check", looked),
            step("upload-step-import", imported),
        ],
    }
}

/// How far the work on files is.
pub fn meter(reader: Reader, upload: &Upload) -> Meter {
    let phrases = reader.phrases;
    let megabytes = |bytes: u64| phrases.decimal(bytes as f64 / 1e6, 1);
    let words = match upload.phase {
        Phase::Reading => phrases.say_with(
            "upload-bytes",
            &[("done", megabytes(upload.done).into()), ("whole", megabytes(upload.whole).into())],
        ),
        Phase::Staging => phrases.say_with("import-customers", &[("count", upload.done.into())]),
        Phase::Applying => String::new(),
    };
    Meter {
        id: "done",
        label: reader.say(&format!("upload-is-{}", upload.phase.name())),
        done: upload.done,
        of: upload.whole,
        words,
    }
}

/// What was written down in every language, in this one.
pub fn said(words: &[(Language, String)], language: Language) -> String {
    let mut words = words.iter();
    words.find(|(of, _)| *of == language).map(|(_, words)| words.clone()).unwrap_or_default()
}

/// What is in the files, sentence by sentence; nothing about nothing.
pub fn content(reader: Reader, found: &Findings) -> Vec<String> {
    let Some(content) = &found.content else { return Vec::new() };
    let phrases = reader.phrases;
    let counted = |key: &str, count: u64| phrases.say_with(key, &[("count", count.into())]);
    let mut told = Vec::new();
    if let Some((first, last)) = content.days {
        let sums: Vec<String> = content
            .sums
            .iter()
            .map(|(currency, minor)| phrases.money(Money::new(*minor, *currency)))
            .collect();
        let day = |day: Day| Value::from(phrases.day(day));
        told.push(phrases.say_with(
            "import-found",
            &[
                ("customers", counted("import-customers", content.customers).into()),
                ("orders", counted("import-orders", content.orders).into()),
                ("first", day(first)),
                ("last", day(last)),
                ("sums", phrases.list(&sums).into()),
            ],
        ));
    }
    if found.lacks_currency() {
        told.push(reader.say("upload-no-currency"));
    }
    let both = |key: &str, customers: u64, orders: u64| {
        let customers = counted("import-customers", customers).into();
        let orders = counted("import-orders", orders).into();
        phrases.say_with(key, &[("customers", customers), ("orders", orders)])
    };
    let would_do = content.would_do;
    if content.orders > 0 && found.brings_nothing() {
        told.push(reader.say("upload-nothing-new"));
    } else if content.orders > 0 {
        told.push(both("upload-new", would_do.customers_added, would_do.orders_added));
    }
    if would_do.customers_known + would_do.orders_known > 0 {
        told.push(both("upload-known", would_do.customers_known, would_do.orders_known));
    }
    let each = [
        ("import-would-fill", would_do.customers_filled),
        ("import-differing", would_do.orders_of_other_sums(&content.other_currencies)),
        ("import-would-give-currency", would_do.orders_given_currency),
        ("import-would-clash", would_do.orders_clashing),
        ("import-taken-back", content.taken_back),
        ("import-anonymous", content.anonymous),
        ("import-unmatched", content.unmatched_returns),
        ("import-duplicates", content.duplicates),
    ];
    told.extend(
        each.into_iter().filter(|(_, count)| *count > 0).map(|(key, count)| counted(key, count)),
    );
    told
}

/// What somebody has to know before they bring files in: that the record has
/// orders of theirs in another currency.
pub fn warned(reader: Reader, found: &Findings) -> Option<String> {
    let content = found.content.as_ref()?;
    let stand = in_other_currencies(reader.phrases, &content.other_currencies)?;
    if content.would_do.orders_added == 0 {
        return Some(stand);
    }
    let each = |currency: fn(&OtherCurrency) -> Currency| {
        let different: BTreeSet<Currency> = content.other_currencies.iter().map(currency).collect();
        let codes: Vec<String> = different.iter().map(ToString::to_string).collect();
        reader.phrases.list(&codes)
    };
    let said = [
        ("ours", each(|pair| pair.currency_of_record).into()),
        ("theirs", each(|pair| pair.currency_of_files).into()),
    ];
    let come = reader.phrases.say_with("upload-other-currency", &said);
    Some(format!("{stand}. {come}"))
}

/// What importing them will do, on the button.
pub fn import(reader: Reader, upload: &Upload) -> String {
    let content = upload.found.content.as_ref();
    match content.map_or(0, |content| content.would_do.orders_added) {
        0 => reader.say("upload-import-rest"),
        orders => reader.phrases.say_with("upload-import", &[("count", orders.into())]),
    }
}

/// Something to know about how the files are read.
pub fn remark(reader: Reader, remark: &Remark) -> String {
    let text = |name: &'static str| {
        let mut texts = remark.texts.iter();
        texts.find(|(of, _)| of == name).map(|(_, text)| (name, Value::from(text.as_str())))
    };
    let count = remark.count.map(|count| ("count", count.into()));
    let asker = [Asker::Page.variable()];
    let filled: Vec<_> = TEXTS.into_iter().filter_map(text).chain(count).chain(asker).collect();
    reader.phrases.say_with(&remark.key, &filled)
}

/// Which fields a column holds.
pub fn fields_of(reader: Reader, found: &Findings, column: &str) -> String {
    let of_column = found.mapping.iter().filter(|(_, named)| named == column);
    let mut fields: Vec<String> =
        of_column.map(|(field, _)| reader.say(&format!("role-{field}"))).collect();
    if found.names.iter().any(|name| name == column) {
        fields.push(reader.say("field-name"));
    }
    reader.phrases.list(&fields)
}

/// How values are written: what of it, and how.
pub fn read_as(reader: Reader, found: &Findings) -> Vec<(String, String)> {
    let written = found.written.iter().map(|(key, value)| {
        let value = match (key.as_str(), value.as_str()) {
            ("date_order", order) => reader.say(&format!("date_order-{order}")),
            _ => value.clone(),
        };
        (reader.say(&format!("role-{key}")), value)
    });
    written.collect()
}
