//! What a row came to.

use std::cell::Cell;

use kernel::Currency;

use super::buyer::is_missing;
use super::interpret::Fault;
use super::layout::{Layout, Money, Reading};
use crate::formats::error::RejectReason;
use crate::formats::record::Record;
use crate::values::DecimalMark;
use crate::values::currency;
use crate::values::number::{self, Amount, Decimal, NumberError};

/// Reads amounts; remembers the last currency, because to look one up costs as
/// much as to read the amount.
#[derive(Debug)]
pub(crate) struct MoneyReader {
    last_currency: (String, Option<Currency>),
    last_decimals: Cell<(Currency, u32)>,
}

/// The money of a row.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Taken {
    /// Minor units; `None` where the row does not say.
    pub(crate) amount: Option<i64>,
    /// The same of the whole order, where its lines repeat it.
    pub(crate) order_total: Option<i64>,
    pub(crate) currency: Option<Currency>,
    /// Whether the quantity is below zero.
    pub(crate) is_quantity_negative: bool,
}

impl MoneyReader {
    pub(crate) fn new() -> Self {
        Self {
            last_currency: (String::new(), None),
            last_decimals: Cell::new((Currency::NONE, Currency::NONE.decimals())),
        }
    }

    /// What the row came to.
    #[inline]
    pub(crate) fn taken(
        &mut self,
        layout: &Layout,
        record: &Record<'_>,
        reading: &Reading,
    ) -> Result<Taken, Fault> {
        let named = match layout.currency {
            Some(column) => self.currency(record.field(column), column)?,
            None => None,
        };
        let mut order_total = None;
        let (amount, currency) = match layout.money {
            Money::Column(column) => self.amount(layout, record, reading, column, named)?,
            Money::Product { quantity, price } => {
                self.product(layout, record, reading, (quantity, price), named)?
            }
            Money::OrderTotal { total, line } => {
                let (total, currency) = self.amount(layout, record, reading, total, named)?;
                let has_order =
                    layout.order.is_some_and(|column| !is_missing(record.field(column)));
                if has_order && total.is_some() {
                    order_total = total;
                    // What only shares out the total need not be readable.
                    let part = line.and_then(|columns| {
                        self.product(layout, record, reading, columns, currency).ok()?.0
                    });
                    (part, currency)
                } else {
                    (total, currency)
                }
            }
            Money::None => (None, named.or(layout.default_currency)),
        };
        let is_quantity_negative =
            layout.quantity.is_some_and(|column| record.field(column).starts_with('-'));
        Ok(Taken { amount, order_total, currency, is_quantity_negative })
    }

    /// Quantity times price, minor units, and its currency.
    fn product(
        &self,
        layout: &Layout,
        record: &Record<'_>,
        reading: &Reading,
        (quantity, price): (usize, usize),
        named: Option<Currency>,
    ) -> Result<(Option<i64>, Option<Currency>), Fault> {
        let (pieces, _) = decimal(layout, record, reading, quantity)?;
        let (each, beside) = decimal(layout, record, reading, price)?;
        let currency = named.or(beside).or(layout.default_currency);
        let amount = match (pieces, each) {
            (Some(pieces), Some(each)) => {
                let too_large = (Some(price), RejectReason::NumberTooLarge);
                Some(pieces.times_minor(each, self.decimals(currency)).ok_or(too_large)?)
            }
            _ => None,
        };
        Ok((amount, currency))
    }

    /// The amount in a column, minor units, and its currency.
    #[inline]
    fn amount(
        &self,
        layout: &Layout,
        record: &Record<'_>,
        reading: &Reading,
        column: usize,
        named: Option<Currency>,
    ) -> Result<(Option<i64>, Option<Currency>), Fault> {
        let text = record.field(column);
        let currency = named.or(layout.default_currency);
        if let Some(minor) = number::plain_minor(text, self.decimals(currency), reading.decimal) {
            return Ok((Some(minor), currency));
        }
        let (value, beside) = decimal(layout, record, reading, column)?;
        let currency = named.or(beside).or(currency);
        let too_large = (Some(column), RejectReason::NumberTooLarge);
        match value {
            Some(value) => {
                Ok((Some(value.minor(self.decimals(currency)).ok_or(too_large)?), currency))
            }
            None => Ok((None, currency)),
        }
    }

    /// What was given back of a sale that stands.
    #[inline]
    pub(crate) fn refunded(
        &self,
        layout: &Layout,
        record: &Record<'_>,
        reading: &Reading,
        currency: Option<Currency>,
    ) -> Result<Option<i64>, Fault> {
        let Some(column) = layout.refunded else { return Ok(None) };
        let (amount, _) = self.amount(layout, record, reading, column, currency)?;
        Ok(amount.map(i64::abs))
    }

    /// Decimals of a currency; those of the last one are remembered, because
    /// to look them up costs as much as to read the amount.
    #[inline]
    fn decimals(&self, currency: Option<Currency>) -> u32 {
        let currency = currency.unwrap_or(Currency::NONE);
        let (known, decimals) = self.last_decimals.get();
        if known == currency {
            return decimals;
        }
        self.last_decimals.set((currency, currency.decimals()));
        currency.decimals()
    }

    /// The currency a field names; the last one is remembered.
    fn currency(&mut self, text: &str, column: usize) -> Result<Option<Currency>, Fault> {
        if is_missing(text) {
            return Ok(None);
        }
        if text != self.last_currency.0 {
            let wrong = (Some(column), RejectReason::NotACurrency);
            let named = currency::beside_amount(text).ok_or(wrong)?;
            self.last_currency = (text.to_owned(), Some(named));
        }
        Ok(self.last_currency.1)
    }
}

/// The number in a column, `None` where there is none, and the currency beside it.
fn decimal(
    layout: &Layout,
    record: &Record<'_>,
    reading: &Reading,
    column: usize,
) -> Result<(Option<Decimal>, Option<Currency>), Fault> {
    let text = record.field(column);
    if is_missing(text) {
        return Ok((None, None));
    }
    let reason = match number::amount(text, reading.decimal) {
        Ok(Amount { value, currency, by_sign, shows }) => {
            if is_of_other_sign(shows, layout, reading) {
                RejectReason::OtherDecimalSign
            } else {
                let told = reading.told_currency.filter(|_| by_sign);
                return Ok((Some(value), currency.map(|sign| currency::meant_by_sign(sign, told))));
            }
        }
        Err(NumberError::NotANumber) => RejectReason::NotANumber,
        Err(NumberError::NotFinite) => RejectReason::NotFinite,
        Err(NumberError::TooLarge) => RejectReason::NumberTooLarge,
    };
    Err((Some(column), reason))
}

/// Whether a number shows another decimal sign than the numbers of its file:
/// those that show none could then be a thousand times what is read.
fn is_of_other_sign(shows: Option<DecimalMark>, layout: &Layout, reading: &Reading) -> bool {
    shows.is_some_and(|shows| shows != reading.decimal)
        && !(layout.is_typed && shows == Some(DecimalMark::Point))
}
