//! The figures that need more than customer, day and amount, from a file with
//! columns for the rest: the audit, the sources, the alarm of a range that
//! stopped, and the rows that count for nothing. Each is computed again the
//! slow and obvious way from what the shop knows of its orders.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use kernel::Day;
use review::figures::{AuditRow, Evidence, Review};
use review::{LostRule, Question};

use crate::shop_file::{self, Sale};

/// Days of silence after which a customer is lost.
const WINDOW: i32 = 90;

/// The review, made once for all tests.
fn reviewed() -> &'static Review {
    static REVIEW: OnceLock<Review> = OnceLock::new();
    REVIEW.get_or_init(|| {
        let lost_rule = LostRule::After { days: WINDOW as u32 };
        shop_file::review(&Question { lost_rule, ..Question::default() })
    })
}

/// The paid orders of each customer, oldest first.
fn customers() -> BTreeMap<String, Vec<Sale>> {
    let mut customers: BTreeMap<String, Vec<Sale>> = BTreeMap::new();
    for sale in shop_file::paid() {
        customers.entry(sale.customer.clone()).or_default().push(sale);
    }
    customers
}

fn last_day() -> Day {
    static LAST: OnceLock<Day> = OnceLock::new();
    *LAST.get_or_init(|| shop_file::paid().iter().map(|sale| sale.day).max().unwrap())
}

fn is_lost(orders: &[Sale]) -> bool {
    last_day().days_since(orders.last().unwrap().day) >= WINDOW
}

fn close_to(found: Option<f64>, expected: f64) -> bool {
    found.is_some_and(|found| (found - expected).abs() < 1e-6 * expected.abs().max(1.0))
}

/// Area under the normal curve outside ±z, by adding up narrow strips.
fn two_sided(z: f64) -> f64 {
    let strips = 20_000;
    let width = 2.0 * z.abs() / f64::from(strips);
    let height = |at: f64| (-at * at / 2.0).exp() / std::f64::consts::TAU.sqrt();
    let middle = |strip: i32| -z.abs() + (f64::from(strip) + 0.5) * width;
    1.0 - (0..strips).map(|strip| height(middle(strip)) * width).sum::<f64>()
}

/// What belongs to the value of an attribute, by the orders of a customer.
fn has(orders: &[Sale], attribute: &str, value: &str) -> bool {
    let first = &orders[0];
    match attribute {
        "source" => first.source == value,
        "country" => first.country == value,
        "first_category" => first.category == value,
        "first_order_discounted" => (first.discount != "0") == (value == "yes"),
        "first_order_size" => {
            let cents = |text: &str| (text.parse::<f64>().unwrap() * 100.0).round() as i64;
            let (low, high) = value.split_once('–').unwrap_or((value, value));
            (cents(low)..=cents(high)).contains(&first.cents)
        }
        _ => panic!("{attribute} is not in the file"),
    }
}

fn holds(row: &AuditRow, customers: &BTreeMap<String, Vec<Sale>>) {
    let (here, elsewhere): (Vec<&Vec<Sale>>, Vec<&Vec<Sale>>) =
        customers.values().partition(|orders| has(orders, &row.attribute, &row.value.to_string()));
    let lost = |group: &[&Vec<Sale>]| group.iter().filter(|orders| is_lost(orders)).count() as f64;
    let (a, n1, c, n0) = (lost(&here), here.len() as f64, lost(&elsewhere), elsewhere.len() as f64);
    let name = format!("{} {}", row.attribute, row.value);
    assert_eq!((row.n as f64, row.lost as f64), (n1, a), "{name}");
    assert!(row.n >= 30, "{name}");
    let ratio = (a / n1) / (c / n0);
    assert!(close_to(row.risk_ratio, ratio), "{name}: {ratio}");
    if a > 0.0 {
        let reach = 1.959_963_985 * (1.0 / a - 1.0 / n1 + 1.0 / c - 1.0 / n0).sqrt();
        assert!(close_to(row.low, (ratio.ln() - reach).exp()), "{name}");
        assert!(close_to(row.high, (ratio.ln() + reach).exp()), "{name}");
    }
    let pooled = (a + c) / (n1 + n0);
    let z = (a / n1 - c / n0) / (pooled * (1.0 - pooled) * (1.0 / n1 + 1.0 / n0)).sqrt();
    assert!(close_to(row.p, two_sided(z)), "{name}: {:?} {}", row.p, two_sided(z));
    assert!(close_to(Some(row.excess), a - n1 * c / n0), "{name}");
    let days = |orders: &[Sale]| orders.iter().map(|sale| sale.day).collect::<BTreeSet<_>>().len();
    let repeat = here.iter().filter(|orders| days(orders) > 1).count() as f64 / n1;
    assert!(close_to(Some(row.repeat_share), repeat), "{name}");
    let cents: i64 = here.iter().flat_map(|orders| orders.iter()).map(|sale| sale.cents).sum();
    let margin = row.margin_per_customer.unwrap().minor;
    assert_eq!(margin, (cents as f64 / n1).round() as i64, "{name}");
}

/// Each p times the number of rows over its rank, never above a larger one's.
fn adjusted(rows: &[AuditRow]) -> Vec<f64> {
    let p = |row: &AuditRow| row.p.unwrap();
    let scaled = |row: &AuditRow| {
        let rank = rows.iter().filter(|other| p(other) <= p(row)).count();
        p(row) * rows.len() as f64 / rank as f64
    };
    let least = |row: &AuditRow| {
        rows.iter().filter(|other| p(other) >= p(row)).map(scaled).fold(1.0, f64::min)
    };
    rows.iter().map(least).collect()
}

