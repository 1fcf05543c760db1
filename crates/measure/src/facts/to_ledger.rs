//! Facts into the ledger: orders as rows of a file would be.

use std::collections::HashMap;

use chrono::{DateTime, NaiveDateTime, NaiveTime, Utc};
use documents::orders::{AttributeColumn, AttributeRole, OrderRow, Particulars, RowSink as _};
use kernel::Day;
use kernel::facts::{CustomerFact, Fact, FactFile, FactId, FactKind, LineFact, OrderFact};
use review::Review;
use review::figures::SourceFile;
use uuid::Uuid;
use uuid::fmt::Simple as SimpleUuid;

use super::merge::Merged;
use super::{FactFolder, FactsError};
use crate::book::Book;
use crate::ledger::{Closing, Ledger, LedgerSink, Storage};
use crate::{BookFigures, Reading};

/// How the ledger calls a customer of the record, and what else it is told.
#[derive(Debug)]
struct Known {
    /// The number a business knows them by; where there is none, their id.
    called: Box<str>,
    /// What they are called by people.
    name: Box<str>,
    country: Box<str>,
}

impl Known {
    /// Their name, and the number where there is one that says something else.
    fn in_words(&self) -> String {
        let is_number = Uuid::try_parse(&self.called).is_err() && self.called != self.name;
        if is_number { format!("{} ({})", self.name, self.called) } else { self.name.to_string() }
    }
}

/// The customers of the record.
#[derive(Debug, Default)]
pub struct KnownCustomers {
    known: HashMap<FactId, Known>,
    has_countries: bool,
}

impl KnownCustomers {
    fn read(folder: &FactFolder, files: &[FactFile]) -> Result<Self, FactsError> {
        let mut all = Self::default();
        for fact in Merged::<CustomerFact>::of(folder, &of_kind(files, FactKind::Customers))? {
            let fact = fact?;
            if fact.is_gone {
                continue;
            }
            let CustomerFact { code, name, country } = fact.what;
            // A code that reads like an id could be taken for another's.
            let code = code.filter(|code| Uuid::try_parse(code).is_err());
            let called = code.unwrap_or_else(|| Uuid::from_u128(fact.id).to_string());
            all.has_countries |= country.is_some();
            let country = country.unwrap_or_default().into_boxed_str();
            let name = name.into_boxed_str();
            all.known.insert(fact.id, Known { called: called.into_boxed_str(), name, country });
        }
        Ok(all)
    }

    /// Calls those a review names by their names, beside what the ledger calls
    /// them where a business knows them by it, and leads to their pages, where
    /// there are any.
    pub fn name(&self, review: &mut Review, page: impl Fn(FactId) -> Option<String>) {
        let regulars = &mut review.regulars;
        let alarms = [
            &mut regulars.order_value_falling,
            &mut regulars.gone_quiet,
            &mut regulars.range_stopped,
        ];
        let alarmed = alarms.into_iter().flatten().flat_map(|alarm| &mut alarm.customers);
        let alarmed = alarmed.map(|customer| (&mut customer.id, &mut customer.page));
        let called = review.call_today.iter_mut().map(|call| (&mut call.id, &mut call.page));
        let mut places_of: HashMap<String, Vec<(&mut String, &mut Option<String>)>> =
            HashMap::new();
        for (id, to) in called.chain(alarmed) {
            places_of.entry(id.clone()).or_default().push((id, to));
        }
        for (id, known) in &self.known {
            let Some(places) = places_of.get_mut(&*known.called) else { continue };
            for (called, to) in places {
                **to = page(*id);
                if !known.name.is_empty() {
                    **called = known.in_words();
                }
            }
        }
    }

    /// Who is meant by what the ledger calls them.
    #[must_use]
    pub fn by_what_they_are_called(&self) -> HashMap<&str, FactId> {
        self.known.iter().map(|(id, known)| (&*known.called, *id)).collect()
    }
}

/// The figures of the record, and whom they are about.
pub struct FiguresOfRecord {
    /// Answers questions about its orders.
    pub figures: BookFigures,
    /// Its customers.
    pub customers: KnownCustomers,
}

