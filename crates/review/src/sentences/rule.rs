//! When a silent customer is lost, in one sentence.

use phrases::Phrases;

use crate::{LostRule, Review};

/// The rule the review goes by.
#[must_use]
pub fn rule(phrases: Phrases, review: &Review) -> String {
    match (review.rule, review.one_time_limit_days) {
        (LostRule::After { days }, _) => {
            phrases.say_with("rule-after", &[("limit", phrases.days(days).into())])
        }
        (LostRule::OwnLimit, Some(days)) => {
            phrases.say_with("rule-own_limit_one_time", &[("limit", phrases.days(days).into())])
        }
        (LostRule::OwnLimit, None) => phrases.say("rule-own_limit"),
    }
}
