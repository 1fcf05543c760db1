//! The SQL of the review.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use kernel::{Currency, Day, Language};
use store::db::Statement;
use store::{Snapshot, StoreError, Tx, listed};

use super::{Alarmed, Made, Score, Unheard};
use crate::know::customers::{CustomerId, Marketing};
use crate::know::interactions;
use crate::office::staff::AccountId;
use crate::office::teams::{self, Whose};

/// By the primary key.
pub async fn among(
    snapshot: &mut Snapshot<'_>,
    customers: &[CustomerId],
) -> Result<Vec<Score>, StoreError> {
    if customers.is_empty() {
        return Ok(Vec::new());
    }
    snapshot
        .query(store::among!(
            "select customer, standing, segment, orders, last_on, spent, value, value_low,
                value_high, p_alive, risk, at_risk, alarm, reason, risks
             from customer_score where customer",
            "$1",
            ""
        ))
        .bind(listed(customers))
        .all()
        .await
}

#[derive(store::Row)]
pub struct GlanceRow {
    pub customer: CustomerId,
    pub standing: String,
    pub risk: Option<f64>,
    pub at_risk: Option<i64>,
    pub currency: Option<String>,
}

/// By the primary keys; of the review there is one row at most. Of those who object to
/// marketing nothing is said.
pub async fn glances(
    snapshot: &mut Snapshot<'_>,
    customers: &[CustomerId],
) -> Result<Vec<GlanceRow>, StoreError> {
    snapshot
        .query(store::among!(
            "select s.customer, s.standing, s.risk, s.at_risk,
                (select currency from review) as currency
             from customer_score s cross join customer c
             where s.customer = c.id and (c.marketing is null or c.marketing <> $1)
                and s.customer",
            "$2",
            ""
        ))
        .bind(Marketing::Objection.word())
        .bind(listed(customers))
        .all()
        .await
}

/// Who looks after those of whom something is said already is kept by
/// [`set_owner`], whoever else writes at the same time.
pub async fn upsert(
    tx: &mut Tx<'_>,
    scores: &[Score],
    owners: &BTreeMap<CustomerId, AccountId>,
) -> Result<(), StoreError> {
    let into = "customer_score (customer, standing, segment, orders, last_on, spent, value,
        value_low, value_high, p_alive, risk, at_risk, alarm, reason, risks, owner)";
    let becomes = "(customer) do update set standing = excluded.standing,
        segment = excluded.segment, orders = excluded.orders, last_on = excluded.last_on,
        spent = excluded.spent, value = excluded.value, value_low = excluded.value_low,
        value_high = excluded.value_high, p_alive = excluded.p_alive, risk = excluded.risk,
        at_risk = excluded.at_risk, alarm = excluded.alarm, reason = excluded.reason,
        risks = excluded.risks";
    tx.upsert_all(into, 16, becomes, scores, |values, score: &Score| {
        values
            .bind(score.customer)
            .bind(score.standing.as_str())
            .bind(score.segment.as_str())
            .bind(score.orders)
            .bind(score.last_on)
            .bind(score.spent)
            .bind(score.value)
            .bind(score.value_low)
            .bind(score.value_high)
            .bind(score.p_alive)
            .bind(score.risk)
            .bind(score.at_risk)
            .bind(score.alarm.as_deref())
            .bind(score.reason.as_deref())
            .bind(score.risks.as_str())
            .bind(owners.get(&score.customer).copied())
    })
    .await
}

/// By the index `score_lost`.
pub async fn is_anybody_lost(snapshot: &mut Snapshot<'_>) -> Result<bool, StoreError> {
    let lost: Option<(CustomerId,)> = snapshot
        .query("select customer from customer_score where standing = 'lost' limit 1")
        .optional()
        .await?;
    Ok(lost.is_some())
}

/// By the primary key; nothing where nothing is said of the customer.
pub async fn set_owner(
    tx: &mut Tx<'_>,
    customer: CustomerId,
    owner: Option<AccountId>,
) -> Result<(), StoreError> {
    tx.query("update customer_score set owner = $2 where customer = $1")
        .bind(customer)
        .bind(owner)
        .execute()
        .await?;
    Ok(())
}

