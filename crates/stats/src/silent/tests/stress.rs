use super::*;
use crate::histories::Histories;
use crate::silent::{Ahead, LONGEST_DAYS};

const XS: [u32; 7] = [0, 1, 2, 10, 150, 1200, 20_000];
const TS: [u32; 4] = [1, 272, 1095, 40_000];
const HORIZONS: [f64; 4] = [0.0, 1.0, 365.0, 36_500.0];
/// A tenth a year.
const RATE: f64 = 0.000_261;

/// r, α, a (or s), b (or β): CDNOW's, and each far out, one and two at a time.
const PARAMETERS: [(f64, f64, f64, f64); 14] = [
    (0.2426, 30.9, 0.7929, 2.4258),
    (0.5533, 74.0, 0.6061, 81.7),
    (1e-3, 30.0, 0.8, 2.4),
    (1e3, 30.0, 0.8, 2.4),
    (0.3, 1e-3, 0.8, 2.4),
    (0.3, 1e6, 0.8, 2.4),
    (0.3, 30.0, 1e-3, 2.4),
    (0.3, 30.0, 1e3, 2.4),
    (0.3, 30.0, 0.8, 1e-3),
    (0.3, 30.0, 0.8, 1e5),
    (0.3, 30.0, 1.0, 2.4),
    (0.3, 30.0, 0.2, 0.3),
    (1e-3, 1e-3, 1e-3, 1e-3),
    (1e3, 1e-3, 1e3, 1e5),
];

/// The table's histories: `t_x` at nothing, a day, half and all of T.
fn histories() -> Vec<History> {
    let mut all = Vec::new();
    for t in TS {
        all.push(history(0, 0, t));
        for x in &XS[1..] {
            all.extend([0, 1, t / 2, t].map(|t_x| history(*x, t_x, t)));
        }
    }
    all
}

fn each_case(check: impl Fn(&str, &dyn SilentModel, History)) {
    for (r, alpha, a, b) in PARAMETERS {
        for (name, model) in models(r, alpha, a, b) {
            for history in histories() {
                check(&format!("{name} {r} {alpha} {a} {b} {history:?}"), &*model, history);
            }
        }
    }
}

#[test]
fn p_alive_is_a_probability_that_falls_with_silence() {
    each_case(|case, model, at| {
        let p = model.p_alive(at);
        assert!((0.0..=1.0).contains(&p), "{case}: {p}");
        let later = model.p_alive(History { t: at.t + 30, ..at });
        assert!(later <= p + 1e-12, "{case}: {p} then {later}");
    });
}

#[test]
fn whoever_bought_on_the_last_day_is_likelier_alive_than_after_any_silence() {
    each_case(|case, model, at| {
        if at.x > 0 {
            let last_day = model.p_alive(History { t_x: at.t, ..at });
            assert!(last_day >= model.p_alive(at) - 1e-12, "{case}");
        }
    });
}

#[test]
fn p_no_purchase_is_a_probability_that_falls_with_time() {
    each_case(|case, model, at| {
        let mut before = 1.0;
        for days in HORIZONS {
            let p = model.p_no_purchase(at, days);
            assert!((0.0..=1.0).contains(&p), "{case} {days}: {p}");
            assert!(p <= before + 1e-12, "{case} {days}: {before} then {p}");
            before = p;
        }
        let none = 1.0 - model.p_alive(at);
        assert!(before >= none - 1e-12, "{case}: {before} below P(left) = {none}");
        assert!((model.p_no_purchase(at, 0.0) - 1.0).abs() < 1e-12, "{case}");
    });
}

#[test]
fn expected_purchases_are_finite_and_rise_with_time() {
    each_case(|case, model, at| {
        let mut before = 0.0;
        for days in HORIZONS {
            let expected = model.expected_purchases(at, days);
            assert!(expected.is_finite() && expected >= 0.0, "{case} {days}: {expected}");
            assert!(expected >= before * (1.0 - 1e-7), "{case} {days}: {before} then {expected}");
            // At least P(any purchase); very long sums keep seven digits.
            let any = 1.0 - model.p_no_purchase(at, days);
            assert!(expected >= any * (1.0 - 1e-6) - 1e-11, "{case} {days}: {expected} < {any}");
            before = expected;
        }
    });
}

#[test]
fn discounted_purchases_lie_between_nothing_and_the_expected() {
    for (r, alpha, a, b) in PARAMETERS {
        for (name, model) in models(r, alpha, a, b) {
            for at in histories().into_iter().filter(|h| h.t == 272 && h.x != 20_000) {
                let worth = |rate| model.discounted_purchases(at, 1095.0, rate);
                let expected = model.expected_purchases(at, 1095.0);
                let case = format!("{name} {r} {alpha} {a} {b} {at:?}");
                assert!((worth(0.0) - expected).abs() <= 1e-12 * expected, "{case}");
                let (gently, steeply) = (worth(RATE), worth(100.0 * RATE));
                assert!(gently <= expected * (1.0 + 1e-9), "{case}: {gently} > {expected}");
                let least = expected * (-1095.0 * RATE).exp();
                assert!(gently >= least * (1.0 - 1e-9), "{case}: {gently} < {least}");
                assert!((0.0..=gently * (1.0 + 1e-9)).contains(&steeply), "{case}: {steeply}");
            }
        }
    }
}

