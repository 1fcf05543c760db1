//! The SQL of interactions.

use chrono::{DateTime, Utc};
use kernel::Day;
use store::db::Sql;
use store::{Snapshot, StoreError, Tx, listed};

use super::{
    Due, FollowUp, Interaction, InteractionId, Mention, Mentions, NewInteraction, Wording,
};
use crate::know::customers::CustomerId;
use crate::office::staff::AccountId;
use crate::office::teams::{self, Whose};

/// Whether a row of `interaction`, by the name it has in a statement of whichever
/// room, tells of a contact: `Kind::is_contact` in SQL, where it stands in the
/// text as it is the same for all.
macro_rules! is_contact {
    ($row:literal) => {
        concat!($row, ".kind in ('call', 'meeting', 'visit', 'gift')")
    };
}
pub(crate) use is_contact;

/// Open follow-ups for which something holds.
macro_rules! due {
    ($($which:tt)+) => {
        concat!(
            "select i.id, i.customer, c.name, c.phone, i.kind, i.text, a.name as by,
                i.follow_up_on as \"on\"
             from interaction i join customer c on c.id = i.customer
                left join account a on a.id = i.author
             where i.follow_up_on is not null and not i.follow_up_done and not i.removed and ",
            $($which)+,
            " order by i.follow_up_on, i.id"
        )
    };
}

/// Where `$1` was mentioned and something holds. What holds stands in the text: a
/// value would keep both databases from the index of the unread.
macro_rules! mentions {
    ($which:literal) => {
        concat!(
            "select i.id, i.customer, c.name, i.text, a.name as by, m.at, m.read_at
             from mention m join interaction i on i.id = m.interaction
                join customer c on c.id = i.customer left join account a on a.id = i.author
             where m.account = $1 and not i.removed and ",
            $which,
            " order by m.at desc, m.interaction desc"
        )
    };
}

pub async fn insert(
    tx: &mut Tx<'_>,
    id: InteractionId,
    customer: CustomerId,
    author: Option<AccountId>,
    at: DateTime<Utc>,
    new: &NewInteraction,
) -> Result<(), StoreError> {
    tx.query(
        "insert into interaction (id, customer, author, kind, at, text, follow_up_on)
         values ($1, $2, $3, $4, $5, $6, $7)",
    )
    .bind(id)
    .bind(customer)
    .bind(author)
    .bind(new.kind)
    .bind(at)
    .bind(new.text.clone())
    .bind(new.follow_up)
    .execute()
    .await?;
    Ok(())
}

/// A follow-up on another day is open again.
pub async fn update(tx: &mut Tx<'_>, id: InteractionId, to: &Wording) -> Result<(), StoreError> {
    tx.query(
        "update interaction set kind = $2, at = $3, text = $4,
            follow_up_done = coalesce(follow_up_done and follow_up_on = $5, false),
            follow_up_on = $5
         where id = $1",
    )
    .bind(id)
    .bind(to.kind)
    .bind(to.at)
    .bind(to.text.clone())
    .bind(to.follow_up)
    .execute()
    .await?;
    Ok(())
}

pub async fn set_removed(
    tx: &mut Tx<'_>,
    id: InteractionId,
    removed: bool,
) -> Result<(), StoreError> {
    tx.query("update interaction set removed = $2 where id = $1")
        .bind(id)
        .bind(removed)
        .execute()
        .await?;
    Ok(())
}

pub async fn set_follow_up(
    tx: &mut Tx<'_>,
    id: InteractionId,
    to: FollowUp,
) -> Result<(), StoreError> {
    tx.query("update interaction set follow_up_on = $2, follow_up_done = $3 where id = $1")
        .bind(id)
        .bind(to.on)
        .bind(to.done)
        .execute()
        .await?;
    Ok(())
}

/// By the primary key.
pub async fn interaction(
    snapshot: &mut Snapshot<'_>,
    id: InteractionId,
) -> Result<Option<Interaction>, StoreError> {
    snapshot
        .query(
            "select id, customer, author, kind, at, text, removed, follow_up_on, follow_up_done
             from interaction where id = $1",
        )
        .bind(id)
        .optional()
        .await
}

