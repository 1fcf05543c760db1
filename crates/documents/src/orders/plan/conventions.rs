//! Which way of writing each file keeps to, from what all files show.
//!
//! One mechanism serves decimal signs and the order of day and month. Where
//! all evidence agrees it holds for all files; where files contradict each
//! other each keeps to its own; where a file contradicts itself most of its
//! values decide, and what does not fit is refused as it is read.

use crate::values::date_order::OrderEvidence;
use crate::values::marks::MarkEvidence;
use crate::values::{DateOrder, DecimalMark};

/// What the values of one file say for each way of writing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Votes<T> {
    /// How many values can only be written this way.
    pub(crate) shown: Vec<(T, u64)>,
    /// Whether some values mean different things by each way.
    pub(crate) is_open: bool,
    /// What is taken where nothing else decides.
    pub(crate) otherwise: Option<T>,
}

/// How each file is read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Settled<T> {
    /// One per file; `None` where two ways are equally likely.
    pub(crate) of_file: Vec<Option<T>>,
    /// Whether files that show their own way show different ones.
    pub(crate) differs: bool,
}

/// Settles how each file is read; what the user told holds for all.
pub(crate) fn settle<T: Copy + Eq>(files: &[Votes<T>], told: Option<T>) -> Settled<T> {
    if told.is_some() {
        return Settled { of_file: vec![told; files.len()], differs: false };
    }
    let mut all: Vec<(T, u64)> = Vec::new();
    for &(way, count) in files.iter().flat_map(|votes| &votes.shown) {
        match all.iter_mut().find(|(known, _)| *known == way) {
            Some((_, sum)) => *sum += count,
            None => all.push((way, count)),
        }
    }
    all.retain(|&(_, count)| count > 0);
    let of_file: Vec<Option<T>> = match all[..] {
        [] => files.iter().map(|votes| votes.otherwise).collect(),
        [(only, _)] => vec![Some(only); files.len()],
        _ => files.iter().map(|votes| votes.own_way(&all)).collect(),
    };
    let mut own = files
        .iter()
        .zip(&of_file)
        .filter(|(votes, _)| votes.shown.iter().any(|&(_, count)| count > 0))
        .filter_map(|(_, way)| *way);
    let first = own.next();
    Settled { differs: own.any(|way| Some(way) != first), of_file }
}

impl<T: Copy + Eq> Votes<T> {
    /// The way most values of the file show; where none does, the way of most
    /// values of `all` files, unless that could change what the file means.
    fn own_way(&self, all: &[(T, u64)]) -> Option<T> {
        let most = self.shown.iter().map(|&(_, count)| count).max().unwrap_or(0);
        if most > 0 {
            let mut ways = self.shown.iter().filter(|&&(_, count)| count == most);
            let first = ways.next().map(|&(way, _)| way);
            return first.filter(|_| ways.next().is_none());
        }
        if self.is_open {
            return self.otherwise;
        }
        all.iter().max_by_key(|(_, count)| *count).map(|&(way, _)| way)
    }
}

impl From<OrderEvidence> for Votes<DateOrder> {
    fn from(evidence: OrderEvidence) -> Self {
        let OrderEvidence { values, day_first, month_first, year_first, pointed, open } = evidence;
        let is_pointed = values > 0 && month_first == 0 && pointed * 2 > values;
        Self {
            shown: vec![
                (DateOrder::DayMonthYear, day_first.max(u64::from(is_pointed))),
                (DateOrder::MonthDayYear, month_first),
                (DateOrder::YearMonthDay, year_first),
            ],
            is_open: open > 0,
            otherwise: (open == 0).then_some(DateOrder::DayMonthYear),
        }
    }
}

impl From<MarkEvidence> for Votes<DecimalMark> {
    fn from(evidence: MarkEvidence) -> Self {
        let MarkEvidence { point, comma, open, typed } = evidence;
        Self {
            shown: vec![(DecimalMark::Point, point), (DecimalMark::Comma, comma)],
            is_open: open > 0,
            otherwise: (open == 0 || typed > 0).then_some(DecimalMark::Point),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use DateOrder::{DayMonthYear, MonthDayYear, YearMonthDay};
    use DecimalMark::{Comma, Point};

    fn order(files: &[&[&str]]) -> Settled<DateOrder> {
        let votes = |texts: &&[&str]| {
            let mut evidence = OrderEvidence::default();
            texts.iter().for_each(|text| evidence.add(text));
            Votes::from(evidence)
        };
        settle(&files.iter().map(votes).collect::<Vec<_>>(), None)
    }

    fn mark(files: &[&[&str]]) -> Settled<DecimalMark> {
        let votes = |texts: &&[&str]| {
            let mut evidence = MarkEvidence::default();
            texts.iter().for_each(|text| evidence.add(text, false));
            Votes::from(evidence)
        };
        settle(&files.iter().map(votes).collect::<Vec<_>>(), None)
    }

    #[test]
    fn one_value_settles_day_and_month_of_all() {
        for (texts, expected) in [
            (&["03/05/2026", "13/05/2026"][..], Some(DayMonthYear)),
            (&["03/05/2026", "03/15/2026"], Some(MonthDayYear)),
            (&["03/05/2026", "04/05/2026"], None),
            (&["05/05/2026"], Some(DayMonthYear)),
            (&["03.05.2026"], Some(DayMonthYear)),
            (&["97-05-03"], Some(YearMonthDay)),
            (&["2026-05-03"], Some(DayMonthYear)),
        ] {
            assert_eq!(order(&[texts]).of_file, [expected], "{texts:?}");
        }
        let both = order(&[&["03/05/2026"], &["13/05/2026"]]);
        assert_eq!(both.of_file, [Some(DayMonthYear); 2]);
        assert!(!both.differs);
    }

    #[test]
    fn one_number_settles_the_decimal_sign_of_all() {
        for (texts, expected) in [
            (&["1,234", "12.50"][..], Some(Point)),
            (&["1,234", "12,50"], Some(Comma)),
            (&["1.234.567", "1,234"], Some(Comma)),
            (&["12", "13"], Some(Point)),
            (&["1,234", "2,000"], None),
        ] {
            assert_eq!(mark(&[texts]).of_file, [expected], "{texts:?}");
        }
    }

    #[test]
    fn files_that_contradict_each_other_keep_to_their_own_way() {
        let settled = mark(&[&["1.234", "12,50"], &["1,234", "12.50"], &["7"]]);
        assert_eq!(settled.of_file[..2], [Some(Comma), Some(Point)]);
        assert!(settled.of_file[2].is_some() && settled.differs);
        let settled = order(&[&["03/05/2026", "25/05/2026"], &["03/25/2026"], &["01.02.2026"]]);
        assert_eq!(settled.of_file, [Some(DayMonthYear), Some(MonthDayYear), Some(DayMonthYear)]);
    }

    #[test]
    fn a_file_that_shows_nothing_is_asked_about_where_others_contradict_each_other() {
        let settled = mark(&[&["12,50"], &["12.50"], &["1,234"]]);
        assert_eq!(settled.of_file, [Some(Comma), Some(Point), None]);
    }

    #[test]
    fn a_file_that_contradicts_itself_is_read_as_most_of_it_is_written() {
        assert_eq!(mark(&[&["12,50", "13,50", "14.50"]]).of_file, [Some(Comma)]);
        assert_eq!(mark(&[&["12,50", "14.50"]]).of_file, [None]);
        let told =
            settle(&[Votes::from(MarkEvidence { point: 9, ..Default::default() })], Some(Comma));
        assert_eq!(told.of_file, [Some(Comma)]);
    }
}
