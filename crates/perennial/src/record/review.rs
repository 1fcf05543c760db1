//! The review of the record, made again when the record has something new.

use std::collections::HashSet;
use std::sync::Arc;

use anyhow::{Context as _, Result};
use domain::know::customers::CustomerId;
use domain::know::facts;
use domain::office::settings::{self, ReviewTerms};
use domain::prove::reviews::{self, Made, MakeReview, Score};
use kernel::{Day, Language};
use measure::facts::FiguresOfRecord;
use measure::ledger::{Closing, LedgerError, Storage};
use review::{Figures as _, LostRule, Question};
use store::jobs::{Failed, Finished, Lease, Worker};
use store::log::Actor;
use store::{Db, StoreError};
use tokio::sync::mpsc;
use tokio::task::spawn_blocking;
use uuid::Uuid;

use super::facts::{Folder, Terms, catch_up, figures};

/// Batches of scores that wait to be written.
const WAITING: usize = 4;
/// Customers asked for at once when those are sought of whom nothing is said
/// any more.
const LISTED: u32 = 10_000;

/// Teaches a worker to make the review of the record at `place`.
pub fn makes_reviews(worker: Worker, db: &Db, folder: &Arc<Folder>, place: &str) -> Worker {
    let (db, folder, place) = (db.clone(), folder.clone(), place.to_owned());
    worker.on(move |_: MakeReview, leased| {
        let (db, folder, place) = (db.clone(), folder.clone(), place.clone());
        async move {
            let made = make(&db, &folder, &place, leased.lease).await;
            made.map_err(|error| Failed(format!("{error:#}")))
        }
    })
}

async fn make(db: &Db, folder: &Arc<Folder>, place: &str, lease: Lease) -> Result<Finished> {
    let at = db.clock().now();
    catch_up(db, folder).await?;
    let (told, settings, last) = {
        let mut reader = db.reader().await?;
        let snapshot = &mut reader.snapshot();
        let told = facts::told(snapshot).await?;
        (told, settings::read(snapshot).await?, reviews::made(snapshot).await?)
    };
    let question = question(&settings.review);
    let terms = Terms {
        place: place.to_owned(),
        storage: Storage::default(),
        closing: Closing { currency: settings.region.currency, ..Closing::default() },
        zone: settings.region.time_zone,
    };
    let of = made_of(told, &question, &terms);
    if last.is_some_and(|last| last.of == of) {
        let nothing = async move |tx: &mut store::Tx<'_>| tx.finish_job(lease).await;
        return Ok(db.write(Actor::System, nothing).await?);
    }
    let figures = match in_any_currency(db, folder, terms).await {
        Err(error) if says_nothing_was_sold(&error) => {
            let withdraw = async move |tx: &mut store::Tx<'_>| {
                reviews::withdraw(tx).await?;
                tx.finish_job(lease).await
            };
            return Ok(db.write(Actor::System, withdraw).await?);
        }
        figures => figures?,
    };
    let as_of = figures.figures.book().about().as_of;
    let (tell, told) = mpsc::channel(WAITING);
    let asked = spawn_blocking(move || ask(&figures, &question, &tell));
    let scored = keep(db, as_of, told).await?;
    let asked = asked.await.context("the review could not be made")??;
    forget_others(db, &scored).await?;
    let Asked { currency, horizon_months, value_months, pages } = asked;
    let took = db.clock().now() - at;
    let made = Made { as_of, at, took, of, currency, horizon_months, value_months };
    let finish = async move |tx: &mut store::Tx<'_>| {
        reviews::finish(tx, &made, &pages).await?;
        tx.finish_job(lease).await
    };
    Ok(db.write(Actor::System, finish).await?)
}

/// What is answered at once; the scores are told one by one.
struct Asked {
    currency: kernel::Currency,
    horizon_months: u32,
    value_months: u32,
    pages: Vec<(Language, String)>,
}

