//! Expected and discounted purchases of one customer, and of many.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use rayon::prelude::*;

use super::interpolation::OverAge;
use super::purchases::Prospect;
use super::{BetaGeometric, Posterior};
use crate::silent::{Forecast, History, Horizon, days_ahead, discount_rate};
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
    /// passed and, smoothly, on T, so that where an x has many customers a few
    /// ages are computed and the others read off between them.
    pub(crate) fn forecasts(&self, histories: &[History], horizon: Horizon) -> Vec<Forecast> {
        let days = days_ahead(horizon.days);
        let mut groups: BTreeMap<u32, Group> = BTreeMap::new();
        for history in histories {
            groups.entry(history.x).or_insert(Group::NONE).add(history.t);
        }
        let curves: BTreeMap<u32, Curves> = groups
            .into_par_iter()
            .filter(|(_, group)| group.customers > OverAge::COST)
            .map(|(x, group)| (x, self.curves(x, group, horizon)))
            .collect();
        histories
            .par_iter()
            .map(|&history| {
                let posterior = self.posterior(history);
                let p_alive = self.p_alive(history);
                let none_if_alive = self.p_no_purchase_if_alive(history, days);
                let (expected, discounted) = match curves.get(&history.x) {
                    Some(curves) => curves.at(&posterior),
                    None => (
                        self.expected_if_alive(history, days),
                        self.discounted_if_alive(history, horizon.value_days, horizon.rate),
                    ),
                };
                Forecast {
                    p_alive,
                    p_no_purchase: 1.0 - p_alive * (1.0 - none_if_alive),
                    expected_purchases_if_alive: expected,
                    discounted_purchases_if_alive: discounted,
                }
            })
            .collect()
    }

    fn curves(&self, x: u32, group: Group, horizon: Horizon) -> Curves {
        let (days, value_days) = (days_ahead(horizon.days), days_ahead(horizon.value_days));
        let (low, high) = (self.alpha + f64::from(group.low), self.alpha + f64::from(group.high));
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
            discounted: over_age(&|prospect, age| {
                discounted(prospect, age, value_days, horizon.rate)
            }),
        }
    }
}

/// Expected and discounted purchases of one x, by phases passed.
struct Curves {
    expected: Vec<OverAge>,
    discounted: Vec<OverAge>,
}

impl Curves {
    fn at(&self, posterior: &Posterior) -> (f64, f64) {
        let ln_age = posterior.age.ln();
        let read = |curves: &[OverAge]| posterior.over_phases(|j| curves[j as usize].at(ln_age));
        (read(&self.expected), read(&self.discounted))
    }
}

/// The customers of an x: how many, and from which T to which.
#[derive(Clone, Copy)]
struct Group {
    customers: usize,
    low: u32,
    high: u32,
}

impl Group {
    const NONE: Self = Self { customers: 0, low: u32::MAX, high: 0 };

    fn add(&mut self, t: u32) {
        self.customers += 1;
        self.low = self.low.min(t);
        self.high = self.high.max(t);
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
