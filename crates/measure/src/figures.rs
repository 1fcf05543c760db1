//! The answer to the owner's question: [`BookFigures`] implements
//! [`review::Figures`] over a [`Book`].

use std::sync::{Arc, Mutex, PoisonError};

use documents::orders::{FileOutcome, Plan, ReadOutcome};
use kernel::Money;
use review::figures::{CohortAverage, CustomerRow, Input, Note, Review, SourceFile, Why};
use review::{Figures, Question};

use crate::alarms::Watch;
use crate::alarms::order_value_falling::no_order_means;
use crate::audit::{no_audit, no_sources};
use crate::book::Book;
use crate::cohorts::cohorts;
use crate::customers::each_row;
use crate::error::FiguresError;
use crate::months::months;
use crate::retention::Paths;
use crate::segments::RecencyFrequency;
use crate::study::Study;
use crate::survey::{Knowledge, Survey};
use crate::value::concentration;

/// What reading the files said, beside the orders themselves.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Reading {
    /// The files, in the order given.
    pub files: Vec<SourceFile>,
    /// Rows read, headers and blank lines aside.
    pub rows: u64,
    /// Rows taken.
    pub accepted: u64,
    /// Rows refused.
    pub rejected: u64,
    /// Rows of which nothing was sold, by the status that says so.
    pub set_aside: Vec<(String, u64)>,
    /// Which column was read as what.
    pub mapping: Vec<(String, String)>,
}

impl Reading {
    /// What reading the files of `plan` came to.
    #[must_use]
    pub fn of<S>(plan: &Plan, outcome: &ReadOutcome<S>) -> Self {
        let file = |file: &FileOutcome| SourceFile {
            name: file.name.clone(),
            format: file.format.clone(),
            rows: file.rows,
        };
        Self {
            files: outcome.files.iter().map(file).collect(),
            rows: outcome.rows,
            accepted: outcome.accepted,
            rejected: outcome.rejected,
            set_aside: outcome.set_aside.clone().into_iter().collect(),
            mapping: plan.describe(),
        }
    }
}

/// A book of orders that answers the question of the review.
pub struct BookFigures {
    book: Book,
    reading: Reading,
    /// The last question answered, so that the rows of the customers do not
    /// ask for everything again.
    answered: Mutex<Option<Arc<Answered>>>,
}

struct Answered {
    question: Question,
    study: Study,
    parts: RecencyFrequency,
    review: Review,
}

impl BookFigures {
    /// Answers from `book`, which came of `reading` files.
    #[must_use]
    pub fn new(book: Book, reading: Reading) -> Self {
        Self { book, reading, answered: Mutex::new(None) }
    }

    /// The book.
    #[must_use]
    pub fn book(&self) -> &Book {
        &self.book
    }

    fn answer(&self, question: &Question) -> Result<Arc<Answered>, FiguresError> {
        let mut last = self.answered.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(answered) = last.as_ref().filter(|answered| answered.question == *question) {
            return Ok(Arc::clone(answered));
        }
        let answered = Arc::new(answer(&self.book, &self.reading, question)?);
        *last = Some(Arc::clone(&answered));
        Ok(answered)
    }
}

impl Figures for BookFigures {
    type Error = FiguresError;

    fn review(&self, question: &Question) -> Result<Review, FiguresError> {
        Ok(self.answer(question)?.review.clone())
    }

    fn customers(
        &self,
        question: &Question,
        tell: &mut dyn FnMut(&CustomerRow),
    ) -> Result<(), FiguresError> {
        let answered = self.answer(question)?;
        Ok(each_row(&self.book, &answered.study, &answered.parts, tell)?)
    }
}

fn answer(book: &Book, reading: &Reading, question: &Question) -> Result<Answered, FiguresError> {
    let mut study = Study::of(book, question)?;
    let mut notes = std::mem::take(&mut study.notes);
    let limits = study.limits();
    let known = Knowledge {
        terms: &study.terms,
        limits: &limits,
        foresight: study.foresight(),
        watch: Watch::over(book, &study),
        gold: study.gold.0.as_ref(),
        gold_before: study.gold.1.as_ref(),
        columns: &study.columns,
        strata: &study.strata,
        calendar: &study.calendar,
        customers: book.customers() as u64,
    };
    let survey = Survey::take(book, &known)?;
    let (review, parts) = compose(book, reading, &study, &known, survey, &mut notes);
    drop(limits);
    Ok(Answered { question: question.clone(), study, parts, review })
}