impl FactFolder {
    /// The book of the orders in these files, which came from `place`, each on
    /// the day that clocks showed where the business is, as `local` tells.
    ///
    /// # Errors
    /// Where a file cannot be read, or the ledger makes no book of its orders.
    pub fn figures(
        &self,
        files: &[FactFile],
        place: &str,
        storage: Storage,
        closing: &Closing,
        local: impl Fn(DateTime<Utc>) -> NaiveDateTime,
    ) -> Result<FiguresOfRecord, FactsError> {
        let customers = KnownCustomers::read(self, files)?;
        let orders = of_kind(files, FactKind::Orders);
        let has_lines = self.have_lines(&orders)?;
        let columns = columns(has_lines, customers.has_countries);
        let ledger = Ledger::new(&columns, storage);
        let sink = ledger.sink();
        let mut rows = Rows { sink, customers: &customers, has_lines, taken: 0 };
        for order in Merged::<OrderFact>::of(self, &orders)? {
            let order = order?;
            rows.take(&order, local(order.what.placed_at))?;
        }
        let Rows { sink, taken, .. } = rows;
        let reading = Reading {
            files: vec![SourceFile {
                name: place.to_owned(),
                format: "Parquet".to_owned(),
                rows: taken,
            }],
            rows: taken,
            accepted: taken,
            rejected: 0,
            set_aside: Vec::new(),
            mapping: Vec::new(),
        };
        let book: Book = ledger.close(vec![sink], closing)?;
        Ok(FiguresOfRecord { figures: BookFigures::new(book, reading), customers })
    }

    /// Whether any order says what was bought: the review names columns that
    /// are there and says why it goes without others.
    fn have_lines(&self, orders: &[FactFile]) -> Result<bool, FactsError> {
        for order in Merged::<OrderFact>::of(self, orders)? {
            let order = order?;
            if !order.is_gone && !order.what.lines.is_empty() {
                return Ok(true);
            }
        }
        Ok(false)
    }
}

fn of_kind(files: &[FactFile], kind: FactKind) -> Vec<FactFile> {
    files.iter().filter(|file| file.kind == kind).cloned().collect()
}

fn columns(has_lines: bool, has_countries: bool) -> Vec<AttributeColumn> {
    let column = |name: &str, role| AttributeColumn { name: name.to_owned(), role };
    let product = has_lines.then(|| column("product", AttributeRole::Product));
    let country = has_countries.then(|| column("country", AttributeRole::Country));
    product.into_iter().chain(country).collect()
}

/// Gives orders to the ledger, line by line.
struct Rows<'c> {
    sink: LedgerSink,
    customers: &'c KnownCustomers,
    has_lines: bool,
    taken: u64,
}

impl Rows<'_> {
    fn take(&mut self, fact: &Fact<OrderFact>, placed_at: NaiveDateTime) -> Result<(), FactsError> {
        let order = &fact.what;
        // An order may be told before its customer is.
        let known = self.customers.known.get(&order.customer).filter(|_| !fact.is_gone);
        let Some(known) = known else { return Ok(()) };
        let mut letters = [0; SimpleUuid::LENGTH];
        let is_return = order.total < 0;
        let row = OrderRow {
            customer: &known.called,
            day: Day::from(placed_at.date()),
            has_time: placed_at.time() != NaiveTime::MIN,
            order: Uuid::from_u128(fact.id).as_simple().encode_lower(&mut letters),
            amount: Some(order.total),
            order_total: None,
            currency: order.currency.is_known().then_some(order.currency),
            cancels: None,
            is_return,
            attributes: &[],
            rest: 0,
            particulars: Particulars::default(),
        };
        let attributes = |product| {
            let both = [product, known.country.as_ref()];
            if self.has_lines { both } else { [known.country.as_ref(), ""] }
        };
        let sum = order.lines.iter().map(amount).fold(0, i64::saturating_add);
        let has_discounts = order.lines.iter().any(|line| amount(line) < 0);
        // Where lines do not come to the total, or some take off it, those that
        // were bought share it out.
        let order_total = (sum != order.total || has_discounts).then_some(order.total);
        let bought = order.lines.iter().filter(|line| order_total.is_none() || amount(line) > 0);
        let mut lines = 0;
        for line in bought {
            lines += 1;
            let amount = if is_return { -amount(line).abs() } else { amount(line) };
            let attributes = &attributes(&line.product);
            let amount = Some(amount);
            self.sink.take(&OrderRow { amount, order_total, attributes, rest: lines, ..row })?;
        }
        if lines == 0 {
            self.sink.take(&OrderRow { attributes: &attributes(""), ..row })?;
        }
        self.taken += lines.max(1);
        Ok(())
    }
}

fn amount(line: &LineFact) -> i64 {
    line.quantity.saturating_mul(line.unit_price)
}
