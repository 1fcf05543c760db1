mod figures;

use super::*;
use crate::figures::{AuditValue, Note, Why, example};

fn english(review: &Review) -> String {
    render(review, Language::English).unwrap()
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
