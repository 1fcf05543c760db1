//! Days, months and periods as each language writes them.

use std::cell::OnceCell;

use icu_calendar::{Date, Gregorian};
use icu_datetime::FixedCalendarDateTimeFormatter;
use icu_datetime::fieldsets::{YM, YMD};
use icu_datetime::options::YearStyle;
use kernel::{Day, Language, Month, Period};

use crate::Phrases;
use crate::numbers::locale_of;

type Formatter<Fields> = FixedCalendarDateTimeFormatter<Gregorian, Fields>;

/// The forms of one language; `None` where the locale's patterns are missing,
/// which the tests rule out.
struct Forms {
    day: Option<Formatter<YMD>>,
    day_short: Option<Formatter<YMD>>,
    month: Option<Formatter<YM>>,
    month_short: Option<Formatter<YM>>,
}

impl Forms {
    fn of(language: Language) -> Self {
        let locale = || locale_of(language).into();
        let short = match language {
            // 03/05/2026 is May here and March there; the month's name is not.
            Language::English => YMD::medium(),
            _ => YMD::short().with_year_style(YearStyle::Full),
        };
        Self {
            day: Formatter::try_new(locale(), YMD::long()).ok(),
            day_short: Formatter::try_new(locale(), short).ok(),
            month: Formatter::try_new(locale(), YM::long()).ok(),
            month_short: Formatter::try_new(locale(), YM::medium()).ok(),
        }
    }
}

impl Phrases {
    /// "3 May 2026".
    #[must_use]
    pub fn day(self, day: Day) -> String {
        self.with_forms(|forms| write_day(forms.day.as_ref(), day))
    }

    /// The same for tables: "3 May 2026" in English, "03.05.2026" in Russian.
    #[must_use]
    pub fn day_short(self, day: Day) -> String {
        self.with_forms(|forms| write_day(forms.day_short.as_ref(), day))
    }

    /// "May 2026".
    #[must_use]
    pub fn month(self, month: Month) -> String {
        self.with_forms(|forms| write_month(forms.month.as_ref(), month))
    }

    /// The same for tables and axes: "Sept 2026".
    #[must_use]
    pub fn month_short(self, month: Month) -> String {
        let written = self.with_forms(|forms| write_month(forms.month_short.as_ref(), month));
        match self.language() {
            // The short pattern has a full stop where the long ones have the
            // Armenian dot.
            Language::Armenian => written.replace("թ.", "թ․"),
            Language::English | Language::Russian | Language::Romanian | Language::Greek => written,
        }
    }

    /// "1 July 1997 – 30 June 1998": the last day shown is the last inside. A
    /// whole calendar month is said by its name.
    #[must_use]
    pub fn period(self, period: Period) -> String {
        let month = period.from.month();
        if period.from == month.first_day() && period.to == month.next().first_day() {
            return self.month(month);
        }
        if period.days() == 1 {
            return self.day(period.from);
        }
        format!("{} – {}", self.day(period.from), self.day(period.last_day()))
    }

    /// Formatters are not shared between threads, and building one takes longer
    /// than using it, so each thread keeps its own.
    fn with_forms<T>(self, run: impl FnOnce(&Forms) -> T) -> T {
        thread_local! {
            static FORMS: [OnceCell<Forms>; Language::ALL.len()] =
                const { [const { OnceCell::new() }; Language::ALL.len()] };
        }
        let language = self.language();
        FORMS.with(|forms| run(forms[language as usize].get_or_init(|| Forms::of(language))))
    }
}

fn write_day(formatter: Option<&Formatter<YMD>>, day: Day) -> String {
    let written = formatter.zip(gregorian(day)).map(|(form, date)| form.format(&date).to_string());
    written.unwrap_or_else(|| day.to_string())
}

fn write_month(formatter: Option<&Formatter<YM>>, month: Month) -> String {
    let first = gregorian(month.first_day());
    let written = formatter.zip(first).map(|(form, date)| form.format(&date).to_string());
    written.unwrap_or_else(|| month.to_string())
}

fn gregorian(day: Day) -> Option<Date<Gregorian>> {
    let (year, month, of_month) = day.ymd();
    Date::try_new_gregorian(year, u8::try_from(month).ok()?, u8::try_from(of_month).ok()?).ok()
}
