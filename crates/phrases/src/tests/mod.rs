mod messages;

use kernel::{Currency, Day, Language, Money, Period};

use crate::{Phrases, Value};

/// Spaces that must not break, written as plain ones so that tests stay readable.
fn plain(text: &str) -> String {
    text.replace(['\u{a0}', '\u{202f}'], " ")
}

/// What `say` gives in each language, in the order of [`Language::ALL`].
fn in_all(say: impl Fn(Phrases) -> String) -> [String; 5] {
    Language::ALL.map(|language| plain(&say(Phrases::of(language))))
}

fn money(minor: i64, code: &str) -> Money {
    Money::new(minor, code.parse().unwrap())
}

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

#[test]
fn numbers_are_written_as_the_language_does() {
    assert_eq!(
        in_all(|p| p.integer(1_234_567_u64)),
        ["1,234,567", "1 234 567", "1.234.567", "1.234.567", "1 234 567"]
    );
    assert_eq!(
        in_all(|p| p.decimal(-1234.5678, 2)),
        ["-1,234.57", "-1 234,57", "-1.234,57", "-1.234,57", "-1234,57"]
    );
    assert_eq!(in_all(|p| p.percent(0.2037, 1)), ["20.4%", "20,4 %", "20,4 %", "20,4%", "20,4%"]);
}

#[test]
fn what_is_not_a_number_is_a_dash_and_zero_has_no_sign() {
    let english = Phrases::of(Language::English);
    assert_eq!(english.decimal(f64::NAN, 1), "–");
    assert_eq!(english.percent(f64::NEG_INFINITY, 1), "–");
    assert_eq!(english.decimal(-0.001, 2), "0.00");
}

#[test]
fn money_carries_its_sign_where_the_language_puts_it() {
    assert_eq!(
        in_all(|p| p.money(money(-123_450, "EUR"))),
        ["-€1,234.50", "-1 234,50 €", "-1.234,50 €", "-1.234,50 €", "-1234,50 €"]
    );
    assert_eq!(
        in_all(|p| p.money_round(money(4_286_950, "USD"))),
        ["$42,870", "42 870 $", "42.870 $", "42.870 $", "42 870 $"]
    );
    assert_eq!(
        in_all(|p| p.money_round(money(150, "RON"))),
        ["RON 2", "2 RON", "2 lei", "2 RON", "2 RON"]
    );
    let english = Phrases::of(Language::English);
    assert_eq!(english.money(Money::new(5, Currency::NONE)), "0.05");
    assert_eq!(english.money(money(5, "JPY")), "¥5");
    assert_eq!(english.money(money(i64::MIN, "USD")), "-$92,233,720,368,547,758.08");
    assert_eq!(english.money_round(money(-4, "USD")), "$0");
}

#[test]
fn days_and_months_are_written_as_the_language_does() {
    assert_eq!(
        in_all(|p| p.day(day("2026-05-03"))),
        ["3 May 2026", "3 мая 2026 г.", "3 mai 2026", "3 Μαΐου 2026", "2026 թ․ մայիսի 03"]
    );
    assert_eq!(
        in_all(|p| p.day_short(day("2026-05-03"))),
        ["3 May 2026", "03.05.2026", "03.05.2026", "3/5/2026", "03.05.2026"]
    );
    assert_eq!(
        in_all(|p| p.month(day("2026-05-03").month())),
        ["May 2026", "май 2026 г.", "mai 2026", "Μάιος 2026", "2026 թ․ մայիս"]
    );
    assert_eq!(
        Phrases::of(Language::Armenian).month_short(day("2025-12-01").month()),
        "2025 թ․ դեկ"
    );
    for month in (1..=12).map(|month| Day::from_ymd(2026, month, 1).unwrap().month()) {
        for text in in_all(|p| p.month_short(month)) {
            assert!(text.contains("2026"), "{text}");
        }
    }
}

#[test]
fn a_period_shows_its_last_day() {
    let english = Phrases::of(Language::English);
    let period = |from, to| english.period(Period::new(day(from), day(to)).unwrap());
    assert_eq!(period("1997-07-01", "1998-07-01"), "1 July 1997 – 30 June 1998");
    assert_eq!(period("2026-05-01", "2026-06-01"), "May 2026");
    assert_eq!(period("2026-05-01", "2026-05-02"), "1 May 2026");
}

#[test]
fn counts_take_the_plural_of_the_language() {
    let days = |language, count| plain(&Phrases::of(language).days(count));
    let russian = [1, 2, 5, 11, 21, 1022].map(|count| days(Language::Russian, count));
    assert_eq!(russian, ["1 день", "2 дня", "5 дней", "11 дней", "21 день", "1 022 дня"]);
    let romanian = [1, 2, 19, 20, 119, 1000].map(|count| days(Language::Romanian, count));
    assert_eq!(romanian, ["1 zi", "2 zile", "19 zile", "20 de zile", "119 zile", "1.000 de zile"]);
    assert_eq!(days(Language::Greek, 1), "1 ημέρα");
    assert_eq!(days(Language::English, 1), "1 day");
}

#[test]
fn lists_end_with_and() {
    let items = |n: usize| ["a", "b", "c"][..n].iter().map(ToString::to_string).collect::<Vec<_>>();
    let english = Phrases::of(Language::English);
    assert_eq!([0, 1, 2, 3].map(|n| english.list(&items(n))), ["", "a", "a and b", "a, b and c"]);
    assert_eq!(Phrases::of(Language::Armenian).list(&items(2)), "a և b");
}

#[test]
fn an_unknown_message_is_said_as_its_key() {
    let english = Phrases::of(Language::English);
    assert_eq!(english.say("no-such-message"), "‹no-such-message›");
    assert_eq!(english.say_with("count-days", &[("n", Value::from(1))]), "‹count-days›");
}

#[test]
fn numbers_beyond_counting_are_still_said() {
    let english = Phrases::of(Language::English);
    let said = |count: f64| english.say_with("count-days", &[("count", Value::from(count))]);
    assert_eq!(said(f64::NAN), "– days");
    assert_eq!(said(1e18), "1,000,000,000,000,000,000 days");
    assert_eq!(said(-1.5), "-1.5 days");
}
