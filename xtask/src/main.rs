//! The project's own commands.
//!
//! `cargo xtask demo` shows the product, `test` runs every test, `check` keeps
//! the house in order, `bench` measures its speed and `load` what it bears. One
//! file, or one folder, per command.

mod bench;
mod check;
mod command;
mod debian;
mod demo;
mod load;
mod postgres;
mod test;
mod workspace;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

#[derive(Parser)]
#[command(name = "cargo xtask", about = "The project's own commands")]
struct Arguments {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Reviews a made-up shop and writes the page, as a new user would see it
    Demo(demo::Options),
    /// Measures the speed of the works that must be fast, and of their peers
    Bench(bench::Options),
    /// Serves a made-up business of full size to many people at once, and measures
    Load(load::Options),
    /// Runs every test, installing what the browser tests need where it may
    Test(test::Options),
    /// Formats, lints, rules of the house, licences, links in the documentation
    Check(check::Options),
}

fn main() -> ExitCode {
    let done = match Arguments::parse().task {
        Task::Demo(options) => demo::run(&options),
        Task::Load(options) => load::run(&options),
        Task::Test(options) => test::run(&options),
        Task::Bench(options) => bench::run(&options),
        Task::Check(options) => check::run(&options),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("xtask: {error:#}");
            ExitCode::FAILURE
        }
    }
}
