//! The models of purchases and of spend: fitted, and one of them chosen.
//!
//! Candidates are MBG/NBD, MBG/CNBD-k and Pareto/NBD; BG/NBD is fitted for
//! comparison and never chosen, because to it everybody without a repeat
//! purchase is alive for certain.

mod choose;
mod figures;
mod spend;

pub(crate) use choose::{HoldoutScore, choose};
pub(crate) use spend::SpendModel;

use rayon::join;
use review::figures::{FittedModel, ModelName, Models, Note, Why};
use stats::bg_nbd::BgNbd;
use stats::fit::{Fit, FitError};
use stats::gaps::{CompletedGaps, GapPrior};
use stats::histories::Histories;
use stats::mbg_cnbd::MbgCnbd;
use stats::mbg_nbd::MbgNbd;
use stats::pareto_nbd::ParetoNbd;
use stats::silent::SilentModel;

use crate::groundwork::Known;

/// Models that may be chosen.
pub(crate) const CANDIDATES: [ModelName; 3] =
    [ModelName::MbgNbd, ModelName::MbgCnbd, ModelName::ParetoNbd];

/// Every model there is.
pub(crate) const EVERY: [ModelName; 5] = [
    ModelName::BgNbd,
    ModelName::MbgNbd,
    ModelName::MbgCnbd,
    ModelName::ParetoNbd,
    ModelName::GammaGamma,
];

/// How regular MBG/CNBD-k may take the customers to be: every k-th phase is a
/// purchase. k = 1 is MBG/NBD, which is fitted anyway.
const REGULARITY: std::ops::RangeInclusive<u32> = 2..=3;

/// The models of purchases that could be fitted.
#[derive(Debug, Clone, Default)]
pub(crate) struct Fitted {
    bg_nbd: Option<Fit<BgNbd>>,
    mbg_nbd: Option<Fit<MbgNbd>>,
    mbg_cnbd: Option<Fit<MbgCnbd>>,
    pareto_nbd: Option<Fit<ParetoNbd>>,
}

/// The histories of everybody, counted.
pub(crate) fn histories(known: &Known) -> Histories {
    Histories::from_packed(&known.histories).with_sum_ln_gaps(known.ln_gaps)
}

/// The gap prior; `None` where nobody ever came back.
pub(crate) fn gap_prior(histories: &Histories) -> Option<GapPrior> {
    let mut gaps = CompletedGaps::default();
    for (history, customers) in histories.iter() {
        gaps.add(history.x, history.t_x, u64::from(customers));
    }
    GapPrior::fit(&gaps).ok().map(|fit| fit.model)
}

impl Fitted {
    /// Fits all of them.
    pub fn to(histories: &Histories) -> Self {
        Self::those(&EVERY, histories)
    }

    /// Fits those that are wanted.
    pub fn those(wanted: &[ModelName], histories: &Histories) -> Self {
        fn sound_if<M>(
            wanted: bool,
            fit: impl FnOnce() -> Result<Fit<M>, FitError>,
        ) -> Option<Fit<M>> {
            if wanted { sound(fit()) } else { None }
        }
        let is = |name| wanted.contains(&name);
        let irregular = is(ModelName::MbgNbd) || is(ModelName::MbgCnbd);
        let ((bg_nbd, mbg_nbd), (mbg_cnbd, pareto_nbd)) = join(
            || {
                join(
                    || sound_if(is(ModelName::BgNbd), || BgNbd::fit(histories)),
                    || sound_if(irregular, || MbgNbd::fit(histories)),
                )
            },
            || {
                join(
                    || {
                        sound_if(is(ModelName::MbgCnbd), || {
                            MbgCnbd::fit_best_k(REGULARITY, histories)
                        })
                    },
                    || sound_if(is(ModelName::ParetoNbd), || ParetoNbd::fit(histories)),
                )
            },
        );
        let mbg_cnbd = of_best_k(mbg_nbd.as_ref(), mbg_cnbd).filter(|_| is(ModelName::MbgCnbd));
        let mbg_nbd = mbg_nbd.filter(|_| is(ModelName::MbgNbd));
        Self { bg_nbd, mbg_nbd, mbg_cnbd, pareto_nbd }
    }

    /// A model, where it could be fitted.
    pub fn model(&self, name: ModelName) -> Option<&dyn SilentModel> {
        fn model<M: SilentModel>(fit: Option<&Fit<M>>) -> Option<&dyn SilentModel> {
            fit.map(|fit| &fit.model as &dyn SilentModel)
        }
        match name {
            ModelName::BgNbd => model(self.bg_nbd.as_ref()),
            ModelName::MbgNbd => model(self.mbg_nbd.as_ref()),
            ModelName::MbgCnbd => model(self.mbg_cnbd.as_ref()),
            ModelName::ParetoNbd => model(self.pareto_nbd.as_ref()),
            ModelName::GammaGamma => None,
        }
    }

    /// The candidates whose maximum was found, best likelihood first. Where a
    /// search stopped short the parameters are wherever it stopped, and nothing
    /// may be foretold from them.
    pub fn candidates(&self) -> Vec<ModelName> {
        let mut ranked: Vec<(f64, ModelName)> = CANDIDATES
            .into_iter()
            .filter_map(|name| {
                let (converged, log_likelihood) = self.standing(name)?;
                converged.then_some((log_likelihood, name))
            })
            .collect();
        // A stable sort: among equals the order of `CANDIDATES`, simplest first.
        ranked.sort_by(|a, b| b.0.total_cmp(&a.0));
        ranked.into_iter().map(|(_, name)| name).collect()
    }