/// The question that the settings ask.
fn question(terms: &ReviewTerms) -> Question {
    let share = |percent: u32| f64::from(percent) / 100.0;
    Question {
        lost_rule: terms.lost_after.map_or(LostRule::OwnLimit, |days| LostRule::After { days }),
        horizon_months: terms.horizon_months,
        margin: terms.margin_percent.map_or(1.0, share),
        gold_share: share(terms.gold_percent),
        ..Question::default()
    }
}

/// The figures in the currency asked for; in the one most orders are in, where
/// none is in that.
async fn in_any_currency(
    db: &Db,
    folder: &Arc<Folder>,
    mut terms: Terms,
) -> Result<FiguresOfRecord> {
    match figures(db, folder, &terms).await {
        Err(error) if matches!(error.downcast_ref(), Some(LedgerError::NoSuchCurrency { .. })) => {
            terms.closing.currency = None;
            figures(db, folder, &terms).await
        }
        figures => figures,
    }
}

/// So many facts, this question on these terms, and the words of this version.
fn made_of(told: i64, question: &Question, terms: &Terms) -> String {
    let Terms { closing, zone, .. } = terms;
    format!("{told} {question:?} {closing:?} {zone} {}", env!("CARGO_PKG_VERSION"))
}

fn ask(
    of: &FiguresOfRecord,
    question: &Question,
    tell: &mpsc::Sender<Vec<Score>>,
) -> Result<Asked> {
    let mut review = of.figures.review(question)?;
    let page = |id| Some(format!("/customers/{}", Uuid::from_u128(id)));
    of.customers.name(&mut review, page);
    let mut pages = Vec::new();
    for language in Language::ALL {
        pages.push((language, review::html::render(&review, language)?));
    }
    let ids = of.customers.by_what_they_are_called();
    let mut batch = Vec::with_capacity(reviews::BATCH);
    of.figures.customers(question, &mut |row| {
        let Some(id) = ids.get(row.id.as_str()) else { return };
        batch.push(reviews::score(CustomerId(Uuid::from_u128(*id)), row));
        if batch.len() == reviews::BATCH {
            let full = std::mem::replace(&mut batch, Vec::with_capacity(reviews::BATCH));
            // Nobody takes them any more where one could not be written.
            let _taken = tell.blocking_send(full);
        }
    })?;
    let _taken = tell.blocking_send(batch);
    Ok(Asked {
        currency: review.currency,
        horizon_months: review.horizon_months,
        value_months: review.value_months,
        pages,
    })
}

/// Writes scores as they come. Returns whose.
async fn keep(
    db: &Db,
    as_of: Day,
    mut told: mpsc::Receiver<Vec<Score>>,
) -> Result<HashSet<CustomerId>, StoreError> {
    let mut scored = HashSet::new();
    while let Some(scores) = told.recv().await {
        scored.extend(scores.iter().map(|score| score.customer));
        db.write(Actor::System, async move |tx| reviews::keep(tx, as_of, &scores).await).await?;
    }
    Ok(scored)
}

async fn forget_others(db: &Db, scored: &HashSet<CustomerId>) -> Result<(), StoreError> {
    let mut after = None;
    loop {
        let mut reader = db.reader().await?;
        let listed = reviews::scored_after(&mut reader.snapshot(), after, LISTED).await?;
        drop(reader);
        after = listed.last().copied();
        let others: Vec<CustomerId> =
            listed.into_iter().filter(|customer| !scored.contains(customer)).collect();
        if !others.is_empty() {
            db.write(Actor::System, async move |tx| reviews::forget(tx, &others).await).await?;
        }
        if after.is_none() {
            return Ok(());
        }
    }
}

fn says_nothing_was_sold(error: &anyhow::Error) -> bool {
    matches!(
        error.downcast_ref(),
        Some(LedgerError::NoRows | LedgerError::NoOrders { .. } | LedgerError::NothingSold { .. })
    )
}
