//! Why a customer who is not lost should be heard from, and what to do: an
//! alarm, being late, being worth much; and for those who bought once that
//! they did. Who gives no reason is left in peace.

use kernel::Money;
use review::figures::{Action, CustomerAlarms, Evidence, Reason};

use crate::limits::Limits;
use crate::profile::Profile;
use crate::terms::Terms;

/// P(no purchase within the horizon) from which on it is a reason by itself.
/// Below it, and without an alarm, a call would only disturb.
const WORTH_A_CALL: f64 = 0.10;
/// Silence of so many usual gaps is late.
const LATE: f64 = 1.5;
/// Whoever would be lost within so many days is called first.
const LAST_DAYS: u32 = 7;
/// After so many orders a customer has earned a call in person.
const OLD_CUSTOMER: u64 = 10;

/// Whether there is a reason to hear from a customer: an alarm that fired, or
/// the risk that they do not come back.
pub(crate) fn is_worth_a_call(profile: &Profile<'_>, alarms: &CustomerAlarms) -> bool {
    let at_risk = || profile.outlook.is_some_and(|outlook| outlook.risk >= WORTH_A_CALL);
    !profile.is_lost() && (alarms.strongest().is_some() || at_risk())
}

/// The strongest reason there is, and what to do; `None` where there is none.
pub(crate) fn reason(
    profile: &Profile<'_>,
    alarms: &CustomerAlarms,
    limits: &Limits<'_>,
    terms: &Terms,
) -> Option<(Reason, Action)> {
    if !is_worth_a_call(profile, alarms) {
        return None;
    }
    if let Some(evidence) = alarms.strongest() {
        let action = action_upon(evidence, profile, alarms, limits);
        return Some((Reason::Alarm(evidence.clone()), action));
    }
    let silence = profile.silence;
    let orders = profile.customer.orders;
    if profile.history.x == 0 {
        let amount = orders
            .iter()
            .filter_map(|order| order.amount())
            .reduce(i64::saturating_add)
            .map(|minor| Money::new(minor, terms.currency));
        return Some((Reason::OneTime { amount, silence }, Action::InviteBack));
    }
    let late =
        profile.usual_gap().filter(|gap| profile.is_regular() && f64::from(silence) > LATE * gap);
    if let Some(usual_gap) = late {
        return Some((Reason::Late { usual_gap, silence }, Action::Remind));
    }
    let (risk, months) = (profile.outlook?.risk, terms.months_ahead.0);
    let reason = Reason::Valuable { orders: orders.len() as u64, risk, months };
    Some((reason, Action::Thank))
}

/// What to do about the strongest evidence. Silence says little by itself: time
/// running out comes first, then what else was seen before it, then how long
/// the relation is.
fn action_upon(
    evidence: &Evidence,
    profile: &Profile<'_>,
    alarms: &CustomerAlarms,
    limits: &Limits<'_>,
) -> Action {
    let Evidence::GoneQuiet { silence, .. } = evidence else { return evidence.action() };
    let lost_after = limits.lost_after(profile.history.x, profile.history.t_x);
    let left = lost_after.map(|lost_after| lost_after.saturating_sub(*silence));
    if let Some(days) = left.filter(|days| (1..=LAST_DAYS).contains(days)) {
        return Action::CallBeforeLost { days };
    }
    let seen_before = alarms.range_stopped.as_ref().or(alarms.order_value_falling.as_ref());
    if let Some(evidence) = seen_before {
        return evidence.action();
    }
    let orders = profile.customer.orders.len() as u64;
    if orders >= OLD_CUSTOMER { Action::CallInPerson { orders } } else { evidence.action() }
}
