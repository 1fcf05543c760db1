//! From a book to everything the figures rest on, once per question.
//!
//! Two passes over the book: the first finds what the models are fitted to,
//! the second counts everybody with the limits the models give.

use kernel::Currency;
use review::figures::{Backtest, FittedModel, ModelName, Models, Note, Why};
use review::{LostRule, Question};
use stats::gaps::GapPrior;
use stats::silent::SilentModel;

use crate::audit::{Columns, Strata};
use crate::backtest::HoldoutModels;
use crate::book::{Book, BookFacts};
use crate::calendar::Calendar;
use crate::error::FiguresError;
use crate::groundwork::{Groundwork, Known, Plan, year_before};
use crate::limits::Limits;
use crate::models::{Fitted, SpendModel, choose, gap_prior, histories};
use crate::outlook::Foresight;
use crate::split::Split;
use crate::terms::Terms;
use crate::value::GoldLine;

/// What was learnt of the customers before any of them is described.
pub(crate) struct Study {
    /// The terms of the review.
    pub terms: Terms,
    /// The months of the days.
    pub calendar: Calendar,
    /// What the first pass found.
    pub work: Groundwork,
    /// How long gaps are; `None` where nobody ever came back.
    pub gaps: Option<GapPrior>,
    /// What a purchase comes to.
    pub spend: SpendModel,
    /// The backtest; `None` where there was too little to hold out.
    pub backtest: Option<Backtest>,
    /// The line of gold of the last 12 months, and of the 12 before.
    pub gold: (Option<GoldLine>, Option<GoldLine>),
    /// The values the lost are compared by.
    pub columns: Columns,
    /// Tenths of value and age.
    pub strata: Strata,
    /// Why some figures are missing.
    pub notes: Vec<Note>,
    fitted: Fitted,
    chosen: Option<ModelName>,
    gamma_gamma: Option<FittedModel>,
    model: Option<Box<dyn SilentModel>>,
}

impl Study {
    /// Studies the book under the terms of `question`.
    ///
    /// # Errors
    /// A question that cannot be answered as asked, no customers, or a book
    /// that cannot be read.
    pub fn of(book: &Book, question: &Question) -> Result<Self, FiguresError> {
        let about = book.about();
        if book.customers() == 0 {
            return Err(FiguresError::NoCustomers { as_of: about.as_of });
        }
        if let Some(wanted) = question.as_of.filter(|&day| day != about.as_of) {
            return Err(FiguresError::AsOf { wanted, closed: about.as_of });
        }
        let terms =
            Terms::settle(question, about.first_day, about.as_of, about.currency, about.has_money)?;
        let calendar = Calendar::spanning(terms.from, terms.as_of);
        let split = Split::of(terms.from, terms.as_of, terms.holdout);
        let plan = Plan { terms: &terms, split: split.as_ref().ok(), calendar: &calendar };
        let mut work = Groundwork::lay(book, plan)?;
        let mut notes = general_notes(book, &terms);

        let counted = histories(&work.known);
        let gaps = gap_prior(&counted);
        let held_out = std::mem::take(&mut work.held_out);
        let hiatuses = std::mem::take(&mut work.hiatuses);
        let (fitted, held_out_models) =
            rayon::join(|| Fitted::to(&counted), || HoldoutModels::of(split?, held_out, &hiatuses));
        let ranked: Vec<_> = fitted
            .candidates()
            .into_iter()
            .map(|name| (name, held_out_models.as_ref().ok().and_then(|held| held.score_of(name))))
            .collect();
        let chosen = choose(&ranked);
        let model = chosen
            .and_then(|name| fitted.model(name))
            .map(|model| model.prepared(&counted, &Foresight::asked(&terms)));
        drop(counted);
        let backtest = chosen.zip(held_out_models.as_ref().ok());
        let backtest = backtest.and_then(|(name, held)| held.finish(name, &mut notes));
        if let Some(why) = held_out_models.err().filter(|_| chosen.is_some()) {
            notes.push(Note { path: "backtest", why });
        }
        note_models(gaps.is_none(), chosen, backtest.as_ref(), &terms, &mut notes);

        let (spend, gamma_gamma) = SpendModel::fit(&work, &terms, &mut notes);
        let ranks = &mut work.ranks;
        let gold = (
            GoldLine::draw(&mut ranks.revenue_12m, terms.year, &terms, book)?,
            GoldLine::draw(&mut ranks.revenue_12m_before, year_before(&terms), &terms, book)?,
        );
        let strata = Strata::of(ranks);
        let columns = Columns::choose(
            book.attributes(),
            &mut work.values,
            &mut ranks.first_order,
            &terms,
            &mut notes,
        );
        work.known = Known::default();
        Ok(Self {
            terms,
            calendar,
            work,
            gaps,
            spend,
            backtest,
            gold,
            columns,
            strata,
            notes,
            fitted,
            chosen,
            gamma_gamma,
            model,
        })
    }

