//! The second pass over the book: every figure that needs to know who is lost.
//!
//! Each customer is described once ([`Profile`]) and shown to every measure;
//! each measure keeps its own counts, and the counts of the shards are merged
//! in their order.

use kernel::{Day, Period};

use crate::alarms::{Alarms, Watch, range_stopped};
use crate::audit::{Audit, Columns, Strata};
use crate::book::{Book, BookError, Customer};
use crate::calendar::Calendar;
use crate::call_today::Calls;
use crate::cost_of_loss::LossSums;
use crate::drawn::Drawn;
use crate::limits::Limits;
use crate::months::Losses;
use crate::outlook::Foresight;
use crate::profile::Profile;
use crate::purchases::purchase_days;
use crate::retention::{RetentionCounts, transition_within};
use crate::segments::Everybody;
use crate::standing::each_loss;
use crate::survival::Stays;
use crate::terms::Terms;
use crate::value::{GoldCounts, GoldLine, ValueSums};

/// What the second pass is told.
pub(crate) struct Knowledge<'a> {
    /// The terms of the review.
    pub terms: &'a Terms,
    /// Who is lost when.
    pub limits: &'a Limits<'a>,
    /// What to expect of whom; `None` without a model.
    pub foresight: Option<Foresight<'a>>,
    /// The alarms.
    pub watch: Watch<'a>,
    /// The line of gold of the last 12 months.
    pub gold: Option<&'a GoldLine>,
    /// The line of gold of the 12 months before.
    pub gold_before: Option<&'a GoldLine>,
    /// The values the lost are compared by.
    pub columns: &'a Columns,
    /// Tenths of value and age.
    pub strata: &'a Strata,
    /// The months of the days.
    pub calendar: &'a Calendar,
    /// How many customers there are.
    pub customers: u64,
}

/// The counts of every measure.
pub(crate) struct Survey {
    /// The period asked for.
    pub current: RetentionCounts,
    /// The one before.
    pub previous: RetentionCounts,
    /// What the lost cost.
    pub losses: LossSums,
    /// What the customers are worth.
    pub value: ValueSums,
    /// What became of the gold ones.
    pub gold: GoldCounts,
    /// Some not lost, for the interval of what one of them is worth.
    pub drawn: Drawn,
    /// The alarms of the regulars.
    pub alarms: Alarms,
    /// Lost and won back by month.
    pub months: Losses,
    /// How long they stayed.
    pub stays: Stays,
    /// Recency and frequency.
    pub everybody: Everybody,
    /// The lost by attribute.
    pub audit: Audit,
    /// Whom to call.
    pub calls: Calls,
    days: Vec<Day>,
    scratch: range_stopped::Scratch,
}

impl Survey {
    /// Reads the book once.
    ///
    /// # Errors
    /// Where the book cannot be read.
    pub fn take(book: &Book, known: &Knowledge<'_>) -> Result<Self, BookError> {
        book.fold(
            || Self::starting(known.terms),
            |survey, customer| survey.add(customer, known),
            Self::merge,
        )
    }

    fn starting(terms: &Terms) -> Self {
        Self {
            current: RetentionCounts::default(),
            previous: RetentionCounts::default(),
            losses: LossSums::default(),
            value: ValueSums::default(),
            gold: GoldCounts::default(),
            drawn: Drawn::default(),
            alarms: Alarms::default(),
            months: Losses::starting(terms.from.month()),
            stays: Stays::default(),
            everybody: Everybody::default(),
            audit: Audit::default(),
            calls: Calls::default(),
            days: Vec::new(),
            scratch: Vec::new(),
        }
    }

    fn add(&mut self, customer: &Customer<'_>, known: &Knowledge<'_>) {
        let mut days = std::mem::take(&mut self.days);
        purchase_days(customer.orders, &mut days);
        let Knowledge { terms, limits, .. } = *known;
        let profile = Profile::of(customer, &days, terms, limits, known.foresight.as_ref());
        if let Some(profile) = &profile {
            self.add_profile(profile, known);
        }
        self.days = days;
    }

    fn add_profile(&mut self, profile: &Profile<'_>, known: &Knowledge<'_>) {
        let Knowledge { terms, limits, .. } = *known;
        let transition = |period: Period| transition_within(profile, period, limits);
        let this_year = transition(terms.year);
        let current = if terms.period == terms.year { this_year } else { transition(terms.period) };
        let before = terms.period.before();
        self.current.add(profile, terms.period, current, terms);
        self.previous.add(profile, before, transition(before), terms);
        self.losses.add(profile, this_year, known.foresight.as_ref());
        self.value.add(profile);
        self.gold.add(profile, known.gold, known.gold_before);
        let mut first_lost_on = None;
        each_loss(profile.days, terms.as_of, limits, |episode| {
            first_lost_on.get_or_insert(episode.lost_on);
            self.months.add(&episode, known.calendar);
        });
        self.stays.add(profile, first_lost_on);
        self.everybody.add(profile);
        self.audit.add(profile, known.columns, known.strata, terms);
        if profile.is_lost() {
            if profile.is_regular() {
                self.alarms.add_lost();
            }
            return;
        }
        if let Some(foresight) = &known.foresight {
            self.drawn.add(profile, foresight, known.customers);
        }
        let seen = known.watch.look(profile, &mut self.scratch);
        if profile.is_regular() {
            self.alarms.add(profile, &seen);
        }
        self.calls.add(profile, &seen, limits, terms);
    }

    fn merge(&mut self, other: Self) {
        self.current.merge(&other.current);
        self.previous.merge(&other.previous);
        self.losses.merge(&other.losses);
        self.value.merge(&other.value);
        self.gold.merge(&other.gold);
        self.drawn.merge(other.drawn);
        self.alarms.merge(other.alarms);
        self.months.merge(&other.months);
        self.stays.merge(&other.stays);
        self.everybody.merge(other.everybody);
        self.audit.merge(other.audit);
        self.calls.merge(other.calls);
    }
}
