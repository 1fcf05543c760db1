//! The message files, read at compile time, one bundle per language.

use std::collections::HashMap;

use fluent_templates::fluent_bundle::FluentValue;
use fluent_templates::{LanguageIdentifier, langid, static_loader};
use kernel::Language;

use crate::numbers;

static_loader! {
    static MESSAGES = {
        locales: "./messages",
        fallback_language: "en",
        customise: |bundle| {
            bundle.set_use_isolating(false);
            let shown = bundle.locales.first().map_or("en", |locale| locale.language.as_str());
            bundle.set_formatter(Some(match shown {
                "ru" => |value, _| show(value, Language::Russian),
                "ro" => |value, _| show(value, Language::Romanian),
                "el" => |value, _| show(value, Language::Greek),
                "hy" => |value, _| show(value, Language::Armenian),
                _ => |value, _| show(value, Language::English),
            }));
        },
    };
}

/// The message `key` of `language`, filled in; `‹key›` where that cannot be done.
pub fn look_up(
    language: Language,
    key: &str,
    variables: &[(&'static str, FluentValue<'_>)],
) -> String {
    let variables: HashMap<_, _> =
        variables.iter().map(|(name, value)| (*name, countable(language, value))).collect();
    MESSAGES
        .lookup_single_language(&identifier(language), key, Some(&variables))
        .unwrap_or_else(|_| format!("‹{key}›"))
}

/// The value as the plural rules can bear it.
///
/// They panic on numbers that are not finite or too large for `u64`, which are
/// therefore passed as text. And their Romanian rule knows 2 to 19 but not 102
/// to 119 and so on, which take the same form ("119 clienți", not "119 de
/// clienți"; CLDR: n % 100 = 1..19, n != 1). A number with decimals takes it
/// too, so those are passed as if they had one; what is shown is the value.
fn countable<'a>(language: Language, value: &FluentValue<'a>) -> FluentValue<'a> {
    match value {
        FluentValue::Number(number) if number.value.abs() < MAX_COUNT => {
            let mut number = number.clone();
            let tail = number.value % 100.0;
            let takes_few = number.value > 100.0 && (1.0..=19.0).contains(&tail);
            if language == Language::Romanian && takes_few {
                number.options.minimum_fraction_digits = Some(1);
            }
            number.into()
        }
        FluentValue::Number(number) => numbers::shortest(language, number.value).into(),
        other => other.clone(),
    }
}

/// Above it an `f64` no longer holds every whole number (2^53).
const MAX_COUNT: f64 = 9_007_199_254_740_992.0;

fn identifier(language: Language) -> LanguageIdentifier {
    match language {
        Language::English => langid!("en"),
        Language::Russian => langid!("ru"),
        Language::Romanian => langid!("ro"),
        Language::Greek => langid!("el"),
        Language::Armenian => langid!("hy"),
    }
}

/// Numbers as the language writes them; texts are left to the bundle.
fn show(value: &FluentValue<'_>, language: Language) -> Option<String> {
    match value {
        FluentValue::Number(number) => Some(numbers::shortest(language, number.value)),
        _ => None,
    }
}
