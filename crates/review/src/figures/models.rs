//! The fitted models and how they did on data they had not seen.

use kernel::Day;

/// A model of silent customers, or of spend.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ModelName {
    /// BG/NBD (Fader, Hardie & Lee 2005), for comparison only.
    BgNbd,
    /// MBG/NBD (Batislam, Denizel & Filiztekin 2007).
    MbgNbd,
    /// MBG/CNBD-k (Platzer & Reutterer 2016), k in its parameters.
    MbgCnbd,
    /// Pareto/NBD (Schmittlein, Morrison & Colombo 1987).
    ParetoNbd,
    /// Gamma–Gamma (Fader & Hardie 2013).
    GammaGamma,
}

impl ModelName {
    /// Every model, in the order of the literature.
    pub const ALL: [Self; 5] =
        [Self::BgNbd, Self::MbgNbd, Self::MbgCnbd, Self::ParetoNbd, Self::GammaGamma];

    /// Its key in JSON and message files.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::BgNbd => "bg_nbd",
            Self::MbgNbd => "mbg_nbd",
            Self::MbgCnbd => "mbg_cnbd",
            Self::ParetoNbd => "pareto_nbd",
            Self::GammaGamma => "gamma_gamma",
        }
    }

    /// Its name in the literature.
    #[must_use]
    pub fn title(self) -> &'static str {
        match self {
            Self::BgNbd => "BG/NBD",
            Self::MbgNbd => "MBG/NBD",
            Self::MbgCnbd => "MBG/CNBD-k",
            Self::ParetoNbd => "Pareto/NBD",
            Self::GammaGamma => "Gamma–Gamma",
        }
    }
}

/// Every model that was fitted.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Models {
    /// The one behind P(alive), risk and expected orders.
    pub chosen: Option<ModelName>,
    /// BG/NBD.
    pub bg_nbd: Option<FittedModel>,
    /// MBG/NBD.
    pub mbg_nbd: Option<FittedModel>,
    /// MBG/CNBD-k with the best k.
    pub mbg_cnbd: Option<FittedModel>,
    /// Pareto/NBD.
    pub pareto_nbd: Option<FittedModel>,
    /// Gamma–Gamma.
    pub gamma_gamma: Option<FittedModel>,
}

impl Models {
    /// Those that were fitted, in the order of the literature.
    pub fn fitted(&self) -> impl Iterator<Item = (ModelName, &FittedModel)> {
        ModelName::ALL.into_iter().filter_map(|name| Some((name, self.of(name)?)))
    }

    /// The one of this name, if it was fitted.
    #[must_use]
    pub fn of(&self, name: ModelName) -> Option<&FittedModel> {
        match name {
            ModelName::BgNbd => self.bg_nbd.as_ref(),
            ModelName::MbgNbd => self.mbg_nbd.as_ref(),
            ModelName::MbgCnbd => self.mbg_cnbd.as_ref(),
            ModelName::ParetoNbd => self.pareto_nbd.as_ref(),
            ModelName::GammaGamma => self.gamma_gamma.as_ref(),
        }
    }
}

/// A model and its parameters; time in days, money in major units.
#[derive(Debug, Clone, PartialEq)]
pub struct FittedModel {
    /// Name (r, alpha, a, b, s, beta, p, q, v, k) and value.
    pub params: Vec<(&'static str, f64)>,
    /// Name and standard error (observed information); `None` where it is
    /// singular and where the maximum was not found.
    pub standard_errors: Vec<(&'static str, Option<f64>)>,
    /// Log-likelihood at the maximum.
    pub log_likelihood: f64,
    /// Customers it was fitted to.
    pub n: u64,
    /// Whether the maximum was found.
    pub converged: bool,
}

/// The last days held out and foretold from the days before.
#[derive(Debug, Clone, PartialEq)]
pub struct Backtest {
    /// First day held out.
    pub from: Day,
    /// Last day held out.
    pub to: Day,
    /// Customers known before `from`.
    pub customers: u64,
    /// The model that foretold.
    pub model: ModelName,
    /// The model's forecast.
    pub forecast: Forecast,
    /// Each other model's, for comparison.
    pub others: Vec<(ModelName, Forecast)>,
    /// P(any purchase in the days held out) by tenths of what was foretold,
    /// against who did buy.
    pub calibration: Vec<CalibrationBin>,
    /// The rule "active unless silent for more than `hiatus_cutoff_days`".
    pub hiatus: Forecast,
    /// Its cut-off, found on an inner split of the days before `from`.
    pub hiatus_cutoff_days: u32,
    /// Everyone goes on at their own rate so far.
    pub naive: Forecast,
    /// Purchases of known customers, week by week.
    pub weeks: Vec<WeekOfBacktest>,
}

/// How a forecast did.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Forecast {
    /// Purchases foretold.
    pub total_predicted: Option<f64>,
    /// Purchases made.
    pub total_actual: u64,
    /// Root mean squared error of purchases per customer.
    pub rmse: Option<f64>,
    /// Mean continuous ranked probability score of purchases per customer.
    pub crps: Option<f64>,
    /// Area under the ROC curve of "buys at all".
    pub auc: Option<f64>,
    /// Share of buyers in the tenth ranked highest / share of buyers in all.
    pub top_tenth_lift: Option<f64>,
    /// Share of customers rightly called active or not.
    pub active_accuracy: Option<f64>,
}

impl Forecast {
    /// Purchases that must have been made for their total to say anything.
    const FEWEST: u64 = 100;
    /// The miss of the total from which on it is told.
    const MISSED: f64 = 0.05;

    /// Purchases foretold / purchases made - 1, where that is far from 0: no
    /// model here follows trend or season, so whatever moves all customers at
    /// once moves the total away from what was foretold.
    #[must_use]
    pub fn clearly_missed(&self) -> Option<f64> {
        let share = self.total_predicted? / self.total_actual as f64 - 1.0;
        (self.total_actual >= Self::FEWEST && share.abs() >= Self::MISSED).then_some(share)
    }
}

/// Customers with alike P(a purchase in the days held out).
#[derive(Debug, Clone, PartialEq)]
pub struct CalibrationBin {
    /// Customers.
    pub n: u64,
    /// Mean of what was foretold.
    pub predicted: f64,
    /// Share that bought.
    pub observed: f64,
}

/// One week of the days held out.
#[derive(Debug, Clone, PartialEq)]
pub struct WeekOfBacktest {
    /// Its first day.
    pub from: Day,
    /// Purchases foretold, all weeks up to and including this one.
    pub predicted: f64,
    /// Purchases made, the same.
    pub actual: u64,
}
