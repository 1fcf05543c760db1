//! Asks which of several readings of the files is meant.
//!
//! A numbered list and a line to type into: it works on every terminal and
//! with every screen reader, and leaves nothing to put right when the user
//! breaks off instead.

use std::io::{self, BufRead, IsTerminal, Write};

use documents::orders::{Question, Reading};
use phrases::Phrases;

use crate::words;

/// Whether there is somebody to ask: questions go to standard error and are
/// answered on standard input.
pub fn somebody_is_there() -> bool {
    io::stdin().is_terminal() && io::stderr().is_terminal()
}

/// The reading the user chose; `None` where they left the question.
pub fn which(
    question: Question,
    readings: &[Reading],
    phrases: Phrases,
) -> io::Result<Option<&Reading>> {
    // Not locked: who breaks off here is still to be answered.
    choose(question, readings, phrases, io::stdin().lock(), io::stderr())
}

fn choose(
    question: Question,
    readings: &[Reading],
    phrases: Phrases,
    mut answers: impl BufRead,
    mut out: impl Write,
) -> io::Result<Option<&Reading>> {
    writeln!(out, "\n{}\n", words::of_question(question, phrases))?;
    for (number, reading) in (1..).zip(readings) {
        writeln!(out, "  {number}  {}", words::of_reading(question, reading, phrases))?;
    }
    writeln!(out)?;
    let prompt = phrases.say_with("question-prompt", &[("count", readings.len().into())]);
    loop {
        write!(out, "{prompt} ")?;
        out.flush()?;
        let mut answer = String::new();
        if answers.read_line(&mut answer)? == 0 {
            writeln!(out)?;
            return Ok(None);
        }
        let chosen = answer.trim().parse::<usize>().ok().and_then(|number| number.checked_sub(1));
        if let Some(reading) = chosen.and_then(|index| readings.get(index)) {
            writeln!(out)?;
            return Ok(Some(reading));
        }
    }
}

#[cfg(test)]
mod tests {
    use kernel::Language;

    use super::*;

    fn readings() -> Vec<Reading> {
        [("date_order=dmy", "2026-05-03"), ("date_order=mdy", "2026-03-05")]
            .into_iter()
            .map(|(map, meaning)| Reading {
                map: map.parse().unwrap(),
                example: "03/05/2026".to_owned(),
                meaning: meaning.to_owned(),
            })
            .collect()
    }

    /// What is chosen by these answers, and what was shown.
    fn asked(answers: &str) -> (Option<Reading>, String) {
        let mut shown = Vec::new();
        let readings = readings();
        let english = Phrases::of(Language::English);
        let chosen =
            choose(Question::DateOrder, &readings, english, answers.as_bytes(), &mut shown);
        (chosen.unwrap().cloned(), String::from_utf8(shown).unwrap())
    }

    #[test]
    fn each_reading_is_shown_with_what_it_makes_of_the_same_value() {
        let (chosen, shown) = asked("2\n");
        assert_eq!(chosen, readings().pop());
        assert!(shown.contains("1  “03/05/2026” is 3 May 2026"), "{shown}");
        assert!(shown.contains("2  “03/05/2026” is 5 March 2026"), "{shown}");
    }

    #[test]
    fn what_is_no_number_of_a_reading_is_asked_again() {
        let (chosen, shown) = asked("0\n3\nwhat?\n\n1\n");
        assert_eq!(chosen, readings().into_iter().next());
        assert_eq!(shown.matches("1 to 2").count(), 5, "{shown}");
    }

    #[test]
    fn the_question_can_be_left() {
        assert_eq!(asked("").0, None);
    }
}
