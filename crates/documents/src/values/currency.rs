//! Currency signs and codes.

use kernel::Currency;

/// Signs and words that stand beside amounts. `$` and `lei` are used by more
/// than one country; the largest is meant unless the user says otherwise.
const SIGNS: &[(&str, &str)] = &[
    ("$", "USD"),
    ("us$", "USD"),
    ("€", "EUR"),
    ("£", "GBP"),
    ("₽", "RUB"),
    ("руб", "RUB"),
    ("руб.", "RUB"),
    ("р", "RUB"),
    ("р.", "RUB"),
    ("lei", "RON"),
    ("֏", "AMD"),
    ("դր", "AMD"),
    ("դր.", "AMD"),
    ("դրամ", "AMD"),
    ("₴", "UAH"),
    ("₸", "KZT"),
    ("₾", "GEL"),
    ("₺", "TRY"),
    ("₹", "INR"),
    ("₪", "ILS"),
    ("¥", "JPY"),
    ("₩", "KRW"),
    ("zł", "PLN"),
    ("kč", "CZK"),
    ("лв", "BGN"),
    ("лв.", "BGN"),
    ("r$", "BRL"),
    ("a$", "AUD"),
    ("c$", "CAD"),
    ("рубли", "RUB"),
    ("рублей", "RUB"),
    ("драм", "AMD"),
    ("лей", "RON"),
    ("ευρω", "EUR"),
    ("ευρώ", "EUR"),
    ("евро", "EUR"),
    ("euro", "EUR"),
];

/// Codes in use, for telling `Amount (EUR)` from `Amount (net)`.
const CODES: &str = "AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP \
BYN BZD CAD CDF CHF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ \
GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD \
MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR \
RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH \
UGX USD UYU UZS VES VND VUV WST XAF XCD XOF XPF YER ZAR ZMW ZWL";

/// The currency a sign, word or code beside an amount stands for.
pub(crate) fn beside_amount(text: &str) -> Option<Currency> {
    let text = text.trim();
    known_code(text).or_else(|| {
        let word = text.to_lowercase();
        let (_, code) = SIGNS.iter().find(|(sign, _)| *sign == word)?;
        code.parse().ok()
    })
}

/// Currencies that share the sign of another, which is meant where nobody
/// says otherwise.
const SHARED_SIGNS: &[(&str, &str)] =
    &[("USD", "CAD AUD NZD SGD HKD MXN ARS CLP COP TWD"), ("RON", "MDL"), ("JPY", "CNY")];

/// What an amount is in whose sign stands for `of_sign`, where the user says
/// that the shop sells in `told`.
pub(crate) fn meant_by_sign(of_sign: Currency, told: Option<Currency>) -> Currency {
    let shares = |told: &Currency| {
        SHARED_SIGNS.iter().any(|(code, others)| {
            *code == of_sign.code() && others.split(' ').any(|other| other == told.code())
        })
    };
    told.filter(shares).unwrap_or(of_sign)
}

/// The currency of a code in use.
pub(crate) fn known_code(text: &str) -> Option<Currency> {
    let code = text.trim();
    let is_code = code.len() == 3 && code.bytes().all(|byte| byte.is_ascii_alphabetic());
    let upper = code.to_ascii_uppercase();
    (is_code && CODES.split(' ').any(|known| known == upper)).then(|| upper.parse().ok())?
}

/// The currency in a column's name: `Amount (EUR)`, `amount_usd`, `Сумма, руб.`.
pub(crate) fn in_column_name(name: &str) -> Option<Currency> {
    name.split(|character: char| !character.is_alphanumeric() && !is_sign(character))
        .rev()
        .find_map(beside_amount)
}

/// Whether a character alone stands for a currency and is no letter.
pub(crate) fn is_sign(character: char) -> bool {
    !character.is_alphanumeric()
        && SIGNS.iter().any(|(sign, _)| sign.chars().eq(std::iter::once(character)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_words_and_codes_are_currencies() {
        for (text, code) in
            [("€", "EUR"), ("руб.", "RUB"), ("EUR", "EUR"), ("usd", "USD"), ("Kč", "CZK")]
        {
            assert_eq!(beside_amount(text).map(|c| c.to_string()).as_deref(), Some(code));
        }
        assert_eq!(beside_amount("net"), None);
        assert_eq!(in_column_name("Amount (EUR)").map(|c| c.to_string()).as_deref(), Some("EUR"));
        assert_eq!(in_column_name("total_mdl").map(|c| c.to_string()).as_deref(), Some("MDL"));
        assert_eq!(in_column_name("Сумма, руб.").map(|c| c.to_string()).as_deref(), Some("RUB"));
        assert_eq!(in_column_name("Total (€)").map(|c| c.to_string()).as_deref(), Some("EUR"));
        assert_eq!(in_column_name("Total (net)"), None);
    }
}
