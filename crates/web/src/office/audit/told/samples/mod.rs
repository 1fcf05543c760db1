//! An event of every kind, with all that one can hold. Whoever adds a field to
//! an event is led here by the compiler.

mod know;
mod many;
mod office;

use chrono::{DateTime, NaiveDate, Utc};
use domain::know::fields::{CustomField, FieldId, Holds};
use serde_json::Value;
use store::log::Event;
use uuid::Uuid;

use self::know::{customers, interactions, orders};
use self::many::files_of_many;
use self::office::{office, settings, staff};

/// What somebody typed: of no language but Greek, whose letters are like no
/// word of the program's.
const TYPED: &str = "Ω";
/// Whom events know by their id.
pub const KNOWN: Uuid = Uuid::from_u128(1);

/// The field that the business made up.
pub fn own() -> CustomField {
    CustomField {
        id: own_id(),
        key: TYPED.into(),
        name: TYPED.into(),
        holds: Holds::YesNo,
        position: 0,
        removed: false,
    }
}

fn own_id() -> FieldId {
    Uuid::from_u128(2).into()
}

/// All of them, by their kinds.
pub fn all() -> Vec<(&'static str, Value)> {
    [customers(), orders(), interactions(), files_of_many(), staff(), office(), settings()].concat()
}

fn event<E: Event>(event: &E) -> (&'static str, Value) {
    (E::KIND, serde_json::to_value(event).unwrap())
}

fn typed() -> String {
    TYPED.to_owned()
}

fn at(hour: u32) -> DateTime<Utc> {
    day().and_hms_opt(hour, 0, 0).unwrap().and_utc()
}

fn day() -> NaiveDate {
    "2026-03-01".parse().unwrap()
}
