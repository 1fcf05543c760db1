//! Whatever the orders, the review is honest: figures that belong together add
//! up, and what cannot be computed is missing rather than not a number.

use kernel::{Day, Period};
use measure::book::Book;
use measure::{BookFigures, FiguresError, Reading};
use proptest::prelude::*;
use review::figures::{Review, Why};
use review::{Figures, LostRule, PeriodChoice, Question};

use crate::orders_file::{Orders, book, lifetimes_example};
use crate::slow_review::Slow;

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

fn review(orders: &Orders, question: &Question) -> Review {
    let figures = BookFigures::new(book(orders), Reading::default());
    let review = figures.review(question).unwrap();
    let mut rows = 0;
    figures
        .customers(question, &mut |row| {
            assert_numbers(&format!("{row:?}"));
            rows += 1;
        })
        .unwrap();
    assert_eq!(rows, review.input.customers);
    add_up(&review);
    review
}

fn assert_numbers(debug: &str) {
    for wrong in ["NaN", ": inf", "(inf", ": -inf", "(-inf"] {
        assert!(!debug.contains(wrong), "{wrong} in {debug}");
    }
}

fn add_up(review: &Review) {
    assert_numbers(&format!("{review:?}"));
    for period in [&review.retention.current, &review.retention.previous] {
        let counts = &period.customers;
        assert_eq!(counts.kept + counts.lost, counts.start);
        assert_eq!(counts.kept + counts.new, counts.end);
        match (counts.retention_rate, counts.churn_rate) {
            (Some(kept), Some(lost)) => assert!((kept + lost - 1.0).abs() < 1e-12),
            rates => assert_eq!((rates, counts.start), ((None, None), 0)),
        }
        if let (Some(nrr), Some(grr)) = (period.revenue.nrr, period.revenue.grr) {
            assert!(grr <= nrr && (0.0..=1.0).contains(&grr), "{grr} {nrr}");
        }
    }
    let customers = review.input.customers;
    assert_eq!(review.segments.iter().map(|segment| segment.count).sum::<u64>(), customers);
    assert_eq!(review.cohorts.iter().map(|cohort| cohort.size).sum::<u64>(), customers);
    assert_eq!(review.months.iter().map(|month| month.new).sum::<u64>(), customers);
    assert_eq!(review.months.iter().map(|month| month.orders).sum::<u64>(), review.input.orders);
    for survival in review.survival.windows(2) {
        assert!(survival[0].s >= survival[1].s && survival[1].at_risk < survival[0].at_risk);
    }
}

/// An id, and day and cents of each order.
type Listed<'a> = (&'a str, &'a [(&'a str, Option<i64>)]);

fn orders(list: &[Listed<'_>]) -> Orders {
    let customer = |(id, orders): &Listed<'_>| {
        ((*id).to_owned(), orders.iter().map(|(on, cents)| (day(on), *cents)).collect())
    };
    list.iter().map(customer).collect()
}

#[test]
fn one_order_of_one_customer_is_enough_for_an_honest_review() {
    let review = review(&orders(&[("a", &[("2024-05-03", Some(900))])]), &Question::default());
    assert_eq!((review.input.customers, review.one_time_limit_days), (1, None));
    assert_eq!((review.models.chosen, review.backtest), (None, None));
    let why = |path| review.notes.iter().find(|note| note.path == path).map(|note| &note.why);
    assert_eq!(why("models"), Some(&Why::NoRepeatBuyers));
    assert_eq!(why("one_time_limit_days"), Some(&Why::NoRepeatBuyers));
}

#[test]
fn orders_without_amounts_are_counted_and_money_is_missing() {
    let orders = orders(&[
        ("a", &[("2024-01-03", None), ("2024-02-03", None), ("2024-05-03", None)]),
        ("b", &[("2024-01-03", None), ("2024-01-30", None)]),
        ("c", &[("2024-03-03", None)]),
    ]);
    let review = review(&orders, &Question::default());
    assert!(!review.has_money);
    assert_eq!((review.value.margin_12m, review.cost_of_loss.yearly), (None, None));
    assert!(review.notes.iter().any(|note| note.why == Why::NoAmounts));
    assert!(review.call_today.iter().all(|call| call.margin_at_risk.is_none()));
}

/// Sixty customers, each at a rate of their own: each fourth left long ago,
/// the others bought on the last day.
fn some_left_and_the_others_just_bought() -> Orders {
    let last = day("2024-12-31");
    let of = |i: u32| {
        let mut state = 7 + i;
        let mut gap = || {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            let uniform = (f64::from(state >> 8) + 0.5) / f64::from(1_u32 << 24);
            1 + (-uniform.ln() * f64::from(4 + i % 9)) as i32
        };
        let until = if i.is_multiple_of(4) { day("2024-02-01").plus_days(i as i32) } else { last };
        let mut on = day("2024-01-01").plus_days(i as i32 % 20);
        let mut days = Vec::new();
        while on < until {
            days.push((on, Some(900)));
            on = on.plus_days(gap());
        }
        days.extend((until == last).then_some((last, Some(900))));
        (format!("c{i:02}"), days)
    };
    (0..60).map(of).collect()
}