    /// Whether the maximum of a model was found.
    pub fn has_converged(&self, name: ModelName) -> bool {
        self.standing(name).is_some_and(|(converged, _)| converged)
    }

    /// The figures of all models.
    pub fn figures(
        &self,
        chosen: Option<ModelName>,
        gamma_gamma: Option<FittedModel>,
        notes: &mut Vec<Note>,
    ) -> Models {
        for name in CANDIDATES.into_iter().chain([ModelName::BgNbd]) {
            if self.standing(name).is_some_and(|(converged, _)| !converged) {
                notes.push(Note { path: path(name), why: Why::StoppedShort { model: name } });
            }
        }
        Models {
            chosen,
            bg_nbd: self.bg_nbd.as_ref().map(figures::figures),
            mbg_nbd: self.mbg_nbd.as_ref().map(figures::figures),
            mbg_cnbd: self.mbg_cnbd.as_ref().map(|fit| {
                let mut figures = figures::figures(fit);
                figures.params.push(("k", f64::from(fit.model.k())));
                // Chosen, not estimated.
                figures.standard_errors.push(("k", None));
                figures
            }),
            pareto_nbd: self.pareto_nbd.as_ref().map(figures::figures),
            gamma_gamma,
        }
    }

    fn standing(&self, name: ModelName) -> Option<(bool, f64)> {
        fn standing<M>(fit: Option<&Fit<M>>) -> Option<(bool, f64)> {
            fit.map(|fit| (fit.converged, fit.log_likelihood))
        }
        match name {
            ModelName::BgNbd => standing(self.bg_nbd.as_ref()),
            ModelName::MbgNbd => standing(self.mbg_nbd.as_ref()),
            ModelName::MbgCnbd => standing(self.mbg_cnbd.as_ref()),
            ModelName::ParetoNbd => standing(self.pareto_nbd.as_ref()),
            ModelName::GammaGamma => None,
        }
    }
}

/// The better of MBG/NBD, as MBG/CNBD-1, and MBG/CNBD-k of larger k: one whose
/// maximum was found before one whose was not.
fn of_best_k(
    irregular: Option<&Fit<MbgNbd>>,
    regular: Option<Fit<MbgCnbd>>,
) -> Option<Fit<MbgCnbd>> {
    let as_cnbd = |fit: &Fit<MbgNbd>| {
        let [r, alpha, a, b] = fit.model.parameters();
        Some(Fit {
            model: MbgCnbd::new(1, r, alpha, a, b).ok()?,
            parameters: fit.parameters.clone(),
            log_likelihood: fit.log_likelihood,
            n: fit.n,
            converged: fit.converged,
        })
    };
    match (irregular, regular) {
        (Some(one), Some(more))
            if (one.converged, one.log_likelihood) < (more.converged, more.log_likelihood) =>
        {
            Some(more)
        }
        (Some(one), _) => as_cnbd(one),
        (None, more) => more,
    }
}

/// A fit whose parameters are numbers.
fn sound<M>(fit: Result<Fit<M>, FitError>) -> Option<Fit<M>> {
    fit.ok().filter(|fit| {
        fit.log_likelihood.is_finite() && fit.parameters.iter().all(|p| p.value.is_finite())
    })
}

/// Where the review keeps the model.
pub(crate) fn path(name: ModelName) -> &'static str {
    match name {
        ModelName::BgNbd => "models.bg_nbd",
        ModelName::MbgNbd => "models.mbg_nbd",
        ModelName::MbgCnbd => "models.mbg_cnbd",
        ModelName::ParetoNbd => "models.pareto_nbd",
        ModelName::GammaGamma => "models.gamma_gamma",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fit<M>(model: M, log_likelihood: f64, converged: bool) -> Fit<M> {
        Fit { model, parameters: Vec::new(), log_likelihood, n: 9, converged }
    }

    fn mbg(log_likelihood: f64, converged: bool) -> Fit<MbgNbd> {
        fit(MbgNbd::new(0.5, 6.0, 0.9, 1.6).unwrap(), log_likelihood, converged)
    }

    fn cnbd(log_likelihood: f64, converged: bool) -> Fit<MbgCnbd> {
        fit(MbgCnbd::new(2, 0.5, 6.0, 0.9, 1.6).unwrap(), log_likelihood, converged)
    }

    #[test]
    fn a_search_that_stopped_short_is_no_candidate_whatever_its_likelihood() {
        let pareto = fit(ParetoNbd::new(0.55, 10.6, 0.6, 11.7).unwrap(), -200.0, true);
        let mut fitted = Fitted {
            mbg_nbd: Some(mbg(-100.0, false)),
            pareto_nbd: Some(pareto),
            ..Fitted::default()
        };
        assert_eq!(fitted.candidates(), [ModelName::ParetoNbd]);
        fitted.pareto_nbd = None;
        assert!(fitted.candidates().is_empty());
    }

    #[test]
    fn the_regularity_whose_maximum_was_found_comes_before_a_better_likelihood() {
        let k = |one, more| of_best_k(Some(&one), Some(more)).unwrap().model.k();
        assert_eq!(k(mbg(-200.0, true), cnbd(-100.0, false)), 1);
        assert_eq!(k(mbg(-100.0, false), cnbd(-200.0, true)), 2);
        assert_eq!(k(mbg(-200.0, true), cnbd(-100.0, true)), 2);
    }
}
