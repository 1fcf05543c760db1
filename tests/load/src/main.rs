//! `load fill` writes a made-up business into a record, `load drive` serves one
//! and asks for its pages.

use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;
use std::time::{Duration, Instant};

use anyhow::Result;
use clap::{Args, Parser, Subcommand};
use kernel::SystemClock;
use load::drive::{Drive, Kind};
use load::fill::fill;
use load::made_up::{Business, Size};
use load::trace::{self, Seen};
use store::Db;
use store::db::Place;

#[derive(Parser)]
#[command(
    name = "load",
    about = "A made-up business of any size, and clients who ask for its pages"
)]
struct Arguments {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
#[expect(clippy::large_enum_variant, reason = "there is one of it")]
enum Task {
    /// Write a made-up business into an empty record
    Fill(Fill),
    /// Serve a record that was filled, and ask for its pages
    Drive(Asking),
    /// Look in a trace of system calls whether what was acknowledged had been synced
    Synced {
        /// What `strace -f -y` wrote of a program that served a file of SQLite
        trace: PathBuf,
    },
}

#[derive(Args)]
struct Fill {
    /// The record
    #[arg(help = "The record: a file, or postgres://user@host/database")]
    record: Place,
    /// So many customers
    #[arg(long, default_value_t = 1_000_000)]
    customers: u64,
    /// So many orders
    #[arg(long, default_value_t = 10_000_000)]
    orders: u64,
    /// So many calls, meetings, visits, notes and gifts
    #[arg(long, default_value_t = 5_000_000)]
    interactions: u64,
    /// Another seed is another business
    #[arg(long, default_value_t = 20_261_122)]
    seed: u64,
}

#[derive(Args)]
struct Asking {
    /// The record
    #[arg(help = "The record: a file, or postgres://user@host/database")]
    record: String,
    /// The program that serves it
    #[arg(long, default_value = "target/release/perennial")]
    program: PathBuf,
    /// So many ask at once
    #[arg(long, default_value_t = 16)]
    clients: usize,
    /// For so long
    #[arg(long, default_value_t = 20)]
    seconds: u64,
    /// Only these kinds of requests, instead of the usual mixture
    #[arg(long, value_enum)]
    only: Vec<Kind>,
    /// Kill the program at the end, and look whether all that it had taken is there
    #[arg(long)]
    kill: bool,
    /// Have the program make its review meanwhile, as one that is alone does
    #[arg(long)]
    review: bool,
    /// Another seed asks for others
    #[arg(long, default_value_t = 1)]
    seed: u64,
}

fn main() -> ExitCode {
    match run(Arguments::parse().task) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("load: {error:#}");
            ExitCode::FAILURE
        }
    }
}

/// Returns whether all bars were met.
#[tokio::main]
async fn run(task: Task) -> Result<bool> {
    match task {
        Task::Fill(Fill { record, customers, orders, interactions, seed }) => {
            let began = Instant::now();
            let db = Db::open(&record, Arc::new(SystemClock)).await?;
            let business = Business { seed, size: Size { customers, orders, interactions } };
            fill(&db, business, |done| {
                eprintln!("{:>7.1} s  {done}", began.elapsed().as_secs_f64());
            })
            .await?;
            Ok(true)
        }
        Task::Drive(Asking { record, program, clients, seconds, only, kill, review, seed }) => {
            let lasting = Duration::from_secs(seconds);
            let drive = Drive { record, program, clients, lasting, only, kill, review, seed };
            let report = drive.run().await?;
            print!("{}", report.table());
            Ok(report.is_met())
        }
        Task::Synced { trace } => {
            let trace = String::from_utf8_lossy(&std::fs::read(trace)?).into_owned();
            let Seen { acknowledged, unsynced, syncs } = trace::read(&trace);
            println!(
                "{acknowledged} acknowledged, {syncs} syncs, {unsynced} without a sync before"
            );
            Ok(acknowledged > 0 && unsynced == 0)
        }
    }
}
