//! The figures that name people, and what groups of people have in common.

use std::fmt;

use kernel::{Day, Money};

use super::Segment;

/// The monthly review of the regulars.
#[derive(Debug, Clone, PartialEq)]
pub struct Regulars {
    /// Customers with enough purchases to be regulars, the lost aside.
    pub count: u64,
    /// Customers with as many purchases who are lost.
    pub lost: u64,
    /// Regulars with at least one of the alarms, each counted once.
    pub drifting: u64,
    /// Their mean order falls; `None` without amounts, or too few of them to
    /// tell a fall from chance.
    pub order_value_falling: Option<Alarm>,
    /// Silent past their own limit at q = 0.90, not yet lost; `None` where
    /// nothing is known of gaps.
    pub gone_quiet: Option<Alarm>,
    /// A category they used to buy and no longer do; `None` where the orders
    /// do not say what was bought.
    pub range_stopped: Option<Alarm>,
}

/// One alarm: whom it fired for.
#[derive(Debug, Clone, PartialEq)]
pub struct Alarm {
    /// For how many.
    pub count: u64,
    /// Those with most at risk first, at most [`Alarm::SHOWN`].
    pub customers: Vec<AlarmedCustomer>,
}

impl Alarm {
    /// How many customers an alarm names.
    pub const SHOWN: usize = 100;
}

/// A customer an alarm fired for.
#[derive(Debug, Clone, PartialEq)]
pub struct AlarmedCustomer {
    /// As the orders call them.
    pub id: String,
    /// Where all that is known of them stands; none where the orders are all.
    pub page: Option<String>,
    /// Margin at risk within the horizon.
    pub at_risk: Option<Money>,
    /// What the alarm saw.
    pub evidence: Evidence,
}

/// What an alarm saw.
#[derive(Debug, Clone, PartialEq)]
pub enum Evidence {
    /// Their mean order fell.
    OrderValueFalling {
        /// Mean order of the twelve months before.
        mean_before: Money,
        /// Mean order of the last three complete months.
        mean_now: Money,
        /// Orders in the twelve months before.
        orders_before: u32,
        /// Orders in the last three complete months.
        orders_now: u32,
        /// P(the true mean fell).
        probability: f64,
    },
    /// They went quiet.
    GoneQuiet {
        /// Their usual (median) gap, days; where the silence is shorter still,
        /// the median of the gap expected of them.
        usual_gap: f64,
        /// Days since the last purchase.
        silence: u32,
        /// Their own limit at q = 0.90, days.
        limit: f64,
    },
    /// They stopped buying a category.
    RangeStopped {
        /// The category (or product).
        category: String,
        /// Day they last bought it.
        last_bought: Day,
        /// Earlier periods of their cadence, of six, in which they bought it.
        periods_bought: u32,
        /// What it came to in the year up to the last time.
        yearly: Option<Money>,
    },
}

impl Evidence {
    /// The alarm that saw it, by its key in JSON and in the message files.
    #[must_use]
    pub fn key(&self) -> &'static str {
        match self {
            Self::OrderValueFalling { .. } => "order_value_falling",
            Self::GoneQuiet { .. } => "gone_quiet",
            Self::RangeStopped { .. } => "range_stopped",
        }
    }

    /// What to do about it.
    #[must_use]
    pub fn action(&self) -> Action {
        match self {
            Self::OrderValueFalling { .. } => Action::ReviewAccount,
            Self::GoneQuiet { .. } => Action::Call,
            Self::RangeStopped { category, .. } => {
                Action::AskAboutRange { category: category.clone() }
            }
        }
    }
}

/// What the three alarms saw of one customer.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct CustomerAlarms {
    /// Their mean order fell.
    pub order_value_falling: Option<Evidence>,
    /// They went quiet.
    pub gone_quiet: Option<Evidence>,
    /// They stopped buying a category.
    pub range_stopped: Option<Evidence>,
}

impl CustomerAlarms {
    /// The evidence to name first: silence, then the range, then the orders.
    #[must_use]
    pub fn strongest(&self) -> Option<&Evidence> {
        self.gone_quiet
            .as_ref()
            .or(self.range_stopped.as_ref())
            .or(self.order_value_falling.as_ref())
    }
}

/// How many customers are in a segment.
#[derive(Debug, Clone, PartialEq)]
pub struct SegmentCount {
    /// The segment.
    pub key: Segment,
    /// Customers.
    pub count: u64,
    /// Their margin of the last 12 months.
    pub margin_12m: Option<Money>,
}

/// A value of an attribute. Written plainly (`Display`) it is `yes` or `no`, or
/// a range as `12.00–25.50`; what people read comes from
/// [`sentences::attribute_value`](crate::sentences::attribute_value).
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AuditValue {
    /// As the orders write it; for a column of many numbers their range.
    Text(String),
    /// Whether it was so.
    YesNo(bool),
    /// Amounts from the first to the second, both among them.
    Amounts(Money, Money),
}

