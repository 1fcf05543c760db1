//! The lines of one customer, joined to orders.

use kernel::Day;

use super::line::{Codes, Draft, Line, UNPRICED};
use super::order_totals::share_out;
use super::record::Letters;
use super::returns::Netting;
use super::tally::Tally;
use super::terms::ClosingTerms;
use crate::book::{Attribute, CustomerWriter, Item, Order};

/// Joins the lines of one customer after another, reusing its room.
#[derive(Debug, Default)]
pub(super) struct Joiner {
    pub(super) drafts: Vec<Draft>,
    pub(super) netting: Netting,
    kept: Vec<Kept>,
    orders: Vec<Order>,
    items: Vec<Item>,
    items_of_order: Vec<(u32, i64)>,
    attributes: Vec<u32>,
    unmatched: Vec<(Day, i64)>,
}

/// An order that counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Kept {
    day: i32,
    amount: i64,
    id: u64,
    draft: u32,
}

impl Joiner {
    /// Joins the lines of the customer called `id`, takes returns off and
    /// writes the customer, if any order counts.
    pub(super) fn join(
        &mut self,
        id: &[u8],
        lines: &mut [Line],
        codes: &Codes,
        terms: &ClosingTerms,
        writer: &mut CustomerWriter,
        tally: &mut Tally,
    ) {
        let purchases = self.settle(lines, codes, terms, tally);
        self.keep(purchases, terms, tally);
        self.note_unmatched(terms, tally);
        if self.kept.is_empty() {
            for &(day, amount) in &self.unmatched {
                *tally.orphaned.entry(day).or_default() += i128::from(amount);
            }
            return;
        }
        self.list_items(purchases, codes, terms);
        self.find_attributes(purchases, codes);
        tally.customers += 1;
        writer.put(id, &self.orders, &self.items, &self.attributes, &self.unmatched);
    }

