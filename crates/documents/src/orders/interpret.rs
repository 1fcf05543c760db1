//! From the fields of a record to an order row.

use std::cell::Cell;
use std::collections::BTreeMap;

use kernel::Currency;

use super::errors::{ReadError, RejectReason, Rejected};
use super::layout::{Layout, Money, Reading};
use super::profile::Kind;
use super::row::{OrderRow, RowSink};
use super::status::{Fate, fate};
use crate::formats::record::{Record, TakeRecords};
use crate::values::currency;
use crate::values::date::{self, Moment};
use crate::values::number::{self, Amount, Decimal, NumberError};

/// Most attributes a row can have.
pub(crate) const MAX_ATTRIBUTES: usize = 24;

/// What is wrong with a record: the column to blame, if any, and the reason.
type Fault = (Option<usize>, RejectReason);

/// Reads the records of one file after another into a sink.
pub(crate) struct Interpreter<'p, S> {
    layouts: &'p [Layout],
    reading: Reading,
    file: usize,
    file_name: &'p str,
    sink: S,
    /// Rows of each file.
    pub(crate) rows: Vec<u64>,
    pub(crate) accepted: u64,
    pub(crate) refused: u64,
    pub(crate) set_aside: BTreeMap<String, u64>,
    /// Refused rows of the current block.
    pub(crate) rejected: Vec<Rejected>,
    /// Whether the current block has NUL bytes.
    pub(crate) has_nul: bool,
    last_currency: (String, Option<Currency>),
    last_status: (String, Fate),
    last_decimals: Cell<(Currency, u32)>,
    written: String,
    lower_email: String,
}

impl<'p, S: RowSink> Interpreter<'p, S> {
    pub(crate) fn new(layouts: &'p [Layout], reading: Reading, sink: S) -> Self {
        Self {
            layouts,
            reading,
            file: 0,
            file_name: "",
            sink,
            rows: vec![0; layouts.len()],
            accepted: 0,
            refused: 0,
            set_aside: BTreeMap::new(),
            rejected: Vec::new(),
            has_nul: false,
            last_currency: (String::new(), None),
            last_status: (String::new(), Fate::Sold),
            last_decimals: Cell::new((Currency::NONE, Currency::NONE.decimals())),
            written: String::new(),
            lower_email: String::new(),
        }
    }

    /// The records that follow are of this file.
    pub(crate) fn begin_file(&mut self, file: usize, name: &'p str) {
        self.file = file;
        self.file_name = name;
    }

    /// The sink, with all rows in it.
    pub(crate) fn into_sink(self) -> S {
        self.sink
    }

    fn row(&mut self, layout: &'p Layout, record: &Record<'_>) -> Result<(), RowError> {
        self.check_shape(layout, record)?;
        let moment = self.moment(layout, record)?;
        let status = layout.status.map_or("", |column| record.field(column));
        let fate = self.fate(status);
        if fate == Fate::NotSold && !self.reading.status_on_first_line {
            *self.set_aside.entry(status.to_owned()).or_default() += 1;
            return Ok(());
        }
        let order = layout.order.map_or("", |column| record.field(column));
        let (amount, currency, quantity_below_zero) = self.money(layout, record)?;
        let is_return = fate == Fate::Return
            || quantity_below_zero
            || amount.is_some_and(|amount| amount < 0)
            || is_cancelled_invoice(order);
        let amount = amount.map(|amount| if is_return { -amount.abs() } else { amount });
        let given_back = match fate {
            Fate::Reversed | Fate::NotSold => amount,
            _ => self.refunded(layout, record, currency)?,
        };
        let mut slots;
        let attributes: &[&str] = if layout.attributes.is_empty() {
            &[]
        } else {
            slots = [""; MAX_ATTRIBUTES];
            fill_attributes(layout, record, &self.reading, &mut self.written, &mut slots)
        };
        let row = OrderRow {
            customer: customer(layout, record, &mut self.lower_email),
            day: moment.day,
            has_time: moment.second > 0,
            order,
            amount,
            currency,
            is_return,
            attributes,
            rest: rest_of(layout, record, moment, &self.reading),
        };
        self.sink.take(&row).map_err(RowError::sink)?;
        if let Some(given_back) = given_back.filter(|&amount| amount > 0 && !is_return) {
            let back = OrderRow { amount: Some(-given_back), is_return: true, ..row };
            self.sink.take(&back).map_err(RowError::sink)?;
        }
        self.accepted += 1;
        Ok(())
    }

