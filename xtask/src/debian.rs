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
    provide_what(program, packages, || command::answers(program, &["--version"]))
}

/// As [`provide`], for what is not a program on the search path: `is_there`
/// says whether it is there.
///
/// # Errors
/// Where the installation was tried and failed.
pub fn provide_what(program: &str, packages: &[&str], is_there: impl Fn() -> bool) -> Result<bool> {
    if is_there() {
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
    if !is_there() {
        bail!("`{install}` went well, but {program} is still not to be found");
    }
    Ok(true)
}

fn apt_get() -> std::process::Command {
    let mut command = command::program("apt-get");
    command.env("DEBIAN_FRONTEND", "noninteractive");
    command
}

/// Whether this program may do everything.
pub fn is_root() -> bool {
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
