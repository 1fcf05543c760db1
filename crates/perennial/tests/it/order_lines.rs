//! What the rows of an order say beside who bought and when.

use crate::program::Program;

#[test]
fn an_id_that_begins_with_c_takes_an_order_back_only_where_there_is_one() {
    let program = Program::new();
    let lines = "\
InvoiceNo,StockCode,Quantity,InvoiceDate,UnitPrice,CustomerID
536365,85123A,6,2010-12-01,2.50,17850
C536379,85123A,-2,2010-12-20,2.50,17850
536401,71053,1,2011-02-13,3.00,13047
";
    program.file("lines.csv", lines);
    let input = &program.review(&["lines.csv"])["input"];
    assert_eq!((&input["orders"], &input["returns"]), (&2.into(), &1.into()));

    let orders = (1..=12).map(|month| {
        let customer = month % 4;
        format!("C{month},c{customer},2024-{month:02}-05,10.00\n")
    });
    program.file(
        "named.csv",
        format!("order_id,customer,date,amount\n{}", orders.collect::<String>()),
    );
    let input = &program.review(&["named.csv"])["input"];
    assert_eq!((&input["orders"], &input["returns"]), (&12.into(), &0.into()));
}

#[test]
fn sales_to_nobody_known_are_money_but_no_customers() {
    let program = Program::new();
    program.file(
        "orders.csv",
        "customer,date,amount\nann,2024-01-05,10.00\n,2024-01-20,7.25\nbob,2024-02-05,20.00\n\
         ,2024-02-07,0.50\nann,2024-03-05,10.00\n",
    );
    let input = &program.review(&["orders.csv"])["input"];
    assert_eq!((&input["anonymous"], &input["customers"]), (&2.into(), &2.into()));
    assert_eq!(input["anonymous_revenue"], "7.75");
}

#[test]
fn a_range_nobody_names_is_not_said_to_be_kept() {
    let program = Program::new();
    program.file(
        "orders.csv",
        "customer,date,amount\nann,2024-01-05,10.00\nbob,2024-02-05,20.00\nann,2024-03-05,9.00\n",
    );
    let review = program.review(&["orders.csv"]);
    assert!(review["regulars"]["range_stopped"].is_null(), "{}", review["regulars"]);
    let notes = review["notes"].as_array().unwrap();
    let why = notes.iter().find(|note| note["path"] == "regulars.range_stopped").unwrap();
    assert_eq!(why["reason_key"], "no_column");
}

#[test]
fn columns_beyond_those_that_are_compared_are_said_to_be_left_out() {
    let program = Program::new();
    let groups: Vec<String> = (1..=26).map(|group| format!("group{group}")).collect();
    let groups = groups.join(",");
    let rows = (1..=8).map(|row| {
        let values = if row % 2 == 0 { ",x" } else { ",y" }.repeat(26);
        format!("c{row},2024-05-{row:02},5{values}\n")
    });
    let text = format!("customer,date,amount,{groups}\n{}", rows.collect::<String>());
    program.file("wide.csv", text);
    let run = program.run(&["review", "wide.csv", "--format", "json"]);
    assert_eq!(run.code(), 0, "{}", run.err());
    assert!(run.err().contains("these are left out: group25, group26"), "{}", run.err());
}
