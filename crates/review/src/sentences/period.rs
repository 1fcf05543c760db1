//! A period where there is little room for it.

use kernel::Period;
use phrases::Phrases;

/// "Jan 2025", "Jan 2025 – Mar 2025", or "2 Jan 2025 – 31 Mar 2025": for the head of a column, which
/// breaks at the dash and nowhere else.
pub(crate) fn period_short(phrases: Phrases, period: Period) -> String {
    let (from, last) = (period.from, period.last_day());
    if period.to == from.month().next().first_day() && from == from.month().first_day() {
        return phrases.month_short(from.month());
    }
    let is_first = |day: kernel::Day| day == day.month().first_day();
    if is_first(from) && is_first(period.to) {
        let month = |day: kernel::Day| phrases.month_short(day.month()).replace(' ', "\u{a0}");
        return format!("{}\u{a0}– {}", month(from), month(last));
    }
    let day = |day| phrases.day_short(day).replace(' ', "\u{a0}");
    format!("{}\u{a0}– {}", day(from), day(last))
}
