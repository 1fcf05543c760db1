//! What can be typed.

mod input;

use std::net::SocketAddr;
use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use kernel::{Day, Language};
use review::{LostRule, PeriodChoice, Question};

use crate::quantities;
use crate::record::arguments::{
    BackupArguments, DoctorArguments, ImportArguments, RebuildArguments, RestoreArguments,
    ServeArguments, UserArguments, VerifyArguments,
};

pub use input::{InputArguments, ReadingArguments};

/// Tells a business which customers it is losing, what that costs and whom to call today.
#[derive(Debug, Parser)]
#[command(name = "perennial", version, max_term_width = 80)]
#[command(after_help = "Nothing leaves this machine.\n\nExit codes: 0 done, 1 could not, 2 wrong \
                        usage,\n3 done but some rows were refused (they are listed).")]
pub struct Arguments {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Review a made-up shop: the quickest look at what this does
    Demo(DemoArguments),
    /// Review your orders: who left, what it cost, who is leaving, whom to call
    Review(Box<ReviewArguments>),
    /// Fit the models of silent customers and print their parameters
    Fit(FitArguments),
    /// Serve the record of a business in the browser
    Serve(ServeArguments),
    /// Bring customers and orders from files into the record, and take them back
    Import(ImportArguments),
    /// Say who may enter
    User(UserArguments),
    /// Save all of it, while it is served too, and verify what was saved
    Backup(BackupArguments),
    /// Put back what a backup has
    Restore(RestoreArguments),
    /// Check that every byte of a backup is what it was
    Verify(VerifyArguments),
    /// Say what is wrong with the record, or soon will be
    Doctor(DoctorArguments),
    /// Make again from the log what is made from it
    Rebuild(RebuildArguments),
}

/// `perennial review`.
#[derive(Debug, Args)]
#[command(next_help_heading = "Output", after_help = REVIEW_EXAMPLES)]
pub struct ReviewArguments {
    /// Write the review to this file: .html, .json or .md (repeatable)
    #[arg(short, long, value_name = "FILE")]
    pub output: Vec<PathBuf>,
    /// Write one row per customer to this file: .csv, .xlsx or .parquet
    #[arg(long, value_name = "FILE")]
    pub customers: Option<PathBuf>,
    /// Print the review as a letter (terminal), with every figure (json) or as Markdown (md) [default: terminal; nothing with -o]
    #[arg(long, value_enum, hide_possible_values = true)]
    pub format: Option<Format>,
    /// The last day that counts, as 2025-12-31 [default: the last day of the data, or the day before where the orders carry times]
    #[arg(long, value_name = "DATE", help_heading = "Question")]
    pub as_of: Option<Day>,
    /// The period of retention: year (12 months to as-of), quarter or month (the last complete one) or FROM..TO, as 2025-01-01..2026-01-01 (TO is not in it)
    #[arg(long, default_value = "year", value_parser = quantities::period, help_heading = "Question")]
    pub period: PeriodChoice,
    /// Take every customer for lost after this much silence, as 365d or 52w [default: each customer's own limit]
    #[arg(long, value_name = "SPAN", value_parser = quantities::days, allow_hyphen_values = true,
          help_heading = "Question")]
    pub lost_after: Option<u32>,
    /// How far ahead to look for risk and expected orders, as 12m or 2y
    #[arg(long, value_name = "SPAN", default_value = "12m", value_parser = quantities::months,
          allow_hyphen_values = true, help_heading = "Question")]
    pub horizon: u32,
    /// Margin as a share of revenue, as 40% [default: count revenue]
    #[arg(long, value_name = "SHARE", value_parser = quantities::share, allow_hyphen_values = true,
          help_heading = "Question")]
    pub margin: Option<f64>,
    /// The share of the days to hide from the models and foretell, to see how far they can be trusted
    #[arg(long, value_name = "SHARE", default_value = "25%", value_parser = quantities::part,
          allow_hyphen_values = true, help_heading = "Question")]
    pub holdout: f64,
    /// Files.
    #[command(flatten)]
    pub input: InputArguments,
}

const REVIEW_EXAMPLES: &str = "\
Examples:
  perennial review orders.csv
  perennial review shop-2024.csv shop-2025.xlsx -o review.html
  perennial review orders.csv --customers who.xlsx --margin 40%
  perennial review orders.csv --map customer=Client,date=Day,amount=Sum
  gunzip -c orders.csv.gz | perennial review - --format json
  perennial review --data shop.db -o review.html";

