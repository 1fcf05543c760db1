//! The variances of order means, pooled over customers.

use std::collections::BTreeMap;

use super::{LogAmounts, OrderMeans};

/// What the variances need to know of all customers. Small whatever their
/// number; pools of parts of the customers merge into the pool of all.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Pool {
    /// Σ of squares within windows, and its degrees of freedom.
    within: f64,
    within_freedom: u64,
    /// Of the windows before: how many, Σ n, Σ n², Σ n·mean, Σ n·mean².
    windows: u64,
    orders: u64,
    orders_squared: f64,
    sum: f64,
    sum_of_squares: f64,
    /// By (orders before, orders now): customers and Σ of squared changes.
    changes: BTreeMap<(u32, u32), (u64, f64)>,
}

impl Pool {
    /// Changes seen before there can be an estimate: with fewer the adjusted
    /// density has no maximum.
    pub const FEWEST: u64 = 3;

    /// Customers with orders in both windows: the changes seen.
    #[must_use]
    pub fn changes(&self) -> u64 {
        self.changes.values().map(|(customers, _)| customers).sum()
    }

    /// Takes in one customer's orders of the two windows; either may be empty.
    pub fn add(&mut self, before: LogAmounts, now: LogAmounts) {
        for window in [before, now] {
            self.within += window.squares;
            self.within_freedom += u64::from(window.n.saturating_sub(1));
        }
        if before.n == 0 {
            return;
        }
        let n = f64::from(before.n);
        self.windows += 1;
        self.orders += u64::from(before.n);
        self.orders_squared += n * n;
        self.sum += n * before.mean;
        self.sum_of_squares += n * before.mean * before.mean;
        if now.n > 0 {
            let (customers, squares) = self.changes.entry((before.n, now.n)).or_default();
            *customers += 1;
            *squares += (now.mean - before.mean).powi(2);
        }
    }

    /// Takes in all customers of `other`.
    pub fn merge(&mut self, other: &Self) {
        self.within += other.within;
        self.within_freedom += other.within_freedom;
        self.windows += other.windows;
        self.orders += other.orders;
        self.orders_squared += other.orders_squared;
        self.sum += other.sum;
        self.sum_of_squares += other.sum_of_squares;
        for (&orders, &(customers, squares)) in &other.changes {
            let (all, sum) = self.changes.entry(orders).or_default();
            *all += customers;
            *sum += squares;
        }
    }

    /// ω² at the maximum of ω²·Π N(dᵢ; 0, ω² + σ²(1/n₀ + 1/n₁)), found on a grid
    /// and refined by bisection of the derivative.
    fn change(&self, within: f64) -> f64 {
        /// Grid points; neighbours are 15 % apart.
        const GRID: u32 = 240;
        const BISECTIONS: usize = 60;
        let groups: Vec<(f64, f64, f64)> = self
            .changes
            .iter()
            .map(|(&(before, now), &(customers, squares))| {
                let noise = within * (1.0 / f64::from(before) + 1.0 / f64::from(now));
                (customers as f64, squares, noise)
            })
            .collect();
        let customers: f64 = groups.iter().map(|group| group.0).sum();
        let squares: f64 = groups.iter().map(|group| group.1).sum();
        let noise: f64 = groups.iter().map(|group| group.0 * group.2).sum();
        let scale = (squares + noise) / customers;
        if scale <= 0.0 {
            return 0.0;
        }
        let density = |ln_change: f64| -> f64 {
            let change = ln_change.exp();
            let fit: f64 = groups
                .iter()
                .map(|&(n, d2, noise)| n * (change + noise).ln() + d2 / (change + noise))
                .sum();
            ln_change - 0.5 * fit
        };
        let slope = |ln_change: f64| -> f64 {
            let change = ln_change.exp();
            let fit: f64 = groups
                .iter()
                .map(|&(n, d2, noise)| {
                    let share = change / (change + noise);
                    share * (n - d2 / (change + noise))
                })
                .sum();
            1.0 - 0.5 * fit
        };
        // The maximum is below scale·customers: there the slope is negative.
        let top = (4.0 * scale).ln();
        let step = 30.0 / f64::from(GRID);
        let best = (0..GRID)
            .map(|i| top - step * f64::from(i))
            .map(|ln_change| (density(ln_change), ln_change))
            .fold((f64::NEG_INFINITY, top), |best, next| if next.0 > best.0 { next } else { best })
            .1;
        let (mut low, mut high) = (best - step, best + step);
        for _ in 0..BISECTIONS {
            let middle = f64::midpoint(low, high);
            if slope(middle) > 0.0 { low = middle } else { high = middle }
        }
        f64::midpoint(low, high).exp()
    }
}

impl OrderMeans {
    /// The model with its variances estimated from `pool`.
    ///
    /// `None` where fewer than three customers have orders in both windows, or
    /// no window has two orders: then nobody can tell change from noise.
    #[must_use]
    pub fn fit(pool: &Pool) -> Option<Self> {
        if pool.changes() < Pool::FEWEST || pool.within_freedom == 0 {
            return None;
        }
        let within = pool.within / pool.within_freedom as f64;
        let orders = pool.orders as f64;
        let mean = pool.sum / orders;
        let between_squares = (pool.sum_of_squares - orders * mean * mean).max(0.0);
        // Mean orders a window, as the analysis of variance weighs them; with at
        // least two windows it is positive.
        let typical = (orders - pool.orders_squared / orders) / (pool.windows - 1) as f64;
        let of_windows =
            ((between_squares / (pool.windows - 1) as f64 - within) / typical).max(0.0);
        let change = pool.change(within);
        let between = (of_windows - change / 2.0).max(0.0);
        let model = Self { mean, between, change, within };
        [mean, between, change, within].iter().all(|v| v.is_finite()).then_some(model)
    }
}
