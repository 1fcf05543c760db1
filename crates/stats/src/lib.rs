//! Retention statistics: plain numbers in, plain numbers out.
//!
//! One folder per method. A method's parameters are checked when they are
//! made, its `fit` takes sufficient statistics, and its doc comment names the
//! paper; the tests hold the paper's numbers.

pub mod bdw;
mod beta_geometric;
pub mod bg_bb;
pub mod bg_nbd;
mod cholesky;
pub mod concentration;
pub mod fit;
pub mod gamma_gamma;
pub mod gaps;
pub mod histories;
pub mod inference;
pub mod logistic;
pub mod mbg_cnbd;
pub mod mbg_nbd;
mod optimise;
pub mod order_means;
pub mod pareto_nbd;
pub mod quantiles;
mod reduction;
pub mod sbg;
pub mod scores;
pub mod silent;
mod special;
pub mod survival;
#[cfg(test)]
mod testdata;
