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
pub fn print(review: &Review, format: Format, phrases: Phrases) -> Result<()> {
    let text = match format {
        Format::Terminal => review::terminal::render(review, phrases, terminal_style()),
        Format::Json => review::json::render(review, phrases),
        Format::Md => review::markdown::render(review, phrases),
    };
    let mut out = io::stdout().lock();
    out.write_all(text.as_bytes())?;
    Ok(out.flush()?)
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
    write().map_err(|error| cannot_write(path, &error))
}

/// That `path` cannot be written, and why.
pub fn cannot_write(path: &Path, why: &dyn std::fmt::Display) -> anyhow::Error {
    CommandError::CannotWrite { file: path.display().to_string(), reason: why.to_string() }.into()
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

/// Whether `error` is that nobody reads standard output any more, as with
/// `perennial review orders.csv | head`: no failure of ours.
pub fn reader_left(error: &anyhow::Error) -> bool {
    error.downcast_ref::<io::Error>().is_some_and(|error| error.kind() == io::ErrorKind::BrokenPipe)
}
