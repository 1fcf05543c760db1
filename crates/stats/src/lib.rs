//! Retention statistics: plain numbers in, plain numbers out.
//!
//! One folder per method. A method's parameters are checked when they are
//! made, its `fit` takes sufficient statistics, and its doc comment names the
//! paper; the tests hold the paper's numbers.

pub mod silent;
pub mod optimise;
pub mod special;
pub mod concentration;
pub mod gamma_gamma;
pub mod gaps;
pub mod inference;
pub mod logistic;
pub mod order_means;
pub mod quantiles;
pub mod scores;
pub mod survival;
mod cholesky;
#[cfg(test)]
mod testdata;
