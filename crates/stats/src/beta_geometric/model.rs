//! The family's members as models.

use super::BetaGeometric;
use crate::silent::{Forecast, History, Horizon, SilentModel, days_ahead};

/// A model of the family: BG/NBD, MBG/NBD, MBG/CNBD-k.
pub trait DropoutAtPurchases: Send + Sync {
    /// The family's common form of it.
    fn common(&self) -> &BetaGeometric;
}

impl<M: DropoutAtPurchases> SilentModel for M {
    fn p_alive(&self, history: History) -> f64 {
        self.common().p_alive(history)
    }

    fn p_no_purchase(&self, history: History, days: f64) -> f64 {
        let model = self.common();
        let none_if_alive = model.p_no_purchase_if_alive(history, days_ahead(days));
        1.0 - model.p_alive(history) * (1.0 - none_if_alive)
    }

    fn expected_purchases_if_alive(&self, history: History, days: f64) -> f64 {
        self.common().expected_if_alive(history, days)
    }

    fn discounted_purchases_if_alive(&self, history: History, days: f64, rate: f64) -> f64 {
        self.common().discounted_if_alive(history, days, rate)
    }

    fn draw_purchases(&self, history: History, days: f64, seed: u64, draws: &mut [u32]) {
        self.common().draw_purchases(history, days, seed, draws);
    }

    fn forecasts(&self, histories: &[History], horizon: Horizon) -> Vec<Forecast> {
        self.common().forecasts(histories, horizon)
    }
}
