//! Debian's packages, for what tests need beyond Rust.

use anyhow::{Result, bail};

use crate::command;

/// Makes sure that `program` is there: finds it, or installs `packages` where
/// that is allowed (root on a Debian-like system). Returns whether it is there
/// now; where it is not, says what to install.
///
/// # Errors
/// Where the installation was tried and failed.
pub fn provide(program: &str, packages: &[&str]) -> Result<bool> {
    if command::answers(program, &["--version"]) {
        return Ok(true);
    }
    let install = format!("apt-get install --no-install-recommends {}", packages.join(" "));
    if !is_root() || !command::answers("apt-get", &["--version"]) {
        eprintln!(
            "{program} is not here, so its tests are skipped; to run them: `sudo {install}` \
             (on other systems: the packages that hold {program})"
        );
        return Ok(false);
    }
    command::run(apt_get().args(["update", "--quiet"]))?;
    command::run(
        apt_get().args(["install", "--quiet", "--yes", "--no-install-recommends"]).args(packages),
    )?;
    if !command::answers(program, &["--version"]) {
        bail!("`{install}` went well, but {program} does not answer `{program} --version`");
    }
    Ok(true)
}

fn apt_get() -> std::process::Command {
    let mut command = command::program("apt-get");
    command.env("DEBIAN_FRONTEND", "noninteractive");
    command
}

fn is_root() -> bool {
    command::output(command::program("id").arg("-u")).is_ok_and(|id| id.trim() == "0")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_program_that_is_here_is_not_installed_again() {
        assert!(provide("git", &["no-such-package"]).unwrap());
    }
}
