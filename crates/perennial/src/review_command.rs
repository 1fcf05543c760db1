//! `perennial review`.

use std::path::{Path, PathBuf};

use anyhow::Result;
use kernel::Clock;
use phrases::Phrases;
use review::Figures;

use crate::arguments::{Format, ReviewArguments};
use crate::customers;
use crate::progress::Progress;
use crate::words::CommandError;
use crate::writing::{self, FileForm};
use crate::{Outcome, reading};

/// Reads the orders, answers the question and puts the review where it is wanted.
pub fn run(arguments: &ReviewArguments, phrases: Phrases, clock: &dyn Clock) -> Result<Outcome> {
    reading::check_has_come(arguments.as_of, "--as-of", clock)?;
    // A name that cannot be written to is said before hours of reading, not after.
    let files = arguments
        .output
        .iter()
        .map(|path| {
            FileForm::of(path).map(|form| (path.as_path(), form)).ok_or_else(|| no_form(path))
        })
        .collect::<Result<Vec<_>, _>>()?;
    if let Some(path) = &arguments.customers {
        writing::check_table(path)?;
    }
    let outputs: Vec<&Path> =
        arguments.output.iter().chain(&arguments.customers).map(PathBuf::as_path).collect();
    let progress = Progress::begin(phrases);
    let (input, as_of) = (&arguments.input, arguments.as_of);
    let read = reading::read(input, &outputs, as_of, &progress, phrases, clock)?;
    let question = arguments.question();
    progress.phase(phrases.say("progress-figures"));
    let mut review = read.figures.review(&question)?;
    if let Some(customers) = &read.customers {
        // What is read as a file leads nowhere: nobody may be serving the record.
        customers.name(&mut review, |_| None);
    }
    let begin_writing = |path: &Path| {
        let file = [("file", path.display().to_string().into())];
        progress.phase(phrases.say_with("progress-writing", &file));
    };
    for (path, form) in files {
        begin_writing(path);
        writing::write(&review, path, form, phrases)?;
    }
    if let Some(path) = &arguments.customers {
        begin_writing(path);
        customers::write(&read.figures, &question, review.currency, path, phrases)?;
    }
    drop(progress);
    if arguments.format.is_some() || arguments.output.is_empty() {
        writing::print(&review, arguments.format.unwrap_or(Format::Terminal), phrases)?;
    }
    for path in outputs.into_iter().chain(input.reading.rejected.as_deref()) {
        writing::tell_written(path, phrases);
    }
    Ok(read.outcome)
}

fn no_form(path: &Path) -> CommandError {
    CommandError::Form(path.display().to_string())
}
