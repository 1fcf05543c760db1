//! The family's members as models.

use super::BetaGeometric;
use crate::histories::Histories;
use crate::silent::{Ahead, History, IfAlive, Prepared, SilentModel, days_ahead};

/// A model of the family: BG/NBD, MBG/NBD, MBG/CNBD-k.
pub trait DropoutAtPurchases: Copy + Send + Sync + 'static {
    /// The family's common form of it.
    fn common(&self) -> &BetaGeometric;
}

impl<M: DropoutAtPurchases> SilentModel for M {
    fn p_alive(&self, history: History) -> f64 {
        self.common().p_alive(history)
    }

    fn p_no_purchase_if_alive(&self, history: History, days: f64) -> f64 {
        self.common().p_no_purchase_if_alive(history, days_ahead(days))
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

    fn prepared(&self, histories: &Histories, ahead: &[Ahead]) -> Box<dyn SilentModel> {
        let table = |&ahead: &Ahead| -> (Ahead, Box<dyn IfAlive>) {
            (ahead, Box::new(self.common().if_alive(histories, ahead)))
        };
        Box::new(Prepared { model: *self, tables: ahead.iter().map(table).collect() })
    }
}
