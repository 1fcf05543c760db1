//! Which column of a file is which field.

mod by_values;
mod headerless;
mod left_out;
mod named;
pub(crate) mod order_totals;

use std::collections::BTreeMap;

use crate::formats::error::Rejected;
use crate::orders::field::Field;
use crate::orders::options::Options;
use crate::orders::plan::error::{PlanError, Question, Reading};
use crate::orders::survey::Survey;
use crate::orders::survey::columns::Columns;
use crate::orders::survey::profile::Profile;
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
        &["financialstatus", "name", "createdat"],
        &[(Field::Order, "name"), (Field::Amount, "total"), (Field::Date, "createdat")],
    ),
    // Stripe: the payment's id
    (
        &["createdutc", "amountrefunded", "id"],
        &[(Field::Order, "id"), (Field::Amount, "amount"), (Field::Date, "createdutc")],
    ),
    // Square: without taxes and tips, which are not the shop's
    (&["grosssales", "netsales", "totalcollected"], &[(Field::Amount, "netsales")]),
    // Magento: what was bought in the shop's own currency, or the customer's
    (
        &["grandtotalbase", "grandtotalpurchased", "purchasedate"],
        &[(Field::Amount, "grandtotalpurchased")],
    ),
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
            self.add_named(&mut mapping)?;
            self.settle_customer(&mut mapping);
            self.add_by_values(&mut mapping)?;
            self.add_phone_of_customer(&mut mapping);
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

    fn profile(&self, position: usize) -> &Profile {
        self.columns.profile(self.file, position)
    }

    /// The question which of several columns is the field.
    fn ask(&self, field: Field, question: Question, positions: &[usize]) -> PlanError {
        let reading = |&position: &usize| {
            let mut map = self.options.map.clone();
            map.columns.push((field, self.names()[position].clone()));
            let example = self.profile(position).example.clone().unwrap_or_default();
            let meaning = format!("the {field}");
            Reading { map, example, meaning }
        };
        PlanError::Ambiguous { question, readings: positions.iter().map(reading).collect() }
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
            | Field::Phone
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
}

fn is_same_name(name: &str, wanted: &str) -> bool {
    let key = folded(wanted);
    !key.is_empty() && folded(name) == key
}
