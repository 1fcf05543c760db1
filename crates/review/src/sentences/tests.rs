use kernel::Language;
use phrases::{Asker, Phrases};

use super::*;
use crate::figures::example::{rich, sparse};
use crate::figures::{Action, ModelName, Segment, Standing};
use crate::{LostRule, Review};

const ENGLISH: Language = Language::English;

/// The figures that have a formula in words, by key.
const FORMULAS: [&str; 55] = [
    "customers_start",
    "customers_end",
    "customers_now",
    "kept",
    "lost",
    "new",
    "won_back",
    "came_and_went",
    "retention_rate",
    "churn_rate",
    "revenue_start",
    "expansion",
    "contraction",
    "revenue_churn",
    "reactivation",
    "revenue_total",
    "nrr",
    "grr",
    "lost_12m",
    "cost_yearly",
    "cost_lifetime",
    "gold",
    "gold_lost",
    "gold_gone_quiet",
    "share_of_margin",
    "margin_12m_per_customer",
    "lifetime_per_customer",
    "residual_total",
    "gini",
    "order_value_falling",
    "gone_quiet",
    "range_stopped",
    "return_in",
    "return_or_after",
    "survival",
    "segments",
    "share_lost",
    "risk_ratio",
    "p_adjusted",
    "excess",
    "adjusted_odds_ratio",
    "p_alive",
    "risk",
    "margin_at_risk",
    "expected_orders",
    "residual_value",
    "total_predicted",
    "rmse",
    "crps",
    "auc",
    "top_tenth_lift",
    "active_accuracy",
    "calibration",
    "hiatus",
    "naive",
];

fn english() -> Phrases {
    Phrases::of(ENGLISH)
}

/// What no reader should see: a key instead of words, or a number that is none.
fn reads_well(text: &str) -> bool {
    !text.is_empty() && !text.contains(['‹', '{']) && !text.contains("NaN")
}

#[test]
fn the_letter_says_who_left_what_they_share_and_who_is_leaving() {
    assert_eq!(
        letter(english(), &rich()),
        [
            "You lost 143 of 702 customers in twelve months; that is $42,870 a year.",
            "Customers whose source is “Groupon” left 2.3 times as often as the others.",
            "61 of your 312 regulars are drifting now.",
        ]
    );
}

#[test]
fn a_letter_of_newcomers_claims_nothing() {
    assert_eq!(
        letter(english(), &sparse()),
        [
            "You had no customers a year ago to lose: the first order is of 4 May 2026.",
            "9 customers have ordered so far, each of them once.",
            "You have no regulars yet: nobody has ordered often enough.",
        ]
    );
}

#[test]
fn the_letter_fits_the_figures_it_has() {
    let first = |change: fn(&mut Review)| {
        let mut review = rich();
        change(&mut review);
        letter(english(), &review).swap_remove(0)
    };
    assert_eq!(
        first(|review| review.cost_of_loss.yearly = None),
        "You lost 143 of 702 customers in twelve months."
    );
    assert_eq!(
        first(|review| review.cost_of_loss.lost_12m = 0),
        "All 702 customers you had a year ago are still with you."
    );
    assert_eq!(
        first(|review| (review.cost_of_loss.lost_12m, review.cost_of_loss.of_12m) = (0, 1)),
        "The one customer you had a year ago is still with you."
    );
    assert_eq!(
        first(|review| {
            review.cost_of_loss.lost_12m = 0;
            review.one_time_limit_days = None;
        }),
        "Nobody has come back yet, so it cannot be said who of your 702 customers is lost."
    );
}

#[test]
fn where_all_are_lost_nobody_is_said_never_to_have_come() {
    let mut review = rich();
    (review.cost_of_loss.lost_12m, review.cost_of_loss.of_12m) = (0, 0);
    (review.regulars.count, review.regulars.drifting, review.regulars.lost) = (0, 0, 460);
    let said = letter(english(), &review);
    assert_eq!(
        said[0],
        "A year ago you had no customers left to lose: everyone who had ordered by then counted as lost."
    );
    assert_eq!(said[2], "You have no regulars left: all 460 are lost.");
    review.regulars.lost = 1;
    assert_eq!(letter(english(), &review)[2], "Your one regular is lost.");
}

#[test]
fn a_few_regulars_are_counted_in_whole_sentences() {
    let third = |count: u64, drifting: u64| {
        let mut review = rich();
        (review.regulars.count, review.regulars.drifting) = (count, drifting);
        letter(english(), &review).swap_remove(2)
    };
    assert_eq!(third(1, 1), "Your one regular is drifting now.");
    assert_eq!(third(3, 3), "All 3 of your regulars are drifting now.");
    assert_eq!(third(3, 1), "1 of your 3 regulars is drifting now.");
    assert_eq!(third(1, 0), "Your one regular is not drifting.");
}

#[test]
fn orders_that_end_early_are_what_the_letter_says_next() {
    let mut review = rich();
    let last = review.input.to;
    let why = crate::figures::Why::OrdersEndEarly { last, days: 915 };
    review.notes.push(crate::figures::Note { path: "input.to", why });
    let said = letter(english(), &review);
    assert!(said[1].contains("915 days before the day of this review"), "{}", said[1]);
    let noted = notes(english(), Asker::Command, &review.notes).pop().unwrap();
    assert!(noted.starts_with("Orders read: the last is of"), "{noted}");
}

