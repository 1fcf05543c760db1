//! One row per customer.

use kernel::{Day, Money, Month};

use super::{Action, CustomerAlarms, Reason};

/// Where a customer stands at as-of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Standing {
    /// Within their usual rhythm.
    Active,
    /// Silent past the limit at q = 0.90, not lost.
    GoneQuiet,
    /// Silent past their limit of loss.
    Lost,
}

impl Standing {
    /// All of them, the best first.
    pub const ALL: [Standing; 3] = [Self::Active, Self::GoneQuiet, Self::Lost];

    /// The standing of a key.
    #[must_use]
    pub fn of_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|standing| standing.key() == key)
    }

    /// Its key in files and message files.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Active => "active",
            Self::GoneQuiet => "gone_quiet",
            Self::Lost => "lost",
        }
    }
}

/// The group of recency and frequency; everyone lost is in [`Segment::Lost`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Segment {
    /// Recent and frequent.
    Champion,
    /// Frequent.
    Loyal,
    /// Recent, becoming frequent.
    PotentialLoyalist,
    /// Recent, first purchases.
    New,
    /// Fairly recent, few purchases.
    Promising,
    /// Was frequent enough, cooling.
    NeedsAttention,
    /// Few purchases, cooling.
    AboutToSleep,
    /// Frequent, silent for long.
    AtRisk,
    /// Most frequent, silent for long.
    CantLose,
    /// Few purchases, silent for long.
    Hibernating,
    /// Lost.
    Lost,
}

impl Segment {
    /// All of them, in the order shown.
    pub const ALL: [Segment; 11] = [
        Self::Champion,
        Self::Loyal,
        Self::PotentialLoyalist,
        Self::New,
        Self::Promising,
        Self::NeedsAttention,
        Self::AboutToSleep,
        Self::AtRisk,
        Self::CantLose,
        Self::Hibernating,
        Self::Lost,
    ];

    /// Its key in files and message files.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Champion => "champion",
            Self::Loyal => "loyal",
            Self::PotentialLoyalist => "potential_loyalist",
            Self::New => "new",
            Self::Promising => "promising",
            Self::NeedsAttention => "needs_attention",
            Self::AboutToSleep => "about_to_sleep",
            Self::AtRisk => "at_risk",
            Self::CantLose => "cant_lose",
            Self::Hibernating => "hibernating",
            Self::Lost => "lost",
        }
    }

    /// The segment of a customer not lost, by quintiles of recency (5 = most
    /// recent) and frequency (5 = most purchases), both 1..=5.
    #[must_use]
    pub fn of(recency: u8, frequency: u8) -> Self {
        match (recency, frequency) {
            (5.., 0..=1) => Self::New,
            (4.., 2..=3) => Self::PotentialLoyalist,
            (5.., 4..) => Self::Champion,
            (4, 0..=1) => Self::Promising,
            (3..=4, 4..) => Self::Loyal,
            (3, 0..=2) => Self::AboutToSleep,
            (3, 3) => Self::NeedsAttention,
            (0..=2, 0..=2) => Self::Hibernating,
            (0..=2, 3..=4) => Self::AtRisk,
            (0..=2, 5..) => Self::CantLose,
        }
    }
}

/// An estimate with its 80 % interval.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Interval<T> {
    /// 10 % quantile.
    pub low: T,
    /// The estimate (a mean).
    pub mean: T,
    /// 90 % quantile.
    pub high: T,
}

/// Everything said about one customer.
#[derive(Debug, Clone, PartialEq)]
pub struct CustomerRow {
    /// As the orders call them.
    pub id: String,
    /// First purchase.
    pub first: Day,
    /// Last purchase.
    pub last: Day,
    /// Orders.
    pub orders: u64,
    /// Different days with an order.
    pub purchase_days: u32,
    /// Margin ever.
    pub margin: Option<Money>,
    /// Margin of the last 12 months.
    pub margin_12m: Option<Money>,
    /// Revenue of the last 12 months.
    pub revenue_12m: Option<Money>,
    /// Mean order (revenue) over orders with an amount above zero.
    pub mean_order: Option<Money>,
    /// Median gap between purchase days.
    pub usual_gap: Option<f64>,
    /// Days since the last purchase.
    pub silence: u32,
    /// Days of silence at which they are lost.
    pub lost_limit: Option<u32>,
    /// Where they stand.
    pub standing: Standing,
    /// The day they were lost, where they are.
    pub lost_on: Option<Day>,
    /// Month of first purchase.
    pub cohort: Month,
    /// Their segment.
    pub segment: Segment,
    /// Quintile of recency, 5 = most recent; `None` for the lost.
    pub recency_quintile: Option<u8>,
    /// Quintile of frequency, 5 = most; `None` for the lost.
    pub frequency_quintile: Option<u8>,
    /// Among the top fifth by 12-month margin.
    pub is_gold: bool,
    /// Enough purchases to be a regular.
    pub is_regular: bool,
    /// P(alive).
    pub p_alive: Option<f64>,
    /// P(no purchase within the horizon).
    pub risk: Option<f64>,
    /// Purchases expected within the horizon.
    pub expected_orders: Option<Interval<f64>>,
    /// Discounted margin expected over the value horizon.
    pub residual_value: Option<Interval<Money>>,
    /// risk × margin expected over the horizon if alive; `None` for the lost.
    pub margin_at_risk: Option<Money>,
    /// What the alarms saw; nothing of the lost and of those who are no regulars.
    pub alarms: CustomerAlarms,
    /// Why they should be heard from and what to do, as in [`Review::call_today`];
    /// `None` for the lost and for those who give no reason.
    ///
    /// [`Review::call_today`]: super::Review::call_today
    pub reason: Option<(Reason, Action)>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_square_of_the_table_has_its_segment() {
        use Segment::{
            AboutToSleep as S, AtRisk as R, CantLose as C, Champion as H, Hibernating as B,
            Loyal as L, NeedsAttention as A, New as N, PotentialLoyalist as P, Promising as M,
        };
        let rows =
            [[B, B, R, R, C], [B, B, R, R, C], [S, S, A, L, L], [M, P, P, L, L], [N, P, P, H, H]];
        for (r, row) in (1..).zip(rows) {
            for (f, segment) in (1..).zip(row) {
                assert_eq!(Segment::of(r, f), segment, "R {r}, F {f}");
            }
        }
    }
}
