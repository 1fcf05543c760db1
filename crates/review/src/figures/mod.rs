//! What the review says, as plain numbers.
//!
//! Shares, rates and probabilities are fractions 0..=1, times are days, money
//! is [`kernel::Money`]. A figure that cannot be computed is `None`, and `notes` says
//! why under its path.

mod business;
mod customers;
#[cfg(any(test, feature = "example"))]
pub mod example;
mod input;
mod models;
mod people;
mod stays;

use kernel::{Currency, Day, Period};

pub use business::{
    Concentration, CostOfLoss, CustomerCounts, Gold, MonthOfTrade, PeriodRetention, Retention,
    RevenueRetention, Value,
};
pub use customers::{CustomerRow, Interval, Segment, Standing};
pub use input::{Input, SourceFile};
pub use models::{
    Backtest, CalibrationBin, FittedModel, Forecast, ModelName, Models, WeekOfBacktest,
};
pub use people::{
    Action, Alarm, AlarmedCustomer, AuditRow, AuditValue, CallToday, CustomerAlarms, Evidence,
    Reason, Regulars, SegmentCount,
};
pub use stays::{Cohort, CohortAverage, SurvivalAt, SurvivalPoint};

use crate::LostRule;

/// The whole review.
#[derive(Debug, Clone, PartialEq)]
pub struct Review {
    /// The currency of every amount; [`Currency::NONE`] where the orders do not say.
    pub currency: Currency,
    /// Whether the orders carry amounts at all; if not, all money is `None`.
    pub has_money: bool,
    /// Up to and including which day the orders count.
    pub as_of: Day,
    /// When a silent customer was taken for lost.
    pub rule: LostRule,
    /// Months ahead for risk, expected orders and margin at risk.
    pub horizon_months: u32,
    /// Months ahead for residual value.
    pub value_months: u32,
    /// Margin as a fraction of revenue; 1 where the owner did not say.
    pub margin: f64,
    /// Days without an order after which a one-time buyer is lost (own limit
    /// at x = 0, or the fixed window).
    pub one_time_limit_days: Option<u32>,
    /// What was read.
    pub input: Input,
    /// Customers who are not lost as of the review's day.
    pub customers_now: u64,
    /// Retention of the period and of the one before.
    pub retention: Retention,
    /// What the lost of the last twelve months cost.
    pub cost_of_loss: CostOfLoss,
    /// Who brings the money.
    pub value: Value,
    /// The three alarms of the regulars.
    pub regulars: Regulars,
    /// Trade month by month, oldest first.
    pub months: Vec<MonthOfTrade>,
    /// Customers by month of first purchase, oldest first.
    pub cohorts: Vec<Cohort>,
    /// Their mean.
    pub cohort_average: CohortAverage,
    /// Share still customers by days since the first purchase, by day.
    pub survival: Vec<SurvivalPoint>,
    /// The same at round ages, from the first loss on and as long as anyone was
    /// followed.
    pub survival_at: Vec<SurvivalAt>,
    /// All customers by recency, frequency and loss; every segment once.
    pub segments: Vec<SegmentCount>,
    /// What the lost have in common, most excess losses × value first.
    pub audit: Vec<AuditRow>,
    /// The same by source of the customer.
    pub sources: Vec<AuditRow>,
    /// The fitted models.
    pub models: Models,
    /// How well the models would have foretold the last quarter of the data.
    pub backtest: Option<Backtest>,
    /// Whom to call today, most margin at risk first, at most 20.
    pub call_today: Vec<CallToday>,
    /// What could not be said and why.
    pub notes: Vec<Note>,
}

impl Review {
    /// The day of the last order and how many days before the day of the
    /// review it lies, where that is too long to be chance.
    #[must_use]
    pub fn orders_end_early(&self) -> Option<(Day, u32)> {
        self.notes.iter().find_map(|note| {
            let Why::OrdersEndEarly { last, days } = note.why else { return None };
            Some((last, days))
        })
    }

    /// Whether anybody had ordered before the twelve months that end with the
    /// day of the review.
    #[must_use]
    pub fn has_orders_before_last_year(&self) -> bool {
        self.input.from < Period::months_ending(self.as_of, 12).from
    }
}

/// Why a figure is missing, or what to keep in mind about it.
#[derive(Debug, Clone, PartialEq)]
pub struct Note {
    /// The figure, as a path into the review: `retention.revenue.nrr`.
    pub path: &'static str,
    /// Why.
    pub why: Why,
}

/// The reasons a note can give.
#[derive(Debug, Clone, PartialEq)]
pub enum Why {
    /// The orders carry no amounts.
    NoAmounts,
    /// The orders do not say in which currency they are.
    NoCurrency,
    /// Nobody was a customer when the period began.
    NoCustomersAtStart,
    /// The data begin on this day, too late for the figure.
    DataStartTooLate {
        /// The first day of the data.
        from: Day,
    },
    /// The orders end long before the day of the review.
    OrdersEndEarly {
        /// The day of the last one.
        last: Day,
        /// Days from it to the day of the review.
        days: u32,
    },
    /// Fewer than needed.
    TooFew {
        /// How many there are.
        have: u64,
        /// How many are needed.
        need: u64,
    },
    /// Nobody ever came back, so nothing can be learnt about coming back.
    NoRepeatBuyers,
    /// A model's parameters could not be found.
    NotConverged {
        /// Which.
        model: ModelName,
    },
    /// The search for a model's parameters did not converge: they are shown as
    /// they were when it stopped, without standard errors.
    StoppedShort {
        /// Which.
        model: ModelName,
    },
    /// Spend per order and number of orders go together, so the mean order is
    /// only a rough guide (Pearson correlation given).
    SpendFollowsFrequency {
        /// Correlation, -1..=1.
        correlation: f64,
    },
    /// Spend per order has no finite mean (q <= 1); the median is used.
    NoMeanSpend {
        /// The fitted q.
        q: f64,
    },
    /// Amounts in another currency were left out of every sum.
    OtherCurrency {
        /// Which.
        currency: Currency,
        /// How many orders.
        orders: u64,
    },
    /// No column of the orders says this.
    NoColumn {
        /// Roles of columns that would, by the keys of the mapping: `source`.
        roles: &'static [&'static str],
    },
    /// The orders do not tell why people leave; only asking them does.
    ReasonsUnknown,
    /// A column has too many different values to compare.
    TooManyValues {
        /// The column.
        column: String,
    },
    /// Computed on a sample of the customers.
    Sample {
        /// How many customers.
        customers: u64,
    },
    /// The days held out brought clearly more or fewer purchases than foretold,
    /// and what is foretold ahead is not corrected for it.
    LevelMissed {
        /// Purchases foretold / purchases made - 1.
        share: f64,
    },
    /// It was not asked for.
    NotAsked,
    /// No model of these customers could be fitted, and the figure needs one.
    NoModel,
    /// The parameter was chosen, or the likelihood is too flat there, so that
    /// it has no standard error.
    NoStandardError,
    /// The data do not cover the whole of the time it is about.
    Incomplete,
    /// There is nobody on the other side of the comparison.
    NothingToCompare,
    /// On one side of the comparison nobody was lost, or everybody.
    LossesOneSided,
    /// A rule that makes no such forecast.
    NotForecast,
    /// Exact duplicates were counted like any other row.
    DuplicatesKept {
        /// How many rows repeat another.
        rows: u64,
    },
}
