use proptest::prelude::*;
use rand::SeedableRng;
use rand_distr::{Distribution, Normal};
use rand_xoshiro::Xoshiro256PlusPlus;

use super::*;

/// Customers drawn from the model, with the change of each.
fn simulated(model: OrderMeans, customers: u32, seed: u64) -> Vec<(LogAmounts, LogAmounts, f64)> {
    let mut rng = Xoshiro256PlusPlus::seed_from_u64(seed);
    let mut normal = |variance: f64| Normal::new(0.0, variance.sqrt()).unwrap().sample(&mut rng);
    (0..customers)
        .map(|i| {
            let level = model.mean + normal(model.between);
            let u = [normal(model.change / 2.0), normal(model.change / 2.0)];
            let orders = [3 + i % 9, 3 + i % 4];
            let [before, now] = [0, 1].map(|w| {
                (0..orders[w])
                    .map(|_| (level + u[w] + normal(model.within)).exp())
                    .collect::<LogAmounts>()
            });
            (before, now, u[1] - u[0])
        })
        .collect()
}

const MODEL: OrderMeans = OrderMeans { mean: 3.0, between: 0.5, change: 0.2, within: 0.3 };

fn pool(customers: &[(LogAmounts, LogAmounts, f64)]) -> Pool {
    let mut pool = Pool::default();
    for &(before, now, _) in customers {
        pool.add(before, now);
    }
    pool
}

#[test]
fn the_variances_drawn_from_come_back() {
    let fitted = OrderMeans::fit(&pool(&simulated(MODEL, 20_000, 7))).unwrap();
    assert!((fitted.mean - MODEL.mean).abs() < 0.02, "{fitted:?}");
    assert!((fitted.between / MODEL.between - 1.0).abs() < 0.05, "{fitted:?}");
    assert!((fitted.change / MODEL.change - 1.0).abs() < 0.05, "{fitted:?}");
    assert!((fitted.within / MODEL.within - 1.0).abs() < 0.02, "{fitted:?}");
}

#[test]
fn of_those_said_to_fall_with_p_as_many_fell() {
    let customers = simulated(MODEL, 40_000, 11);
    let fitted = OrderMeans::fit(&pool(&customers)).unwrap();
    let mut bins = [(0.0, 0.0, 0.0); 10];
    for &(before, now, change) in &customers {
        let p = fitted.p_fell(before, now).unwrap();
        let bin = &mut bins[((p * 10.0) as usize).min(9)];
        *bin = (bin.0 + 1.0, bin.1 + p, bin.2 + f64::from(u8::from(change < 0.0)));
    }
    for (n, said, fell) in bins {
        assert!(n > 500.0);
        assert!((said / n - fell / n).abs() < 0.03, "said {}, fell {}", said / n, fell / n);
    }
}

#[test]
fn few_orders_are_shrunk_towards_a_coin() {
    let orders = |n: usize, amount: f64| std::iter::repeat_n(amount, n).collect::<LogAmounts>();
    let few = MODEL.p_fell(orders(3, 20.0), orders(3, 15.0)).unwrap();
    let many = MODEL.p_fell(orders(40, 20.0), orders(40, 15.0)).unwrap();
    assert!(0.5 < few && few < many && many < 1.0, "{few} {many}");
    let same = MODEL.p_fell(orders(5, 20.0), orders(5, 20.0)).unwrap();
    assert!((same - 0.5).abs() < 1e-12);
}

#[test]
fn a_fall_and_a_rise_mirror_each_other_around_the_mean() {
    let around = |distance: f64| LogAmounts { n: 4, mean: MODEL.mean + distance, squares: 0.0 };
    let fall = MODEL.p_fell(around(0.4), around(-0.1)).unwrap();
    let rise = MODEL.p_fell(around(-0.4), around(0.1)).unwrap();
    assert!((fall + rise - 1.0).abs() < 1e-12);
}

#[test]
fn merging_pools_is_pooling_everyone() {
    let customers = simulated(MODEL, 400, 3);
    let mut merged = pool(&customers[..150]);
    merged.merge(&pool(&customers[150..]));
    let (merged, whole) =
        (OrderMeans::fit(&merged).unwrap(), OrderMeans::fit(&pool(&customers)).unwrap());
    assert!((merged.change / whole.change - 1.0).abs() < 1e-9);
    assert!((merged.between / whole.between - 1.0).abs() < 1e-9);
}

#[test]
fn too_few_customers_say_nothing() {
    assert_eq!(OrderMeans::fit(&Pool::default()), None);
    assert_eq!(OrderMeans::fit(&pool(&simulated(MODEL, 2, 5))), None);
    let mut singles = Pool::default();
    let one = [10.0].into_iter().collect::<LogAmounts>();
    for _ in 0..9 {
        singles.add(one, one);
    }
    assert_eq!(OrderMeans::fit(&singles), None);
}

#[test]
fn a_dozen_customers_still_have_some_variance_of_change() {
    let still = OrderMeans { change: 0.0, ..MODEL };
    for seed in 0..20 {
        let fitted = OrderMeans::fit(&pool(&simulated(still, 12, seed))).unwrap();
        assert!(fitted.change > 0.0 && fitted.change < 1.0, "{fitted:?}");
    }
}

#[test]
fn orders_that_never_vary_are_judged_without_noise() {
    let fixed = |amount: f64| std::iter::repeat_n(amount, 4).collect::<LogAmounts>();
    let mut same = Pool::default();
    for _ in 0..5 {
        same.add(fixed(10.0), fixed(10.0));
    }
    let fitted = OrderMeans::fit(&same).unwrap();
    for (now, p) in [(9.0, 1.0), (10.0, 0.5), (11.0, 0.0)] {
        assert_eq!(fitted.p_fell(fixed(10.0), fixed(now)), Some(p), "{fitted:?}");
    }
    assert_eq!(fitted.p_fell(fixed(10.0), LogAmounts::default()), None);
}

#[test]
fn amounts_without_a_logarithm_are_left_out() {
    let logs: LogAmounts = [0.0, -3.0, f64::NAN, f64::INFINITY, 1.0].into_iter().collect();
    assert_eq!(logs, LogAmounts { n: 1, mean: 0.0, squares: 0.0 });
}

proptest! {
    #[test]
    fn a_deeper_fall_is_likelier_and_every_p_is_a_probability(
        between in 0.0_f64..5.0, change in 1e-9_f64..5.0, within in 1e-9_f64..5.0,
        n_before in 1_u32..5000, n_now in 1_u32..5000, level in -20.0_f64..20.0,
        fall in -5.0_f64..5.0,
    ) {
        let model = OrderMeans { mean: 3.0, between, change, within };
        let logs = |n, mean| LogAmounts { n, mean, squares: 0.0 };
        let p = |fall: f64| {
            model.p_fell(logs(n_before, level), logs(n_now, level - fall)).unwrap()
        };
        prop_assert!((0.0..=1.0).contains(&p(fall)), "{}", p(fall));
        prop_assert!(p(fall + 0.1) >= p(fall));
    }
}
