//! Runs the program as its user would.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::Value;

/// The program in a folder of its own, in English, with nobody to ask.
pub struct Program {
    folder: tempfile::TempDir,
}

impl Program {
    /// In a new, empty folder.
    pub fn new() -> Self {
        Self { folder: tempfile::tempdir().unwrap() }
    }

    /// The folder.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// Puts a file into the folder and tells where.
    pub fn file(&self, name: &str, bytes: impl AsRef<[u8]>) -> PathBuf {
        let path = self.folder().join(name);
        std::fs::write(&path, bytes).unwrap();
        path
    }

    /// What a file of the folder holds.
    pub fn text(&self, name: &str) -> String {
        std::fs::read_to_string(self.folder().join(name)).unwrap()
    }

    /// The program as it will be started.
    pub fn command(&self) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_perennial"));
        command.current_dir(self.folder()).env("LC_ALL", "C").stdin(std::process::Stdio::null());
        command
    }

    /// Runs it.
    pub fn run(&self, arguments: &[&str]) -> Run {
        Run::of(self.command().args(arguments))
    }

    /// The JSON of the review of `files`.
    pub fn review(&self, files: &[&str]) -> Value {
        let mut arguments = vec!["review", "--format", "json"];
        arguments.extend(files);
        self.run(&arguments).json()
    }
}

/// How a run ended.
pub struct Run(Output);

impl Run {
    /// The end of this command.
    pub fn of(command: &mut Command) -> Self {
        Self(command.output().unwrap())
    }

    /// Its exit code.
    pub fn code(&self) -> i32 {
        self.0.status.code().unwrap_or(-1)
    }

    /// Standard output.
    pub fn out(&self) -> String {
        String::from_utf8(self.0.stdout.clone()).unwrap()
    }

    /// Standard error.
    pub fn err(&self) -> String {
        String::from_utf8(self.0.stderr.clone()).unwrap()
    }

    /// Standard output as JSON.
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.out())
            .unwrap_or_else(|error| panic!("{error}: {}\n{}", self.out(), self.err()))
    }
}