    /// Who is lost when.
    pub fn limits(&self) -> Limits<'_> {
        let longest = self.terms.as_of.days_since(self.terms.from).max(0) as u32;
        Limits::new(self.terms.rule, self.gaps, self.model.as_deref(), longest)
    }

    /// Why there is no model; `None` where there is one.
    pub fn missing_model(&self) -> Option<Why> {
        match (self.chosen, &self.gaps) {
            (Some(_), _) => None,
            (None, Some(_)) => Some(Why::NoModel),
            (None, None) => Some(Why::NoRepeatBuyers),
        }
    }

    /// What to expect of whom; `None` without a model.
    pub fn foresight(&self) -> Option<Foresight<'_>> {
        let model = self.model.as_deref()?;
        Some(Foresight { model, spend: &self.spend, terms: &self.terms })
    }

    /// The fitted models as the review shows them.
    pub fn models(&self, notes: &mut Vec<Note>) -> Models {
        self.fitted.figures(self.chosen, self.gamma_gamma.clone(), notes)
    }
}

/// What holds of the review as a whole.
fn general_notes(book: &Book, terms: &Terms) -> Vec<Note> {
    let about = book.about();
    let mut notes = vec![Note { path: "reasons", why: Why::ReasonsUnknown }];
    if !terms.has_money {
        notes.push(Note { path: "currency", why: Why::NoAmounts });
    } else if terms.currency == Currency::NONE {
        notes.push(Note { path: "currency", why: Why::NoCurrency });
    }
    notes.extend(orders_end_early(about).map(|why| Note { path: "input.to", why }));
    for &(currency, orders) in &about.other_currencies {
        notes.push(Note { path: "input.orders", why: Why::OtherCurrency { currency, orders } });
    }
    if about.duplicates > 0 && !about.duplicates_dropped {
        let rows = about.duplicates;
        notes.push(Note { path: "input.duplicates", why: Why::DuplicatesKept { rows } });
    }
    notes
}

/// Whether so many orders would have come since the last one, at the pace until
/// then, that their absence is no chance: the data end, not the trade.
fn orders_end_early(about: &BookFacts) -> Option<Why> {
    const DAYS: i32 = 28;
    const ORDERS: f64 = 10.0;
    let covered = about.last_day.days_since(about.first_day) + 1;
    let days = about.as_of.days_since(about.last_day);
    let missing = about.orders as f64 * f64::from(days) / f64::from(covered.max(1));
    (days >= DAYS && missing >= ORDERS)
        .then_some(Why::OrdersEndEarly { last: about.last_day, days: days as u32 })
}

fn note_models(
    no_repeats: bool,
    chosen: Option<ModelName>,
    backtest: Option<&Backtest>,
    terms: &Terms,
    notes: &mut Vec<Note>,
) {
    if chosen.is_none() {
        for path in ["models", "call_today", "backtest"] {
            let why = if no_repeats { Why::NoRepeatBuyers } else { Why::NoModel };
            notes.push(Note { path, why });
        }
    }
    if no_repeats && terms.rule == LostRule::OwnLimit {
        notes.push(Note { path: "one_time_limit_days", why: Why::NoRepeatBuyers });
    }
    if let Some(share) = backtest.and_then(|backtest| backtest.forecast.clearly_missed()) {
        notes.push(Note { path: "backtest.total_predicted", why: Why::LevelMissed { share } });
    }
}
