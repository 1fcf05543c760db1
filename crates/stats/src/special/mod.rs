//! Special functions the methods share.
//!
//! `ln_gamma` and `digamma` are those of `statrs`; here stands what it has
//! not: [`trigamma`], functions of log odds that neither overflow nor cancel
//! ([`logistic`], [`softplus`], [`log_add`]) and Gauss–Legendre rules
//! ([`GaussLegendre`]).

mod gamma;
mod log_odds;
mod quadrature;

pub use gamma::trigamma;
pub use log_odds::{log_add, logistic, softplus};
pub use quadrature::GaussLegendre;
pub use statrs::function::gamma::{digamma, ln_gamma};
