//! What is to be followed up, and until when that can be put off.

use chrono::{Days, NaiveDate};
use domain::know::interactions::Due;
use domain::office::settings::Calendar;
use domain::office::staff::Account;
use kernel::Day;

use crate::components::Action;
use crate::house::House;
use crate::know::interactions::words;
use crate::routes::with_query;
use crate::{Frame, Reader};

/// For how long a follow-up can be put off with one click.
const LATER: [(&str, u64); 4] =
    [("today-tomorrow", 1), ("today-in-days", 3), ("today-in-a-week", 7), ("today-in-a-month", 30)];

pub struct DueRow {
    pub known: Due,
    pub what: String,
    pub on: String,
    pub is_late: bool,
    pub done: String,
    pub later: Vec<Action>,
}

pub fn due_row(frame: &Frame, house: &House, today: Day, known: Due) -> DueRow {
    let calendar = &house.settings.calendar;
    let reader = frame.reader;
    let at = |what: &str| {
        with_query(&format!("/interactions/{}/{what}", known.id), [("back", &frame.path)])
    };
    let later = later(reader, calendar, today).into_iter().map(|(day, words)| Action::Do {
        words,
        action: at(&format!("due/{day}")),
        icon: None,
    });
    DueRow {
        what: what(reader, &known, &house.staff),
        on: reader.phrases.day(known.on.into()),
        is_late: is_late(calendar, known.on, today),
        done: at("done"),
        later: later.collect(),
        known,
    }
}

/// Whether a follow-up could have been done and was not: a day on which nobody is
/// there gives way to the next.
fn is_late(calendar: &Calendar, on: NaiveDate, today: Day) -> bool {
    Day::from(calendar.first_open(on)) < today
}

/// Until when a follow-up can be put off: to days on which somebody is there. One
/// that is closed gives way to the next that is not, which is called by its date.
fn later(reader: Reader, calendar: &Calendar, today: Day) -> Vec<(NaiveDate, String)> {
    let mut days: Vec<(NaiveDate, String)> = Vec::new();
    for (key, count) in LATER {
        let Some(asked) = NaiveDate::from(today).checked_add_days(Days::new(count)) else {
            continue;
        };
        let day = calendar.first_open(asked);
        let words = if day == asked {
            reader.phrases.say_with(key, &[("days", count.into())])
        } else {
            reader.phrases.day(day.into())
        };
        match days.iter_mut().find(|(known, _)| *known == day) {
            Some(known) if day == asked => known.1 = words,
            Some(_) => {}
            None => days.push((day, words)),
        }
    }
    days
}

/// "Call · Send the price list".
fn what(reader: Reader, due: &Due, staff: &[Account]) -> String {
    let kind = reader.say(words::key(due.kind));
    match words::plain(&due.text, staff) {
        text if text.is_empty() => kind,
        text => format!("{kind} · {text}"),
    }
}

#[cfg(test)]
mod tests {
    use domain::office::settings::Holiday;
    use kernel::Language;

    use super::*;

    #[test]
    fn what_was_due_while_nobody_was_there_is_not_late_on_the_day_after() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let is_late =
            |today: &str| is_late(&Calendar::default(), day("2026-03-07"), day(today).into());
        assert!(!is_late("2026-03-08"), "it was a Saturday");
        assert!(!is_late("2026-03-09"), "Monday is the first day for it");
        assert!(is_late("2026-03-10"));
    }

    #[test]
    fn what_is_put_off_comes_back_on_a_day_on_which_somebody_is_there() {
        let reader = Reader::plain(Language::English);
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let put_off = |calendar: &Calendar| {
            let friday = day("2026-03-06").into();
            later(reader, calendar, friday)
                .into_iter()
                .map(|(day, words)| format!("{day} {words}"))
                .collect::<Vec<_>>()
        };
        let mut calendar = Calendar::default();
        let after_the_weekend = "2026-03-09 In 3 days";
        let in_a_month = "2026-04-06 6 April 2026";
        assert_eq!(
            put_off(&calendar),
            [after_the_weekend, "2026-03-13 In a week", in_a_month],
            "tomorrow is a Saturday"
        );
        calendar.holidays = vec![Holiday { on: day("2026-03-09"), name: String::new() }];
        assert_eq!(
            put_off(&calendar),
            ["2026-03-10 10 March 2026", "2026-03-13 In a week", in_a_month]
        );
    }
}
