//! The retention review as a document.
//!
//! [`figures`] holds what it says, as plain numbers; the other rooms say it:
//! in sentences, in the terminal, as HTML, JSON and Markdown. Nothing here
//! reads orders or computes a figure: whoever can answer implements
//! [`Figures`].

pub mod figures;
pub mod html;
pub mod json;
pub mod markdown;
mod outline;
mod outside;
pub mod sentences;
pub mod terminal;
mod voice;

use kernel::{Day, Period};

pub use figures::Review;

/// How a silent customer is taken for lost.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LostRule {
    /// By each customer's own limit (the 0.95 quantile of the predicted gap,
    /// and P(alive) below one half).
    OwnLimit,
    /// After so many days of silence, the same for everybody.
    After {
        /// Days of silence, at least 1.
        days: u32,
    },
}

/// Which period the review looks at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PeriodChoice {
    /// The 12 months that end at as-of.
    Year,
    /// The last complete calendar quarter.
    Quarter,
    /// The last complete calendar month.
    Month,
    /// These days.
    Days(Period),
}

/// What the owner asks: the terms under which every figure is computed.
#[derive(Debug, Clone, PartialEq)]
pub struct Question {
    /// Up to and including which day the orders count; `None` for the end of the data.
    pub as_of: Option<Day>,
    /// When a silent customer is lost.
    pub lost_rule: LostRule,
    /// The period of retention.
    pub period: PeriodChoice,
    /// Months ahead for risk, expected orders and margin at risk.
    pub horizon_months: u32,
    /// Months ahead for the residual value of a customer.
    pub value_months: u32,
    /// Discount of future money, per year, as a fraction.
    pub yearly_discount: f64,
    /// Margin as a fraction of revenue, 0 < margin <= 1; 1 where not known.
    pub margin: f64,
    /// Share of the days held out for the backtest, 0 < share < 1.
    pub holdout: f64,
    /// Share of customers with a positive 12-month margin called gold.
    pub gold_share: f64,
    /// Purchases on different days that make a regular.
    pub regular_purchases: u32,
}

impl Default for Question {
    fn default() -> Self {
        Self {
            as_of: None,
            lost_rule: LostRule::OwnLimit,
            period: PeriodChoice::Year,
            horizon_months: 12,
            value_months: 36,
            yearly_discount: 0.10,
            margin: 1.0,
            holdout: 0.25,
            gold_share: 0.20,
            regular_purchases: 3,
        }
    }
}

/// Who can answer the question of the review.
pub trait Figures {
    /// Why it could not answer.
    type Error: std::error::Error + Send + Sync + 'static;

    /// The whole review.
    ///
    /// # Errors
    /// Where the orders cannot be read or nothing can be said about them.
    fn review(&self, question: &Question) -> Result<Review, Self::Error>;

    /// One row per customer, told to `tell`: those not lost by margin at risk,
    /// most first, then the lost; of equals the smaller id first.
    ///
    /// # Errors
    /// As [`Figures::review`].
    fn customers(
        &self,
        question: &Question,
        tell: &mut dyn FnMut(&figures::CustomerRow),
    ) -> Result<(), Self::Error>;
}
