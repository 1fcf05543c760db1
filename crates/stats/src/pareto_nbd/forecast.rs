//! What the model says of a customer's future.

use std::sync::LazyLock;

use rand::RngExt;
use rayon::prelude::*;

use super::ParetoNbd;
use super::integral::Leaving;
use crate::histories::Histories;
use crate::silent::random::{draw, exponential, gamma, generator, poisson};
use crate::silent::{Ahead, History, IfAlive, Prepared, SilentModel, days_ahead, discount_rate};
use crate::special::{GaussLegendre, expm1_ratio, logistic};

impl ParetoNbd {
    fn leaving(&self, x: u32) -> Leaving {
        Leaving { alpha: self.alpha, beta: self.beta, size: self.r + f64::from(x), s: self.s }
    }

    /// λ's mean if alive: (r + x)/(α + T).
    fn mean_rate(&self, history: History) -> f64 {
        (self.r + f64::from(history.x)) / (self.alpha + f64::from(history.t))
    }

    /// Days expected alive of the next `days`: ∫₀ʰ (1 + u/B)^−s du with
    /// B = β + T, through its limit at s = 1.
    fn days_alive(&self, t: u32, days: f64) -> f64 {
        let lifetime = self.beta + f64::from(t);
        let growth = (days / lifetime).ln_1p();
        lifetime * growth * expm1_ratio((1.0 - self.s) * growth)
    }

    /// The same with each day worth e^(−δu): in z = ln(1 + u/B), as Kummer's
    /// U(1, 2 − s, δB) is for an endless horizon (Fader, Hardie & Lee 2005, "RFM
    /// and CLV", eq. 10), positive all through. Beyond e⁻⁴⁰ nothing counts.
    fn discounted_days_alive(&self, t: u32, days: f64, rate: f64) -> f64 {
        const PANEL: f64 = 2.0;
        let rate = discount_rate(rate);
        if rate <= 0.0 {
            return self.days_alive(t, days);
        }
        let lifetime = self.beta + f64::from(t);
        let mut growth = (days.min(40.0 / rate) / lifetime).ln_1p();
        if self.s > 1.0 {
            growth = growth.min(40.0 / (self.s - 1.0));
        }
        let panels = (growth / PANEL).ceil().max(1.0);
        let sum: f64 = (0..panels as u32)
            .map(|i| {
                let edge = |i: u32| growth * f64::from(i) / panels;
                RULE.integrate(edge(i), edge(i + 1), |z| {
                    ((1.0 - self.s) * z - rate * lifetime * z.exp_m1()).exp()
                })
            })
            .sum();
        lifetime * sum
    }
}

impl SilentModel for ParetoNbd {
    fn p_alive(&self, history: History) -> f64 {
        let (t_x, t) = (f64::from(history.t_x.min(history.t)), f64::from(history.t));
        let leaving = self.leaving(history.x);
        let (age, lifetime) = (self.alpha + t_x, self.beta + t_x);
        let ln_odds_of_leaving = (self.s / lifetime).ln()
            + leaving.ln_integral(t_x, t)
            + leaving.size * ((t - t_x) / age).ln_1p()
            + self.s * ((t - t_x) / lifetime).ln_1p();
        logistic(-ln_odds_of_leaving)
    }

    /// Neither a purchase nor an end, or an end before any purchase.
    fn p_no_purchase_if_alive(&self, history: History, days: f64) -> f64 {
        let days = days_ahead(days);
        let leaving = self.leaving(history.x);
        let t = f64::from(history.t);
        let (age, lifetime) = (self.alpha + t, self.beta + t);
        let neither =
            (-leaving.size * (days / age).ln_1p() - self.s * (days / lifetime).ln_1p()).exp();
        let left = (leaving.ln_integral(t, t + days) + (self.s / lifetime).ln()).exp();
        (neither + left).min(1.0)
    }

    fn expected_purchases_if_alive(&self, history: History, days: f64) -> f64 {
        self.mean_rate(history) * self.days_alive(history.t, days_ahead(days))
    }

    fn discounted_purchases_if_alive(&self, history: History, days: f64, rate: f64) -> f64 {
        self.mean_rate(history) * self.discounted_days_alive(history.t, days_ahead(days), rate)
    }

    fn draw_purchases(&self, history: History, days: f64, seed: u64, draws: &mut [u32]) {
        let mut rng = generator(seed);
        let days = days_ahead(days);
        let p_alive = self.p_alive(history);
        let t = f64::from(history.t);
        let (age, lifetime) = (self.alpha + t, self.beta + t);
        let size = self.r + f64::from(history.x);
        let (rates, ends) = (gamma(size, age), gamma(self.s, lifetime));
        for drawn in draws {
            *drawn = 0;
            if rng.random::<f64>() < p_alive {
                let rate = draw(rates.as_ref(), &mut rng, size / age);
                let end = draw(ends.as_ref(), &mut rng, self.s / lifetime);
                let alive = exponential(end, &mut rng).min(days);
                *drawn = poisson(rate * alive, &mut rng) as u32;
            }
        }
    }

    fn prepared(&self, histories: &Histories, ahead: &[Ahead]) -> Box<dyn SilentModel> {
        let table = |&ahead: &Ahead| -> (Ahead, Box<dyn IfAlive>) {
            let days = days_ahead(ahead.days);
            let days_alive = (0..=histories.longest().min(LONGEST_TABLE))
                .into_par_iter()
                .map(|t| self.discounted_days_alive(t, days, ahead.rate))
                .collect();
            (ahead, Box::new(ByAge { model: *self, days_alive }))
        };
        Box::new(Prepared { model: *self, tables: ahead.iter().map(table).collect() })
    }
}

/// The longest T that is tabulated: 54 years.
const LONGEST_TABLE: u32 = 20_000;

/// Discounted days alive by T.
struct ByAge {
    model: ParetoNbd,
    days_alive: Vec<f64>,
}

impl IfAlive for ByAge {
    fn at(&self, history: History) -> Option<f64> {
        let days_alive = self.days_alive.get(history.t as usize)?;
        Some(self.model.mean_rate(history) * days_alive)
    }
}

static RULE: LazyLock<GaussLegendre> = LazyLock::new(|| GaussLegendre::new(24));
