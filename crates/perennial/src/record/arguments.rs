//! What can be typed after the commands of the record.

use std::net::SocketAddr;

use clap::{Args, Subcommand, ValueEnum};
use domain::office::rights::Role;
use kernel::Language;
use store::db::Place;

/// Where the record is.
#[derive(Debug, Args)]
pub struct RecordArguments {
    /// The record: a file, or postgres://user@host/database
    #[arg(long, value_name = "PLACE", env = "PERENNIAL_RECORD", default_value = "perennial.db")]
    pub record: Place,
    /// The language to speak: en, ru, ro, el, hy [default: the machine's]
    #[arg(long, value_name = "CODE")]
    pub lang: Option<Language>,
}

/// `perennial serve`.
#[derive(Debug, Args)]
pub struct ServeArguments {
    /// Where the record is.
    #[command(flatten)]
    pub at: RecordArguments,
    /// The address and port to listen on
    #[arg(
        long,
        value_name = "ADDRESS",
        env = "PERENNIAL_LISTEN",
        default_value = "127.0.0.1:8010"
    )]
    pub listen: SocketAddr,
    /// People reach it by https, through a proxy that says where they come from
    #[arg(long, env = "PERENNIAL_BEHIND_PROXY")]
    pub behind_proxy: bool,
}

/// `perennial user`.
#[derive(Debug, Args)]
pub struct UserArguments {
    /// What to do.
    #[command(subcommand)]
    pub command: UserCommand,
}

/// The commands of `perennial user`.
#[derive(Debug, Subcommand)]
pub enum UserCommand {
    /// Give somebody an account; the password is asked for, or read from standard input
    Add(AddArguments),
    /// Give somebody a new password and sign them out everywhere
    Reset(ResetArguments),
}

/// `perennial user add`.
#[derive(Debug, Args)]
pub struct AddArguments {
    /// The e-mail address they will sign in with
    pub email: String,
    /// As colleagues know them
    #[arg(long)]
    pub name: String,
    /// What they may do
    #[arg(long, value_enum, default_value_t = RoleName::Agent)]
    pub role: RoleName,
    /// Where the record is.
    #[command(flatten)]
    pub at: RecordArguments,
}

/// `perennial user reset`.
#[derive(Debug, Args)]
pub struct ResetArguments {
    /// The e-mail address they sign in with
    pub email: String,
    /// Where the record is.
    #[command(flatten)]
    pub at: RecordArguments,
}

/// A role, as it is typed.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum RoleName {
    /// Everything
    Owner,
    /// Runs the business
    Manager,
    /// Works with customers
    Agent,
    /// Looks at figures and takes them out
    Analyst,
    /// Looks
    ReadOnly,
}

impl From<RoleName> for Role {
    fn from(name: RoleName) -> Self {
        match name {
            RoleName::Owner => Role::Owner,
            RoleName::Manager => Role::Manager,
            RoleName::Agent => Role::Agent,
            RoleName::Analyst => Role::Analyst,
            RoleName::ReadOnly => Role::ReadOnly,
        }
    }
}

impl UserCommand {
    /// Where the record is.
    pub fn at(&self) -> &RecordArguments {
        match self {
            UserCommand::Add(add) => &add.at,
            UserCommand::Reset(reset) => &reset.at,
        }
    }
}
