//! From the fields of a record to an order row.

use std::collections::BTreeMap;

use super::Instructions;
use super::attributes::{MAX_ATTRIBUTES, fill_attributes, rest_of};
use super::buyer::{buyer, is_missing};
use super::layout::{Layout, Money, Reading};
use super::money::{MoneyReader, Taken};
use super::order_facts::Facts;
use super::row::{OrderRow, Particulars, RowSink};
use super::status::{Fate, fate};
use crate::formats::error::{ReadError, RejectReason, Rejected};
use crate::formats::record::{Record, TakeRecords};
use crate::values::date::{self, Moment};
use crate::values::{telephone, time};

/// What is wrong with a record: the column to blame, if any, and the reason.
pub(crate) type Fault = (Option<usize>, RejectReason);

/// Reads the records of one file after another into a sink.
pub(crate) struct Interpreter<'p, S> {
    told: &'p Instructions,
    file: usize,
    file_name: &'p str,
    sink: S,
    /// Rows of each file.
    pub(crate) rows: Vec<u64>,
    pub(crate) accepted: u64,
    pub(crate) refused: u64,
    /// Rows taken whose amount is missing, though their file has amounts.
    pub(crate) without_amount: u64,
    pub(crate) set_aside: BTreeMap<String, u64>,
    /// Refused rows of the current block.
    pub(crate) rejected: Vec<Rejected>,
    /// Whether the current block has NUL bytes.
    pub(crate) has_nul: bool,
    money: MoneyReader,
    last_status: (String, Fate),
    written: String,
    lower_email: String,
}

