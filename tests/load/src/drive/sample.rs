//! Some of what is in the record, to be asked for.

use std::collections::BTreeSet;

use anyhow::{Context as _, Result, ensure};
use domain::know::customers::{self, CustomerId, Field};
use domain::know::interactions::InteractionLogged;
use store::log::{Before, Earlier};
use store::{Db, Snapshot};

use super::browser::{Browser, links};
use super::tally::Kept;
use crate::made_up::Draw;

/// So many customers are asked for, all of them drawn.
const CUSTOMERS: usize = 2_000;
/// So many addresses of lists: every order and filter that pages link to, and
/// some pages on.
const LISTS: usize = 60;
/// Entries of a timeline that are looked at at once for something that was said.
const ENTRIES: u32 = 20;
/// Entries of the log that are read at once.
const READ: u32 = 5_000;

const CODES: u64 = 201;
/// In front of the number of what the clients write down.
const MARK: &str = "load";

/// Some of what is in the record.
pub struct Sample {
    pub customers: Vec<Known>,
    /// The words of what somebody once wrote down about one of them: about some nothing
    /// is.
    pub said: Vec<Vec<String>>,
    pub lists: Vec<String>,
    /// The first number that was not written down by a run before.
    pub next: u64,
    /// The log as it was before.
    log_end: i64,
}

/// A customer, and what they can be found by.
pub struct Known {
    pub id: CustomerId,
    pub name: String,
    pub email: Option<String>,
    pub phone: Option<String>,
}

impl Sample {
    /// # Errors
    /// Where the record was not filled.
    pub async fn of(record: &Db, seed: u64) -> Result<Self> {
        let count = count(record).await?;
        ensure!(count > 0, "there are no made-up customers in the record: fill it first");
        let mut draw = Draw::of(seed, CODES, 0);
        let (mut customers, mut words) = (Vec::with_capacity(CUSTOMERS), Vec::new());
        for _ in 0..CUSTOMERS {
            let known = known(record, draw.below(count)).await?;
            words.extend(said(&mut record.reader().await?.snapshot(), known.id).await?);
            customers.push(known);
        }
        ensure!(!words.is_empty(), "nothing was written down in the record: fill it anew");
        let newest = record.reader().await?.snapshot().audit(Before::default(), 1).await?;
        let log_end = newest.first().map_or(0, |entry| entry.before().0);
        let next = u64::try_from(log_end).unwrap_or_default() + 1;
        Ok(Self { customers, said: words, lists: Vec::new(), next, log_end })
    }

    /// Follows the links between the pages of a list.
    pub async fn find_lists(&mut self, browser: &mut Browser) -> Result<()> {
        let mut seen = BTreeSet::from(["/customers".to_owned()]);
        self.lists = vec!["/customers".to_owned()];
        let mut place = 0;
        while let Some(address) = self.lists.get(place).cloned() {
            place += 1;
            if self.lists.len() >= LISTS {
                break;
            }
            let page = browser.get(&address).await?;
            let new = links(&page, "/customers?").filter(|address| seen.insert(address.clone()));
            self.lists.extend(new);
        }
        self.lists.truncate(LISTS);
        Ok(())
    }

    /// What a program writes down, to be known again.
    pub fn text(number: u64) -> String {
        format!("{MARK} {number}")
    }

    /// What somebody writes down: what others have said as well, so that the newest texts
    /// are such as people search among.
    pub fn text_of_words(number: u64, said: &[String]) -> String {
        format!("{} {}", Self::text(number), said.join(" "))
    }

    /// The number of what a client wrote down.
    fn number(text: &str) -> Option<u64> {
        let rest = text.strip_prefix(MARK)?.strip_prefix(' ')?;
        rest.split(' ').next()?.parse().ok()
    }

    /// How much of what was acknowledged is in the record, once.
    pub async fn kept(&self, record: &Db, taken: &[u64]) -> Result<Kept> {
        let mut missing: BTreeSet<u64> = taken.iter().copied().collect();
        let mut twice = 0;
        let mut found = BTreeSet::new();
        let mut before = Before::default();
        loop {
            let entries = record.reader().await?.snapshot().audit(before, READ).await?;
            let Some(last) = entries.last() else { break };
            before = last.before();
            for entry in entries.iter().filter(|entry| entry.before().0 > self.log_end) {
                let Some(logged) = entry.event::<InteractionLogged>()? else { continue };
                let Some(number) = Self::number(&logged.text) else { continue };
                missing.remove(&number);
                twice += u64::from(!found.insert(number));
            }
            if before.0 <= self.log_end {
                break;
            }
        }
        Ok(Kept { taken: taken.len() as u64, missing: missing.len() as u64, twice })
    }
}

/// How many customers were made up: by their codes, which have no gap.
async fn count(record: &Db) -> Result<u64> {
    let mut above = 1;
    while with_number(record, above - 1).await?.is_some() {
        above *= 2;
    }
    let mut below = above / 2;
    while above - below > 1 {
        let middle = u64::midpoint(below, above);
        if with_number(record, middle - 1).await?.is_some() {
            below = middle;
        } else {
            above = middle;
        }
    }
    Ok(below)
}

async fn with_number(record: &Db, number: u64) -> Result<Option<CustomerId>> {
    let code = format!("C-{:07}", number + 1);
    Ok(customers::with_code(&mut record.reader().await?.snapshot(), &code).await?)
}

async fn known(record: &Db, number: u64) -> Result<Known> {
    let id = with_number(record, number).await?.context("a made-up customer is not there")?;
    let mut reader = record.reader().await?;
    let snapshot = &mut reader.snapshot();
    let customer = customers::customer(snapshot, id).await?;
    let customer = customer.context("a made-up customer is not there")?;
    Ok(Known {
        id,
        name: customer.name().to_owned(),
        email: customer.value(Field::Email),
        phone: customer.value(Field::Phone),
    })
}

/// The words that were last written down about somebody, but for those of the clients:
/// runs before this one may have filled the front of the timeline with them.
async fn said(snapshot: &mut Snapshot<'_>, of: CustomerId) -> Result<Option<Vec<String>>> {
    let mut earlier = Earlier::default();
    loop {
        let entries = snapshot.timeline_of(of.into(), earlier, ENTRIES).await?;
        let Some(last) = entries.last() else { return Ok(None) };
        earlier = last.earlier();
        for entry in entries {
            let Some(logged) = entry.event::<InteractionLogged>()? else { continue };
            if !logged.text.is_empty() && !logged.text.starts_with(MARK) {
                return Ok(Some(logged.text.split(' ').map(str::to_owned).collect()));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Sample;

    #[test]
    fn what_a_client_wrote_down_is_known_by_its_number() {
        let said = ["asked".to_owned(), "17".to_owned()];
        assert_eq!(Sample::number(&Sample::text(42)), Some(42));
        assert_eq!(Sample::number(&Sample::text_of_words(42, &said)), Some(42));
        assert_eq!(Sample::number("asked 17"), None);
        assert_eq!(Sample::number("loaded 17"), None);
    }
}
