//! Regulars an alarm was raised for: one number, one reason, one action each.

use chrono::{DateTime, Utc};
use domain::know::customers::CustomerId;
use domain::know::interactions::Kind;
use domain::office::teams::Whose;
use domain::prove::reviews::{self, Alarmed, Made};
use review::sentences;
use store::{Snapshot, StoreError};

use super::AsOf;
use crate::know::lists::asked::Asked;
use crate::{Adding, Frame};

/// Rows at most: more than anybody calls in a day.
const ROWS: u32 = 20;

/// Where all customers are, by how much is at risk of each.
pub fn by_risk() -> String {
    let columns = ["owner", "spent", "standing", "risk", "at-risk", "seen"];
    Asked::of("", "-at-risk", &columns.map(str::to_owned)).href()
}

/// Where those are who are lost, by how much they have spent.
pub fn lost() -> String {
    let columns = ["owner", "spent", "standing", "seen"];
    Asked::of("standing:lost", "-spent", &columns.map(str::to_owned)).href()
}

/// The list on the page of today.
pub struct Drifting {
    /// What it is called.
    pub title: String,
    /// With most at risk first.
    pub rows: Vec<Row>,
    /// Who looks after them, in words.
    pub whose: String,
    /// As of when.
    pub as_of: AsOf,
}

/// Somebody to hear from.
pub struct Row {
    /// Who it is.
    pub customer: CustomerId,
    /// What they are called.
    pub name: String,
    /// Their number.
    pub phone: Option<String>,
    /// Money at risk.
    pub at_risk: String,
    /// Why.
    pub reason: String,
    /// What to do.
    pub action: String,
    /// The page that logs a call with them.
    pub call: String,
}

impl Drifting {
    /// The list of those somebody or nobody looks after, with the message that says who;
    /// none where nobody is on it.
    pub async fn of(
        snapshot: &mut Snapshot<'_>,
        frame: &Frame,
        whose: Whose,
        said: &str,
        now: DateTime<Utc>,
    ) -> Result<Option<Self>, StoreError> {
        let Some(made) = reviews::made(snapshot).await? else { return Ok(None) };
        let zone = frame.reader.zone;
        let alarmed = reviews::alarmed(snapshot, whose, made.unheard(zone, now), ROWS).await?;
        let as_of = AsOf::on(frame.reader, &made, zone.day(now));
        let row = |alarmed| row(frame, &made, &as_of, alarmed);
        let rows: Vec<Row> = alarmed.into_iter().filter_map(row).collect();
        let title = frame.say(as_of.tense.of("today-drifting", "today-drifting.then"));
        let whose = frame.say(said);
        Ok((!rows.is_empty()).then_some(Self { title, rows, whose, as_of }))
    }
}

fn row(frame: &Frame, made: &Made, as_of: &AsOf, alarmed: Alarmed) -> Option<Row> {
    let phrases = frame.phrases();
    let (reason, action) = alarmed.score.reason(made.currency)?;
    let customer = alarmed.score.customer;
    Some(Row {
        call: Adding::Interaction(Kind::Call).href(Some(customer), &frame.path),
        customer,
        name: alarmed.name,
        phone: alarmed.phone,
        at_risk: phrases.money_round(made.money(alarmed.score.at_risk?)),
        reason: sentences::reason_in(phrases, as_of.tense, &reason),
        action: sentences::action_in(phrases, as_of.tense, &action),
    })
}
