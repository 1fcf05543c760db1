//! One spelling for a name, however and in whatever alphabet it was written.
//!
//! `Юлия`, `Yulia`, `Julia` and `Iulia` are one name to whoever searches. A name
//! is written in Latin letters (Cyrillic, Greek and Armenian by the sounds of
//! today, as passports do) and then loses what spellings differ in: accents,
//! doubled letters, `y` and `j` for `i`, `ph` for `f`, `x` for `ks`. The key is
//! for finding and is never shown.

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

/// Two letters that are one sound, before single letters are looked at.
const PAIRS: [(&str, &str); 15] = [
    ("ου", "u"),
    ("αι", "e"),
    ("ει", "i"),
    ("οι", "i"),
    ("υι", "i"),
    ("μπ", "b"),
    ("ντ", "d"),
    ("γκ", "g"),
    ("γγ", "g"),
    ("τζ", "dz"),
    ("αυ", "av"),
    ("ευ", "ev"),
    ("ու", "u"),
    ("ый", "i"),
    ("ий", "i"),
];

/// A sound in Latin letters, and the letters of the other alphabets that stand
/// for it.
const SOUNDS: [(&str, &str); 33] = [
    ("a", "аαա"),
    ("b", "бբ"),
    ("g", "гґγգղ"),
    ("d", "дδդ"),
    ("e", "еёэєεեէը"),
    ("z", "зζզ"),
    ("zh", "жժ"),
    ("i", "ийыіїηιυիյ"),
    ("k", "кκկք"),
    ("l", "лλլ"),
    ("m", "мμմ"),
    ("n", "нνն"),
    ("o", "оοωոօ"),
    ("p", "пπպփ"),
    ("r", "рρռր"),
    ("s", "сσςս"),
    ("t", "тτտթ"),
    ("u", "уў"),
    ("v", "вβվւ"),
    ("f", "фφֆ"),
    ("h", "хχխհ"),
    ("ts", "цծց"),
    ("ch", "чճչ"),
    ("sh", "шշ"),
    ("sch", "щ"),
    ("iu", "ю"),
    ("ia", "я"),
    ("th", "θ"),
    ("ks", "ξ"),
    ("ps", "ψ"),
    ("dz", "ձ"),
    ("j", "ջ"),
    ("ev", "և"),
];

/// What one name is spelt with here and another way there, longest first: the
/// right side is the key's.
const SPELLINGS: [(&str, &str); 28] = [
    ("sch", "s"),
    ("tch", "c"),
    ("ch", "c"),
    ("sh", "s"),
    ("zh", "z"),
    ("kh", "h"),
    ("gh", "g"),
    ("ph", "v"),
    ("th", "t"),
    ("ts", "t"),
    ("tz", "t"),
    ("dz", "z"),
    ("dj", "i"),
    ("ck", "k"),
    ("ks", "x"),
    ("ou", "u"),
    ("ya", "ia"),
    ("yu", "iu"),
    ("ye", "e"),
    ("ie", "e"),
    ("iy", "i"),
    ("y", "i"),
    ("j", "i"),
    ("w", "v"),
    ("f", "v"),
    ("q", "k"),
    ("ß", "s"),
    ("ø", "o"),
];

/// The key of one word of a name: small Latin letters and digits, and letters
/// of alphabets this knows nothing of as they are. Empty for a word without
/// letters or digits.
#[must_use]
pub fn name_key(word: &str) -> String {
    let bare: String = word
        .to_lowercase()
        .nfd()
        .filter(|letter| !is_combining_mark(*letter))
        .filter(|letter| letter.is_alphanumeric())
        .collect();
    let paired = replaced(&bare, &PAIRS);
    let mut latin = String::with_capacity(paired.len() + 8);
    for letter in paired.chars() {
        match SOUNDS.iter().find(|(_, letters)| letters.contains(letter)) {
            Some((sound, _)) => latin.push_str(sound),
            // Hard and soft signs are no sounds of their own.
            None if matches!(letter, 'ъ' | 'ь') => {}
            None => latin.push(letter),
        }
    }
    undoubled(&replaced(&latin, &SPELLINGS))
}

/// Replaces from left to right, the first of `table` that fits.
fn replaced(text: &str, table: &[(&str, &str)]) -> String {
    let mut rest = text;
    let mut out = String::with_capacity(text.len());
    while let Some(letter) = rest.chars().next() {
        if let Some((from, to)) = table.iter().find(|(from, _)| rest.starts_with(from)) {
            out.push_str(to);
            rest = &rest[from.len()..];
        } else {
            out.push(letter);
            rest = &rest[letter.len_utf8()..];
        }
    }
    out
}

/// Doubled letters are one; doubled digits are two.
fn undoubled(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        if letter.is_ascii_digit() || !out.ends_with(letter) {
            out.push(letter);
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
