//! The SQL of the review.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use kernel::{Currency, Day, Language};
use store::db::{Sql, Statement};
use store::{Snapshot, StoreError, Tx, listed};

use super::{Alarmed, Made, Score, Unheard};
use crate::know::customers::{CustomerId, Marketing};
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
             from customer_score where customer in ",
            "$1",
            ""
        ))
        .bind(listed(customers))
        .all()
        .await
}

pub async fn upsert(tx: &mut Tx<'_>, scores: &[Score]) -> Result<(), StoreError> {
    let into = "customer_score (customer, standing, segment, orders, last_on, spent, value,
        value_low, value_high, p_alive, risk, at_risk, alarm, reason, risks)";
    let becomes = "(customer) do update set standing = excluded.standing,
        segment = excluded.segment, orders = excluded.orders, last_on = excluded.last_on,
        spent = excluded.spent, value = excluded.value, value_low = excluded.value_low,
        value_high = excluded.value_high, p_alive = excluded.p_alive, risk = excluded.risk,
        at_risk = excluded.at_risk, alarm = excluded.alarm, reason = excluded.reason,
        risks = excluded.risks";
    tx.upsert_all(into, 15, becomes, scores, |values, score: &Score| {
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
    })
    .await
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
    tx.query(store::among!("delete from customer_score where customer in ", "$1", ""))
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
    #[row(flatten)]
    score: Score,
}

/// Customers of nobody or of some owners.
macro_rules! of_owners {
    ($columns:literal, $($owners:tt)+) => {
        concat!(
            "select ", $columns, " from customer where owner is null
             union all select ", $columns, " from customer where owner ", $($owners)+
        )
    };
}

/// Those with an alarm who do not object (`$1`), of whom nothing has happened since
/// one moment (`$2`) and nothing was written down since another (`$3`), and of whom
/// something holds. What is read first stands first in `$from`: the cross join has
/// SQLite keep to it. What was written down is asked for one by one, by the index
/// `interaction_of_customer`: of an `exists` PostgreSQL may read all there is.
macro_rules! alarmed {
    ($from:literal, $($which:tt)+) => {
        concat!(
            "select c.name, s.customer, s.standing, s.segment, s.orders, s.last_on, s.spent,
                s.value, s.value_low, s.value_high, s.p_alive, s.risk, s.at_risk, s.alarm,
                s.reason, s.risks
             from ", $from, "
             where s.customer = c.id and s.alarm is not null and s.at_risk is not null
                and (c.marketing is null or c.marketing <> $1)
                and c.seen_at < $2
                and coalesce((
                    select max(i.at) from interaction i
                    where i.customer = s.customer and not i.removed
                ) < $3, true)",
            $($which)+,
            " order by s.at_risk desc, s.customer desc"
        )
    };
}

/// Those with an alarm, found among customers of nobody or of some owners.
macro_rules! alarmed_of {
    ($($owners:tt)+) => {
        concat!(
            "with c as materialized (",
            of_owners!("id, name, marketing, seen_at", $($owners)+),
            ") ",
            alarmed!("c cross join customer_score s", "")
        )
    };
}

/// So many customers are looked at one by one before all alarms are gone through.
const FEW: i64 = 1_000;

/// Of few customers the alarms are looked up; of many some are soon met among all
/// alarms.
pub async fn alarmed(
    snapshot: &mut Snapshot<'_>,
    whose: Whose,
    unheard: Unheard,
    limit: u32,
) -> Result<Vec<Alarmed>, StoreError> {
    if has_few(snapshot, whose).await? {
        alarmed_of_few(snapshot, whose, unheard, limit).await
    } else {
        alarmed_of_many(snapshot, whose, unheard, limit).await
    }
}

/// Whether somebody and nobody look after few customers, of whom no more than
/// [`FEW`] are counted. By the index `customer_of_owner`.
async fn has_few(snapshot: &mut Snapshot<'_>, whose: Whose) -> Result<bool, StoreError> {
    let (customers, who) = match whose {
        Whose::Of(who) => (of_owners!("1", "= $1"), who),
        Whose::OfTeamsOf(who) => (of_owners!("1", "in ", teams::in_teams_of!("$1")), who),
        Whose::Everybodys => return Ok(false),
    };
    let count = format!("select count(*) from ({customers} limit {FEW}) some_of");
    let (count,): (i64,) = snapshot.query(Sql::Composed(count)).bind(who).one().await?;
    Ok(count < FEW)
}

/// By the index `customer_of_owner`, then by the primary key of scores.
pub async fn alarmed_of_few(
    snapshot: &mut Snapshot<'_>,
    whose: Whose,
    unheard: Unheard,
    limit: u32,
) -> Result<Vec<Alarmed>, StoreError> {
    let (text, who) = match whose {
        Whose::Of(who) => (alarmed_of!("= $4"), who),
        Whose::OfTeamsOf(who) => (alarmed_of!("in ", teams::in_teams_of!("$4")), who),
        Whose::Everybodys => return alarmed_of_many(snapshot, whose, unheard, limit).await,
    };
    let statement = unheard_of(snapshot.query(text), unheard).bind(who);
    rows(statement.at_most(limit)).await
}

/// By the index `score_alarmed`, backwards.
pub async fn alarmed_of_many(
    snapshot: &mut Snapshot<'_>,
    whose: Whose,
    unheard: Unheard,
    limit: u32,
) -> Result<Vec<Alarmed>, StoreError> {
    let statement = match whose {
        Whose::Of(who) => {
            let text = alarmed!(
                "customer_score s cross join customer c",
                " and (c.owner is null or c.owner = $4)"
            );
            unheard_of(snapshot.query(text), unheard).bind(who)
        }
        Whose::OfTeamsOf(who) => {
            let text = alarmed!(
                "customer_score s cross join customer c",
                " and (c.owner is null or c.owner in ",
                teams::in_teams_of!("$4"),
                ")"
            );
            unheard_of(snapshot.query(text), unheard).bind(who)
        }
        Whose::Everybodys => {
            let text = alarmed!("customer_score s cross join customer c", "");
            unheard_of(snapshot.query(text), unheard)
        }
    };
    rows(statement.at_most(limit)).await
}

/// With the values that [`alarmed`] asks for.
fn unheard_of(statement: Statement<'_>, unheard: Unheard) -> Statement<'_> {
    statement.bind(Marketing::Objection.word()).bind(unheard.of).bind(unheard.by_word)
}

async fn rows(statement: Statement<'_>) -> Result<Vec<Alarmed>, StoreError> {
    let rows: Vec<AlarmedRow> = statement.all().await?;
    Ok(rows.into_iter().map(|AlarmedRow { name, score }| Alarmed { name, score }).collect())
}
