//! What is to be expected of one customer.

use stats::silent::{History, SilentModel};

use crate::book::Customer;
use crate::models::SpendModel;
use crate::terms::Terms;

/// The models that foretell, and the terms they do it under.
#[derive(Clone, Copy)]
pub(crate) struct Foresight<'m> {
    /// Of purchases.
    pub model: &'m dyn SilentModel,
    /// Of what they come to.
    pub spend: &'m SpendModel,
    /// Horizons, discount, margin.
    pub terms: &'m Terms,
}

/// What is to be expected of one customer.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Outlook {
    /// P(alive).
    pub p_alive: f64,
    /// P(no purchase within the horizon).
    pub risk: f64,
    /// Purchases within the horizon.
    pub purchases: f64,
    /// The same, discounted, within the value horizon.
    pub discounted_purchases: f64,
    /// Margin per purchase, minor units; `None` without money.
    pub margin_per_purchase: Option<f64>,
}

impl Outlook {
    /// risk × purchases expected within the horizon if alive.
    pub fn purchases_at_risk(&self) -> f64 {
        if self.p_alive > 0.0 { self.risk * self.purchases / self.p_alive } else { 0.0 }
    }

    /// Residual margin over the value horizon, minor units.
    pub fn residual(&self) -> Option<f64> {
        let minor = self.discounted_purchases * self.margin_per_purchase?;
        minor.is_finite().then_some(minor)
    }
}

impl Foresight<'_> {
    /// What is to be expected of a customer with this history.
    pub fn outlook(&self, customer: &Customer<'_>, history: History) -> Outlook {
        let horizon = f64::from(self.terms.horizon_days);
        Outlook {
            p_alive: self.model.p_alive(history),
            risk: self.model.p_no_purchase(history, horizon),
            purchases: self.model.expected_purchases(history, horizon),
            discounted_purchases: self.discounted(history),
            margin_per_purchase: self.margin_per_purchase(customer),
        }
    }

    /// Residual margin as it was just after the last purchase, minor units.
    pub fn residual_at_last_purchase(
        &self,
        customer: &Customer<'_>,
        history: History,
    ) -> Option<f64> {
        let then = History { t: history.t_x, ..history };
        let minor = self.discounted(then) * self.margin_per_purchase(customer)?;
        minor.is_finite().then_some(minor)
    }

    /// What a purchase within the value horizon is worth on average, 0..=1.
    pub fn discount_factor(&self, history: History) -> f64 {
        let days = f64::from(self.terms.value_days);
        let purchases = self.model.expected_purchases(history, days);
        if purchases > 0.0 { (self.discounted(history) / purchases).min(1.0) } else { 1.0 }
    }

    fn discounted(&self, history: History) -> f64 {
        let days = f64::from(self.terms.value_days);
        self.model.discounted_purchases(history, days, self.terms.daily_discount)
    }

    fn margin_per_purchase(&self, customer: &Customer<'_>) -> Option<f64> {
        self.spend.per_purchase(customer).map(|minor| minor * self.terms.margin)
    }
}
