use super::*;
use crate::figures::{
    Alarm, AlarmedCustomer, AuditValue, Cohort, CohortAverage, Evidence, Note, Why, example,
};
use kernel::Month;

fn english(review: &Review) -> String {
    render(review, Language::English).unwrap()
}

fn month(number: i32) -> Month {
    "2025-01-01".parse::<kernel::Day>().unwrap().month().plus(number)
}

/// What a reader sees: the text between the tags, the style aside.
fn text_of(html: &str) -> String {
    let (_, body) = html.split_once("</style>").unwrap();
    let between = body.split('<').filter_map(|part| part.split_once('>').map(|(_, text)| text));
    between.collect::<Vec<_>>().join(" ")
}

/// The section of this id.
fn section_of<'a>(html: &'a str, id: &str) -> &'a str {
    let section = html.split(&format!("<section id=\"{id}\"")).nth(1).unwrap();
    section.split("</section>").next().unwrap()
}

#[test]
fn every_language_says_every_word_of_every_page() {
    for review in [example::rich(), example::sparse()] {
        for language in Language::ALL {
            let html = render(&review, language).unwrap();
            let unsaid = html.split_once('‹').map(|(_, rest)| rest.split_once('›'));
            assert_eq!(unsaid, None, "{language}");
            assert!(html.contains(&format!("<html lang=\"{language}\">")));
            let text = text_of(&html);
            for word in ["NaN", "None", "Some(", "inf "] {
                assert!(!text.contains(word), "{language}: {word}");
            }
        }
    }
}

#[test]
fn the_same_review_gives_the_same_bytes() {
    assert_eq!(english(&example::rich()), english(&example::rich()));
}

#[test]
fn the_page_stands_alone() {
    let html = english(&example::rich());
    assert!(
        html.contains("content=\"default-src 'none'; style-src 'unsafe-inline'; img-src data:;")
    );
    for reach in ["<script", "http:", "https:", "@import", "src=", "javascript:", " on"] {
        let tags = html.split('<').skip(1).filter_map(|tag| tag.split('>').next());
        for tag in tags.filter(|tag| !tag.starts_with("style")) {
            let attributes = tag.split_once(' ').map_or("", |(_, rest)| rest);
            let found = match reach {
                "<script" => tag.starts_with("script"),
                " on" => attributes.split('"').step_by(2).any(|name| name.starts_with(" on")),
                _ => attributes.contains(&format!("=\"{reach}")),
            };
            assert!(!found, "{reach} in <{tag}>");
        }
    }
    let style = html.split_once("<style>").unwrap().1.split_once("</style>").unwrap().0;
    assert!(!style.contains("url(") && !style.contains("@import"));
}

#[test]
fn the_page_stays_light() {
    let rich = english(&example::rich()).len();
    assert!(rich < 300_000, "{rich}");
    let sparse = english(&example::sparse()).len();
    assert!(sparse < 80_000, "{sparse}");
}

#[test]
fn names_from_the_orders_are_text() {
    let mut review = example::rich();
    let hostile = "<script>alert(1)</script>\"onclick=x@y.z";
    review.call_today[0].id = hostile.to_owned();
    review.audit[0].value = AuditValue::Text(hostile.to_owned());
    review.sources[0].value = AuditValue::Text(hostile.to_owned());
    review.input.files[0].name = hostile.to_owned();
    review.input.mapping[0].1 = hostile.to_owned();
    let html = english(&review);
    assert!(!html.contains("<script"));
    assert!(html.contains("&lt;script&gt;alert(1)&lt;/script&gt;&quot;onclick=x<wbr>@y.z"));
}

#[test]
fn a_long_name_is_cut_and_whole_in_its_tooltip() {
    let mut review = example::rich();
    review.call_today[0].id = "ω".repeat(300);
    let html = english(&review);
    assert!(html.contains(&format!("title=\"{}\"", "ω".repeat(300))));
    assert!(html.contains(&format!("<bdi>{}…</bdi>", "ω".repeat(47))));
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
fn no_page_speaks_of_options_of_a_command() {
    let mut review = example::sparse();
    review.notes.push(Note { path: "currency", why: Why::NoCurrency });
    for language in Language::ALL {
        let html = render(&review, language).unwrap();
        let said = text_of(&html);
        for option in ["--map", "--currency", "--customers"] {
            assert!(!said.contains(option), "{language}: {option}");
        }
    }
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

#[test]
fn every_mark_and_every_link_leads_to_a_place_on_the_page() {
    for review in [example::rich(), example::sparse()] {
        let html = english(&review);
        let targets = html.split("href=\"#").skip(1).filter_map(|rest| rest.split('"').next());
        for target in targets {
            assert!(html.contains(&format!("id=\"{target}\"")), "{target}");
        }
    }
    let html = english(&example::rich());
    for table in ["#segments-table", "#audit-table", "#sources-table", "#cohorts"] {
        assert!(html.contains(&format!("<a href=\"{table}\">")), "{table}");
    }
}

#[test]
fn who_has_a_page_is_led_to_in_place_of_the_review_and_nobody_else_is() {
    let mut review = example::rich();
    assert!(!english(&review).contains("target=\"_top\""));
    review.call_today[1].page = Some("/customers/17".to_owned());
    let gone_quiet = review.regulars.gone_quiet.as_mut().unwrap();
    gone_quiet.customers[0].page = Some("/customers/18".to_owned());
    let html = english(&review);
    assert_eq!(html.matches("target=\"_top\"").count(), 2);
    let calls = section_of(&html, "calls");
    assert!(calls.contains("<a href=\"/customers/17\" target=\"_top\"><bdi>"), "{calls}");
    let alarms = section_of(&html, "alarms");
    assert!(alarms.contains("<a href=\"/customers/18\" target=\"_top\"><bdi>"), "{alarms}");
}

#[test]
fn an_empty_review_is_still_a_page() {
    let mut review = example::sparse();
    review.months.clear();
    review.cohorts.clear();
    review.survival.clear();
    review.survival_at.clear();
    review.audit.clear();
    review.sources.clear();
    review.call_today.clear();
    review.notes.clear();
    review.input.files.clear();
    for language in Language::ALL {
        let html = render(&review, language).unwrap();
        assert!(html.ends_with("</html>"), "{language}");
        assert!(!html.contains("<section id=\"limits\""));
    }
}
