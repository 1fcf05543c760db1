//! The ledger against a slow, obvious reimplementation, and against itself
//! with its rows shuffled, split, spilled and read by any number of threads.

mod slow_ledger;

use documents::orders::{AttributeColumn, AttributeRole, RowSink};
use kernel::Day;
use measure::book::{Attribute, Book};
use measure::ledger::{Closing, Ledger, LedgerError, Storage};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use slow_ledger::{Found, FoundCustomer, Row, slow_close};

fn columns() -> Vec<AttributeColumn> {
    [("Item", AttributeRole::Product), ("Country", AttributeRole::Country)]
        .map(|(name, role)| AttributeColumn { name: name.to_owned(), role })
        .to_vec()
}

/// Closes `rows`, dealt out to `sinks` sinks.
fn close(
    rows: &[Row],
    columns: &[AttributeColumn],
    sinks: usize,
    storage: Storage,
    closing: &Closing,
) -> Result<Book, LedgerError> {
    let ledger = Ledger::new(columns, storage);
    let mut made: Vec<_> = (0..sinks).map(|_| ledger.sink()).collect();
    for (place, row) in rows.iter().enumerate() {
        row.with(columns.len(), |row| made[place % sinks].take(row))?;
    }
    ledger.close(made, closing)
}

/// Everything a book holds; `None` where it cannot be read.
fn found(book: &Book) -> Option<Found> {
    let item_values = book.item_attribute().map(|column| &book.attributes()[column].values);
    let customers = book
        .fold(
            Vec::new,
            |all, customer| {
                let text = |values: &[String], code: u32| {
                    (code != Attribute::MISSING).then(|| values[code as usize].clone())
                };
                let items = customer.items.iter().map(|item| {
                    let category = item_values.and_then(|values| text(values, item.category));
                    let amount = (item.amount != i64::MIN).then_some(item.amount);
                    (item.order as usize, category.unwrap_or_default(), amount)
                });
                let attributes = book.attributes().iter().zip(customer.attributes);
                all.push((
                    customer.id.to_owned(),
                    FoundCustomer {
                        orders: customer.orders.iter().map(|o| (o.day, o.amount())).collect(),
                        items: items.collect(),
                        attributes: attributes.map(|(a, &code)| text(&a.values, code)).collect(),
                        unmatched: customer.unmatched_returns.to_vec(),
                    },
                ));
            },
            Vec::extend,
        )
        .ok()?;
    assert_eq!(customers.len() as u64, book.about().customers);
    let customers = customers.into_iter().collect();
    Some(Found { facts: book.about().clone(), customers })
}

fn in_memory() -> Storage {
    Storage::default()
}

fn on_disk() -> Storage {
    Storage { rows: 0, book: 0, folder: None }
}

fn row() -> impl Strategy<Value = Row> {
    let customer = prop::sample::select(vec!["", "a", "b", "customer with a long name", "ю"]);
    let order = prop::sample::select(vec!["", "", "1", "2", "C1", "C2", "3"]);
    let amount = prop_oneof![Just(None), (-6..12_i64).prop_map(|a| Some(a * 50))];
    let currency = prop::sample::select(vec![None, Some("EUR"), Some("USD"), Some("JPY")]);
    let item = prop::sample::select(vec!["", "tea", "cake", "чай"]);
    let country = prop::sample::select(vec!["", "Cyprus", "Armenia"]);
    (
        customer,
        0..12_i32,
        order,
        amount,
        currency,
        prop::bool::weighted(0.15),
        item,
        country,
        0..2_u64,
    )
        .prop_map(
            |(customer, day, order, amount, currency, is_return, item, country, rest)| Row {
                customer: customer.to_owned(),
                day: Day::from_epoch_days(19_720 + 3 * day),
                has_time: rest == 1 && day == 5,
                order: order.to_owned(),
                amount,
                currency: currency.and_then(|code| code.parse().ok()),
                is_return: is_return || amount.is_some_and(|amount| amount < 0),
                attributes: vec![item.to_owned(), country.to_owned()],
                rest,
            },
        )
}

