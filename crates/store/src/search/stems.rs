//! What the forms of a word have in common: `доставка` and `доставки`,
//! `livrare` and `livrării`.

use std::collections::BTreeSet;

use frostem::{Algorithm, Stemmer};
use kernel::Language;

use super::fold::{fold, small};

/// The alphabet of a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Script {
    Latin,
    Cyrillic,
    Greek,
    Armenian,
    Other,
}

/// All stems a word may have: the stems of its language, and where that is
/// unknown those of each language that is written so. A word whose accents were
/// left out stems differently from the same word in full, so both stems are
/// given.
pub(super) fn stems(word: &str, language: Option<Language>) -> BTreeSet<String> {
    let (small, folded) = (small(word), fold(word));
    let algorithms = algorithms(script(&folded), language);
    let mut stems = BTreeSet::new();
    for algorithm in algorithms {
        let stemmer = Stemmer::new(*algorithm);
        stems.insert(fold(&stemmer.stem(&folded)));
        if small != folded {
            stems.insert(fold(&stemmer.stem(&small)));
        }
    }
    if stems.is_empty() {
        stems.insert(folded);
    }
    stems.remove("");
    stems
}

fn algorithms(script: Script, language: Option<Language>) -> &'static [Algorithm] {
    match (script, language) {
        (Script::Latin, Some(Language::English)) => &[Algorithm::English],
        (Script::Latin, Some(Language::Romanian)) => &[Algorithm::Romanian],
        (Script::Latin, None | Some(Language::Russian | Language::Greek | Language::Armenian)) => {
            &[Algorithm::English, Algorithm::Romanian]
        }
        (Script::Cyrillic, _) => &[Algorithm::Russian],
        (Script::Greek, _) => &[Algorithm::Greek],
        (Script::Armenian, _) => &[Algorithm::Armenian],
        (Script::Other, _) => &[],
    }
}

/// The script of the first letter; words of two scripts are rare, and found by
/// what they were indexed by all the same.
fn script(word: &str) -> Script {
    match word.chars().find(|letter| letter.is_alphabetic()) {
        Some('a'..='z' | '\u{c0}'..='\u{24f}') => Script::Latin,
        Some('\u{370}'..='\u{3ff}') => Script::Greek,
        Some('\u{400}'..='\u{52f}') => Script::Cyrillic,
        Some('\u{530}'..='\u{58f}') => Script::Armenian,
        _ => Script::Other,
    }
}

#[cfg(test)]
mod tests {
    use kernel::Language;
    use rstest::rstest;

    use super::stems;

    #[rstest]
    #[case(Language::English, &["delivery", "deliveries", "Delivery's"])]
    #[case(Language::Russian, &["доставка", "доставки", "доставку", "ДОСТАВКОЙ"])]
    #[case(Language::Russian, &["ёлки", "елка"])]
    #[case(Language::Romanian, &["livrare", "livrarea"])]
    #[case(Language::Romanian, &["livrări", "livrările", "LIVRĂRILOR", "livrari"])]
    #[case(Language::Romanian, &["întârzieri", "întârziere", "ÎNTÂRZIEREA"])]
    #[case(Language::Greek, &["παράδοση", "παραδοσεις", "ΠΑΡΑΔΟΣΗ"])]
    #[case(Language::Armenian, &["առաքում", "առաքումը", "առաքումներ"])]
    fn forms_of_one_word_share_a_stem(#[case] language: Language, #[case] forms: &[&str]) {
        for form in forms {
            // Who searches does not say in which language.
            let asked = stems(form, None);
            for other in forms {
                let kept = stems(other, Some(language));
                assert!(!kept.is_disjoint(&asked), "{form} {asked:?}, {other} {kept:?}");
            }
        }
    }

    #[rstest]
    #[case("доставка", "доставщик")]
    #[case("general", "generous")]
    #[case("12", "13")]
    fn other_words_do_not(#[case] one: &str, #[case] other: &str) {
        assert!(stems(one, None).is_disjoint(&stems(other, None)));
    }
}