/// By the primary key.
pub async fn scored_after(
    snapshot: &mut Snapshot<'_>,
    after: Option<CustomerId>,
    limit: u32,
) -> Result<Vec<CustomerId>, StoreError> {
    let after = after.unwrap_or(CustomerId(uuid::Uuid::nil()));
    let rows: Vec<(CustomerId,)> = snapshot
        .query("select customer from customer_score where customer > $1 order by customer")
        .bind(after)
        .at_most(limit)
        .all()
        .await?;
    Ok(rows.into_iter().map(|(customer,)| customer).collect())
}

pub async fn forget(tx: &mut Tx<'_>, customers: &[CustomerId]) -> Result<(), StoreError> {
    tx.query(store::among!("delete from customer_score where customer", "$1", ""))
        .bind(listed(customers))
        .execute()
        .await?;
    Ok(())
}

pub async fn withdraw(tx: &mut Tx<'_>) -> Result<(), StoreError> {
    tx.query("delete from review").execute().await?;
    tx.query("delete from review_page").execute().await?;
    tx.query("delete from customer_score").execute().await?;
    Ok(())
}

pub async fn set_made(tx: &mut Tx<'_>, made: &Made) -> Result<(), StoreError> {
    tx.query(
        "insert into review
            (one, as_of, made_at, took_ms, made_of, currency, horizon_months, value_months)
         values (1, $1, $2, $3, $4, $5, $6, $7)
         on conflict (one) do update set as_of = excluded.as_of, made_at = excluded.made_at,
            took_ms = excluded.took_ms, made_of = excluded.made_of, currency = excluded.currency,
            horizon_months = excluded.horizon_months, value_months = excluded.value_months",
    )
    .bind(NaiveDate::from(made.as_of))
    .bind(made.at)
    .bind(made.took.num_milliseconds())
    .bind(made.of.clone())
    .bind(made.currency.to_string())
    .bind(i64::from(made.horizon_months))
    .bind(i64::from(made.value_months))
    .execute()
    .await?;
    Ok(())
}

pub async fn set_page(tx: &mut Tx<'_>, language: Language, html: &str) -> Result<(), StoreError> {
    tx.query(
        "insert into review_page (language, html) values ($1, $2)
         on conflict (language) do update set html = excluded.html",
    )
    .bind(language.code())
    .bind(html)
    .execute()
    .await?;
    Ok(())
}

type MadeRow = (NaiveDate, DateTime<Utc>, i64, String, String, i64, i64);

/// There is one row at most.
pub async fn made(snapshot: &mut Snapshot<'_>) -> Result<Option<Made>, StoreError> {
    let row: Option<MadeRow> = snapshot
        .query(
            "select as_of, made_at, took_ms, made_of, currency, horizon_months, value_months
             from review",
        )
        .optional()
        .await?;
    Ok(row.map(|(as_of, at, took_ms, of, currency, horizon_months, value_months)| Made {
        as_of: Day::from(as_of),
        at,
        took: TimeDelta::try_milliseconds(took_ms).unwrap_or_default(),
        of,
        currency: currency.parse().unwrap_or(Currency::NONE),
        horizon_months: u32::try_from(horizon_months).unwrap_or_default(),
        value_months: u32::try_from(value_months).unwrap_or_default(),
    }))
}

/// By the primary key.
pub async fn page(
    snapshot: &mut Snapshot<'_>,
    language: Language,
) -> Result<Option<String>, StoreError> {
    let row: Option<(String,)> = snapshot
        .query("select html from review_page where language = $1")
        .bind(language.code())
        .optional()
        .await?;
    Ok(row.map(|(html,)| html))
}

#[derive(store::Row)]
struct AlarmedRow {
    name: String,
    phone: Option<String>,
    #[row(flatten)]
    score: Score,
}

