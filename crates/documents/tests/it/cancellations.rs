//! Ids with a `C` in front: sales of some shops, cancellations of others.

use documents::orders::Note;

use crate::table::{Table, options, read_files, read_text};

const HEADER: &str = "order_id,customer,date,amount\n";

/// `order amount cancels` of each return.
fn returns(table: &Table) -> Vec<String> {
    let returns = table.rows.iter().filter(|row| row.is_return);
    returns
        .map(|row| {
            let cancels = row.cancels.as_deref().unwrap_or("-");
            format!("{} {} {cancels}", row.order, row.amount.unwrap_or_default())
        })
        .collect()
}

#[test]
fn a_shop_whose_ids_all_begin_with_c_sells() {
    let text = format!("{HEADER}C10001,a,2024-05-03,5\nC10002,b,2024-05-04,6\n");
    let table = read_text(&text).unwrap();
    assert_eq!(table.short(), ["a 2024-05-03 500", "b 2024-05-04 600"]);
    assert!(returns(&table).is_empty() && table.outcome.notes.is_empty());
}

#[test]
fn ids_of_two_shops_that_count_alike_are_both_sales() {
    let mut text = HEADER.to_owned();
    for number in 1001..1010 {
        text +=
            &format!("{number},web{number},2024-05-03,5\nC{number},desk{number},2024-05-03,6\n");
    }
    assert_eq!(returns(&read_text(&text).unwrap()), Vec::<String>::new());
}

#[test]
fn rows_that_name_an_order_of_the_same_customer_take_it_back_and_this_is_said() {
    let text = format!(
        "{HEADER}1001,a,2024-05-03,5\n1002,b,2024-05-04,6\nC1002,b,2024-05-06,6\nC7,b,2024-05-06,-1\n"
    );
    let table = read_text(&text).unwrap();
    assert_eq!(returns(&table), ["C1002 -600 1002", "C7 -100 7"]);
    assert_eq!(table.outcome.notes, [Note::CancelledByName { example: "C1002".to_owned() }]);
}

#[test]
fn the_order_may_stand_anywhere_in_a_long_file() {
    let padding = " ".repeat(500);
    let mut text = format!("{HEADER}1,a,2024-05-03,5\nC400000,b,2024-05-06,6\n");
    for number in 500_000..511_000 {
        text += &format!("{number},{padding}z,2024-05-03,5\n");
    }
    let elsewhere = text.replacen(&format!("505123,{padding}z"), "400000,b", 1);
    assert!(text.len() > 5 << 20);
    for (text, expected) in [(&text, &[][..]), (&elsewhere, &["C400000 -600 400000".to_owned()])] {
        let table = read_files(&[("o.csv", text.as_bytes())], &options()).unwrap();
        assert_eq!(returns(&table), expected);
    }
}

#[test]
fn rows_that_are_returns_by_themselves_name_their_order_and_nothing_is_said() {
    let text = "InvoiceNo,CustomerID,InvoiceDate,Quantity,UnitPrice\n\
                536379,14527,2010-12-01,1,27.5\nC536379,14527,2010-12-02,-1,27.5\n";
    let table = read_text(text).unwrap();
    assert_eq!(returns(&table), ["C536379 -2750 536379"]);
    assert!(table.outcome.notes.is_empty());
}

#[test]
fn rows_that_are_returns_by_their_status_name_their_order_and_nothing_is_said() {
    let text = "order,customer,date,amount,status\n\
                1001,a,2024-05-03,5,paid\n1002,b,2024-05-04,6,paid\nC1002,b,2024-05-06,6,return\n";
    let table = read_text(text).unwrap();
    assert_eq!(returns(&table), ["C1002 -600 1002"]);
    assert!(table.outcome.notes.is_empty(), "{:?}", table.outcome.notes);
}
