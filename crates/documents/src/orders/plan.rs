//! How the orders are written down, found out from all files together.

use kernel::Day;

use super::columns::Columns;
use super::errors::{PlanError, Question, ReadError, Reading as Choice, Rejected};
use super::evidence::{self, Evidence};
use super::field::{AttributeColumn, AttributeRole, Field};
use super::interpret::MAX_ATTRIBUTES;
use super::layout::{Layout, Money, Reading, RestColumn};
use super::mapping::{FileColumns, Mapping};
use super::names::is_personal;
use super::options::{DateOrder, DecimalMark, Options};
use super::read::{self, Progress, ReadOutcome};
use super::row::RowSink;
use super::sources::Sources;
use super::survey::{self, Format, Survey};
use crate::values::{currency, date, number};

/// How the orders are written down in all files together.
#[derive(Debug)]
pub struct Plan {
    pub(super) sources: Sources,
    pub(super) options: Options,
    pub(super) formats: Vec<Format>,
    pub(super) layouts: Vec<Layout>,
    pub(super) reading: Reading,
    mapping: Vec<(Field, String)>,
    attributes: Vec<AttributeColumn>,
    described: Vec<(String, String)>,
    has_times: bool,
}

/// Finds out how the orders are written down.
///
/// Files up to 4 MiB are looked at whole, of others the beginning and pieces
/// from all over; where day and month or decimal signs can be taken for each
/// other, every row of every file is looked at.
///
/// # Errors
/// [`PlanError::Ambiguous`] where more than one reading is possible;
/// otherwise where a needed column or a file is missing.
pub fn plan(sources: &Sources, options: &Options) -> Result<Plan, PlanError> {
    let surveys = sources
        .files()
        .iter()
        .map(|source| survey::survey(sources, source))
        .collect::<Result<Vec<Survey>, ReadError>>()?;
    let columns = Columns::of(&surveys);
    let mappings = sources
        .files()
        .iter()
        .zip(&surveys)
        .enumerate()
        .map(|(file, (source, survey))| {
            FileColumns { name: &source.name, file, columns: &columns, survey, options }.mapping()
        })
        .collect::<Result<Vec<Mapping>, PlanError>>()?;
    let formats: Vec<Format> = surveys.iter().map(|survey| survey.format.clone()).collect();
    let draft = Draft { surveys: &surveys, columns: &columns, mappings: &mappings, options };
    let attributes = draft.attributes();
    let layouts = draft.layouts(&attributes);
    let mut evidence = draft.evidence();
    if evidence.needs_all_rows() && !surveys.iter().all(|survey| survey.is_whole) {
        evidence = evidence::of_all_rows(sources, &formats, &layouts, options)?;
    }
    let reading = draft.reading(&evidence)?;
    Ok(Plan {
        sources: sources.clone(),
        options: options.clone(),
        mapping: draft.mapping(),
        described: draft.described(&evidence, reading, &layouts),
        has_times: draft.has_times(),
        attributes: attributes.into_iter().map(|(column, _)| column).collect(),
        formats,
        layouts,
        reading,
    })
}

impl Plan {
    /// Which column holds which field (`#3` where there is no header).
    #[must_use]
    pub fn mapping(&self) -> &[(Field, String)] {
        &self.mapping
    }

    /// Mapping and formats, as pairs of a key and a value that `--map` takes:
    /// (`customer`, `Client`), (`date_order`, `dmy`), …
    #[must_use]
    pub fn describe(&self) -> Vec<(String, String)> {
        self.described.clone()
    }

    /// The columns behind `OrderRow::attributes`: those of a known meaning
    /// (category, product, source, country, discount) and every other column
    /// whose sampled values make groups (2 to 200 different, each twice on
    /// average, short) and whose name is not that of an id, a person, an
    /// address, a date or a note.
    #[must_use]
    pub fn attributes(&self) -> &[AttributeColumn] {
        &self.attributes
    }

    /// Whether rows come with an amount.
    #[must_use]
    pub fn has_amounts(&self) -> bool {
        self.layouts.iter().any(|layout| layout.money != Money::None)
    }

    /// Whether rows come with the id of their order.
    #[must_use]
    pub fn has_order_ids(&self) -> bool {
        self.layouts.iter().any(|layout| layout.order.is_some())
    }

    /// Whether the sample of the files has a time of day other than midnight.
    #[must_use]
    pub fn dates_have_times(&self) -> bool {
        self.has_times
    }

