//! A model with its expensive answers worked out ahead.

use crate::histories::Histories;

use super::{Ahead, History, SilentModel};

/// What a model expects if the customer is alive, for one [`Ahead`], read off
/// where it can be.
pub(crate) trait IfAlive: Send + Sync {
    /// Discounted purchases expected; `None` where they were not worked out.
    fn at(&self, history: History) -> Option<f64>;
}

/// A model that looks up what it is asked often and computes the rest.
pub(crate) struct Prepared<M> {
    /// The model.
    pub model: M,
    /// What was worked out.
    pub tables: Vec<(Ahead, Box<dyn IfAlive>)>,
}

impl<M> Prepared<M> {
    fn look_up(&self, history: History, days: f64, rate: f64) -> Option<f64> {
        let is_asked = |ahead: &Ahead| {
            ahead.days.to_bits() == days.to_bits() && ahead.rate.to_bits() == rate.to_bits()
        };
        let (_, table) = self.tables.iter().find(|(ahead, _)| is_asked(ahead))?;
        table.at(history)
    }
}

impl<M: SilentModel + Clone + 'static> SilentModel for Prepared<M> {
    fn p_alive(&self, history: History) -> f64 {
        self.model.p_alive(history)
    }

    fn p_no_purchase_if_alive(&self, history: History, days: f64) -> f64 {
        self.model.p_no_purchase_if_alive(history, days)
    }

    fn expected_purchases_if_alive(&self, history: History, days: f64) -> f64 {
        self.look_up(history, days, 0.0)
            .unwrap_or_else(|| self.model.expected_purchases_if_alive(history, days))
    }

    fn discounted_purchases_if_alive(&self, history: History, days: f64, rate: f64) -> f64 {
        self.look_up(history, days, rate)
            .unwrap_or_else(|| self.model.discounted_purchases_if_alive(history, days, rate))
    }

    fn draw_purchases(&self, history: History, days: f64, seed: u64, draws: &mut [u32]) {
        self.model.draw_purchases(history, days, seed, draws);
    }

    fn prepared(&self, histories: &Histories, ahead: &[Ahead]) -> Box<dyn SilentModel> {
        self.model.prepared(histories, ahead)
    }
}
