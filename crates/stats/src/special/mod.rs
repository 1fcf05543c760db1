//! Special functions the methods share.
//!
//! `ln_gamma` and `digamma` are those of `statrs`; here stands what it has
//! not: [`trigamma`], exponentials that neither overflow nor cancel
//! ([`Logit`], [`logistic`], [`softplus`], [`expm1_ratio`]) and
//! Gauss–Legendre rules ([`GaussLegendre`]).

mod gamma;
mod log_odds;
mod quadrature;

pub use gamma::{ln_gamma_ratio, trigamma};
pub use log_odds::{Logit, expm1_ratio, logistic, softplus};
pub use quadrature::GaussLegendre;
pub use statrs::function::gamma::{digamma, ln_gamma};
