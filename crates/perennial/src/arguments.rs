//! What can be typed.

use std::path::{Path, PathBuf};

use clap::{Args, Parser, Subcommand, ValueEnum};
use documents::orders::ColumnMap;
use kernel::{Currency, Day, Language, Period};
use review::{LostRule, PeriodChoice, Question};

use crate::quantities;

/// Tells a business which customers it is losing, what that costs and whom to call today.
#[derive(Debug, Parser)]
#[command(name = "perennial", version, max_term_width = 100)]
#[command(after_help = "Nothing leaves this machine. Exit codes: 0 done, 1 could not, 2 wrong \
                        usage, 3 done but some rows were refused (they are listed).")]
pub struct Arguments {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// The retention review of a made-up shop: the quickest look at what this does
    Demo(DemoArguments),
    /// The retention review of your orders
    Review(Box<ReviewArguments>),
    /// Fit the models of silent customers and print their parameters
    Fit(FitArguments),
}

/// Which files, and how to read them.
#[derive(Debug, Args)]
pub struct InputArguments {
    /// Files of orders: CSV, TSV, text, XLSX, Parquet, JSON lines, plain or .gz or .zst; globs; - for standard input
    #[arg(required = true, value_name = "FILE")]
    pub files: Vec<String>,
    /// Which column is what, where it is not found by itself: customer=…,date=…,amount=…[,order=,product=,category=,quantity=,price=,currency=,source=,…]
    #[arg(long, value_name = "COLUMNS")]
    pub map: Option<ColumnMap>,
    /// The currency to speak in (default: the one most orders are in)
    #[arg(long, value_name = "CODE")]
    pub currency: Option<Currency>,
    /// Drop rows that repeat another row exactly instead of counting them
    #[arg(long)]
    pub drop_duplicates: bool,
    /// Stop at the first row that cannot be read
    #[arg(long)]
    pub strict: bool,
    /// Write every refused row with its reason to this CSV file
    #[arg(long, value_name = "FILE")]
    pub rejected: Option<PathBuf>,
    /// Memory to stay within; more data than fit are kept in temporary files
    #[arg(long, value_name = "SIZE", default_value = "2GiB", value_parser = quantities::memory,
          allow_hyphen_values = true)]
    pub memory: u64,
    /// The language to speak: en, ru, ro, el, hy (default: the machine's)
    #[arg(long, value_name = "CODE")]
    pub lang: Option<Language>,
}

/// `perennial review`.
#[derive(Debug, Args)]
pub struct ReviewArguments {
    /// Files.
    #[command(flatten)]
    pub input: InputArguments,
    /// Up to and including which day the orders count (default: the last day of the data; the day before it where the orders carry times)
    #[arg(long, value_name = "DATE")]
    pub as_of: Option<Day>,
    /// Take customers for lost after this much silence, the same for all, instead of each customer's own limit
    #[arg(long, value_name = "SPAN", value_parser = quantities::days, allow_hyphen_values = true)]
    pub lost_after: Option<u32>,
    /// The period of retention: year (12 months to as-of), quarter, month (the last complete ones) or FROM..TO (TO not included)
    #[arg(long, default_value = "year", value_parser = period)]
    pub period: PeriodChoice,
    /// How far ahead to look for risk and expected orders
    #[arg(long, value_name = "SPAN", default_value = "12m", value_parser = quantities::months,
          allow_hyphen_values = true)]
    pub horizon: u32,
    /// Margin as a share of revenue (default: money is revenue)
    #[arg(long, value_name = "SHARE", value_parser = quantities::share, allow_hyphen_values = true)]
    pub margin: Option<f64>,
    /// Share of the days to hold out for the backtest
    #[arg(long, value_name = "SHARE", default_value = "25%", value_parser = quantities::part,
          allow_hyphen_values = true)]
    pub holdout: f64,
    /// What to print
    #[arg(long, value_enum)]
    pub format: Option<Format>,
    /// Write the review to this file, by its extension: .html, .json, .md (repeatable)
    #[arg(short, long, value_name = "FILE")]
    pub output: Vec<PathBuf>,
    /// Write one row per customer to this file: .csv, .xlsx or .parquet
    #[arg(long, value_name = "FILE")]
    pub customers: Option<PathBuf>,
}

/// `perennial fit`.
#[derive(Debug, Args)]
pub struct FitArguments {
    /// Files.
    #[command(flatten)]
    pub input: InputArguments,
    /// Which model
    #[arg(long, value_enum, default_value = "all")]
    pub model: ModelChoice,
    /// Up to and including which day the orders count (default as for the review)
    #[arg(long, value_name = "DATE")]
    pub until: Option<Day>,
    /// The unit of time of the parameters
    #[arg(long, value_enum, default_value = "day")]
    pub unit: Unit,
    /// What to print
    #[arg(long, value_enum, default_value = "terminal")]
    pub format: FitFormat,
}

/// `perennial demo`.
#[derive(Debug, Args)]
pub struct DemoArguments {
    /// The folder for the shop's orders and its review
    #[arg(short, long, value_name = "FOLDER", default_value = "perennial-demo")]
    pub output: PathBuf,
    /// The seed of the made-up shop: another seed, another shop
    #[arg(long, default_value_t = 1)]
    pub seed: u64,
    /// Stop before serving (there is nothing to serve yet: the review is printed and written either way)
    #[arg(long)]
    pub no_serve: bool,
    /// The language to speak: en, ru, ro, el, hy (default: the machine's)
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

impl InputArguments {
    /// One file, everything else as where nothing is said.
    pub fn of_file(path: &Path) -> Self {
        Self {
            files: vec![path.display().to_string()],
            map: None,
            currency: None,
            drop_duplicates: false,
            strict: false,
            rejected: None,
            memory: 2 << 30,
            lang: None,
        }
    }
}

impl Arguments {
    /// The language asked for.
    pub fn language(&self) -> Option<Language> {
        match &self.command {
            Command::Demo(demo) => demo.lang,
            Command::Review(review) => review.input.lang,
            Command::Fit(fit) => fit.input.lang,
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
            currency: self.input.currency,
            holdout: self.holdout,
            ..Question::default()
        }
    }
}

fn period(text: &str) -> Result<PeriodChoice, String> {
    match text {
        "year" => Ok(PeriodChoice::Year),
        "quarter" => Ok(PeriodChoice::Quarter),
        "month" => Ok(PeriodChoice::Month),
        _ => {
            let (from, to) = text
                .split_once("..")
                .ok_or("write year, quarter, month or 2025-01-01..2026-01-01")?;
            let day = |text: &str| text.parse::<Day>().map_err(|error| error.to_string());
            Period::new(day(from)?, day(to)?)
                .map(PeriodChoice::Days)
                .map_err(|error| error.to_string())
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

    #[test]
    fn a_period_can_be_spelled_out() {
        assert_eq!(period("quarter"), Ok(PeriodChoice::Quarter));
        let spelled = period("2025-01-01..2026-01-01");
        assert!(matches!(spelled, Ok(PeriodChoice::Days(days)) if days.days() == 365));
        assert!(period("2025-01-01..2025-01-01").is_err());
        assert!(period("fortnight").is_err());
    }
}
