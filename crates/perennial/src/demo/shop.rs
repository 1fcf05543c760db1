//! A made-up coffee roaster's two years of orders.
//!
//! Customers come from sources of different worth, buy on a rhythm of their
//! own and leave without a word. Some of the regulars have a story the review
//! should find. The same seed and last day give the same shop.

use std::collections::{BTreeMap, HashMap};
use std::io;

use kernel::Day;
use rand::{RngExt, SeedableRng};
use rand_distr::{Exp1, StandardNormal};
use rand_xoshiro::Xoshiro256PlusPlus;

use super::people::{self, Person};

/// How many customers the shop has met.
const CUSTOMERS: usize = 1_400;
/// Days of trade.
const DAYS: i32 = 730;

/// A place customers come from.
struct Source {
    name: &'static str,
    share: f64,
    /// Mean days until they leave.
    stay: f64,
    /// How often their first order carries a discount.
    discounted: f64,
}

const SOURCES: [Source; 5] = [
    Source { name: "Recommendation", share: 0.24, stay: 2_400.0, discounted: 0.05 },
    Source { name: "Search", share: 0.30, stay: 1_300.0, discounted: 0.15 },
    Source { name: "Market stall", share: 0.16, stay: 1_700.0, discounted: 0.0 },
    Source { name: "Social media", share: 0.16, stay: 640.0, discounted: 0.30 },
    Source { name: "Voucher site", share: 0.14, stay: 110.0, discounted: 1.0 },
];

/// Something on the shelf.
struct Product {
    category: &'static str,
    name: &'static str,
    cents: i64,
}

const PRODUCTS: [Product; 12] = [
    Product { category: "Coffee", name: "House espresso 1 kg", cents: 2_490 },
    Product { category: "Coffee", name: "Yirgacheffe 250 g", cents: 1_150 },
    Product { category: "Coffee", name: "Decaf 500 g", cents: 1_390 },
    Product { category: "Tea", name: "Sencha 100 g", cents: 890 },
    Product { category: "Tea", name: "Mountain herbs 80 g", cents: 690 },
    Product { category: "Tea", name: "Earl Grey 100 g", cents: 790 },
    Product { category: "Equipment", name: "Paper filters, 100", cents: 450 },
    Product { category: "Equipment", name: "Hand grinder", cents: 5_900 },
    Product { category: "Equipment", name: "Moka pot", cents: 3_400 },
    Product { category: "Sweets", name: "Almond biscuits", cents: 540 },
    Product { category: "Sweets", name: "Dark chocolate 70 %", cents: 390 },
    Product { category: "Sweets", name: "Halva with pistachio", cents: 620 },
];

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

/// What the review is meant to find in a regular.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Story {
    /// Nothing in particular.
    Plain,
    /// Buys less each time in the last hundred days.
    OrdersShrink,
    /// Buys no coffee any more in the last hundred and fifty days.
    NoMoreCoffee,
}

/// How one customer behaves. Days count from the opening.
struct Habits {
    first: f64,
    leaves: f64,
    /// Mean days between orders.
    gap: f64,
    lines: f64,
    /// The three products they mostly buy.
    likes: [usize; 3],
    story: Story,
    first_discount: i64,
}

/// The shop: whom it met and every line it sold, in the order sold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shop {
    opened: Day,
    people: Vec<Person>,
    sources: Vec<&'static str>,
    lines: Vec<Line>,
}

impl Shop {
    /// The shop whose last day of trade is `last`.
    #[must_use]
    pub fn made_up(seed: u64, last: Day) -> Self {
        let mut rng = Xoshiro256PlusPlus::seed_from_u64(seed);
        let people = people::draw(CUSTOMERS, &mut rng);
        let opened = last.plus_days(1 - DAYS);
        let mut shop = Self { opened, people, sources: Vec::new(), lines: Vec::new() };
        for customer in 0..CUSTOMERS {
            let source = draw_source(&mut rng);
            shop.sources.push(source.name);
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
        shop
    }

    /// Gives the orders the numbers a till would: in the order they were made.
    fn number_the_orders(&mut self) {
        let mut numbers = HashMap::new();
        for line in &mut self.lines {
            let next = numbers.len() + 1;
            line.order = *numbers.entry(line.order).or_insert(next);
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
            for _ in 0..basket_size(habits, day, rng) {
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

    /// Writes the orders as the shop's own export: CSV with a header.
    ///
    /// # Errors
    /// Where `out` cannot be written.
    pub fn write_csv(&self, out: impl io::Write) -> Result<(), csv::Error> {
        let mut csv = csv::Writer::from_writer(out);
        csv.write_record([
            "order_id",
            "order_date",
            "customer",
            "country",
            "source",
            "category",
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
                person.map_or("", |person| &person.name),
                person.map_or("", |person| person.country),
                line.customer.map_or("", |customer| self.sources[customer]),
                product.category,
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

impl Habits {
    fn draw(source: &Source, rng: &mut Xoshiro256PlusPlus) -> Self {
        // Half of the customers were met in the first three months: the shop
        // moved its books to a new till then.
        let first = if rng.random_bool(0.5) {
            rng.random_range(0.0..90.0)
        } else {
            rng.random_range(0.0..f64::from(DAYS))
        };
        let stay: f64 = rng.sample(Exp1);
        let pace: f64 = rng.sample(StandardNormal);
        let gap = 34.0 * (0.7 * pace).exp();
        let story = match rng.random_range(0..100) {
            0..=4 => Story::OrdersShrink,
            5..=9 => Story::NoMoreCoffee,
            _ => Story::Plain,
        };
        Self {
            first,
            leaves: first + source.stay * stay,
            gap,
            lines: rng.random_range(1.0..4.0),
            likes: std::array::from_fn(|_| rng.random_range(0..PRODUCTS.len())),
            story,
            first_discount: if rng.random_bool(source.discounted) { 25 } else { 0 },
        }
    }

    /// What goes into the basket next on `day`.
    fn choose(&self, day: i32, rng: &mut Xoshiro256PlusPlus) -> usize {
        let wanted = match rng.random_range(0..10) {
            0..=5 => self.likes[rng.random_range(0..self.likes.len())],
            6..=7 => rng.random_range(0..3),
            _ => rng.random_range(0..PRODUCTS.len()),
        };
        let refuses = self.story == Story::NoMoreCoffee && day >= DAYS - 150;
        // The one on the tea shelf beside it instead.
        if refuses && PRODUCTS[wanted].category == "Coffee" { wanted + 3 } else { wanted }
    }
}

/// How many times the customer reaches into the shelf for an order of `day`.
fn basket_size(habits: &Habits, day: i32, rng: &mut Xoshiro256PlusPlus) -> usize {
    let shrinks = habits.story == Story::OrdersShrink && day >= DAYS - 100;
    let wish = if shrinks { 1.0 } else { habits.lines * rng.random_range(0.6..1.4) };
    (wish.round() as usize).max(1)
}

fn draw_source(rng: &mut Xoshiro256PlusPlus) -> &'static Source {
    let mut draw: f64 = rng.random();
    SOURCES
        .iter()
        .find(|source| {
            draw -= source.share;
            draw < 0.0
        })
        .unwrap_or(&SOURCES[0])
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn the_same_seed_gives_the_same_shop() {
        let last: Day = "2026-10-31".parse().unwrap();
        let (one, two) = (Shop::made_up(7, last), Shop::made_up(7, last));
        assert_eq!(one, two);
        assert_ne!(one, Shop::made_up(8, last));
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
