//! All there is to know about one customer, as of the end of the data.

use kernel::{Day, Money};
use review::figures::Standing;
use stats::silent::History;

use crate::book::Customer;
use crate::limits::Limits;
use crate::outlook::{Foresight, Outlook};
use crate::purchases::{history_until, revenue_ever, revenue_within, usual_gap};
use crate::standing::standing_after;
use crate::terms::Terms;

/// One customer, described.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Profile<'a> {
    /// Their orders.
    pub customer: &'a Customer<'a>,
    /// Their purchase days.
    pub days: &'a [Day],
    /// Their history as of the end of the data.
    pub history: History,
    /// Days since the last purchase.
    pub silence: u32,
    /// Days of silence at which they were lost; `None` for those who are not.
    pub lost_at: Option<u32>,
    /// Days of silence past which they have gone quiet.
    pub quiet_after: Option<f64>,
    /// Where they stand.
    pub standing: Standing,
    /// Revenue ever, minor units.
    pub revenue: i64,
    /// Revenue of the last 12 months, minor units.
    pub revenue_12m: i64,
    /// What is to be expected of them; `None` for the lost and without a model.
    pub outlook: Option<Outlook>,
    terms: &'a Terms,
}

impl<'a> Profile<'a> {
    /// Describes a customer who bought on `days`; `None` where they did not.
    pub fn of(
        customer: &'a Customer<'a>,
        days: &'a [Day],
        terms: &'a Terms,
        limits: &Limits<'_>,
        foresight: Option<&Foresight<'_>>,
    ) -> Option<Self> {
        let history = history_until(days, terms.as_of)?;
        let silence = history.t - history.t_x;
        let lost_at = limits.lost_within(history.x, history.t_x, silence);
        let quiet_after = limits.quiet_after(history.x, history.t_x);
        let standing = standing_after(silence, lost_at.is_some(), quiet_after);
        let outlook = foresight
            .filter(|_| lost_at.is_none())
            .map(|foresight| foresight.outlook(customer, history));
        let (revenue, revenue_12m) = if terms.has_money {
            (revenue_ever(customer), revenue_within(customer, terms.year))
        } else {
            (0, 0)
        };
        Some(Self {
            customer,
            days,
            history,
            silence,
            lost_at,
            quiet_after,
            standing,
            revenue,
            revenue_12m,
            outlook,
            terms,
        })
    }

    /// Whether they are lost.
    pub fn is_lost(&self) -> bool {
        self.standing == Standing::Lost
    }

    /// Whether they bought often enough to be a regular.
    pub fn is_regular(&self) -> bool {
        self.history.x + 1 >= self.terms.regular_purchases
    }

    /// The day they were lost, where they are.
    pub fn lost_on(&self) -> Option<Day> {
        let lost_at = self.lost_at?;
        self.days.last().map(|last| last.plus_days(lost_at as i32))
    }

    /// Median gap between purchase days.
    pub fn usual_gap(&self) -> Option<f64> {
        usual_gap(self.days)
    }

    /// risk × margin expected over the horizon if alive; `None` for the lost,
    /// without a model and without money.
    pub fn margin_at_risk(&self) -> Option<Money> {
        let outlook = self.outlook.filter(|_| !self.is_lost())?;
        let minor = outlook.purchases_at_risk() * outlook.margin_per_purchase?;
        minor.is_finite().then(|| Money::new(minor.round() as i64, self.terms.currency))
    }

    /// What ranks those to call: margin at risk in minor units; without money
    /// the purchases at risk; without a model the days of silence.
    pub fn urgency(&self) -> f64 {
        match (self.margin_at_risk(), &self.outlook) {
            (Some(margin), _) => margin.minor as f64,
            (None, Some(outlook)) => outlook.purchases_at_risk(),
            (None, None) => f64::from(self.silence),
        }
    }
}
