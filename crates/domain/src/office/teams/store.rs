//! The SQL of teams: there are as many as a business has, so they are read
//! whole.

use store::{Snapshot, StoreError, Tx};

use super::{Team, TeamId};
use crate::office::staff::AccountId;

/// Whoever is in a team with somebody, themselves with them, for the statements
/// of other rooms. By the index `team_member_of_account`, then by the primary key.
macro_rules! in_teams_of {
    ($whom:literal) => {
        concat!(
            "(select other.account from team_member mine
                join team_member other on other.team = mine.team
              where mine.account = ",
            $whom,
            ")"
        )
    };
}
pub(crate) use in_teams_of;

/// Each once.
pub async fn colleagues(
    snapshot: &mut Snapshot<'_>,
    account: AccountId,
) -> Result<Vec<AccountId>, StoreError> {
    let text = concat!(
        "select distinct theirs.account from ",
        in_teams_of!("$1"),
        " theirs order by theirs.account"
    );
    let rows: Vec<(AccountId,)> = snapshot.query(text).bind(account).all().await?;
    Ok(rows.into_iter().map(|(account,)| account).collect())
}

pub async fn all(snapshot: &mut Snapshot<'_>) -> Result<Vec<Team>, StoreError> {
    let rows: Vec<(TeamId, String, Option<AccountId>)> = snapshot
        .query(
            "select t.id, t.name, m.account
             from team t left join team_member m on m.team = t.id
             order by t.name, t.id, m.account",
        )
        .all()
        .await?;
    let mut teams: Vec<Team> = Vec::new();
    for (id, name, member) in rows {
        if teams.last().is_none_or(|team| team.id != id) {
            teams.push(Team { id, name, members: Vec::new() });
        }
        if let (Some(team), Some(member)) = (teams.last_mut(), member) {
            team.members.push(member);
        }
    }
    Ok(teams)
}

/// False where another has the name.
pub async fn insert(tx: &mut Tx<'_>, id: TeamId, name: &str) -> Result<bool, StoreError> {
    let done = tx
        .query("insert into team (id, name) values ($1, $2) on conflict (name) do nothing")
        .bind(id)
        .bind(name)
        .execute()
        .await?;
    Ok(done == 1)
}

pub async fn name(snapshot: &mut Snapshot<'_>, id: TeamId) -> Result<Option<String>, StoreError> {
    let row: Option<(String,)> =
        snapshot.query("select name from team where id = $1").bind(id).optional().await?;
    Ok(row.map(|(name,)| name))
}

/// By the unique index of `team.name`.
pub async fn with_name(
    snapshot: &mut Snapshot<'_>,
    name: &str,
) -> Result<Option<TeamId>, StoreError> {
    let row: Option<(TeamId,)> =
        snapshot.query("select id from team where name = $1").bind(name).optional().await?;
    Ok(row.map(|(id,)| id))
}

pub async fn rename(tx: &mut Tx<'_>, id: TeamId, name: &str) -> Result<(), StoreError> {
    tx.query("update team set name = $2 where id = $1").bind(id).bind(name).execute().await?;
    Ok(())
}

pub async fn remove(tx: &mut Tx<'_>, id: TeamId) -> Result<(), StoreError> {
    tx.query("delete from team_member where team = $1").bind(id).execute().await?;
    tx.query("delete from team where id = $1").bind(id).execute().await?;
    Ok(())
}

pub async fn join(tx: &mut Tx<'_>, team: TeamId, who: AccountId) -> Result<(), StoreError> {
    tx.query("insert into team_member (team, account) values ($1, $2) on conflict do nothing")
        .bind(team)
        .bind(who)
        .execute()
        .await?;
    Ok(())
}

pub async fn leave(tx: &mut Tx<'_>, team: TeamId, who: AccountId) -> Result<(), StoreError> {
    tx.query("delete from team_member where team = $1 and account = $2")
        .bind(team)
        .bind(who)
        .execute()
        .await?;
    Ok(())
}
