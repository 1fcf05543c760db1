//! Retention statistics: plain numbers in, plain numbers out.
//!
//! One folder per method. A method's parameters are checked when they are
//! made, its `fit` takes sufficient statistics, and its doc comment names the
//! paper; the tests hold the paper's numbers.

pub mod bdw;
pub mod bg_bb;
mod cholesky;
pub mod concentration;
mod estimates;
pub mod gamma_gamma;
pub mod gaps;
pub mod inference;
pub mod logistic;
pub mod optimise;
pub mod order_means;
pub mod quantiles;
pub mod sbg;
pub mod scores;
pub mod bg_nbd;
pub mod histories;
pub mod mbg_cnbd;
pub mod mbg_nbd;
pub mod pareto_nbd;
mod beta_geometric;
pub mod silent;
pub mod special;
pub mod survival;
#[cfg(test)]
mod testdata;
