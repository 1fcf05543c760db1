//! The likelihood's part for purchase rates that all models share.

use crate::optimise::Evaluation;
use crate::special::{digamma, ln_gamma, trigamma};

/// Adds `customers` times ln Γ(r + n)/Γ(r) · α^r, the part of a gamma mixture
/// of rates with `n` events that does not depend on time, to a sum whose first
/// two variables are r and α.
pub(crate) fn add_rates(sum: &mut Evaluation<4>, r: f64, alpha: f64, n: f64, customers: f64) {
    let size = r + n;
    let ln_alpha = alpha.ln();
    sum.value += customers * (ln_gamma(size) - ln_gamma(r) + r * ln_alpha);
    sum.gradient[0] += customers * (digamma(size) - digamma(r) + ln_alpha);
    sum.gradient[1] += customers * r / alpha;
    sum.hessian[0][0] += customers * (trigamma(size) - trigamma(r));
    sum.hessian[1][1] -= customers * r / (alpha * alpha);
    sum.add_mixed(0, 1, customers / alpha);
}