/// Those with an alarm who do not object (`$1`), who have not ordered since one moment
/// (`$2`) and with whom nobody was in contact since another that is no later (`$3`), and of whose scores something holds. Scores are read first: the
/// cross join has SQLite keep to it. What happened is asked for one by one, by the
/// indexes `interaction_of_customer` and `orders_of_customer`: of an `exists`
/// PostgreSQL may read all there is.
macro_rules! alarmed {
    ($which:literal) => {
        concat!(
            "select c.name, c.phone, s.customer, s.standing, s.segment, s.orders, s.last_on, s.spent,
                s.value, s.value_low, s.value_high, s.p_alive, s.risk, s.at_risk, s.alarm,
                s.reason, s.risks
             from customer_score s cross join customer c
             where s.customer = c.id and s.alarm is not null and s.at_risk is not null
                and (c.marketing is null or c.marketing <> $1)
                and (c.seen_at < $2 or coalesce((
                    select max(o.placed_at) from orders o where o.customer = s.customer
                ) < $2, true))
                and coalesce((
                    select max(i.at) from interaction i
                    where i.customer = s.customer and not i.removed and ",
            interactions::is_contact!("i"),
            "   ) < $3, true)",
            $which,
            " order by s.at_risk desc, s.customer desc"
        )
    };
}

/// Of each of whom it is asked no more than are shown.
pub async fn alarmed(
    snapshot: &mut Snapshot<'_>,
    whose: Whose,
    unheard: Unheard,
    limit: u32,
) -> Result<Vec<Alarmed>, StoreError> {
    let owners = match whose {
        Whose::Everybodys => return alarmed_of_everybody(snapshot, unheard, limit).await,
        Whose::Of(who) => vec![who],
        Whose::OfTeamsOf(who) => teams::colleagues(snapshot, who).await?,
    };
    let mut alarmed = alarmed_of_nobody(snapshot, unheard, limit).await?;
    for owner in owners {
        alarmed.extend(alarmed_of(snapshot, owner, unheard, limit).await?);
    }
    alarmed.sort_by_key(|of| Reverse((of.score.at_risk, of.score.customer)));
    alarmed.truncate(limit as usize);
    Ok(alarmed)
}

/// By the index `score_alarmed`, backwards.
async fn alarmed_of_everybody(
    snapshot: &mut Snapshot<'_>,
    unheard: Unheard,
    limit: u32,
) -> Result<Vec<Alarmed>, StoreError> {
    let statement = unheard_of(snapshot.query(alarmed!("")), unheard);
    rows(statement.at_most(limit)).await
}

/// By the index `score_alarmed_of_nobody`, backwards.
async fn alarmed_of_nobody(
    snapshot: &mut Snapshot<'_>,
    unheard: Unheard,
    limit: u32,
) -> Result<Vec<Alarmed>, StoreError> {
    let text = alarmed!(" and s.owner is null");
    let statement = unheard_of(snapshot.query(text), unheard);
    rows(statement.at_most(limit)).await
}

/// By the index `score_alarmed_of`, backwards.
async fn alarmed_of(
    snapshot: &mut Snapshot<'_>,
    owner: AccountId,
    unheard: Unheard,
    limit: u32,
) -> Result<Vec<Alarmed>, StoreError> {
    let text = alarmed!(" and s.owner = $4");
    let statement = unheard_of(snapshot.query(text), unheard).bind(owner);
    rows(statement.at_most(limit)).await
}

/// With the values that `alarmed!` asks for.
fn unheard_of(statement: Statement<'_>, unheard: Unheard) -> Statement<'_> {
    statement.bind(Marketing::Objection.word()).bind(unheard.of).bind(unheard.by_word)
}

async fn rows(statement: Statement<'_>) -> Result<Vec<Alarmed>, StoreError> {
    let rows: Vec<AlarmedRow> = statement.all().await?;
    let alarmed = |AlarmedRow { name, phone, score }| Alarmed { name, phone, score };
    Ok(rows.into_iter().map(alarmed).collect())
}
