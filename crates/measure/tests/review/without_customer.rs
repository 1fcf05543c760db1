//! Sales that name no customer, and returns of people who never bought: part
//! of all revenue, of no customer figure.

use documents::orders::{OrderRow, Particulars, RowSink};
use kernel::{Day, Money, Month};
use measure::ledger::{Closing, Ledger, Storage};
use measure::{BookFigures, Reading};
use review::figures::Review;
use review::{Figures, PeriodChoice, Question};

/// Customer, day and amount in minor units.
type Row = (&'static str, &'static str, i64);

const ROWS: [Row; 9] = [
    ("ann", "2024-01-10", 1_000),
    ("bob", "2024-01-20", 2_000),
    ("ann", "2024-02-10", 1_500),
    ("", "2024-02-14", 700),
    ("", "2024-02-15", 40),
    ("eve", "2024-02-20", -90),
    ("ann", "2024-03-10", 1_200),
    ("", "2024-03-11", 300),
    ("bob", "2024-03-30", 2_500),
];

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

fn review(rows: &[Row], period: PeriodChoice) -> Review {
    let ledger = Ledger::new(&[], Storage::default());
    let mut sink = ledger.sink();
    for &(customer, on, amount) in rows {
        sink.take(&OrderRow {
            customer,
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
        })
        .unwrap();
    }
    let closing = Closing { as_of: Some(day("2024-03-31")), ..Closing::default() };
    let book = ledger.close(vec![sink], &closing).unwrap();
    let question = Question { period, ..Question::default() };
    BookFigures::new(book, Reading::default()).review(&question).unwrap()
}

/// What all rows come to whose day is one of those.
fn sum(is_inside: impl Fn(Day) -> bool) -> i64 {
    ROWS.iter().filter(|(_, on, _)| is_inside(day(on))).map(|(_, _, amount)| amount).sum()
}

fn minor(money: Option<Money>) -> i64 {
    money.unwrap().minor
}

#[test]
fn all_revenue_of_a_period_counts_them_whatever_days_cut_it() {
    for (from, to) in [("2024-02-01", "2024-03-01"), ("2024-02-15", "2024-03-12")] {
        let period = kernel::Period { from: day(from), to: day(to) };
        let retention = review(&ROWS, PeriodChoice::Days(period)).retention;
        let (current, previous) = (retention.current.revenue, retention.previous.revenue);
        assert_eq!(minor(current.total), sum(|day| period.contains(day)), "{period}");
        assert_eq!(minor(previous.total), sum(|day| period.before().contains(day)), "{period}");
    }
}

#[test]
fn so_does_that_of_each_month() {
    let of = |month: Month| (month, sum(|day| day.month() == month));
    let expected = ["2024-01-01", "2024-02-01", "2024-03-01"].map(|on| of(day(on).month()));
    let months = review(&ROWS, PeriodChoice::Year).months;
    let found: Vec<_> = months.iter().map(|of| (of.month, minor(of.revenue))).collect();
    assert_eq!(found, expected);
}

#[test]
fn no_customer_figure_does() {
    let known: Vec<Row> =
        ROWS.into_iter().filter(|(id, _, _)| matches!(*id, "ann" | "bob")).collect();
    let (with, without) = (review(&ROWS, PeriodChoice::Year), review(&known, PeriodChoice::Year));
    assert_eq!(with.retention.current.customers, without.retention.current.customers);
    assert_eq!(with.value, without.value);
    assert_eq!(with.cost_of_loss, without.cost_of_loss);
}
