//! Which column of a file is which field.

use std::collections::{BTreeMap, HashMap};

use super::columns::Columns;
use super::errors::{PlanError, Question, Reading, Rejected};
use super::field::Field;
use super::names::{field_of, is_weak_customer};
use super::options::Options;
use super::survey::Survey;
use crate::values::words::folded;

/// Column of each field in one file.
pub(crate) type Mapping = BTreeMap<Field, usize>;

/// The names by which an export is known, and fields with their names in it.
type Export = (&'static [&'static str], &'static [(Field, &'static str)]);

/// Names that are taken differently in the export of a known shop, which is
/// known by other names beside them.
const EXPORTS: &[Export] = &[
    // Shopify calls the order's number its name; total and status stand on
    // the first line of each order
    (
        &["financialstatus", "lineitemname", "name"],
        &[(Field::Order, "name"), (Field::Amount, "total")],
    ),
    // Stripe: the payment's id
    (&["createdutc", "amountrefunded", "id"], &[(Field::Order, "id")]),
];

/// How many column names an error shows.
const SHOWN_NAMES: usize = 40;

/// A file that is being mapped.
pub(crate) struct FileColumns<'a> {
    pub(crate) name: &'a str,
    pub(crate) file: usize,
    pub(crate) columns: &'a Columns,
    pub(crate) survey: &'a Survey,
    pub(crate) options: &'a Options,
}

