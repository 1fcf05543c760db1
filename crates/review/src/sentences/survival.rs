//! What the survival curve shows where one-time buyers are lost.

use phrases::Phrases;

use crate::Review;

/// The least fall worth a sentence.
const STEEP: f64 = 0.05;

/// How far the curve falls on the day on which all who ordered only once are
/// lost. The share still customers at an age short of it still holds them, so
/// that it reads far better than any rate of retention; `None` where the curve
/// is not followed so far or falls little there.
pub(crate) fn survival_at_limit(phrases: Phrases, review: &Review) -> Option<String> {
    let limit = review.one_time_limit_days?;
    let points = &review.survival;
    let at = points.iter().position(|point| point.day == limit)?;
    let before = at.checked_sub(1).map_or(1.0, |before| points[before].s);
    let after = points[at].s;
    (before - after >= STEEP).then(|| {
        phrases.say_with(
            "page-survival-limit",
            &[
                ("limit", phrases.days(limit).into()),
                ("before", phrases.percent(before, 1).into()),
                ("after", phrases.percent(after, 1).into()),
            ],
        )
    })
}
