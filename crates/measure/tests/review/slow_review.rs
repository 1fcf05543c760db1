//! The figures of a fixed window of loss, computed the slow and obvious way:
//! every question walks all orders of all customers again.

use kernel::{Day, Month, Period};

use crate::orders_file::Orders;

/// The orders, the last day that counts, and the days of silence after which a
/// customer is lost.
pub struct Slow<'a> {
    pub orders: &'a Orders,
    pub as_of: Day,
    pub days: i32,
}

type Customer = [(Day, Option<i64>)];

impl Slow<'_> {
    fn first(customer: &Customer) -> Day {
        customer[0].0
    }

    fn last(customer: &Customer) -> Day {
        customer[customer.len() - 1].0
    }

    /// Whether they are lost at the end of `day`; `None` if they had not bought.
    fn lost_on(&self, customer: &Customer, day: Day) -> Option<bool> {
        let last = customer.iter().map(|(bought, _)| *bought).filter(|&b| b <= day).max()?;
        Some(day.days_since(last) >= self.days)
    }

    fn spent(customer: &Customer, period: Period) -> i64 {
        let inside = customer.iter().filter(|(day, _)| period.contains(*day));
        inside.filter_map(|(_, cents)| *cents).sum()
    }

    /// start, end, new, lost, kept, won back, came and went; and NRR, GRR.
    pub fn retention(&self, period: Period) -> ([u64; 7], [f64; 2]) {
        let eve = period.from.plus_days(-1);
        let [mut start, mut new, mut lost, mut kept, mut won_back, mut went] = [0_u64; 6];
        let (mut before, mut after, mut least) = (0.0, 0.0, 0.0);
        for customer in self.orders.values() {
            let was = self.lost_on(customer, eve);
            let Some(is_lost) = self.lost_on(customer, period.last_day()) else { continue };
            match was {
                None if is_lost => went += 1,
                None => new += 1,
                Some(true) if !is_lost => won_back += 1,
                Some(true) => {}
                Some(false) => {
                    start += 1;
                    let was_spent = Self::spent(customer, period.before()) as f64;
                    let spent = if is_lost { 0.0 } else { Self::spent(customer, period) as f64 };
                    before += was_spent;
                    after += spent;
                    least += spent.min(was_spent);
                    if is_lost {
                        lost += 1;
                    } else {
                        kept += 1;
                    }
                }
            }
        }
        ([start, kept + new, new, lost, kept, won_back, went], [after / before, least / before])
    }

    /// Lost within the year, of how many, and what they spent in their last
    /// 365 days.
    pub fn cost_of_loss(&self) -> (u64, u64, i64) {
        let year_ago = self.as_of.plus_months(-12);
        let (mut lost, mut of, mut yearly) = (0, 0, 0);
        for customer in self.orders.values() {
            if self.lost_on(customer, year_ago) != Some(false) {
                continue;
            }
            of += 1;
            if self.lost_on(customer, self.as_of) == Some(true) {
                lost += 1;
                let last = Self::last(customer);
                let year = Period { from: last.plus_days(-364), to: last.plus_days(1) };
                yearly += Self::spent(customer, year);
            }
        }
        (lost, of, yearly)
    }

    /// The ids of the top fifth by spend of the last 12 months, sorted.
    pub fn gold(&self) -> Vec<&str> {
        let year = Period::months_ending(self.as_of, 12);
        let mut spent: Vec<(i64, &str)> = self
            .orders
            .iter()
            .map(|(id, customer)| (Self::spent(customer, year), id.as_str()))
            .filter(|(cents, _)| *cents > 0)
            .collect();
        spent.sort_unstable_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(b.1)));
        spent.truncate(spent.len().div_ceil(5));
        let mut ids: Vec<&str> = spent.into_iter().map(|(_, id)| id).collect();
        ids.sort_unstable();
        ids
    }

    /// Orders, buyers, new, lost, won back and cents of a month.
    pub fn month(&self, month: Month) -> (u64, u64, u64, u64, u64, i64) {
        let (mut orders, mut buyers, mut new, mut lost, mut won_back) = (0, 0, 0, 0, 0);
        let mut cents = 0;
        let of_month = |day: Day| day.month() == month;
        for customer in self.orders.values() {
            let days: Vec<Day> = customer.iter().map(|(day, _)| *day).collect();
            let inside = days.iter().filter(|&&day| of_month(day)).count() as u64;
            orders += inside;
            buyers += u64::from(inside > 0);
            new += u64::from(of_month(days[0]));
            cents += customer
                .iter()
                .filter(|(day, _)| of_month(*day))
                .filter_map(|(_, c)| *c)
                .sum::<i64>();
            for (index, &day) in days.iter().enumerate() {
                let next = days.get(index + 1);
                let loss = day.plus_days(self.days);
                let happened = next.map_or(loss <= self.as_of, |&next| loss < next);
                lost += u64::from(happened && of_month(loss));
                won_back += u64::from(happened && next.is_some_and(|&next| of_month(next)));
            }
        }
        (orders, buyers, new, lost, won_back, cents)
    }

    /// Size of a cohort, and the shares that bought in, and in or after, each
    /// month after.
    pub fn cohort(&self, month: Month) -> (u64, Vec<f64>, Vec<f64>) {
        let members: Vec<&Vec<_>> =
            self.orders.values().filter(|c| Self::first(c).month() == month).collect();
        let size = members.len() as f64;
        let months = self.as_of.month().index() - month.index();
        let share = |holds: &dyn Fn(i32, i32) -> bool, k: i32| {
            let bought = |customer: &&&Vec<(Day, Option<i64>)>| {
                customer.iter().any(|(day, _)| holds(day.month().index() - month.index(), k))
            };
            members.iter().filter(bought).count() as f64 / size
        };
        let in_month = (0..=months).map(|k| share(&|bought, k| bought == k, k)).collect();
        let or_after = (0..=months).map(|k| share(&|bought, k| bought >= k, k)).collect();
        (members.len() as u64, in_month, or_after)
    }

    /// For each customer, the age at which they were lost for the first time
    /// or else up to which they were followed, and whether they were lost.
    pub fn stays(&self) -> Vec<(i32, bool)> {
        let stay = |customer: &Vec<(Day, Option<i64>)>| {
            let first = Self::first(customer);
            let followed = self.as_of.days_since(first);
            let is_lost_at =
                |age: &i32| self.lost_on(customer, first.plus_days(*age)) == Some(true);
            let first_loss = (0..=followed).find(is_lost_at);
            (first_loss.unwrap_or(followed), first_loss.is_some())
        };
        self.orders.values().map(stay).collect()
    }
}

/// The Kaplan–Meier estimate: over each age with a loss, the share of those
/// still followed who stay.
pub fn still_customers_after(age: u32, stays: &[(i32, bool)]) -> f64 {
    (0..=age as i32)
        .map(|at| {
            let followed = stays.iter().filter(|(end, _)| *end >= at).count();
            let left = stays.iter().filter(|(end, lost)| *lost && *end == at).count();
            1.0 - left as f64 / followed.max(1) as f64
        })
        .product()
}
