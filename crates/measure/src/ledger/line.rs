//! One row of a customer as closing sees it, and the codes of its attributes.

use std::cmp::Ordering;
use std::ops::Range;

use super::record::{Letters, Record, UNDECLARED, is_priced};
use super::terms::ClosingTerms;
use crate::book::{Attribute, Order};

/// Stands for the currency of what has no amount; it counts in pieces.
pub(super) const UNPRICED: Letters = [u8::MAX; 3];

/// One row of a customer, in the terms of the book.
#[derive(Debug, Clone, Copy)]
pub(super) struct Line {
    /// Days since [`kernel::Day::MIN`].
    pub day: i32,
    pub currency: Letters,
    pub is_return: bool,
    /// Minor units, pieces where unpriced; <= 0 for a return, else >= 0.
    pub amount: i64,
    /// What the whole order came to, where its lines repeat it; else
    /// [`Order::NO_AMOUNT`]. Then `amount` is the part of this line in it.
    pub order_total: i64,
    /// Hash of the order's id; 0 for none.
    pub order: u64,
    /// Hash of the id of the order it cancels; 0 for none.
    pub cancels: u64,
    pub rest: u64,
    /// Which row of the shard it is: where its attribute codes are.
    pub(super) row: u32,
}

/// An order before returns are taken off.
#[derive(Debug, Clone)]
pub(super) struct Draft {
    /// Its earliest day, in days since [`kernel::Day::MIN`].
    pub day: i32,
    /// Hash of its id; 0 for none.
    pub id: u64,
    /// Its lines among the purchases.
    pub lines: Range<u32>,
}

/// Attribute codes of the rows of a shard.
#[derive(Debug, Default)]
pub(super) struct Codes {
    codes: Vec<u32>,
    columns: usize,
}

impl Codes {
    pub(super) fn clear(&mut self, columns: usize) {
        self.codes.clear();
        self.columns = columns;
    }

    /// How many attributes there are.
    pub(super) fn columns(&self) -> usize {
        self.columns
    }

    pub(super) fn push(&mut self, codes: impl Iterator<Item = u32>) {
        self.codes.extend(codes);
    }

    pub(super) fn of(&self, line: &Line) -> &[u32] {
        let start = line.row as usize * self.columns;
        &self.codes[start..start + self.columns]
    }

    pub(super) fn in_column(&self, line: &Line, column: Option<usize>) -> u32 {
        column.map_or(Attribute::MISSING, |column| self.of(line)[column])
    }
}

impl Line {
    pub(super) fn new(record: &Record<'_>, row: u32, terms: &ClosingTerms) -> Self {
        let currency = match record.currency {
            _ if !is_priced(record.amount, record.order_total) => UNPRICED,
            UNDECLARED => terms.base,
            currency => currency,
        };
        let known = |amount, otherwise| match (amount, record.currency) {
            (Order::NO_AMOUNT, _) => otherwise,
            (amount, UNDECLARED) => terms.rescale.apply(amount),
            (amount, _) => amount,
        };
        // Lines that do not say which part of the order they are have equal ones.
        let amount = known(record.amount, 1);
        let order_total = known(record.order_total, Order::NO_AMOUNT);
        let amount = if record.is_return { -amount.abs() } else { amount };
        let Record { day, is_return, order, cancels, rest, .. } = *record;
        Self { day, currency, is_return, amount, order_total, order, cancels, rest, row }
    }

    /// Purchases first; lines of one order together, by day.
    pub(super) fn compare(&self, other: &Self, codes: &Codes) -> Ordering {
        let key = |line: &Self| (line.is_return, line.order, line.day, line.amount, line.currency);
        key(self).cmp(&key(other)).then_with(|| codes.of(self).cmp(codes.of(other))).then_with(
            || {
                let rest = |line: &Self| (line.cancels, line.rest, line.order_total);
                rest(self).cmp(&rest(other))
            },
        )
    }
}
