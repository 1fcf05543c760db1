//! Which attribute values are compared, and the row each customer falls in.

use review::figures::{Note, Why};

use super::{FEWEST, ValueCounts};
use crate::book::{Attribute, AttributeRole, Customer};
use crate::groundwork::{borders, part_of};
use crate::terms::Terms;

/// Values compared per attribute; those most customers have.
const MOST_VALUES: usize = 200;
/// A column of numbers with more different values than this is compared by range.
const FEW_NUMBERS: usize = 12;
/// Ranges a number is parted into.
const RANGES: usize = 5;
/// No row.
const NONE: u32 = u32::MAX;

/// What a row compares.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Compared {
    /// The attribute's name in the review.
    pub attribute: String,
    /// The value's text; for sizes of orders it is made from what is found.
    pub value: String,
    /// Whether the attribute is where the customer came from.
    pub is_source: bool,
}

/// The rows of the audit and how to find a customer's.
#[derive(Debug, Clone, Default)]
pub(crate) struct Columns {
    /// What each row compares.
    pub rows: Vec<Compared>,
    /// By attribute of the book and code: the row, or none.
    row_of_code: Vec<Vec<u32>>,
    /// Borders of the sizes of first orders, and the row of the smallest.
    first_order_borders: Vec<i64>,
    first_order_row: u32,
}

/// The attribute made from the amount of the first order.
pub(crate) const FIRST_ORDER_SIZE: &str = "first_order_size";

impl Columns {
    /// Chooses the values that at least [`FEWEST`] customers have.
    pub fn choose(
        attributes: &[Attribute],
        counts: &mut ValueCounts,
        first_orders: &mut [i64],
        terms: &Terms,
        notes: &mut Vec<Note>,
    ) -> Self {
        let mut columns = Self { first_order_row: NONE, ..Self::default() };
        let names = names(attributes);
        for (index, attribute) in attributes.iter().enumerate() {
            let row_of_code = if attribute.overflowed {
                let column = attribute.name.clone();
                notes.push(Note { path: "audit", why: Why::TooManyValues { column } });
                Vec::new()
            } else {
                columns.choose_values(&names[index], attribute, &counts.of(index))
            };
            columns.row_of_code.push(row_of_code);
        }
        columns.choose_sizes(first_orders, terms);
        columns
    }

    /// Tells `tell` the rows a customer falls in.
    pub fn each_row(&self, customer: &Customer<'_>, mut tell: impl FnMut(usize)) {
        for (rows, &code) in self.row_of_code.iter().zip(customer.attributes) {
            if let Some(&row) = rows.get(code as usize).filter(|&&row| row != NONE) {
                tell(row as usize);
            }
        }
        let first = customer.orders.first().and_then(|order| order.amount());
        if let Some(amount) = first.filter(|_| self.first_order_row != NONE) {
            let part = part_of(&self.first_order_borders, amount);
            tell(self.first_order_row as usize + part);
        }
    }

    fn choose_values(
        &mut self,
        name: &str,
        attribute: &Attribute,
        counts: &[(u32, u64)],
    ) -> Vec<u32> {
        let groups = match attribute.role {
            AttributeRole::Discount => discounted(attribute, counts),
            AttributeRole::Other => {
                ranges(attribute, counts).unwrap_or_else(|| each(attribute, counts))
            }
            AttributeRole::Category
            | AttributeRole::Product
            | AttributeRole::Source
            | AttributeRole::Country => each(attribute, counts),
        };
        let mut row_of_code = vec![NONE; attribute.values.len()];
        for group in groups {
            let row = self.rows.len() as u32;
            self.rows.push(Compared {
                attribute: name.to_owned(),
                value: group.value,
                is_source: attribute.role == AttributeRole::Source,
            });
            for code in group.codes {
                if let Some(entry) = row_of_code.get_mut(code as usize) {
                    *entry = row;
                }
            }
        }
        row_of_code
    }

    fn choose_sizes(&mut self, first_orders: &mut [i64], terms: &Terms) {
        if !terms.has_money || (first_orders.len() as u64) < FEWEST {
            return;
        }
        let mut found = borders(first_orders, RANGES);
        found.dedup();
        // All first orders alike have nothing to compare.
        if found.is_empty() || first_orders.iter().all(|&amount| amount == found[0]) {
            return;
        }
        self.first_order_row = self.rows.len() as u32;
        for _ in 0..=found.len() {
            self.rows.push(Compared {
                attribute: FIRST_ORDER_SIZE.to_owned(),
                value: String::new(),
                is_source: false,
            });
        }
        self.first_order_borders = found;
    }

