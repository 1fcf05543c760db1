//! `perennial fit` as its user types it.

use std::fmt::Write as _;

use crate::program::Program;

/// Nobody comes back, and nothing is paid.
const ONCE: &str = "customer,date\nann,2024-01-05\nbob,2024-01-06\n";

/// Customers of different paces, some of whom leave early.
fn rhythms() -> String {
    let mut text = "customer,date,amount\n".to_owned();
    for customer in 0..120_i32 {
        let (pace, stay) = (5 + customer * 17 % 60, 20 + customer * 71 % 400);
        let (mut day, mut order) = (0, 0);
        while day <= stay {
            let date = kernel::Day::from_epoch_days(19_800 + customer % 30 + day);
            writeln!(text, "c{customer},{date},{}.00", 5 + customer % 9 + order % 3).unwrap();
            order += 1;
            day += 1 + pace * (1 + (customer * 7 + order * 11) % 13) / 6;
        }
    }
    text
}

#[test]
fn models_are_fitted_in_the_unit_of_time_asked_for() {
    let program = Program::new();
    program.file("orders.csv", rhythms());
    let fitted = |unit: &str| {
        let model = ["--model", "mbg-nbd", "--format", "json"];
        let run = program.run(&[&["fit", "orders.csv", "--unit", unit], &model[..]].concat());
        assert_eq!(run.code(), 0, "{}", run.err());
        run.json()
    };
    let (days, weeks) = (fitted("day"), fitted("week"));
    assert_eq!((&days["time_unit"], &weeks["time_unit"]), (&"day".into(), &"week".into()));
    let alpha = |of: &serde_json::Value| {
        of.pointer("/models/mbg_nbd/params/alpha").and_then(serde_json::Value::as_f64).unwrap()
    };
    assert_eq!(days.pointer("/models/mbg_nbd/converged"), Some(&true.into()), "{days}");
    let ratio = alpha(&days) / alpha(&weeks);
    assert!((ratio / 7.0 - 1.0).abs() < 1e-3, "{ratio}");
    assert!(days["models"]["bg_nbd"].is_null(), "it was not asked for");
}

#[test]
fn what_could_not_be_fitted_says_why() {
    let program = Program::new();
    program.file("once.csv", ONCE);
    let run = program.run(&["fit", "once.csv"]);
    assert_eq!(run.code(), 1, "{}", run.out());
    assert!(run.out().contains("No model could be fitted."), "{}", run.out());
    assert!(run.out().contains("Pareto/NBD: nobody has ordered twice"), "{}", run.out());
    assert!(run.out().contains("Gamma–Gamma: the orders carry no amounts"), "{}", run.out());

    let run = program.run(&["fit", "once.csv", "--model", "gamma-gamma", "--format", "json"]);
    assert_eq!(run.code(), 1, "{}", run.out());
    let fitted = run.json();
    let why = fitted["notes"].as_array().unwrap().iter();
    let why: Vec<_> = why.filter(|note| note["path"] == "models.gamma_gamma").collect();
    assert_eq!(why.len(), 1, "{fitted}");
    assert_eq!(why[0]["reason_key"], "no_amounts");
}

#[test]
fn one_model_that_was_fitted_is_enough() {
    let program = Program::new();
    let without_amounts = rhythms().lines().fold(String::new(), |text, line| {
        text + line.rsplit_once(',').map_or(line, |(row, _)| row) + "\n"
    });
    program.file("orders.csv", without_amounts);
    let run = program.run(&["fit", "orders.csv"]);
    assert_eq!(run.code(), 0, "{}", run.err());
    assert!(run.out().contains("BG/NBD"), "{}", run.out());
    assert!(run.out().contains("Gamma–Gamma: the orders carry no amounts"), "{}", run.out());
}
