//! `cargo xtask test`: every test there is.

use anyhow::Result;

use crate::{command, debian, postgres};

/// Everything, with what only tests use (the SQL reference of the measures,
/// made-up reviews).
pub const WORKSPACE: [&str; 2] = ["--workspace", "--all-features"];

/// Random inputs are the same in every run, so that a red run is about the
/// change; set the variable to look elsewhere.
const PROPERTY_SEED: (&str, &str) = ("PROPTEST_RNG_SEED", "20261122");

/// Where the tests find a PostgreSQL to make their databases in.
const POSTGRES: &str = "PERENNIAL_TEST_POSTGRES";

#[derive(clap::Args)]
pub struct Options {
    /// Only tests whose name contains one of these
    filters: Vec<String>,
}

/// Runs the documentation's examples, then every other test.
///
/// # Errors
/// Where something does not build, cannot be installed, or a test fails.
pub fn run(options: &Options) -> Result<()> {
    let browser = debian::provide("chromedriver", &["chromium", "chromium-driver"])?;
    let postgres = postgres::start()?;
    let ready = |mut cargo: std::process::Command| {
        cargo.args(WORKSPACE);
        if browser {
            cargo.env("PERENNIAL_REQUIRE_BROWSER", "1");
        }
        if let Some(postgres) = &postgres {
            cargo.env(POSTGRES, postgres.url());
        }
        if std::env::var_os(PROPERTY_SEED.0).is_none() {
            cargo.env(PROPERTY_SEED.0, PROPERTY_SEED.1);
        }
        cargo
    };

    // Examples in the documentation go first, so that the last lines are the
    // summary of all the rest.
    if options.filters.is_empty() {
        command::run(&mut ready(command::cargo(&["test", "--doc"])))?;
    }
    if command::answers("cargo-nextest", &["nextest", "--version"]) {
        let tests = command::cargo(&["nextest", "run", "--no-fail-fast"]);
        command::run(ready(tests).args(&options.filters))
    } else {
        let tests = command::cargo(&["test", "--lib", "--bins", "--tests", "--no-fail-fast"]);
        command::run(ready(tests).arg("--").args(&options.filters))
    }
}
