use kernel::Language;

use super::*;
use crate::figures::example::{rich, sparse};
use crate::figures::{AuditValue, Why};

const PLAIN: Style = Style { color: false, width: 80 };

#[test]
fn the_letter_reads_well_in_every_language() {
    for language in Language::ALL {
        let letter = render(&rich(), Phrases::of(language), PLAIN);
        insta::assert_snapshot!(format!("rich_{language}"), letter);
    }
    let letter = render(&sparse(), Phrases::of(Language::English), PLAIN);
    insta::assert_snapshot!("sparse_en", letter);
}

#[test]
fn no_line_is_wider_than_the_terminal() {
    for language in Language::ALL {
        for review in [rich(), sparse()] {
            for columns in [80, 100] {
                let style = Style { color: false, width: columns };
                let letter = render(&review, Phrases::of(language), style);
                for line in letter.lines() {
                    assert!(width(line) <= columns, "{language}, {columns}: {line}");
                }
            }
        }
    }
}

#[test]
fn colour_changes_nothing_but_colour() {
    let phrases = Phrases::of(Language::English);
    let colored = render(&rich(), phrases, Style { color: true, ..PLAIN });
    assert!(colored.contains('\u{1b}'));
    let mut plain = String::new();
    for (index, part) in colored.split('\u{1b}').enumerate() {
        plain.push_str(if index == 0 { part } else { part.split_once('m').unwrap().1 });
    }
    let without_ends =
        |text: &str| text.lines().map(|line| line.trim_end().to_owned()).collect::<Vec<_>>();
    assert_eq!(without_ends(&plain), without_ends(&render(&rich(), phrases, PLAIN)));
}

#[test]
fn nothing_is_said_in_keys() {
    for language in Language::ALL {
        for review in [rich(), sparse()] {
            let letter = render(&review, Phrases::of(language), PLAIN);
            assert!(!letter.contains('‹'), "{letter}");
        }
    }
}

#[test]
fn the_models_alone_say_their_unit_of_time() {
    let text = render_models(&rich().models, &[], "week", Phrases::of(Language::English), PLAIN);
    insta::assert_snapshot!(text);
}

#[test]
fn a_model_that_could_not_be_fitted_says_why_unless_it_was_not_asked_for() {
    let models = Models { gamma_gamma: None, ..rich().models };
    let few = Why::TooFew { have: 1, need: 20 };
    let notes = [
        Note { path: "models.gamma_gamma", why: few },
        Note { path: "models.bg_nbd", why: Why::NotAsked },
    ];
    let english = Phrases::of(Language::English);
    let said = |models| render_models(models, &notes, "day", english, PLAIN);
    let text = said(&models);
    assert!(text.contains("Gamma–Gamma: not enough yet (1 of 20)"), "{text}");
    let text = said(&Models::default());
    assert!(text.contains("No model could be fitted."), "{text}");
    assert!(text.contains("Gamma–Gamma: not enough yet (1 of 20)"), "{text}");
    assert!(!text.contains("not asked for"), "{text}");
}

/// Everything a file can smuggle in, in every place that shows text from outside.
#[test]
fn what_needs_a_model_says_that_none_could_be_fitted() {
    let mut review = rich();
    review.call_today.clear();
    review.backtest = None;
    review.regulars.count = 0;
    review.notes = ["call_today", "backtest"].map(|path| Note { path, why: Why::NoModel }).into();
    let letter = render(&review, Phrases::of(Language::English), PLAIN);
    assert!(!letter.contains("Nobody stands out today"), "{letter}");
    assert!(!letter.contains("Not enough days to hide"), "{letter}");
    assert_eq!(letter.matches("no regulars left").count(), 2, "{letter}");
}

fn hostile() -> Review {
    let text = format!("\u{1b}[2J\u{7}\r\n\u{202e}{}\u{0}🌻日本|`<b>", "ab".repeat(5000));
    let mut review = rich();
    for call in &mut review.call_today {
        call.id.clone_from(&text);
    }
    for row in review.audit.iter_mut().chain(&mut review.sources) {
        row.value = AuditValue::Text(text.clone());
        row.attribute.clone_from(&text);
        (row.risk_ratio, row.low, row.high) = (Some(f64::INFINITY), Some(f64::NAN), None);
    }
    for (_, column) in &mut review.input.mapping {
        column.clone_from(&text);
    }
    review.input.files[0].name.clone_from(&text);
    review.cohorts[3].return_in.clear();
    review.months.truncate(1);
    review.survival.truncate(1);
    review
}

#[test]
fn no_text_from_a_file_steers_the_terminal_or_breaks_the_width() {
    for language in Language::ALL {
        let letter = render(&hostile(), Phrases::of(language), PLAIN);
        for line in letter.lines() {
            assert!(width(line) <= PLAIN.width, "{language}: {line}");
            assert!(!line.contains(|c: char| c.is_control() || c == '\u{202e}'), "{line:?}");
        }
    }
}

#[test]
fn a_review_without_anything_still_gives_a_letter() {
    let mut review = sparse();
    review.months.clear();
    review.cohorts.clear();
    review.segments.clear();
    review.notes.clear();
    review.input.files.clear();
    review.input.mapping.clear();
    let letter = render(&review, Phrases::of(Language::English), Style { color: false, width: 0 });
    assert!(letter.lines().all(|line| width(line) <= NARROWEST), "{letter}");
}