    #[inline]
    fn check_shape(&self, layout: &Layout, record: &Record<'_>) -> Result<(), Fault> {
        if record.len() != layout.names.len() {
            if record.len() < layout.needed {
                return Err((None, RejectReason::TooFewFields));
            }
            let beyond = layout.names.len()..record.len();
            if beyond.into_iter().any(|index| !record.field(index).is_empty()) {
                return Err((None, RejectReason::TooManyFields));
            }
        }
        if self.has_nul {
            let with_nul = (0..record.len()).find(|&index| record.field(index).contains('\0'));
            if let Some(index) = with_nul {
                return Err((Some(index), RejectReason::Binary));
            }
        }
        Ok(())
    }

    #[inline]
    fn moment(&self, layout: &Layout, record: &Record<'_>) -> Result<Moment, Fault> {
        let fault = |reason| (Some(layout.date), reason);
        let text = record.field(layout.date);
        let Some(mut moment) = date::moment(text, self.reading.date_order) else {
            let missing = is_missing(text);
            let reason = if missing { RejectReason::DateMissing } else { RejectReason::NotADate };
            return Err(fault(reason));
        };
        if moment.day > self.reading.latest {
            return Err(fault(RejectReason::DateInFuture));
        }
        if moment.day < self.reading.earliest {
            return Err(fault(RejectReason::DateTooEarly));
        }
        if let Some(column) = layout.time
            && moment.second == 0
        {
            // a time that cannot be read does not make the day doubtful
            moment.second = date::time(record.field(column)).unwrap_or(0);
        }
        Ok(moment)
    }

    /// Amount in minor units, its currency, and whether the quantity is below zero.
    #[inline]
    fn money(
        &mut self,
        layout: &Layout,
        record: &Record<'_>,
    ) -> Result<(Option<i64>, Option<Currency>, bool), Fault> {
        let named = match layout.currency {
            Some(column) => self.currency(record.field(column), column)?,
            None => None,
        };
        let (amount, currency) = match layout.money {
            Money::Column(column) => self.amount(layout, record, column, named)?,
            Money::Product { quantity, price } => {
                let (pieces, _) = self.decimal(record, quantity)?;
                let (each, beside) = self.decimal(record, price)?;
                let currency = named.or(beside).or(layout.default_currency);
                let amount = match (pieces, each) {
                    (Some(pieces), Some(each)) => {
                        let too_large = (Some(price), RejectReason::NumberTooLarge);
                        Some(pieces.times_minor(each, self.decimals(currency)).ok_or(too_large)?)
                    }
                    _ => None,
                };
                (amount, currency)
            }
            Money::None => (None, named.or(layout.default_currency)),
        };
        let below_zero =
            layout.quantity.is_some_and(|column| record.field(column).starts_with('-'));
        Ok((amount, currency, below_zero))
    }

    /// The amount in a column, minor units, and its currency.
    #[inline]
    fn amount(
        &self,
        layout: &Layout,
        record: &Record<'_>,
        column: usize,
        named: Option<Currency>,
    ) -> Result<(Option<i64>, Option<Currency>), Fault> {
        let text = record.field(column);
        let currency = named.or(layout.default_currency);
        if let Some(minor) =
            number::plain_minor(text, self.decimals(currency), self.reading.decimal)
        {
            return Ok((Some(minor), currency));
        }
        let (value, beside) = self.decimal(record, column)?;
        let currency = named.or(beside).or(currency);
        let too_large = (Some(column), RejectReason::NumberTooLarge);
        match value {
            Some(value) => {
                Ok((Some(value.minor(self.decimals(currency)).ok_or(too_large)?), currency))
            }
            None => Ok((None, currency)),
        }
    }