    /// Divides the lines of one customer into orders and takes returns off them.
    /// Gives back the purchases, which `drafts` and `netting` speak of.
    pub(super) fn settle<'l>(
        &mut self,
        lines: &'l mut [Line],
        codes: &Codes,
        terms: &ClosingTerms,
        tally: &mut Tally,
    ) -> &'l [Line] {
        lines.sort_unstable_by(|a, b| a.compare(b, codes));
        let lines = without_duplicates(lines, codes, terms.drop_duplicates, tally);
        share_out(lines);
        let (purchases, returns) =
            lines.split_at_mut(lines.partition_point(|line| !line.is_return));
        self.draft(purchases);
        if returns.is_empty() {
            self.netting.leave_all(purchases);
        } else {
            returns.sort_by_key(|line| line.day);
            self.netting.take_off(purchases, &self.drafts, returns, |line| {
                codes.in_column(line, terms.product)
            });
        }
        purchases
    }

    /// Divides purchases into orders, by day.
    fn draft(&mut self, purchases: &[Line]) {
        self.drafts.clear();
        for (place, line) in (0..).zip(purchases) {
            match self.drafts.last_mut() {
                Some(draft)
                    if draft.id == line.order && (line.order != 0 || draft.day == line.day) =>
                {
                    draft.lines.end = place + 1;
                }
                _ => {
                    let (day, id) = (line.day, line.order);
                    self.drafts.push(Draft { day, id, lines: place..place + 1 });
                }
            }
        }
        self.drafts.sort_unstable_by_key(|draft| (draft.day, draft.id));
    }

    /// Lists the orders of which something is left.
    fn keep(&mut self, purchases: &[Line], terms: &ClosingTerms, tally: &mut Tally) {
        self.kept.clear();
        let mut others: Vec<Letters> = Vec::new();
        for (place, draft) in (0..).zip(&self.drafts) {
            let mut amount = Order::NO_AMOUNT;
            let (mut is_touched, mut is_left) = (false, false);
            others.clear();
            for line in draft.lines.clone() {
                let purchase = &purchases[line as usize];
                let left = self.netting.left(line as usize);
                is_touched |= left < purchase.amount;
                is_left |= left > 0;
                if purchase.currency == terms.base {
                    amount = add(amount, left);
                } else if purchase.currency != UNPRICED && !others.contains(&purchase.currency) {
                    others.push(purchase.currency);
                }
            }
            if is_touched && !is_left {
                tally.cancelled_orders += 1;
                continue;
            }
            for currency in &others {
                *tally.other_currencies.entry(*currency).or_default() += 1;
            }
            self.kept.push(Kept { day: draft.day, amount, id: draft.id, draft: place });
        }
        self.kept.sort_unstable();
        self.orders.clear();
        for kept in &self.kept {
            let day = Day::MIN.plus_days(kept.day);
            tally.has_money |= kept.amount != Order::NO_AMOUNT;
            self.orders.push(Order { day, amount: kept.amount });
        }
        tally.orders += self.orders.len() as u64;
        if let (Some(first), Some(last)) = (self.orders.first(), self.orders.last()) {
            tally.meet(first.day);
            tally.meet(last.day);
        }
    }

    fn note_unmatched(&mut self, terms: &ClosingTerms, tally: &mut Tally) {
        self.unmatched.clear();
        for unmatched in self.netting.unmatched() {
            tally.unmatched_returns += 1;
            if unmatched.currency == terms.base {
                self.unmatched.push((Day::MIN.plus_days(unmatched.day), -unmatched.amount));
            }
        }
        self.unmatched.sort_unstable();
    }

    /// Lists what is left in each order, by category or product.
    fn list_items(&mut self, purchases: &[Line], codes: &Codes, terms: &ClosingTerms) {
        self.items.clear();
        if terms.layout.item_attribute.is_none() {
            return;
        }
        for (order, kept) in (0..).zip(&self.kept) {
            self.items_of_order.clear();
            for line in self.drafts[kept.draft as usize].lines.clone() {
                let purchase = &purchases[line as usize];
                let category = codes.in_column(purchase, terms.layout.item_attribute);
                let left = self.netting.left(line as usize);
                if category != Attribute::MISSING && is_there(purchase, left) {
                    let is_priced = purchase.currency == terms.base;
                    let amount = if is_priced { left } else { Order::NO_AMOUNT };
                    self.items_of_order.push((category, amount));
                }
            }
            self.items_of_order.sort_unstable();
            let first = self.items.len();
            for &(category, amount) in &self.items_of_order {
                match self.items[first..].last_mut() {
                    Some(item) if item.category == category => {
                        item.amount = add(item.amount, amount);
                    }
                    _ => self.items.push(Item { order, category, amount }),
                }
            }
        }
    }

    /// Finds each attribute at the first order that has it; where the lines of
    /// that order differ, what came to most, then the first by its text.
    fn find_attributes(&mut self, purchases: &[Line], codes: &Codes) {
        self.attributes.clear();
        for column in 0..codes.columns() {
            let code = self.kept.iter().find_map(|kept| {
                let lines = self.drafts[kept.draft as usize].lines.clone();
                lines
                    .filter_map(|line| {
                        let purchase = &purchases[line as usize];
                        let (left, code) =
                            (self.netting.left(line as usize), codes.of(purchase)[column]);
                        let is_known = code != Attribute::MISSING && is_there(purchase, left);
                        is_known.then_some((std::cmp::Reverse(left), code))
                    })
                    .min()
            });
            self.attributes.push(code.map_or(Attribute::MISSING, |(_, code)| code));
        }
    }
}

/// Whether a purchase line was not returned whole.
fn is_there(purchase: &Line, left: i64) -> bool {
    left > 0 || purchase.amount == 0
}

/// The sum of what may be [`Order::NO_AMOUNT`].
pub(super) fn add(a: i64, b: i64) -> i64 {
    match (a, b) {
        (Order::NO_AMOUNT, other) | (other, Order::NO_AMOUNT) => other,
        (a, b) => a.saturating_add(b),
    }
}

/// Counts the lines that repeat the one before, and drops them if asked.
fn without_duplicates<'l>(
    lines: &'l mut [Line],
    codes: &Codes,
    drop: bool,
    tally: &mut Tally,
) -> &'l mut [Line] {
    let mut kept = 0;
    for line in 0..lines.len() {
        let repeats = line > 0 && lines[line - 1].compare(&lines[line], codes).is_eq();
        tally.duplicates += u64::from(repeats);
        if !(repeats && drop) {
            if kept < line {
                lines[kept] = lines[line];
            }
            kept += 1;
        }
    }
    &mut lines[..kept]
}
