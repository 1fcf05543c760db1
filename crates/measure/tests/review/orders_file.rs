//! Order files of the shared data, read the obvious way.

use std::collections::BTreeMap;

use kernel::Day;
use measure::book::Book;

/// By customer: day and cents, by day; no cents where the file has no amounts.
pub type Orders = BTreeMap<String, Vec<(Day, Option<i64>)>>;

/// All orders of the full CDNOW file, those of one customer and day joined;
/// `None`, said aloud, where the data are not there.
pub fn cdnow() -> Option<Orders> {
    let text = published("cdnow/CDNOW_master.txt")?;
    let mut orders: BTreeMap<String, BTreeMap<Day, i64>> = BTreeMap::new();
    for line in text.lines() {
        let fields: Vec<&str> = line.split_whitespace().collect();
        let [id, date, _, dollars] = fields[..] else { continue };
        let Ok(date) = date.parse::<i32>() else { continue };
        let day = Day::from_ymd(date / 10_000, (date / 100 % 100) as u32, (date % 100) as u32);
        let cents = (dollars.parse::<f64>().unwrap() * 100.0).round() as i64;
        *orders.entry(id.to_owned()).or_default().entry(day.unwrap()).or_default() += cents;
    }
    let joined = |(id, orders): (String, BTreeMap<Day, i64>)| {
        (id, orders.into_iter().map(|(day, cents)| (day, Some(cents))).collect())
    };
    Some(orders.into_iter().map(joined).collect())
}

/// The orders, which have no amounts, of the lifetimes example.
pub fn lifetimes_example() -> Option<Orders> {
    let text = published("lifetimes_example/example_transactions.csv")?;
    let mut orders = Orders::new();
    for line in text.lines().skip(1) {
        let (date, id) = line.split_once(',').unwrap();
        let day = date.split(' ').next().unwrap().parse().unwrap();
        orders.entry(id.to_owned()).or_default().push((day, None));
    }
    for orders in orders.values_mut() {
        orders.sort_unstable();
        orders.dedup();
    }
    Some(orders)
}

/// The same as a book.
pub fn book(orders: &Orders) -> Book {
    Book::from_orders(orders.iter().map(|(id, orders)| (id.as_str(), orders.clone())).collect())
}

fn published(name: &str) -> Option<String> {
    testkit::published(name).map(|file| std::fs::read_to_string(file).unwrap())
}