    /// The number in a column, `None` where there is none.
    fn decimal(
        &self,
        record: &Record<'_>,
        column: usize,
    ) -> Result<(Option<Decimal>, Option<Currency>), Fault> {
        let text = record.field(column);
        if is_missing(text) {
            return Ok((None, None));
        }
        match number::amount(text, self.reading.decimal) {
            Ok(Amount { value, currency, by_sign }) => {
                let told = self.reading.told_currency.filter(|_| by_sign);
                Ok((Some(value), currency.map(|sign| currency::meant_by_sign(sign, told))))
            }
            Err(error) => {
                let reason = match error {
                    NumberError::NotANumber => RejectReason::NotANumber,
                    NumberError::NotFinite => RejectReason::NotFinite,
                    NumberError::TooLarge => RejectReason::NumberTooLarge,
                };
                Err((Some(column), reason))
            }
        }
    }

    /// What was given back of a sale that stands.
    #[inline]
    fn refunded(
        &self,
        layout: &Layout,
        record: &Record<'_>,
        currency: Option<Currency>,
    ) -> Result<Option<i64>, Fault> {
        let Some(column) = layout.refunded else { return Ok(None) };
        let (amount, _) = self.amount(layout, record, column, currency)?;
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

    /// What a status says; the last one is remembered.
    fn fate(&mut self, status: &str) -> Fate {
        // two empty texts are compared slowly: they point at no memory
        if !status.is_empty() && status != self.last_status.0 {
            self.last_status = (status.to_owned(), fate(status));
        }
        if status.is_empty() { Fate::Sold } else { self.last_status.1 }
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

    #[cold]
    fn refuse(&mut self, layout: &Layout, record: &Record<'_>, (column, reason): Fault) {
        let value = if let Some(column) = column {
            record.field(column).to_owned()
        } else {
            let fields: Vec<&str> = (0..record.len()).map(|index| record.field(index)).collect();
            fields.join(" | ")
        };
        self.refused += 1;
        self.rejected.push(Rejected {
            file: self.file_name.to_owned(),
            line: record.line,
            column: column.and_then(|column| layout.names.get(column).cloned()),
            value: value.chars().take(Rejected::VALUE_LIMIT).collect(),
            reason,
        });
    }
}

impl<S: RowSink> TakeRecords for Interpreter<'_, S> {
    #[inline]
    fn take(&mut self, record: &Record<'_>) -> Result<(), ReadError> {
        let layouts: &[Layout] = self.layouts;
        let Some(layout) = layouts.get(self.file) else { return Ok(()) };
        if record.line <= layout.header_line {
            return Ok(());
        }
        match self.row(layout, record) {
            Ok(()) => {}
            Err(RowError::Sink(error)) => return Err(ReadError::Sink(error)),
            Err(RowError::Fault(_)) if record.is_blank() => return Ok(()),
            Err(RowError::Fault(fault)) => self.refuse(layout, record, fault),
        }
        self.rows[self.file] += 1;
        Ok(())
    }

    fn refuse_line(&mut self, line: u64, text: &str, reason: RejectReason) {
        self.rows[self.file] += 1;
        self.refused += 1;
        self.rejected.push(Rejected {
            file: self.file_name.to_owned(),
            line,
            column: None,
            value: text.chars().take(Rejected::VALUE_LIMIT).collect(),
            reason,
        });
    }
}

/// Why a record gave no row.
enum RowError {
    Fault(Fault),
    Sink(Box<dyn std::error::Error + Send + Sync>),
}

impl RowError {
    fn sink(error: impl std::error::Error + Send + Sync + 'static) -> Self {
        Self::Sink(Box::new(error))
    }
}

impl From<Fault> for RowError {
    fn from(fault: Fault) -> Self {
        Self::Fault(fault)
    }
}

/// Whether a field says that it says nothing, as databases write it.
#[inline]
fn is_missing(text: &str) -> bool {
    !text.starts_with(|first: char| first.is_ascii_digit())
        && matches!(text, "" | "NULL" | "\\N" | "null" | "None" | "-" | "—")
}

/// Whether an invoice is one of those that cancel another: `C536379`.
fn is_cancelled_invoice(order: &str) -> bool {
    order
        .strip_prefix('C')
        .is_some_and(|number| number.len() >= 4 && number.bytes().all(|byte| byte.is_ascii_digit()))
}

/// Who bought: the id, else the e-mail address in lower case.
#[inline]
fn customer<'a>(layout: &Layout, record: &Record<'a>, lower: &'a mut String) -> &'a str {
    let id = layout.customer.map_or("", |column| record.field(column));
    let is_guest = is_missing(id) || (id == "0" && layout.email.is_some());
    let Some(email) = layout.email.filter(|_| is_guest) else {
        return if is_guest && id.len() > 1 { "" } else { id };
    };
    let email = record.field(email);
    if email.chars().any(char::is_uppercase) {
        lower.clear();
        lower.extend(email.chars().flat_map(char::to_lowercase));
        lower
    } else {
        email
    }
}

/// Puts the texts of the attributes into `slots`; numbers are written alike
/// whatever they were written like.
fn fill_attributes<'a, 's>(
    layout: &Layout,
    record: &Record<'a>,
    reading: &Reading,
    written: &'a mut String,
    slots: &'s mut [&'a str; MAX_ATTRIBUTES],
) -> &'s [&'a str] {
    written.clear();
    let mut numbers = [(0, 0); MAX_ATTRIBUTES];
    for (slot, column) in layout.attributes.iter().enumerate().take(MAX_ATTRIBUTES) {
        let Some((index, kind)) = *column else { continue };
        let text = record.field(index);
        let number = match kind {
            Kind::Number => number::amount(text, reading.decimal).ok(),
            Kind::Date | Kind::Text => None,
        };
        match number {
            Some(amount) => {
                let start = written.len();
                amount.value.write_to(written);
                numbers[slot] = (start, written.len());
            }
            None => slots[slot] = text,
        }
    }
    let written: &'a str = written;
    for (slot, &(start, end)) in slots.iter_mut().zip(&numbers) {
        if end > start {
            *slot = &written[start..end];
        }
    }
    &slots[..layout.attributes.len().min(MAX_ATTRIBUTES)]
}

