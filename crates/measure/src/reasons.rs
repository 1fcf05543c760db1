//! Why a customer who is not lost should be heard from, and what to do: an
//! alarm, being late, being worth much; and for those who bought once that
//! they did. Who gives no reason is left in peace.

use kernel::Money;
use review::figures::{Action, CustomerAlarms, Reason};

use crate::profile::Profile;
use crate::terms::Terms;

/// P(no purchase within the horizon) from which on it is a reason by itself.
/// Below it, and without an alarm, a call would only disturb.
const WORTH_A_CALL: f64 = 0.10;
/// Silence of so many usual gaps is late.
const LATE: f64 = 1.5;

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
    terms: &Terms,
) -> Option<(Reason, Action)> {
    if !is_worth_a_call(profile, alarms) {
        return None;
    }
    if let Some(evidence) = alarms.strongest() {
        return Some((Reason::Alarm(evidence.clone()), evidence.action()));
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
    let reason = match late {
        Some(usual_gap) => Reason::Late { usual_gap, silence },
        None => Reason::Valuable { orders: orders.len() as u64, risk: profile.outlook?.risk },
    };
    Some((reason, Action::Call))
}
