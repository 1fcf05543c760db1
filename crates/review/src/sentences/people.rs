//! Why someone is on a list and what to do about it.

use phrases::{Phrases, Value};

use super::name;
use crate::Review;
use crate::figures::{Action, Evidence, Reason};

/// What an alarm saw, as half a sentence with the customer for its subject.
#[must_use]
pub fn evidence(phrases: Phrases, evidence: &Evidence) -> String {
    match evidence {
        Evidence::OrderValueFalling { mean_before, mean_now, .. } => {
            let fall = 1.0 - mean_now.major() / mean_before.major();
            phrases.say_with(
                "evidence-order_value_falling",
                &[
                    ("before", phrases.money_round(*mean_before).into()),
                    ("now", phrases.money_round(*mean_now).into()),
                    ("fall", phrases.percent(fall, 0).into()),
                ],
            )
        }
        Evidence::GoneQuiet { usual_gap, silence, .. } => {
            phrases.say_with("evidence-gone_quiet", &rhythm(*usual_gap, *silence))
        }
        Evidence::RangeStopped { category, last_bought, yearly, .. } => {
            let category = ("category", name(category).into());
            let last = ("last", phrases.day(*last_bought).into());
            match yearly {
                Some(yearly) => {
                    let yearly = ("yearly", phrases.money_round(*yearly).into());
                    phrases.say_with("evidence-range_stopped", &[category, last, yearly])
                }
                None => phrases.say_with("evidence-range_stopped_counts", &[category, last]),
            }
        }
    }
}

/// Why someone should be called, the same way.
#[must_use]
pub fn reason(phrases: Phrases, reason: &Reason) -> String {
    match reason {
        Reason::Alarm(seen) => evidence(phrases, seen),
        Reason::Late { usual_gap, silence } => {
            phrases.say_with("reason-late", &rhythm(*usual_gap, *silence))
        }
        Reason::Valuable { orders, risk, months } => phrases.say_with(
            "reason-valuable",
            &[
                ("orders", Value::from(*orders)),
                ("risk", phrases.percent(*risk, 0).into()),
                ("months", phrases.months(*months).into()),
            ],
        ),
        Reason::OneTime { amount: Some(amount), silence } => phrases.say_with(
            "reason-one_time",
            &[("amount", phrases.money_round(*amount).into()), ("silence", Value::from(*silence))],
        ),
        Reason::OneTime { amount: None, silence } => {
            phrases.say_with("reason-one_time_counts", &[("silence", Value::from(*silence))])
        }
    }
}

/// What the list of those to call is ranked by.
#[must_use]
pub fn calls_intro(phrases: Phrases, review: &Review) -> String {
    phrases.say(if review.has_money { "page-calls-intro" } else { "page-calls-intro-counts" })
}

/// The one best action, as a request to the reader.
#[must_use]
pub fn action(phrases: Phrases, action: &Action) -> String {
    let key = format!("action-{}", action.key());
    match action {
        Action::Call
        | Action::Remind
        | Action::Thank
        | Action::ReviewAccount
        | Action::InviteBack => phrases.say(&key),
        Action::CallBeforeLost { days } => {
            phrases.say_with(&key, &[("days", phrases.days(*days).into())])
        }
        Action::CallInPerson { orders } => {
            phrases.say_with(&key, &[("orders", Value::from(*orders))])
        }
        Action::AskAboutRange { category } => {
            phrases.say_with(&key, &[("category", name(category).into())])
        }
    }
}

/// The usual gap in whole days, at least one, and the silence.
fn rhythm(usual_gap: f64, silence: u32) -> [(&'static str, Value<'static>); 2] {
    let gap = usual_gap.round().max(1.0) as u32;
    [("gap", Value::from(gap)), ("silence", Value::from(silence))]
}
