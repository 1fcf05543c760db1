//! Makes the data of `cargo xtask bench` and does the works that are measured
//! in process. A work prints `perennial SECONDS`, then what it found, so that
//! it can be compared with what the peers found.

mod fits;
mod histories;
mod orders;
mod shop;
mod summary;

use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Duration;

use anyhow::Result;
use clap::{Parser, Subcommand, ValueEnum};

#[derive(Parser)]
struct Arguments {
    #[command(subcommand)]
    work: Work,
}

#[derive(Subcommand)]
enum Work {
    /// Writes orders: `customer_id`, `order_date`, amount
    Orders {
        /// How many
        rows: u64,
        /// The CSV file to write
        file: PathBuf,
    },
    /// Writes a shop's export: customers with names, numbered orders
    Shop {
        /// How many orders; customers are a tenth of them
        orders: u64,
        /// The CSV file to write
        file: PathBuf,
    },
    /// Writes simulated histories: x, `t_x`, t
    Histories {
        /// The model they follow
        model: Model,
        /// How many customers
        customers: usize,
        /// The CSV file to write
        file: PathBuf,
    },
    /// Fits a model to a file of histories
    Fit {
        /// The model
        model: Model,
        /// The CSV file to read
        file: PathBuf,
    },
    /// Summarises the customers of a file of orders
    Summary {
        /// The CSV file to read
        file: PathBuf,
    },
    /// Fits BG/NBD to simulated customers of three years of daily cohorts
    FitCohorts {
        /// How many customers
        customers: usize,
    },
}

/// A model of silent customers.
#[derive(Debug, Clone, Copy, ValueEnum)]
enum Model {
    BgNbd,
    ParetoNbd,
}

fn main() -> ExitCode {
    match done(Arguments::parse().work) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("workloads: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn done(work: Work) -> Result<()> {
    match work {
        Work::Orders { rows, file } => orders::write(rows, &file),
        Work::Shop { orders, file } => shop::write(orders, &file),
        Work::Histories { model, customers, file } => {
            histories::write(&file, &histories::one_cohort(model, customers)?)
        }
        Work::Summary { file } => summary::by_book(&file),
        Work::Fit { model, file } => fits::fit(model, &histories::read(&file)?),
        Work::FitCohorts { customers } => {
            fits::fit(Model::BgNbd, &histories::daily_cohorts(customers)?)
        }
    }
}

/// The first line of what a work prints.
fn tell(took: Duration) {
    println!("perennial {:.4}", took.as_secs_f64());
}
