//! Names that were mistyped, by the words both spellings become when letters
//! are left out.
//!
//! Each known name is kept under every spelling of it with up to two letters
//! deleted; a mistyped one is looked up under its own deletions, and what is
//! found is checked by its true distance (the symmetric deletion of Garbe's
//! `SymSpell`). Only the beginnings are deleted from, which bounds how many
//! spellings there are: an edit moves what follows by one place at most, so two
//! names within a distance have beginnings within as many deletions.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::RangeInclusive;

use super::skeleton::skeleton;

/// Letters are deleted from so many at the beginning.
const BEGINNING: usize = 7;

/// The beginnings of a skeleton that are kept, in letters: one of fewer is that
/// of too many names, and longer ones meet in their first letters.
const KIN_BEGINNING: RangeInclusive<usize> = 4..=7;

/// How many typos a name of so many letters may have: a shorter one would turn
/// into every other.
pub(super) fn allowed(letters: usize) -> usize {
    match letters {
        0..=3 => 0,
        4..=7 => 1,
        _ => 2,
    }
}

/// How many typos a name of so many letters may have where other words were
/// typed with it, which must fit too: `Clair` is `Clare` with one letter out of
/// its place. Those beyond [`allowed`] are guessed among the names that share a
/// hash with what was typed, which costs no look-up.
pub(super) fn allowed_beside_others(letters: usize) -> usize {
    match letters {
        0..=4 => allowed(letters),
        _ => 2,
    }
}

/// Whether a name with this skeleton may be one whose beginning was typed, by
/// the skeleton of that.
pub(super) fn is_kin_beginning(typed: &str, name: &str) -> bool {
    typed.chars().count() >= *KIN_BEGINNING.start()
        && name.len() > typed.len()
        && name.starts_with(typed)
}

/// The hashes a name is kept under: of its deletions, of its skeleton, and of
/// the beginnings of that.
pub(super) fn hashes(name: &str) -> BTreeSet<i64> {
    let mut hashes = deletions(name);
    if let Some(bones) = skeleton(name) {
        hashes.insert(of_skeleton(&bones));
        let letters: Vec<char> = bones.chars().collect();
        let beginnings = KIN_BEGINNING.filter(|length| *length < letters.len());
        hashes.extend(beginnings.map(|length| of_beginning(&letters[..length])));
    }
    hashes
}

/// The hashes under which names are kept that are meant by what was typed.
pub(super) fn hashes_meant(typed: &str, kin: &BTreeSet<String>) -> BTreeSet<i64> {
    let mut hashes = deletions(typed);
    for bones in kin {
        hashes.insert(of_skeleton(bones));
        let beginning: Vec<char> = bones.chars().take(*KIN_BEGINNING.end()).collect();
        if KIN_BEGINNING.contains(&beginning.len()) {
            hashes.insert(of_beginning(&beginning));
        }
    }
    hashes
}

/// The mark stands in no name, so that no deletion is taken for a skeleton.
fn of_skeleton(bones: &str) -> i64 {
    hash(&['~'].into_iter().chain(bones.chars()).collect::<Vec<_>>())
}

/// With a mark of its own, so that no beginning is taken for a whole.
fn of_beginning(bones: &[char]) -> i64 {
    hash(&[&['^'][..], bones].concat())
}

/// The hashes of what a key becomes by deleting as many letters as it may have
/// typos; none for a key that may have none.
fn deletions(key: &str) -> BTreeSet<i64> {
    let allowed = allowed(key.chars().count());
    if allowed == 0 {
        return BTreeSet::new();
    }
    let mut spellings = BTreeSet::from([key.chars().take(BEGINNING).collect::<Vec<_>>()]);
    for _ in 0..allowed {
        let shorter: Vec<Vec<char>> = spellings.iter().flat_map(|word| shorter(word)).collect();
        spellings.extend(shorter);
    }
    spellings.iter().map(|spelling| hash(spelling)).collect()
}

fn shorter(word: &[char]) -> impl Iterator<Item = Vec<char>> {
    (0..word.len()).map(|place| [&word[..place], &word[place + 1..]].concat())
}

/// FNV-1a: kept in databases, so it must never change. A collision costs a
/// comparison, nothing else.
fn hash(letters: &[char]) -> i64 {
    let text: String = letters.iter().collect();
    let hash = text.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    hash.cast_signed()
}