#[test]
fn nobody_is_called_who_gives_no_reason() {
    let review = review(&some_left_and_the_others_just_bought(), &Question::default());
    assert!(review.models.chosen.is_some());
    assert_eq!((review.regulars.count, review.regulars.drifting), (45, 0));
    assert_eq!(review.call_today, []);
}

#[test]
fn where_no_search_ends_nothing_is_foretold_and_it_is_said() {
    // As regular as a clock: every model wants a rate without any chance in it.
    let every_nine_days = |i: i32| (0..40).map(move |k| day("2024-01-03").plus_days(9 * k + i % 5));
    let orders: Orders = (0..12)
        .map(|i| (format!("c{i}"), every_nine_days(i).map(|on| (on, Some(900))).collect()))
        .collect();
    let review = review(&orders, &Question::default());
    let models = &review.models;
    assert!(models.mbg_nbd.as_ref().is_some_and(|fitted| !fitted.converged));
    assert_eq!((models.chosen, review.backtest), (None, None));
    assert_eq!((review.value.lifetime_interval, review.call_today), (None, Vec::new()));
    for path in ["models", "backtest", "call_today"] {
        let why = review.notes.iter().find(|note| note.path == path).map(|note| &note.why);
        assert_eq!(why, Some(&Why::NoModel), "{path}");
    }
    // Their own limits need no model of leaving.
    assert!(review.one_time_limit_days.is_some());
}

#[test]
fn who_came_back_had_been_lost_all_the_same() {
    let orders = orders(&[
        ("back", &[("2024-01-01", Some(900)), ("2024-05-01", Some(900)), ("2024-05-20", None)]),
        ("stays", &[("2024-01-01", Some(900)), ("2024-01-20", None), ("2024-02-10", None)]),
    ]);
    let question = Question {
        as_of: Some(day("2024-05-20")),
        lost_rule: LostRule::After { days: 60 },
        ..Question::default()
    };
    let points: Vec<_> =
        review(&orders, &question).survival.iter().map(|p| (p.day, p.at_risk, p.events)).collect();
    assert_eq!(points, [(60, 2, 1), (100, 1, 1)]);
}

#[test]
fn the_ends_of_the_calendar_and_of_money_do_no_harm() {
    let most = Some(i64::MAX);
    let orders = orders(&[
        ("a", &[("0001-01-01", most), ("5000-01-01", most), ("9999-12-31", most)]),
        ("b", &[("0001-01-02", most), ("9999-12-30", Some(0))]),
        ("c", &[("9999-12-31", Some(1))]),
    ]);
    review(&orders, &Question::default());
}

#[test]
fn a_book_of_nobody_says_so() {
    let figures = BookFigures::new(Book::from_orders(Vec::new()), Reading::default());
    let answer = figures.review(&Question::default());
    assert!(matches!(answer, Err(FiguresError::NoCustomers { .. })));
}

#[test]
fn the_lifetimes_example_counts_as_the_obvious_computation() {
    let Some(orders) = lifetimes_example() else { return };
    let as_of = orders.values().flatten().map(|(day, _)| *day).max().unwrap();
    let period = Period { from: as_of.plus_days(-89), to: as_of.plus_days(1) };
    let question = Question {
        lost_rule: LostRule::After { days: 60 },
        period: PeriodChoice::Days(period),
        ..Question::default()
    };
    let review = review(&orders, &question);
    let slow = Slow { orders: &orders, as_of, days: 60 };
    for figures in [&review.retention.current, &review.retention.previous] {
        let found = &figures.customers;
        let counts = [
            found.start,
            found.end,
            found.new,
            found.lost,
            found.kept,
            found.won_back,
            found.came_and_went,
        ];
        assert_eq!(counts, slow.retention(figures.period).0);
    }
    let (lost, of, _) = slow.cost_of_loss();
    assert_eq!((review.cost_of_loss.lost_12m, review.cost_of_loss.of_12m), (lost, of));
    for cohort in &review.cohorts {
        let (size, return_in, return_or_after) = slow.cohort(cohort.cohort);
        assert_eq!((cohort.size, &cohort.return_in), (size, &return_in));
        assert_eq!(cohort.return_or_after, return_or_after);
    }
}

fn any_orders() -> impl Strategy<Value = Orders> {
    let amount = prop_oneof![3 => (0_i64..20_000).prop_map(Some), 1 => Just(None)];
    let customer = proptest::collection::btree_map(0_i32..500, amount, 1..6);
    let start = day("2023-01-01");
    proptest::collection::vec(customer, 1..25).prop_map(move |customers| {
        let customer = |(index, orders): (usize, std::collections::BTreeMap<i32, Option<i64>>)| {
            let orders = orders.into_iter().map(|(ahead, cents)| (start.plus_days(ahead), cents));
            (format!("c{index}"), orders.collect())
        };
        customers.into_iter().enumerate().map(customer).collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn any_few_orders_make_a_review_that_adds_up(
        orders in any_orders(),
        days in prop_oneof![Just(None), (1_u32..300).prop_map(Some)],
    ) {
        let lost_rule = days.map_or(LostRule::OwnLimit, |days| LostRule::After { days });
        let question = Question { lost_rule, ..Question::default() };
        let first = review(&orders, &question);
        prop_assert_eq!(first, review(&orders, &question));
    }
}
