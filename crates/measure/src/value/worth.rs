//! What the customers are worth: historic and residual margin.

use review::figures::{Concentration, Note, Value, Why};

use super::{GoldCounts, GoldLine};
use crate::profile::Profile;
use crate::terms::Terms;

/// Sums over everybody and over those not lost, minor units.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct ValueSums {
    revenue_12m: i64,
    not_lost: u64,
    revenue_12m_not_lost: i64,
    revenue_not_lost: i64,
    residual: i64,
}

impl ValueSums {
    /// Adds a customer.
    pub fn add(&mut self, profile: &Profile<'_>) {
        add(&mut self.revenue_12m, profile.revenue_12m);
        if profile.is_lost() {
            return;
        }
        self.not_lost += 1;
        add(&mut self.revenue_12m_not_lost, profile.revenue_12m);
        add(&mut self.revenue_not_lost, profile.revenue);
        let residual = profile.outlook.and_then(|outlook| outlook.residual());
        add(&mut self.residual, residual.unwrap_or(0.0).round() as i64);
    }

    /// Adds everybody in `other`.
    pub fn merge(&mut self, other: &Self) {
        add(&mut self.revenue_12m, other.revenue_12m);
        self.not_lost += other.not_lost;
        add(&mut self.revenue_12m_not_lost, other.revenue_12m_not_lost);
        add(&mut self.revenue_not_lost, other.revenue_not_lost);
        add(&mut self.residual, other.residual);
    }

    /// The figures. `interval` is the 80 % interval of one customer's residual
    /// margin in minor units, `missing` why there is no model to foretell it.
    pub fn finish(
        &self,
        gold: (GoldCounts, Option<&GoldLine>),
        concentration: Option<Concentration>,
        interval: Option<(f64, f64)>,
        missing: Option<&Why>,
        terms: &Terms,
        notes: &mut Vec<Note>,
    ) -> Value {
        let why_not = if !terms.has_money {
            Some(Why::NoAmounts)
        } else if let Some(why) = missing {
            Some(why.clone())
        } else if self.not_lost == 0 {
            Some(Why::TooFew { have: 0, need: 1 })
        } else {
            None
        };
        if !terms.has_money {
            notes.push(Note { path: "value.gold", why: Why::NoAmounts });
        }
        if let Some(why) = &why_not {
            notes.push(Note { path: "value.lifetime_per_customer", why: why.clone() });
        }
        let foretold = why_not.is_none();
        let per_customer = |minor: i128| {
            let mean = minor as f64 / self.not_lost as f64;
            (self.not_lost > 0).then(|| terms.money(mean.round() as i64)).flatten()
        };
        let historic = i128::from(terms.margin_minor(self.revenue_not_lost));
        let (counts, line) = gold;
        Value {
            margin_12m: terms.margin(self.revenue_12m),
            margin_12m_per_customer: per_customer(i128::from(
                terms.margin_minor(self.revenue_12m_not_lost),
            )),
            lifetime_per_customer: per_customer(historic + i128::from(self.residual))
                .filter(|_| foretold),
            lifetime_interval: interval.filter(|_| foretold).and_then(|(low, high)| {
                Some((terms.money(low.round() as i64)?, terms.money(high.round() as i64)?))
            }),
            residual_total: terms.money(self.residual).filter(|_| missing.is_none()),
            gold: counts.finish(line, terms),
            concentration,
        }
    }
}

/// How concentrated the 12-month margin is, by the revenues above zero.
pub(crate) fn concentration(revenues: Vec<i64>) -> Option<Concentration> {
    let found = stats::concentration::Concentration::of(revenues)?;
    Some(Concentration {
        top_1_percent: found.part_of_top(0.01),
        top_10_percent: found.part_of_top(0.10),
        gini: found.gini(),
    })
}

fn add(sum: &mut i64, amount: i64) {
    *sum = sum.saturating_add(amount);
}
