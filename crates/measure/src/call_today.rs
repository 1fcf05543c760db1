//! Whom to call today: those with most margin at risk, each with the strongest
//! reason there is.

use kernel::Money;
use review::figures::{Action, CallToday, Evidence, Reason};

use crate::alarms::Seen;
use crate::leaders::Leaders;
use crate::profile::Profile;
use crate::terms::Terms;

/// How many are named.
const SHOWN: usize = 20;
/// Silence of so many usual gaps is late.
const LATE: f64 = 1.5;

/// Those to call.
#[derive(Debug, Clone)]
pub(crate) struct Calls(Leaders<CallToday>);

impl Default for Calls {
    fn default() -> Self {
        Self(Leaders::keeping(SHOWN))
    }
}

impl Calls {
    /// Offers a customer who is not lost, with what the alarms saw of them.
    pub fn add(&mut self, profile: &Profile<'_>, seen: &Seen, terms: &Terms) {
        let Some(outlook) = profile.outlook else { return };
        let urgency = profile.urgency();
        if urgency <= 0.0 {
            return;
        }
        self.0.offer(urgency, profile.customer.id, || {
            let (reason, action) = reason(profile, seen, outlook.risk, terms);
            CallToday {
                id: profile.customer.id.to_owned(),
                margin_at_risk: profile.margin_at_risk(),
                reason,
                action,
                risk: outlook.risk,
                orders: profile.customer.orders.len() as u64,
                last: terms.as_of.plus_days(-(profile.silence as i32)),
                margin: terms.margin(profile.revenue),
            }
        });
    }

    /// Adds everybody in `other`.
    pub fn merge(&mut self, other: Self) {
        self.0.merge(other.0);
    }

    /// Those to call, most urgent first.
    pub fn finish(self) -> Vec<CallToday> {
        self.0.finish()
    }
}

/// The strongest reason: an alarm, being late, being worth much; and for those
/// who bought once that they did.
fn reason(profile: &Profile<'_>, seen: &Seen, risk: f64, terms: &Terms) -> (Reason, Action) {
    if let Some(evidence) = seen.strongest() {
        let action = match evidence {
            Evidence::GoneQuiet { .. } => Action::Call,
            Evidence::RangeStopped { .. } => Action::AskAboutRange,
            Evidence::OrderValueFalling { .. } => Action::ReviewAccount,
        };
        return (Reason::Alarm(evidence.clone()), action);
    }
    let silence = profile.silence;
    if profile.history.x == 0 {
        let amount = profile
            .customer
            .orders
            .iter()
            .filter_map(|order| order.amount())
            .reduce(i64::saturating_add)
            .map(|minor| Money::new(minor, terms.currency));
        return (Reason::OneTime { amount, silence }, Action::InviteBack);
    }
    let late =
        profile.usual_gap().filter(|gap| profile.is_regular() && f64::from(silence) > LATE * gap);
    let reason = match late {
        Some(usual_gap) => Reason::Late { usual_gap, silence },
        None => Reason::Valuable { orders: profile.customer.orders.len() as u64, risk },
    };
    (reason, Action::Call)
}
