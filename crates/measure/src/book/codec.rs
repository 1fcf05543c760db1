//! Customers as bytes: small enough to keep ten million of them in memory,
//! the same bytes in memory and on disk.

use kernel::Day;

use super::{Customer, Item, Order};

/// What every customer of a book has besides orders.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Layout {
    /// How many attribute codes.
    pub attributes: usize,
    /// The attribute that items name; `None` for no items.
    pub item_attribute: Option<usize>,
}

/// Appends `value` in seven-bit groups, lowest first.
pub(crate) fn put_varint(bytes: &mut Vec<u8>, mut value: u64) {
    while value >= 0x80 {
        bytes.push(value as u8 | 0x80);
        value >>= 7;
    }
    bytes.push(value as u8);
}

/// Takes one varint off the front; `None` where the bytes end first.
pub(crate) fn take_varint(bytes: &mut &[u8]) -> Option<u64> {
    let (&first, rest) = bytes.split_first()?;
    *bytes = rest;
    if first < 0x80 {
        return Some(u64::from(first));
    }
    let mut value = u64::from(first & 0x7f);
    for shift in (7..64).step_by(7) {
        let (&byte, rest) = bytes.split_first()?;
        *bytes = rest;
        value |= u64::from(byte & 0x7f) << shift;
        if byte < 0x80 {
            return Some(value);
        }
    }
    None
}

/// Takes `length` bytes off the front; `None` where there are fewer.
pub(crate) fn take_bytes<'a>(bytes: &mut &'a [u8], length: usize) -> Option<&'a [u8]> {
    let (taken, rest) = bytes.split_at_checked(length)?;
    *bytes = rest;
    Some(taken)
}

fn put_amount(bytes: &mut Vec<u8>, amount: i64) {
    put_varint(bytes, if amount == Order::NO_AMOUNT { 0 } else { amount as u64 + 1 });
}

fn take_amount(bytes: &mut &[u8]) -> Option<i64> {
    Some(match take_varint(bytes)? {
        0 => Order::NO_AMOUNT,
        above => (above - 1) as i64,
    })
}

fn put_day(bytes: &mut Vec<u8>, day: Day) {
    put_varint(bytes, day.days_since(Day::MIN) as u64);
}

fn take_day(bytes: &mut &[u8]) -> Option<Day> {
    Some(Day::MIN.plus_days(i32::try_from(take_varint(bytes)?).ok()?))
}

/// Writes customers one after another.
#[derive(Debug)]
pub(crate) struct CustomerWriter {
    layout: Layout,
    bytes: Vec<u8>,
    customers: usize,
}

impl CustomerWriter {
    pub(crate) fn new(layout: Layout) -> Self {
        Self { layout, bytes: Vec::new(), customers: 0 }
    }

    /// Appends one customer; `orders` by day, then amount, at least one;
    /// `items` by order; `attributes` as many as the layout says.
    pub(crate) fn put(
        &mut self,
        id: &[u8],
        orders: &[Order],
        items: &[Item],
        attributes: &[u32],
        unmatched_returns: &[(Day, i64)],
    ) {
        let bytes = &mut self.bytes;
        self.customers += 1;
        put_varint(bytes, id.len() as u64);
        bytes.extend_from_slice(id);
        put_varint(bytes, orders.len() as u64);
        let mut before = Day::MIN;
        for order in orders {
            put_varint(bytes, order.day.days_since(before) as u64);
            before = order.day;
            put_amount(bytes, order.amount);
        }
        if self.layout.item_attribute.is_some() {
            put_varint(bytes, items.len() as u64);
            let mut before = 0;
            for item in items {
                put_varint(bytes, u64::from(item.order - before));
                before = item.order;
                put_varint(bytes, u64::from(item.category));
                put_amount(bytes, item.amount);
            }
        }
        for &code in attributes {
            put_varint(bytes, u64::from(code.wrapping_add(1)));
        }
        put_varint(bytes, unmatched_returns.len() as u64);
        for &(day, amount) in unmatched_returns {
            put_day(bytes, day);
            put_varint(bytes, amount.unsigned_abs());
        }
    }

    /// The bytes of all customers written, and how many there are.
    pub(crate) fn finish(mut self) -> (Vec<u8>, usize) {
        self.bytes.shrink_to_fit();
        (self.bytes, self.customers)
    }
}

/// Reads what a [`CustomerWriter`] wrote, reusing one set of buffers.
#[derive(Debug, Default)]
pub(crate) struct CustomerReader {
    orders: Vec<Order>,
    items: Vec<Item>,
    attributes: Vec<u32>,
    unmatched_returns: Vec<(Day, i64)>,
}

impl CustomerReader {
    /// Takes the next customer off the front; `None` where the bytes are not
    /// those of a writer with the same layout.
    pub(crate) fn take<'r, 'b: 'r>(
        &'r mut self,
        bytes: &mut &'b [u8],
        layout: Layout,
        index: usize,
    ) -> Option<Customer<'r>> {
        let length = usize::try_from(take_varint(bytes)?).ok()?;
        let id = take_bytes(bytes, length)?;
        self.take_orders(bytes)?;
        self.items.clear();
        if layout.item_attribute.is_some() {
            self.take_items(bytes)?;
        }
        self.attributes.clear();
        for _ in 0..layout.attributes {
            let code = u32::try_from(take_varint(bytes)?).ok()?;
            self.attributes.push(code.wrapping_sub(1));
        }
        self.unmatched_returns.clear();
        for _ in 0..take_varint(bytes)? {
            let day = take_day(bytes)?;
            let amount = 0_i64.checked_sub_unsigned(take_varint(bytes)?)?;
            self.unmatched_returns.push((day, amount));
        }
        Some(Customer {
            index,
            id: std::str::from_utf8(id).ok()?,
            hash: hash_of(id),
            orders: &self.orders,
            items: &self.items,
            attributes: &self.attributes,
            unmatched_returns: &self.unmatched_returns,
        })
    }

    fn take_orders(&mut self, bytes: &mut &[u8]) -> Option<()> {
        self.orders.clear();
        let mut day = Day::MIN;
        for _ in 0..take_varint(bytes)? {
            day = day.plus_days(i32::try_from(take_varint(bytes)?).ok()?);
            let amount = take_amount(bytes)?;
            self.orders.push(Order { day, amount });
        }
        Some(())
    }

    fn take_items(&mut self, bytes: &mut &[u8]) -> Option<()> {
        let mut order = 0;
        for _ in 0..take_varint(bytes)? {
            order += u32::try_from(take_varint(bytes)?).ok()?;
            let category = u32::try_from(take_varint(bytes)?).ok()?;
            let amount = take_amount(bytes)?;
            self.items.push(Item { order, category, amount });
        }
        Some(())
    }
}

/// 64 well-mixed bits that depend on the id alone, on every machine.
pub(crate) fn hash_of(id: &[u8]) -> u64 {
    rapidhash::v3::rapidhash_v3(id)
}

/// Which of the [`SHARDS`](super::SHARDS) a hash falls in.
pub(crate) fn shard_of(hash: u64) -> usize {
    (hash >> 56) as usize
}
