//! Why somebody should be heard from and what to do, as it is kept: kinds and
//! numbers, which the review's sentences turn into words at reading.

use kernel::{Currency, Day, Money};
use review::figures::{Action, Evidence, Reason};
use serde::{Deserialize, Serialize};

/// A reason and what to do.
#[derive(Serialize, Deserialize)]
struct Kept {
    why: KeptReason,
    what: KeptAction,
}

#[derive(Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
enum KeptReason {
    OrderValueFalling {
        mean_before: i64,
        mean_now: i64,
        orders_before: u32,
        orders_now: u32,
        probability: f64,
    },
    GoneQuiet {
        usual_gap: f64,
        silence: u32,
        limit: f64,
    },
    RangeStopped {
        category: String,
        last_bought: Day,
        periods_bought: u32,
        yearly: Option<i64>,
    },
    Late {
        usual_gap: f64,
        silence: u32,
    },
    Valuable {
        orders: u64,
        risk: f64,
        months: u32,
    },
    OneTime {
        amount: Option<i64>,
        silence: u32,
    },
}

#[derive(Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
enum KeptAction {
    Call,
    CallBeforeLost { days: u32 },
    CallInPerson { orders: u64 },
    Remind,
    Thank,
    AskAboutRange { category: String },
    ReviewAccount,
    InviteBack,
}

pub fn written((why, what): &(Reason, Action)) -> String {
    let kept = Kept { why: kept_reason(why), what: kept_action(what) };
    // Texts and numbers can always be written as JSON.
    serde_json::to_string(&kept).unwrap_or_default()
}

/// None where a later version wrote what this one does not know.
pub fn read(text: &str, currency: Currency) -> Option<(Reason, Action)> {
    let Kept { why, what } = serde_json::from_str(text).ok()?;
    Some((reason(why, currency), action(what)))
}

fn kept_reason(reason: &Reason) -> KeptReason {
    match reason {
        Reason::Alarm(Evidence::OrderValueFalling {
            mean_before,
            mean_now,
            orders_before,
            orders_now,
            probability,
        }) => KeptReason::OrderValueFalling {
            mean_before: mean_before.minor,
            mean_now: mean_now.minor,
            orders_before: *orders_before,
            orders_now: *orders_now,
            probability: *probability,
        },
        Reason::Alarm(Evidence::GoneQuiet { usual_gap, silence, limit }) => {
            KeptReason::GoneQuiet { usual_gap: *usual_gap, silence: *silence, limit: *limit }
        }
        Reason::Alarm(Evidence::RangeStopped { category, last_bought, periods_bought, yearly }) => {
            KeptReason::RangeStopped {
                category: category.clone(),
                last_bought: *last_bought,
                periods_bought: *periods_bought,
                yearly: yearly.map(|yearly| yearly.minor),
            }
        }
        Reason::Late { usual_gap, silence } => {
            KeptReason::Late { usual_gap: *usual_gap, silence: *silence }
        }
        Reason::Valuable { orders, risk, months } => {
            KeptReason::Valuable { orders: *orders, risk: *risk, months: *months }
        }
        Reason::OneTime { amount, silence } => {
            KeptReason::OneTime { amount: amount.map(|amount| amount.minor), silence: *silence }
        }
    }
}

fn reason(kept: KeptReason, currency: Currency) -> Reason {
    let money = |minor| Money::new(minor, currency);
    match kept {
        KeptReason::OrderValueFalling {
            mean_before,
            mean_now,
            orders_before,
            orders_now,
            probability,
        } => Reason::Alarm(Evidence::OrderValueFalling {
            mean_before: money(mean_before),
            mean_now: money(mean_now),
            orders_before,
            orders_now,
            probability,
        }),
        KeptReason::GoneQuiet { usual_gap, silence, limit } => {
            Reason::Alarm(Evidence::GoneQuiet { usual_gap, silence, limit })
        }
        KeptReason::RangeStopped { category, last_bought, periods_bought, yearly } => {
            let yearly = yearly.map(money);
            Reason::Alarm(Evidence::RangeStopped { category, last_bought, periods_bought, yearly })
        }
        KeptReason::Late { usual_gap, silence } => Reason::Late { usual_gap, silence },
        KeptReason::Valuable { orders, risk, months } => Reason::Valuable { orders, risk, months },
        KeptReason::OneTime { amount, silence } => {
            Reason::OneTime { amount: amount.map(money), silence }
        }
    }
}

fn kept_action(action: &Action) -> KeptAction {
    match action {
        Action::Call => KeptAction::Call,
        Action::CallBeforeLost { days } => KeptAction::CallBeforeLost { days: *days },
        Action::CallInPerson { orders } => KeptAction::CallInPerson { orders: *orders },
        Action::Remind => KeptAction::Remind,
        Action::Thank => KeptAction::Thank,
        Action::AskAboutRange { category } => {
            KeptAction::AskAboutRange { category: category.clone() }
        }
        Action::ReviewAccount => KeptAction::ReviewAccount,
        Action::InviteBack => KeptAction::InviteBack,
    }
}

fn action(kept: KeptAction) -> Action {
    match kept {
        KeptAction::Call => Action::Call,
        KeptAction::CallBeforeLost { days } => Action::CallBeforeLost { days },
        KeptAction::CallInPerson { orders } => Action::CallInPerson { orders },
        KeptAction::Remind => Action::Remind,
        KeptAction::Thank => Action::Thank,
        KeptAction::AskAboutRange { category } => Action::AskAboutRange { category },
        KeptAction::ReviewAccount => Action::ReviewAccount,
        KeptAction::InviteBack => Action::InviteBack,
    }
}
