//! As many orders as one likes, as a file would hold them: for measuring speed.
//!
//! Customers arrive over three years, buy at very different rates and leave at
//! some time; their rows come in the order of days, as in an export. Nothing is
//! kept but the seed, so that a hundred million rows need no more memory than
//! ten.

use std::io::{self, Write};

use kernel::Day;
use rand::rand_core::Rng;
use rand::{RngExt, SeedableRng};
use rand_xoshiro::{SplitMix64, Xoshiro256PlusPlus};

/// Days that have orders.
const DAYS: u64 = 3 * 365;

/// Rows for each customer: ten million rows are 460,000 customers.
const ROWS_PER_100_CUSTOMERS: u64 = 2_174;

/// Days until a customer leaves, on average.
const MEAN_STAY: f64 = 400.0;

/// After so many draws the next customer buys whatever their rate.
const PATIENCE: u32 = 1_000;

/// Writes `rows` orders as CSV, `customer_id,order_date,amount`. The same
/// number and seed give the same bytes.
///
/// # Errors
/// Where `out` cannot be written.
pub fn write_orders(rows: u64, seed: u64, out: &mut impl Write) -> io::Result<()> {
    writeln!(out, "customer_id,order_date,amount")?;
    let crowd = Crowd { seed, size: (rows * 100 / ROWS_PER_100_CUSTOMERS).max(1) };
    let mut rng = Xoshiro256PlusPlus::seed_from_u64(seed);
    let first = Day::from_ymd(2023, 1, 1).unwrap_or(Day::from_epoch_days(19_358));
    let mut written = 0;
    for day in 0..DAYS {
        let date = first.plus_days(i32::try_from(day).unwrap_or(i32::MAX)).to_string();
        for newcomer in crowd.arrived_by(day)..crowd.arrived_by(day + 1) {
            if written < rows {
                crowd.order(newcomer, &date, &mut rng, out)?;
                written += 1;
            }
        }
        // Trade grows with the number of customers.
        let due = rows * (day + 1) * (DAYS + day + 1) / (2 * DAYS * DAYS);
        while written < due {
            let customer = crowd.somebody_who_buys(day, &mut rng);
            crowd.order(customer, &date, &mut rng, out)?;
            written += 1;
        }
    }
    Ok(())
}

/// All customers, numbered in the order they arrive.
struct Crowd {
    seed: u64,
    size: u64,
}

/// What a customer is like, as it follows from their number.
struct Habits {
    /// Chance of buying when drawn.
    eagerness: f64,
    /// Day after which they buy no more.
    last_day: f64,
    /// What an order comes to on average, minor units.
    usual_amount: u64,
}

impl Crowd {
    /// How many customers have arrived before `day` begins. Some were there
    /// from the start.
    fn arrived_by(&self, day: u64) -> u64 {
        if day == 0 { 0 } else { self.size * (DAYS / 4 + day) / (DAYS / 4 + DAYS) }
    }

    fn arrival_of(&self, customer: u64) -> f64 {
        let share = customer as f64 / self.size as f64;
        let days = DAYS as f64;
        (share * (days / 4.0 + days) - days / 4.0).max(0.0)
    }

    fn habits(&self, customer: u64) -> Habits {
        let mut rng = SplitMix64::seed_from_u64(self.seed ^ customer.wrapping_mul(0x9E37_79B9));
        let stay = -(1.0 - rng.random::<f64>()).ln() * MEAN_STAY;
        Habits {
            eagerness: rng.random::<f64>().powi(4),
            last_day: self.arrival_of(customer) + stay,
            usual_amount: 800 + rng.next_u64() % 7_200,
        }
    }

    /// Draws until it meets somebody who is here and feels like buying.
    fn somebody_who_buys(&self, day: u64, rng: &mut impl Rng) -> u64 {
        let here = self.arrived_by(day + 1).max(1);
        let mut customer = 0;
        for _ in 0..PATIENCE {
            customer = rng.random_range(0..here);
            let habits = self.habits(customer);
            if habits.last_day >= day as f64 && rng.random::<f64>() < habits.eagerness {
                break;
            }
        }
        customer
    }

    fn order(
        &self,
        customer: u64,
        date: &str,
        rng: &mut impl Rng,
        out: &mut impl Write,
    ) -> io::Result<()> {
        let usual = self.habits(customer).usual_amount;
        let cents = usual / 2 + rng.next_u64() % usual;
        writeln!(out, "{},{date},{}.{:02}", customer + 1, cents / 100, cents % 100)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    fn orders(rows: u64, seed: u64) -> String {
        let mut out = Vec::new();
        write_orders(rows, seed, &mut out).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn there_are_as_many_rows_as_asked_for() {
        for rows in [0, 1, 10, 20_000] {
            assert_eq!(orders(rows, 1).lines().count() as u64, rows + 1);
        }
    }

    #[test]
    fn the_same_seed_gives_the_same_orders_and_another_does_not() {
        assert_eq!(orders(5_000, 7), orders(5_000, 7));
        assert_ne!(orders(5_000, 7), orders(5_000, 8));
    }

    #[test]
    fn customers_come_back_and_days_follow_each_other() {
        let text = orders(20_000, 1);
        let rows: Vec<Vec<&str>> =
            text.lines().skip(1).map(|line| line.split(',').collect()).collect();
        let customers: BTreeSet<&str> = rows.iter().map(|row| row[0]).collect();
        let days: Vec<&str> = rows.iter().map(|row| row[1]).collect();
        assert!((900..=940).contains(&customers.len()), "{}", customers.len());
        assert!(days.is_sorted());
        assert_eq!((days[0], days[days.len() - 1]), ("2023-01-01", "2025-12-30"));
    }
}
