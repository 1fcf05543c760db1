//! Which column is what, where names or values leave it open.

use documents::orders::{Field, Note, PlanError, Question};

use crate::table::{Table, mapped, options, read_files, read_text};

fn question(text: &str) -> (Question, Vec<String>) {
    let PlanError::Ambiguous { question, readings } = read_text(text).err().unwrap() else {
        panic!("not ambiguous")
    };
    (question, readings.iter().map(|reading| reading.map.to_string()).collect())
}

fn column(table: &Table, field: Field) -> Option<&str> {
    table.plan.mapping().iter().find(|(known, _)| *known == field).map(|(_, name)| name.as_str())
}

#[test]
fn without_a_header_the_column_that_comes_back_is_the_customer() {
    let mut text = String::new();
    for row in 0..60 {
        text += &format!("{},C{},2024-05-03,{}.50\n", 1000 + row, row % 7, row + 1);
    }
    let table = read_text(&text).unwrap();
    assert_eq!(column(&table, Field::Customer), Some("#2"));
    assert_eq!(column(&table, Field::Order), Some("#1"));
    assert_eq!(column(&table, Field::Amount), Some("#4"));
}

#[test]
fn without_a_header_the_column_of_addresses_is_the_customer() {
    let text = "1,a@x.com,2024-05-03,5.50\n2,b@x.com,2024-05-04,6.50\n3,c@x.com,2024-05-05,7.50\n";
    let table = read_text(text).unwrap();
    assert_eq!(column(&table, Field::Email), Some("#2"));
    assert_eq!(column(&table, Field::Order), Some("#1"));
}

#[test]
fn a_telephone_number_tells_customers_apart_where_nothing_else_does() {
    let text = "Date,Phone,Total\n2024-05-03,069123456,5.50\n2024-05-04,069123457,6.50\n\
                2024-05-05,069123456,7.50\n";
    let table = read_text(text).unwrap();
    assert_eq!(column(&table, Field::Customer), Some("Phone"));
    assert_eq!(column(&table, Field::Phone), Some("Phone"));
    let beside = text.replace("Total", "Total,Client").replace("50\n", "50,C1\n");
    let table = read_text(&beside).unwrap();
    assert_eq!(column(&table, Field::Customer), Some("Client"));
    assert_eq!(column(&table, Field::Phone), Some("Phone"));
    let addresses = text.replace("Total", "Total,Kontakt").replace("50\n", "50,a@x.com\n");
    let table = read_text(&addresses).unwrap();
    assert_eq!(
        (column(&table, Field::Customer), column(&table, Field::Email)),
        (None, Some("Kontakt"))
    );
    let numbers = text.replace("Total", "Total,Nummer").replacen("50\n", "50,7\n", 1);
    let numbers = numbers.replacen("50\n", "50,8\n", 1).replacen("50\n", "50,7\n", 1);
    let asked = vec!["customer=Nummer".to_owned(), "customer=Phone".to_owned()];
    assert_eq!(question(&numbers), (Question::Customer, asked));
}

#[test]
fn of_several_columns_of_telephone_numbers_the_fullest_is_taken() {
    let text = "Client,Date,Phone,Billing Phone,Total\n\
                C1,2024-05-03,,069123456,5.50\nC2,2024-05-04,069123457,069123457,6.50\n";
    let table = read_text(text).unwrap();
    assert_eq!(column(&table, Field::Phone), Some("Billing Phone"));
}

#[test]
fn without_a_header_the_date_may_come_first() {
    let text = "2024-05-03;A;5,50\n2024-05-04;B;6,50\n2024-05-05;A;7,50\n";
    let table = read_text(text).unwrap();
    assert_eq!(table.short(), ["A 2024-05-03 550", "A 2024-05-05 750", "B 2024-05-04 650"]);
}

#[test]
fn two_columns_that_may_be_the_same_thing_and_differ_are_asked_about() {
    let text = "client,buyer,date,amount\na,x,2024-05-03,1\nb,x,2024-05-04,2\na,y,2024-05-05,3\n";
    assert_eq!(
        question(text),
        (Question::Customer, vec!["customer=client".to_owned(), "customer=buyer".to_owned()])
    );
    let text = "customer,date,total,amount\na,2024-05-03,1.50,2\nb,2024-05-04,2.50,3\n";
    assert_eq!(
        question(text),
        (Question::Amount, vec!["amount=amount".to_owned(), "amount=total".to_owned()])
    );
    let text = "customer,created_at,paid_at,amount\n\
                a,2024-05-03,2024-05-09,1\nb,2024-05-04,2024-05-09,2\n";
    assert_eq!(
        question(text),
        (Question::Date, vec!["date=paid_at".to_owned(), "date=created_at".to_owned()])
    );
    let files = [("o.csv", text.as_bytes())];
    let table = read_files(&files, &mapped("date=created_at")).unwrap();
    assert_eq!(table.short(), ["a 2024-05-03 100", "b 2024-05-04 200"]);
}

