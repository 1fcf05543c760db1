use rstest::rstest;

use super::*;

fn read(text: &str, mark: DecimalMark) -> Result<String, NumberError> {
    amount(text, mark).map(|amount| {
        let mut written = String::new();
        amount.value.write_to(&mut written);
        if let Some(currency) = amount.currency {
            written.push(' ');
            written.push_str(currency.code());
        }
        written
    })
}

#[rstest]
#[case("29.33", "29.33")]
#[case("0", "0")]
#[case("-12.50", "-12.5")]
#[case("1.234,50 €", "1234.5 EUR")]
#[case("1 234,50", "1234.5")]
#[case("1\u{a0}234,50\u{202f}₽", "1234.5 RUB")]
#[case("(12.00)", "-12")]
#[case("($5.25)", "-5.25 USD")]
#[case("$-5", "-5 USD")]
#[case("-$5", "-5 USD")]
#[case("12.50-", "-12.5")]
#[case("\u{2212}7", "-7")]
#[case("+7.5", "7.5")]
#[case("1,234,567.89", "1234567.89")]
#[case("1.234.567", "1234567")]
#[case("12,34,567.5", "1234567.5")]
#[case("1'234.50 CHF", "1234.5 CHF")]
#[case("USD 9.99", "9.99 USD")]
#[case("100 руб.", "100 RUB")]
#[case("12,50 lei", "12.5 RON")]
#[case("1e3", "1000")]
#[case("1.5E-02", "0.015")]
#[case("1e+05", "100000")]
#[case(".5", "0.5")]
#[case("$.5", "0.5 USD")]
#[case("руб.5", "5 RUB")]
#[case("5.", "5")]
#[case("0.123", "0.123")]
#[case("1234.567", "1234.567")]
#[case("١٢٫٥", "12.5")]
#[case("0.30000000000000004", "0.3")]
#[case("15 EUR", "15 EUR")]
#[case("15EUR", "15 EUR")]
fn amounts_are_read_in_every_way_of_writing(#[case] text: &str, #[case] meaning: &str) {
    assert_eq!(read(text, DecimalMark::Point).as_deref(), Ok(meaning), "{text}");
}

#[test]
fn one_separator_before_three_digits_is_settled_by_the_column() {
    let both = |text| [DecimalMark::Point, DecimalMark::Comma].map(|m| read(text, m).unwrap());
    assert_eq!(both("1,234"), ["1234", "1.234"]);
    assert_eq!(both("1.234"), ["1.234", "1234"]);
    assert_eq!(both("-12.345"), ["-12.345", "-12345"]);
    assert_eq!(both("12,34"), ["12.34", "12.34"]);
}

#[rstest]
#[case("", NumberError::NotANumber)]
#[case("abc", NumberError::NotANumber)]
#[case("12,5O", NumberError::NotANumber)]
#[case("1.2.3", NumberError::NotANumber)]
#[case("1,2,3", NumberError::NotANumber)]
#[case("--5", NumberError::NotANumber)]
#[case("555-1234", NumberError::NotANumber)]
#[case("12 34", NumberError::NotANumber)]
#[case("2026-05-03", NumberError::NotANumber)]
#[case("5 shoes", NumberError::NotANumber)]
#[case("$5 $", NumberError::NotANumber)]
#[case("12:30", NumberError::NotANumber)]
#[case("()", NumberError::NotANumber)]
#[case(".", NumberError::NotANumber)]
#[case("e5", NumberError::NotANumber)]
#[case("1e999999999999", NumberError::NotANumber)]
#[case("NaN", NumberError::NotFinite)]
#[case("-inf", NumberError::NotFinite)]
#[case("Infinity", NumberError::NotFinite)]
#[case("99999999999999999999", NumberError::TooLarge)]
#[case("1e30", NumberError::TooLarge)]
#[case("1e2147483647", NumberError::TooLarge)]
fn what_is_no_amount_is_refused_with_its_reason(#[case] text: &str, #[case] error: NumberError) {
    assert_eq!(read(text, DecimalMark::Point), Err(error), "{text}");
}

#[test]
fn the_fast_way_agrees_with_the_slow_one() {
    for text in ["29.33", "0", "7", "-12.5", "1234567.89", "0.07", "00012.10", "123456789012.34"] {
        for decimals in [0, 2, 3] {
            for mark in [DecimalMark::Point, DecimalMark::Comma] {
                if let Some(minor) = plain_minor(text, decimals, mark) {
                    let slow = amount(text, mark).unwrap().value.minor(decimals);
                    assert_eq!(Some(minor), slow, "{text} {decimals} {mark:?}");
                }
            }
        }
    }
    for text in ["", "-", ".", "5.", ".5", "1.234", "1,5", "1e3", "1234567890123456", "1 2"] {
        assert_eq!(plain_minor(text, 2, DecimalMark::Point), None, "{text}");
    }
}

#[test]
fn halves_round_away_from_zero() {
    let minor = |text| amount(text, DecimalMark::Point).unwrap().value.minor(2);
    assert_eq!(minor("0.005"), Some(1));
    assert_eq!(minor("-0.005"), Some(-1));
    assert_eq!(minor("0.00499999999999999"), Some(0));
    assert_eq!(minor("999999999999999999"), None);
}

#[test]
fn a_product_is_rounded_once() {
    let value = |text| amount(text, DecimalMark::Point).unwrap().value;
    assert_eq!(value("6").times_minor(value("2.55"), 2), Some(1530));
    assert_eq!(value("3").times_minor(value("0.335"), 2), Some(101));
    assert_eq!(value("-12").times_minor(value("1.25"), 2), Some(-1500));
}