/// Hash of all that the row says beyond what an [`OrderRow`] carries. Each
/// column counts by its name, so that the order of columns does not matter.
#[inline]
fn rest_of(layout: &Layout, record: &Record<'_>, moment: Moment, reading: &Reading) -> u64 {
    let mut sum = record.extra;
    if moment.second > 0 {
        sum = sum.wrapping_add(mixed(u64::from(moment.second), 0x7469_6d65));
    }
    for column in &layout.rest {
        let text = record.field(column.index);
        if !text.is_empty() {
            sum = sum.wrapping_add(mixed(value_hash(text, column.kind, reading), column.name_hash));
        }
    }
    sum
}

/// A hash that is equal for equal numbers and equal moments.
fn value_hash(text: &str, kind: Kind, reading: &Reading) -> u64 {
    let of_text = || rapidhash::v3::rapidhash_v3(text.as_bytes());
    match kind {
        Kind::Text => of_text(),
        Kind::Number => number::amount(text, reading.decimal).map_or_else(
            |_| of_text(),
            |amount| {
                let Decimal { digits, scale } = amount.value.reduced();
                mixed(digits as u64, u64::from(scale))
            },
        ),
        Kind::Date => date::moment(text, reading.date_order).map_or_else(of_text, |moment| {
            mixed(moment.day.epoch_days() as u64, u64::from(moment.second))
        }),
    }
}

/// Two numbers as one, well mixed.
pub(crate) fn mixed(value: u64, name: u64) -> u64 {
    let product = u128::from(value ^ 0x9e37_79b9_7f4a_7c15) * u128::from(name | 1);
    let folded = (product as u64) ^ ((product >> 64) as u64);
    (folded ^ (folded >> 29)).wrapping_mul(0xbf58_476d_1ce4_e5b9)
}
