//! Where what is written goes, and what happens where it cannot.

use crate::program::{Program, Run};

const ORDERS: &str = "\
customer,date,amount
ann,2024-01-05,10.00
bob,2024-01-06,20.00
ann,2024-02-05,12.50
eve,soon,12.50
";

fn with_orders() -> Program {
    let program = Program::new();
    program.file("orders.csv", ORDERS);
    program
}

#[test]
fn a_folder_that_is_not_there_is_said_before_reading() {
    let program = with_orders();
    for option in ["-o", "--customers", "--rejected"] {
        let file = if option == "-o" { "none/a.json" } else { "none/a.csv" };
        let run = program.run(&["review", "no-orders.csv", option, file]);
        assert_eq!(run.code(), 1);
        let said = format!("Cannot write {file}: its folder does not exist");
        assert!(run.err().contains(&said), "{}", run.err());
    }
}

#[test]
fn a_refused_value_is_no_formula_in_a_spreadsheet() {
    let program = with_orders();
    program.file("bad.csv", format!("{ORDERS}bob,=HYPERLINK(0),3\n"));
    let run = program.run(&["review", "bad.csv", "--rejected", "no.csv", "-o", "a.json"]);
    assert_eq!(run.code(), 3, "{}", run.err());
    let refused = program.text("no.csv");
    let rows: Vec<&str> = refused.lines().collect();
    assert_eq!(
        rows,
        [
            "file,line,column,value,reason",
            "bad.csv,5,date,soon,not a date",
            "bad.csv,6,date,'=HYPERLINK(0),not a date",
        ]
    );
}

#[test]
fn refused_rows_can_go_into_a_workbook() {
    let program = with_orders();
    let run = program.run(&["review", "orders.csv", "--rejected", "no.xlsx", "-o", "a.json"]);
    assert_eq!(run.code(), 3, "{}", run.err());
    let workbook = std::fs::read(program.folder().join("no.xlsx")).unwrap();
    assert!(workbook.starts_with(b"PK"), "a workbook is a ZIP archive");
}

#[test]
fn every_file_that_was_written_is_named() {
    let program = with_orders();
    let outputs = ["-o", "a.json", "--customers", "who.csv", "--rejected", "no.csv"];
    let run = program.run(&[&["review", "orders.csv"], &outputs[..]].concat());
    for file in ["a.json", "who.csv", "no.csv"] {
        assert!(run.err().contains(&format!("Written: {file}")), "{}", run.err());
    }
    let run = program.run(&["fit", "orders.csv", "--rejected", "no.csv"]);
    assert!(run.err().contains("Written: no.csv"), "{}", run.err());
    assert!(!run.out().starts_with('\n'), "{}", run.out());
}

#[test]
fn a_folder_is_no_file_to_write_to() {
    let program = with_orders();
    std::fs::create_dir(program.folder().join("a.json")).unwrap();
    let run = program.run(&["review", "orders.csv", "-o", "a.json"]);
    assert_eq!((run.code(), run.err().trim_end()), (1, "Cannot write a.json: it is a folder"));
}

#[test]
fn a_file_that_cannot_be_read_is_said_in_plain_words() {
    let program = with_orders();
    let run = program.run(&["review", "none.csv"]);
    assert_eq!(run.code(), 1);
    assert!(!run.err().contains("os error"), "{}", run.err());
    assert!(run.err().contains("none.csv: there is no such file"), "{}", run.err());
}

#[cfg(unix)]
#[test]
fn standard_input_that_cannot_be_kept_says_where_it_would_be() {
    let program = with_orders();
    let orders = std::fs::File::open(program.folder().join("orders.csv")).unwrap();
    let mut command = program.command();
    let nowhere = program.folder().join("none");
    let run = Run::of(command.args(["review", "-"]).stdin(orders).env("TMPDIR", nowhere));
    assert_eq!(run.code(), 1);
    assert!(run.err().contains("TMPDIR") && !run.err().contains("none"), "{}", run.err());
}

/// Runs `line` in a shell, with the program as `$perennial`.
#[cfg(unix)]
fn in_a_shell(program: &Program, line: &str) -> Run {
    let started = program.command();
    let mut shell = std::process::Command::new("sh");
    shell.args(["-c", line]).env("perennial", started.get_program());
    shell.current_dir(program.folder()).env("LC_ALL", "C").stdin(std::process::Stdio::null());
    Run::of(&mut shell)
}

#[cfg(unix)]
#[test]
fn a_reader_that_leaves_early_is_no_failure() {
    let program = with_orders();
    let line = "{ \"$perennial\" review orders.csv -o a.json --format md; echo $? >code; } | true";
    let run = in_a_shell(&program, line);
    assert_eq!(program.text("code").trim(), "3", "only the row refused counts: {}", run.err());
    assert!(run.err().contains("Written: a.json"), "{}", run.err());
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_said() {
    let program = with_orders();
    for command in ["review", "fit"] {
        let run = in_a_shell(&program, &format!("\"$perennial\" {command} orders.csv >/dev/full"));
        assert_eq!(run.code(), 1, "{command}: {}", run.err());
        assert!(run.err().contains("Cannot print: the disk is full"), "{}", run.err());
    }
}
