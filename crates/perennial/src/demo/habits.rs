//! How the customers of the made-up shop behave: where they come from, how
//! often they buy and what, when they leave, and which of them have a story
//! the review should find.

use rand::RngExt;
use rand_distr::{Exp1, StandardNormal};
use rand_xoshiro::Xoshiro256PlusPlus;

use super::shelf::PRODUCTS;

/// Days of trade.
pub const DAYS: i32 = 730;

/// A place customers come from.
#[derive(Debug)]
pub struct Source {
    /// What the till calls it.
    pub name: &'static str,
    /// What people say when they are asked how they found the shop.
    pub found: Found,
    share: f64,
    /// Mean days until they leave.
    stay: f64,
    /// How often their first order carries a discount.
    discounted: f64,
}

/// How somebody found the shop.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Found {
    /// Somebody told them.
    ByWord,
    /// They searched.
    BySearch,
    /// They came by.
    AtTheMarket,
    /// They saw it.
    InSocialMedia,
    /// It was cheap.
    ByVoucher,
}

static SOURCES: [Source; 5] = [
    Source {
        name: "Recommendation",
        found: Found::ByWord,
        share: 0.24,
        stay: 2_400.0,
        discounted: 0.05,
    },
    Source { name: "Search", found: Found::BySearch, share: 0.30, stay: 1_300.0, discounted: 0.15 },
    Source {
        name: "Market stall",
        found: Found::AtTheMarket,
        share: 0.16,
        stay: 1_700.0,
        discounted: 0.0,
    },
    Source {
        name: "Social media",
        found: Found::InSocialMedia,
        share: 0.16,
        stay: 640.0,
        discounted: 0.30,
    },
    Source {
        name: "Voucher site",
        found: Found::ByVoucher,
        share: 0.14,
        stay: 110.0,
        discounted: 1.0,
    },
];

impl Source {
    /// One of them, as often as it brings customers.
    pub fn draw(rng: &mut Xoshiro256PlusPlus) -> &'static Self {
        let mut draw: f64 = rng.random();
        SOURCES
            .iter()
            .find(|source| {
                draw -= source.share;
                draw < 0.0
            })
            .unwrap_or(&SOURCES[0])
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
pub struct Habits {
    /// The first order.
    pub first: f64,
    /// When they leave.
    pub leaves: f64,
    /// Mean days between orders.
    pub gap: f64,
    lines: f64,
    /// The three products they mostly buy.
    likes: [usize; 3],
    story: Story,
    /// Per cent off the first order.
    pub first_discount: i64,
}

impl Habits {
    /// Of somebody this source brought.
    pub fn draw(source: &Source, rng: &mut Xoshiro256PlusPlus) -> Self {
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
    pub fn choose(&self, day: i32, rng: &mut Xoshiro256PlusPlus) -> usize {
        let wanted = match rng.random_range(0..10) {
            0..=5 => self.likes[rng.random_range(0..self.likes.len())],
            6..=7 => rng.random_range(0..3),
            _ => rng.random_range(0..PRODUCTS.len()),
        };
        let refuses = self.story == Story::NoMoreCoffee && day >= DAYS - 150;
        // The one on the tea shelf beside it instead.
        if refuses && PRODUCTS[wanted].category == "Coffee" { wanted + 3 } else { wanted }
    }

    /// How many times the customer reaches into the shelves for an order of `day`.
    pub fn basket_size(&self, day: i32, rng: &mut Xoshiro256PlusPlus) -> usize {
        let shrinks = self.story == Story::OrdersShrink && day >= DAYS - 100;
        let wish = if shrinks { 1.0 } else { self.lines * rng.random_range(0.6..1.4) };
        (wish.round() as usize).max(1)
    }
}
