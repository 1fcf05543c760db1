//! The figures of the business as a whole.

use kernel::{Money, Month, Period};

/// Retention of a period and of the one before.
#[derive(Debug, Clone, PartialEq)]
pub struct Retention {
    /// The period asked for.
    pub current: PeriodRetention,
    /// The equally long one before.
    pub previous: PeriodRetention,
}

/// Retention within one period.
#[derive(Debug, Clone, PartialEq)]
pub struct PeriodRetention {
    /// The period.
    pub period: Period,
    /// Customers.
    pub customers: CustomerCounts,
    /// Revenue.
    pub revenue: RevenueRetention,
}

/// Who came, stayed and went. `start = kept + lost`, `end = kept + new`.
#[derive(Debug, Clone, PartialEq)]
pub struct CustomerCounts {
    /// Customers at the start: bought before, not lost.
    pub start: u64,
    /// Customers at the end, those won back aside.
    pub end: u64,
    /// First bought within the period and still customers at its end.
    pub new: u64,
    /// Customers at the start, lost at the end.
    pub lost: u64,
    /// Customers at the start and at the end, whatever happened between.
    pub kept: u64,
    /// Lost at the start, customers at the end.
    pub won_back: u64,
    /// First bought within the period and lost within it.
    pub came_and_went: u64,
    /// kept / start.
    pub retention_rate: Option<f64>,
    /// lost / start.
    pub churn_rate: Option<f64>,
}

/// What the opening customers spent, against the equally long period before.
#[derive(Debug, Clone, PartialEq)]
pub struct RevenueRetention {
    /// Net revenue retention: what they spent / what they had spent.
    pub nrr: Option<f64>,
    /// Gross revenue retention: the same without anyone's growth, <= 1.
    pub grr: Option<f64>,
    /// What the opening customers had spent before.
    pub start: Option<Money>,
    /// Spent more by those who spent more.
    pub expansion: Option<Money>,
    /// Spent less by those who stayed and spent less.
    pub contraction: Option<Money>,
    /// Spent before by those now lost.
    pub churn: Option<Money>,
    /// Spent in the period by those won back; in neither rate.
    pub reactivation: Option<Money>,
    /// All revenue of the period.
    pub total: Option<Money>,
}

/// The second and third question: what did the lost cost.
#[derive(Debug, Clone, PartialEq)]
pub struct CostOfLoss {
    /// Customers of twelve months ago who are lost now (those who came and
    /// went within the year aside).
    pub lost_12m: u64,
    /// Customers of twelve months ago.
    pub of_12m: u64,
    /// Their margin in the 365 days ending on their last purchase.
    pub yearly: Option<Money>,
    /// Their discounted expected residual margin just after their last purchase.
    pub lifetime: Option<Money>,
}

/// Who brings the money.
#[derive(Debug, Clone, PartialEq)]
pub struct Value {
    /// Margin of the last 12 months.
    pub margin_12m: Option<Money>,
    /// Mean margin of the last 12 months per customer not lost.
    pub margin_12m_per_customer: Option<Money>,
    /// Mean historic plus residual margin per customer not lost.
    pub lifetime_per_customer: Option<Money>,
    /// 80 % interval of `lifetime_per_customer`'s residual part for one customer drawn at random.
    pub lifetime_interval: Option<(Money, Money)>,
    /// Residual margin of everyone not lost.
    pub residual_total: Option<Money>,
    /// The gold customers.
    pub gold: Gold,
    /// How concentrated the margin is.
    pub concentration: Option<Concentration>,
}

/// The top fifth by 12-month margin among those with any.
#[derive(Debug, Clone, PartialEq)]
pub struct Gold {
    /// How many.
    pub count: u64,
    /// Their share of the 12-month margin.
    pub share_of_margin: Option<f64>,
    /// The least 12-month margin that makes gold.
    pub threshold: Option<Money>,
    /// Gold customers of twelve months ago who are lost now.
    pub lost: u64,
    /// Gold customers who have gone quiet.
    pub gone_quiet: u64,
}

/// Shares of the 12-month margin.
#[derive(Debug, Clone, PartialEq)]
pub struct Concentration {
    /// Of the top 1 % of customers with any.
    pub top_1_percent: f64,
    /// Of the top 10 %.
    pub top_10_percent: f64,
    /// Gini coefficient, 0 (all alike) to 1.
    pub gini: f64,
}

/// Trade in one calendar month.
#[derive(Debug, Clone, PartialEq)]
pub struct MonthOfTrade {
    /// The month.
    pub month: Month,
    /// Whether the data cover all of it.
    pub complete: bool,
    /// Orders.
    pub orders: u64,
    /// Customers who bought.
    pub buyers: u64,
    /// Who bought for the first time.
    pub new: u64,
    /// Whose date of loss lies in it.
    pub lost: u64,
    /// Who came back after having been lost.
    pub won_back: u64,
    /// Revenue, returns taken off, anonymous sales included.
    pub revenue: Option<Money>,
}
