use documents::orders::{AttributeColumn, AttributeRole, OrderRow, Particulars, RowSink};
use kernel::{Day, Period};

use super::{Closing, Ledger, LedgerError, Storage};
use crate::book::Book;

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

/// A row of the customer "ann".
fn bought(on: &str, amount: i64) -> OrderRow<'static> {
    OrderRow {
        customer: "ann",
        day: day(on),
        has_time: false,
        order: "",
        amount: Some(amount),
        order_total: None,
        currency: None,
        cancels: None,
        is_return: amount < 0,
        attributes: &[],
        rest: 0,
        particulars: Particulars::default(),
    }
}

fn closed(rows: &[OrderRow<'_>], closing: &Closing) -> Result<Book, LedgerError> {
    let columns = [AttributeColumn { name: "Item".to_owned(), role: AttributeRole::Product }];
    let ledger = Ledger::new(&columns, Storage::default());
    let mut sink = ledger.sink();
    for row in rows {
        sink.take(row).unwrap();
    }
    ledger.close(vec![sink], closing)
}

fn book_of(rows: &[OrderRow<'_>], closing: &Closing) -> Book {
    closed(rows, closing).unwrap()
}

fn orders(book: &Book) -> Vec<(String, Option<i64>)> {
    let orders = book.fold(
        Vec::new,
        |all, customer| {
            all.extend(customer.orders.iter().map(|o| (o.day.to_string(), o.amount())));
        },
        Vec::extend,
    );
    orders.unwrap()
}

fn orders_of(rows: &[OrderRow<'_>]) -> Vec<(String, Option<i64>)> {
    orders(&book_of(rows, &Closing::default()))
}

fn order(day: &str, amount: i64) -> (String, Option<i64>) {
    (day.to_owned(), Some(amount))
}

#[test]
fn rows_of_one_day_are_one_order_where_there_are_no_order_ids() {
    let rows = [bought("2024-01-02", 50), bought("2024-01-01", 10), bought("2024-01-02", 7)];
    assert_eq!(orders_of(&rows), [order("2024-01-01", 10), order("2024-01-02", 57)]);
}

#[test]
fn lines_of_one_order_id_are_one_order_on_their_earliest_day() {
    let line = |on, amount| OrderRow { order: "17", ..bought(on, amount) };
    let rows = [line("2024-01-02", 50), line("2024-01-01", 10), bought("2024-01-01", 3)];
    assert_eq!(orders_of(&rows), [order("2024-01-01", 3), order("2024-01-01", 60)]);
}

#[test]
fn a_return_is_taken_off_the_latest_order_with_enough_left() {
    let rows = [
        bought("2024-01-01", 100),
        bought("2024-02-01", 30),
        bought("2024-03-01", 500),
        bought("2024-02-15", -40),
    ];
    let left = [order("2024-01-01", 60), order("2024-02-01", 30), order("2024-03-01", 500)];
    assert_eq!(orders_of(&rows), left);
}

#[test]
fn a_return_finds_its_product_before_a_later_order() {
    let line = |on, amount, item| OrderRow { attributes: item, ..bought(on, amount) };
    let rows = [
        line("2024-01-01", 100, &["tea"]),
        line("2024-02-01", 100, &["cake"]),
        line("2024-02-02", -100, &["tea"]),
    ];
    assert_eq!(orders_of(&rows), [order("2024-02-01", 100)]);
}

#[test]
fn a_cancelled_invoice_finds_the_invoice_it_names() {
    let line = |on, amount, order| OrderRow { order, ..bought(on, amount) };
    let rows = [
        line("2024-01-01", 80, "536"),
        line("2024-02-01", 80, "537"),
        OrderRow { cancels: Some("536"), ..line("2024-02-02", -80, "C536") },
    ];
    let book = book_of(&rows, &Closing::default());
    assert_eq!(orders(&book), [order("2024-02-01", 80)]);
    assert_eq!((book.about().cancelled_orders, book.about().returns), (1, 1));
}

#[test]
fn an_order_returned_whole_is_no_purchase_and_one_given_away_is() {
    let rows = [bought("2024-01-01", 0), bought("2024-02-01", 20), bought("2024-02-03", -20)];
    assert_eq!(orders_of(&rows), [order("2024-01-01", 0)]);
}

#[test]
fn a_return_without_a_purchase_lowers_revenue_on_its_day() {
    let rows = [bought("2024-01-01", 20), bought("2024-02-03", -50)];
    let book = book_of(&rows, &Closing::default());
    let unmatched = book.fold(
        Vec::new,
        |all, customer| all.extend_from_slice(customer.unmatched_returns),
        Vec::extend,
    );
    assert_eq!(unmatched.unwrap(), [(day("2024-02-03"), -50)]);
    assert_eq!(orders(&book), [order("2024-01-01", 20)]);
    assert_eq!(book.about().unmatched_returns, 1);
}

#[test]
fn a_return_without_an_amount_cancels_the_latest_order_without_one() {
    let visit = |on, is_return| OrderRow { amount: None, is_return, ..bought(on, 0) };
    let rows = [
        visit("2024-01-01", false),
        visit("2024-01-05", false),
        visit("2024-01-09", false),
        visit("2024-01-06", true),
    ];
    let left = ["2024-01-01", "2024-01-09"].map(|day| (day.to_owned(), None));
    assert_eq!(orders_of(&rows), left);
}

#[test]
fn amounts_of_other_currencies_are_purchases_and_never_added() {
    let paid =
        |on, amount, code: &str| OrderRow { currency: code.parse().ok(), ..bought(on, amount) };
    let rows = [
        paid("2024-01-01", 10, "EUR"),
        paid("2024-01-02", 20, "EUR"),
        paid("2024-01-03", 40, "USD"),
    ];
    let book = book_of(&rows, &Closing::default());
    let other = ("2024-01-03".to_owned(), None);
    assert_eq!(orders(&book), [order("2024-01-01", 10), order("2024-01-02", 20), other]);
    assert_eq!(book.about().currency.code(), "EUR");
    assert_eq!(book.about().other_currencies, [("USD".parse().unwrap(), 1)]);
    let usd = Closing { currency: "USD".parse().ok(), ..Closing::default() };
    assert_eq!(orders(&book_of(&rows, &usd))[2], order("2024-01-03", 40));
}

#[test]
fn exact_duplicates_are_counted_and_dropped_only_when_asked() {
    let other = OrderRow { rest: 1, ..bought("2024-01-01", 10) };
    let rows = [bought("2024-01-01", 10), other, bought("2024-01-01", 10)];
    let kept = book_of(&rows, &Closing::default());
    assert_eq!((orders(&kept), kept.about().duplicates), (vec![order("2024-01-01", 30)], 1));
    let dropping = Closing { drop_duplicates: true, ..Closing::default() };
    let dropped = book_of(&rows, &dropping);
    assert_eq!((orders(&dropped), dropped.about().duplicates), (vec![order("2024-01-01", 20)], 1));
}

#[test]
fn a_day_that_may_not_be_over_does_not_count() {
    let at_noon = OrderRow { has_time: true, ..bought("2024-01-02", 5) };
    let rows = [bought("2024-01-01", 10), at_noon, bought("2024-01-03", 20)];
    let book = book_of(&rows, &Closing::default());
    assert_eq!((book.about().as_of, book.about().rows_after), (day("2024-01-02"), 1));
    let asked = Closing { as_of: Some(day("2024-01-03")), ..Closing::default() };
    assert_eq!(book_of(&rows, &asked).about().rows_after, 0);
}

#[test]
fn sales_to_nobody_are_counted_by_day_and_make_no_customer() {
    let nobody = |on, amount| OrderRow { customer: "", ..bought(on, amount) };
    let rows = [bought("2024-01-01", 10), nobody("2024-01-01", 7), nobody("2024-02-01", -2)];
    let closing = Closing { as_of: Some(day("2024-12-31")), ..Closing::default() };
    let book = book_of(&rows, &closing);
    let about = book.about();
    assert_eq!((about.customers, about.rows, about.anonymous_rows), (1, 3, 2));
    assert_eq!(about.anonymous_revenue, 5);
    assert_eq!(about.unattributed_by_day, [(day("2024-01-01"), 7), (day("2024-02-01"), -2)]);
    let january = Period::last_complete_month(day("2024-01-31"));
    assert_eq!(about.unattributed_within(january), 7);
}

#[test]
fn amounts_below_zero_alone_are_told_from_orders_that_are_missing() {
    let refused = |rows: &[OrderRow<'_>]| closed(rows, &Closing::default()).unwrap_err();
    let below_zero = [bought("2024-01-01", -50), bought("2024-02-01", -70)];
    assert!(matches!(refused(&below_zero), LedgerError::NothingSold { rows: 2, .. }));
    let taken_back = [bought("2024-01-01", 50), bought("2024-01-02", -50)];
    assert!(matches!(refused(&taken_back), LedgerError::NothingSold { rows: 2, .. }));
    let nobody = [OrderRow { customer: "", ..bought("2024-01-01", 50) }];
    assert!(matches!(refused(&nobody), LedgerError::NoOrders { anonymous: 1, .. }));
}

/// A line of the order "17" that says what all of it came to.
fn line_of(on: &str, part: Option<i64>, total: i64) -> OrderRow<'_> {
    OrderRow {
        order: "17",
        amount: part,
        order_total: Some(total),
        is_return: total < 0,
        ..bought(on, 0)
    }
}

#[test]
fn a_total_that_all_lines_of_an_order_repeat_counts_once() {
    let on = "2024-01-01";
    let lines = [line_of(on, Some(100), 1_001), line_of(on, Some(200), 1_001)];
    assert_eq!(orders_of(&lines), [order(on, 1_001)]);
    let unpriced = [line_of(on, None, 1_001), line_of(on, None, 1_001), line_of(on, None, 1_001)];
    assert_eq!(orders_of(&unpriced), [order(on, 1_001)]);
}

#[test]
fn lines_share_a_total_by_what_they_cost() {
    let on = "2024-01-01";
    let tea = OrderRow { attributes: &["tea"], ..line_of(on, Some(100), 1_000) };
    let cup = OrderRow { attributes: &["cup"], ..line_of(on, Some(200), 1_000) };
    let book = book_of(&[cup, tea], &Closing::default());
    let mut parts = book
        .fold(
            Vec::new,
            |all: &mut Vec<i64>, customer| all.extend(customer.items.iter().map(|i| i.amount)),
            Vec::extend,
        )
        .unwrap();
    parts.sort_unstable();
    assert_eq!(parts, [333, 667]);
}

#[test]
fn what_was_given_back_of_an_order_is_taken_off_once() {
    let on = "2024-01-01";
    let bought = [line_of(on, Some(100), 1_000), line_of(on, Some(300), 1_000)];
    let back = |total| [line_of(on, Some(-100), total), line_of(on, Some(-300), total)];
    assert_eq!(orders_of(&[bought, back(-250)].concat()), [order(on, 750)]);
    let all_of_it = closed(&[bought, back(-1_000)].concat(), &Closing::default());
    assert!(matches!(all_of_it, Err(LedgerError::NothingSold { .. })));
}

#[test]
fn orders_of_nobody_known_count_their_total_once() {
    let nobody = |part| OrderRow { customer: "", ..line_of("2024-01-02", Some(part), 900) };
    let known = bought("2024-01-01", 10);
    let book = book_of(&[nobody(1), nobody(5), known], &Closing::default());
    assert_eq!((book.about().anonymous_rows, book.about().anonymous_revenue), (2, 900));
}
