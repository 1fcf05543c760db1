//! The form that says how files are read: which column holds which field, and
//! how dates and amounts are written.

use domain::know::imports::HowRead;
use domain::know::uploads::Findings;

use crate::components::{Choice, Input, Kind};
use crate::{Problem, Reader};

/// The fields of an order, by their names: those that are needed first.
const FIELDS: [&str; 17] = [
    "customer", "email", "phone", "date", "time", "order", "amount", "quantity", "price",
    "currency", "status", "refunded", "product", "category", "source", "country", "discount",
];
/// Orders of day, month and year.
const DATE_ORDERS: [&str; 3] = ["dmy", "mdy", "ymd"];
/// Decimal signs.
const DECIMALS: [&str; 2] = [".", ","];
/// The form's names of what is not a column.
const DATE_ORDER: &str = "date_order";
const DECIMAL: &str = "decimal";
const CODE: &str = "currency_code";
const DUPLICATES: &str = "drop_duplicates";

/// What was typed and cannot be.
pub struct Wrong {
    /// The currency, as it was typed.
    pub currency: String,
}

/// What is filled in, as it is read now.
pub fn inputs(
    reader: Reader,
    found: &Findings,
    how: &HowRead,
    wrong: Option<&Wrong>,
) -> Vec<Input> {
    let mut inputs: Vec<Input> =
        FIELDS.iter().map(|field| column(reader, found, how, field)).collect();
    let written =
        |key: &str| found.written.iter().find(|(of, _)| of == key).map(|(_, value)| value.clone());
    let by_itself = || Choice { value: String::new(), words: reader.say("upload-by-itself") };
    let choice = |name: &str, key: &str, said: Option<&String>, choices: Vec<Choice>| Input {
        kind: Kind::Choice(std::iter::once(by_itself()).chain(choices).collect()),
        value: said.cloned().unwrap_or_default(),
        ..Input::line(name, reader.say(key))
    };
    let orders = DATE_ORDERS.map(|order| Choice {
        value: order.to_owned(),
        words: reader.say(&format!("date_order-{order}")),
    });
    inputs.push(choice(DATE_ORDER, "role-date_order", how.date_order.as_ref(), orders.into()));
    let marks = DECIMALS.map(|mark| Choice { value: mark.to_owned(), words: format!("1{mark}50") });
    inputs.push(choice(DECIMAL, "role-decimal", how.decimal.as_ref(), marks.into()));
    let said = how.currency.map(|currency| currency.to_string());
    let currency = Input {
        value: wrong.map(|wrong| wrong.currency.clone()).or(said).unwrap_or_default(),
        hint: Some(match written("currency") {
            Some(code) => {
                reader.phrases.say_with("upload-currency-found", &[("code", code.into())])
            }
            None => reader.say("upload-currency.hint"),
        }),
        error: wrong.map(|_| reader.say("upload-currency-refused")),
        kind: Kind::Code,
        ..Input::line(CODE, reader.say("upload-currency"))
    };
    // What is missing comes first.
    let place = if found.lacks_currency() { 0 } else { inputs.len() };
    inputs.insert(place, currency);
    inputs.push(Input {
        kind: Kind::Tick,
        value: how.drop_duplicates.to_string(),
        ..Input::line(DUPLICATES, reader.say("upload-duplicates"))
    });
    inputs
}

/// The column of a field: the one it is in now, or another.
fn column(reader: Reader, found: &Findings, how: &HowRead, field: &str) -> Input {
    let of = |pairs: &[(String, String)]| {
        pairs.iter().find(|(named, _)| named == field).map(|(_, column)| column.clone())
    };
    let now = of(&how.columns).or_else(|| of(&found.mapping));
    // What is found by itself cannot be unfound, only be found elsewhere.
    let none = now.is_none().then(|| Choice { value: String::new(), words: "–".to_owned() });
    let columns = found.columns.iter();
    let columns = columns.map(|name| Choice { value: name.clone(), words: name.clone() });
    let is_missing = found.missing.as_deref() == Some(field);
    Input {
        error: is_missing.then(|| reader.say("upload-choose-column")),
        kind: Kind::Choice(none.into_iter().chain(columns).collect()),
        value: now.unwrap_or_default(),
        ..Input::line(field, reader.say(&format!("role-{field}")))
    }
}

/// What the form says.
///
/// # Errors
/// The same with what was typed wrong in it; where a browser sends what no form
/// of ours can.
pub fn read(
    found: &Findings,
    sent: &[(String, String)],
) -> Result<Result<HowRead, (HowRead, Wrong)>, Problem> {
    let malformed = |name: &str| Problem::Malformed(format!("{name}: cannot be read"));
    let mut how = HowRead::default();
    let mut wrong = None;
    for (name, value) in sent {
        let value = value.trim();
        if value.is_empty() {
            continue;
        }
        match name.as_str() {
            field if FIELDS.contains(&field) => {
                if !found.columns.iter().any(|column| column.trim() == value) {
                    return Err(malformed(field));
                }
                how.columns.push((field.to_owned(), value.to_owned()));
            }
            DATE_ORDER if DATE_ORDERS.contains(&value) => how.date_order = Some(value.to_owned()),
            DECIMAL if DECIMALS.contains(&value) => how.decimal = Some(value.to_owned()),
            CODE => match value.to_uppercase().parse() {
                Ok(currency) => how.currency = Some(currency),
                Err(_) => wrong = Some(Wrong { currency: value.to_owned() }),
            },
            DUPLICATES => how.drop_duplicates = true,
            DATE_ORDER | DECIMAL => return Err(malformed(name)),
            _ => {}
        }
    }
    Ok(match wrong {
        Some(wrong) => Err((how, wrong)),
        None => Ok(how),
    })
}
