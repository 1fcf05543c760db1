//! Times the models of spend and gaps and the scores at scale:
//! `cargo bench -p stats --bench spend`.
//!
//! Prints the least of several runs in milliseconds; an argument that is a part
//! of a name picks the work: `cargo bench -p stats --bench spend -- gamma`.

use std::hint::black_box;
use std::time::Instant;

use rand::{RngExt, SeedableRng};
use rand_distr::{Distribution, Gamma};
use rand_xoshiro::Xoshiro256PlusPlus;
use stats::gamma_gamma::{GammaGamma, Spender, correlation};
use stats::gaps::{CompletedGaps, GapPrior};
use stats::scores::Ranked;

const SEED: u64 = 1997;
const RUNS: usize = 5;
/// Customers of a hundred million orders.
const CUSTOMERS: u32 = 4_600_000;

fn main() {
    let wanted = std::env::args().skip(1).find(|argument| !argument.starts_with('-'));
    let is_wanted = |name: &str| wanted.as_ref().is_none_or(|part| name.contains(part));

    if is_wanted("gamma_gamma") {
        for customers in [1_000_000, CUSTOMERS] {
            let spenders = spenders(customers);
            time("gamma_gamma fit", customers, || GammaGamma::fit(&spenders));
            time("gamma_gamma correlation", customers, || correlation(&spenders));
        }
    }
    if is_wanted("gaps") {
        let gaps = gaps(CUSTOMERS);
        time("gaps fit", CUSTOMERS, || GapPrior::fit(&gaps));
        let prior = GapPrior::fit(&gaps).ok().map(|fit| fit.model);
        time("gaps limits", CUSTOMERS, || {
            let limit = |i| prior.map_or(0.0, |prior| prior.limit(0.95, i % 40, i % 1000));
            (0..CUSTOMERS).map(limit).sum::<f64>()
        });
    }
    if is_wanted("scores") {
        let outcomes = outcomes(CUSTOMERS);
        time("scores ranked and auc", CUSTOMERS, || {
            Ranked::new(outcomes.clone()).and_then(|ranked| ranked.auc())
        });
    }
}

/// Customers whose spend follows CDNOW's Gamma–Gamma.
fn spenders(customers: u32) -> Vec<Spender> {
    let mut rng = Xoshiro256PlusPlus::seed_from_u64(SEED);
    let mut gamma = |shape: f64, rate: f64| {
        Gamma::new(shape, 1.0 / rate).map_or(1.0, |gamma| gamma.sample(&mut rng))
    };
    (0..customers)
        .map(|i| {
            let purchases = 1 + (i % 97) * (i % 7) / 30;
            let rate = gamma(3.74, 15.44);
            let total = gamma(6.25 * f64::from(purchases), rate);
            Spender { purchases, mean: total / f64::from(purchases) }
        })
        .collect()
}

/// Customers with up to twenty gaps over three years.
fn gaps(customers: u32) -> CompletedGaps {
    let mut rng = Xoshiro256PlusPlus::seed_from_u64(SEED);
    let mut gaps = CompletedGaps::default();
    for _ in 0..customers {
        gaps.add(rng.random_range(0..20), rng.random_range(0..1095), 1);
    }
    gaps
}

/// Probabilities and whether it happened.
fn outcomes(customers: u32) -> Vec<(f64, bool)> {
    let mut rng = Xoshiro256PlusPlus::seed_from_u64(SEED);
    (0..customers)
        .map(|_| {
            let p: f64 = rng.random();
            (p, rng.random::<f64>() < p)
        })
        .collect()
}

/// Prints the least time of some runs.
fn time<T>(name: &str, customers: u32, work: impl Fn() -> T) {
    let least = (0..RUNS)
        .map(|_| {
            let begin = Instant::now();
            black_box(work());
            begin.elapsed().as_secs_f64() * 1e3
        })
        .fold(f64::INFINITY, f64::min);
    println!("{name}, {customers} customers: {least:.1} ms");
}
