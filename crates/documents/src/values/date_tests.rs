use rstest::rstest;

use super::*;

fn read(text: &str, order: DateOrder) -> Option<String> {
    moment(text, order).map(|Moment { day, second }| {
        let (hour, minute, second) = (second / 3600, second / 60 % 60, second % 60);
        format!("{day} {hour:02}:{minute:02}:{second:02}")
    })
}

#[rstest]
#[case("2026-05-03", "2026-05-03 00:00:00")]
#[case("2024-02-29", "2024-02-29 00:00:00")]
#[case("2014-03-08 00:00:00", "2014-03-08 00:00:00")]
#[case("2026-05-03T08:26:30.123Z", "2026-05-03 08:26:30")]
#[case("2026-05-03 08:26:30 +0300", "2026-05-03 08:26:30")]
#[case("2026-05-03T23:59:60-05:00", "2026-05-03 23:59:59")]
#[case("2026-05-03 10:15:00 UTC", "2026-05-03 10:15:00")]
#[case("2026/5/3", "2026-05-03 00:00:00")]
#[case("19970101", "1997-01-01 00:00:00")]
#[case("20260503142530", "2026-05-03 14:25:30")]
#[case("1777800000", "2026-05-03 09:20:00")]
#[case("1777800000000", "2026-05-03 09:20:00")]
#[case("1777800000000000", "2026-05-03 09:20:00")]
#[case("46145", "2026-05-03 00:00:00")]
#[case("46145.5", "2026-05-03 12:00:00")]
#[case("00000", "1899-12-30 00:00:00")]
#[case("03.05.2026", "2026-05-03 00:00:00")]
#[case("3.5.26 7:05", "2026-05-03 07:05:00")]
#[case("3 May 2026", "2026-05-03 00:00:00")]
#[case("May 3, 2026", "2026-05-03 00:00:00")]
#[case("Sun, May 3rd, 2026 8:26 PM", "2026-05-03 20:26:00")]
#[case("Sunday 3 May 2026", "2026-05-03 00:00:00")]
#[case("3-May-26", "2026-05-03 00:00:00")]
#[case("3 мая 2026 г.", "2026-05-03 00:00:00")]
#[case("3 mai 2026", "2026-05-03 00:00:00")]
#[case("3 Μαΐου 2026", "2026-05-03 00:00:00")]
#[case("3 մայիսի 2026 թ.", "2026-05-03 00:00:00")]
#[case("31.12.1999 12:30 am", "1999-12-31 00:30:00")]
fn dates_are_read_in_every_shape(#[case] text: &str, #[case] meaning: &str) {
    assert_eq!(read(text, DateOrder::DayMonthYear).as_deref(), Some(meaning), "{text}");
}

#[test]
fn the_order_of_day_and_month_is_an_argument() {
    let day = |order| read("12/1/2010 8:26", order).unwrap();
    assert_eq!(day(DateOrder::MonthDayYear), "2010-12-01 08:26:00");
    assert_eq!(day(DateOrder::DayMonthYear), "2010-01-12 08:26:00");
    assert_eq!(read("97-01-12", DateOrder::YearMonthDay).unwrap(), "1997-01-12 00:00:00");
}

#[rstest]
fn what_is_no_date_is_refused(
    #[values(
        "",
        "x",
        "2026-02-29",
        "2026-13-01",
        "2026-00-10",
        "20261301",
        "31/02/2026",
        "12.50",
        "1,234",
        "2026-05-03 25:00",
        "2026-05-03 8",
        "2026-05-03 08:26 nonsense!",
        "3 Smarch 2026",
        "١٢",
        "1/2",
        "1/2/3",
        "99999999999999999999",
        "NaN",
        "2026-05-03é",
        "anna@example.com",
        "12:30",
        "-5"
    )]
    text: &str,
) {
    assert_eq!(read(text, DateOrder::DayMonthYear), None, "{text}");
}

#[test]
fn every_day_agrees_with_the_calendar() {
    for days in (Day::MIN.epoch_days()..=Day::MAX.epoch_days()).step_by(97) {
        let day = Day::from_epoch_days(days);
        let (year, month, of_month) = day.ymd();
        assert_eq!(Day::from_ymd(year, month, of_month), Some(day));
        assert_eq!(iso_day(day.to_string().as_bytes()), Some(day));
    }
}
