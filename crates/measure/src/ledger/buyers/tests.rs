use documents::orders::{AttributeColumn, AttributeRole, OrderRow, Particulars, RowSink};

use super::super::{Closing, Ledger, LedgerError, Storage};
use super::{Bought, BoughtLine, Buyer};

/// A line of Ann's order `order`, of a product.
fn line(
    on: &str,
    order: &'static str,
    amount: i64,
    product: &'static [&'static str],
) -> OrderRow<'static> {
    OrderRow {
        customer: "ann",
        day: on.parse().unwrap(),
        has_time: false,
        order,
        amount: Some(amount),
        order_total: None,
        currency: "EUR".parse().ok(),
        cancels: None,
        is_return: amount < 0,
        attributes: product,
        rest: 0,
        particulars: Particulars::default(),
    }
}

fn closed(rows: &[OrderRow<'_>]) -> (Vec<Buyer>, Bought) {
    let product = AttributeColumn { name: "Item".to_owned(), role: AttributeRole::Product };
    let ledger = Ledger::for_record(&[product], Storage::default());
    let mut sink = ledger.sink();
    for row in rows {
        sink.take(row).unwrap();
    }
    let mut buyers = Vec::new();
    let bought = ledger
        .close_into_buyers::<LedgerError>(vec![sink], &Closing::default(), |_, more| {
            buyers.extend(more);
            Ok(())
        })
        .unwrap();
    (buyers, bought)
}

#[test]
fn an_order_has_its_id_its_time_and_its_lines() {
    let bread = Particulars { second: 36_000, pieces: Some(2), ..Particulars::default() };
    let cake = Particulars { second: 30_000, ..Particulars::default() };
    let rows = [
        OrderRow { particulars: bread, ..line("2025-03-02", "A-1", 900, &["bread"]) },
        OrderRow { particulars: cake, ..line("2025-03-02", "A-1", 300, &["cake"]) },
    ];
    let (buyers, _) = closed(&rows);
    let [ann] = buyers.as_slice() else { panic!("{buyers:?}") };
    let [order] = ann.orders.as_slice() else { panic!("{ann:?}") };
    assert_eq!((order.id.as_deref(), order.second, order.amount), (Some("A-1"), 30_000, 1_200));
    let lines = [("bread", 2, 450), ("cake", 1, 300)];
    let lines = lines.map(|(product, pieces, unit_price)| BoughtLine {
        product: product.to_owned(),
        pieces,
        unit_price,
    });
    assert_eq!(order.lines, lines);
}

#[test]
fn what_was_returned_in_part_comes_to_the_rest_and_what_was_returned_whole_is_marked() {
    let three = Particulars { pieces: Some(3), ..Particulars::default() };
    let rows = [
        OrderRow { particulars: three, ..line("2025-03-02", "A-1", 900, &["bread"]) },
        line("2025-03-05", "A-1", -300, &["bread"]),
        line("2025-04-01", "A-2", 500, &["cake"]),
        line("2025-04-03", "A-2", -500, &["cake"]),
        line("2025-01-01", "A-0", -70, &["cup"]),
    ];
    let (buyers, bought) = closed(&rows);
    let orders = &buyers[0].orders;
    let told: Vec<_> = orders.iter().map(|order| (order.amount, order.is_taken_back)).collect();
    assert_eq!(told, [(600, false), (500, true)]);
    assert_eq!((orders[0].lines[0].pieces, orders[0].lines[0].unit_price), (2, 300));
    assert_eq!((bought.rows, bought.unmatched_returns), (5, 1));
}

#[test]
fn lines_of_one_order_in_two_currencies_are_two_orders() {
    let dollars = OrderRow { currency: "USD".parse().ok(), ..line("2025-03-02", "A-1", 40, &[""]) };
    let (buyers, _) = closed(&[line("2025-03-02", "A-1", 30, &[""]), dollars]);
    let told: Vec<_> =
        buyers[0].orders.iter().map(|order| (order.id.as_deref(), order.amount)).collect();
    assert_eq!(told, [(Some("A-1 EUR"), 30), (Some("A-1 USD"), 40)]);
}

#[test]
fn a_customer_is_called_what_the_last_row_calls_them() {
    let called = |on, order, name, phone| OrderRow {
        particulars: Particulars {
            name,
            email: "ann@example.com",
            phone,
            ..Particulars::default()
        },
        ..line(on, order, 10, &[""])
    };
    let rows = [
        called("2025-03-02", "A-1", "Ann Smith", "069 123 455"),
        called("2025-05-02", "A-2", "Ann Jones", "069 123 456"),
        called("2025-05-03", "A-3", "Ann Jones", ""),
        line("2025-06-02", "A-4", 10, &[""]),
    ];
    let (buyers, _) = closed(&rows);
    assert_eq!(buyers[0].name.as_deref(), Some("Ann Jones"));
    assert_eq!(buyers[0].email.as_deref(), Some("ann@example.com"));
    assert_eq!(buyers[0].phone.as_deref(), Some("069 123 456"));
}

#[test]
fn rows_that_name_nobody_are_counted_and_belong_to_nobody() {
    let nobody = OrderRow { customer: "", ..line("2025-03-02", "A-9", 10, &[""]) };
    let (buyers, bought) = closed(&[nobody, line("2025-03-02", "A-1", 30, &[""])]);
    assert_eq!((buyers.len(), buyers[0].orders.len(), bought.anonymous_rows), (1, 1, 1));
}
