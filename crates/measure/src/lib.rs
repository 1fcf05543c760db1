//! From orders to the figures of the review.
//!
//! [`book`] keeps the orders, customer by customer; everything else reads it.
//! Two passes make the review ([`BookFigures`]): the first (`groundwork`) finds
//! what the models are fitted to, the second (`survey`) describes each customer
//! once and shows them to every measure. The orders of the record come from
//! [`facts`], those of files by way of [`ledger`].

pub mod book;
pub mod facts;
pub mod ledger;
#[cfg(feature = "sql")]
pub mod sql;

mod alarms;
mod audit;
mod backtest;
mod calendar;
mod call_today;
mod cohorts;
mod cost_of_loss;
mod customers;
mod drawn;
mod error;
mod figures;
mod fit;
mod groundwork;
mod leaders;
mod limits;
mod models;
mod months;
mod outlook;
mod profile;
mod purchases;
mod reasons;
mod retention;
mod segments;
mod split;
mod standing;
mod study;
mod survey;
mod survival;
mod terms;
mod value;

pub use error::FiguresError;
pub use figures::{BookFigures, Reading};
pub use fit::fit_models;
pub use terms::TermsError;
