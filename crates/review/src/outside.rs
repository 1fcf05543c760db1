//! Text from outside: what orders and files carry, as safe as our own words.
//!
//! A name may be as long as a file allows, and may carry characters that steer
//! a terminal or turn the direction of what follows. Whoever shows one takes it
//! from here: cut, without steering, and where it is written from right to left
//! isolated, so that it cannot reorder the sentence it stands in.

/// First strong isolate: what follows has its own direction.
const ISOLATE: char = '\u{2068}';
/// The end of an isolate.
const END: char = '\u{2069}';

/// `text` in one piece of a sentence: at most `longest` characters of it, free
/// of steering, and isolated where it is written from right to left.
pub(crate) fn name(text: &str, longest: usize) -> String {
    let short = text.chars().map(|c| if steers(c) { ' ' } else { c });
    let mut named: String = short.clone().take(longest).collect();
    if short.count() > longest {
        named.pop();
        named.push('…');
    }
    if named.chars().any(is_right_to_left) { format!("{ISOLATE}{named}{END}") } else { named }
}

/// `text` without characters that steer: they become spaces, the marks of
/// isolation go without a trace. For where nothing understands them.
pub(crate) fn plain(text: &str) -> String {
    let is_isolation = |c: &char| *c == ISOLATE || *c == END;
    text.chars().filter(|c| !is_isolation(c)).map(|c| if steers(c) { ' ' } else { c }).collect()
}

/// `text` without characters that steer, except for whole isolates.
pub(crate) fn isolated(text: &str) -> String {
    let mut open = 0_usize;
    let is_whole = text.chars().all(|c| {
        match c {
            ISOLATE => open += 1,
            END if open == 0 => return false,
            END => open -= 1,
            _ => {}
        }
        true
    }) && open == 0;
    if !is_whole {
        return plain(text);
    }
    let kept = |c: char| c == ISOLATE || c == END || !steers(c);
    text.chars().map(|c| if kept(c) { c } else { ' ' }).collect()
}

/// Whether a character controls what shows text, or turns the direction of
/// what follows.
fn steers(c: char) -> bool {
    c.is_control()
        || matches!(
            c,
            '\u{61c}'
                | '\u{200e}'
                | '\u{200f}'
                | '\u{2028}'
                | '\u{2029}'
                | '\u{202a}'..='\u{202e}'
                | '\u{2066}'..='\u{2069}'
        )
}

/// Whether a character belongs to a script written from right to left.
fn is_right_to_left(c: char) -> bool {
    matches!(
        c,
        '\u{590}'..='\u{8ff}'
            | '\u{fb1d}'..='\u{fdff}'
            | '\u{fe70}'..='\u{feff}'
            | '\u{10800}'..='\u{10fff}'
            | '\u{1e800}'..='\u{1efff}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_name_is_cut() {
        assert_eq!(name("Ελληνικά", 5), "Ελλη…");
        assert_eq!(name("Ελληνικά", 8), "Ελληνικά");
    }

    #[test]
    fn a_name_from_right_to_left_keeps_its_direction_to_itself() {
        assert_eq!(name("שלום", 80), "\u{2068}שלום\u{2069}");
        assert_eq!(name("a\u{202e}b\u{2069}\u{1b}", 80), "a b  ");
    }

    #[test]
    fn only_whole_isolates_are_left_in_text() {
        assert_eq!(isolated("a \u{2068}b\u{2069} \u{200f}c"), "a \u{2068}b\u{2069}  c");
        assert_eq!(isolated("a\u{2069} \u{2068}b"), "a b");
        assert_eq!(plain("a\u{1b}[31mb\r\n\u{202e}c \u{2068}d\u{2069}"), "a [31mb   c d");
    }
}
