//! Numbers as each language writes them (CLDR, by way of ICU4X).

use std::cell::OnceCell;

use icu_decimal::DecimalFormatter;
use icu_decimal::input::Decimal;
use icu_decimal::options::DecimalFormatterOptions;
use icu_locale_core::{Locale, locale};
use kernel::Language;

use crate::Phrases;

/// What stands where there is no number: NaN and the infinities are never shown.
const NO_NUMBER: &str = "–";

impl Phrases {
    /// A whole number: "1,234" in English, "1 234" in Russian.
    #[must_use]
    pub fn integer(self, number: impl Into<i128>) -> String {
        format(self.language(), &Decimal::from(number.into()))
    }

    /// A number with exactly `digits` decimals, rounded; "–" where it is not finite.
    #[must_use]
    pub fn decimal(self, number: f64, digits: usize) -> String {
        written(self.language(), number, digits)
    }

    /// A fraction as per cent, with exactly `digits` decimals: 0.2037 is
    /// "20.4%" in English, "20,4 %" in Russian and Romanian.
    #[must_use]
    pub fn percent(self, fraction: f64, digits: usize) -> String {
        if !fraction.is_finite() {
            return NO_NUMBER.to_owned();
        }
        let number = self.decimal(fraction * 100.0, digits);
        match self.language() {
            Language::Russian | Language::Romanian => format!("{number}\u{a0}%"),
            Language::English | Language::Greek | Language::Armenian => format!("{number}%"),
        }
    }
}

/// The locale of `language` for numbers and days. English writes the day
/// before the month, which no reader of the other order can misread.
pub fn locale_of(language: Language) -> Locale {
    match language {
        Language::English => locale!("en-GB"),
        Language::Russian => locale!("ru"),
        Language::Romanian => locale!("ro"),
        Language::Greek => locale!("el"),
        Language::Armenian => locale!("hy"),
    }
}

/// A number with as many decimals as it needs, at most three.
pub fn shortest(language: Language, number: f64) -> String {
    let text = format!("{number:.3}");
    let digits = text.trim_end_matches('0').split_once('.').map_or(0, |(_, after)| after.len());
    written(language, number, digits)
}

/// Writes `decimal` with the language's signs and groups.
pub fn format(language: Language, decimal: &Decimal) -> String {
    with_formatter(language, |formatter| match formatter {
        Some(formatter) => formatter.format(decimal).to_string(),
        None => decimal.to_string(),
    })
}

fn written(language: Language, number: f64, digits: usize) -> String {
    let text = format!("{number:.digits$}");
    // Minus zero would show a sign that says nothing.
    let is_zero = text.bytes().all(|byte| matches!(byte, b'-' | b'.' | b'0'));
    let text = if is_zero { text.trim_start_matches('-') } else { &text };
    match Decimal::try_from_str(text) {
        Ok(decimal) => format(language, &decimal),
        Err(_) => NO_NUMBER.to_owned(),
    }
}

/// Formatters are not shared between threads, and building one takes longer
/// than using it, so each thread keeps its own.
fn with_formatter<T>(language: Language, run: impl FnOnce(Option<&DecimalFormatter>) -> T) -> T {
    thread_local! {
        static FORMATTERS: [OnceCell<Option<DecimalFormatter>>; Language::ALL.len()] =
            const { [const { OnceCell::new() }; Language::ALL.len()] };
    }
    FORMATTERS.with(|formatters| {
        let formatter = formatters[language as usize].get_or_init(|| {
            DecimalFormatter::try_new(
                locale_of(language).into(),
                DecimalFormatterOptions::default(),
            )
            .ok()
        });
        run(formatter.as_ref())
    })
}
