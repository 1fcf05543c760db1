//! Taking returns off the purchases they belong to.

use std::ops::Range;

use super::line::{Draft, Line, UNPRICED};
use super::max_tree::MaxTree;
use super::record::Letters;
use crate::book::Attribute;

/// What is left of a return for which no purchase was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Unmatched {
    pub day: i32,
    pub currency: Letters,
    /// Minor units, > 0.
    pub amount: i64,
}

/// The purchases of one customer, arranged so that a return finds its own.
///
/// A return is taken off, in this order: the order with its id (as much as is
/// left of it, the rest goes on); the latest purchase line of the same product
/// with enough left; the latest order with enough left, its lines from the
/// first on. Only what was bought on the same day or before counts, except by
/// id, and only what was paid in the same currency. What has no amount counts
/// as one piece of its order's lines; where an id matches, as all of it.
#[derive(Debug, Default)]
pub(super) struct Netting {
    /// What is left of each purchase line.
    left: Vec<i64>,
    /// Lines by (currency, order), grouped into slots.
    in_slots: Vec<(Letters, u32, u32)>,
    slots: Vec<Slot>,
    slot_of: Vec<u32>,
    orders_left: MaxTree,
    /// Lines with a product by (currency, product, order).
    products: Vec<(Letters, u32, u32, u32)>,
    product_place_of: Vec<u32>,
    lines_left: MaxTree,
    /// Orders by the hash of their id.
    by_id: Vec<(u64, u32)>,
    unmatched: Vec<Unmatched>,
}

/// What one order has in one currency.
#[derive(Debug)]
struct Slot {
    currency: Letters,
    order: u32,
    /// Its lines that may have something left, in `Netting::in_slots`.
    lines: Range<usize>,
}

impl Netting {
    /// Where nothing was returned: all of every purchase is left.
    pub(super) fn leave_all(&mut self, purchases: &[Line]) {
        self.left.clear();
        self.left.extend(purchases.iter().map(|line| line.amount));
        self.unmatched.clear();
    }

    /// Takes `returns`, by day, off `purchases`, which `drafts` divides into
    /// orders by day; `product_of` tells a line's product.
    pub(super) fn take_off(
        &mut self,
        purchases: &[Line],
        drafts: &[Draft],
        returns: &[Line],
        product_of: impl Fn(&Line) -> u32,
    ) {
        self.leave_all(purchases);
        self.arrange(purchases, drafts, &product_of);
        for back in returns {
            let mut due = back.amount.saturating_neg();
            for id in [back.order, back.cancels] {
                due = self.take_by_id(id, back, due);
            }
            if due > 0 {
                due = self.take_by_product(product_of(back), back, due, drafts);
            }
            if due > 0 {
                due = self.take_from_latest(back, due, drafts);
            }
            if due > 0 {
                let (day, currency) = (back.day, back.currency);
                self.unmatched.push(Unmatched { day, currency, amount: due });
            }
        }
    }

    /// What is left of a purchase line.
    pub(super) fn left(&self, line: usize) -> i64 {
        self.left[line]
    }

    /// The returns without a purchase.
    pub(super) fn unmatched(&self) -> &[Unmatched] {
        &self.unmatched
    }

    fn arrange(
        &mut self,
        purchases: &[Line],
        drafts: &[Draft],
        product_of: &impl Fn(&Line) -> u32,
    ) {
        self.in_slots.clear();
        self.products.clear();
        self.by_id.clear();
        for (order, draft) in (0..).zip(drafts) {
            for line in draft.lines.clone() {
                let purchase = &purchases[line as usize];
                self.in_slots.push((purchase.currency, order, line));
                let product = product_of(purchase);
                if product != Attribute::MISSING {
                    self.products.push((purchase.currency, product, order, line));
                }
            }
            if draft.id != 0 {
                self.by_id.push((draft.id, order));
            }
        }
        self.in_slots.sort_unstable();
        self.products.sort_unstable();
        self.by_id.sort_unstable();

        self.slots.clear();
        self.slot_of.clear();
        self.slot_of.resize(purchases.len(), 0);
        for (place, &(currency, order, line)) in self.in_slots.iter().enumerate() {
            match self.slots.last_mut() {
                Some(slot) if (slot.currency, slot.order) == (currency, order) => {
                    slot.lines.end = place + 1;
                }
                _ => self.slots.push(Slot { currency, order, lines: place..place + 1 }),
            }
            self.slot_of[line as usize] = self.slots.len() as u32 - 1;
        }
        let (left, in_slots) = (&self.left, &self.in_slots);
        self.orders_left.fill(self.slots.iter().map(|slot| {
            let lines = in_slots[slot.lines.clone()].iter();
            lines.fold(0_i64, |sum, &(.., line)| sum.saturating_add(left[line as usize]))
        }));
        self.product_place_of.clear();
        self.product_place_of.resize(purchases.len(), u32::MAX);
        for (place, &(.., line)) in (0..).zip(&self.products) {
            self.product_place_of[line as usize] = place;
        }
        self.lines_left.fill(self.products.iter().map(|&(.., line)| left[line as usize]));
    }

