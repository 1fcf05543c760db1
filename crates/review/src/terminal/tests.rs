use kernel::Language;

use super::*;
use crate::figures::example::{rich, sparse};

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
    let text = render_models(&rich().models, "week", Phrases::of(Language::English), PLAIN);
    insta::assert_snapshot!(text);
}