impl FileColumns<'_> {
    /// Finds the column of each field.
    pub(crate) fn mapping(&self) -> Result<Mapping, PlanError> {
        let mut mapping = self.named_by_user()?;
        if self.columns.is_named[self.file] {
            self.add_export(&mut mapping);
            self.add_named(&mut mapping);
            self.settle_customer(&mut mapping);
            self.add_by_values(&mut mapping)?;
            self.settle_line_prices(&mut mapping);
        } else {
            self.add_by_position(&mut mapping);
        }
        let columns = || self.shown_names();
        if !mapping.contains_key(&Field::Date) {
            return Err(PlanError::NoDate { file: self.name.to_owned(), columns: columns() });
        }
        if !mapping.contains_key(&Field::Customer) && !mapping.contains_key(&Field::Email) {
            return Err(PlanError::NoCustomer { file: self.name.to_owned(), columns: columns() });
        }
        Ok(mapping)
    }

    fn names(&self) -> &[String] {
        &self.columns.names[self.file]
    }

    /// Names for a sentence: the first few, none of them long.
    fn shown_names(&self) -> Vec<String> {
        let cut = |name: &String| name.chars().take(Rejected::VALUE_LIMIT).collect();
        self.names().iter().take(SHOWN_NAMES).map(cut).collect()
    }

    fn profile(&self, position: usize) -> &super::profile::Profile {
        self.columns.profile(self.file, position)
    }

    /// The columns that `--map` names. A file may lack one that another has.
    fn named_by_user(&self) -> Result<Mapping, PlanError> {
        let mut mapping = Mapping::new();
        for (field, wanted) in &self.options.map.columns {
            let number = wanted.strip_prefix('#').and_then(|number| number.parse::<usize>().ok());
            let by_number = number.and_then(|number| number.checked_sub(1));
            let names = self.names();
            let position = names
                .iter()
                .position(|name| name == wanted)
                .or_else(|| names.iter().position(|name| is_same_name(name, wanted)))
                .or(by_number.filter(|&position| position < names.len()));
            let in_another =
                || self.columns.names.iter().flatten().any(|name| is_same_name(name, wanted));
            match position {
                Some(position) => {
                    mapping.insert(*field, position);
                }
                None if in_another() => {}
                None => {
                    return Err(PlanError::NoSuchColumn {
                        file: self.name.to_owned(),
                        column: wanted.clone(),
                        columns: self.shown_names(),
                    });
                }
            }
        }
        Ok(mapping)
    }

    fn add_export(&self, mapping: &mut Mapping) {
        let keys: Vec<String> = self.names().iter().map(|name| folded(name)).collect();
        let has = |name: &str| keys.iter().any(|key| key == name);
        for (marks, fields) in EXPORTS {
            if marks.iter().all(|mark| has(mark)) {
                for (field, name) in *fields {
                    if let Some(position) = keys.iter().position(|key| key == name) {
                        mapping.entry(*field).or_insert(position);
                    }
                }
            }
        }
    }

    /// Takes the best name for each field whose values can be what it says.
    fn add_named(&self, mapping: &mut Mapping) {
        let mut candidates: BTreeMap<Field, Vec<(usize, usize)>> = BTreeMap::new();
        for (position, name) in self.names().iter().enumerate() {
            if mapping.values().any(|&taken| taken == position) {
                continue;
            }
            if let Some((field, rank)) = field_of(name)
                && self.fits(field, position)
            {
                candidates.entry(field).or_default().push((rank, position));
            }
        }
        // a date that stands in every row is better than one with a better name
        let filled = |position: usize| {
            let profile = self.profile(position);
            profile.values as f64 / profile.rows.max(1) as f64
        };
        if let Some(dates) = candidates.get_mut(&Field::Date) {
            let fullest = dates.iter().map(|&(_, at)| filled(at)).fold(0.0, f64::max);
            dates.retain(|&(_, at)| filled(at) >= fullest - 0.005);
        }
        for (field, columns) in candidates {
            if let Some(&(_, position)) = columns.iter().min() {
                mapping.entry(field).or_insert(position);
            }
        }
    }

    /// Whether the values of a column can be what its name says.
    fn fits(&self, field: Field, position: usize) -> bool {
        let profile = self.profile(position);
        if profile.rows == 0 {
            // a header without rows: the names are all there is
            return true;
        }
        match field {
            Field::Date => (profile.dates + profile.number_dates) * 2 >= profile.values.max(1),
            Field::Amount | Field::Quantity | Field::Price | Field::Refunded => {
                profile.values > 0 && profile.numbers * 2 >= profile.values
            }
            Field::Currency => profile.values > 0 && profile.numbers == 0,
            Field::Customer
            | Field::Email
            | Field::Time
            | Field::Order
            | Field::Status
            | Field::Product
            | Field::Category
            | Field::Source
            | Field::Country
            | Field::Discount => profile.values > 0,
        }
    }

    /// An e-mail address tells customers apart better than a name or a bare
    /// `id`, which is then the order's.
    fn settle_customer(&self, mapping: &mut Mapping) {
        let Some(&customer) = mapping.get(&Field::Customer) else { return };
        if self.options.map.column(Field::Customer).is_some() {
            return;
        }
        if is_weak_customer(&self.names()[customer]) && mapping.contains_key(&Field::Email) {
            mapping.remove(&Field::Customer);
        }
        let taken = |position: &usize| mapping.values().any(|taken| taken == position);
        let bare_id = self.names().iter().position(|name| folded(name) == "id");
        if let Some(id) = bare_id.filter(|id| !taken(id)) {
            mapping.entry(Field::Order).or_insert(id);
        }
    }

    /// Fields whose columns have names we do not know, by their values.
    fn add_by_values(&self, mapping: &mut Mapping) -> Result<(), PlanError> {
        let free = |mapping: &Mapping| -> Vec<usize> {
            (0..self.names().len())
                .filter(|position| !mapping.values().any(|taken| taken == position))
                .filter(|&position| field_of(&self.names()[position]).is_none())
                .collect()
        };
        if !mapping.contains_key(&Field::Date) {
            let dates = free(mapping).into_iter().filter(|&at| self.profile(at).is_dates());
            self.take_only(mapping, Field::Date, Question::Date, &dates.collect::<Vec<_>>())?;
        }
        if !mapping.contains_key(&Field::Customer) && !mapping.contains_key(&Field::Email) {
            let columns = free(mapping);
            let addresses: Vec<usize> = columns
                .iter()
                .copied()
                .filter(|&at| {
                    let profile = self.profile(at);
                    profile.values > 0 && profile.addresses * 10 >= profile.values * 9
                })
                .collect();
            if let [only] = addresses[..] {
                mapping.insert(Field::Email, only);
            } else {
                let may_be_ids = columns.into_iter().filter(|&at| {
                    let profile = self.profile(at);
                    let different = profile.distinct.len() as u64;
                    profile.decimals == 0 && !profile.is_dates() && different > 1
                });
                self.take_only(
                    mapping,
                    Field::Customer,
                    Question::Customer,
                    &may_be_ids.collect::<Vec<_>>(),
                )?;
            }
        }
        let has_money =
            [Field::Amount, Field::Price].iter().any(|field| mapping.contains_key(field));
        if !has_money {
            let amounts = free(mapping).into_iter().filter(|&at| {
                let profile = self.profile(at);
                profile.is_numbers() && profile.decimals > 0 && !profile.is_dates()
            });
            self.take_only(mapping, Field::Amount, Question::Amount, &amounts.collect::<Vec<_>>())?;
        }
        Ok(())
    }

    /// Takes the only column there is; asks where there are several.
    fn take_only(
        &self,
        mapping: &mut Mapping,
        field: Field,
        question: Question,
        positions: &[usize],
    ) -> Result<(), PlanError> {
        match *positions {
            [] => Ok(()),
            [only] => {
                mapping.insert(field, only);
                Ok(())
            }
            _ => {
                let reading = |&position: &usize| {
                    let mut map = self.options.map.clone();
                    map.columns.push((field, self.names()[position].clone()));
                    let example = self.profile(position).example.clone().unwrap_or_default();
                    let meaning = format!("the {field}");
                    Reading { map, example, meaning }
                };
                let readings = positions.iter().map(reading).collect();
                Err(PlanError::Ambiguous { question, readings })
            }
        }
    }

    /// Where the total of the order is repeated on each of its lines, the
    /// money is quantity times price.
    fn settle_line_prices(&self, mapping: &mut Mapping) {
        let told = self.options.map.column(Field::Amount).is_some();
        let has = |field| mapping.contains_key(&field);
        let (Some(&order), Some(&amount)) =
            (mapping.get(&Field::Order), mapping.get(&Field::Amount))
        else {
            return;
        };
        if told || !has(Field::Quantity) || !has(Field::Price) {
            return;
        }
        let mut orders: HashMap<&str, (&str, u64, bool)> = HashMap::new();
        for row in &self.survey.rows {
            let (Some(order), Some(amount)) = (row.get(order), row.get(amount)) else { continue };
            let (first, lines, alike) = orders.entry(order).or_insert((amount, 0, true));
            *alike &= *first == amount && !amount.is_empty();
            *lines += 1;
        }
        let of_many = orders.values().filter(|(_, lines, _)| *lines > 1);
        let (many, alike) = of_many.fold((0_u64, 0_u64), |(many, alike), (_, _, is_alike)| {
            (many + 1, alike + u64::from(*is_alike))
        });
        if many >= 3 && alike * 10 >= many * 9 {
            mapping.remove(&Field::Amount);
        }
    }

    /// A file without a header: the only layout we know is customer, perhaps
    /// a second id, date, perhaps units, amount.
    fn add_by_position(&self, mapping: &mut Mapping) {
        let width = self.names().len();
        let is_free = |mapping: &Mapping, at: &usize| !mapping.values().any(|taken| taken == at);
        if !mapping.contains_key(&Field::Date) {
            let date = (0..width).find(|&at| self.profile(at).is_dates());
            mapping.extend(date.map(|date| (Field::Date, date)));
        }
        let Some(&date) = mapping.get(&Field::Date) else { return };
        if !mapping.contains_key(&Field::Customer) && !mapping.contains_key(&Field::Email) {
            let customer = (0..width).find(|at| is_free(mapping, at));
            mapping.extend(customer.map(|customer| (Field::Customer, customer)));
        }
        let numbers: Vec<usize> = (date + 1..width)
            .filter(|at| is_free(mapping, at) && self.profile(*at).is_numbers())
            .collect();
        if !mapping.contains_key(&Field::Amount)
            && let Some(&amount) = numbers.last()
        {
            mapping.insert(Field::Amount, amount);
            let units = numbers.iter().rev().nth(1).copied();
            let units = units.filter(|&at| self.profile(at).decimals == 0);
            if let Some(units) = units {
                mapping.entry(Field::Quantity).or_insert(units);
            }
        }
    }
}

fn is_same_name(name: &str, wanted: &str) -> bool {
    let key = folded(wanted);
    !key.is_empty() && folded(name) == key
}