    /// Takes what it can of `due` off the order called `id` and returns the rest.
    fn take_by_id(&mut self, id: u64, back: &Line, due: i64) -> i64 {
        if id == 0 || due == 0 {
            return due;
        }
        let Ok(place) = self.by_id.binary_search_by_key(&id, |&(id, _)| id) else { return due };
        let order = self.by_id[place].1;
        if back.currency != UNPRICED {
            return match self.slot(back.currency, order) {
                Some(slot) => self.take_from(slot, due),
                None => due,
            };
        }
        let mut currency = self.slots.first().map(|slot| slot.currency);
        while let Some(current) = currency {
            if let Some(slot) = self.slot(current, order) {
                self.take_from(slot, i64::MAX);
            }
            let next = self.slots.partition_point(|slot| slot.currency <= current);
            currency = self.slots.get(next).map(|slot| slot.currency);
        }
        0
    }

    fn slot(&self, currency: Letters, order: u32) -> Option<usize> {
        self.slots.binary_search_by_key(&(currency, order), |slot| (slot.currency, slot.order)).ok()
    }

    fn take_by_product(&mut self, product: u32, back: &Line, due: i64, drafts: &[Draft]) -> i64 {
        if product == Attribute::MISSING {
            return due;
        }
        let of_product = (back.currency, product);
        let start = self.products.partition_point(|&(c, p, ..)| (c, p) < of_product);
        let length = self.products[start..].partition_point(|&(c, p, order, _)| {
            (c, p) == of_product && drafts[order as usize].day <= back.day
        });
        let Some(place) = self.lines_left.last_at_least(start..start + length, due) else {
            return due;
        };
        let line = self.products[place].3;
        self.take_off_line(line, due);
        let slot = self.slot_of[line as usize] as usize;
        self.orders_left.set(slot, (self.orders_left.value(slot) - due).max(0));
        0
    }

    fn take_from_latest(&mut self, back: &Line, due: i64, drafts: &[Draft]) -> i64 {
        let start = self.slots.partition_point(|slot| slot.currency < back.currency);
        let length = self.slots[start..].partition_point(|slot| {
            slot.currency == back.currency && drafts[slot.order as usize].day <= back.day
        });
        match self.orders_left.last_at_least(start..start + length, due) {
            Some(slot) => self.take_from(slot, due),
            None => due,
        }
    }

    /// Takes up to `due` off the lines of a slot, from its first on, and
    /// returns the rest.
    fn take_from(&mut self, slot: usize, due: i64) -> i64 {
        let mut rest = due;
        while rest > 0 && !self.slots[slot].lines.is_empty() {
            let (.., line) = self.in_slots[self.slots[slot].lines.start];
            let taken = rest.min(self.left[line as usize]);
            self.take_off_line(line, taken);
            rest -= taken;
            if self.left[line as usize] == 0 {
                self.slots[slot].lines.start += 1;
            }
        }
        let value = self.orders_left.value(slot);
        self.orders_left.set(slot, (value - (due - rest)).max(0));
        rest
    }

    fn take_off_line(&mut self, line: u32, amount: i64) {
        let left = &mut self.left[line as usize];
        *left -= amount;
        let place = self.product_place_of[line as usize];
        if place != u32::MAX {
            self.lines_left.set(place as usize, *left);
        }
    }
}
