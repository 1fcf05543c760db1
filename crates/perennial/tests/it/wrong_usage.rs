//! What was typed cannot be: exit code 2, before anything is read or written.

use crate::program::Program;
use rstest::rstest;

const ORDERS: &str = "\
customer,date,amount
ann,2024-01-05,10.00
bob,2024-01-06,20.00
ann,2024-02-05,12.50
";

/// What is typed after `review`, and what the answer says.
#[rstest]
#[case::no_file(&[], "<FILE>")]
#[case::too_large_a_share(&["orders.csv", "--margin", "140%"], "above 0% and at most 100%")]
#[case::a_share_below_nothing(&["orders.csv", "--margin", "-5%"], "above 0% and at most 100%")]
#[case::no_such_period(&["orders.csv", "--period", "fortnight"], "year, quarter, month")]
#[case::no_such_language(&["orders.csv", "--lang", "de"], "--lang: “de” is not a language")]
#[case::no_memory(&["orders.csv", "--memory", "2"], "write 2GiB")]
#[case::hardly_any_memory(&["orders.csv", "--memory", "1KiB"], "the least is 64MiB")]
#[case::day_to_come(&["orders.csv", "--as-of", "2999-01-01"], "1 January 2999 is still to come")]
#[case::too_little_memory(&["orders.csv", "--memory", "64MB"], "the least is 64MiB")]
#[case::form_of_review(&["orders.csv", "-o", "a.docx"], ".html, .json or .md")]
#[case::form_of_table(&["orders.csv", "--customers", "a.json"], ".csv, .xlsx or .parquet")]
#[case::form_of_refused(&["orders.csv", "--rejected", "a.txt"], ".csv, .xlsx or .parquet")]
#[case::map_without_column(&["orders.csv", "--map", "customer"], "field=column")]
#[case::map_of_no_field(&["orders.csv", "--map", "shoe=Size"], "the fields are customer")]
#[case::no_such_column(&["orders.csv", "--map", "customer=Client"], "no column “Client”")]
#[case::no_such_currency(&["money.csv", "--currency", "JPY"], "The orders are in: EUR")]
#[case::over_orders(&["orders.csv", "--rejected", "orders.csv"], "one of the files to read")]
#[case::over_orders_again(&["orders.csv", "--customers", "./orders.csv"], "one of the files to read")]
#[case::two_in_one(&["orders.csv", "--customers", "a.csv", "--rejected", "a.csv"], "for two outputs")]
fn what_cannot_be_asked_ends_with_two(#[case] typed: &[&str], #[case] said: &str) {
    let program = Program::new();
    program.file("orders.csv", ORDERS);
    program.file("money.csv", "customer,date,amount,currency\nann,2024-01-05,10.00,EUR\n");
    let run = program.run(&[&["review"], typed].concat());
    assert_eq!(run.code(), 2, "{}", run.err());
    assert!(run.err().contains(said), "{}", run.err());
    assert_eq!(program.text("orders.csv"), ORDERS);
    let names = ["a.json", "a.docx", "a.csv", "a.txt"];
    assert!(names.iter().all(|name| !program.folder().join(name).exists()));
}

#[rstest]
#[case::share(&["--margin", "abc"], "--margin: το «abc» δεν είναι ποσοστό")]
#[case::memory(&["--memory", "1KiB"], "--memory: το «1KiB» είναι πολύ λίγη μνήμη· το ελάχιστο είναι 64MiB")]
#[case::span(&["--horizon", "12"], "--horizon: το «12» δεν είναι διάστημα μηνών")]
#[case::period(&["--period", "fortnight"], "--period: το «fortnight» δεν είναι περίοδος")]
#[case::day(&["--as-of", "yesterday"], "--as-of: το «yesterday» δεν είναι ημέρα")]
#[case::currency(&["--currency", "euros"], "--currency: το «euros» δεν είναι νόμισμα")]
#[case::map(&["--map", "shoe=Size"], "--map: το «shoe» δεν είναι πεδίο")]
fn what_cannot_be_asked_is_said_in_the_language_asked_for(
    #[case] typed: &[&str],
    #[case] said: &str,
) {
    let program = Program::new();
    for language in [&["--lang", "el"][..], &["--lang=el"]] {
        let run = program.run(&[&["review", "orders.csv"], typed, language].concat());
        assert_eq!(run.code(), 2, "{}", run.err());
        assert!(run.err().contains(said), "{}", run.err());
    }
}

#[test]
fn fit_knows_days_and_weeks_only() {
    let program = Program::new();
    program.file("orders.csv", ORDERS);
    assert_eq!(program.run(&["fit", "orders.csv", "--unit", "year"]).code(), 2);
    let to_come = program.run(&["fit", "orders.csv", "--until", "2999-01-01"]);
    assert_eq!(to_come.code(), 2);
    assert!(to_come.err().contains("with --until"), "{}", to_come.err());
}
