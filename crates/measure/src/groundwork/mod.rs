//! The first pass over the book: what must be known before anybody can be
//! called lost.
//!
//! Collects what the models, the gap prior and the spend model are fitted to,
//! what the backtest holds out, the trade and the cohorts (which need no
//! models), and the sums whose ranks others are held against.

mod cohorts;
mod histories;
mod ranks;
mod trade;

use kernel::Day;

pub(crate) use cohorts::CohortCounts;
pub(crate) use histories::{HeldOut, Hiatuses, Known};
pub(crate) use ranks::{Ranks, borders, first_day, part_of, revenue_per_order, year_before};
pub(crate) use trade::Trade;

use crate::alarms::order_value_falling::Windows;
use crate::audit::ValueCounts;
use crate::book::{Book, BookError, Customer};
use crate::calendar::Calendar;
use crate::purchases::purchase_days;
use crate::split::Split;
use crate::terms::Terms;

/// Everything the first pass finds.
#[derive(Debug)]
pub(crate) struct Groundwork {
    /// Histories as of the end of the data.
    pub known: Known,
    /// Histories before the days held out, and what came in them; nobody's
    /// where the data are too short to hold anything out.
    pub held_out: HeldOut,
    /// Silence before the inner split and who came back: for the hiatus rule.
    pub hiatuses: Hiatuses,
    /// Orders and buyers by month.
    pub trade: Trade,
    /// Cohorts by month of first purchase.
    pub cohorts: CohortCounts,
    /// Sums of money, for ranks.
    pub ranks: Ranks,
    /// What the shrinkage of order means is learnt from.
    pub order_sizes: stats::order_means::Pool,
    /// Customers by value of each attribute.
    pub values: ValueCounts,
    days: Vec<Day>,
}

/// What the first pass is told.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Plan<'a> {
    /// The terms of the review.
    pub terms: &'a Terms,
    /// Which days are held out, where the data are long enough.
    pub split: Option<&'a Split>,
    /// The months of the days.
    pub calendar: &'a Calendar,
}

impl Groundwork {
    /// Reads the book once.
    ///
    /// # Errors
    /// Where the book cannot be read.
    pub fn lay(book: &Book, plan: Plan<'_>) -> Result<Self, BookError> {
        let windows = Windows::ending(plan.terms.as_of);
        book.fold(
            || Self::new(plan.terms),
            |work, customer| work.add(customer, plan, &windows),
            Self::merge,
        )
    }

    fn new(terms: &Terms) -> Self {
        Self {
            known: Known::default(),
            held_out: HeldOut::default(),
            hiatuses: Hiatuses::default(),
            trade: Trade::starting(terms.from.month()),
            cohorts: CohortCounts::starting(terms.from.month()),
            ranks: Ranks::default(),
            order_sizes: stats::order_means::Pool::default(),
            values: ValueCounts::default(),
            days: Vec::new(),
        }
    }

    fn add(&mut self, customer: &Customer<'_>, plan: Plan<'_>, windows: &Windows) {
        let Plan { terms, split, calendar } = plan;
        let mut days = std::mem::take(&mut self.days);
        purchase_days(customer.orders, &mut days);
        self.known.add(&days, terms.as_of);
        if let Some(split) = split {
            self.held_out.add(customer, &days, split);
            self.hiatuses.add(&days, split);
        }
        self.trade.add(customer, calendar);
        self.cohorts.add(&days, calendar);
        self.ranks.add(customer, terms);
        self.values.add(customer);
        if terms.has_money {
            self.known.add_spend(customer, terms);
            let (before, now) = windows.log_amounts(customer.orders);
            self.order_sizes.add(before, now);
        }
        self.days = days;
    }

    fn merge(&mut self, other: Self) {
        self.known.merge(other.known);
        self.held_out.merge(other.held_out);
        self.hiatuses.merge(&other.hiatuses);
        self.trade.merge(&other.trade);
        self.cohorts.merge(&other.cohorts);
        self.ranks.merge(other.ranks);
        self.order_sizes.merge(&other.order_sizes);
        self.values.merge(other.values);
    }
}
