//! What all models of silent customers share: histories in, forecasts out.
//!
//! [`SilentModel`] is what a fitted model answers about a customer, whose past
//! is a [`History`]; [`simulate`] makes up customers who follow a model.
//!
//! ```
//! use stats::histories::Histories;
//! use stats::mbg_nbd::MbgNbd;
//! use stats::silent::{History, SilentModel};
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let customers: Vec<History> = [(0, 0, 90), (2, 40, 85), (1, 9, 60), (6, 70, 71), (0, 0, 30)]
//!     .map(|(x, t_x, t)| History { x, t_x, t })
//!     .to_vec();
//! let fit = MbgNbd::fit(&Histories::new(&customers)?)?;
//! assert!(fit.model.p_alive(customers[3]) > fit.model.p_alive(customers[2]));
//! # Ok(())
//! # }
//! ```

#[cfg(test)]
pub(crate) mod cdnow;
mod estimate;
mod prepared;
pub(crate) mod random;
mod rates;
mod silence;
pub mod simulate;
#[cfg(test)]
mod tests;

pub(crate) use estimate::Estimate;
pub(crate) use prepared::{IfAlive, Prepared};
pub(crate) use rates::add_rates;

use crate::histories::Histories;

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

/// A fitted model of silent customers. Times are days; a number of days that is
/// negative or not a number counts as 0, and more than [`LONGEST_DAYS`] as that.
pub trait SilentModel: Send + Sync {
    /// P(still a customer at the end of observation), in 0..=1.
    fn p_alive(&self, history: History) -> f64;

    /// P(no purchase within `days` after the end of observation) of a customer
    /// who is alive then, in 0..=1.
    fn p_no_purchase_if_alive(&self, history: History, days: f64) -> f64;

    /// Purchases expected within `days` if the customer is alive at the end of
    /// observation, >= 0.
    fn expected_purchases_if_alive(&self, history: History, days: f64) -> f64;

    /// As [`SilentModel::expected_purchases_if_alive`], each purchase worth
    /// `exp(-rate * time)` with `rate` per day; one that is negative or not a
    /// number counts as 0.
    fn discounted_purchases_if_alive(&self, history: History, days: f64, rate: f64) -> f64;

    /// Fills `draws` with purchases within `days`, drawn from the posterior of
    /// rate and dropout given the history; the same seed gives the same draws.
    fn draw_purchases(&self, history: History, days: f64, seed: u64, draws: &mut [u32]);

    /// P(no purchase within `days` after the end of observation), in 0..=1.
    fn p_no_purchase(&self, history: History, days: f64) -> f64 {
        1.0 - self.p_alive(history) * (1.0 - self.p_no_purchase_if_alive(history, days))
    }

    /// Purchases expected within `days` after the end of observation, >= 0.
    fn expected_purchases(&self, history: History, days: f64) -> f64 {
        self.p_alive(history) * self.expected_purchases_if_alive(history, days)
    }

    /// Purchases expected within `days`, each worth `exp(-rate * time)` with
    /// `rate` per day, >= 0.
    fn discounted_purchases(&self, history: History, days: f64, rate: f64) -> f64 {
        self.p_alive(history) * self.discounted_purchases_if_alive(history, days, rate)
    }

    /// The same model with what it is asked often worked out: if alive,
    /// purchases expected `ahead`, for customers like those of `histories`. The
    /// expected purchases of one `Ahead` are asked for with just its days (and
    /// a rate of 0), the discounted ones with its days and rate; these agree
    /// with the model's own to six digits, everything else is the model's own.
    fn prepared(&self, histories: &Histories, ahead: &[Ahead]) -> Box<dyn SilentModel>;

    /// The fewest days of silence after the last purchase at `t_x` at which
    /// P(alive) is below `level`; `None` where it still is not after
    /// [`LONGEST_SILENCE`].
    fn silence_until_p_alive_below(&self, x: u32, t_x: u32, level: f64) -> Option<u32> {
        silence::until_below(level, |silence| {
            self.p_alive(History { x, t_x, t: t_x.saturating_add(silence) })
        })
    }
}

/// How far ahead purchases are asked for, and how they are discounted.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Ahead {
    /// Days after the end of observation.
    pub days: f64,
    /// Discount per day, continuous: ln(1 + yearly)/365; 0 for none.
    pub rate: f64,
}

/// The farthest the models look ahead: 27,000 years.
pub const LONGEST_DAYS: f64 = 1e7;

/// The longest silence that is looked at: 11,000 years of days.
pub const LONGEST_SILENCE: u32 = (1 << 22) - 1;

/// A discount rate as the models take it.
pub(crate) fn discount_rate(rate: f64) -> f64 {
    if rate.is_nan() { 0.0 } else { rate.clamp(0.0, 1e6) }
}

/// `days` as the models take them.
pub(crate) fn days_ahead(days: f64) -> f64 {
    if days.is_nan() { 0.0 } else { days.clamp(0.0, LONGEST_DAYS) }
}