/// How many letters must be inserted, deleted, replaced or swapped with their
/// neighbour to turn one word into the other (the unrestricted distance of
/// Damerau and Levenshtein; Lowrance & Wagner, 1975).
pub(super) fn distance(one: &str, other: &str) -> usize {
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    let width = other.len() + 2;
    let far = one.len() + other.len();
    // Row and column 0 are a wall that no swap crosses; 1 is the empty word.
    let mut cost = vec![far; (one.len() + 2) * width];
    for row in 0..=one.len() {
        cost[(row + 1) * width + 1] = row;
    }
    for column in 0..=other.len() {
        cost[width + column + 1] = column;
    }
    let mut last_row: BTreeMap<char, usize> = BTreeMap::new();
    for (row, letter) in (1..).zip(&one) {
        let mut last_column = 0;
        for (column, against) in (1..).zip(&other) {
            let swap_row = last_row.get(against).copied().unwrap_or(0);
            let swap_column = last_column;
            let replaced = usize::from(letter != against);
            if replaced == 0 {
                last_column = column;
            }
            let swapped = cost[swap_row * width + swap_column]
                + (row - swap_row - 1)
                + 1
                + (column - swap_column - 1);
            cost[(row + 1) * width + column + 1] = (cost[row * width + column] + replaced)
                .min(cost[(row + 1) * width + column] + 1)
                .min(cost[row * width + column + 1] + 1)
                .min(swapped);
        }
        last_row.insert(*letter, row);
    }
    cost.last().copied().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use rstest::rstest;

    use super::{
        allowed, allowed_beside_others, deletions, distance, hashes, hashes_meant, is_kin_beginning,
    };
    use crate::search::name_key;
    use crate::search::skeleton::{skeleton, skeletons_meant};

    #[rstest]
    #[case("ivanov", "ivanov", 0)]
    #[case("ivanov", "ivnov", 1)]
    #[case("ivanov", "ivaonv", 1)]
    #[case("ivanov", "ivan", 2)]
    #[case("", "abc", 3)]
    // Swapped, and something put in between: the restricted distance says 3.
    #[case("ca", "abc", 2)]
    #[case("kitten", "sitting", 3)]
    fn distances_count_edits(#[case] one: &str, #[case] other: &str, #[case] edits: usize) {
        assert_eq!(distance(one, other), edits);
        assert_eq!(distance(other, one), edits);
    }

    #[test]
    fn short_names_have_no_typos_and_long_ones_few_deletions() {
        assert!(deletions("eva").is_empty());
        assert_eq!(deletions("abcdef").len(), 7);
        assert_eq!(deletions("abcdefghijklmno").len(), 29);
    }

    #[rstest]
    #[case("Акоп", "Հակոբյան")]
    #[case("Hagop", "Акопян")]
    #[case("Бедро", "Petrosyan")]
    #[case("Константиноп", "Konstantinopolskaya")]
    fn a_beginning_meets_the_names_it_is_kin_to(#[case] typed: &str, #[case] name: &str) {
        let (typed, name) = (name_key(typed), name_key(name));
        let kin = skeletons_meant(&typed);
        let bones = skeleton(&name).unwrap();
        assert!(kin.iter().any(|typed| is_kin_beginning(typed, &bones)), "{kin:?} {bones}");
        assert!(!hashes(&name).is_disjoint(&hashes_meant(&typed, &kin)), "{typed} {name}");
    }

    #[rstest]
    #[case("ani", "anian")]
    #[case("akop", "akop")]
    #[case("akopian", "akop")]
    fn few_letters_and_whole_names_begin_no_other(#[case] typed: &str, #[case] name: &str) {
        assert!(!is_kin_beginning(typed, name));
    }

    #[test]
    fn a_letter_out_of_its_place_is_met_where_other_words_speak_for_the_name() {
        let (typed, name) = (name_key("Clair"), name_key("Clare"));
        let edits = distance(&typed, &name);
        assert!(edits > allowed(typed.len()) && edits <= allowed_beside_others(typed.len()));
        assert!(!hashes(&name).is_disjoint(&hashes_meant(&typed, &skeletons_meant(&typed))));
        assert_eq!(allowed_beside_others("anna".len()), allowed("anna".len()));
    }

    proptest! {
        #[test]
        fn names_within_the_allowed_distance_share_a_deletion(
            name in "[a-d]{4,12}",
            edits in prop::collection::vec((0..4_u8, 0..12_usize, "[a-d]"), 1..=2),
        ) {
            let mut typed: Vec<char> = name.chars().collect();
            for (edit, place, letter) in edits {
                let place = place.min(typed.len().saturating_sub(1));
                let letter = letter.chars().next().unwrap();
                match edit {
                    0 => typed.insert(place, letter),
                    1 => typed[place] = letter,
                    2 if typed.len() > 1 => drop(typed.remove(place)),
                    _ if place + 1 < typed.len() => typed.swap(place, place + 1),
                    _ => {}
                }
            }
            let typed: String = typed.into_iter().collect();
            let within = allowed(name.len()).min(allowed(typed.len()));
            prop_assume!(within > 0 && distance(&name, &typed) <= within);
            prop_assert!(!deletions(&name).is_disjoint(&deletions(&typed)), "{name} {typed}");
        }
    }
}
