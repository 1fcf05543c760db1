use rstest::rstest;

use super::likelihood::log_likelihood;
use super::*;
use crate::histories::Histories;
use crate::optimise::Evaluation;
use crate::silent::{cdnow, simulate};

const BG: Shape = Shape { k: 1, may_leave_at_first: false };
const MBG: Shape = Shape { k: 1, may_leave_at_first: true };
const TWO: Shape = Shape { k: 2, may_leave_at_first: true };
const THREE: Shape = Shape { k: 3, may_leave_at_first: true };

fn model(shape: Shape, r: f64, alpha: f64, a: f64, b: f64) -> BetaGeometric {
    BetaGeometric::check(shape, [r, alpha, a, b]).expect("valid parameters")
}

fn histories() -> Histories {
    let bg = crate::bg_nbd::BgNbd::new(0.5, 40.0, 0.8, 2.4).expect("valid parameters");
    Histories::new(&simulate::bg_nbd(&bg, 500, 0..=300, 3)).expect("valid histories")
}

#[rstest]
#[case(BG)]
#[case(MBG)]
#[case(TWO)]
#[case(THREE)]
fn derivatives_agree_with_differences(
    #[case] shape: Shape,
    #[values([0.25, 30.0, 0.8, 2.4], [3.0, 400.0, 5.0, 0.3], [0.02, 2.0, 0.05, 40.0])]
    parameters: [f64; 4],
) {
    let histories = histories();
    Evaluation::assert_slopes(&parameters.map(f64::ln), |logs| {
        let parameters = logs.map(f64::exp);
        log_likelihood(shape, &histories, &parameters).in_logs(&parameters)
    });
}

#[test]
fn standard_errors_are_those_of_a_numerical_hessian() {
    let Some(histories) = cdnow::sample() else { return };
    let fit = BetaGeometric::fit(BG, &histories, |model| model).expect("a fit");
    cdnow::assert_numerical_errors(&fit, fit.model.parameters(), |parameters| {
        log_likelihood(BG, &histories, parameters)
    });
}

/// The likelihood of one history as the model's description has it.
#[rstest]
#[case(BG, 0)]
#[case(BG, 3)]
#[case(MBG, 0)]
#[case(MBG, 3)]
fn the_likelihood_is_the_one_of_the_paper(#[case] shape: Shape, #[case] x: u32) {
    use statrs::function::beta::ln_beta;
    use statrs::function::gamma::ln_gamma;
    let (r, alpha, a, b) = (0.5, 40.0, 0.8, 2.4);
    let at = History { x, t_x: 50 * x.min(1), t: 90 };
    let size = r + f64::from(x);
    let rate = |age: u32| {
        (ln_gamma(size) - ln_gamma(r) + r * f64::ln(alpha) - size * (alpha + f64::from(age)).ln())
            .exp()
    };
    let (count, first) = (f64::from(x), f64::from(u8::from(shape.may_leave_at_first)));
    let stayed = (ln_beta(a, b + count + first) - ln_beta(a, b)).exp() * rate(at.t);
    let left = if x == 0 && !shape.may_leave_at_first {
        0.0
    } else {
        (ln_beta(a + 1.0, b + count + first - 1.0) - ln_beta(a, b)).exp() * rate(at.t_x)
    };
    let histories = Histories::new(&[at]).expect("valid");
    let found = log_likelihood(shape, &histories, &[r, alpha, a, b]).value;
    assert!((found - (stayed + left).ln()).abs() < 1e-12);
    let p_alive = model(shape, r, alpha, a, b).p_alive(at);
    assert!((p_alive - stayed / (stayed + left)).abs() < 1e-12);
}

/// ₂F₁ by its series.
fn hypergeometric(a: f64, b: f64, c: f64, z: f64) -> f64 {
    let (mut term, mut sum) = (1.0, 1.0);
    for n in 0..5000 {
        let n = f64::from(n);
        term *= (a + n) * (b + n) / ((c + n) * (n + 1.0)) * z;
        sum += term;
    }
    sum
}

