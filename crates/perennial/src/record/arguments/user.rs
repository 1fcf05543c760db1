//! What can be typed after `perennial user`.

use clap::{Args, Subcommand, ValueEnum};
use domain::office::rights::Role;

use super::RecordArguments;

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
    /// Give somebody an account; a password of 12 characters or more is asked for, or read from standard input
    Add(AddArguments),
    /// Give somebody a new password of 12 characters or more, asked for likewise, and sign them out everywhere
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
    /// Turn off their second factor as well: for whoever lost the device
    #[arg(long)]
    pub second_factor: bool,
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
