//! Which field of a record is what, and how its value is read.

use kernel::{Currency, Day};

use crate::orders::survey::profile::Kind;
use crate::values::{DateOrder, DecimalMark};

/// The layout of one file.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Layout {
    /// Names of the columns, as they stand or `#1`, `#2`, ….
    pub(crate) names: Vec<String>,
    /// The last line of the header; 0 where there is none.
    pub(crate) header_line: u64,
    pub(crate) customer: Option<usize>,
    pub(crate) email: Option<usize>,
    pub(crate) phone: Option<usize>,
    /// The customer's name, beside the column that tells customers apart.
    pub(crate) name: Option<usize>,
    pub(crate) date: usize,
    pub(crate) time: Option<usize>,
    pub(crate) order: Option<usize>,
    pub(crate) money: Money,
    pub(crate) quantity: Option<usize>,
    pub(crate) currency: Option<usize>,
    pub(crate) status: Option<usize>,
    pub(crate) refunded: Option<usize>,
    /// Whether the file keeps numbers as such: they are written with a point
    /// whatever people do.
    pub(crate) is_typed: bool,
    /// One per attribute of the plan; `None` where this file lacks it.
    pub(crate) attributes: Vec<Option<(usize, Kind)>>,
    /// Columns that only tell duplicates apart.
    pub(crate) rest: Vec<RestColumn>,
    /// Fewest fields a record can have and still be read.
    pub(crate) needed: usize,
    /// What the amounts are in where no row says it: told by the user or by
    /// the column's name.
    pub(crate) default_currency: Option<Currency>,
}

/// Where the money of a row comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Money {
    /// A column holds it.
    Column(usize),
    /// Quantity times price.
    Product {
        /// Column of the number of pieces.
        quantity: usize,
        /// Column of the price of one.
        price: usize,
    },
    /// A column holds what the whole order came to, on each of its lines.
    OrderTotal {
        /// The column.
        total: usize,
        /// Columns of the number of pieces and of the price of one, which say
        /// how large a part of it a line is.
        line: Option<(usize, usize)>,
    },
    /// The file does not say.
    None,
}

impl Money {
    /// The columns it is read from.
    pub(crate) fn columns(self) -> impl Iterator<Item = usize> {
        let columns = match self {
            Self::Column(amount) => [Some(amount), None, None],
            Self::Product { quantity, price } => [Some(quantity), Some(price), None],
            Self::OrderTotal { total, line: None } => [Some(total), None, None],
            Self::OrderTotal { total, line: Some((quantity, price)) } => {
                [Some(total), Some(quantity), Some(price)]
            }
            Self::None => [None; 3],
        };
        columns.into_iter().flatten()
    }

    /// The column whose values are in the currency of the amounts.
    pub(crate) fn in_currency(self) -> Option<usize> {
        match self {
            Self::Column(amount) => Some(amount),
            Self::Product { price, .. } => Some(price),
            Self::OrderTotal { total, .. } => Some(total),
            Self::None => None,
        }
    }
}

/// A column whose values are only compared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct RestColumn {
    pub(crate) index: usize,
    pub(crate) kind: Kind,
    /// Hash of the column's name.
    pub(crate) name_hash: u64,
}

/// How the values of one file are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Reading {
    pub(crate) date_order: DateOrder,
    pub(crate) decimal: DecimalMark,
    /// What the user says the shop sells in.
    pub(crate) told_currency: Option<Currency>,
    /// The earliest day that is believed.
    pub(crate) earliest: Day,
    /// The latest day that is believed.
    pub(crate) latest: Day,
}
