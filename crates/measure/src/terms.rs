//! The question of the owner, settled against what the orders cover.

use kernel::{Currency, Day, Money, Period};
use review::{LostRule, PeriodChoice, Question};

/// Why the question cannot be answered as it was asked.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum TermsError {
    /// A number outside its domain.
    #[error("{name} is {value}; it must be {domain}")]
    Domain {
        /// What was asked for.
        name: &'static str,
        /// Its value.
        value: f64,
        /// What it must be.
        domain: &'static str,
    },
    /// The period asked for is not over yet.
    #[error(
        "the period {period} ends after {as_of}, the last day that counts; choose one that ends \
         no later or a later day with --as-of"
    )]
    PeriodNotOver {
        /// The period.
        period: Period,
        /// The last day that counts.
        as_of: Day,
    },
}

/// The terms under which every figure is computed.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Terms {
    /// Up to and including which day the orders count.
    pub as_of: Day,
    /// Day of the first order.
    pub from: Day,
    /// The currency of every amount.
    pub currency: Currency,
    /// Whether the orders carry amounts at all.
    pub has_money: bool,
    /// When a silent customer is lost.
    pub rule: LostRule,
    /// The period of retention.
    pub period: Period,
    /// The 12 months that end with `as_of`.
    pub year: Period,
    /// Months of the horizon of risk, and of residual value.
    pub months_ahead: (u32, u32),
    /// Days of the horizon of risk.
    pub horizon_days: u32,
    /// Days of the horizon of residual value.
    pub value_days: u32,
    /// Continuous discount per day: a purchase `t` days ahead is worth `exp(-rate t)`.
    pub daily_discount: f64,
    /// Margin as a fraction of revenue.
    pub margin: f64,
    /// Share of customers with a positive 12-month margin called gold.
    pub gold_share: f64,
    /// Purchase days that make a regular.
    pub regular_purchases: u32,
    /// Share of the days held out for the backtest.
    pub holdout: f64,
}

impl Terms {
    /// Settles `question` for orders from `from` to `as_of`.
    ///
    /// # Errors
    /// Where a number of the question is outside its domain, or the period it
    /// asks for ends after `as_of`.
    pub fn settle(
        question: &Question,
        from: Day,
        as_of: Day,
        currency: Currency,
        has_money: bool,
    ) -> Result<Self, TermsError> {
        check(question)?;
        let year = Period::months_ending(as_of, 12);
        let period = match question.period {
            PeriodChoice::Year => year,
            PeriodChoice::Quarter => Period::last_complete_quarter(as_of),
            PeriodChoice::Month => Period::last_complete_month(as_of),
            PeriodChoice::Days(period) => period,
        };
        if period.last_day() > as_of {
            return Err(TermsError::PeriodNotOver { period, as_of });
        }
        let days_ahead = |months: u32| {
            let months = i32::try_from(months).unwrap_or(i32::MAX);
            as_of.plus_months(months).days_since(as_of).max(1) as u32
        };
        Ok(Self {
            as_of,
            from,
            currency,
            has_money,
            rule: question.lost_rule,
            period,
            year,
            months_ahead: (question.horizon_months, question.value_months),
            horizon_days: days_ahead(question.horizon_months),
            value_days: days_ahead(question.value_months),
            daily_discount: question.yearly_discount.ln_1p() / 365.0,
            margin: question.margin,
            gold_share: question.gold_share,
            regular_purchases: question.regular_purchases,
            holdout: question.holdout,
        })
    }

    /// The margin of `revenue` minor units.
    pub fn margin_of(&self, revenue: i64) -> Money {
        Money::new(self.margin_minor(revenue), self.currency)
    }

    /// The same in minor units. A sum's margin is taken once, of the sum.
    pub fn margin_minor(&self, revenue: i64) -> i64 {
        // Exact where the margin is 1, whatever the size of the amount.
        if self.margin >= 1.0 { revenue } else { (revenue as f64 * self.margin).round() as i64 }
    }

    /// `minor` units as money, where the orders carry amounts.
    pub fn money(&self, minor: i64) -> Option<Money> {
        self.has_money.then(|| Money::new(minor, self.currency))
    }

    /// The margin of `revenue`, where the orders carry amounts.
    pub fn margin(&self, revenue: i64) -> Option<Money> {
        self.has_money.then(|| self.margin_of(revenue))
    }
}

fn check(question: &Question) -> Result<(), TermsError> {
    let domain = |name, value: f64, holds: bool, domain| {
        if holds { Ok(()) } else { Err(TermsError::Domain { name, value, domain }) }
    };
    let share = |value: f64| value > 0.0 && value < 1.0;
    domain(
        "the margin",
        question.margin,
        question.margin > 0.0 && question.margin <= 1.0,
        "above 0 % and at most 100 %",
    )?;
    domain(
        "the holdout",
        question.holdout,
        share(question.holdout),
        "a share of the days above 0 % and below 100 %",
    )?;
    domain(
        "the share of gold",
        question.gold_share,
        share(question.gold_share),
        "above 0 % and below 100 %",
    )?;
    domain(
        "the yearly discount",
        question.yearly_discount,
        question.yearly_discount >= 0.0 && question.yearly_discount.is_finite(),
        "0 % or more",
    )?;
    for (name, months) in
        [("the horizon", question.horizon_months), ("the value horizon", question.value_months)]
    {
        domain(name, f64::from(months), (1..=1200).contains(&months), "1 to 1,200 months")?;
    }
    domain(
        "the number of purchases that make a regular",
        f64::from(question.regular_purchases),
        question.regular_purchases >= 2,
        "2 or more",
    )?;
    match question.lost_rule {
        LostRule::OwnLimit => Ok(()),
        LostRule::After { days } => {
            domain("the fixed window of loss", f64::from(days), days >= 1, "1 day or more")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    fn settle(question: &Question) -> Result<Terms, TermsError> {
        Terms::settle(question, day("1997-01-01"), day("1998-06-30"), Currency::NONE, true)
    }

    #[test]
    fn a_year_is_the_twelve_months_that_end_at_as_of() {
        let terms = settle(&Question::default()).unwrap();
        assert_eq!(terms.period.to_string(), "1997-07-01..1998-07-01");
        assert_eq!((terms.horizon_days, terms.value_days), (365, 1096));
    }

    #[test]
    fn a_period_that_is_not_over_is_refused() {
        let period = Period::new(day("1998-06-01"), day("1998-07-02")).unwrap();
        let question = Question { period: PeriodChoice::Days(period), ..Question::default() };
        assert!(matches!(settle(&question), Err(TermsError::PeriodNotOver { .. })));
    }

    #[test]
    fn numbers_outside_their_domain_are_refused() {
        let wrong = [
            Question { margin: 0.0, ..Question::default() },
            Question { margin: f64::NAN, ..Question::default() },
            Question { holdout: 1.0, ..Question::default() },
            Question { yearly_discount: -0.1, ..Question::default() },
            Question { horizon_months: 0, ..Question::default() },
            Question { lost_rule: LostRule::After { days: 0 }, ..Question::default() },
        ];
        for question in wrong {
            assert!(matches!(settle(&question), Err(TermsError::Domain { .. })), "{question:?}");
        }
    }

    #[test]
    fn a_margin_of_one_is_exact() {
        let terms = settle(&Question::default()).unwrap();
        assert_eq!(terms.margin_minor(i64::MAX), i64::MAX);
        let third = settle(&Question { margin: 0.4, ..Question::default() }).unwrap();
        assert_eq!(third.margin_minor(1_001), 400);
    }
}
