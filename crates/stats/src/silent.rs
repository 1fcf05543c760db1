//! What all models of silent customers share: histories in, forecasts out.

/// A customer's history in whole days, as the models see it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct History {
    /// Repeat purchases: days with a purchase after the first such day.
    pub x: u32,
    /// Days from the first to the last purchase; 0 where x = 0.
    pub t_x: u32,
    /// Days from the first purchase to the end of observation, `t_x <= t`.
    pub t: u32,
}

/// A fitted model of silent customers. Times are days.
pub trait SilentModel: Send + Sync {
    /// P(still a customer at the end of observation), in 0..=1.
    fn p_alive(&self, history: History) -> f64;

    /// P(no purchase within `days` after the end of observation), in 0..=1.
    fn p_no_purchase(&self, history: History, days: f64) -> f64;

    /// Purchases expected within `days` after the end of observation, >= 0.
    fn expected_purchases(&self, history: History, days: f64) -> f64;

    /// Purchases expected within `days` if the customer is alive at the end of observation.
    fn expected_purchases_if_alive(&self, history: History, days: f64) -> f64 {
        let alive = self.p_alive(history);
        if alive > 0.0 { self.expected_purchases(history, days) / alive } else { 0.0 }
    }

    /// Purchases expected within `days`, each worth `exp(-rate * time)` with
    /// `rate` per day, >= 0.
    fn discounted_purchases(&self, history: History, days: f64, rate: f64) -> f64;

    /// Fills `draws` with purchases within `days`, drawn from the posterior of
    /// rate and dropout given the history; the same seed gives the same draws.
    fn draw_purchases(&self, history: History, days: f64, seed: u64, draws: &mut [u32]);
}

/// One parameter of a fitted model.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Parameter {
    /// Its symbol in the paper.
    pub name: &'static str,
    /// Its estimate.
    pub value: f64,
    /// Its standard error by the observed information; `None` where that is singular.
    pub standard_error: Option<f64>,
}

/// A model and how it was fitted.
#[derive(Debug, Clone, PartialEq)]
pub struct Fit<M> {
    /// The model at the maximum of the likelihood.
    pub model: M,
    /// Its parameters, in the paper's order.
    pub parameters: Vec<Parameter>,
    /// Log-likelihood at the maximum.
    pub log_likelihood: f64,
    /// Customers it was fitted to.
    pub n: u64,
    /// Whether the gradient vanished there.
    pub converged: bool,
}

/// Why a model could not be fitted.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum FitError {
    /// No histories.
    #[error("there are no customers to fit the model to")]
    Empty,
    /// Nobody ever came back.
    #[error("nobody ever came back, so the model has nothing to learn from")]
    NoRepeats,
    /// An argument outside its domain.
    #[error("{name} = {value} is outside its domain ({domain})")]
    Domain {
        /// The argument.
        name: &'static str,
        /// Its value.
        value: f64,
        /// What it must be.
        domain: &'static str,
    },
}
