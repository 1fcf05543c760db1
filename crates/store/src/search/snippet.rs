//! The piece of a text around the words that were looked for.

use std::collections::BTreeSet;

use super::fold::{fold, words};
use super::stems::stems;
use super::terms::{Term, Words};

/// A snippet has so many letters, so many of them before the first word found.
const LENGTH: usize = 160;
const BEFORE: usize = 40;

/// A piece of a text, in parts that were looked for and parts between.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Snippet {
    /// The parts, in order.
    pub parts: Vec<Part>,
    /// Whether the text goes on before it.
    pub is_cut_before: bool,
    /// Whether the text goes on after it.
    pub is_cut_after: bool,
}

/// A part of a snippet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// What it says.
    pub text: String,
    /// Whether it was looked for.
    pub is_match: bool,
}

impl Snippet {
    /// The piece of a text where most would look first: around the first word
    /// that was asked for, else the beginning.
    pub(super) fn of(text: &str, terms: &[Term]) -> Self {
        let sought = Sought::of(terms);
        let found: Vec<(usize, &str)> =
            words(text).filter(|(_, word)| sought.includes(word)).collect();
        let first = found.first().map_or(0, |(at, _)| *at);
        let start = back(text, first, BEFORE);
        let end = forward(text, start, LENGTH);
        let mut snippet =
            Self { parts: Vec::new(), is_cut_before: start > 0, is_cut_after: end < text.len() };
        let mut at = start;
        for (place, word) in found {
            if place + word.len() > end {
                break;
            }
            snippet.push(text.get(at..place), false);
            snippet.push(Some(word), true);
            at = place + word.len();
        }
        snippet.push(text.get(at..end), false);
        snippet
    }

    fn push(&mut self, text: Option<&str>, is_match: bool) {
        if let Some(text) = text.filter(|text| !text.is_empty()) {
            self.parts.push(Part { text: text.to_owned(), is_match });
        }
    }
}

/// What was looked for: stems, and words as they are spelt.
#[derive(Default)]
struct Sought<'t> {
    stems: BTreeSet<&'t str>,
    spelt: BTreeSet<&'t str>,
}

impl<'t> Sought<'t> {
    fn of(terms: &'t [Term]) -> Self {
        let mut sought = Self::default();
        for term in terms {
            match &term.text {
                Words::Any(stems) => sought.stems.extend(stems.iter().map(String::as_str)),
                Words::InOrder(words) => sought.spelt.extend(words.iter().map(String::as_str)),
            }
        }
        sought
    }

    fn includes(&self, word: &str) -> bool {
        self.spelt.contains(fold(word).as_str())
            || stems(word, None).iter().any(|stem| self.stems.contains(stem.as_str()))
    }
}

/// The start of the word so many letters before a place.
fn back(text: &str, from: usize, letters: usize) -> usize {
    let before = text.get(..from).unwrap_or_default();
    let Some((place, _)) = before.char_indices().rev().nth(letters) else { return 0 };
    let gap = before.get(place..).and_then(|rest| rest.find(char::is_whitespace));
    gap.map_or(place, |gap| place + gap).min(from)
}

/// The end of the word before which so many letters have passed.
fn forward(text: &str, from: usize, letters: usize) -> usize {
    let after = text.get(from..).unwrap_or_default();
    let Some((place, _)) = after.char_indices().nth(letters) else { return text.len() };
    let gap = after.get(..place).and_then(|kept| kept.rfind(char::is_whitespace));
    from + gap.filter(|gap| *gap > 0).unwrap_or(place)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::Snippet;
    use crate::search::terms::read;

    fn marked(text: &str, typed: &str) -> String {
        let snippet = Snippet::of(text, &read(typed));
        let before = if snippet.is_cut_before { "…" } else { "" };
        let after = if snippet.is_cut_after { "…" } else { "" };
        let parts = snippet.parts.iter().map(|part| {
            let mark = if part.is_match { ("[", "]") } else { ("", "") };
            format!("{}{}{}", mark.0, part.text, mark.1)
        });
        format!("{before}{}{after}", parts.collect::<String>())
    }

    #[test]
    fn words_found_are_marked_in_any_form() {
        assert_eq!(
            marked("Просил доставку ко вторнику.", "доставка"),
            "Просил [доставку] ко вторнику."
        );
        assert_eq!(marked("So late, very late", "\"very late\""), "So [late], [very] [late]");
    }

    #[test]
    fn a_long_text_is_cut_around_the_first_word() {
        let text = format!("{}the parcel broke {}", "word ".repeat(50), "more ".repeat(50));
        let snippet = marked(&text, "broken parcels");
        assert!(snippet.starts_with("… word"), "{snippet}");
        assert!(snippet.contains("the [parcel] broke more"), "{snippet}");
        assert!(snippet.ends_with("more…"), "{snippet}");
        assert!(snippet.chars().count() < 180, "{snippet}");
    }

    #[test]
    fn where_nothing_is_marked_the_beginning_stands() {
        assert_eq!(marked("Short", "other"), "Short");
    }

    proptest! {
        #[test]
        fn any_text_can_be_cut(text in ".{0,400}", typed in ".{0,20}") {
            let snippet = Snippet::of(&text, &read(&typed));
            let whole: String = snippet.parts.iter().map(|part| part.text.as_str()).collect();
            prop_assert!(text.contains(&whole));
        }
    }
}