/// By the index `interaction_of_customer`.
pub async fn of_customer(
    snapshot: &mut Snapshot<'_>,
    customer: CustomerId,
    before: Option<(DateTime<Utc>, InteractionId)>,
    limit: u32,
) -> Result<Vec<Interaction>, StoreError> {
    let beyond = if before.is_some() { "and (at, id) < ($2, $3)" } else { "" };
    let statement = snapshot
        .query(Sql::Composed(format!(
            "select id, customer, author, kind, at, text, removed, follow_up_on, follow_up_done
             from interaction where customer = $1 and not removed {beyond}
             order by at desc, id desc"
        )))
        .bind(customer);
    match before {
        Some((at, id)) => statement.bind(at).bind(id),
        None => statement,
    }
    .at_most(limit)
    .all()
    .await
}

/// By the index `interaction_of_customer`.
pub async fn last_contact(
    snapshot: &mut Snapshot<'_>,
    customer: CustomerId,
) -> Result<Option<Interaction>, StoreError> {
    snapshot
        .query(concat!(
            "select id, customer, author, kind, at, text, removed, follow_up_on, follow_up_done
             from interaction where customer = $1 and not removed and ",
            is_contact!("interaction"),
            " order by at desc, id desc"
        ))
        .bind(customer)
        .at_most(1)
        .optional()
        .await
}

/// By the primary key.
pub async fn present_among(
    snapshot: &mut Snapshot<'_>,
    ids: &[InteractionId],
) -> Result<Vec<Interaction>, StoreError> {
    snapshot
        .query(store::among!(
            "select id, customer, author, kind, at, text, removed, follow_up_on, follow_up_done
             from interaction where not removed and id",
            "$1",
            ""
        ))
        .bind(listed(ids))
        .all()
        .await
}

/// By the index `interaction_to_follow`, for more than one by
/// `interaction_to_follow_by_day`.
pub async fn follow_ups_due(
    snapshot: &mut Snapshot<'_>,
    whose: Whose,
    by: Day,
    limit: u32,
) -> Result<Vec<Due>, StoreError> {
    let by = chrono::NaiveDate::from(by);
    let statement = match whose {
        Whose::Of(who) => {
            snapshot.query(due!("i.follow_up_on <= $1 and i.author = $2")).bind(by).bind(who)
        }
        Whose::OfTeamsOf(who) => snapshot
            .query(due!("i.follow_up_on <= $1 and i.author in ", teams::in_teams_of!("$2")))
            .bind(by)
            .bind(who),
        Whose::Everybodys => snapshot.query(due!("i.follow_up_on <= $1")).bind(by),
    };
    statement.at_most(limit).all().await
}

/// By the index `interaction_to_follow_with`.
pub async fn follow_ups_with(
    snapshot: &mut Snapshot<'_>,
    customer: CustomerId,
    limit: u32,
) -> Result<Vec<Due>, StoreError> {
    snapshot.query(due!("i.customer = $1")).bind(customer).at_most(limit).all().await
}

pub async fn mention(
    tx: &mut Tx<'_>,
    id: InteractionId,
    account: AccountId,
) -> Result<(), StoreError> {
    let now = tx.now();
    tx.query(
        "insert into mention (account, interaction, at) values ($1, $2, $3) on conflict do nothing",
    )
    .bind(account)
    .bind(id)
    .bind(now)
    .execute()
    .await?;
    Ok(())
}

/// False where they were not mentioned there.
pub async fn set_mention_read(
    tx: &mut Tx<'_>,
    id: InteractionId,
    account: AccountId,
    is_read: bool,
) -> Result<bool, StoreError> {
    let now = is_read.then_some(tx.now());
    let known = tx
        .query("update mention set read_at = $3 where account = $1 and interaction = $2")
        .bind(account)
        .bind(id)
        .bind(now)
        .execute()
        .await?;
    Ok(known == 1)
}

/// By the index `mention_of`, the unread ones by `mention_unread`.
pub async fn mentions_of(
    snapshot: &mut Snapshot<'_>,
    who: AccountId,
    which: Mentions,
    limit: u32,
) -> Result<Vec<Mention>, StoreError> {
    let text = match which {
        Mentions::Unread => mentions!("m.read_at is null"),
        Mentions::All => mentions!("true"),
    };
    snapshot.query(text).bind(who).at_most(limit).all().await
}
