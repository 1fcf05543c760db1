//! Running other programs from the root of the workspace.

use std::ffi::OsStr;
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};

use crate::workspace;

/// The cargo that runs this program, at the root of the workspace.
///
/// What cargo told this program of its own package is not told on: build scripts
/// ask to be run again when it changes, so that everything standing on them would
/// be built anew whenever `cargo build` and `cargo xtask` take turns.
pub fn cargo(arguments: &[&str]) -> Command {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut command = program(&cargo);
    for (name, _) in std::env::vars_os().filter(|(name, _)| tells_of_a_package(name)) {
        command.env_remove(name);
    }
    command.args(arguments);
    command
}

/// Whether cargo sets the variable for the package it runs a program of.
fn tells_of_a_package(name: &OsStr) -> bool {
    let name = name.as_encoded_bytes();
    name.starts_with(b"CARGO_PKG_") || name.starts_with(b"CARGO_MANIFEST_")
}

/// A program, at the root of the workspace.
pub fn program(name: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new(name);
    command.current_dir(workspace::root());
    command
}

/// Says the command and runs it with this program's own input and output.
///
/// # Errors
/// Where it cannot be started or does not end well.
pub fn run(command: &mut Command) -> Result<()> {
    let said = said(command);
    eprintln!("  $ {said}");
    let status = command.status().with_context(|| format!("cannot start `{said}`"))?;
    if !status.success() {
        bail!("`{said}` failed ({status})");
    }
    Ok(())
}

/// What the command writes to its standard output.
///
/// # Errors
/// Where it cannot be started, does not end well, or does not write text.
pub fn output(command: &mut Command) -> Result<String> {
    let said = said(command);
    let output = command
        .stderr(Stdio::inherit())
        .output()
        .with_context(|| format!("cannot start `{said}`"))?;
    if !output.status.success() {
        bail!("`{said}` failed ({})", output.status);
    }
    String::from_utf8(output.stdout).with_context(|| format!("`{said}` does not write UTF-8"))
}

/// Whether the program is there and answers the arguments well.
pub fn answers(name: &str, arguments: &[&str]) -> bool {
    program(name)
        .args(arguments)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .is_ok_and(|status| status.success())
}

/// The command as a person would type it.
fn said(command: &Command) -> String {
    let name = std::path::Path::new(command.get_program());
    let mut words = vec![name.file_name().unwrap_or(name.as_os_str()).to_string_lossy()];
    words.extend(command.get_args().map(OsStr::to_string_lossy));
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_command_is_said_as_typed() {
        let mut command = Command::new("/somewhere/bin/cargo");
        command.args(["fmt", "--check"]);
        assert_eq!(said(&command), "cargo fmt --check");
    }

    #[test]
    fn cargo_is_not_told_of_the_package_that_calls_it() {
        let dropped: Vec<_> = cargo(&["--version"])
            .get_envs()
            .filter(|(_, value)| value.is_none())
            .map(|(name, _)| name.to_owned())
            .collect();
        for name in ["CARGO_MANIFEST_DIR", "CARGO_PKG_NAME"] {
            assert!(dropped.iter().any(|dropped| dropped == name), "{name} is told on");
        }
        assert!(!dropped.iter().any(|dropped| dropped == "CARGO_TARGET_DIR"), "{dropped:?}");
    }

    #[test]
    fn a_failing_command_is_an_error_that_names_it() {
        let error = run(&mut Command::new("false")).unwrap_err();
        assert!(error.to_string().contains("`false` failed"), "{error}");
    }

    #[test]
    fn a_program_that_is_not_there_does_not_answer() {
        assert!(!answers("no-such-program-here", &["--version"]));
    }
}
