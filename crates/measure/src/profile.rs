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
    /// The median of the gap expected of those who have gone quiet.
    pub expected_gap: Option<f64>,
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
        let expected_gap = (standing == Standing::GoneQuiet)
            .then(|| limits.expected_gap(history.x, history.t_x))
            .flatten();
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
            expected_gap,
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

    /// The gap a silence that is too long is told beside: the usual one; where
    /// even that is not over, as the silence is too long for people like them
    /// and a few gaps of their own say little, the gap expected of them.
    pub fn gap_before_silence(&self) -> Option<f64> {
        let usual = self.usual_gap()?;
        let is_over = usual < f64::from(self.silence);
        if is_over { Some(usual) } else { self.expected_gap }
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

#[cfg(test)]
mod tests {
    use kernel::Currency;
    use review::{LostRule, Question};
    use stats::gaps::GapPrior;

    use super::*;
    use crate::book::Order;
    use crate::purchases::purchase_days;

    /// The gap told of someone among people who buy every ten days, quiet for
    /// 28 days after three purchases `gap` days apart.
    fn told_gap(gap: i32) -> Option<f64> {
        let as_of: Day = "2024-06-30".parse().unwrap();
        let orders: Vec<Order> = (0..3)
            .rev()
            .map(|back| Order { day: as_of.plus_days(-28 - gap * back), amount: 900 })
            .collect();
        let customer = Customer {
            index: 0,
            id: "ann",
            hash: 1,
            orders: &orders,
            items: &[],
            attributes: &[],
            unmatched_returns: &[],
        };
        let mut days = Vec::new();
        purchase_days(&orders, &mut days);
        let prior = GapPrior::new(1_000.0, 10_000.0).ok();
        let limits = Limits::new(LostRule::OwnLimit, prior, None, 900);
        let question = Question::default();
        let terms = Terms::settle(&question, days[0], as_of, Currency::NONE, true).unwrap();
        let profile = Profile::of(&customer, &days, &terms, &limits, None).unwrap();
        assert_eq!(profile.standing, Standing::GoneQuiet);
        profile.gap_before_silence()
    }

    #[test]
    fn a_silence_is_told_beside_a_gap_that_it_has_outlasted() {
        assert_eq!(told_gap(12), Some(12.0));
        let expected = told_gap(237).unwrap();
        assert!((6.0..9.0).contains(&expected), "{expected}");
    }
}
