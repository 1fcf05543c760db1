//! Why someone is on a list and what to do about it.

use phrases::{Phrases, Value};

use super::name;
use crate::Review;
use crate::figures::{Action, Evidence, Reason};

/// Whether what is said of a customer is so.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tense {
    /// It is.
    Now,
    /// It was, as of a day that has passed.
    Then,
}

impl Tense {
    /// The message for now, or the one for then.
    #[must_use]
    pub fn of(self, now: &'static str, then: &'static str) -> &'static str {
        match self {
            Tense::Now => now,
            Tense::Then => then,
        }
    }
}

/// What an alarm saw, as half a sentence with the customer for its subject.
#[must_use]
pub fn evidence(phrases: Phrases, evidence: &Evidence) -> String {
    evidence_in(phrases, Tense::Now, evidence)
}

fn evidence_in(phrases: Phrases, tense: Tense, evidence: &Evidence) -> String {
    match evidence {
        Evidence::OrderValueFalling { mean_before, mean_now, .. } => {
            let fall = 1.0 - mean_now.major() / mean_before.major();
            phrases.say_with(
                tense.of("evidence-order_value_falling", "evidence-order_value_falling.then"),
                &[
                    ("before", phrases.money_round(*mean_before).into()),
                    ("now", phrases.money_round(*mean_now).into()),
                    ("fall", phrases.percent(fall, 0).into()),
                ],
            )
        }
        Evidence::GoneQuiet { usual_gap, silence, .. } => {
            let key = tense.of("evidence-gone_quiet", "evidence-gone_quiet.then");
            phrases.say_with(key, &rhythm(*usual_gap, *silence))
        }
        Evidence::RangeStopped { category, last_bought, yearly, .. } => {
            let category = ("category", name(category).into());
            let last = ("last", phrases.day(*last_bought).into());
            if let Some(yearly) = yearly {
                let yearly = ("yearly", phrases.money_round(*yearly).into());
                let key = tense.of("evidence-range_stopped", "evidence-range_stopped.then");
                phrases.say_with(key, &[category, last, yearly])
            } else {
                let then = "evidence-range_stopped_counts.then";
                let key = tense.of("evidence-range_stopped_counts", then);
                phrases.say_with(key, &[category, last])
            }
        }
    }
}

/// Why someone should be called, the same way.
#[must_use]
pub fn reason(phrases: Phrases, reason: &Reason) -> String {
    reason_in(phrases, Tense::Now, reason)
}

/// Why someone should be called, or should have been.
#[must_use]
pub fn reason_in(phrases: Phrases, tense: Tense, reason: &Reason) -> String {
    match reason {
        Reason::Alarm(seen) => evidence_in(phrases, tense, seen),
        Reason::Late { usual_gap, silence } => {
            let key = tense.of("reason-late", "reason-late.then");
            phrases.say_with(key, &rhythm(*usual_gap, *silence))
        }
        Reason::Valuable { orders, risk, months } => phrases.say_with(
            tense.of("reason-valuable", "reason-valuable.then"),
            &[
                ("orders", Value::from(*orders)),
                ("risk", phrases.percent(*risk, 0).into()),
                ("months", phrases.months(*months).into()),
            ],
        ),
        Reason::OneTime { amount: Some(amount), silence } => phrases.say_with(
            tense.of("reason-one_time", "reason-one_time.then"),
            &[("amount", phrases.money_round(*amount).into()), ("silence", Value::from(*silence))],
        ),
        Reason::OneTime { amount: None, silence } => {
            let key = tense.of("reason-one_time_counts", "reason-one_time_counts.then");
            phrases.say_with(key, &[("silence", Value::from(*silence))])
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
    action_in(phrases, Tense::Now, action)
}

/// The one best action; what would have been in time for it, where that has
/// passed.
#[must_use]
pub fn action_in(phrases: Phrases, tense: Tense, action: &Action) -> String {
    let key = format!("action-{}", action.key());
    match action {
        Action::Call
        | Action::Remind
        | Action::Thank
        | Action::ReviewAccount
        | Action::InviteBack => phrases.say(&key),
        Action::CallBeforeLost { days } => {
            let key = tense.of("action-call_before_lost", "action-call_before_lost.then");
            phrases.say_with(key, &[("days", phrases.days(*days).into())])
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
