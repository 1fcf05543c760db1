//! Puts a review where the user wants it.

use std::io::{self, Write};
use std::path::Path;

use anyhow::Result;
use documents::whole_file::WholeFile;
use phrases::Phrases;
use review::Review;

use crate::arguments::Format;
use crate::terminal_style;
use crate::words::CommandError;

/// A form a review is written to a file in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileForm {
    /// A page.
    Html,
    /// Every figure.
    Json,
    /// The letter as Markdown.
    Markdown,
}

impl FileForm {
    /// By the extension of the file's name; `None` where it has no known one.
    pub fn of(path: &Path) -> Option<Self> {
        let extension = path.extension()?.to_str()?.to_ascii_lowercase();
        match extension.as_str() {
            "html" | "htm" => Some(Self::Html),
            "json" => Some(Self::Json),
            "md" | "markdown" => Some(Self::Markdown),
            _ => None,
        }
    }
}

/// Prints the review to standard output.
pub fn print(review: &Review, format: Format, phrases: Phrases) -> Result<(), CommandError> {
    let text = match format {
        Format::Terminal => review::terminal::render(review, phrases, terminal_style()),
        Format::Json => review::json::render(review, phrases),
        Format::Md => review::markdown::render(review, phrases),
    };
    say(&text)
}

/// Writes the review to a file, whole or not at all.
pub fn write(review: &Review, path: &Path, form: FileForm, phrases: Phrases) -> Result<()> {
    let text = match form {
        FileForm::Html => review::html::render(review, phrases.language())?,
        FileForm::Json => review::json::render(review, phrases),
        FileForm::Markdown => review::markdown::render(review, phrases),
    };
    write_whole(path, text.as_bytes())
}

/// Writes all of a file or nothing.
pub fn write_whole(path: &Path, bytes: &[u8]) -> Result<()> {
    let write = || {
        let mut file = WholeFile::create(path)?;
        file.write_all(bytes)?;
        file.finish()
    };
    Ok(write().map_err(|error| cannot_write(path, error))?)
}

/// Whether there is a place for a file at `path`, which is worth knowing
/// before hours of work are put into it.
pub fn check_place(path: &Path) -> Result<(), CommandError> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    let wrong = if path.is_dir() {
        io::ErrorKind::IsADirectory
    } else {
        match folder.map(std::fs::metadata) {
            Some(Err(error)) => return Err(cannot_write(path, error)),
            Some(Ok(folder)) if !folder.is_dir() => io::ErrorKind::NotADirectory,
            Some(Ok(_)) | None => return Ok(()),
        }
    };
    Err(cannot_write(path, wrong.into()))
}

/// Whether a table can be written to a file of this name.
pub fn check_table(path: &Path) -> Result<(), CommandError> {
    let extension = path.extension().unwrap_or_default().to_string_lossy().to_ascii_lowercase();
    match extension.as_str() {
        "csv" | "xlsx" | "parquet" => Ok(()),
        _ => Err(CommandError::TableForm(path.display().to_string())),
    }
}

/// That `path` cannot be written, and why.
pub fn cannot_write(path: &Path, source: io::Error) -> CommandError {
    CommandError::CannotWrite { file: path.display().to_string(), source }
}

/// Says something on standard output. That its reader has left, as with
/// `perennial review orders.csv | head`, is no failure of ours.
pub fn say(text: &str) -> Result<(), CommandError> {
    let mut out = io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            Err(CommandError::CannotPrint(error))
        }
        Ok(()) | Err(_) => Ok(()),
    }
}

/// Says something on standard error. That nobody can hear it is no reason to
/// stop the work.
pub fn tell(text: &str) {
    let _unheard = writeln!(io::stderr().lock(), "{text}");
}

/// Says that a file was written.
pub fn tell_written(path: &Path, phrases: Phrases) {
    let file = [("file", path.display().to_string().into())];
    tell(&phrases.say_with("command-written", &file));
}
