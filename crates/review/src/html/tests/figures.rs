//! How the figures of each section stand on the page.

use kernel::Month;

use super::{english, section_of, text_of};
use crate::figures::{Alarm, AlarmedCustomer, Cohort, CohortAverage, Evidence, Note, Why, example};

fn month(number: i32) -> Month {
    "2025-01-01".parse::<kernel::Day>().unwrap().month().plus(number)
}

#[test]
fn those_won_back_are_what_is_between_the_end_and_today() {
    let mut review = example::rich();
    let said = "1,026 at the end and 23 won back make";
    let html = english(&review);
    assert!(html.contains(&format!("{said} the 1,049 customers of today.")));
    review.as_of = review.as_of.plus_days(30);
    assert!(english(&review).contains(&format!("{said} 1,049 customers.")));
    review.retention.current.customers.won_back = 0;
    assert!(!english(&review).contains("won back make"));
}

#[test]
fn a_long_alarm_shows_some_and_counts_the_rest() {
    let mut review = example::rich();
    let customer = |k: usize| AlarmedCustomer {
        id: format!("quiet-{k}"),
        page: None,
        at_risk: None,
        evidence: Evidence::GoneQuiet { usual_gap: 18.0, silence: 47, limit: 40.0 },
    };
    let customers = (0..Alarm::SHOWN).map(customer).collect();
    review.regulars.gone_quiet = Some(Alarm { count: 1234, customers });
    let html = english(&review);
    assert_eq!(html.matches("<bdi>quiet-").count(), 25);
    assert!(html.contains("<summary>1,226 more</summary>"));
    assert!(html.contains("and 1,209 more, not listed here"));
    assert!(!html.contains("--customers"), "whoever reads the page may have no command line");
}

#[test]
fn an_alarm_without_a_column_to_watch_says_so_instead_of_nobody() {
    let mut review = example::rich();
    review.regulars.range_stopped = None;
    let why = Why::NoColumn { roles: &["category", "product"] };
    review.notes.push(Note { path: "regulars.range_stopped", why });
    let html = english(&review);
    let alarm = html.split("id=\"alarm-range_stopped\"").nth(1).unwrap();
    let alarm = text_of(&format!("</style>{}", alarm.split("</div>").next().unwrap()));
    assert!(alarm.contains("no column of the orders says it"), "{alarm}");
    assert!(!alarm.contains("Nobody") && !alarm.contains(" 0 "), "{alarm}");
}

#[test]
fn every_figure_of_a_strip_and_every_count_of_retention_has_its_formula() {
    let html = english(&example::rich());
    let figures = html.matches("<dd class=\"value\"").count();
    let strips: usize = html
        .split("<dl class=\"numbers")
        .skip(1)
        .map(|strip| strip.split("</dl>").next().unwrap().matches("popovertarget").count())
        .sum();
    assert!(figures >= 17, "{figures}");
    assert_eq!(strips, figures);
    let retention = section_of(&html, "retention");
    assert_eq!(retention.matches("popovertarget").count(), 17);
}

#[test]
fn a_head_of_the_retention_table_breaks_at_the_dash_alone() {
    let html = english(&example::rich());
    let retention = section_of(&html, "retention");
    let head = "Jun\u{a0}2025\u{a0}– May\u{a0}2026";
    assert!(retention.contains(&format!("<th scope=\"col\">{head}")), "{retention}");
}

#[test]
fn survival_is_said_at_every_age_the_review_has() {
    let review = example::rich();
    let html = english(&review);
    let survival = text_of(&format!("</style>{}", section_of(&html, "survival")));
    assert_eq!(review.survival_at.iter().map(|at| at.months).collect::<Vec<_>>(), [12, 18, 24]);
    for age in ["After 12 ", "After 18 ", "After 24 "] {
        assert!(survival.contains(age), "{age}: {survival}");
    }
}

#[test]
fn groups_of_one_attribute_are_called_by_their_value() {
    let html = english(&example::rich());
    let sources = section_of(&html, "sources");
    assert!(sources.contains("<bdi>Groupon</bdi>") && !sources.contains("Source: "), "{sources}");
    assert!(sources.contains("<th scope=\"col\">Source</th>"));
    assert!(section_of(&html, "audit").contains("<bdi>Source: Groupon</bdi>"));
}

