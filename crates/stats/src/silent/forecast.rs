//! What a model says of one customer's future.

use super::{History, SilentModel};

/// How far ahead a forecast looks.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Horizon {
    /// Days for the probability of no purchase and for expected purchases.
    pub days: f64,
    /// Days for discounted purchases.
    pub value_days: f64,
    /// Discount rate per day, continuous: ln(1 + yearly) / 365.
    pub rate: f64,
}

/// A customer's future under a model, as the methods of
/// [`SilentModel`] define it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Forecast {
    /// P(still a customer at the end of observation).
    pub p_alive: f64,
    /// P(no purchase within the horizon).
    pub p_no_purchase: f64,
    /// Purchases expected within the horizon if alive.
    pub expected_purchases_if_alive: f64,
    /// Discounted purchases within the value horizon if alive.
    pub discounted_purchases_if_alive: f64,
}

impl Forecast {
    /// Purchases expected within the horizon.
    #[must_use]
    pub fn expected_purchases(&self) -> f64 {
        self.p_alive * self.expected_purchases_if_alive
    }

    /// Discounted purchases within the value horizon.
    #[must_use]
    pub fn discounted_purchases(&self) -> f64 {
        self.p_alive * self.discounted_purchases_if_alive
    }
}

/// Each answer by itself.
pub(super) fn of_one<M: SilentModel + ?Sized>(
    model: &M,
    history: History,
    horizon: Horizon,
) -> Forecast {
    let Horizon { days, value_days, rate } = horizon;
    Forecast {
        p_alive: model.p_alive(history),
        p_no_purchase: model.p_no_purchase(history, days),
        expected_purchases_if_alive: model.expected_purchases_if_alive(history, days),
        discounted_purchases_if_alive: model
            .discounted_purchases_if_alive(history, value_days, rate),
    }
}
