//! Expected and discounted purchases of one customer, and of many.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use rayon::prelude::*;

use super::interpolation::OverAge;
use super::purchases::Prospect;
use super::{BetaGeometric, Posterior};
use crate::silent::{Forecast, History, Horizon, days_ahead};
use crate::special::GaussLegendre;

impl Posterior {
    /// The prospect after j phases since the last purchase.
    fn prospect(&self, passed: u32) -> Prospect {
        Prospect {
            k: self.k,
            passed,
            size: self.size + f64::from(passed),
            leaves: self.leaves,
            stays: self.stays,
        }
    }

    /// Σ P(j | alive) f(j) over the phases that may have passed.
    fn over_phases(&self, f: impl Fn(u32) -> f64) -> f64 {
        if self.k == 1 {
            return f(0);
        }
        let (mut sum, mut weights) = (0.0, 0.0);
        for (j, weight) in (0..self.k).zip(self.phase_weights()) {
            sum += weight * f(j);
            weights += weight;
        }
        sum / weights
    }
}

impl BetaGeometric {
    pub(crate) fn expected_if_alive(&self, history: History, days: f64) -> f64 {
        let posterior = self.posterior(history);
        posterior.over_phases(|j| posterior.prospect(j).expected(days_ahead(days) / posterior.age))
    }

    pub(crate) fn discounted_if_alive(&self, history: History, days: f64, rate: f64) -> f64 {
        let posterior = self.posterior(history);
        posterior.over_phases(|j| {
            discounted(&posterior.prospect(j), posterior.age, days_ahead(days), rate)
        })
    }

    /// Forecasts that share their work: if alive, they depend on x, the phases
    /// passed and, smoothly, on T, so that few are computed and the others read
    /// off between them.
    pub(crate) fn forecasts(&self, histories: &[History], horizon: Horizon) -> Vec<Forecast> {
        let days = days_ahead(horizon.days);
        let value_days = days_ahead(horizon.value_days);
        let mut spans: BTreeMap<u32, Span> = BTreeMap::new();
        for history in histories {
            spans.entry(history.x).or_insert(Span::NONE).widen(history.t);
        }
        let curves: BTreeMap<u32, Curves> = spans
            .into_par_iter()
            .map(|(x, span)| (x, self.curves(x, span, days, value_days, horizon.rate)))
            .collect();
        histories
            .par_iter()
            .map(|&history| {
                let posterior = self.posterior(history);
                let curves = &curves[&history.x];
                let ln_age = posterior.age.ln();
                let p_alive = self.p_alive(history);
                let none_if_alive = self.p_no_purchase_if_alive(history, days);
                Forecast {
                    p_alive,
                    p_no_purchase: 1.0 - p_alive * (1.0 - none_if_alive),
                    expected_purchases_if_alive: posterior
                        .over_phases(|j| curves.expected[j as usize].at(ln_age)),
                    discounted_purchases_if_alive: posterior
                        .over_phases(|j| curves.discounted[j as usize].at(ln_age)),
                }
            })
            .collect()
    }

    fn curves(&self, x: u32, span: Span, days: f64, value_days: f64, rate: f64) -> Curves {
        let (low, high) = (self.alpha + f64::from(span.low), self.alpha + f64::from(span.high));
        let any_age = self.posterior(History { x, t_x: 0, t: 0 });
        let over_age = |f: &dyn Fn(&Prospect, f64) -> f64| {
            (0..self.shape.k)
                .map(|j| {
                    let prospect = any_age.prospect(j);
                    OverAge::of(low.ln(), high.ln(), |ln_age| f(&prospect, ln_age.exp()))
                })
                .collect()
        };
        Curves {
            expected: over_age(&|prospect, age| prospect.expected(days / age)),
            discounted: over_age(&|prospect, age| discounted(prospect, age, value_days, rate)),
        }
    }
}

/// Expected and discounted purchases of one x, by phases passed.
struct Curves {
    expected: Vec<OverAge>,
    discounted: Vec<OverAge>,
}

/// The T of an x.
#[derive(Clone, Copy)]
struct Span {
    low: u32,
    high: u32,
}

impl Span {
    const NONE: Self = Self { low: u32::MAX, high: 0 };

    fn widen(&mut self, t: u32) {
        self.low = self.low.min(t);
        self.high = self.high.max(t);
    }
}

/// Purchases within `days`, discounted at `rate`: by parts,
/// e^(−δh) E(h) + δ ∫₀ʰ e^(−δu) E(u) du, all of it positive. Time u is taken as
/// the log of its growth, in which E is smooth; beyond e⁻⁴⁰ nothing counts.
fn discounted(prospect: &Prospect, age: f64, days: f64, rate: f64) -> f64 {
    // The widest a panel may be in the log of growth.
    const PANEL: f64 = 2.0;
    if rate.is_nan() || rate <= 0.0 {
        return prospect.expected(days / age);
    }
    let end = days.min(40.0 / rate);
    let worth = |u: f64| (-rate * u).exp() * prospect.expected(u / age);
    let growth = (end / age).ln_1p();
    let panels = (growth / PANEL).ceil().max(1.0);
    let integral: f64 = (0..panels as u32)
        .map(|i| {
            let edge = |i: u32| growth * f64::from(i) / panels;
            RULE.integrate(edge(i), edge(i + 1), |z| age * z.exp() * worth(age * z.exp_m1()))
        })
        .sum();
    worth(end) + rate * integral
}

static RULE: LazyLock<GaussLegendre> = LazyLock::new(|| GaussLegendre::new(12));
