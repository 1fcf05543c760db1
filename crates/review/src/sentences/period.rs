//! A period where there is little room for it, and who is counted at its end.

use kernel::Period;
use phrases::Phrases;

use crate::Review;

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

/// Why there are more customers than those at the end of the period: those won
/// back are none of them. Nothing where nobody was.
pub(crate) fn won_back(phrases: Phrases, review: &Review) -> Option<String> {
    let customers = &review.retention.current.customers;
    if customers.won_back == 0 {
        return None;
    }
    let key = if ends_today(review) { "page-won-back-today" } else { "page-won-back-apart" };
    let counts = [
        ("end", phrases.integer(customers.end).into()),
        ("back", phrases.integer(customers.won_back).into()),
        ("total", phrases.integer(customers.end + customers.won_back).into()),
    ];
    Some(phrases.say_with(key, &counts))
}

/// Whether the customers at the end of the period, with those won back, are those
/// of today.
pub(crate) fn ends_today(review: &Review) -> bool {
    let of = &review.retention.current;
    let at_the_end = of.customers.end + of.customers.won_back;
    of.period.last_day() == review.as_of && at_the_end == review.customers_now
}
