//! What is to be expected of one customer.

use stats::silent::{Ahead, History, SilentModel};

use crate::book::Customer;
use crate::models::SpendModel;
use crate::terms::Terms;

/// The models that foretell, and the terms they do it under.
#[derive(Clone, Copy)]
pub(crate) struct Foresight<'m> {
    /// Of purchases; prepared for [`Foresight::asked`].
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
    /// Purchases within the horizon if alive.
    pub purchases_if_alive: f64,
    /// Discounted purchases within the value horizon.
    pub discounted_purchases: f64,
    /// Margin per purchase, minor units; `None` without money.
    pub margin_per_purchase: Option<f64>,
}

impl Outlook {
    /// Purchases within the horizon.
    pub fn purchases(&self) -> f64 {
        self.p_alive * self.purchases_if_alive
    }

    /// risk × purchases expected within the horizon if alive.
    pub fn purchases_at_risk(&self) -> f64 {
        self.risk * self.purchases_if_alive
    }

    /// Residual margin over the value horizon, minor units.
    pub fn residual(&self) -> Option<f64> {
        let minor = self.discounted_purchases * self.margin_per_purchase?;
        minor.is_finite().then_some(minor)
    }
}

impl Foresight<'_> {
    /// What a model is asked of everybody: purchases within the horizon, and
    /// discounted ones within the value horizon.
    pub fn asked(terms: &Terms) -> [Ahead; 2] {
        [
            Ahead { days: f64::from(terms.horizon_days), rate: 0.0 },
            Ahead { days: f64::from(terms.value_days), rate: terms.daily_discount },
        ]
    }

    /// What is to be expected of a customer with this history.
    pub fn outlook(&self, customer: &Customer<'_>, history: History) -> Outlook {
        let horizon = f64::from(self.terms.horizon_days);
        let p_alive = self.model.p_alive(history);
        let silent = self.model.p_no_purchase_if_alive(history, horizon);
        let per_purchase = self.spend.per_purchase(customer);
        Outlook {
            p_alive,
            risk: 1.0 - p_alive * (1.0 - silent),
            purchases_if_alive: self.model.expected_purchases_if_alive(history, horizon),
            discounted_purchases: p_alive * self.discounted_if_alive(history),
            margin_per_purchase: per_purchase.map(|minor| minor * self.terms.margin),
        }
    }

    /// Residual margin as it was just after the last purchase, minor units.
    pub fn residual_at_last_purchase(
        &self,
        customer: &Customer<'_>,
        history: History,
    ) -> Option<f64> {
        let then = History { t: history.t_x, ..history };
        let per_purchase = self.spend.per_purchase(customer)? * self.terms.margin;
        let minor = self.model.p_alive(then) * self.discounted_if_alive(then) * per_purchase;
        minor.is_finite().then_some(minor)
    }

    /// What a purchase within the value horizon is worth on average, 0..=1.
    pub fn discount_factor(&self, history: History) -> f64 {
        let days = f64::from(self.terms.value_days);
        let purchases = self.model.expected_purchases_if_alive(history, days);
        let discounted = self.discounted_if_alive(history);
        if purchases > 0.0 { (discounted / purchases).min(1.0) } else { 1.0 }
    }

    fn discounted_if_alive(&self, history: History) -> f64 {
        let days = f64::from(self.terms.value_days);
        self.model.discounted_purchases_if_alive(history, days, self.terms.daily_discount)
    }
}
