//! Retention statistics: plain numbers in, plain numbers out.
//!
//! One folder per method. A method's parameters are checked when they are
//! made, its `fit` takes sufficient statistics, and its doc comment names the
//! paper; the tests hold the paper's numbers.

pub mod silent;
pub mod optimise;
pub mod special;
