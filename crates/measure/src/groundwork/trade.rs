//! Orders, buyers and revenue month by month.

use kernel::Month;

use crate::book::Customer;
use crate::calendar::Calendar;

/// Trade in one month.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(crate) struct MonthCounts {
    /// Orders.
    pub orders: u64,
    /// Customers who bought.
    pub buyers: u64,
    /// Who bought for the first time.
    pub new: u64,
    /// Revenue of customers, returns taken off, minor units.
    pub revenue: i64,
}

/// Trade by month.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub(crate) struct Trade {
    start: i32,
    months: Vec<MonthCounts>,
}

impl Trade {
    /// Nothing yet; no order is before `month`.
    pub fn starting(month: Month) -> Self {
        Self { start: month.index(), months: Vec::new() }
    }

    /// Adds a customer's orders and returns.
    pub fn add(&mut self, customer: &Customer<'_>, calendar: &Calendar) {
        let mut bought_in = None;
        for (index, order) in customer.orders.iter().enumerate() {
            let at = calendar.month_of(order.day);
            let month = self.month(at);
            month.orders += 1;
            month.new += u64::from(index == 0);
            month.revenue = month.revenue.saturating_add(order.amount().unwrap_or(0));
            if bought_in != Some(at) {
                month.buyers += 1;
                bought_in = Some(at);
            }
        }
        for &(day, amount) in customer.unmatched_returns {
            let month = self.month(calendar.month_of(day));
            month.revenue = month.revenue.saturating_add(amount);
        }
    }

    /// Adds `other`.
    pub fn merge(&mut self, other: &Self) {
        for (index, more) in (self.start..).zip(&other.months) {
            let month = self.month(index);
            month.orders += more.orders;
            month.buyers += more.buyers;
            month.new += more.new;
            month.revenue = month.revenue.saturating_add(more.revenue);
        }
    }

    /// Trade in `month`.
    pub fn in_month(&self, month: Month) -> MonthCounts {
        let index = usize::try_from(month.index() - self.start).ok();
        index.and_then(|index| self.months.get(index)).copied().unwrap_or_default()
    }

    /// Revenue of customers per order over all months, minor units; `None` where
    /// it is not above zero.
    pub fn revenue_per_order(&self) -> Option<f64> {
        let orders: u64 = self.months.iter().map(|month| month.orders).sum();
        let revenue: i128 = self.months.iter().map(|month| i128::from(month.revenue)).sum();
        (revenue > 0).then(|| revenue as f64 / orders as f64).filter(|mean| mean.is_finite())
    }

    fn month(&mut self, month: i32) -> &mut MonthCounts {
        // A return may be dated before the first order; it belongs to the start.
        let index = (month - self.start).max(0) as usize;
        if self.months.len() <= index {
            self.months.resize(index + 1, MonthCounts::default());
        }
        &mut self.months[index]
    }
}
