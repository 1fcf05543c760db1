//! `perennial review` as its user types it.

use crate::program::Program;

const ORDERS: &str = "\
customer,date,amount
ann,2024-01-05,10.00
bob,2024-01-06,20.00
ann,2024-02-05,12.50
ann,2024-03-04,11.00
bob,2024-04-01,18.00
cy,2024-04-02,7.00
ann,2024-05-07,10.00
";

#[test]
fn a_file_gives_a_letter() {
    let program = Program::new();
    program.file("orders.csv", ORDERS);
    let run = program.run(&["review", "orders.csv"]);
    assert_eq!(run.code(), 0, "{}", run.err());
    assert_eq!(run.err(), "Read as: --map customer=customer,date=date,amount=amount\n");
    assert!(run.out().lines().all(|line| line.chars().count() <= 80), "{}", run.out());
    assert!(!run.out().contains('\u{1b}'), "no colour where nobody looks");
}

#[test]
fn forms_are_told_by_the_extension() {
    let program = Program::new();
    program.file("orders.csv", ORDERS);
    let outputs = ["-o", "a.html", "-o", "a.json", "-o", "a.md", "--customers", "who.csv"];
    let run = program.run(&[&["review", "orders.csv"], &outputs[..]].concat());
    assert_eq!(run.code(), 0, "{}", run.err());
    assert!(run.out().is_empty(), "what was asked for went into the files");
    assert!(program.text("a.html").starts_with("<!doctype html>"));
    assert!(program.text("a.json").starts_with('{'));
    assert!(program.text("a.md").starts_with('#'));
    let customers = program.text("who.csv");
    let ids: Vec<&str> = customers.lines().filter_map(|line| line.split(',').next()).collect();
    assert_eq!(ids.len(), 4, "{customers}");
    for file in ["a.html", "a.json", "a.md", "who.csv"] {
        assert!(run.err().contains(&format!("Written: {file}")), "{}", run.err());
    }
}

#[test]
fn a_bad_row_is_listed_and_the_rest_is_reviewed() {
    let program = Program::new();
    program.file("orders.csv", format!("{ORDERS}dee,2024-02-30,5.00\neve,2024-02-03,\"12,5O\"\n"));
    let run = program.run(&["review", "orders.csv", "--rejected", "no.csv", "--format", "json"]);
    assert_eq!(run.code(), 3);
    assert!(
        run.err().contains("orders.csv, line 9, column “date”: not a date (“2024-02-30”)"),
        "{}",
        run.err()
    );
    assert!(run.err().contains("“12,5O”"), "{}", run.err());
    assert_eq!(run.json()["input"]["rejected"], 2);
    assert_eq!(run.json()["input"]["customers"], 3);
    assert_eq!(program.text("no.csv").lines().count(), 3);
}

#[test]
fn strict_stops_at_the_first_bad_row() {
    let program = Program::new();
    program.file("orders.csv", format!("{ORDERS}dee,soon,5.00\n"));
    let run = program.run(&["review", "orders.csv", "--strict", "-o", "a.json"]);
    assert_eq!(run.code(), 1);
    assert!(run.err().contains("line 9"), "{}", run.err());
    assert!(!program.folder().join("a.json").exists(), "nothing half-written");
}

#[test]
fn what_can_be_read_two_ways_is_not_guessed() {
    let program = Program::new();
    program.file(
        "orders.csv",
        "customer,date,amount\nann,01/02/2024,3\nbob,03/04/2024,5\nann,05/06/2024,4\n",
    );
    let run = program.run(&["review", "orders.csv"]);
    assert_eq!(run.code(), 1);
    let lines: Vec<String> = run
        .err()
        .lines()
        .filter_map(|line| line.split("--map ").nth(1)?.split(' ').next().map(str::to_owned))
        .collect();
    assert_eq!(lines.len(), 2, "{}", run.err());
    let days: Vec<_> = lines
        .iter()
        .map(|map| {
            let run = program.run(&["review", "orders.csv", "--map", map, "--format", "json"]);
            assert_eq!(run.code(), 0, "{}", run.err());
            run.json()["input"]["to"].as_str().unwrap().to_owned()
        })
        .collect();
    assert!(days.contains(&"2024-06-05".to_owned()) && days.contains(&"2024-05-06".to_owned()));
}

#[test]
fn orders_can_come_from_standard_input() {
    let program = Program::new();
    let orders = program.file("orders.csv", ORDERS);
    let run = program
        .command()
        .args(["review", "-", "--format", "json"])
        .stdin(std::fs::File::open(orders).unwrap())
        .output()
        .unwrap();
    let review: serde_json::Value = serde_json::from_slice(&run.stdout).unwrap();
    assert_eq!(review["input"]["orders"], 7);
}

#[test]
fn the_five_languages_are_spoken() {
    let program = Program::new();
    program.file("orders.csv", ORDERS);
    let letters: std::collections::HashSet<String> = ["en", "ru", "ro", "el", "hy"]
        .into_iter()
        .map(|code| {
            let run = program.run(&["review", "orders.csv", "--lang", code]);
            assert_eq!(run.code(), 0, "{}", run.err());
            assert!(!run.out().contains('‹'), "a message is missing: {}", run.out());
            run.out()
        })
        .collect();
    assert_eq!(letters.len(), 5);
}
