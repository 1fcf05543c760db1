//! Where a customer stands on a day, and when they were lost and won back.

use kernel::Day;
use review::figures::Standing;

use crate::limits::Limits;

/// A customer's purchases up to a day, and whether they are lost by its end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum StateOn {
    /// They had not bought yet.
    NotYet,
    /// They are a customer.
    Customer,
    /// They are lost.
    Lost,
}

/// The state at the end of `on` of a customer who bought on `days`.
pub(crate) fn state_on(days: &[Day], on: Day, limits: &Limits<'_>) -> StateOn {
    let known = days.partition_point(|&day| day <= on);
    let Some(index) = known.checked_sub(1) else { return StateOn::NotYet };
    let silence = on.days_since(days[index]) as u32;
    let t_x = days[index].days_since(days[0]) as u32;
    match limits.lost_within(index as u32, t_x, silence) {
        Some(_) => StateOn::Lost,
        None => StateOn::Customer,
    }
}

/// A stretch of silence that ended a relation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Episode {
    /// The last purchase before it.
    pub last_purchase: Day,
    /// The day of loss: that purchase plus the silence allowed.
    pub lost_on: Day,
    /// The purchase that ended it; `None` for those still lost.
    pub won_back_on: Option<Day>,
}

/// Tells `tell` each time the customer was lost by the end of `as_of`, oldest first.
pub(crate) fn each_loss(
    days: &[Day],
    as_of: Day,
    limits: &Limits<'_>,
    mut tell: impl FnMut(Episode),
) {
    let Some(&first) = days.first() else { return };
    for (index, &day) in days.iter().enumerate() {
        let next = days.get(index + 1).copied();
        // Up to the day before the next purchase, on whose evening they are a
        // customer again.
        let silent_until = next.map_or(as_of, |next| next.plus_days(-1));
        let silence = silent_until.days_since(day).max(0) as u32;
        let t_x = day.days_since(first) as u32;
        if let Some(lost_after) = limits.lost_within(index as u32, t_x, silence) {
            let lost_on = day.plus_days(lost_after as i32);
            tell(Episode { last_purchase: day, lost_on, won_back_on: next });
        }
    }
}

/// Where a customer stands after `silence` days.
pub(crate) fn standing_after(silence: u32, is_lost: bool, quiet_after: Option<f64>) -> Standing {
    if is_lost {
        Standing::Lost
    } else if quiet_after.is_some_and(|limit| f64::from(silence) > limit) {
        Standing::GoneQuiet
    } else {
        Standing::Active
    }
}

#[cfg(test)]
mod tests {
    use review::LostRule;

    use super::*;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    fn after(days: u32) -> Limits<'static> {
        Limits::new(LostRule::After { days }, None, None, 1000)
    }

    #[test]
    fn a_customer_is_lost_at_the_end_of_the_day_their_silence_reaches_the_limit() {
        let days = [day("2024-01-01")];
        assert_eq!(state_on(&days, day("2023-12-31"), &after(10)), StateOn::NotYet);
        assert_eq!(state_on(&days, day("2024-01-10"), &after(10)), StateOn::Customer);
        assert_eq!(state_on(&days, day("2024-01-11"), &after(10)), StateOn::Lost);
    }

    #[test]
    fn a_purchase_on_the_day_of_loss_prevents_it() {
        let mut losses = Vec::new();
        let days = [day("2024-01-01"), day("2024-01-11"), day("2024-01-22")];
        each_loss(&days, day("2024-01-31"), &after(10), |loss| losses.push(loss));
        let only = Episode {
            last_purchase: day("2024-01-11"),
            lost_on: day("2024-01-21"),
            won_back_on: Some(day("2024-01-22")),
        };
        assert_eq!(losses, [only]);
    }

    #[test]
    fn those_still_silent_were_not_won_back() {
        let mut losses = Vec::new();
        each_loss(&[day("2024-01-01")], day("2024-02-01"), &after(10), |l| losses.push(l));
        assert_eq!(losses.len(), 1);
        assert_eq!(losses[0].won_back_on, None);
    }

    #[test]
    fn quiet_comes_before_lost() {
        assert_eq!(standing_after(5, false, Some(5.0)), Standing::Active);
        assert_eq!(standing_after(6, false, Some(5.0)), Standing::GoneQuiet);
        assert_eq!(standing_after(20, true, Some(5.0)), Standing::Lost);
        assert_eq!(standing_after(900, false, None), Standing::Active);
    }
}
