//! What the customers lost within the last twelve months cost (definitions,
//! "Cost of loss").

use kernel::Period;
use review::figures::{CostOfLoss, Note, Why};

use crate::outlook::Foresight;
use crate::profile::Profile;
use crate::purchases::revenue_within;
use crate::retention::Transition;
use crate::terms::Terms;

/// The sums over the lost.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct LossSums {
    lost: u64,
    of: u64,
    revenue: i64,
    lifetime: i64,
}

impl LossSums {
    /// Adds a customer and what became of them within the last twelve months.
    pub fn add(
        &mut self,
        profile: &Profile<'_>,
        transition: Transition,
        foresight: Option<&Foresight<'_>>,
    ) {
        self.of += u64::from(matches!(transition, Transition::Kept | Transition::Lost));
        if transition != Transition::Lost {
            return;
        }
        self.lost += 1;
        let Some(&last) = profile.days.last() else { return };
        let year = Period { from: last.plus_days(-364), to: last.plus_days(1) };
        self.revenue = self.revenue.saturating_add(revenue_within(profile.customer, year));
        let residual = foresight.and_then(|foresight| {
            foresight.residual_at_last_purchase(profile.customer, profile.history)
        });
        self.lifetime = self.lifetime.saturating_add(residual.unwrap_or(0.0).round() as i64);
    }

    /// Adds everybody in `other`.
    pub fn merge(&mut self, other: &Self) {
        self.lost += other.lost;
        self.of += other.of;
        self.revenue = self.revenue.saturating_add(other.revenue);
        self.lifetime = self.lifetime.saturating_add(other.lifetime);
    }

    /// The figures; `missing` says why there is no model to tell the lifetime
    /// by, where there is none.
    pub fn finish(
        &self,
        missing: Option<&Why>,
        terms: &Terms,
        notes: &mut Vec<Note>,
    ) -> CostOfLoss {
        if !terms.has_money {
            notes.push(Note { path: "cost_of_loss.yearly", why: Why::NoAmounts });
            notes.push(Note { path: "cost_of_loss.lifetime", why: Why::NoAmounts });
        } else if let Some(why) = missing {
            notes.push(Note { path: "cost_of_loss.lifetime", why: why.clone() });
        }
        CostOfLoss {
            lost_12m: self.lost,
            of_12m: self.of,
            yearly: terms.margin(self.revenue),
            // The residual is margin already.
            lifetime: terms.money(self.lifetime).filter(|_| missing.is_none()),
        }
    }
}
