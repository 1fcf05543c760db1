//! What the rows of an order say beside who bought and when.

use std::fmt::Write as _;

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
fn a_total_that_the_lines_of_an_order_repeat_is_what_the_customer_paid() {
    let program = Program::new();
    let mut text =
        "Order Number,Order Date,Email (Billing),Order Total Amount,Cart Discount Amount,\
                    Item Name,Quantity (- Refund),Item Cost\n"
            .to_owned();
    for order in 1..=6 {
        let head = format!("{order},2024-0{order}-05,u{}@x.com,22.00,5.00", order % 3);
        writeln!(text, "{head},Tea,1,7.00\n{head},Cup,2,8.00").unwrap();
    }
    program.file("woo.csv", text);
    let line = "--map 'quantity=Quantity (- Refund),price=Item Cost'";
    for map in [&[][..], &["--map", "amount=Order Total Amount"]] {
        let run = program.run(&[&["review", "woo.csv", "--format", "json"], map].concat());
        assert_eq!(run.json()["value"]["margin_12m"], "132.00", "{}", run.err());
        assert!(run.err().contains("counted once") && run.err().contains(line), "{}", run.err());
    }
    let prices = ["--map", "quantity=Quantity (- Refund),price=Item Cost", "--format", "json"];
    let run = program.run(&[&["review", "woo.csv"], &prices[..]].concat());
    assert_eq!(run.json()["value"]["margin_12m"], "138.00", "{}", run.err());
}

#[test]
fn orders_that_end_long_before_the_day_of_the_review_are_warned_about() {
    let program = Program::new();
    let mut text = "customer,date,amount\n".to_owned();
    for day in 1..=90 {
        let month = 1 + day / 28;
        writeln!(text, "c{},2023-{month:02}-{:02},10", day % 30, 1 + day % 28).unwrap();
    }
    program.file("orders.csv", text);
    let review = |more: &[&str]| {
        program.run(&[&["review", "orders.csv", "--format", "json"], more].concat()).json()
    };
    let is_warned = |review: &serde_json::Value| {
        let notes = review["notes"].as_array().unwrap();
        notes.iter().any(|note| note["reason_key"] == "orders_end_early")
    };
    let late = review(&["--as-of", "2025-06-30", "--lost-after", "90d"]);
    assert!(is_warned(&late), "{}", late["notes"]);
    let sentences = late["sentences"].to_string();
    assert!(sentences.contains("no customers left to lose"), "{sentences}");
    assert!(sentences.contains("before the day of this review"), "{sentences}");
    assert!(sentences.contains("You have no regulars left"), "{sentences}");
    assert!(!is_warned(&review(&[])));
}

#[test]
fn counting_the_lost_needs_no_amounts() {
    let program = Program::new();
    program.file("orders.csv", "customer,date\nann,2024-01-05\nbob,2024-02-05\nann,2024-03-05\n");
    assert_eq!(program.run(&["review", "orders.csv", "-o", "a.html"]).code(), 0);
    assert!(program.text("a.html").contains("of 0 customers a year ago"));
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
