//! Forecasts against customers who live out the models' assumptions event by
//! event: what is expected must come true on average, by number of purchases.

use rand::RngExt;
use rand_distr::Distribution;
use rand_xoshiro::Xoshiro256PlusPlus;

use super::*;
use crate::silent::random::{beta, exponential, gamma, generator};

/// Events are days apart, so that whole days are fine enough.
const ALPHA: f64 = 400.0;
const OBSERVED: u32 = 1500;
const AHEAD: f64 = 1000.0;
const CUSTOMERS: usize = 60_000;

/// A customer's purchases after the first until `OBSERVED + AHEAD`, in days,
/// and until when they were one.
struct Life {
    purchases: Vec<f64>,
    until: f64,
}

/// Leaves with probability p after each purchase, the first one too if so.
fn leaves_at_purchases(
    rng: &mut Xoshiro256PlusPlus,
    [r, a, b]: [f64; 3],
    k: u32,
    at_first: bool,
) -> Life {
    let rate = gamma(r, ALPHA).unwrap().sample(rng);
    let p = beta(a, b).unwrap().sample(rng);
    let mut life = Life { purchases: Vec::new(), until: f64::INFINITY };
    if at_first && rng.random::<f64>() < p {
        life.until = 0.0;
        return life;
    }
    let mut time = 0.0;
    loop {
        time += (0..k).map(|_| exponential(rate, rng)).sum::<f64>();
        if time > f64::from(OBSERVED) + AHEAD {
            return life;
        }
        life.purchases.push(time);
        if rng.random::<f64>() < p {
            life.until = time;
            return life;
        }
    }
}

/// Leaves at a time of its own.
fn leaves_any_time(rng: &mut Xoshiro256PlusPlus, [r, s, b]: [f64; 3]) -> Life {
    let rate = gamma(r, ALPHA).unwrap().sample(rng);
    let end = gamma(s, b).unwrap().sample(rng);
    let until = exponential(end, rng);
    let mut life = Life { purchases: Vec::new(), until };
    let mut time = exponential(rate, rng);
    while time < until.min(f64::from(OBSERVED) + AHEAD) {
        life.purchases.push(time);
        time += exponential(rate, rng);
    }
    life
}

impl Life {
    fn observed(&self) -> History {
        let seen = self.purchases.iter().filter(|&&time| time <= f64::from(OBSERVED));
        let (x, last) = seen.fold((0, 0.0), |(x, _), &time| (x + 1, time));
        history(x, (f64::round(last) as u32).min(OBSERVED), OBSERVED)
    }

    fn later(&self) -> impl Iterator<Item = f64> {
        let end = f64::from(OBSERVED);
        self.purchases.iter().map(move |time| time - end).filter(|&time| time > 0.0)
    }
}

/// Mean and standard error of what was foretold less what came.
#[derive(Default)]
struct Surprise {
    n: f64,
    sum: f64,
    squares: f64,
}

impl Surprise {
    fn add(&mut self, foretold: f64, came: f64) {
        let off = foretold - came;
        self.n += 1.0;
        self.sum += off;
        self.squares += off * off;
    }

    fn assert_chance(&self, what: &str) {
        let mean = self.sum / self.n;
        let error = (self.squares / self.n - mean * mean).sqrt() / self.n.sqrt();
        assert!(mean.abs() < 4.0 * error + 1e-9, "{what}: off by {mean} ± {error}, n = {}", self.n);
    }
}

fn assert_foretells(name: &str, model: &dyn SilentModel, mut live: impl FnMut() -> Life) {
    const RATE: f64 = 0.001;
    let groups = ["x = 0", "x = 1", "x = 2 or 3", "x > 3"];
    let mut surprises: [[Surprise; 4]; 4] = Default::default();
    for i in 0..CUSTOMERS {
        let life = live();
        let at = life.observed();
        let group = [0, 1, 2, 2, 3][at.x.min(4) as usize];
        let [alive, none, count, worth] = &mut surprises[group];
        let is_alive = life.until > f64::from(OBSERVED);
        alive.add(model.p_alive(at), f64::from(u8::from(is_alive)));
        let came = life.later().count();
        none.add(model.p_no_purchase(at, AHEAD), f64::from(u8::from(came == 0)));
        count.add(model.expected_purchases(at, AHEAD), came as f64);
        if i % 10 == 0 {
            let discounted = life.later().map(|time| (-RATE * time).exp()).sum();
            worth.add(model.discounted_purchases(at, AHEAD, RATE), discounted);
        }
    }
    for (group, [alive, none, count, worth]) in groups.iter().zip(&surprises) {
        alive.assert_chance(&format!("{name}, P(alive), {group}"));
        none.assert_chance(&format!("{name}, P(no purchase), {group}"));
        count.assert_chance(&format!("{name}, expected purchases, {group}"));
        worth.assert_chance(&format!("{name}, discounted purchases, {group}"));
    }
}

#[test]
fn bg_nbd_foretells_a_population_of_its_own() {
    let [r, a, b] = [1.2, 0.8, 2.4];
    let model = BgNbd::new(r, ALPHA, a, b).unwrap();
    let mut rng = generator(1);
    assert_foretells("BG/NBD", &model, || leaves_at_purchases(&mut rng, [r, a, b], 1, false));
}

#[test]
fn mbg_nbd_foretells_a_population_of_its_own() {
    let [r, a, b] = [1.2, 0.6, 2.4];
    let model = MbgNbd::new(r, ALPHA, a, b).unwrap();
    let mut rng = generator(2);
    assert_foretells("MBG/NBD", &model, || leaves_at_purchases(&mut rng, [r, a, b], 1, true));
}

#[test]
fn mbg_cnbd_foretells_a_population_of_its_own() {
    for k in [2, 3] {
        let [r, a, b] = [1.5 * f64::from(k), 0.6, 2.4];
        let model = MbgCnbd::new(k, r, ALPHA, a, b).unwrap();
        let mut rng = generator(3);
        let name = format!("MBG/CNBD-{k}");
        assert_foretells(&name, &model, || leaves_at_purchases(&mut rng, [r, a, b], k, true));
    }
}

#[test]
fn pareto_nbd_foretells_a_population_of_its_own() {
    let [r, s, b] = [1.2, 0.7, 600.0];
    let model = ParetoNbd::new(r, ALPHA, s, b).unwrap();
    let mut rng = generator(4);
    assert_foretells("Pareto/NBD", &model, || leaves_any_time(&mut rng, [r, s, b]));
}

#[test]
fn draws_have_the_expected_mean_and_the_foretold_share_of_none() {
    const DRAWS: usize = 40_000;
    for (name, model) in models(0.5248, 43.3, 0.8914, 1.6140) {
        for at in [history(0, 0, 100), history(1, 40, 272), history(6, 200, 272)] {
            let mut draws = vec![0; DRAWS];
            model.draw_purchases(at, 365.0, 11, &mut draws);
            let expected = model.expected_purchases(at, 365.0);
            let p_none = model.p_no_purchase(at, 365.0);
            let (mut mean, mut none) = (Surprise::default(), Surprise::default());
            for drawn in draws {
                mean.add(expected, f64::from(drawn));
                none.add(p_none, f64::from(u8::from(drawn == 0)));
            }
            mean.assert_chance(&format!("{name} {at:?} mean"));
            none.assert_chance(&format!("{name} {at:?} none"));
        }
    }
}
