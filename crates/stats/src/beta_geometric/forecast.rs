//! Expected and discounted purchases, computed and read off.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use rayon::prelude::*;

use super::interpolation::OverAge;
use super::purchases::Prospect;
use super::{BetaGeometric, Posterior};
use crate::histories::Histories;
use crate::silent::{Ahead, History, IfAlive, days_ahead, discount_rate};
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

    /// What is expected `ahead` if alive depends on x, the phases passed and,
    /// smoothly, on T: where an x has many customers, a few ages are computed
    /// and the others read off between them.
    pub(crate) fn if_alive(&self, histories: &Histories, ahead: Ahead) -> ByAge {
        let of_x = |x: u32| {
            // Nobody buys on more days than there are.
            let from = self.alpha + f64::from(x.min(histories.longest()));
            let to = self.alpha + f64::from(histories.longest());
            let any_age = self.posterior(History { x, t_x: 0, t: 0 });
            let curve = |j: u32| {
                let prospect = any_age.prospect(j);
                OverAge::of(from.ln(), to.ln(), |ln_age| {
                    discounted(&prospect, ln_age.exp(), days_ahead(ahead.days), ahead.rate)
                })
            };
            (0..self.shape.k).map(curve).collect()
        };
        let curves = histories
            .by_x()
            .par_iter()
            .filter(|(_, customers)| *customers > OverAge::COST)
            .map(|&(x, _)| (x, of_x(x)))
            .collect();
        ByAge { model: *self, curves }
    }
}

/// Purchases expected if alive, by x: one curve over age for each number of
/// phases passed.
pub(crate) struct ByAge {
    model: BetaGeometric,
    curves: BTreeMap<u32, Vec<OverAge>>,
}

impl IfAlive for ByAge {
    fn at(&self, history: History) -> Option<f64> {
        let curves = self.curves.get(&history.x)?;
        let posterior = self.model.posterior(history);
        let ln_age = posterior.age.ln();
        curves[0].holds(ln_age).then(|| posterior.over_phases(|j| curves[j as usize].at(ln_age)))
    }
}

/// Purchases within `days`, discounted at `rate`: by parts,
/// e^(−δh) E(h) + δ ∫₀ʰ e^(−δu) E(u) du, all of it positive. Time u is taken as
/// the log of its growth, in which E is smooth; beyond e⁻⁴⁰ nothing counts.
fn discounted(prospect: &Prospect, age: f64, days: f64, rate: f64) -> f64 {
    let rate = discount_rate(rate);
    if rate <= 0.0 {
        return prospect.expected(days / age);
    }
    let end = days.min(40.0 / rate);
    let worth = |u: f64| (-rate * u).exp() * prospect.expected(u / age);
    let growth = (end / age).ln_1p();
    // Discounts that bend within the horizon need finer panels.
    let (widest, rule) = if rate * end < 4.0 { (4.0, &RULES[0]) } else { (2.0, &RULES[1]) };
    let panels = (growth / widest).ceil().max(1.0);
    let integral: f64 = (0..panels as u32)
        .map(|i| {
            let edge = |i: u32| growth * f64::from(i) / panels;
            rule.integrate(edge(i), edge(i + 1), |z| age * z.exp() * worth(age * z.exp_m1()))
        })
        .sum();
    worth(end) + rate * integral
}

static RULES: LazyLock<[GaussLegendre; 2]> = LazyLock::new(|| [16, 24].map(GaussLegendre::new));
