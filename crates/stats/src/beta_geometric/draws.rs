//! Purchases drawn from the posterior.

use rand::RngExt;

use super::BetaGeometric;
use crate::silent::random::{beta, draw, gamma, generator, last_purchase, poisson};
use crate::silent::{History, days_ahead};

impl BetaGeometric {
    /// Whether alive, then phases passed, rate and dropout, then the phases
    /// within `days`, cut where the customer leaves.
    pub(crate) fn draw_purchases(&self, history: History, days: f64, seed: u64, draws: &mut [u32]) {
        let mut rng = generator(seed);
        let days = days_ahead(days);
        let p_alive = self.p_alive(history);
        let posterior = self.posterior(history);
        let all_phases = posterior.phases_passed();
        let dropout = beta(posterior.leaves, posterior.stays);
        let mean_dropout = posterior.leaves / (posterior.leaves + posterior.stays);
        let by_phases: Vec<_> = (0..posterior.k)
            .zip(posterior.phase_weights())
            .map(|(j, weight)| {
                let size = posterior.size + f64::from(j);
                (f64::from(j), weight / all_phases, gamma(size, posterior.age), size)
            })
            .collect();
        for drawn in draws {
            *drawn = 0;
            if rng.random::<f64>() >= p_alive {
                continue;
            }
            let mut share: f64 = if by_phases.len() > 1 { rng.random() } else { 0.0 };
            let passed = by_phases.iter().find(|(_, weight, ..)| {
                share -= weight;
                share < 0.0
            });
            let Some((j, _, rates, size)) = passed.or(by_phases.last()) else { continue };
            let rate = draw(rates.as_ref(), &mut rng, size / posterior.age);
            let p = draw(dropout.as_ref(), &mut rng, mean_dropout);
            let phases = poisson(rate * days, &mut rng);
            let purchases = ((phases + j) / f64::from(posterior.k)).floor();
            if purchases > 0.0 {
                *drawn = purchases.min(last_purchase(p, &mut rng)) as u32;
            }
        }
    }
}
