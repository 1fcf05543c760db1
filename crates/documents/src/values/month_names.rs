//! Names of months in the five languages, written out, inflected or cut short.

use super::words::folded;

/// How the names of each month begin, accents aside: no other month of any
/// of the languages begins so.
const STEMS: [&[&str]; 12] = [
    &["jan", "янв", "ian", "ιαν", "հունվ", "հնվ"],
    &["feb", "фев", "φεβ", "փետ", "փտվ"],
    &["mar", "мар", "μαρ", "մարտ", "մրտ"],
    &["apr", "апр", "απρ", "ապր"],
    &["may", "май", "мая", "mai", "μαι", "μαιο", "մայ", "մյս"],
    &["jun", "июн", "iun", "ιουν", "հունիս", "հնս"],
    &["jul", "июл", "iul", "ιουλ", "հուլ", "հլս"],
    &["aug", "авг", "αυγ", "օգոս", "օգս"],
    &["sep", "сен", "σεπ", "սեպ"],
    &["oct", "окт", "οκτ", "հոկ"],
    &["nov", "ноя", "noi", "νοε", "νοεμ", "նոյ"],
    &["dec", "дек", "δεκ", "դեկ"],
];

/// The month 1..=12 a word names.
pub(crate) fn month_of(word: &str) -> Option<u32> {
    let word = folded(word);
    let begins = |stems: &&[&str]| stems.iter().any(|stem| word.starts_with(stem));
    STEMS.iter().position(begins).map(|index| index as u32 + 1)
}

#[cfg(test)]
mod tests {
    use super::month_of;

    #[test]
    fn months_are_known_in_five_languages() {
        let january = ["January", "Jan.", "января", "ianuarie", "Ιανουαρίου", "հունվարի"];
        let may = ["May", "мая", "май", "mai", "Μαΐου", "Μάιος", "մայիսի"];
        let june = ["June", "июня", "iunie", "Ιουνίου", "հունիսի"];
        let november = ["Nov", "ноября", "noiembrie", "Νοεμβρίου", "նոյեմբեր"];
        for (names, month) in [(&january[..], 1), (&may, 5), (&june, 6), (&november, 11)] {
            for name in names {
                assert_eq!(month_of(name), Some(month), "{name}");
            }
        }
        assert_eq!(month_of("Monday"), None);
    }
}