    /// Reads all files with as many threads as the machine has, each into its
    /// own sink. `rejected` is called for each refused row, by file and line.
    ///
    /// # Errors
    /// Where a file cannot be read to its end, a sink or `rejected` fails, or
    /// a row is refused and the options are strict.
    pub fn read<S: RowSink>(
        &self,
        make_sink: impl Fn() -> S + Sync,
        rejected: &mut (dyn FnMut(&Rejected) -> std::io::Result<()> + Send),
        progress: &dyn Progress,
    ) -> Result<ReadOutcome<S>, ReadError> {
        read::read(self, make_sink, rejected, progress)
    }
}

/// What is known of all files before the values are understood.
struct Draft<'a> {
    surveys: &'a [Survey],
    columns: &'a Columns,
    mappings: &'a [Mapping],
    options: &'a Options,
}

impl Draft<'_> {
    /// The attributes, and the index in all columns of those without a known
    /// meaning.
    fn attributes(&self) -> Vec<(AttributeColumn, Option<usize>)> {
        let mut attributes = Vec::new();
        for field in Field::ALL {
            let named =
                self.mappings.iter().zip(&self.columns.names).find_map(|(mapping, names)| {
                    mapping.get(&field).and_then(|&at| names.get(at).cloned())
                });
            if let (Some(name), Some(role)) = (named, field.role()) {
                attributes.push((AttributeColumn { name, role }, None));
            }
        }
        for (index, column) in self.columns.all.iter().enumerate() {
            let is_mapped =
                self.mappings.iter().zip(&self.columns.of_file).any(|(mapping, of_file)| {
                    mapping.values().any(|&at| of_file.get(at) == Some(&index))
                });
            if !is_mapped && column.profile.makes_groups() && !is_personal(&column.name) {
                let name = column.name.clone();
                attributes
                    .push((AttributeColumn { name, role: AttributeRole::Other }, Some(index)));
            }
        }
        attributes.truncate(MAX_ATTRIBUTES);
        attributes
    }

    fn layouts(&self, attributes: &[(AttributeColumn, Option<usize>)]) -> Vec<Layout> {
        (0..self.surveys.len()).map(|file| self.layout(file, attributes)).collect()
    }

    fn layout(&self, file: usize, attributes: &[(AttributeColumn, Option<usize>)]) -> Layout {
        let mapping = &self.mappings[file];
        let column = |field| mapping.get(&field).copied();
        let kind = |at: usize| self.columns.profile(file, at).kind();
        let attributes: Vec<_> = attributes
            .iter()
            .map(|(attribute, index)| {
                let at = match index {
                    Some(index) => self.columns.of_file[file].iter().position(|at| at == index),
                    None => mapping
                        .iter()
                        .find(|(field, _)| field.role() == Some(attribute.role))
                        .map(|(_, &at)| at),
                };
                at.map(|at| (at, kind(at)))
            })
            .collect();
        let money = match (column(Field::Amount), column(Field::Quantity), column(Field::Price)) {
            (Some(amount), _, _) => Money::Column(amount),
            (None, Some(quantity), Some(price)) => Money::Product { quantity, price },
            (None, None, Some(price)) => Money::Column(price),
            (None, _, None) => Money::None,
        };
        let customer = column(Field::Customer);
        let email = column(Field::Email);
        let money_column = match money {
            Money::Column(at) => Some(at),
            Money::Product { price, .. } => Some(price),
            Money::None => None,
        };
        let carried: Vec<usize> = [
            customer.or(email),
            column(Field::Date),
            column(Field::Time),
            column(Field::Order),
            money_column.filter(|_| matches!(money, Money::Column(_))),
            column(Field::Currency),
        ]
        .into_iter()
        .flatten()
        .chain(attributes.iter().flatten().map(|(at, _)| *at))
        .collect();
        let names = self.columns.names[file].clone();
        let rest = (0..names.len()).filter(|at| !carried.contains(at)).map(|index| {
            let key = &self.columns.all[self.columns.of_file[file][index]].key;
            let name_hash = rapidhash::v3::rapidhash_v3(key.as_bytes());
            RestColumn { index, kind: kind(index), name_hash }
        });
        let needed = match self.surveys[file].format {
            Format::Delimited { .. } => {
                [customer, column(Field::Date), column(Field::Order), money_column]
                    .into_iter()
                    .flatten()
                    .max()
                    .map_or(0, |last| last + 1)
            }
            Format::JsonLines { .. } | Format::Workbook { .. } | Format::Parquet { .. } => 0,
        };
        let default_currency = money_column
            .and_then(|at| currency::in_column_name(&names[at]))
            .or_else(|| {
                let sign = self.columns.profile(file, money_column?).currency()?;
                Some(currency::meant_by_sign(sign, self.options.currency))
            })
            .or(self.options.currency);
        Layout {
            rest: rest.collect(),
            header_line: self.surveys[file].header_line,
            customer,
            email,
            date: column(Field::Date).unwrap_or(0),
            time: column(Field::Time),
            order: column(Field::Order),
            quantity: column(Field::Quantity),
            currency: column(Field::Currency),
            status: column(Field::Status),
            refunded: column(Field::Refunded),
            names,
            money,
            attributes,
            needed,
            default_currency,
        }
    }

    /// Evidence of the samples.
    fn evidence(&self) -> Evidence {
        let mut evidence = Evidence::default();
        for (file, mapping) in self.mappings.iter().enumerate() {
            for (field, &at) in mapping {
                let profile = self.columns.profile(file, at);
                match field {
                    Field::Date => evidence.add_dates(profile),
                    Field::Amount | Field::Price | Field::Quantity | Field::Refunded => {
                        evidence.add_numbers(profile);
                    }
                    _ => {}
                }
            }
        }
        evidence
    }

    fn reading(&self, evidence: &Evidence) -> Result<Reading, PlanError> {
        let told = &self.options.map;
        let date_order = told.date_order.or_else(|| evidence.order.verdict());
        let decimal = told.decimal.or_else(|| evidence.mark.verdict());
        let Some(date_order) = date_order else {
            let example = evidence.open_date.clone().unwrap_or_default();
            let reading = |order| {
                let mut map = told.clone();
                map.date_order = Some(order);
                let moment = date::moment(&example, order);
                let meaning = moment.map(|moment| moment.day.to_string()).unwrap_or_default();
                Choice { map, example: example.clone(), meaning }
            };
            let orders = [DateOrder::DayMonthYear, DateOrder::MonthDayYear];
            let readings = orders.map(reading).to_vec();
            return Err(PlanError::Ambiguous { question: Question::DateOrder, readings });
        };
        let Some(decimal) = decimal else {
            let example = evidence.open_number.clone().unwrap_or_default();
            let reading = |mark| {
                let mut map = told.clone();
                map.decimal = Some(mark);
                let mut meaning = String::new();
                if let Ok(amount) = number::amount(&example, mark) {
                    amount.value.write_to(&mut meaning);
                }
                Choice { map, example: example.clone(), meaning }
            };
            let readings = [DecimalMark::Point, DecimalMark::Comma].map(reading).to_vec();
            return Err(PlanError::Ambiguous { question: Question::Decimal, readings });
        };
        // 1900-01-01: what lies before is a spreadsheet's zero, not an order
        let earliest = Day::from_epoch_days(-25_567);
        Ok(Reading {
            date_order,
            decimal,
            told_currency: self.options.currency,
            earliest,
            latest: self.options.today.plus_days(1),
            status_on_first_line: self.has_status_on_first_line(),
        })
    }

    /// Whether orders of several lines have their status on one of them only.
    fn has_status_on_first_line(&self) -> bool {
        self.mappings.iter().enumerate().any(|(file, mapping)| {
            let (Some(&status), true) =
                (mapping.get(&Field::Status), mapping.contains_key(&Field::Order))
            else {
                return false;
            };
            let profile = self.columns.profile(file, status);
            profile.values < profile.rows
        })
    }

    fn has_times(&self) -> bool {
        self.mappings.iter().enumerate().any(|(file, mapping)| {
            let times = |field| mapping.get(field).map(|&at| self.columns.profile(file, at));
            times(&Field::Date).is_some_and(|profile| profile.times > 0)
                || times(&Field::Time).is_some_and(|profile| profile.values > 0)
        })
    }

    fn mapping(&self) -> Vec<(Field, String)> {
        let mut mapped = Vec::new();
        for field in Field::ALL {
            for (mapping, names) in self.mappings.iter().zip(&self.columns.names) {
                if let Some(name) = mapping.get(&field).and_then(|&at| names.get(at))
                    && !mapped.contains(&(field, name.clone()))
                {
                    mapped.push((field, name.clone()));
                }
            }
        }
        mapped
    }

    fn described(
        &self,
        evidence: &Evidence,
        reading: Reading,
        layouts: &[Layout],
    ) -> Vec<(String, String)> {
        let mut pairs: Vec<(String, String)> =
            self.mapping().into_iter().map(|(field, name)| (field.to_string(), name)).collect();
        if evidence.order.values > 0 {
            pairs.push(("date_order".to_owned(), reading.date_order.key().to_owned()));
        }
        if evidence.mark.comma > 0 || evidence.mark.has_open() {
            pairs.push(("decimal".to_owned(), reading.decimal.key().to_owned()));
        }
        let has_currency_column = layouts.iter().any(|layout| layout.currency.is_some());
        let told = layouts.iter().find_map(|layout| layout.default_currency);
        if let Some(currency) = told.filter(|_| !has_currency_column) {
            pairs.push(("currency".to_owned(), currency.to_string()));
        }
        pairs
    }
}
