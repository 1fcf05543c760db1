//! Who works at the made-up shop.

use anyhow::Result;
use domain::office::rights::Role;
use domain::office::staff::{self, AccountId, NewAccount};
use store::log::Actor;
use store::{Db, Snapshot};

/// What a colleague does there.
struct Colleague {
    /// What stands before the `@` of their address, and mentions them.
    handle: &'static str,
    name: &'static str,
    role: Role,
}

impl Colleague {
    fn email(&self) -> String {
        format!("{}@coffee.example", self.handle)
    }
}

const COLLEAGUES: [Colleague; 6] = [
    Colleague { handle: "nora", name: "Nora Byrne", role: Role::Owner },
    Colleague { handle: "mihai", name: "Mihai Oprea", role: Role::Manager },
    Colleague { handle: "daria", name: "Дарья Коваль", role: Role::Agent },
    Colleague { handle: "eleni", name: "Ελένη Παππά", role: Role::Agent },
    Colleague { handle: "ani", name: "Անի Սարգսյան", role: Role::Analyst },
    Colleague { handle: "peter", name: "Peter Reid", role: Role::ReadOnly },
];

/// The staff, with their accounts.
pub struct Staff {
    /// Whose shop it is.
    pub owner: AccountId,
    /// Those who look after customers, each with what mentions them.
    pub carers: Vec<(AccountId, &'static str)>,
}

/// Whose shop it is.
///
/// # Errors
/// Where the record cannot be read.
pub async fn owner(snapshot: &mut Snapshot<'_>) -> Result<Option<AccountId>> {
    let owner = staff::with_email(snapshot, &COLLEAGUES[0].email()).await?;
    Ok(owner.map(|owner| owner.id))
}

/// Gives everybody an account. Nobody has a password: who is to come in gets a
/// link.
///
/// # Errors
/// Where the record refuses it.
pub async fn hire(db: &Db) -> Result<Staff> {
    let mut accounts = Vec::new();
    for colleague in &COLLEAGUES {
        let new = NewAccount {
            email: colleague.email(),
            name: colleague.name.to_owned(),
            role: colleague.role,
            password: None,
        };
        let id = db.write(Actor::System, async move |tx| staff::add(tx, &new).await).await?;
        accounts.push((id, colleague.handle));
    }
    Ok(Staff { owner: accounts[0].0, carers: accounts.into_iter().take(4).collect() })
}
