use chrono::{DateTime, TimeDelta, Utc};
use proptest::prelude::*;
use rstest::rstest;

use super::{Age, Amount, Moment, Name, Query, QueryError, Span, Test, Unit, Why, parse};
use crate::office::settings::TimeZone;

fn now() -> DateTime<Utc> {
    DateTime::from_timestamp(1_772_366_400, 0).unwrap()
}

#[rstest]
#[case("owner:me tier:gold seen:<30d spent:>500 tag:vip \"exact words\"")]
#[case("-tag:vip,\"pays late\" city:Gyumri,\"New York\" kind:company")]
#[case("seen:2026-03-01..2026-03-31 added:>=1y orders:2..5 spent:100..500.5EUR")]
#[case("standing:quiet,lost -standing:active risk:>50 risk:20..60")]
#[case("team:counter,\"night shift\" -team:vans")]
#[case("has:email,phone no:owner consent:none language:hy country:AM,MD")]
#[case("shoe_size:>38.5 tea:green,\"black or white\" -note:\"<3\"")]
#[case("owner:none,nora,nora@shop.com owner:\"me\" https://shop.test O'Brien 12:30")]
fn what_is_canonical_is_written_as_it_was(#[case] text: &str) {
    assert_eq!(parse(text).unwrap().to_string(), text);
}

#[rstest]
#[case("  OWNER:Me   Seen:30D ", "owner:me seen:<30d")]
#[case("country:am,Armenia,md", "country:AM,MD")]
#[case("Standing:LOST,gone_quiet risk:>=50%", "standing:lost,quiet risk:>=50")]
#[case("tag:VIP,", "tag:vip")]
#[case("seen:..30d added:2026-01-01..", "seen:<=30d added:>=2026-01-01")]
#[case("spent:>20.50eur", "spent:>20.5EUR")]
#[case("\"open", "\"open\"")]
#[case("vip vip tag:a tag:a", "vip tag:a")]
#[case("\"\" \" \"", "")]
#[case("a\0b\u{7f}c tag:\"x\0y\" \"d\u{1}e\" city:f\0g", "a b c tag:\"x y\" \"d e\" city:f g")]
fn what_is_typed_otherwise_becomes_canonical(#[case] text: &str, #[case] canonical: &str) {
    assert_eq!(parse(text).unwrap().to_string(), canonical);
}

#[rstest]
#[case("owner:me seen:yesterday", "yesterday", Why::NotOne(Name::Seen))]
#[case("tag:", "tag:", Why::Empty(Name::Tag))]
#[case("orders:5..2", "5..2", Why::Backwards)]
#[case("seen:1y..30d", "1y..30d", Why::Backwards)]
#[case("orders:many", "many", Why::NotOne(Name::Orders))]
#[case("spent:>5XXX", ">5XXX", Why::NotOne(Name::Spent))]
#[case("country:ARM", "ARM", Why::NotOne(Name::Country))]
#[case("standing:sleeping", "sleeping", Why::NotOne(Name::Standing))]
#[case("risk:>101", ">101", Why::NotOne(Name::Risk))]
#[case("kind:person,robot", "robot", Why::NotOne(Name::Kind))]
#[case("size:", "size:", Why::EmptyOwn)]
#[case("size:<>5", "<>5", Why::NotOwn)]
#[case("spent:EUR", "EUR", Why::NotOne(Name::Spent))]
#[case("spent:5..2eur", "5..2eur", Why::Backwards)]
fn what_cannot_be_meant_is_named_as_it_was_typed(
    #[case] text: &str,
    #[case] word: &str,
    #[case] why: Why,
) {
    assert_eq!(parse(text), Err(QueryError { word: word.into(), why }));
}

#[test]
fn an_error_says_what_would_be_taken() {
    let said = parse("seen:yesterday").unwrap_err().to_string();
    assert!(
        said.starts_with("\"yesterday\" is not one that seen can be: write <30d, >6m"),
        "{said}"
    );
}

#[test]
fn the_examples_of_each_field_are_taken() {
    for name in Name::ALL {
        for example in name.examples().split(", ") {
            let text = format!("{}:{example}", name.word());
            assert_eq!(parse(&text).map(|query| query.conditions.len()), Ok(1), "{text}");
        }
    }
}

#[test]
fn more_than_anybody_types_is_refused() {
    let long = "x".repeat(1001);
    assert_eq!(parse(&long).unwrap_err().why, Why::TooMuch);
    let many: Vec<String> = (0..25).map(|number| format!("word{number}")).collect();
    assert_eq!(parse(&many.join(" ")).unwrap_err().why, Why::TooMuch);
}

