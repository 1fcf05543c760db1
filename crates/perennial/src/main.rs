//! Perennial, the customer retention system: the command line.
//!
//! Each command has a file of its own; [`reading`] turns files into the book
//! of orders they all ask, [`writing`] puts a review where the user wants it,
//! and [`words`] says what went wrong in the user's language.

mod arguments;
mod ask;
mod customers;
mod demo;
mod fit;
mod map_line;
mod progress;
mod quantities;
mod reading;
mod record;
mod refused;
mod review_command;
mod words;
mod writing;

use std::ffi::OsString;
use std::io::IsTerminal;
use std::process::ExitCode;

use clap::Parser;
use kernel::{Language, SystemClock};
use phrases::{Asker, Phrases};

use arguments::{Arguments, Command};

/// How a command ended that went to its end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Outcome {
    /// It did what it was asked.
    Done,
    /// So it did, but some rows were refused.
    RowsRefused,
    /// It said why not one model could be fitted.
    NothingFitted,
    /// It found something wrong, and said it.
    FoundWrong,
}

fn main() -> ExitCode {
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) => return say_usage(&error),
    };
    if !matches!(arguments.command, Command::Serve(_)) {
        leave_nothing_when_broken_off();
    }
    let phrases = Phrases::of(arguments.language().unwrap_or_else(machine_language));
    let clock = SystemClock;
    let outcome = match &arguments.command {
        Command::Demo(demo) => demo::run(demo, phrases, &clock),
        Command::Review(review) => review_command::run(review, phrases, &clock),
        Command::Fit(fit) => fit::run(fit, phrases, &clock),
        Command::Serve(serve) => record::serve(serve, phrases),
        Command::User(user) => record::user(user, phrases),
        Command::Import(import) => record::import(import, phrases, &clock),
        Command::Backup(backup) => record::backup(backup, phrases),
        Command::Restore(restore) => record::restore(restore, phrases),
        Command::Verify(verify) => record::verify(verify, phrases),
        Command::Doctor(doctor) => record::doctor(doctor, phrases),
        Command::Rebuild(rebuild) => record::rebuild(rebuild, phrases),
    };
    match outcome {
        Ok(Outcome::Done) => ExitCode::SUCCESS,
        Ok(Outcome::RowsRefused) => ExitCode::from(3),
        Ok(Outcome::NothingFitted | Outcome::FoundWrong) => ExitCode::FAILURE,
        Err(error) => {
            writing::tell(&words::of_error(&error, Asker::Command, phrases));
            ExitCode::from(if words::is_wrong_usage(&error) { 2 } else { 1 })
        }
    }
}

/// Says why the command line cannot be followed, or the help that was asked for.
fn say_usage(error: &clap::Error) -> ExitCode {
    let typed: Vec<_> = std::env::args_os().collect();
    let phrases = Phrases::of(typed_language(&typed).unwrap_or_else(machine_language));
    match words::of_usage(error, phrases) {
        Some(sentence) => {
            writing::tell(&sentence);
            ExitCode::from(2)
        }
        None => error.exit(),
    }
}

/// The language that the command line asks for, even where the rest of it
/// cannot be followed.
fn typed_language(typed: &[OsString]) -> Option<Language> {
    let typed: Vec<&str> = typed.iter().filter_map(|word| word.to_str()).collect();
    let after = typed.windows(2).find(|pair| pair[0] == "--lang").map(|pair| pair[1]);
    let joined = || typed.iter().find_map(|word| word.strip_prefix("--lang="));
    after.or_else(joined)?.parse().ok()
}

/// What a shell says of a command that Ctrl-C ended.
const BROKEN_OFF: i32 = 130;

/// Ctrl-C, a closed terminal and a service manager's end (SIGINT, SIGHUP,
/// SIGTERM) remove the temporary files and end the line that was being shown.
fn leave_nothing_when_broken_off() {
    let end = || {
        documents::temporary::remove_all();
        if std::io::stderr().is_terminal() {
            writing::tell("");
        }
        std::process::exit(BROKEN_OFF)
    };
    // Where it cannot be set the system ends the process, as it always did.
    let _set = ctrlc::set_handler(end);
}

/// The language of the machine's locale, English where we do not speak it.
fn machine_language() -> Language {
    ["LC_ALL", "LC_MESSAGES", "LANG"]
        .into_iter()
        .filter_map(|name| std::env::var(name).ok())
        .find(|locale| !locale.is_empty())
        .and_then(|locale| locale.parse().ok())
        .unwrap_or_default()
}

/// Whether and how wide standard output is dressed up.
fn terminal_style() -> review::terminal::Style {
    let color = std::io::stdout().is_terminal()
        && std::env::var_os("NO_COLOR").is_none_or(|v| v.is_empty());
    review::terminal::Style { color, width: 80 }
}
