//! Says what of the command line cannot be, in the user's language. What only
//! the parser knows about (an option that is none, one too few) stays in its
//! own words.

use clap::error::{ContextKind, ContextValue};
use documents::orders::{ColumnMapError, Field, UnknownField};
use kernel::{DayError, MoneyError, UnknownLanguage};
use phrases::Phrases;
use std::error::Error;
use store::db::PlaceError;

use crate::quantities::{Memory, QuantityError};
use crate::record::arguments::NotAnImport;

/// The sentence about a value that its option does not take; `None` where the
/// parser has to say it.
pub fn of_usage(error: &clap::Error, phrases: Phrases) -> Option<String> {
    let reason = of_value(error.source()?, phrases)?;
    let Some(ContextValue::String(option)) = error.get(ContextKind::InvalidArg) else {
        return Some(reason);
    };
    let option = option.split(' ').next().unwrap_or(option);
    // What has no name of its own on the command line is named by its reason.
    if !option.starts_with('-') {
        return Some(reason);
    }
    let variables = [("option", option.into()), ("reason", reason.into())];
    Some(phrases.say_with("usage-of-option", &variables))
}

fn of_value(error: &(dyn Error + 'static), phrases: Phrases) -> Option<String> {
    let about = |key: &str, text: &str| Some(phrases.say_with(key, &[("text", text.into())]));
    if let Some(error) = error.downcast_ref() {
        return Some(of_quantity(error, phrases));
    }
    if let Some(error) = error.downcast_ref() {
        return Some(of_map(error, phrases));
    }
    if let Some(DayError(text)) = error.downcast_ref() {
        return about("usage-day", text);
    }
    if let Some(MoneyError::Currency(text)) = error.downcast_ref() {
        return about("usage-currency", text);
    }
    if let Some(NotAnImport(text)) = error.downcast_ref() {
        return about("usage-import", text);
    }
    match error.downcast_ref() {
        Some(PlaceError::Unknown(text)) => return about("record-no-place", text),
        Some(PlaceError::Url(error)) => return about("record-wrong-url", &error.to_string()),
        None => {}
    }
    let UnknownLanguage(text) = error.downcast_ref()?;
    about("usage-language", text)
}

fn of_quantity(error: &QuantityError, phrases: Phrases) -> String {
    let (key, text) = match error {
        QuantityError::Share(text) => ("usage-share", text),
        QuantityError::ShareRange(text) => ("usage-share-range", text),
        QuantityError::WholeShare(text) => ("usage-share-whole", text),
        QuantityError::Months(text) => ("usage-months", text),
        QuantityError::Days(text) => ("usage-days", text),
        QuantityError::Memory(text) => ("usage-memory", text),
        QuantityError::TooLittleMemory(text) => {
            let least = Memory::LEAST.to_string();
            let variables = [("text", text.as_str().into()), ("least", least.into())];
            return phrases.say_with("usage-memory-least", &variables);
        }
        QuantityError::Period(text) => ("usage-period", text),
        QuantityError::EmptyPeriod(text) => ("usage-period-empty", text),
    };
    phrases.say_with(key, &[("text", text.as_str().into())])
}

fn of_map(error: &ColumnMapError, phrases: Phrases) -> String {
    let (key, text) = match error {
        ColumnMapError::NoColumn(text) => ("usage-map-no-column", text.as_str()),
        ColumnMapError::Field(UnknownField(text)) => {
            let fields = Field::ALL.map(Field::key).join(", ");
            let variables = [("text", text.as_str().into()), ("fields", fields.into())];
            return phrases.say_with("usage-map-field", &variables);
        }
        ColumnMapError::DateOrder(text) => ("usage-map-date-order", text.as_str()),
        ColumnMapError::Decimal(text) => ("usage-map-decimal", text.as_str()),
        ColumnMapError::Twice(field) => ("usage-map-twice", field.key()),
        ColumnMapError::Quote(text) => ("usage-map-quote", text.as_str()),
    };
    phrases.say_with(key, &[("text", text.into())])
}
