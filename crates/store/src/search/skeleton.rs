//! What is left of a name's sound when it passes from one language to the next.
//!
//! `Հակոբ` is `Hakob` in Latin letters and `Акоп` in Russian: the breath is
//! dropped and the voice is lost. A skeleton is a sound without either, and is
//! kept by its hash beside the hashes of typos, and by those of its beginnings,
//! so that names that are kin meet in one look-up: `Акоп` begins `Հակոբյան`. As
//! with typos, whoever is found so is a guess. Pure.

use std::collections::BTreeSet;

/// A skeleton of fewer letters would be that of half of all names.
const SHORTEST: usize = 3;

/// What a breath at the beginning of a name becomes: nothing (`Hakob`, `Акоп`),
/// `г` in Russian (`Hrant`, `Грант`), `ch` in Latin (`Χρήστος`, `Christos`).
const BREATHS: [&str; 3] = ["", "g", "c"];

/// The skeleton of a sound; none of a short one.
pub(super) fn skeleton(sound: &str) -> Option<String> {
    let sound = demotic(sound);
    let mut bare = String::with_capacity(sound.len());
    for letter in sound.chars() {
        let letter = match letter {
            'h' => continue,
            'b' => 'p',
            'd' => 't',
            'g' => 'k',
            'z' => 's',
            other => other,
        };
        // Greek writes `b`, `d` and `g` as a nasal and a stop, and others read
        // both letters: `Αντώνης` is `Adonis` and `Antonis`.
        if matches!(letter, 'p' | 't' | 'k') && bare.ends_with(['m', 'n']) {
            bare.pop();
        }
        if letter.is_ascii_digit() || !bare.ends_with(letter) {
            bare.push(letter);
        }
    }
    (bare.chars().count() >= SHORTEST).then_some(bare)
}

/// The skeletons that a name which sounds so may have in other languages.
pub(super) fn skeletons_meant(sound: &str) -> BTreeSet<String> {
    match sound.strip_prefix(['h', 'g', 'c']) {
        Some(rest) => {
            BREATHS.iter().filter_map(|breath| skeleton(&format!("{breath}{rest}"))).collect()
        }
        None => skeleton(sound).into_iter().collect(),
    }
}

/// The beginnings and ends that learned spellings keep and people do not say:
/// `Γεώργιος` is `Yorgos`, `Ոսկան` is `Voskan`.
fn demotic(sound: &str) -> String {
    let soft = ["ge", "gi"].iter().find_map(|soft| sound.strip_prefix(soft));
    let spoken = match (soft, sound.strip_prefix("vo")) {
        (Some(rest), _) if rest.starts_with(['a', 'o', 'u']) => format!("i{rest}"),
        (_, Some(rest)) => format!("o{rest}"),
        _ => sound.to_owned(),
    };
    match spoken.strip_suffix("ios") {
        Some(stem) => format!("{stem}os"),
        None => spoken,
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::{skeleton, skeletons_meant};
    use crate::search::name_key;

    #[rstest]
    #[case(&["Հակոբ", "Hakob", "Hagop", "Акоп", "Хакоб"])]
    #[case(&["Հակոբյան", "Hakobyan", "Hagopian", "Акопян"])]
    #[case(&["Հովհաննես", "Hovhannes", "Ованес"])]
    #[case(&["Հրանտ", "Hrant", "Грант"])]
    #[case(&["Պետրոս", "Petros", "Bedros", "Петрос"])]
    #[case(&["Խաչատուր", "Khachatur", "Hachadur", "Хачатур"])]
    #[case(&["Ղազարյան", "Ghazaryan", "Казарян"])]
    #[case(&["Ոսկանյան", "Voskanyan", "Восканян"])]
    #[case(&["Γεώργιος", "Georgios", "Yorgos", "Γιώργος", "Giorgos", "Йоргос"])]
    #[case(&["Αντώνης", "Antonis", "Adonis", "Антонис"])]
    #[case(&["Χρήστος", "Christos", "Hristos", "Христос"])]
    #[case(&["Γιάννης", "Giannis", "Yannis", "Яннис"])]
    fn a_name_is_kin_to_itself_in_other_languages(#[case] spellings: &[&str]) {
        for typed in spellings {
            let meant = skeletons_meant(&name_key(typed));
            for known in spellings {
                let known = skeleton(&name_key(known)).unwrap();
                assert!(meant.contains(&known), "{typed}: {known} is not among {meant:?}");
            }
        }
    }

    #[rstest]
    #[case("Hakob", "Hakobyan")]
    #[case("Мария", "Марина")]
    #[case("Anna", "Nana")]
    #[case("Petros", "Pavlos")]
    #[case("K100", "K10")]
    fn other_names_are_not_kin(#[case] one: &str, #[case] other: &str) {
        let known = skeleton(&name_key(other)).unwrap();
        assert!(!skeletons_meant(&name_key(one)).contains(&known));
    }

    #[test]
    fn a_short_sound_has_no_skeleton() {
        assert_eq!(skeleton("eva").as_deref(), Some("eva"));
        assert_eq!(skeleton("aha"), None);
        assert_eq!(skeleton(""), None);
    }
}