#[test]
fn notes_name_the_figure_that_is_missing_and_no_other() {
    let said = |path| subject(english(), path);
    assert_eq!(said("retention.customers.retention_rate"), "Retention");
    assert_eq!(said("retention.revenue.nrr"), "Revenue retention");
    let before = "retention.previous.customers.retention_rate";
    assert_eq!(said(before), "Retention of the period before");
    assert_eq!(said("regulars.range_stopped"), "Stopped buying a range");
    assert_eq!(said("regulars"), "Regulars");
}

#[test]
fn the_fall_of_the_survival_curve_at_the_limit_of_one_order_is_said() {
    let mut review = rich();
    let point = |day, s| crate::figures::SurvivalPoint {
        day,
        at_risk: 900,
        events: 90,
        s,
        low: s - 0.01,
        high: s + 0.01,
    };
    review.survival = vec![point(40, 0.9), point(387, 0.848), point(388, 0.302)];
    review.one_time_limit_days = Some(388);
    let said = survival_at_limit(english(), &review).unwrap();
    assert!(
        said.contains("the limit of 388 days") && said.contains("from 84.8% to 30.2%"),
        "{said}"
    );
    review.survival[2].s = 0.82;
    assert_eq!(survival_at_limit(english(), &review), None);
}

#[test]
fn without_a_finding_the_letter_compares_the_rates() {
    let second = |change: fn(&mut Review)| {
        let mut review = rich();
        review.audit.clear();
        change(&mut review);
        letter(english(), &review).swap_remove(1)
    };
    assert_eq!(
        second(|_| ()),
        "The retention rate is 79.6%, down from 83.6% in the period before."
    );
    assert_eq!(
        second(|review| review.retention.previous.customers.retention_rate = None),
        "The retention rate is 79.6%; there is no earlier period to compare it with."
    );
    assert_eq!(
        second(|review| review.retention.previous.customers.retention_rate = Some(0.7961)),
        "The retention rate is 79.6%, the same as in the period before."
    );
    assert_eq!(
        second(|review| review.retention.current.customers.retention_rate = None),
        "So far 1,284 customers have placed 5,476 orders."
    );
}

#[test]
fn everything_that_can_be_said_is_said_in_every_language() {
    for language in Language::ALL {
        let phrases = Phrases::of(language);
        let mut said = Vec::new();
        said.extend(Segment::ALL.map(|key| segment(phrases, key)));
        said.extend(Segment::ALL.map(|key| segment_meaning(phrases, key)));
        said.extend(
            [Standing::Active, Standing::GoneQuiet, Standing::Lost]
                .map(|key| standing(phrases, key)),
        );
        said.extend(
            [
                Action::Call,
                Action::CallBeforeLost { days: 5 },
                Action::CallInPerson { orders: 12 },
                Action::Remind,
                Action::Thank,
                Action::AskAboutRange { category: "Espresso".to_owned() },
                Action::ReviewAccount,
                Action::InviteBack,
            ]
            .map(|of| action(phrases, &of)),
        );
        said.extend(
            [
                ModelName::BgNbd,
                ModelName::MbgNbd,
                ModelName::MbgCnbd,
                ModelName::ParetoNbd,
                ModelName::GammaGamma,
            ]
            .map(|key| model(phrases, key)),
        );
        said.extend(FORMULAS.map(|key| formula(phrases, key)));
        for review in [rich(), sparse()] {
            said.extend(letter(phrases, &review));
            said.push(rule(phrases, &review));
            said.push(rule(
                phrases,
                &Review { rule: LostRule::After { days: 365 }, ..review.clone() },
            ));
            said.extend(review.notes.iter().map(|of| note(phrases, Asker::Command, of)));
            said.extend(review.call_today.iter().map(|call| reason(phrases, &call.reason)));
            said.extend(review.audit.iter().filter_map(|row| finding(phrases, row)));
            said.extend(review.input.mapping.iter().map(|(of, _)| role(phrases, of)));
            said.extend(review.audit.iter().map(|row| attribute(phrases, &row.attribute)));
        }
        for text in said {
            assert!(reads_well(&text), "{language}: {text}");
        }
    }
}

#[test]
fn reasons_are_one_sentence_each() {
    let said: Vec<String> =
        rich().call_today.iter().take(7).map(|call| reason(english(), &call.reason)).collect();
    insta::assert_snapshot!(said.join("\n"));
}

#[test]
fn what_was_so_long_ago_is_told_in_other_words() {
    for language in Language::ALL {
        let phrases = Phrases::of(language);
        for call in &rich().call_today {
            let now = reason(phrases, &call.reason);
            let then = reason_in(phrases, Tense::Then, &call.reason);
            assert!(reads_well(&then) && then != now, "{language}: {then}");
            let then = action_in(phrases, Tense::Then, &call.action);
            assert!(reads_well(&then), "{language}: {then}");
        }
    }
    let then = action_in(english(), Tense::Then, &Action::CallBeforeLost { days: 6 });
    assert!(!then.contains("now") && then.starts_with("6 days more of silence"), "{then}");
}

#[test]
fn what_reads_the_same_is_noted_once() {
    let from = rich().input.from;
    let late =
        |path| crate::figures::Note { path, why: crate::figures::Why::DataStartTooLate { from } };
    let said = notes(
        english(),
        Asker::Command,
        &[late("retention.previous.revenue.nrr"), late("retention.previous.revenue.grr")],
    );
    assert_eq!(
        said,
        [
            "Revenue retention of the period before: the data begin on 2 January 2024, too late for it"
        ]
    );
}