#[test]
fn no_line_breaks_within_an_interval_or_a_span_of_amounts() {
    let html = english(&example::rich());
    let audit = section_of(&html, "audit");
    let glue = "\u{a0}–\u{2060}\u{a0}";
    for span in [format!("2.27 (1.73{glue}2.98)"), format!("$5.00{glue}$18.00")] {
        assert!(audit.contains(&span), "{span}: {audit}");
    }
}

#[test]
fn no_line_of_parameters_begins_with_a_dot() {
    let html = english(&example::rich());
    let models = section_of(&html, "models");
    assert!(models.contains("\u{a0}· ") && !models.contains(" · "));
}

#[test]
fn the_last_week_of_the_backtest_is_as_wide_as_its_days() {
    let weeks = |days| {
        let mut review = example::rich();
        let backtest = review.backtest.as_mut().unwrap();
        backtest.to = backtest.weeks.last().unwrap().from.plus_days(days - 1);
        let html = english(&review);
        let chart = html.split("aria-labelledby=\"weeks-t").nth(1).unwrap();
        let line = chart.split("class=\"line accent\" d=\"").nth(1).unwrap();
        let line = line.split('"').next().unwrap();
        let mut ends = line.rsplit('L').map(|p| p.split(' ').next().unwrap().parse().unwrap());
        let (last, before): (f64, f64) = (ends.next().unwrap(), ends.next().unwrap());
        last - before
    };
    assert!(weeks(1) * 5.0 < weeks(7), "{} {}", weeks(1), weeks(7));
}

#[test]
fn without_amounts_nobody_is_called_for_money() {
    let mut review = example::rich();
    review.has_money = false;
    let html = english(&review);
    let calls = html.split("<section id=\"calls\"").nth(1).unwrap();
    let intro = text_of(&format!("</style>{}", calls.split("</p>").next().unwrap()));
    assert!(intro.contains("orders expected from them") && !intro.contains("margin"), "{intro}");
}

#[test]
fn what_cannot_be_said_is_a_dash_with_its_reason() {
    let html = english(&example::sparse());
    let text = text_of(&html);
    assert!(text.contains('–'));
    assert!(!html.contains("<section id=\"gold\""));
    assert!(html.contains("<section id=\"limits\""));
    assert!(html.contains("class=\"empty\""));
}

#[test]
fn a_cohort_shows_only_months_that_are_over() {
    let mut review = example::rich();
    let cohort = |number, size, shares: &[f64], through| Cohort {
        cohort: month(number),
        size,
        return_in: shares.to_vec(),
        return_or_after: shares.to_vec(),
        complete_through: through,
    };
    review.cohorts = vec![
        cohort(0, 100, &[1.0, 0.50, 0.40], Some(2)),
        cohort(1, 300, &[1.0, 0.10, 0.01], Some(1)),
        cohort(2, 50, &[1.0, 0.02], Some(0)),
        cohort(3, 50, &[1.0], None),
    ];
    review.cohort_average = CohortAverage::over(&review.cohorts);
    let html = english(&review);
    let table = html.split("<section id=\"cohorts\"").nth(1).unwrap();
    let table = table.split("<tbody>").nth(1).unwrap().split("</tbody>").next().unwrap();
    let rows: Vec<Vec<&str>> = table
        .split("<tr>")
        .skip(1)
        .map(|row| {
            row.split("</t").filter_map(|cell| cell.rsplit_once('>').map(|(_, t)| t)).collect()
        })
        .map(|row: Vec<&str>| row.into_iter().skip(1).take(3).collect())
        .collect();
    assert_eq!(rows[0], ["100", "50", "40"]);
    assert_eq!(rows[1], ["300", "10", "not over"]);
    assert_eq!(rows[2], ["50", "not over", ""]);
    assert_eq!(rows[3], ["50", "", ""]);
    assert_eq!(rows[4], ["", "20", "40"]);
}
