//! `cargo xtask demo`: what a new user sees first.

use anyhow::Result;

use crate::command;

#[derive(clap::Args)]
pub struct Options {
    /// Passed on to `perennial demo`
    #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
    rest: Vec<String>,
}

/// Builds the product as users get it and runs its demo.
///
/// # Errors
/// Where it cannot be built or the demo fails.
pub fn run(options: &Options) -> Result<()> {
    command::run(
        command::cargo(&["run", "--release", "--package", "perennial", "--", "demo"])
            .args(&options.rest),
    )
}