/// Rows as a shop with nothing but customer, date and amount has them.
fn bare(rows: &[Row]) -> Vec<Row> {
    let bare = |row: &Row| Row {
        order: String::new(),
        currency: None,
        attributes: Vec::new(),
        rest: 0,
        ..row.clone()
    };
    rows.iter().map(bare).collect()
}

fn closing() -> impl Strategy<Value = Closing> {
    let as_of = prop::option::of((19_715..19_760).prop_map(Day::from_epoch_days));
    let currency = prop::option::of(prop::sample::select(vec!["EUR", "JPY", "KWD"]));
    (as_of, currency, any::<bool>()).prop_map(|(as_of, currency, drop_duplicates)| Closing {
        as_of,
        currency: currency.and_then(|code| code.parse().ok()),
        drop_duplicates,
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn the_book_is_what_a_slow_and_obvious_closing_makes(
        rows in prop::collection::vec(row(), 1..60),
        closing in closing(),
        sinks in 1..4_usize,
    ) {
        for (rows, columns) in [(rows.clone(), columns()), (bare(&rows), Vec::new())] {
            let slow = slow_close(&rows, columns.len(), &closing);
            let quick = close(&rows, &columns, sinks, in_memory(), &closing).ok();
            prop_assert_eq!(quick.as_ref().and_then(found), slow);
        }
    }

    #[test]
    fn rows_may_come_in_any_order_split_and_spilled(
        (rows, shuffled) in prop::collection::vec(row(), 1..60)
            .prop_flat_map(|rows| (Just(rows.clone()), Just(rows).prop_shuffle())),
        sinks in 1..4_usize,
        closing in closing(),
    ) {
        let once = close(&rows, &columns(), 1, in_memory(), &closing).ok();
        let again = close(&shuffled, &columns(), sinks, on_disk(), &closing).ok();
        prop_assert_eq!(once.as_ref().and_then(found), again.as_ref().and_then(found));
    }
}

#[test]
fn neither_threads_nor_memory_change_a_digit() {
    let mut runner = TestRunner::deterministic();
    let patterns = prop::collection::vec(row(), 1_000).new_tree(&mut runner).unwrap().current();
    let many: Vec<Row> = (0..30_000)
        .map(|n| {
            let row = &patterns[n * 7 % patterns.len()];
            Row { customer: format!("{}{}", row.customer, n % 1_999), ..row.clone() }
        })
        .collect();
    let rare_returns = bare(&many).into_iter().map(|row| Row {
        is_return: false,
        amount: row.amount.map(i64::abs),
        ..row
    });
    for (rows, columns) in [(many.clone(), columns()), (rare_returns.collect(), Vec::new())] {
        let expected = slow_close(&rows, columns.len(), &Closing::default());
        for threads in [1, 2, 5] {
            let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
            for storage in [in_memory(), Storage { rows: 1 << 16, book: 1 << 14, folder: None }] {
                let book =
                    pool.install(|| close(&rows, &columns, threads, storage, &Closing::default()));
                assert_eq!(found(&book.unwrap()), expected, "{threads} threads");
            }
        }
    }
}

#[test]
fn a_folder_that_is_not_there_is_named_as_the_trouble() {
    let rows = vec![Row { customer: "a".to_owned(), amount: Some(1), ..Row::default() }];
    let storage = Storage { rows: 0, book: 0, folder: Some("/no/such/folder".into()) };
    let error = close(&rows, &[], 1, storage, &Closing::default()).unwrap_err();
    assert!(error.to_string().contains("free the disk"), "{error}");
}

#[test]
fn a_book_needs_an_order_of_a_customer() {
    let anonymous = Row { amount: Some(1), ..Row::default() };
    let none = close(&[], &[], 1, in_memory(), &Closing::default());
    assert!(matches!(none, Err(LedgerError::NoRows)));
    let nobody = close(&[anonymous], &[], 1, in_memory(), &Closing::default());
    assert!(matches!(nobody, Err(LedgerError::NoOrders { rows: 1, anonymous: 1, .. })));
}
