//! Amounts as they are typed.

use kernel::{Currency, Money};
use rstest::rstest;

use super::super::minor_units;

#[rstest]
#[case("12", Some(1200))]
#[case("12.5", Some(1250))]
#[case("1 234,50", Some(123_450))]
#[case("-0,05", Some(-5))]
#[case("1,234", None)]
#[case("1.2.3", None)]
#[case("", None)]
#[case("-", None)]
#[case("١٢", None)]
#[case("99999999999999999999", None)]
fn amounts_are_read_in_one_way_or_not_at_all(#[case] text: &str, #[case] minor: Option<i64>) {
    assert_eq!(minor_units(text, "EUR".parse().unwrap()), minor);
}

#[rstest]
#[case(0, "EUR", "0.00")]
#[case(-5, "EUR", "-0.05")]
#[case(123_450, "EUR", "1234.50")]
#[case(1200, "JPY", "1200")]
#[case(i64::MIN + 1, "KWD", "-9223372036854775.807")]
fn amounts_are_written_as_they_are_read(
    #[case] minor: i64,
    #[case] currency: Currency,
    #[case] text: &str,
) {
    assert_eq!(Money::new(minor, currency).to_string(), text);
    assert_eq!(minor_units(text, currency), Some(minor));
}
