//! One spelling for a name, however and in whatever alphabet it was written.
//!
//! `Юлия`, `Yulia`, `Julia` and `Iulia` are one name to whoever searches. A name
//! is written in Latin letters (Cyrillic, Greek and Armenian by the sounds of
//! today, as passports do) and then loses what spellings differ in: accents,
//! doubled letters, `y` and `j` for `i`, `ph` for `f`, `x` for `ks`. The key is
//! for finding and is never shown.

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

/// What the letters at the front of a word become, and how many they are.
type Spelling = Option<(&'static str, usize)>;

/// A sound in Latin letters, for the letters of the other alphabets that stand for
/// it: two that are one sound before single ones. Hard and soft signs are no sounds
/// of their own.
fn latin(letters: &[char]) -> Spelling {
    Some(match letters {
        ['ο', 'υ', ..] | ['ո', 'ւ', ..] => ("u", 2),
        ['α', 'ι', ..] => ("e", 2),
        ['ε' | 'ο' | 'υ', 'ι', ..] => ("i", 2),
        ['μ', 'π', ..] => ("b", 2),
        ['ν', 'τ', ..] => ("d", 2),
        ['γ', 'κ' | 'γ', ..] => ("g", 2),
        ['τ', 'ζ', ..] => ("dz", 2),
        ['α', 'υ', ..] => ("av", 2),
        ['ε', 'υ', ..] => ("ev", 2),
        ['а' | 'α' | 'ա', ..] => ("a", 1),
        ['б' | 'բ', ..] => ("b", 1),
        ['г' | 'ґ' | 'γ' | 'գ' | 'ղ', ..] => ("g", 1),
        ['д' | 'δ' | 'դ', ..] => ("d", 1),
        ['е' | 'э' | 'є' | 'ε' | 'ե' | 'է' | 'ը', ..] => ("e", 1),
        ['з' | 'ζ' | 'զ', ..] => ("z", 1),
        ['ж' | 'ժ', ..] => ("zh", 1),
        ['и' | 'ы' | 'і' | 'η' | 'ι' | 'υ' | 'ի' | 'յ', ..] => ("i", 1),
        ['к' | 'κ' | 'կ' | 'ք', ..] => ("k", 1),
        ['л' | 'λ' | 'լ', ..] => ("l", 1),
        ['м' | 'μ' | 'մ', ..] => ("m", 1),
        ['н' | 'ν' | 'ն', ..] => ("n", 1),
        ['о' | 'ο' | 'ω' | 'ո' | 'օ', ..] => ("o", 1),
        ['п' | 'π' | 'պ' | 'փ', ..] => ("p", 1),
        ['р' | 'ρ' | 'ռ' | 'ր', ..] => ("r", 1),
        ['с' | 'σ' | 'ς' | 'ս', ..] => ("s", 1),
        ['т' | 'τ' | 'տ' | 'թ', ..] => ("t", 1),
        ['у', ..] => ("u", 1),
        ['в' | 'β' | 'վ' | 'ւ', ..] => ("v", 1),
        ['ф' | 'φ' | 'ֆ', ..] => ("f", 1),
        ['х' | 'χ' | 'խ' | 'հ', ..] => ("h", 1),
        ['ц' | 'ծ' | 'ց', ..] => ("ts", 1),
        ['ч' | 'ճ' | 'չ', ..] => ("ch", 1),
        ['ш' | 'շ', ..] => ("sh", 1),
        ['щ', ..] => ("sch", 1),
        ['ю', ..] => ("iu", 1),
        ['я', ..] => ("ia", 1),
        ['θ', ..] => ("th", 1),
        ['ξ', ..] => ("ks", 1),
        ['ψ', ..] => ("ps", 1),
        ['ձ', ..] => ("dz", 1),
        ['ջ', ..] => ("j", 1),
        ['և', ..] => ("ev", 1),
        ['ъ' | 'ь', ..] => ("", 1),
        _ => return None,
    })
}

/// What one name is spelt with here and another way there, longest first.
fn spelling(letters: &[char]) -> Spelling {
    Some(match letters {
        ['s', 'c', 'h', ..] => ("s", 3),
        ['t', 'c', 'h', ..] => ("c", 3),
        ['c', 'h', ..] => ("c", 2),
        ['s', 'h', ..] => ("s", 2),
        ['z', 'h', ..] | ['d', 'z', ..] => ("z", 2),
        ['k', 'h', ..] => ("h", 2),
        ['g', 'h', ..] => ("g", 2),
        ['p', 'h', ..] => ("v", 2),
        ['t', 'h' | 's' | 'z', ..] => ("t", 2),
        ['c', 'k', ..] => ("k", 2),
        ['k', 's', ..] => ("x", 2),
        ['o', 'u', ..] => ("u", 2),
        ['y', 'a', ..] => ("ia", 2),
        ['y', 'u', ..] => ("iu", 2),
        ['y' | 'i', 'e', ..] => ("e", 2),
        ['i', 'y', ..] | ['d', 'j', ..] => ("i", 2),
        ['y' | 'j', ..] => ("i", 1),
        ['w' | 'f', ..] => ("v", 1),
        ['q', ..] => ("k", 1),
        ['ß', ..] => ("s", 1),
        ['ø', ..] => ("o", 1),
        _ => return None,
    })
}

/// The key of one word of a name: small Latin letters and digits, and letters
/// of alphabets this knows nothing of as they are. Empty for a word without
/// letters or digits.
#[must_use]
pub fn name_key(word: &str) -> String {
    let bare: Vec<char> = word
        .to_lowercase()
        .nfd()
        .filter(|letter| !is_combining_mark(*letter))
        .filter(|letter| letter.is_alphanumeric())
        .collect();
    undoubled(&replaced(&replaced(&bare, latin), spelling))
}

/// Replaces from left to right.
fn replaced(mut letters: &[char], by: fn(&[char]) -> Spelling) -> Vec<char> {
    let mut out = Vec::with_capacity(letters.len() + 8);
    while let [letter, rest @ ..] = letters {
        if let Some((sound, spelt_by)) = by(letters) {
            out.extend(sound.chars());
            letters = &letters[spelt_by..];
        } else {
            out.push(*letter);
            letters = rest;
        }
    }
    out
}

/// Doubled letters are one; doubled digits are two.
fn undoubled(letters: &[char]) -> String {
    let mut out = String::with_capacity(letters.len());
    for letter in letters {
        if letter.is_ascii_digit() || !out.ends_with(*letter) {
            out.push(*letter);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::name_key;

    #[rstest]
    #[case(&["Юлия", "Yulia", "Julia", "Iulia", "Yuliya", "Juliya"])]
    #[case(&["Иванов", "Ivanov", "Ivanoff", "IVANOV"])]
    #[case(&["Вардан", "Վարդան", "Vardan", "Wardan"])]
    #[case(&["Αλέξανδρος", "Alexandros", "Aleksandros"])]
    #[case(&["Χριστόφορος", "Hristoforos", "Khristophoros"])]
    #[case(&["Παπαδόπουλος", "Papadopoulos", "Papadopulos"])]
    #[case(&["Щербаков", "Scherbakov"])]
    #[case(&["Ștefan", "Stefan", "Шtefan"])]
    #[case(&["Գրիգորյան", "Grigoryan", "Григорян"])]
    #[case(&["Anna", "Ana", "Анна", "Άννα", "Աննա"])]
    #[case(&["Müller", "Muller"])]
    #[case(&["Dmitriy", "Dmitry", "Дмитрий", "Dmitri"])]
    fn one_name_has_one_key(#[case] spellings: &[&str]) {
        let keys: Vec<String> = spellings.iter().map(|name| name_key(name)).collect();
        assert!(keys.iter().all(|key| *key == keys[0]), "{spellings:?} → {keys:?}");
    }

    #[rstest]
    #[case("Ivanov", "Petrov")]
    #[case("Мария", "Марина")]
    #[case("A-100", "A-1000")]
    fn other_names_have_other_keys(#[case] one: &str, #[case] other: &str) {
        assert_ne!(name_key(one), name_key(other));
    }

    #[test]
    fn what_is_no_name_has_no_key() {
        assert_eq!(name_key("—"), "");
        assert_eq!(name_key("№ 12"), "12");
        assert_eq!(name_key("山田"), "山田");
    }
}
