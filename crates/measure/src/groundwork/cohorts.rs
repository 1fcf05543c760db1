//! Who came back how many months after their first purchase.

use kernel::{Day, Month};

use crate::calendar::Calendar;

/// Customers by month of first purchase and months since. Rows and cells come
/// into being when somebody is in them.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub(crate) struct CohortCounts {
    start: i32,
    rows: Vec<Vec<Cell>>,
}

/// One month of one cohort.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Cell {
    /// Who bought in it.
    pub bought: u64,
    /// Who bought in it for the last time.
    pub bought_last: u64,
}

impl CohortCounts {
    /// No customers yet, the first cohort being `month`.
    pub fn starting(month: Month) -> Self {
        Self { start: month.index(), rows: Vec::new() }
    }

    /// Adds a customer who bought on `days`, first to last.
    pub fn add(&mut self, days: &[Day], calendar: &Calendar) {
        let (Some(first), Some(last)) = (days.first(), days.last()) else { return };
        let cohort = calendar.month_of(*first);
        let row = row_of(&mut self.rows, (cohort - self.start).max(0) as usize);
        let last_k = (calendar.month_of(*last) - cohort) as usize;
        if row.len() <= last_k {
            row.resize(last_k + 1, Cell::default());
        }
        row[last_k].bought_last += 1;
        let mut counted = None;
        for day in days {
            let k = (calendar.month_of(*day) - cohort) as usize;
            if counted != Some(k) {
                row[k].bought += 1;
                counted = Some(k);
            }
        }
    }

    /// Adds everybody in `other`.
    pub fn merge(&mut self, other: &Self) {
        for (index, theirs) in other.rows.iter().enumerate() {
            let ours = row_of(&mut self.rows, index);
            if ours.len() < theirs.len() {
                ours.resize(theirs.len(), Cell::default());
            }
            for (cell, more) in ours.iter_mut().zip(theirs) {
                cell.bought += more.bought;
                cell.bought_last += more.bought_last;
            }
        }
    }

    /// The cohorts that have customers, oldest first: the months since
    /// January of year 0 and its cells.
    pub fn rows(&self) -> impl Iterator<Item = (i32, &[Cell])> {
        (self.start..)
            .zip(&self.rows)
            .filter(|(_, row)| !row.is_empty())
            .map(|(m, row)| (m, &row[..]))
    }
}

fn row_of(rows: &mut Vec<Vec<Cell>>, index: usize) -> &mut Vec<Cell> {
    if rows.len() <= index {
        rows.resize_with(index + 1, Vec::new);
    }
    &mut rows[index]
}