/// Fader, Hardie & Lee (2005), eq. 10, and Wagner & Hoppe (2008) for MBG.
#[rstest]
fn expected_purchases_are_those_of_the_papers(
    #[values(BG, MBG)] shape: Shape,
    #[values(0, 1, 4, 30)] x: u32,
    #[values(0.79, 3.5)] a: f64,
    #[values(7.0, 273.0, 1500.0)] days: f64,
) {
    let (r, alpha, b) = (0.2426, 30.9, 2.4258);
    let at = History { x, t_x: 100 * x.min(1), t: 272 };
    let stays = b + f64::from(x + u32::from(shape.may_leave_at_first));
    let (size, age) = (r + f64::from(x), alpha + 272.0);
    let f = hypergeometric(size, stays, a + stays - 1.0, days / (age + days));
    let published = (a + stays - 1.0) / (a - 1.0) * (1.0 - (age / (age + days)).powf(size) * f);
    let found = model(shape, r, alpha, a, b).expected_if_alive(at, days);
    assert!((found / published - 1.0).abs() < 1e-9, "{found} {published}");
}

#[rstest]
fn a_equal_to_one_is_the_limit_from_both_sides(
    #[values(BG, MBG, THREE)] shape: Shape,
    #[values(0, 3, 1200, 20_000)] x: u32,
) {
    let at = History { x, t_x: x.min(200), t: 272 };
    let expected = |a: f64| model(shape, 0.25, 30.0, a, 2.4).expected_if_alive(at, 400.0);
    for a in [1.0 - 1e-6, 1.0 + 1e-6, 1.0 - 1e-9, 1.0 + 1e-9] {
        assert!((expected(a) / expected(1.0) - 1.0).abs() < 1e-5, "{a}");
    }
}

#[test]
fn a_negative_third_argument_is_no_obstacle() {
    let at = History { x: 0, t_x: 0, t: 100 };
    for b in [0.1, 0.3, 0.5, 0.500_000_001, 0.9] {
        let here = model(BG, 0.25, 30.0, 0.5, b).expected_if_alive(at, 300.0);
        let beside = model(BG, 0.25, 30.0, 0.5, b + 1e-7).expected_if_alive(at, 300.0);
        assert!(here > 0.0 && (here - beside).abs() < 1e-6, "{b}: {here} {beside}");
    }
}

/// Where sums give way to integrals, nothing jumps.
#[rstest]
#[case(BG, 0.3, 1, 0.8)]
#[case(THREE, 0.3, 1, 0.8)]
#[case(BG, 500.0, 20, 1.5)]
#[case(TWO, 500.0, 20, 1.5)]
#[case(BG, 0.3, 1200, 1e-3)]
#[case(BG, 0.3, 1200, 1.000_01)]
fn expected_purchases_are_smooth_in_time(
    #[case] shape: Shape,
    #[case] r: f64,
    #[case] x: u32,
    #[case] a: f64,
) {
    let model = model(shape, r, 30.0, a, 2.4);
    let at = History { x, t_x: 100, t: 272 };
    let per_step = 1.02f64;
    let at_step = |i: i32| model.expected_if_alive(at, 20.0 * per_step.powi(i)).ln();
    let mut before = [at_step(0), at_step(1), at_step(2)];
    for i in 3..600 {
        let [p, q, r] = before;
        let next = at_step(i);
        // Third differences of a smooth curve are small.
        let third = next - 3.0 * r + 3.0 * q - p;
        assert!(third.abs() < 2e-5, "step {i}: {third}");
        before = [q, r, next];
    }
}

#[test]
fn parameters_outside_their_domain_are_refused_in_words() {
    let refusal = BetaGeometric::check(BG, [0.25, -4.0, 0.8, 2.4]).expect_err("α < 0");
    assert_eq!(refusal.to_string(), "alpha = -4 is outside its domain (a positive number)");
    assert!(BetaGeometric::check(BG, [f64::NAN, 4.0, 0.8, 2.4]).is_err());
    assert!(BetaGeometric::check(BG, [0.25, 4.0, f64::INFINITY, 2.4]).is_err());
    assert!(BetaGeometric::check(Shape { k: 0, ..MBG }, [0.25, 4.0, 0.8, 2.4]).is_err());
}