    /// Whether `row` compares a size of the first order.
    pub fn is_size(&self, row: usize) -> bool {
        self.rows[row].attribute == FIRST_ORDER_SIZE && row >= self.first_order_row as usize
    }
}

/// Codes compared as one value.
struct Group {
    value: String,
    codes: Vec<u32>,
}

/// Each value by itself, if enough customers have it.
fn each(attribute: &Attribute, counts: &[(u32, u64)]) -> Vec<Group> {
    let mut often: Vec<(u64, &str, u32)> = counts
        .iter()
        .filter(|(_, customers)| *customers >= FEWEST)
        .filter_map(|&(code, customers)| {
            Some((customers, attribute.values.get(code as usize)?.as_str(), code))
        })
        .collect();
    often.sort_unstable_by(|a, b| b.0.cmp(&a.0).then_with(|| a.1.cmp(b.1)));
    often.truncate(MOST_VALUES);
    often
        .into_iter()
        .map(|(_, text, code)| Group { value: text.to_owned(), codes: vec![code] })
        .collect()
}

/// With and without a discount.
fn discounted(attribute: &Attribute, counts: &[(u32, u64)]) -> Vec<Group> {
    let is_given = |code: u32| {
        attribute.values.get(code as usize).and_then(|text| number(text)).map(|value| value != 0.0)
    };
    ["yes", "no"]
        .into_iter()
        .map(|value| {
            let codes: Vec<(u32, u64)> = counts
                .iter()
                .copied()
                .filter(|&(code, _)| is_given(code) == Some(value == "yes"))
                .collect();
            (value, codes)
        })
        .filter(|(_, codes)| codes.iter().map(|(_, customers)| customers).sum::<u64>() >= FEWEST)
        .map(|(value, codes)| Group {
            value: value.to_owned(),
            codes: codes.into_iter().map(|(code, _)| code).collect(),
        })
        .collect()
}

/// Ranges of about equally many customers; `None` where the values are not
/// numbers or only a few different ones.
fn ranges(attribute: &Attribute, counts: &[(u32, u64)]) -> Option<Vec<Group>> {
    if counts.len() <= FEW_NUMBERS {
        return None;
    }
    let mut numbers = counts
        .iter()
        .map(|&(code, customers)| {
            let text = attribute.values.get(code as usize)?;
            Some((number(text)?, text.as_str(), code, customers))
        })
        .collect::<Option<Vec<_>>>()?;
    numbers.sort_by(|a, b| a.0.total_cmp(&b.0).then_with(|| a.1.cmp(b.1)));
    let all: u64 = numbers.iter().map(|(_, _, _, customers)| customers).sum();
    let mut groups: Vec<(usize, u64, Group, &str)> = Vec::new();
    let mut below = 0;
    for (_, text, code, customers) in numbers {
        // By the middle rank, so that a value all have is one range.
        let middle = 2 * below + customers;
        let range = (u128::from(middle) * RANGES as u128 / (2 * u128::from(all))) as usize;
        below += customers;
        match groups.last_mut() {
            Some((last, n, group, to)) if *last == range => {
                *n += customers;
                group.codes.push(code);
                *to = text;
            }
            _ => {
                let group = Group { value: text.to_owned(), codes: vec![code] };
                groups.push((range, customers, group, text));
            }
        }
    }
    let labelled =
        groups.into_iter().filter(|(_, n, _, _)| *n >= FEWEST).map(|(_, _, group, to)| {
            let value =
                if group.value == to { group.value } else { format!("{}–{to}", group.value) };
            Group { value, codes: group.codes }
        });
    Some(labelled.collect())
}

/// The number a text is: `12`, `12.5`, `12,5`, `15 %`.
fn number(text: &str) -> Option<f64> {
    let text = text.trim().trim_end_matches('%').trim_end();
    let value: f64 = text.replacen(',', ".", 1).parse().ok()?;
    value.is_finite().then_some(value)
}

/// The name of each attribute in the review: by what it means; where two mean
/// the same, the second keeps its own.
fn names(attributes: &[Attribute]) -> Vec<String> {
    let mut names: Vec<String> = Vec::with_capacity(attributes.len());
    for attribute in attributes {
        let meant = match attribute.role {
            AttributeRole::Category => "first_category",
            AttributeRole::Product => "first_product",
            AttributeRole::Source => "source",
            AttributeRole::Country => "country",
            AttributeRole::Discount => "first_order_discounted",
            AttributeRole::Other => attribute.name.as_str(),
        };
        let name = if names.iter().any(|taken| taken == meant) { &attribute.name } else { meant };
        names.push(name.to_owned());
    }
    names
}
