use proptest::prelude::*;

use super::*;
use crate::histories::Histories;

fn any_history() -> impl Strategy<Value = History> {
    (0u32..400, 0.0..=1.0f64, 1u32..4000).prop_map(|(x, share, t)| {
        history(x, if x == 0 { 0 } else { (share * f64::from(t)) as u32 }, t)
    })
}

/// r, α, a (or s), b (or β) over eight decades.
fn any_parameters() -> impl Strategy<Value = [f64; 4]> {
    [-4.0..4.0f64, -2.0..6.0f64, -4.0..4.0f64, -4.0..4.0f64].prop_map(|logs| logs.map(f64::exp))
}

proptest! {
    // Searches on few customers end on ridges and are slow.
    #![proptest_config(ProptestConfig::with_cases(24))]

    /// Whatever the customers, a fit comes back, and its model answers.
    #[test]
    fn any_customers_can_be_fitted(
        customers in proptest::collection::vec(any_history(), 1..40),
        sum_ln_gaps in 0.0..500.0f64,
    ) {
        let histories = Histories::new(&customers).expect("valid").with_sum_ln_gaps(sum_ln_gaps);
        prop_assume!(histories.repeat_purchases() > 0);
        let answers = |model: &dyn SilentModel, log_likelihood: f64| {
            log_likelihood.is_finite()
                && customers.iter().all(|&at| {
                    model.p_alive(at).is_finite() && model.expected_purchases(at, 365.0).is_finite()
                })
        };
        let bg = BgNbd::fit(&histories).expect("a fit");
        prop_assert!(answers(&bg.model, bg.log_likelihood));
        let best = MbgCnbd::fit_best_k(1..=3, &histories).expect("a fit");
        prop_assert!(answers(&best.model, best.log_likelihood));
        let pareto = ParetoNbd::fit(&histories).expect("a fit");
        prop_assert!(answers(&pareto.model, pareto.log_likelihood));
    }
}

proptest! {
    /// BG/NBD is left out: there, a customer without repeat purchases is alive
    /// for sure and one with a purchase today may have left.
    #[test]
    fn an_order_on_the_last_day_never_lowers_p_alive(
        before in any_history(),
        [r, alpha, a, b] in any_parameters(),
    ) {
        let after = History { x: before.x + 1, t_x: before.t, t: before.t };
        for (name, model) in models(r, alpha, a, b).into_iter().skip(1) {
            let (was, is) = (model.p_alive(before), model.p_alive(after));
            prop_assert!(is >= was - 1e-13, "{name}: {was} became {is}");
        }
    }

    #[test]
    fn answers_hang_together(
        at in any_history(),
        [r, alpha, a, b] in any_parameters(),
        days in 0.1..2000.0f64,
    ) {
        for (name, model) in models(r, alpha, a, b) {
            let p_alive = model.p_alive(at);
            prop_assert!((0.0..=1.0).contains(&p_alive), "{name}");
            let none = model.p_no_purchase(at, days);
            prop_assert!(none >= 1.0 - p_alive - 1e-12 && none <= 1.0 + 1e-12, "{name} {none}");
            let expected = model.expected_purchases(at, days);
            prop_assert!(expected.is_finite() && expected >= (1.0 - none) * (1.0 - 1e-6) - 1e-11,
                "{name} {expected} {none}");
            let worth = model.discounted_purchases(at, days, 0.01);
            prop_assert!(worth <= expected * (1.0 + 1e-9), "{name} {worth} {expected}");
            prop_assert!(worth >= expected * (-0.01 * days).exp() * (1.0 - 1e-9), "{name}");
        }
    }

    /// P(no purchase within h) is the likelihood of h more days of silence over
    /// that of the history; so two spans of silence multiply.
    #[test]
    fn silence_can_be_cut_in_two(
        at in any_history(),
        [r, alpha, a, b] in any_parameters(),
        first in 1u32..500,
        then in 1u32..500,
    ) {
        for (name, model) in models(r, alpha, a, b) {
            let later = History { t: at.t + first, ..at };
            let both = model.p_no_purchase(at, f64::from(first + then));
            let parts = model.p_no_purchase(at, f64::from(first))
                * model.p_no_purchase(later, f64::from(then));
            prop_assert!((both - parts).abs() < 1e-8, "{name}: {both} {parts}");
        }
    }
}
