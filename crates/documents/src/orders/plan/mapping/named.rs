//! Columns by what they are called.

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap};

use super::{FileColumns, Mapping};
use crate::orders::field::Field;
use crate::orders::plan::error::{PlanError, Question};
use crate::orders::survey::names::{Rank, field_of, is_weak_customer};
use crate::values::words::folded;
use crate::values::{DateOrder, DecimalMark};
use crate::values::{date, number};

/// Columns that may be one field, each with how good its name is for it.
type Candidates = Vec<(Rank, usize)>;

impl FileColumns<'_> {
    /// Takes the best name for each field whose values can be what it says.
    ///
    /// # Errors
    /// [`PlanError::Ambiguous`] where equally good names hold different values.
    pub(crate) fn add_named(&self, mapping: &mut Mapping) -> Result<(), PlanError> {
        let mut candidates: BTreeMap<Field, Candidates> = BTreeMap::new();
        for (position, name) in self.names().iter().enumerate() {
            if mapping.values().any(|&taken| taken == position) {
                continue;
            }
            if let Some((field, rank)) = field_of(name)
                && !mapping.contains_key(&field)
                && self.fits(field, position)
            {
                candidates.entry(field).or_default().push((rank, position));
            }
        }
        for (field, mut columns) in candidates {
            columns.sort_unstable();
            let position = match field {
                Field::Customer => self.best(field, Question::Customer, columns)?,
                Field::Date => self.best(field, Question::Date, columns)?,
                Field::Amount => self.best(field, Question::Amount, columns)?,
                Field::Phone => self.fullest(&columns),
                _ => columns.first().map(|&(_, position)| position),
            };
            mapping.extend(position.map(|position| (field, position)));
        }
        Ok(())
    }

    /// The column with most values, of equally full ones that with the best name: a file
    /// has one for those whom something is sent to, and seldom filled ones beside it.
    fn fullest(&self, columns: &Candidates) -> Option<usize> {
        let fullest =
            columns.iter().max_by_key(|(rank, at)| (self.profile(*at).values, Reverse(*rank)));
        fullest.map(|&(_, at)| at)
    }

    /// Those told apart by their telephone numbers have them.
    pub(crate) fn add_phone_of_customer(&self, mapping: &mut Mapping) {
        let customer = mapping.get(&Field::Customer).copied();
        let holds_phones = |&at: &usize| {
            field_of(&self.names()[at]).is_some_and(|(field, _)| field == Field::Phone)
        };
        if let Some(customer) = customer.filter(holds_phones) {
            mapping.entry(Field::Phone).or_insert(customer);
        }
    }

    /// The column with the best name; where others have as good a one and say
    /// something else in as many rows, whoever gave the file is asked.
    fn best(
        &self,
        field: Field,
        question: Question,
        mut columns: Candidates,
    ) -> Result<Option<usize>, PlanError> {
        let filled = |position: usize| {
            let profile = self.profile(position);
            profile.values as f64 / profile.rows.max(1) as f64
        };
        // a date that stands in every row is better than one with a better name
        let tier = columns.first().map(|(rank, _)| rank.tier);
        let rivals = |&(rank, _): &(Rank, usize)| field == Field::Date || Some(rank.tier) == tier;
        let fullest = columns
            .iter()
            .filter(|column| rivals(column))
            .map(|&(_, at)| filled(at))
            .fold(0.0, f64::max);
        columns.retain(|&(_, at)| filled(at) >= fullest - 0.005);
        if field == Field::Customer {
            let repeating = self.repeating(columns.iter().map(|&(_, at)| at).collect());
            columns.retain(|(_, at)| repeating.contains(at));
        }
        let Some(&(best, position)) = columns.first() else { return Ok(None) };
        let mut possible = vec![position];
        for &(rank, other) in &columns[1..] {
            if rank.tier == best.tier && self.differ(field, position, other) {
                possible.push(other);
            }
        }
        match possible[..] {
            [only] => Ok(Some(only)),
            _ => Err(self.ask(field, question, &possible)),
        }
    }

    /// Whether it matters which of two columns is taken: one row in a hundred
    /// has another day or amount, or they part the rows among other customers.
    fn differ(&self, field: Field, one: usize, other: usize) -> bool {
        let (mut rows, mut different) = (0_u64, 0_u64);
        let mut partners: [HashMap<&str, &str>; 2] = Default::default();
        for row in &self.survey.rows {
            let (Some(a), Some(b)) = (row.get(one), row.get(other)) else { continue };
            if a.is_empty() || b.is_empty() {
                continue;
            }
            rows += 1;
            let is_same = match field {
                Field::Date => is_same_day(a, b),
                Field::Amount => is_same_number(a, b),
                _ => {
                    *partners[0].entry(a).or_insert(b) == b
                        && *partners[1].entry(b).or_insert(a) == a
                }
            };
            different += u64::from(!is_same);
        }
        different * 100 > rows
    }

    /// An e-mail address tells customers apart better than a name or a bare
    /// `id`, which is then the order's.
    pub(crate) fn settle_customer(&self, mapping: &mut Mapping) {
        let Some(&customer) = mapping.get(&Field::Customer) else { return };
        if self.options.map.column(Field::Customer).is_some() {
            return;
        }
        if is_weak_customer(&self.names()[customer]) && mapping.contains_key(&Field::Email) {
            mapping.remove(&Field::Customer);
        }
        let taken = |position: &usize| mapping.values().any(|taken| taken == position);
        let bare_id = self.names().iter().position(|name| folded(name) == "id");
        if let Some(id) = bare_id.filter(|id| !taken(id)) {
            mapping.entry(Field::Order).or_insert(id);
        }
    }
}

fn is_same_day(a: &str, b: &str) -> bool {
    let day = |text, order| date::moment(text, order).map(|moment| moment.day);
    a == b
        || [DateOrder::DayMonthYear, DateOrder::MonthDayYear]
            .into_iter()
            .any(|order| day(a, order).is_some() && day(a, order) == day(b, order))
}

fn is_same_number(a: &str, b: &str) -> bool {
    let value = |text| number::amount(text, DecimalMark::Point).map(|a| a.value.reduced());
    a == b || value(a).is_ok_and(|a| Ok(a) == value(b))
}
