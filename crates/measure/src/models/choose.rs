//! Which model stands behind P(alive), risk and expected purchases.
//!
//! The likelihood proposes, the hold-out decides: the candidate with the best
//! log-likelihood is taken, unless one further down the ranking foretold the
//! days held out better in both respects — a lower CRPS per customer, and a
//! total nearer to what was bought. Without a hold-out the likelihood decides.

use review::figures::ModelName;

/// How a candidate did on the days held out.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct HoldoutScore {
    /// Mean CRPS per customer.
    pub crps: f64,
    /// |foretold − bought| over all customers.
    pub bias: f64,
}

/// Chooses among candidates ranked by log-likelihood, best first.
pub(crate) fn choose(ranked: &[(ModelName, Option<HoldoutScore>)]) -> Option<ModelName> {
    let (first, rest) = ranked.split_first()?;
    let best = rest.iter().fold(*first, |best, next| match (best.1, next.1) {
        (Some(held), Some(rival)) if rival.crps < held.crps && rival.bias < held.bias => *next,
        (None | Some(_), None | Some(_)) => best,
    });
    Some(best.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn model(name: ModelName, crps: f64, bias: f64) -> (ModelName, Option<HoldoutScore>) {
        (name, Some(HoldoutScore { crps, bias }))
    }

    #[test]
    fn the_best_likelihood_stands_unless_beaten_in_both() {
        use ModelName::{MbgNbd, ParetoNbd};
        let chosen = |crps, bias| choose(&[model(MbgNbd, 0.5, 9.0), model(ParetoNbd, crps, bias)]);
        assert_eq!(chosen(0.4, 8.0), Some(ParetoNbd));
        assert_eq!(chosen(0.4, 10.0), Some(MbgNbd));
        assert_eq!(chosen(0.6, 8.0), Some(MbgNbd));
    }

    #[test]
    fn without_a_hold_out_the_likelihood_decides() {
        let ranked = [(ModelName::ParetoNbd, None), (ModelName::MbgNbd, None)];
        assert_eq!(choose(&ranked), Some(ModelName::ParetoNbd));
        assert_eq!(choose(&[]), None);
    }
}
