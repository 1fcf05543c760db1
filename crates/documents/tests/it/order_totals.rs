//! Amounts that all lines of an order repeat.

use documents::orders::Note;

use crate::table::{mapped, options, read_files, read_text};

/// Orders of one or two lines, with the amount that `amount` gives to the
/// lines of an order.
fn lines_of_orders(header: &str, amount: impl Fn(i64, i64) -> i64) -> String {
    let mut text = format!("{header}\n");
    for order in 1..=12 {
        for line in 0..=order % 2 {
            let amount = amount(order, line);
            let (whole, cents) = (amount / 100, amount % 100);
            text +=
                &format!("{order},c{},2024-05-{order:02},{whole}.{cents:02},{line},", order % 5);
            text += &format!("{}.50\n", order + line);
        }
    }
    text
}

#[test]
fn amounts_that_all_lines_of_an_order_share_are_totals_whatever_they_are_called() {
    let header = "Order no,Customer,Date,Amount,Line,Weight";
    let table = read_text(&lines_of_orders(header, |order, _| 1_000 + order * 7)).unwrap();
    assert!(table.rows.iter().all(|row| row.order_total.is_some() && row.amount.is_none()));
    let is_said = |note: &Note| matches!(note, Note::OrderTotalRepeated { prices: None, .. });
    assert!(table.outcome.notes.iter().any(is_said), "{:?}", table.outcome.notes);
}

#[test]
fn it_does_not_matter_how_the_lines_are_spread_over_files() {
    let header = "Order no,Customer,Date,Amount,Line,Weight";
    let whole = lines_of_orders(header, |order, _| 1_000 + order * 7);
    let (first, rest) = whole.split_at(whole.match_indices('\n').nth(2).unwrap().0 + 1);
    let rest = format!("{header}\n{rest}");
    let parts = [("first.csv", first.as_bytes()), ("rest.csv", rest.as_bytes())];
    let table = read_files(&parts, &options()).unwrap();
    assert_eq!(table.rows.len(), 18);
    assert!(table.rows.iter().all(|row| row.order_total.is_some() && row.amount.is_none()));
}

#[test]
fn a_total_named_by_the_user_counts_once_too() {
    let header = "Order no,Customer,Date,Paid by them,Line,Weight";
    let text = lines_of_orders(header, |order, _| 1_000 + order * 7);
    let files = [("orders.csv", text.as_bytes())];
    let table = read_files(&files, &mapped("amount=Paid by them")).unwrap();
    assert!(table.rows.iter().all(|row| row.order_total.is_some()));
}

#[test]
fn amounts_of_lines_stay_amounts_of_lines() {
    let header = "Order no,Customer,Date,Amount,Line,Weight";
    let own = read_text(&lines_of_orders(header, |order, line| 1_000 + order * 7 + line)).unwrap();
    assert!(own.rows.iter().all(|row| row.order_total.is_none() && row.amount.is_some()));
    // Where everything costs the same, lines of an order are alike.
    let one_price = read_text(&lines_of_orders(header, |_, _| 999)).unwrap();
    assert!(one_price.rows.iter().all(|row| row.order_total.is_none()));
}

#[test]
fn rows_that_repeat_another_are_no_lines_of_an_order() {
    let mut text = "Order no,Customer,Date,Amount\n".to_owned();
    for order in 1..=9 {
        let row = format!("{order},c{},2024-05-0{order},{order}.10\n", order % 4);
        text += &row.repeat(1 + order % 2);
    }
    let table = read_text(&text).unwrap();
    assert!(table.rows.iter().all(|row| row.order_total.is_none()));
}

#[test]
fn prices_the_user_names_are_preferred_to_a_repeated_total() {
    let mut text = "Order Number,Email,Order Date,Order Total,Pieces,Each\n".to_owned();
    for order in 1..=5 {
        for pieces in 1..=2 {
            text += &format!("{order},u{order}@x.com,2024-05-0{order},25.00,{pieces},10.00\n");
        }
    }
    let files = [("woo.csv", text.as_bytes())];
    let total = read_files(&files, &mapped("quantity=Pieces,price=Each,amount=Order Total"));
    assert!(total.unwrap().rows.iter().all(|row| row.order_total == Some(2_500)));
    let prices = read_files(&files, &mapped("quantity=Pieces,price=Each")).unwrap();
    assert!(prices.rows.iter().all(|row| row.order_total.is_none()));
    assert_eq!(prices.rows.iter().filter_map(|row| row.amount).sum::<i64>(), 5 * 3_000);
}

#[test]
fn what_was_given_back_of_an_order_counts_once_like_its_total() {
    let header = "Order Number,Order Status,Order Date,Email,Order Total Amount,\
                  Order Refund Amount,Item Name,Quantity,Item Cost\n";
    let line = "7,completed,2024-05-01,a@x.com,30.00,12.00,";
    let text = format!("{header}{line}Tea,1,10.00\n{line}Cup,2,12.00\n");
    let table = read_text(&text).unwrap();
    let backs: Vec<_> = table.rows.iter().filter(|row| row.is_return).collect();
    assert_eq!(backs.len(), 2);
    assert!(backs.iter().all(|row| row.order_total == Some(-1_200)));
}
