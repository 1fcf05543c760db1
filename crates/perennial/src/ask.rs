//! Asks which of several readings of the files is meant.

use std::io::IsTerminal;

use anyhow::Result;
use dialoguer::Select;
use dialoguer::theme::SimpleTheme;
use documents::orders::{Question, Reading};
use phrases::Phrases;

use crate::words;

/// Whether there is somebody to ask: questions go to standard error and are
/// answered on standard input.
pub fn somebody_is_there() -> bool {
    std::io::stdin().is_terminal() && std::io::stderr().is_terminal()
}

/// The reading the user chose; `None` where they left the question.
pub fn which(
    question: Question,
    readings: &[Reading],
    phrases: Phrases,
) -> Result<Option<&Reading>> {
    let items: Vec<String> =
        readings.iter().map(|reading| words::of_reading(reading, phrases)).collect();
    let chosen = Select::with_theme(&SimpleTheme)
        .with_prompt(words::of_question(question, phrases))
        .items(&items)
        .default(0)
        .interact_opt()?;
    Ok(chosen.and_then(|index| readings.get(index)))
}
