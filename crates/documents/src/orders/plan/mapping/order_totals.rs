//! Totals of orders that are repeated on each of their lines.
//!
//! Shops that export one row for each thing bought often write what the whole
//! order came to on all of them. Added up, an order of three lines would count
//! three times; taken once, it is what the customer paid, discounts, shipping
//! and taxes included, as quantity times price is not.

use std::collections::{HashMap, HashSet};

use super::{FileColumns, Mapping};
use crate::orders::field::Field;
use crate::orders::notes::Note;
use crate::orders::survey::names::is_order_total;
use crate::values::DecimalMark;
use crate::values::number;

/// Orders of several lines that a column must be the same in before it is
/// taken for a total that its name does not call one.
const ENOUGH: u64 = 3;

/// What is said of each file whose amounts are totals of orders, repeated on
/// each line of an order; `None` where each line has its own. Files that call
/// the amount alike are looked at together, so that it does not matter how the
/// orders are spread over them.
///
/// Where the user names prices and no amounts, such totals give way to them.
pub(crate) fn repeated_totals(
    files: &[FileColumns<'_>],
    mappings: &mut [Mapping],
) -> Vec<Option<Note>> {
    let mut of_column: HashMap<&str, OrderLines<'_>> = HashMap::new();
    for (file, mapping) in files.iter().zip(&*mappings) {
        if let Some(places) = Places::of(mapping) {
            of_column.entry(&file.names()[places.amount]).or_default().add(file, &places);
        }
    }
    let is_total: HashMap<&str, bool> = of_column
        .into_iter()
        .map(|(column, lines)| (column, lines.repeat_a_total(column)))
        .collect();
    let note = |(file, mapping): (&FileColumns<'_>, &mut Mapping)| {
        let places = Places::of(mapping)?;
        let name = |at: usize| file.names()[at].clone();
        if !is_total[name(places.amount).as_str()] {
            return None;
        }
        let told = |field| file.options.map.column(field).is_some();
        if places.price.is_some() && told(Field::Price) && !told(Field::Amount) {
            mapping.remove(&Field::Amount);
            return None;
        }
        Some(Note::OrderTotalRepeated {
            file: file.name.to_owned(),
            column: name(places.amount),
            prices: places.price.map(|(quantity, price)| [quantity, price].map(name)),
        })
    };
    files.iter().zip(mappings).map(note).collect()
}

/// Where in a row stands what tells totals from amounts of lines.
struct Places {
    order: usize,
    amount: usize,
    /// Quantity and price.
    price: Option<(usize, usize)>,
}

impl Places {
    fn of(mapping: &Mapping) -> Option<Self> {
        let at = |field| mapping.get(&field).copied();
        Some(Self {
            order: at(Field::Order)?,
            amount: at(Field::Amount)?,
            price: at(Field::Quantity).zip(at(Field::Price)),
        })
    }
}

/// The sampled lines of each order. A row that repeats another is no further
/// line.
#[derive(Default)]
struct OrderLines<'s> {
    of_order: HashMap<&'s str, HashSet<Line<'s>>>,
}

/// One line of an order: all of its row, and of that the amount, and quantity
/// and price.
#[derive(PartialEq, Eq, Hash)]
struct Line<'s> {
    row: &'s [String],
    amount: &'s str,
    price: Option<(&'s str, &'s str)>,
}

impl Line<'_> {
    fn is_by_price(&self) -> bool {
        self.price.is_some_and(|(quantity, price)| is_product(self.amount, quantity, price))
    }
}

impl<'s> OrderLines<'s> {
    fn add(&mut self, file: &FileColumns<'s>, places: &Places) {
        for row in &file.survey.rows {
            let field = |at: usize| row.get(at).map_or("", String::as_str);
            let order = field(places.order);
            if order.is_empty() {
                continue;
            }
            let amount = field(places.amount);
            let price = places.price.map(|(quantity, price)| (field(quantity), field(price)));
            self.of_order.entry(order).or_default().insert(Line { row, amount, price });
        }
    }

    /// Whether the column of this name says on each line what the whole order
    /// came to.
    fn repeat_a_total(self, column: &str) -> bool {
        let (mut orders, mut alike, mut all, mut by_price) = (0_u64, 0_u64, 0_usize, 0_usize);
        let mut amounts = HashSet::new();
        for lines in self.of_order.into_values().filter(|lines| lines.len() > 1) {
            orders += 1;
            all += lines.len();
            by_price += lines.iter().filter(|line| line.is_by_price()).count();
            let different: HashSet<&str> = lines.iter().map(|line| line.amount).collect();
            if different.len() == 1 && !different.contains("") {
                alike += 1;
                amounts.extend(different);
            }
        }
        let is_alike = orders > 0 && alike * 10 >= orders * 9;
        let is_line_price = by_price * 2 > all;
        // Where everything costs the same, lines are alike and no totals.
        let is_likely = orders >= ENOUGH && amounts.len() > 1 && !is_line_price;
        is_alike && (is_order_total(column) || is_likely)
    }
}

/// Whether an amount is so many pieces at a price, to a hundredth.
fn is_product(amount: &str, pieces: &str, price: &str) -> bool {
    const DECIMALS: u32 = 2;
    let value = |text| {
        let read = |mark| number::amount(text, mark).ok().map(|amount| amount.value);
        read(DecimalMark::Point).or_else(|| read(DecimalMark::Comma))
    };
    let both = || {
        let by_price = value(pieces)?.times_minor(value(price)?, DECIMALS)?;
        Some((value(amount)?.minor(DECIMALS)?, by_price))
    };
    both().is_some_and(|(amount, by_price)| amount.abs_diff(by_price) <= 1)
}