#[test]
fn draws_do_not_fail_at_any_parameters() {
    for (r, alpha, a, b) in PARAMETERS {
        for (name, model) in models(r, alpha, a, b) {
            for at in histories() {
                let mut draws = [u32::MAX; 4];
                model.draw_purchases(at, 365.0, 7, &mut draws);
                let mut again = [0; 4];
                model.draw_purchases(at, 365.0, 7, &mut again);
                assert_eq!(draws, again, "{name}");
            }
        }
    }
}

#[test]
fn days_that_make_no_sense_count_as_none_and_endless_ones_as_very_many() {
    let at = history(3, 100, 272);
    for (name, model) in models(0.2426, 30.9, 0.7929, 2.4258) {
        for days in [f64::NAN, -5.0, f64::NEG_INFINITY] {
            assert!(model.expected_purchases(at, days) <= 0.0, "{name}");
            assert!(model.discounted_purchases(at, days, RATE) <= 0.0, "{name}");
            assert!((model.p_no_purchase(at, days) - 1.0).abs() < 1e-12, "{name}");
        }
        let endless = model.expected_purchases(at, f64::INFINITY);
        assert!(endless.is_finite(), "{name}");
        assert!(endless >= model.expected_purchases(at, LONGEST_DAYS), "{name}");
        for rate in [f64::NAN, -1.0] {
            let (undiscounted, whole) =
                (model.discounted_purchases(at, 365.0, rate), model.expected_purchases(at, 365.0));
            assert!((undiscounted - whole).abs() < 1e-12, "{name}");
        }
        assert!(model.discounted_purchases(at, 365.0, f64::INFINITY) < 1e-3, "{name}");
        let worth = model.discounted_purchases(at, f64::INFINITY, RATE);
        assert!(worth < model.discounted_purchases(at, 200_000.0, RATE) * (1.0 + 1e-6), "{name}");
    }
}

#[test]
fn histories_that_cannot_be_still_have_numbers_for_answers() {
    let largest = u32::MAX;
    for (name, model) in models(0.2426, 30.9, 0.7929, 2.4258) {
        for at in [history(1, 9, 3), history(0, 5, 9), history(largest, largest, largest)] {
            let p_alive = model.p_alive(at);
            let p_none = model.p_no_purchase(at, 365.0);
            assert!((0.0..=1.0).contains(&p_alive) && (0.0..=1.0).contains(&p_none), "{name}");
            assert!(model.expected_purchases(at, 365.0).is_finite(), "{name}");
            assert!(model.discounted_purchases(at, 365.0, RATE).is_finite(), "{name}");
        }
    }
}

#[test]
fn a_prepared_model_answers_as_the_model_does() {
    let close = |p: f64, q: f64| (p - q).abs() <= 1e-6 * q.abs();
    let xs = [0, 1, 2, 5, 10, 40, 200];
    let mut population = Vec::new();
    for t in (201..1096).step_by(11) {
        population.extend(xs.map(|x| history(x, if x == 0 { 0 } else { t / 2 }, t)));
    }
    let population = Histories::new(&population).expect("valid histories");
    let [year, value] = [365.0, 1095.0];
    let ahead = [(year, 0.0), (value, RATE)].map(|(days, rate)| Ahead { days, rate });
    for alpha in [0.5, 30.9, 700.0] {
        for (name, model) in models(0.2426, alpha, 0.7929, 2.4258) {
            let prepared = model.prepared(&population, &ahead);
            // Some of these are like nobody known: x = 3, or T beyond all.
            for x in xs.into_iter().chain([3]) {
                for t in [x, x + 20, x + 170, 900, 1095, 1500] {
                    let at = history(x, x.min(t / 3), t);
                    let case = format!("{name} {alpha} {at:?}");
                    let expected = model.expected_purchases_if_alive(at, year);
                    let read = prepared.expected_purchases_if_alive(at, year);
                    assert!(close(read, expected), "{case}: {read} {expected}");
                    let discounted = model.discounted_purchases_if_alive(at, value, RATE);
                    let read = prepared.discounted_purchases_if_alive(at, value, RATE);
                    assert!(close(read, discounted), "{case}: {read} {discounted}");
                    let other = model.expected_purchases(at, 30.0);
                    assert!(close(prepared.expected_purchases(at, 30.0), other), "{case}");
                    assert!(close(prepared.p_alive(at), model.p_alive(at)), "{case}");
                    let none = model.p_no_purchase(at, year);
                    assert!(close(prepared.p_no_purchase(at, year), none), "{case}");
                }
            }
        }
    }
}

#[test]
fn the_silence_until_lost_is_the_first_day_below_the_level() {
    for (name, model) in models(0.5248, 43.3, 0.8914, 1.6140) {
        for (x, t_x) in [(1, 1), (1, 300), (4, 50), (10, 272), (150, 1000)] {
            let at = |silence| model.p_alive(history(x, t_x, t_x + silence));
            let found = model.silence_until_p_alive_below(x, t_x, 0.5);
            let silence = found.unwrap_or_else(|| panic!("{name} never gives {x} in {t_x} up"));
            assert!(at(silence) < 0.5, "{name}");
            assert!(silence == 0 || at(silence - 1) >= 0.5, "{name}");
        }
    }
    let bg = &models(0.2426, 30.9, 0.7929, 2.4258)[0].1;
    assert_eq!(bg.silence_until_p_alive_below(0, 0, 0.5), None);
}
