//! Whom to call today: of those who give a reason, the ones with most margin
//! at risk. Where few do, the list is short.

use review::figures::{CallToday, CustomerAlarms};

use crate::leaders::Leaders;
use crate::limits::Limits;
use crate::profile::Profile;
use crate::reasons::{is_worth_a_call, reason};
use crate::terms::Terms;

/// How many are named at most.
const SHOWN: usize = 20;

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
    pub fn add(
        &mut self,
        profile: &Profile<'_>,
        alarms: &CustomerAlarms,
        limits: &Limits<'_>,
        terms: &Terms,
    ) {
        let Some(outlook) = profile.outlook else { return };
        let urgency = profile.urgency();
        if urgency <= 0.0 || !is_worth_a_call(profile, alarms) {
            return;
        }
        self.0.offer(urgency, profile.customer.id, || {
            let (reason, action) = reason(profile, alarms, limits, terms)?;
            Some(CallToday {
                id: profile.customer.id.to_owned(),
                page: None,
                margin_at_risk: profile.margin_at_risk(),
                reason,
                action,
                risk: outlook.risk,
                orders: profile.customer.orders.len() as u64,
                last: terms.as_of.plus_days(-(profile.silence as i32)),
                margin: terms.margin(profile.revenue),
            })
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