/// Puts the figures together.
fn compose(
    book: &Book,
    reading: &Reading,
    study: &Study,
    known: &Knowledge<'_>,
    mut survey: Survey,
    notes: &mut Vec<Note>,
) -> (Review, RecencyFrequency) {
    let terms = &study.terms;
    let missing = study.missing_model();
    let foresight = known.foresight.as_ref();
    let before = terms.period.before();
    survey.current.add_unattributed(book.about().unattributed_within(terms.period));
    survey.previous.add_unattributed(book.about().unattributed_within(before));
    let retention = review::figures::Retention {
        current: survey.current.finish(terms.period, &Paths::CURRENT, terms, notes),
        previous: survey.previous.finish(before, &Paths::PREVIOUS, terms, notes),
    };
    let interval = foresight.and_then(|foresight| survey.drawn.interval(foresight));
    let concentration = concentration(study.work.ranks.revenue_12m.clone());
    let gold = (survey.gold, known.gold);
    let value = survey.value.finish(gold, concentration, interval, missing.as_ref(), terms, notes);
    note_alarms(study, known, notes);
    let largest = study.columns.largest.max(survey.audit.largest());
    let (audit, sources) = survey.audit.finish(&study.columns, terms);
    if audit.is_empty() {
        let why = no_audit(book.attributes(), terms.has_money, largest);
        notes.push(Note { path: "audit", why });
    }
    if sources.is_empty() {
        let why = no_sources(book.attributes(), study.columns.largest_source);
        notes.push(Note { path: "sources", why });
    }
    let customers_now = survey.everybody.not_lost();
    let (segments, parts) = survey.everybody.finish(terms);
    let cohorts = cohorts(&study.work.cohorts, terms.as_of);
    let (survival, survival_at) = survey.stays.finish();
    let models = study.models(notes);
    let review = Review {
        currency: terms.currency,
        has_money: terms.has_money,
        as_of: terms.as_of,
        rule: terms.rule,
        horizon_months: terms.months_ahead.0,
        value_months: terms.months_ahead.1,
        margin: terms.margin,
        one_time_limit_days: known.limits.lost_after(0, 0),
        input: input(book, reading),
        customers_now,
        retention,
        cost_of_loss: survey.losses.finish(missing.as_ref(), terms, notes),
        value,
        regulars: survey.alarms.finish(&known.watch),
        months: months(&study.work.trade, &survey.months, book.about(), terms),
        cohort_average: CohortAverage::over(&cohorts),
        cohorts,
        survival,
        survival_at,
        segments,
        audit,
        sources,
        models,
        backtest: study.backtest.clone(),
        call_today: survey.calls.finish(),
        notes: std::mem::take(notes),
    };
    (review, parts)
}

fn note_alarms(study: &Study, known: &Knowledge<'_>, notes: &mut Vec<Note>) {
    if !known.terms.has_money {
        let path = "regulars.order_value_falling";
        notes.push(Note { path, why: Why::NoAmounts });
    } else if !known.watch.knows_order_sizes() {
        let path = "regulars.order_value_falling";
        notes.push(Note { path, why: no_order_means(&study.work.order_sizes) });
    }
    if !known.watch.knows_gaps() {
        notes.push(Note { path: "regulars.gone_quiet", why: Why::NoRepeatBuyers });
    }
    if !known.watch.knows_items() {
        notes.push(Note {
            path: "regulars.range_stopped",
            why: Why::NoColumn { roles: &["category", "product"] },
        });
    }
}

fn input(book: &Book, reading: &Reading) -> Input {
    let about = book.about();
    Input {
        files: reading.files.clone(),
        rows: reading.rows,
        accepted: reading.accepted,
        rejected: reading.rejected,
        set_aside: reading.set_aside.clone(),
        anonymous: about.anonymous_rows,
        anonymous_revenue: about
            .has_money
            .then(|| Money::new(about.anonymous_revenue, about.currency)),
        returns: about.returns,
        unmatched_returns: about.unmatched_returns,
        duplicates: about.duplicates,
        duplicates_dropped: about.duplicates_dropped,
        orders: about.orders,
        customers: about.customers,
        from: about.first_day,
        to: about.last_day,
        mapping: reading.mapping.clone(),
        other_currencies: about.other_currencies.clone(),
    }
}