impl fmt::Display for AuditValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            AuditValue::Text(text) => f.write_str(text),
            AuditValue::YesNo(true) => f.write_str("yes"),
            AuditValue::YesNo(false) => f.write_str("no"),
            AuditValue::Amounts(from, to) if from == to => write!(f, "{from}"),
            AuditValue::Amounts(from, to) => write!(f, "{from}–{to}"),
        }
    }
}

/// One value of one attribute, against all other customers.
#[derive(Debug, Clone, PartialEq)]
pub struct AuditRow {
    /// The attribute: `country`, `source`, `first_product`, `first_category`,
    /// `first_order_size`, `first_order_discounted`, or a column's own name.
    pub attribute: String,
    /// Its value.
    pub value: AuditValue,
    /// Customers with it.
    pub n: u64,
    /// Of those, lost.
    pub lost: u64,
    /// Share lost here / share lost elsewhere; `None` where nobody is lost elsewhere.
    pub risk_ratio: Option<f64>,
    /// Lower end of its 95 % interval.
    pub low: Option<f64>,
    /// Upper end.
    pub high: Option<f64>,
    /// Two-sided p.
    pub p: Option<f64>,
    /// The same after Benjamini–Hochberg over all rows of its table.
    pub p_adjusted: Option<f64>,
    /// How many fewer would have left at the base rate (may be negative).
    pub excess: f64,
    /// Odds ratio with value and age of the relation held equal (logistic).
    pub adjusted_odds_ratio: Option<f64>,
    /// Two-sided p of that.
    pub adjusted_p: Option<f64>,
    /// Mean margin per customer with it, ever.
    pub margin_per_customer: Option<Money>,
    /// Share who bought more than once.
    pub repeat_share: f64,
}

impl AuditRow {
    /// Adjusted p up to which a row is taken for more than chance: the share
    /// of false findings one is ready to accept among them.
    pub const FALSE_DISCOVERY_RATE: f64 = 0.10;

    /// Whether the row's difference is more than chance.
    #[must_use]
    pub fn is_more_than_chance(&self) -> bool {
        self.p_adjusted.is_some_and(|p| p <= Self::FALSE_DISCOVERY_RATE)
    }
}

/// Someone to call today.
#[derive(Debug, Clone, PartialEq)]
pub struct CallToday {
    /// As the orders call them.
    pub id: String,
    /// Where all that is known of them stands; none where the orders are all.
    pub page: Option<String>,
    /// risk × expected margin over the horizon if alive; `None` without money
    /// (the list is then ranked by risk × expected purchases).
    pub margin_at_risk: Option<Money>,
    /// Why them.
    pub reason: Reason,
    /// What to do.
    pub action: Action,
    /// P(no purchase within the horizon).
    pub risk: f64,
    /// Orders so far.
    pub orders: u64,
    /// Last purchase.
    pub last: Day,
    /// Margin so far.
    pub margin: Option<Money>,
}

/// Why someone is on the list: the strongest evidence there is.
#[derive(Debug, Clone, PartialEq)]
pub enum Reason {
    /// An alarm fired.
    Alarm(Evidence),
    /// They order on a usual rhythm and are late, no alarm yet.
    Late {
        /// Their usual (median) gap, days.
        usual_gap: f64,
        /// Days since the last purchase.
        silence: u32,
    },
    /// They are worth much and may not come back.
    Valuable {
        /// Orders so far.
        orders: u64,
        /// P(no purchase within the horizon).
        risk: f64,
        /// Months of the horizon.
        months: u32,
    },
    /// They bought once, well, and have not been back.
    OneTime {
        /// What that order came to.
        amount: Option<Money>,
        /// Days since.
        silence: u32,
    },
}

impl Reason {
    /// Its key in JSON and in the message files.
    #[must_use]
    pub fn key(&self) -> &'static str {
        match self {
            Self::Alarm(evidence) => evidence.key(),
            Self::Late { .. } => "late",
            Self::Valuable { .. } => "valuable",
            Self::OneTime { .. } => "one_time",
        }
    }
}

/// The one best action.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Action {
    /// Call and ask about their last order.
    Call,
    /// Call before they count as lost.
    CallBeforeLost {
        /// Days of silence until they do.
        days: u32,
    },
    /// Call in person, as they have been customers for long.
    CallInPerson {
        /// Orders so far.
        orders: u64,
    },
    /// Remind them of the order they usually make.
    Remind,
    /// Thank them and ask what they will need.
    Thank,
    /// Ask what they buy instead of a range they stopped buying.
    AskAboutRange {
        /// The category (or product).
        category: String,
    },
    /// Ask what they buy elsewhere.
    ReviewAccount,
    /// Invite them to a second purchase.
    InviteBack,
}

impl Action {
    /// Its key in JSON and in the message files.
    #[must_use]
    pub fn key(&self) -> &'static str {
        match self {
            Self::Call => "call",
            Self::CallBeforeLost { .. } => "call_before_lost",
            Self::CallInPerson { .. } => "call_in_person",
            Self::Remind => "remind",
            Self::Thank => "thank",
            Self::AskAboutRange { .. } => "ask_about_range",
            Self::ReviewAccount => "review_account",
            Self::InviteBack => "invite_back",
        }
    }
}
