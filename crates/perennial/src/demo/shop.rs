//! A made-up coffee roaster's two years of orders.
//!
//! Who they are is drawn by `people`, how they behave by `habits`, and what
//! they buy stands on the `shelf`. The same seed and last day give the same
//! shop.

use std::collections::{BTreeMap, HashMap};
use std::io;

use kernel::Day;
use rand::{RngExt, SeedableRng};
use rand_distr::Exp1;
use rand_xoshiro::Xoshiro256PlusPlus;

use super::habits::{DAYS, Found, Habits, Source};
use super::people::{self, Person};
use super::shelf::PRODUCTS;

/// How many customers the shop has met.
const CUSTOMERS: usize = 1_400;

/// One line of an order.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Line {
    order: usize,
    day: i32,
    /// `None` for a sale over the counter.
    customer: Option<usize>,
    product: usize,
    /// Negative where it was sent back.
    quantity: i64,
    discount_percent: i64,
}

impl Line {
    /// What it came to, in cents.
    fn amount(&self) -> i64 {
        PRODUCTS[self.product].cents * self.quantity * (100 - self.discount_percent) / 100
    }
}

/// A customer the shop has met.
#[derive(Debug, Clone, Copy)]
pub struct Met<'s> {
    /// Who.
    pub person: &'s Person,
    /// Their number with the till.
    pub code: &'s str,
    /// How they found the shop.
    pub found: Found,
    /// The day of their first order.
    pub first: Day,
    /// The day of their last.
    pub last: Day,
}

/// The shop: whom it met and every line it sold, in the order sold.
#[derive(Debug, Clone)]
pub struct Shop {
    opened: Day,
    people: Vec<Person>,
    /// Of each of them, as the till gave them; empty where they never came.
    codes: Vec<String>,
    sources: Vec<&'static Source>,
    lines: Vec<Line>,
}

impl Shop {
    /// The shop whose last day of trade is `last`.
    #[must_use]
    pub fn made_up(seed: u64, last: Day) -> Self {
        let mut rng = Xoshiro256PlusPlus::seed_from_u64(seed);
        let people = people::draw(CUSTOMERS, &mut rng);
        let opened = last.plus_days(1 - DAYS);
        let (codes, sources, lines) = (vec![String::new(); CUSTOMERS], Vec::new(), Vec::new());
        let mut shop = Self { opened, people, codes, sources, lines };
        for customer in 0..CUSTOMERS {
            let source = Source::draw(&mut rng);
            shop.sources.push(source);
            let habits = Habits::draw(source, &mut rng);
            shop.trade_with(customer, &habits, &mut rng);
        }
        for _ in 0..DAYS {
            let day = rng.random_range(0..DAYS);
            let product = rng.random_range(0..PRODUCTS.len());
            let (customer, order) = (None, shop.lines.len());
            let (quantity, discount_percent) = (1, 0);
            shop.lines.push(Line { order, day, customer, product, quantity, discount_percent });
        }
        shop.lines.sort_by_key(|line| (line.day, line.order));
        shop.number_the_orders();
        shop.number_the_customers();
        shop
    }