/// `perennial fit`.
#[derive(Debug, Args)]
#[command(next_help_heading = "Models", after_help = FIT_EXAMPLES)]
pub struct FitArguments {
    /// Which: all, bg-nbd, mbg-nbd, mbg-cnbd (the best k of 1 to 3), pareto-nbd or gamma-gamma (spend per order)
    #[arg(long, value_enum, default_value = "all", hide_possible_values = true)]
    pub model: ModelChoice,
    /// The last day that counts [default: as for the review]
    #[arg(long, value_name = "DATE")]
    pub until: Option<Day>,
    /// The unit of time of the parameters: day or week
    #[arg(long, value_enum, default_value = "day", hide_possible_values = true)]
    pub unit: Unit,
    /// What to print: terminal (a table) or json
    #[arg(long, value_enum, default_value = "terminal", hide_possible_values = true)]
    pub format: FitFormat,
    /// Files.
    #[command(flatten)]
    pub input: InputArguments,
}

const FIT_EXAMPLES: &str = "\
Example:
  perennial fit orders.csv --model pareto-nbd --until 2025-09-30 --unit week";

/// `perennial demo`.
#[derive(Debug, Args)]
pub struct DemoArguments {
    /// The folder for the shop's orders, its review and its record
    #[arg(short, long, value_name = "FOLDER", default_value = "perennial-demo")]
    pub output: PathBuf,
    /// Another seed, another shop
    #[arg(long, default_value_t = 1)]
    pub seed: u64,
    /// Stop before the record is served
    #[arg(long)]
    pub no_serve: bool,
    /// The address and port to listen on [default: 127.0.0.1:8010, or another port where it is taken]
    #[arg(long, value_name = "ADDRESS", conflicts_with = "no_serve")]
    pub listen: Option<SocketAddr>,
    /// The language to speak: en, ru, ro, el, hy [default: the machine's]
    #[arg(long, value_name = "CODE")]
    pub lang: Option<Language>,
}

/// What `review` prints.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// A letter for the terminal
    Terminal,
    /// Every figure, see docs/review-json.md
    Json,
    /// The letter as Markdown
    Md,
}

/// What `fit` prints.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum FitFormat {
    /// A table
    Terminal,
    /// The `models` part of the review's JSON
    Json,
}

/// Which models `fit` fits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ModelChoice {
    /// All of them
    All,
    /// BG/NBD
    #[value(alias = "bg_nbd")]
    BgNbd,
    /// MBG/NBD
    #[value(alias = "mbg_nbd")]
    MbgNbd,
    /// MBG/CNBD-k, the best k of 1 to 3
    #[value(alias = "mbg_cnbd")]
    MbgCnbd,
    /// Pareto/NBD
    #[value(alias = "pareto_nbd")]
    ParetoNbd,
    /// Gamma–Gamma (spend per order)
    #[value(alias = "gamma_gamma")]
    GammaGamma,
}

/// A unit of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Unit {
    /// Days
    Day,
    /// Weeks of 7 days
    Week,
}

impl Arguments {
    /// The language asked for.
    pub fn language(&self) -> Option<Language> {
        match &self.command {
            Command::Demo(demo) => demo.lang,
            Command::Review(review) => review.input.lang,
            Command::Fit(fit) => fit.input.lang,
            Command::Serve(serve) => serve.whole.at.lang,
            Command::User(user) => user.command.at().lang,
            Command::Import(import) => import.command.lang(),
            Command::Backup(backup) => backup.whole.at.lang,
            Command::Restore(restore) => restore.whole.at.lang,
            Command::Verify(verify) => verify.lang,
            Command::Doctor(doctor) => doctor.whole.at.lang,
            Command::Rebuild(rebuild) => rebuild.at.lang,
        }
    }
}

impl ReviewArguments {
    /// The terms of the review.
    pub fn question(&self) -> Question {
        Question {
            as_of: self.as_of,
            lost_rule: self.lost_after.map_or(LostRule::OwnLimit, |days| LostRule::After { days }),
            period: self.period,
            horizon_months: self.horizon,
            margin: self.margin.unwrap_or(1.0),
            holdout: self.holdout,
            ..Question::default()
        }
    }
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;

    #[test]
    fn the_command_line_holds_together() {
        Arguments::command().debug_assert();
    }
}
