//! A made-up shop's export with everything about its orders and customers in
//! columns, and the review made of the file itself.

use std::io::Write;

use kernel::Day;
use measure::ledger::{Closing, Ledger, Storage};
use measure::{BookFigures, Reading};
use review::figures::Review;
use review::{Figures, Question};

/// An order as the shop knows it; `status` is what its export says of it.
#[derive(Debug, Clone)]
pub struct Sale {
    pub customer: String,
    pub day: Day,
    pub cents: i64,
    pub category: &'static str,
    pub source: &'static str,
    pub country: &'static str,
    pub discount: &'static str,
    pub status: &'static str,
}

/// Customers; each seventh buys every week to the end, the others a few times.
const CUSTOMERS: i32 = 420;

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

/// Every order of the shop, paid or not.
pub fn sales() -> Vec<Sale> {
    (0..CUSTOMERS).flat_map(|i| if i % 7 == 0 { weekly(i) } else { now_and_then(i) }).collect()
}

/// The orders that were paid: those that count.
pub fn paid() -> Vec<Sale> {
    sales().into_iter().filter(|sale| sale.status == "paid").collect()
}

fn sale(i: i32, k: i32, day: Day, category: &'static str) -> Sale {
    Sale {
        customer: format!("c{i:03}"),
        day,
        cents: i64::from(500 + (i * 37 + k * 11) % 90 * 100),
        category,
        source: ["google", "groupon", "friend"][i as usize % 3],
        // The last is too rare to be compared.
        country: if i % 29 == 0 { "Malta" } else { ["Cyprus", "Armenia"][i as usize % 2] },
        discount: if k == 0 && i % 5 == 0 { "10" } else { "0" },
        status: if (i + 3 * k) % 40 == 11 { "voided" } else { "paid" },
    }
}

/// Coffee in most weeks; some have bought none for a few weeks.
fn weekly(i: i32) -> Vec<Sale> {
    (0..30)
        .map(|k| {
            let tea = k % 5 == i % 5 || k >= 30 - i % 4;
            let on = day("2025-03-31").plus_days(-7 * (29 - k) - i % 3);
            sale(i, k, on, if tea { "tea" } else { "coffee" })
        })
        .collect()
}

/// Those of one source come back less.
fn now_and_then(i: i32) -> Vec<Sale> {
    let orders = if i % 3 == 1 { 1 + i % 2 } else { 2 + i % 5 };
    let first = day("2024-01-01").plus_days(i * 7 % 200);
    let category = |k: i32| ["coffee", "tea", "cocoa"][((i / 3 + k) % 3) as usize];
    (0..orders).map(|k| sale(i, k, first.plus_days(k * (10 + i * 13 % 40)), category(k))).collect()
}

/// The review of the shop's export, in which one row has no date that could be
/// read, with the number of the others.
pub fn review(question: &Question) -> Review {
    let mut file = tempfile::Builder::new().suffix(".csv").tempfile().unwrap();
    writeln!(file, "order,customer,date,amount,category,source,country,discount,status").unwrap();
    for (number, sale) in sales().iter().enumerate() {
        let Sale { customer, day, category, source, country, discount, status, .. } = sale;
        let amount = format!("{}.{:02}", sale.cents / 100, sale.cents % 100);
        writeln!(
            file,
            "{number},{customer},{day},{amount},{category},{source},{country},{discount},{status}"
        )
        .unwrap();
    }
    writeln!(file, "9999,c001,some day,1.00,tea,google,Cyprus,0,paid").unwrap();
    let name = file.path().to_str().unwrap().to_owned();
    let sources = documents::orders::Sources::open(&[name]).unwrap();
    let options = documents::orders::Options::new(day("2025-06-01"));
    let plan = documents::orders::plan(&sources, &options).unwrap();
    let ledger = Ledger::new(plan.attributes(), Storage::default());
    let progress = documents::orders::NoProgress;
    let read = plan.read(|| ledger.sink(), &mut |_| Ok(()), &progress).unwrap();
    let reading = Reading::of(&plan, &read);
    let book = ledger.close(read.sinks, &Closing::default()).unwrap();
    BookFigures::new(book, reading).review(question).unwrap()
}
