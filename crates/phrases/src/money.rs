//! Money as each language writes it.

use icu_decimal::input::Decimal;
use kernel::{Currency, Language, Money};

use crate::{Phrases, numbers};

impl Phrases {
    /// An amount with its minor units: "$1,234.50", "1 234,50 €"; without a
    /// currency sign where the currency is not known.
    #[must_use]
    pub fn money(self, money: Money) -> String {
        let decimals = i16::try_from(money.currency.decimals()).unwrap_or(2);
        let mut amount = Decimal::from(money.minor.unsigned_abs());
        amount.multiply_pow10(-decimals);
        amount.absolute.pad_end(-decimals);
        self.with_sign(&amount, money.minor < 0, money.currency)
    }

    /// An amount in whole major units, halves away from zero, for letters:
    /// "$42,870".
    #[must_use]
    pub fn money_round(self, money: Money) -> String {
        let unit = money.currency.minor_per_major().unsigned_abs();
        let minor = u128::from(money.minor.unsigned_abs());
        let major = (minor + u128::from(unit) / 2) / u128::from(unit);
        self.with_sign(&Decimal::from(major), money.minor < 0 && major > 0, money.currency)
    }

    fn with_sign(self, amount: &Decimal, is_negative: bool, currency: Currency) -> String {
        let number = numbers::format(self.language(), amount);
        let minus = if is_negative { "-" } else { "" };
        if !currency.is_known() {
            return format!("{minus}{number}");
        }
        let sign = sign_of(currency, self.language());
        match self.language() {
            // A code, unlike a symbol, stands apart from the number.
            Language::English if sign.is_some() => {
                format!("{minus}{}{number}", sign.unwrap_or_default())
            }
            Language::English => format!("{minus}{currency}\u{a0}{number}"),
            _ => format!("{minus}{number}\u{a0}{}", sign.unwrap_or(currency.code())),
        }
    }
}

/// The currency's sign where it has one that readers of `language` know.
fn sign_of(currency: Currency, language: Language) -> Option<&'static str> {
    Some(match currency.code() {
        "AMD" => "֏",
        "AUD" => "A$",
        "BRL" => "R$",
        "CAD" => "CA$",
        "CNY" => "CN¥",
        "EUR" => "€",
        "GBP" => "£",
        "GEL" => "₾",
        "ILS" => "₪",
        "INR" => "₹",
        "JPY" => "¥",
        "KZT" => "₸",
        "MXN" => "MX$",
        "NZD" => "NZ$",
        "RUB" => "₽",
        "TRY" => "₺",
        "UAH" => "₴",
        "USD" => "$",
        "RON" | "MDL" if language == Language::Romanian => "lei",
        _ => return None,
    })
}
