//! Nonsense gives a clear sentence, never a panic.

use crate::program::Program;
use rstest::rstest;

/// Files nothing can be said about: what is said instead.
#[rstest]
#[case::empty("", "is empty")]
#[case::header_only("customer,date,amount\n", "There is no order at all.")]
#[case::binary("\u{0}\u{1}\u{2}PK\u{0}\u{0}\u{0}\u{7}\u{0}\u{0}", "binary data")]
#[case::no_date("customer,amount\nann,3\nbob,4\n", "no column with the date of the order")]
#[case::no_customer(
    "date,amount\n2024-01-01,3\n2024-01-02,4.5\n",
    "no column that says who bought"
)]
#[case::all_anonymous(
    "customer,date,amount\n,2024-01-01,3\n,2024-01-02,4\n",
    "no column that says who bought"
)]
#[case::future(
    "customer,date,amount\nann,2924-01-01,3\nbob,2924-01-02,4\n",
    "the date is in the future"
)]
fn what_cannot_be_reviewed_says_why(#[case] text: &str, #[case] said: &str) {
    let program = Program::new();
    program.file("orders.csv", text);
    let run = program.run(&["review", "orders.csv"]);
    assert_eq!(run.code(), 1, "{}{}", run.out(), run.err());
    assert!(run.err().contains(said), "{}", run.err());
    assert!(run.out().is_empty(), "{}", run.out());
}

/// Files about which little can be said: an honest review.
#[rstest]
#[case::one_order("customer,date,amount\nann,2024-01-01,3\n")]
#[case::one_day("customer,date,amount\nann,2024-01-01,3\nbob,2024-01-01,4\n")]
#[case::one_customer(
    "customer,date,amount\nann,2024-01-01,3\nann,2024-02-01,4\nann,2024-02-09,4\n"
)]
#[case::nobody_came_back("customer,date,amount\nann,2024-01-01,3\nbob,2024-02-01,4\n")]
#[case::all_zero("customer,date,amount\nann,2024-01-01,0\nann,2024-03-01,0\nbob,2024-02-01,0\n")]
#[case::all_negative(
    "customer,date,amount\nann,2024-01-01,-3\nann,2024-03-01,-3\nbob,2024-02-01,5\n"
)]
#[case::counts_only("customer,date\nann,2024-01-01\nann,2024-03-01\nbob,2024-02-01\n")]
#[case::emoji("customer,date,amount\n🦀🦀,2024-01-01,3\nשלום,2024-03-01,3\nمرحبا,2024-02-01,5\n")]
fn little_gives_an_honest_review(#[case] text: &str) {
    let program = Program::new();
    program.file("orders.csv", text);
    for form in ["terminal", "json", "md"] {
        let run = program.run(&["review", "orders.csv", "--format", form]);
        assert_eq!(run.code(), 0, "{}", run.err());
        assert!(!run.out().contains("NaN") && !run.out().contains("inf"), "{}", run.out());
    }
    let run = program.run(&["review", "orders.csv", "-o", "a.html", "--customers", "a.xlsx"]);
    assert_eq!(run.code(), 0, "{}", run.err());
    assert!(!program.text("a.html").contains("NaN"));
}

#[test]
fn amounts_that_are_no_numbers_are_left_out_aloud() {
    let program = Program::new();
    program.file("orders.csv", "customer,date,amount\nann,2024-01-01,NaN\nbob,2024-01-02,inf\n");
    let run = program.run(&["review", "orders.csv"]);
    assert_eq!(run.code(), 0, "{}", run.err());
    assert!(run.err().contains("the column “amount” is not read"), "{}", run.err());
    assert!(run.err().contains("--map amount=amount"), "{}", run.err());
    let forced = program.run(&["review", "orders.csv", "--map", "amount=amount"]);
    assert_eq!(forced.code(), 1, "{}", forced.err());
    assert!(forced.err().contains("not a finite number"), "{}", forced.err());
}

#[test]
fn a_long_id_is_kept_whole() {
    let program = Program::new();
    let id = "x".repeat(300);
    program.file(
        "orders.csv",
        format!("customer,date\n{id},2024-01-01\n{id},2024-02-01\nbob,2024-02-02\n"),
    );
    let run = program.run(&["review", "orders.csv", "--customers", "who.csv", "-o", "a.json"]);
    assert_eq!(run.code(), 0, "{}", run.err());
    assert!(program.text("who.csv").contains(&id));
}

#[test]
fn a_line_of_ten_megabytes_is_no_disaster() {
    let program = Program::new();
    let long = "y".repeat(10 << 20);
    program.file(
        "orders.csv",
        format!("customer,date,amount\nann,2024-01-01,3\n{long}\nbob,2024-02-01,4\n"),
    );
    let run = program.run(&["review", "orders.csv", "--format", "json"]);
    assert_eq!(run.code(), 3, "{}", run.err());
    assert!(run.err().contains("orders.csv, line 3: fields are missing"), "{}", run.err());
    assert!(run.err().len() < 2_000, "the line is cut where it is shown");
    assert_eq!(run.json()["input"]["customers"], 2);
}
