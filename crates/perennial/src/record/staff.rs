//! `perennial user`: who may enter, for whoever has the machine.

use std::io::{self, BufRead as _, IsTerminal as _};

use anyhow::Result;
use domain::office::second_factor;
use domain::office::staff::{self, NewAccount, Password, PasswordHash, StaffError};
use phrases::Phrases;
use store::log::Actor;

use super::arguments::{AddArguments, ResetArguments, UserArguments, UserCommand};
use super::{RecordError, check_is_there, on_runtime, open};
use crate::{Outcome, writing};

/// Adds somebody or gives them a new password.
///
/// # Errors
/// Where that is refused; nothing is changed then.
pub fn run(arguments: &UserArguments, phrases: Phrases) -> Result<Outcome> {
    match &arguments.command {
        UserCommand::Add(add) => self::add(add, phrases),
        UserCommand::Reset(reset) => self::reset(reset, phrases),
    }
}

fn add(arguments: &AddArguments, phrases: Phrases) -> Result<Outcome> {
    let new = NewAccount {
        email: arguments.email.clone(),
        name: arguments.name.clone(),
        role: arguments.role.into(),
        password: Some(password(phrases)?),
    };
    on_runtime(async {
        let db = open(&arguments.at.record).await?;
        db.write(Actor::System, async move |tx| staff::add(tx, &new).await).await?;
        let who = [("email", arguments.email.as_str().into())];
        writing::tell(&phrases.say_with("user-added", &who));
        Ok(Outcome::Done)
    })
}

fn reset(arguments: &ResetArguments, phrases: Phrases) -> Result<Outcome> {
    // Before anybody is asked for a password in vain.
    check_is_there(&arguments.at.record)?;
    let password = password(phrases)?;
    on_runtime(async {
        let db = open(&arguments.at.record).await?;
        let email = arguments.email.clone();
        let lost_device = arguments.second_factor;
        db.write(Actor::System, async move |tx| {
            let account = staff::with_email(tx, &email).await?.ok_or(StaffError::Unknown)?;
            if lost_device {
                second_factor::turn_off(tx, account.id).await?;
            }
            staff::change_password(tx, account.id, &password).await
        })
        .await?;
        let who = [("email", arguments.email.as_str().into())];
        writing::tell(&phrases.say_with("user-reset", &who));
        Ok(Outcome::Done)
    })
}

/// Asks for a new password twice on a terminal, without showing it; else takes
/// the first line of standard input.
fn password(phrases: Phrases) -> Result<PasswordHash> {
    let typed = typed(phrases)?;
    Ok(Password::typed(typed).hash()?)
}

fn typed(phrases: Phrases) -> Result<String, RecordError> {
    if !io::stdin().is_terminal() {
        let mut line = String::new();
        io::stdin().lock().read_line(&mut line).map_err(RecordError::NoPassword)?;
        return Ok(line.trim_end_matches(['\r', '\n']).to_owned());
    }
    let ask = |key| rpassword::prompt_password(phrases.say(key)).map_err(RecordError::NoPassword);
    let first = ask("user-password")?;
    if ask("user-password-again")? == first { Ok(first) } else { Err(RecordError::PasswordsDiffer) }
}