impl<'p, S: RowSink> Interpreter<'p, S> {
    pub(crate) fn new(told: &'p Instructions, sink: S) -> Self {
        Self {
            told,
            file: 0,
            file_name: "",
            sink,
            rows: vec![0; told.layouts.len()],
            accepted: 0,
            refused: 0,
            without_amount: 0,
            set_aside: BTreeMap::new(),
            rejected: Vec::new(),
            has_nul: false,
            money: MoneyReader::new(),
            last_status: (String::new(), Fate::Sold),
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

    fn row(
        &mut self,
        layout: &'p Layout,
        reading: &'p Reading,
        record: &Record<'_>,
    ) -> Result<(), RowError> {
        self.check_shape(layout, record)?;
        let order = layout.order.map_or("", |column| record.field(column));
        let of_order = self.told.order_facts.of(layout, record, order);
        let moment = moment(layout, reading, record, of_order)?;
        let own_status = layout.status.map_or("", |column| record.field(column));
        let told = of_order.filter(|_| is_missing(own_status)).map_or("", Facts::status);
        let status = if told.is_empty() { own_status } else { told };
        let fate = self.fate(status);
        if fate == Fate::NotSold {
            *self.set_aside.entry(status.to_owned()).or_default() += 1;
            return Ok(());
        }
        let Taken { amount, order_total, currency, is_quantity_negative } =
            self.money.taken(layout, record, reading)?;
        let decides = order_total.or(amount);
        let is_return = fate == Fate::Return
            || is_quantity_negative
            || decides.is_some_and(|amount| amount < 0);
        let cancels = self.told.cancellations.cancelled_by(order, is_return);
        let is_return = is_return || cancels.is_some();
        let signed = |amount: i64| if is_return { -amount.abs() } else { amount };
        let (amount, order_total) = (amount.map(signed), order_total.map(signed));
        let given_back = match fate {
            Fate::Reversed if decides != Some(0) => Some((amount, order_total)),
            Fate::Reversed => None,
            _ => self
                .money
                .refunded(layout, record, reading, currency)?
                .filter(|&given_back| given_back > 0)
                // What was given back of the order stands on each line as its total does.
                .map(|given_back| match order_total {
                    Some(_) => (amount, Some(given_back)),
                    None => (Some(given_back), None),
                }),
        };
        let mut slots;
        let attributes: &[&str] = if layout.attributes.is_empty() {
            &[]
        } else {
            slots = [""; MAX_ATTRIBUTES];
            fill_attributes(layout, record, reading, &mut self.written, &mut slots)
        };
        let customer = match (buyer(layout, record, &mut self.lower_email), of_order) {
            ("", Some(facts)) => facts.customer(),
            (customer, _) => customer,
        };
        let row = OrderRow {
            customer,
            day: moment.day,
            has_time: moment.second > 0,
            order,
            amount,
            order_total,
            currency,
            cancels,
            is_return,
            attributes,
            rest: rest_of(layout, record, moment, reading),
            particulars: particulars(layout, record, moment),
        };
        self.sink.take(&row).map_err(RowError::sink)?;
        if let Some((amount, order_total)) = given_back.filter(|_| !is_return) {
            let taken_off = |amount: i64| -amount;
            let (amount, order_total) = (amount.map(taken_off), order_total.map(taken_off));
            let back = OrderRow { amount, order_total, is_return: true, ..row };
            self.sink.take(&back).map_err(RowError::sink)?;
        }
        self.accepted += 1;
        // a line whose order's status stands on another has its amount there
        let is_missing = decides.is_none() && told.is_empty() && layout.money != Money::None;
        self.without_amount += u64::from(is_missing);
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

    /// What a status says; the last one is remembered.
    fn fate(&mut self, status: &str) -> Fate {
        // two empty texts are compared slowly: they point at no memory
        if !status.is_empty() && status != self.last_status.0 {
            self.last_status = (status.to_owned(), fate(status));
        }
        if status.is_empty() { Fate::Sold } else { self.last_status.1 }
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
        let Instructions { layouts, readings, .. } = self.told;
        let Some((layout, reading)) = layouts.get(self.file).zip(readings.get(self.file)) else {
            return Ok(());
        };
        if record.line <= layout.header_line {
            return Ok(());
        }
        match self.row(layout, reading, record) {
            Ok(()) => {}
            Err(RowError::Sink(error)) => return Err(ReadError::Sink(error)),
            Err(RowError::Fault(_)) if record.is_blank() => return Ok(()),
            Err(RowError::Fault(fault)) => self.refuse(layout, record, fault),
        }
        self.rows[self.file] += 1;
        Ok(())
    }

    fn refuse_line(&mut self, line: u64, text: &str, reason: RejectReason) {
        if self.told.layouts.get(self.file).is_some_and(|layout| line <= layout.header_line) {
            return;
        }
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

/// The day and time of a row, its own or its order's.
#[inline]
fn moment(
    layout: &Layout,
    reading: &Reading,
    record: &Record<'_>,
    of_order: Option<&Facts>,
) -> Result<Moment, Fault> {
    let fault = |reason| (Some(layout.date), reason);
    let text = record.field(layout.date);
    let of_order = || of_order.filter(|_| is_missing(text)).and_then(Facts::moment);
    let Some(mut moment) = date::moment(text, reading.date_order).or_else(of_order) else {
        let missing = is_missing(text);
        let reason = if missing { RejectReason::DateMissing } else { RejectReason::NotADate };
        return Err(fault(reason));
    };
    if moment.day > reading.latest {
        return Err(fault(RejectReason::DateInFuture));
    }
    if moment.day < reading.earliest {
        return Err(fault(RejectReason::DateTooEarly));
    }
    if let Some(column) = layout.time
        && moment.second == 0
    {
        // a time that cannot be read does not make the day doubtful
        moment.second = time::time(record.field(column)).unwrap_or(0);
    }
    Ok(moment)
}

/// What the row says beyond who, when and for how much.
#[inline]
fn particulars<'a>(layout: &Layout, record: &Record<'a>, moment: Moment) -> Particulars<'a> {
    let said = |column: Option<usize>| {
        column.map(|at| record.field(at)).filter(|text| !is_missing(text)).unwrap_or_default()
    };
    Particulars {
        second: moment.second,
        pieces: said(layout.quantity).parse().ok().filter(|pieces| *pieces > 0),
        name: said(layout.name),
        email: Some(said(layout.email)).filter(|text| text.contains('@')).unwrap_or_default(),
        phone: telephone::number(said(layout.phone)),
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