#[test]
fn two_columns_that_say_the_same_are_not_asked_about() {
    for text in [
        "customer,date,total,amount\na,2024-05-03,1.5,1.50\nb,2024-05-04,2.5,2.50\n",
        "client,buyer,date,amount\n1,x,2024-05-03,1\n2,y,2024-05-04,2\n1,x,2024-05-05,3\n",
        "customer,created_at,paid_at,amount\n\
         a,2024-05-03 10:00,2024-05-03 10:01,1\nb,2024-05-04 10:00,2024-05-04 10:02,2\n",
        "customer_id,customer,date,amount,subtotal\na,x,2024-05-03,1,0.5\nb,x,2024-05-04,2,1\n",
    ] {
        assert_eq!(read_text(text).map(|table| table.rows.len() > 1).ok(), Some(true), "{text}");
    }
}

/// The column of money that is left out, and what it holds.
fn left_out(amounts: &[&str]) -> (String, String) {
    let mut text = "customer,date,amount\n".to_owned();
    for (row, amount) in amounts.iter().enumerate() {
        text += &format!("c{row},2024-05-{:02},{amount}\n", row + 1);
    }
    let table = read_text(&text).unwrap();
    assert!(table.rows.iter().all(|row| row.amount.is_none()));
    match &table.outcome.notes[..] {
        [Note::ColumnNotRead { column, field: Field::Amount, examples, .. }] => {
            (column.clone(), examples.join("|"))
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_column_that_holds_no_amounts_is_said_to_be_left_out() {
    for (amounts, shown) in [
        (&["n.a.", "see note", "7"][..], "n.a.|see note"),
        (&["0.50 pcs", "1.50 pcs"], "0.50 pcs|1.50 pcs"),
        (&["#REF!", "#REF!", "#REF!", "7"], "#REF!"),
        (&["92233720368547758.07"; 2], "92233720368547758.07"),
    ] {
        assert_eq!(left_out(amounts), ("amount".to_owned(), shown.to_owned()));
    }
}

#[test]
fn columns_beyond_those_that_are_compared_are_named() {
    let mut text = "customer,date,amount".to_owned();
    (1..=26).for_each(|group| text += &format!(",group{group}"));
    for row in 0..8 {
        text += &format!("\nc{row},2024-05-03,5");
        (0..26).for_each(|_| text += [",x", ",y"][row % 2]);
    }
    let table = read_text(&text).unwrap();
    assert_eq!(table.plan.attributes().len(), 24);
    let columns = vec!["group25".to_owned(), "group26".to_owned()];
    assert_eq!(table.outcome.notes, [Note::AttributesNotRead { columns }]);
}

#[test]
fn rows_without_an_amount_are_counted_and_said() {
    let text = "customer,date,amount\na,2024-05-03,\nb,2024-05-04,NULL\nc,2024-05-05,7\n";
    let table = read_text(text).unwrap();
    assert_eq!(table.short(), ["a 2024-05-03 ?", "b 2024-05-04 ?", "c 2024-05-05 700"]);
    assert_eq!(table.outcome.notes, [Note::AmountsMissing { rows: 2 }]);
}

#[test]
fn words_for_nobody_are_no_customer() {
    let mut text = "customer,date,amount\n".to_owned();
    for nobody in ["N/A", "-", "none", "NULL", "Guest", "unknown", "Гость", "Άγνωστος", ""]
    {
        text += &format!("{nobody},2024-05-03,5\n");
    }
    text += "Anna,2024-05-03,5\nAnna,2024-05-04,5\n";
    let table = read_text(&text).unwrap();
    assert_eq!(table.rows.iter().filter(|row| row.customer.is_empty()).count(), 9);
}

#[test]
fn a_file_given_twice_is_read_once_and_said() {
    let file = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(file.path(), "customer,date,amount\na,2024-05-03,5\n").unwrap();
    let name = file.path().display().to_string();
    let table = crate::table::read(&[name.clone(), name.clone()], &options()).unwrap();
    assert_eq!(table.rows.len(), 1);
    assert_eq!(table.outcome.notes, [Note::GivenTwice { file: name }]);
}

#[test]
fn any_sign_may_part_the_columns() {
    for separator in ["^", "~", "!", "&"] {
        let text = "customer,date,amount\na,2024-05-03,5.50\nb,2024-05-04,6.50\n";
        let table = read_text(&text.replace(',', separator)).unwrap();
        assert_eq!(table.short(), ["a 2024-05-03 550", "b 2024-05-04 650"], "{separator}");
    }
}