#[test]
fn the_audit_compares_every_value_as_the_obvious_computation_does() {
    let review = reviewed();
    let customers = customers();
    let compared: BTreeSet<(&str, String)> =
        review.audit.iter().map(|row| (row.attribute.as_str(), row.value.to_string())).collect();
    let has = |attribute, value: &str| compared.contains(&(attribute, value.to_owned()));
    for (attribute, value) in [
        ("source", "google"),
        ("source", "groupon"),
        ("source", "friend"),
        ("country", "Cyprus"),
        ("country", "Armenia"),
        ("first_category", "coffee"),
        ("first_category", "tea"),
        ("first_category", "cocoa"),
        ("first_order_discounted", "yes"),
        ("first_order_discounted", "no"),
    ] {
        assert!(has(attribute, value), "{attribute} {value} in {compared:?}");
    }
    assert!(!has("country", "Malta"), "fewer than 30 are from there");
    for row in &review.audit {
        holds(row, &customers);
    }
    for (row, p) in review.audit.iter().zip(adjusted(&review.audit)) {
        assert!(close_to(row.p_adjusted, p), "{} {}: {p}", row.attribute, row.value);
    }
    let weight = |row: &AuditRow| row.excess * row.margin_per_customer.unwrap().minor as f64;
    assert!(review.audit.is_sorted_by(|a, b| weight(a) >= weight(b)));
    let worst = review.audit.iter().find(|row| row.value.to_string() == "groupon").unwrap();
    assert!(worst.risk_ratio.unwrap() > 1.0 && worst.adjusted_odds_ratio.unwrap() > 1.0);
}

#[test]
fn sources_are_the_same_rows_with_a_p_adjusted_among_themselves() {
    let review = reviewed();
    let named: BTreeSet<String> = review.sources.iter().map(|row| row.value.to_string()).collect();
    assert_eq!(named, ["friend", "google", "groupon"].map(String::from).into());
    for (row, p) in review.sources.iter().zip(adjusted(&review.sources)) {
        assert!(close_to(row.p_adjusted, p), "{}: {p}", row.value);
        let same = |other: &&AuditRow| other.attribute == "source" && other.value == row.value;
        let in_audit = review.audit.iter().find(same).unwrap();
        let own = AuditRow { p_adjusted: in_audit.p_adjusted, ..row.clone() };
        assert_eq!(&own, in_audit);
    }
}

/// The categories a customer bought in at least 4 of the 6 periods before the
/// last 2 of their own rhythm and in neither of those, if they still buy.
fn stopped(orders: &[Sale]) -> BTreeSet<&'static str> {
    let days: BTreeSet<Day> = orders.iter().map(|sale| sale.day).collect();
    let days: Vec<Day> = days.into_iter().collect();
    if days.len() < 3 || is_lost(orders) {
        return BTreeSet::new();
    }
    let mut gaps: Vec<i32> = days.windows(2).map(|pair| pair[1].days_since(pair[0])).collect();
    gaps.sort_unstable();
    let n = gaps.len();
    let median = f64::from(gaps[(n - 1) / 2] + gaps[n / 2]) / 2.0;
    let period = |day: Day| last_day().days_since(day) / median.ceil() as i32;
    if period(days[days.len() - 1]) >= 2 {
        return BTreeSet::new();
    }
    let bought = |category: &str, periods: std::ops::Range<i32>| {
        let bought: BTreeSet<i32> = orders
            .iter()
            .filter(|sale| sale.category == category)
            .map(|sale| period(sale.day))
            .filter(|period| periods.contains(period))
            .collect();
        bought.len()
    };
    let all = ["coffee", "tea", "cocoa"].into_iter();
    all.filter(|category| bought(category, 0..2) == 0 && bought(category, 2..8) >= 4).collect()
}

#[test]
fn a_range_that_stopped_is_found_with_the_obvious_customers() {
    let alarm = reviewed().regulars.range_stopped.as_ref().unwrap();
    let customers = customers();
    let expected: BTreeSet<&str> = customers
        .iter()
        .filter(|(_, orders)| !stopped(orders).is_empty())
        .map(|(id, _)| id.as_str())
        .collect();
    let found: BTreeSet<&str> = alarm.customers.iter().map(|of| of.id.as_str()).collect();
    assert_eq!((found, alarm.count), (expected.clone(), expected.len() as u64));
    assert!(expected.len() > 10, "{expected:?}");
    for of in &alarm.customers {
        let Evidence::RangeStopped { category, last_bought, yearly, .. } = &of.evidence else {
            panic!("{of:?}")
        };
        let orders = &customers[&of.id];
        assert!(stopped(orders).contains(category.as_str()), "{of:?}");
        let bought = || orders.iter().filter(|sale| sale.category == category);
        assert_eq!(bought().map(|sale| sale.day).max(), Some(*last_bought));
        let in_the_year = bought().filter(|sale| last_bought.days_since(sale.day) < 365);
        let cents: i64 = in_the_year.map(|sale| sale.cents).sum();
        assert_eq!(yearly.unwrap().minor, cents, "{of:?}");
    }
}

#[test]
fn every_row_of_the_file_is_taken_refused_or_set_aside() {
    let input = &reviewed().input;
    let voided = shop_file::sales().len() - shop_file::paid().len();
    assert_eq!(input.set_aside, [("voided".to_owned(), voided as u64)]);
    assert_eq!((input.rejected, input.rows), (1, shop_file::sales().len() as u64 + 1));
    assert_eq!(input.accepted + input.rejected + input.rows_set_aside(), input.rows);
    assert_eq!(input.accepted, input.orders);
    assert!(voided > 5, "{voided}");
}