#[test]
fn ages_reach_back_from_now_and_days_are_whole() {
    let utc = TimeZone::default();
    let age = Moment::Age(Age { count: 30, unit: Unit::Day });
    let then = now() - TimeDelta::days(30);
    let (from, before) = Span::Below(age).ends(now(), utc);
    assert!(from > Some(then) && before.is_none());
    assert_eq!(Span::Above(age).ends(now(), utc), (None, Some(then)));
    let day = Moment::Day("2026-02-28".parse().unwrap());
    let (from, before) = Span::Is(day).ends(now(), utc);
    assert_eq!(before.zip(from).map(|(before, from)| before - from), Some(TimeDelta::days(1)));
    assert_eq!(Span::Above(day).ends(now(), utc).0, before);
    let years = Moment::Age(Age { count: 9999, unit: Unit::Year });
    assert_eq!(Span::Above(years).ends(now(), utc), (None, Some(DateTime::UNIX_EPOCH)));
}

#[rstest]
#[case(Span::Is, Some("2026-03-01T20:00:00Z"), Some("2026-03-02T20:00:00Z"))]
#[case(Span::Below, None, Some("2026-03-01T20:00:00Z"))]
#[case(Span::AtMost, None, Some("2026-03-02T20:00:00Z"))]
#[case(Span::Above, Some("2026-03-02T20:00:00Z"), None)]
#[case(Span::AtLeast, Some("2026-03-01T20:00:00Z"), None)]
fn days_are_those_of_the_business(
    #[case] of: fn(Moment) -> Span<Moment>,
    #[case] from: Option<&str>,
    #[case] before: Option<&str>,
) {
    let yerevan = "Asia/Yerevan".parse().unwrap();
    let at = |text: &str| text.parse::<DateTime<Utc>>().unwrap();
    let day = Moment::Day("2026-03-02".parse().unwrap());
    assert_eq!(of(day).ends(now(), yerevan), (from.map(at), before.map(at)));
}

#[rstest]
#[case("20.5", 2, 2050)]
#[case("20.5", 0, 20)]
#[case("0.0001", 2, 0)]
#[case("7", 3, 7000)]
#[case("\"1 000,5\"", 2, 100_050)]
#[case("999999999999.9999", 4, 9_999_999_999_999_999)]
fn amounts_become_minor_units(#[case] text: &str, #[case] decimals: u32, #[case] minor: i64) {
    let query = parse(&format!("spent:{text}")).unwrap();
    let Test::Spent(Span::Is(amount), None) = &query.conditions[0].test else {
        panic!("no amount")
    };
    assert_eq!(Amount::minor(*amount, decimals), minor);
}

#[test]
fn a_chip_that_is_taken_away_leaves_the_others() {
    let query = parse("owner:me tag:vip late").unwrap();
    assert_eq!(query.without(1).to_string(), "owner:me late");
    assert_eq!(query.without(7), query);
    assert_eq!(query.and(query.conditions[0].clone()), query);
}

/// Texts that look like queries, and some that do not.
fn typed() -> impl Strategy<Value = String> {
    let names = prop_oneof![
        Just("owner"),
        Just("-tag"),
        Just("seen"),
        Just("added"),
        Just("spent"),
        Just("orders"),
        Just("city"),
        Just("country"),
        Just("has"),
        Just("no"),
        Just("size"),
        Just("ΚΛΕΙΔΊ"),
        Just("tier"),
        Just("standing"),
        Just("risk"),
        Just("kind"),
    ];
    let values = prop_oneof![
        "[<>]{0,1}=?[0-9]{1,4}[dwmy]?",
        "[0-9]{1,3}(\\.[0-9]{0,4})?\\.\\.[0-9]{1,3}[dwmy]?",
        "\"[a-z<>=,\" .]{0,8}\"?",
        "[a-zA-ZäЯԱ,.<>=-]{0,8}",
        "2026-0[1-9]-[0-3][0-9]",
        "\\PC{0,6}",
    ];
    let named = (names, values).prop_map(|(name, value)| format!("{name}:{value}"));
    let token = prop_oneof![3 => named, 1 => "\\PC{0,10}", 1 => "\"[a-z \"]{0,10}\""];
    prop::collection::vec(token, 0..6).prop_map(|tokens| tokens.join(" "))
}

proptest! {
    #[test]
    fn what_is_written_out_is_read_as_the_same(text in typed()) {
        if let Ok(query) = parse(&text) {
            prop_assert_eq!(parse(&query.to_string()), Ok(query));
        }
    }

    #[test]
    fn whatever_is_typed_is_read_or_named(text in "\\PC{0,60}") {
        match parse(&text) {
            Ok(query) => prop_assert_eq!(parse(&query.to_string()), Ok(query)),
            Err(error) => prop_assert!(!error.word.trim().is_empty()),
        }
    }
}

#[test]
fn nothing_typed_means_everybody() {
    assert_eq!(parse("   "), Ok(Query::default()));
}
