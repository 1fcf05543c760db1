//! What a purchase comes to.

use kernel::{Currency, Day};
use review::figures::{FittedModel, ModelName, Note, Why};
use stats::gamma_gamma::{GammaGamma, Spender, correlation};

use super::figures::figures;
use crate::book::Customer;
use crate::groundwork::Groundwork;
use crate::purchases::{Spend, repeat_spend, spend_ever};
use crate::terms::Terms;

/// Correlation of spend and frequency, either sign, past which a mean order
/// is only a rough guide.
const NEARLY_UNCORRELATED: f64 = 0.3;
/// A customer without a purchase to learn from.
const STRANGER: Spender = Spender { purchases: 0, mean: 0.0 };

/// How spend per purchase day is foretold.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum SpendModel {
    /// The orders carry no amounts.
    Unknown,
    /// Each customer's own mean; `overall` for those who have none.
    OwnMean {
        /// Revenue per order of everybody, minor units.
        overall: f64,
    },
    /// Gamma–Gamma.
    GammaGamma {
        /// The model, money in major units.
        model: GammaGamma,
        /// What a purchase of someone who never came back comes to, major units.
        stranger: f64,
        /// What money is counted in.
        currency: Currency,
    },
}

impl SpendModel {
    /// Fits Gamma–Gamma to what came back; where that cannot be, each
    /// customer's own mean has to do.
    pub fn fit(
        work: &Groundwork,
        terms: &Terms,
        notes: &mut Vec<Note>,
    ) -> (Self, Option<FittedModel>) {
        if !terms.has_money {
            return (Self::Unknown, None);
        }
        let spenders = &work.known.spend;
        let fit = GammaGamma::fit(spenders).ok().filter(|fit| {
            if !fit.converged {
                let model = ModelName::GammaGamma;
                notes.push(Note { path: "models.gamma_gamma", why: Why::NotConverged { model } });
            }
            fit.converged
        });
        let Some(fit) = fit else {
            return (
                work.trade
                    .revenue_per_order()
                    .map_or(Self::Unknown, |overall| Self::OwnMean { overall }),
                None,
            );
        };
        let model = fit.model;
        if !model.has_mean() {
            let why = Why::NoMeanSpend { q: model.q() };
            notes.push(Note { path: "models.gamma_gamma", why });
        }
        if let Some(correlation) = correlation(spenders).filter(|r| r.abs() > NEARLY_UNCORRELATED) {
            let why = Why::SpendFollowsFrequency { correlation };
            notes.push(Note { path: "models.gamma_gamma", why });
        }
        let stranger = model.expected_mean(STRANGER);
        let currency = terms.currency;
        (Self::GammaGamma { model, stranger, currency }, Some(figures(&fit)))
    }

    /// What to expect of a purchase, minor units of revenue; `None` where
    /// nothing is known of money.
    pub fn per_purchase(&self, customer: &Customer<'_>) -> Option<f64> {
        self.expected(self.seen(customer))
    }

    /// What the model looks at of a customer's orders.
    pub fn seen(&self, customer: &Customer<'_>) -> Spend {
        match self {
            Self::Unknown => Spend::default(),
            Self::OwnMean { .. } => spend_ever(customer.orders),
            Self::GammaGamma { .. } => repeat_spend(customer.orders, Day::MAX),
        }
    }

    fn expected(&self, seen: Spend) -> Option<f64> {
        match self {
            Self::Unknown => None,
            Self::OwnMean { overall } => Some(seen.mean_per_day().unwrap_or(*overall)),
            Self::GammaGamma { model, stranger, currency } => {
                let major = match seen.spender(*currency) {
                    Some(spender) => model.expected_mean(spender),
                    None => *stranger,
                };
                Some(major * currency.minor_per_major() as f64)
            }
        }
    }

    /// Fills `draws` with what a purchase may come to on average, minor units:
    /// drawn from what was [`seen`](Self::seen) of the customer. The same seed,
    /// the same draws.
    pub fn draw_per_purchase(&self, seen: Spend, seed: u64, draws: &mut [f64]) {
        match self {
            Self::Unknown | Self::OwnMean { .. } => draws.fill(self.expected(seen).unwrap_or(0.0)),
            Self::GammaGamma { model, currency, .. } => {
                let spender = seen.spender(*currency).unwrap_or(STRANGER);
                model.draw_means(spender, seed, draws);
                let minor = currency.minor_per_major() as f64;
                for draw in draws {
                    *draw *= minor;
                }
            }
        }
    }
}
