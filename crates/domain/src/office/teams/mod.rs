//! Teams: people who work together, by name.
//!
//! The pages of users and of today call it. It writes to the log
//! which teams came and went and who joined and left. A team gives no rights:
//! those are the role's.

mod model;
mod store;
#[cfg(test)]
mod tests;

pub(crate) use self::store::in_teams_of;
pub use model::{
    Team, TeamError, TeamId, TeamJoined, TeamLeft, TeamMade, TeamRemoved, TeamRenamed, Whose,
};

use ::store::log::Subject;
use ::store::{Snapshot, StoreError, Tx};

use crate::office::names;
use crate::office::staff::{self, AccountId};

/// Characters a name may have.
const LONGEST_NAME: usize = 60;

/// Makes a team with nobody in it.
///
/// # Errors
/// Where it has no name, or one that another team has.
pub async fn make(tx: &mut Tx<'_>, name: &str) -> Result<TeamId, TeamError> {
    let name = kept_name(name)?;
    let id: TeamId = tx.new_id();
    if !store::insert(tx, id, &name).await? {
        return Err(TeamError::NameTaken(name));
    }
    tx.append(of(id.into()), &TeamMade { name }).await?;
    Ok(id)
}

/// Gives a team another name.
///
/// # Errors
/// Where there is no such team, or another has the name.
pub async fn rename(tx: &mut Tx<'_>, id: TeamId, name: &str) -> Result<(), TeamError> {
    let to = kept_name(name)?;
    tx.hold(id.into()).await?;
    let from = store::name(tx, id).await?.ok_or(TeamError::Unknown)?;
    if from == to {
        return Ok(());
    }
    if store::with_name(tx, &to).await?.is_some() {
        return Err(TeamError::NameTaken(to));
    }
    store::rename(tx, id, &to).await?;
    tx.append(of(id.into()), &TeamRenamed { from, to }).await?;
    Ok(())
}

/// Removes a team; the people stay.
///
/// # Errors
/// Where there is no such team.
pub async fn remove(tx: &mut Tx<'_>, id: TeamId) -> Result<(), TeamError> {
    tx.hold(id.into()).await?;
    let name = store::name(tx, id).await?.ok_or(TeamError::Unknown)?;
    store::remove(tx, id).await?;
    tx.append(of(id.into()), &TeamRemoved { name }).await?;
    Ok(())
}

/// Puts somebody into exactly these teams.
///
/// # Errors
/// Where there is no such person or team.
pub async fn put_into(
    tx: &mut Tx<'_>,
    account: AccountId,
    teams: &[TeamId],
) -> Result<(), TeamError> {
    tx.hold(account.into()).await?;
    staff::account(tx, account).await?.ok_or(TeamError::Unknown)?;
    let all = store::all(tx).await?;
    if teams.iter().any(|team| all.iter().all(|known| known.id != *team)) {
        return Err(TeamError::Unknown);
    }
    for team in all {
        let (is_in, is_to_be) = (team.members.contains(&account), teams.contains(&team.id));
        match (is_in, is_to_be) {
            (false, true) => {
                store::join(tx, team.id, account).await?;
                tx.append(of(account.into()), &TeamJoined { team: team.name }).await?;
            }
            (true, false) => {
                store::leave(tx, team.id, account).await?;
                tx.append(of(account.into()), &TeamLeft { team: team.name }).await?;
            }
            (true, true) | (false, false) => {}
        }
    }
    Ok(())
}

/// All teams with who is in them, by name.
///
/// # Errors
/// Where the database refuses it.
pub async fn all(snapshot: &mut Snapshot<'_>) -> Result<Vec<Team>, StoreError> {
    store::all(snapshot).await
}

/// Whoever is in a team with somebody, themselves with them.
///
/// # Errors
/// Where the database refuses it.
pub async fn colleagues(
    snapshot: &mut Snapshot<'_>,
    account: AccountId,
) -> Result<Vec<AccountId>, StoreError> {
    store::colleagues(snapshot, account).await
}

/// Whose work is that of somebody's team: where they are in none, everybody
/// works together.
///
/// # Errors
/// Where the database refuses it.
pub async fn whose_are_of_the_team(
    snapshot: &mut Snapshot<'_>,
    account: AccountId,
) -> Result<Whose, StoreError> {
    let is_in_one = all(snapshot).await?.iter().any(|team| team.members.contains(&account));
    Ok(if is_in_one { Whose::OfTeamsOf(account) } else { Whose::Everybodys })
}

fn kept_name(text: &str) -> Result<String, TeamError> {
    names::name(text, LONGEST_NAME).ok_or(TeamError::NoName)
}

fn of(id: uuid::Uuid) -> Subject {
    Subject { id, customer: None }
}