    /// Whom it met, in the order of their first orders.
    #[must_use]
    pub fn met(&self) -> Vec<Met<'_>> {
        let mut places: HashMap<usize, usize> = HashMap::new();
        let mut met: Vec<Met<'_>> = Vec::new();
        for line in &self.lines {
            let (Some(customer), day) = (line.customer, self.opened.plus_days(line.day)) else {
                continue;
            };
            if let Some(place) = places.get(&customer) {
                met[*place].last = day;
            } else {
                places.insert(customer, met.len());
                let (person, code) = (&self.people[customer], self.codes[customer].as_str());
                let found = self.sources[customer].found;
                met.push(Met { person, code, found, first: day, last: day });
            }
        }
        met
    }

    /// Gives the orders the numbers a till would: in the order they were made.
    fn number_the_orders(&mut self) {
        let mut numbers = HashMap::new();
        for line in &mut self.lines {
            let next = numbers.len() + 1;
            line.order = *numbers.entry(line.order).or_insert(next);
        }
    }

    /// Gives the customers numbers in the order in which they came.
    fn number_the_customers(&mut self) {
        let mut next = 1;
        for customer in self.lines.iter().filter_map(|line| line.customer) {
            let code = &mut self.codes[customer];
            if code.is_empty() {
                *code = format!("K{next:04}");
                next += 1;
            }
        }
    }

    /// Everything one customer orders and sends back.
    fn trade_with(&mut self, customer: usize, habits: &Habits, rng: &mut Xoshiro256PlusPlus) {
        let mut at = habits.first;
        let mut discount_percent = habits.first_discount;
        while at < f64::from(DAYS) && at <= habits.leaves {
            let day = at as i32;
            let order = self.lines.len();
            let mut basket = BTreeMap::new();
            for _ in 0..habits.basket_size(day, rng) {
                let product = habits.choose(day, rng);
                *basket.entry(product).or_insert(0) += if rng.random_bool(0.2) { 2 } else { 1 };
            }
            for (product, quantity) in basket {
                let customer = Some(customer);
                let line = Line { order, day, customer, product, quantity, discount_percent };
                self.send_back_perhaps(&line, rng);
                self.lines.push(line);
            }
            discount_percent = if rng.random_bool(0.06) { 10 } else { 0 };
            let wait: f64 = rng.sample::<f64, _>(Exp1) + rng.sample::<f64, _>(Exp1);
            at += (habits.gap * wait / 2.0).max(1.0);
        }
    }

    /// One line in eighty comes back within three weeks.
    fn send_back_perhaps(&mut self, line: &Line, rng: &mut Xoshiro256PlusPlus) {
        let day = line.day + rng.random_range(2..21);
        if rng.random_bool(1.0 / 80.0) && day < DAYS {
            self.lines.push(Line { day, quantity: -line.quantity, ..line.clone() });
        }
    }

    /// Writes the orders as the shop's own export: CSV with a header. It names no
    /// shelves, which the record does not keep: so the review of the file and
    /// that of the record look at the same products.
    ///
    /// # Errors
    /// Where `out` cannot be written.
    pub fn write_csv(&self, out: impl io::Write) -> Result<(), csv::Error> {
        let mut csv = csv::Writer::from_writer(out);
        csv.write_record([
            "order_id",
            "order_date",
            "customer_id",
            "customer",
            "country",
            "source",
            "product",
            "quantity",
            "discount_percent",
            "amount",
            "currency",
        ])?;
        for line in &self.lines {
            let product = &PRODUCTS[line.product];
            let person = line.customer.map(|customer| &self.people[customer]);
            let amount = line.amount();
            let sign = if amount < 0 { "-" } else { "" };
            csv.write_record([
                format!("{:06}", line.order).as_str(),
                &self.opened.plus_days(line.day).to_string(),
                line.customer.map_or("", |customer| &self.codes[customer]),
                person.map_or("", |person| &person.name),
                person.map_or("", |person| person.country),
                line.customer.map_or("", |customer| self.sources[customer].name),
                product.name,
                &line.quantity.to_string(),
                &line.discount_percent.to_string(),
                &format!("{sign}{}.{:02}", amount.abs() / 100, amount.abs() % 100),
                "EUR",
            ])?;
        }
        csv.flush()?;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn the_same_seed_gives_the_same_shop() {
        let last: Day = "2026-10-31".parse().unwrap();
        let exported = |seed| {
            let mut csv = Vec::new();
            Shop::made_up(seed, last).write_csv(&mut csv).unwrap();
            csv
        };
        assert_eq!(exported(7), exported(7));
        assert_ne!(exported(7), exported(8));
    }

    #[test]
    fn the_shop_trades_to_its_last_day_and_no_further() {
        let last: Day = "2026-10-31".parse().unwrap();
        let shop = Shop::made_up(7, last);
        assert_eq!(shop.lines.iter().map(|line| line.day).max(), Some(DAYS - 1));
        assert!(shop.lines.iter().all(|line| (0..DAYS).contains(&line.day)));
        assert!(shop.lines.iter().any(|line| line.amount() < 0), "something was sent back");
    }

    #[test]
    fn a_product_stands_on_one_line_of_an_order() {
        let shop = Shop::made_up(7, "2026-10-31".parse().unwrap());
        let mut seen = HashSet::new();
        for line in &shop.lines {
            let is_return = line.quantity < 0;
            assert!(seen.insert((line.order, line.product, is_return)), "{line:?} stands twice");
        }
    }
}
