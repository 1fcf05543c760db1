//! Files that write amounts and dates in different ways.

use documents::orders::{Note, PlanError, Question};

use crate::table::{mapped, options, read_files, read_text};

const POINTS: &[u8] = b"customer;date;amount\nA;2024-05-03;1,234\nB;2024-05-04;1,234.56\n";
const COMMAS: &[u8] = b"customer;date;amount\nC;2024-05-03;1.234\nD;2024-05-04;1.234,56\n";

#[test]
fn each_file_is_read_by_its_own_decimal_sign_and_this_is_said() {
    let table = read_files(&[("a.csv", POINTS), ("b.csv", COMMAS)], &options()).unwrap();
    assert_eq!(
        table.short(),
        [
            "A 2024-05-03 123400",
            "B 2024-05-04 123456",
            "C 2024-05-03 123400",
            "D 2024-05-04 123456"
        ]
    );
    let [Note::DecimalSignsDiffer { files }] = &table.outcome.notes[..] else {
        panic!("{:?}", table.outcome.notes)
    };
    assert!(files[0].ends_with("a.csv (1,234.50)") && files[1].ends_with("b.csv (1.234,50)"));
    assert_eq!(table.described("decimal"), None);
}

#[test]
fn a_file_that_shows_no_sign_is_asked_about_where_others_differ() {
    let open = b"customer;date;amount\nE;2024-05-03;1.000\n";
    let files = [("a.csv", POINTS), ("b.csv", COMMAS), ("c.csv", &open[..])];
    let error = read_files(&files, &options()).err().unwrap();
    assert!(matches!(error, PlanError::Ambiguous { question: Question::Decimal, .. }), "{error}");
    let files = [("a.csv", POINTS), ("c.csv", &open[..])];
    assert_eq!(read_files(&files, &options()).unwrap().short()[2], "E 2024-05-03 100");
}

#[test]
fn amounts_of_another_sign_than_most_of_their_file_are_refused() {
    let text = "customer;date;amount\n\
                A;2024-05-03;12,50\nB;2024-05-04;1.234\nC;2024-05-05;13,50\nD;2024-05-06;14.50\n";
    let table = read_text(text).unwrap();
    assert_eq!(table.short(), ["A 2024-05-03 1250", "B 2024-05-04 123400", "C 2024-05-05 1350"]);
    assert_eq!(
        table.refusals(),
        ["5: the amount has another decimal sign than most of its file: 14.50"]
    );
    let told = read_files(&[("o.csv", text.as_bytes())], &mapped("decimal=point")).unwrap();
    assert_eq!(told.short(), ["B 2024-05-04 123", "D 2024-05-06 1450"]);
}

#[test]
fn a_file_that_is_written_half_and_half_is_asked_about() {
    let text = "customer;date;amount\nA;2024-05-03;12,50\nB;2024-05-04;14.50\nC;2024-05-04;1.234\n";
    let error = read_text(text).err().unwrap();
    assert!(matches!(error, PlanError::Ambiguous { question: Question::Decimal, .. }), "{error}");
}

#[test]
fn numbers_that_are_kept_as_such_contradict_no_one() {
    let json = "{\"customer\":\"A\",\"date\":\"2024-05-03\",\"amount\":1234.5}\n\
                {\"customer\":\"B\",\"date\":\"2024-05-03\",\"amount\":\"1.234,5\"}\n";
    let files = [("a.jsonl", json.as_bytes()), ("b.csv", COMMAS)];
    let table = read_files(&files, &options()).unwrap();
    assert_eq!(table.short()[..2], ["A 2024-05-03 123450", "B 2024-05-03 123450"]);
    assert_eq!((table.rejected.len(), table.outcome.notes.len()), (0, 0));
}

#[test]
fn each_file_is_read_by_its_own_order_of_day_and_month() {
    let day_first = b"customer,date,amount\nA,03/05/2024,5\nB,25/05/2024,5\n";
    let month_first = b"customer,date,amount\nC,03/05/2024,5\nD,05/25/2024,5\n";
    let files = [("a.csv", &day_first[..]), ("b.csv", &month_first[..])];
    let table = read_files(&files, &options()).unwrap();
    assert_eq!(
        table.short(),
        ["A 2024-05-03 500", "B 2024-05-25 500", "C 2024-03-05 500", "D 2024-05-25 500"]
    );
    assert!(
        matches!(&table.outcome.notes[..], [Note::DateOrdersDiffer { files }] if files.len() == 2)
    );
    assert_eq!(table.described("date_order"), None);
}

#[test]
fn dates_of_another_order_than_most_of_their_file_are_refused() {
    let text = "customer,date,amount\nA,25/05/2024,5\nB,26/05/2024,5\nC,05/27/2024,5\n";
    let table = read_text(text).unwrap();
    assert_eq!(table.refusals(), ["4: not a date: 05/27/2024"]);
    let text = "customer,date,amount\nA,25/05/2024,5\nC,05/27/2024,5\nD,03/05/2024,5\n";
    let error = read_text(text).err().unwrap();
    assert!(matches!(error, PlanError::Ambiguous { question: Question::DateOrder, .. }), "{error}");
}
