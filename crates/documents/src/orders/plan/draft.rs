//! Columns, attributes and layouts, put together from all files.

use super::evidence::Evidence;
use super::mapping::Mapping;
use crate::formats::format::Format;
use crate::orders::field::{AttributeColumn, AttributeRole, Field};
use crate::orders::notes::Note;
use crate::orders::options::Options;
use crate::orders::read::attributes::MAX_ATTRIBUTES;
use crate::orders::read::layout::{Layout, Money, Reading, RestColumn};
use crate::orders::survey::Survey;
use crate::orders::survey::columns::Columns;
use crate::orders::survey::names::{is_personal, names_person};
use crate::values::currency;

/// An attribute, and its index in all columns where it has no known meaning.
type Attribute = (AttributeColumn, Option<usize>);

/// What is known of all files before the values are understood.
pub(crate) struct Draft<'a> {
    pub(crate) surveys: &'a [Survey],
    pub(crate) columns: &'a Columns,
    pub(crate) mappings: &'a [Mapping],
    /// Whether the amounts of a file are totals of orders, repeated on each line.
    pub(crate) repeat_totals: &'a [bool],
    pub(crate) options: &'a Options,
}

impl Draft<'_> {
    /// The attributes, with what is said of those that are too many.
    pub(crate) fn attributes(&self) -> (Vec<Attribute>, Option<Note>) {
        let mut attributes: Vec<Attribute> = Vec::new();
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
        let beyond = attributes.split_off(attributes.len().min(MAX_ATTRIBUTES));
        let columns: Vec<String> = beyond.into_iter().map(|(column, _)| column.name).collect();
        let note = (!columns.is_empty()).then_some(Note::AttributesNotRead { columns });
        (attributes, note)
    }

    pub(crate) fn layouts(&self, attributes: &[Attribute]) -> Vec<Layout> {
        (0..self.surveys.len()).map(|file| self.layout(file, attributes)).collect()
    }

    fn layout(&self, file: usize, attributes: &[Attribute]) -> Layout {
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
        let line = column(Field::Quantity).zip(column(Field::Price));
        let money = match (column(Field::Amount), line, column(Field::Price)) {
            (Some(total), line, _) if self.repeat_totals[file] => Money::OrderTotal { total, line },
            (Some(amount), _, _) => Money::Column(amount),
            (None, Some((quantity, price)), _) => Money::Product { quantity, price },
            (None, None, Some(price)) => Money::Column(price),
            (None, None, None) => Money::None,
        };
        let customer = column(Field::Customer);
        let email = column(Field::Email);
        let money_column = money.in_currency();
        let carried: Vec<usize> = [
            customer.or(email),
            column(Field::Date),
            column(Field::Time),
            column(Field::Order),
            money_column.filter(|_| !matches!(money, Money::Product { .. })),
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
            Format::Json { .. } | Format::Workbook { .. } | Format::Parquet { .. } => 0,
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
            phone: column(Field::Phone),
            name: self.person(file),
            date: column(Field::Date).unwrap_or(0),
            time: column(Field::Time),
            order: column(Field::Order),
            quantity: column(Field::Quantity),
            currency: column(Field::Currency),
            status: column(Field::Status),
            refunded: column(Field::Refunded),
            is_typed: self.surveys[file].format.is_typed(),
            names,
            money,
            attributes,
            needed,
            default_currency,
        }
    }

    /// The column of customers' names that is not what tells them apart.
    fn person(&self, file: usize) -> Option<usize> {
        let mapping = &self.mappings[file];
        let names = (0..).zip(&self.columns.names[file]);
        names
            .filter(|(at, _)| !mapping.values().any(|mapped| mapped == at))
            .filter_map(|(at, name)| Some((names_person(name)?, at)))
            .min()
            .map(|(_, at)| at)
    }

    /// The columns customers' names are taken from.
    pub(crate) fn names_of_people(layouts: &[Layout]) -> Vec<String> {
        let mut found: Vec<String> = Vec::new();
        for layout in layouts {
            let name = layout.name.and_then(|at| layout.names.get(at));
            found.extend(name.filter(|name| !found.contains(name)).cloned());
        }
        found
    }

    /// The columns that hold no field, nor customers' names.
    pub(crate) fn left_over(&self) -> Vec<String> {
        let mut left_over: Vec<String> = Vec::new();
        for (file, names) in self.columns.names.iter().enumerate() {
            let person = self.person(file);
            for (at, name) in names.iter().enumerate() {
                let is_read = self.mappings[file].values().any(|mapped| *mapped == at)
                    || person == Some(at)
                    || name.trim().is_empty();
                if !is_read && !left_over.contains(name) {
                    left_over.push(name.clone());
                }
            }
        }
        left_over
    }

    pub(crate) fn mapping(&self) -> Vec<(Field, String)> {
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

    /// Mapping and formats in the words of `--map`. What differs from file to
    /// file is left out: one word could not say it.
    pub(crate) fn described(
        &self,
        evidence: &[Evidence],
        readings: &[Reading],
        layouts: &[Layout],
    ) -> Vec<(String, String)> {
        let mut pairs: Vec<(String, String)> =
            self.mapping().into_iter().map(|(field, name)| (field.to_string(), name)).collect();
        let any = |says: fn(&Evidence) -> bool| evidence.iter().any(says);
        let order = the_same(readings.iter().map(|reading| reading.date_order));
        if let Some(order) = order.filter(|_| any(|evidence| evidence.order.values > 0)) {
            pairs.push(("date_order".to_owned(), order.key().to_owned()));
        }
        let decimal = the_same(readings.iter().map(|reading| reading.decimal));
        let is_said = any(|evidence| evidence.mark.comma + evidence.mark.open > 0);
        if let Some(decimal) = decimal.filter(|_| is_said) {
            pairs.push(("decimal".to_owned(), decimal.key().to_owned()));
        }
        let has_currency_column = layouts.iter().any(|layout| layout.currency.is_some());
        let told = layouts.iter().find_map(|layout| layout.default_currency);
        if let Some(currency) = told.filter(|_| !has_currency_column) {
            pairs.push(("currency".to_owned(), currency.to_string()));
        }
        pairs
    }
}

/// What all are, if all are the same.
fn the_same<T: PartialEq>(mut all: impl Iterator<Item = T>) -> Option<T> {
    let first = all.next()?;
    all.all(|other| other == first).then_some(first)
}
