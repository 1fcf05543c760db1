//! One row as bytes, as the sinks keep it until the ledger closes.
//!
//! A byte of flags, the length of the customer's id, the day in three bytes
//! and the amount in as many as it needs; then what the flags announce
//! (currency, order, rest), one varint per attribute, and the id: some 15
//! bytes for a row of customer, day and amount.

use documents::orders::{OrderRow, Particulars};
use kernel::{Currency, Day};

use crate::book::{Order, hash_of, put_varint, take_bytes, take_varint};

/// Which bytes stand for the amount: none, 2, 4 or 8.
const WIDTHS: [usize; 4] = [0, 2, 4, 8];
const WIDTH: u8 = 0b11;
const NEGATIVE: u8 = 1 << 2;
const RETURN: u8 = 1 << 3;
const CURRENCY: u8 = 1 << 4;
const ORDER: u8 = 1 << 5;
const CANCELS: u8 = 1 << 6;
const REST: u8 = 1 << 7;
const NOT_PLAIN: u8 = RETURN | CURRENCY | ORDER | CANCELS | REST;

/// In the last of the three bytes of the day, which no day needs: the total of
/// the order follows.
const TOTAL: u8 = 1 << 7;

/// The length of an id that is written in four more bytes.
const LONG: u8 = u8::MAX;

/// The letters of a currency; zeros where a row does not say.
pub(crate) type Letters = [u8; 3];
pub(crate) const UNDECLARED: Letters = [0; 3];

/// What most rows of a file have in common, so that only the others write it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Common {
    pub currency: Letters,
    pub rest: u64,
}

impl Common {
    /// What `row` has.
    pub(crate) fn of(row: &OrderRow<'_>) -> Self {
        Self { currency: letters(row.currency), rest: row.rest }
    }
}

/// The letters of a currency.
pub(crate) fn letters(currency: Option<Currency>) -> Letters {
    currency
        .filter(|currency| currency.is_known())
        .and_then(|currency| currency.code().as_bytes().try_into().ok())
        .unwrap_or(UNDECLARED)
}

/// A row read back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Record<'a> {
    pub id: &'a [u8],
    /// Days since [`Day::MIN`].
    pub day: i32,
    /// [`Order::NO_AMOUNT`] where the row has none.
    pub amount: i64,
    /// What the whole order came to, where its lines repeat it; else
    /// [`Order::NO_AMOUNT`].
    pub order_total: i64,
    pub currency: Letters,
    pub is_return: bool,
    /// Hash of the order's id; 0 for none.
    pub order: u64,
    /// Hash of the id of the order that this row cancels; 0 for none.
    pub cancels: u64,
    pub rest: u64,
}

/// The most bytes a row can take.
pub(crate) fn longest(row: &OrderRow<'_>, attributes: usize) -> usize {
    const FIXED: usize = 1 + 1 + 3 + 8 + 4 + 3 + 10 + 3 * 8;
    FIXED + 5 * attributes + row.customer.len()
}

/// Appends a row. Says whether it is plain: a day, an amount and nothing
/// that sets it apart.
pub(crate) fn put(bytes: &mut Vec<u8>, row: &OrderRow<'_>, codes: &[u32], common: Common) -> bool {
    let amount = row.amount.map(|amount| amount.max(-i64::MAX));
    let magnitude = amount.map_or(0, i64::unsigned_abs);
    let width = match amount {
        None => 0,
        Some(_) if u16::try_from(magnitude).is_ok() => 1,
        Some(_) if u32::try_from(magnitude).is_ok() => 2,
        Some(_) => 3,
    };
    let is_negative = amount.is_some_and(|amount| amount < 0);
    let is_priced = amount.is_some() || row.order_total.is_some();
    let currency = if is_priced { letters(row.currency) } else { common.currency };
    let (order, cancels) = order_hashes(row);
    let mut flags = width;
    let mut flag = |bit: u8, is_set: bool| flags |= if is_set { bit } else { 0 };
    flag(NEGATIVE, is_negative);
    flag(RETURN, is_negative || row.is_return);
    flag(CURRENCY, currency != common.currency);
    flag(ORDER, order != 0);
    flag(CANCELS, cancels != 0);
    flag(REST, row.rest != common.rest);

    let id = row.customer.as_bytes();
    let short = u8::try_from(id.len()).unwrap_or(LONG);
    let mut day = row.day.days_since(Day::MIN).to_le_bytes();
    if row.order_total.is_some() {
        day[2] |= TOTAL;
    }
    let m = magnitude.to_le_bytes();
    let head =
        [flags, short, day[0], day[1], day[2], m[0], m[1], m[2], m[3], m[4], m[5], m[6], m[7]];
    // A copy of constant length, cut afterwards, is a few moves instead of a call.
    let start = bytes.len();
    bytes.extend_from_slice(&head);
    bytes.truncate(start + 5 + WIDTHS[usize::from(width)]);
    if short == LONG {
        bytes.extend_from_slice(&(id.len() as u32).to_le_bytes());
    }
    if flags & (CURRENCY | ORDER | CANCELS | REST) != 0 {
        if flags & CURRENCY != 0 {
            bytes.extend_from_slice(&currency);
        }
        for (bit, hash) in [(ORDER, order), (CANCELS, cancels), (REST, row.rest)] {
            if flags & bit != 0 {
                bytes.extend_from_slice(&hash.to_le_bytes());
            }
        }
    }
    if let Some(total) = row.order_total {
        put_varint(bytes, total.unsigned_abs());
    }
    for &code in codes {
        put_varint(bytes, u64::from(code.wrapping_add(1)));
    }
    bytes.extend_from_slice(id);
    flags & NOT_PLAIN == 0 && codes.is_empty() && row.order_total.is_none()
}

/// The hash of the row's order and that of the order it cancels; 0 for none.
fn order_hashes(row: &OrderRow<'_>) -> (u64, u64) {
    let hash = |id: &str| if id.is_empty() { 0 } else { hash_of(id.as_bytes()).max(1) };
    if row.order.is_empty() {
        return (0, 0);
    }
    (hash(row.order), row.cancels.map_or(0, hash))
}

/// Takes one row off the front and appends its attribute codes to `codes`;
/// `None` where the bytes are none of [`put`]'s.
pub(crate) fn take<'a>(
    bytes: &mut &'a [u8],
    attributes: usize,
    common: Common,
    codes: &mut Vec<u32>,
) -> Option<Record<'a>> {
    let (&[flags, short, d0, d1, d2], rest) = bytes.split_first_chunk()?;
    *bytes = rest;
    let magnitude = match flags & WIDTH {
        0 => 0,
        1 => u64::from(u16::from_le_bytes(chunk(bytes)?)),
        2 => u64::from(u32::from_le_bytes(chunk(bytes)?)),
        _ => u64::from_le_bytes(chunk(bytes)?),
    } as i64;
    let amount = match (flags & WIDTH, flags & NEGATIVE) {
        (0, _) => Order::NO_AMOUNT,
        (_, 0) => magnitude,
        _ => -magnitude,
    };
    let length = match short {
        LONG => u32::from_le_bytes(chunk(bytes)?) as usize,
        short => usize::from(short),
    };
    let currency = if flags & CURRENCY != 0 { chunk(bytes)? } else { common.currency };
    let mut hash = |bit: u8, otherwise: u64| {
        if flags & bit != 0 { Some(u64::from_le_bytes(chunk(bytes)?)) } else { Some(otherwise) }
    };
    let (order, cancels, rest) = (hash(ORDER, 0)?, hash(CANCELS, 0)?, hash(REST, common.rest)?);
    let order_total = match (d2 & TOTAL, flags & RETURN) {
        (0, _) => Order::NO_AMOUNT,
        (_, 0) => magnitude_of(take_varint(bytes)?),
        _ => -magnitude_of(take_varint(bytes)?),
    };
    for _ in 0..attributes {
        codes.push((take_varint(bytes)? as u32).wrapping_sub(1));
    }
    Some(Record {
        id: take_bytes(bytes, length)?,
        day: i32::from_le_bytes([d0, d1, d2 & !TOTAL, 0]),
        amount,
        order_total,
        currency: if is_priced(amount, order_total) { currency } else { UNDECLARED },
        is_return: flags & RETURN != 0,
        order,
        cancels,
        rest,
    })
}

/// What a row keeps for a record of orders beside what figures need, where the
/// ledger was told to keep it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Kept<'a> {
    pub second: u32,
    /// 0 where the row does not say.
    pub pieces: u32,
    /// By [`KeptText`].
    pub texts: [&'a [u8]; KeptText::COUNT],
}

/// A text that a row keeps.
#[derive(Debug, Clone, Copy)]
pub(crate) enum KeptText {
    /// The id of the order.
    Order,
    /// What the customer is called.
    Name,
    /// Their e-mail address.
    Email,
    /// Their telephone number.
    Phone,
}

impl KeptText {
    /// How many there are.
    pub const COUNT: usize = 4;

    /// Those of a row, in their order.
    fn of<'a>(row: &OrderRow<'a>) -> [&'a str; Self::COUNT] {
        let Particulars { name, email, phone, .. } = row.particulars;
        [row.order, name, email, phone]
    }
}

/// The most bytes that [`put_kept`] appends.
pub(crate) fn longest_kept(row: &OrderRow<'_>) -> usize {
    const FIXED: usize = (2 + KeptText::COUNT) * 10;
    FIXED + KeptText::of(row).into_iter().map(str::len).sum::<usize>()
}

/// Appends what a record of orders wants to know, right behind the row.
pub(crate) fn put_kept(bytes: &mut Vec<u8>, row: &OrderRow<'_>) {
    let Particulars { second, pieces, .. } = row.particulars;
    put_varint(bytes, u64::from(second));
    put_varint(bytes, u64::from(pieces.unwrap_or_default()));
    for text in KeptText::of(row) {
        put_varint(bytes, text.len() as u64);
        bytes.extend_from_slice(text.as_bytes());
    }
}

/// Takes off the front what [`put_kept`] appended.
pub(crate) fn take_kept<'a>(bytes: &mut &'a [u8]) -> Option<Kept<'a>> {
    let (second, pieces) = (take_varint(bytes)? as u32, take_varint(bytes)? as u32);
    let mut texts = [<&[u8]>::default(); KeptText::COUNT];
    for text in &mut texts {
        let length = usize::try_from(take_varint(bytes)?).ok()?;
        *text = take_bytes(bytes, length)?;
    }
    Some(Kept { second, pieces, texts })
}

fn magnitude_of(value: u64) -> i64 {
    i64::try_from(value).unwrap_or(i64::MAX)
}

pub(super) fn is_priced(amount: i64, order_total: i64) -> bool {
    amount != Order::NO_AMOUNT || order_total != Order::NO_AMOUNT
}

fn chunk<const N: usize>(bytes: &mut &[u8]) -> Option<[u8; N]> {
    let (&chunk, rest) = bytes.split_first_chunk()?;
    *bytes = rest;
    Some(chunk)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(customer: &str, amount: Option<i64>) -> OrderRow<'_> {
        OrderRow {
            customer,
            day: "2024-02-29".parse().unwrap(),
            has_time: false,
            order: "",
            amount,
            order_total: None,
            currency: None,
            cancels: None,
            is_return: false,
            attributes: &[],
            rest: 7,
            particulars: Particulars::default(),
        }
    }

    const COMMON: Common = Common { currency: UNDECLARED, rest: 7 };

    fn read_back<'a>(bytes: &'a [u8], codes: &mut Vec<u32>) -> Record<'a> {
        let attributes = codes.capacity();
        let mut rest = bytes;
        let record = take(&mut rest, attributes, COMMON, codes).unwrap();
        assert!(rest.is_empty());
        record
    }

    #[test]
    fn a_plain_row_takes_few_bytes_and_reads_back() {
        let mut bytes = Vec::new();
        let row = row("1234567", Some(1999));
        assert!(put(&mut bytes, &row, &[], COMMON));
        assert_eq!(bytes.len(), 14);
        let record = read_back(&bytes, &mut Vec::new());
        assert_eq!(record.id, b"1234567");
        assert_eq!(Day::MIN.plus_days(record.day), row.day);
        assert_eq!((record.amount, record.rest, record.order), (1999, 7, 0));
    }

    #[test]
    fn amounts_of_every_size_read_back() {
        let extremes = [0, 1, -1, 65_535, 65_536, -4_294_967_296, i64::MAX, -i64::MAX];
        for amount in extremes {
            let mut bytes = Vec::new();
            put(&mut bytes, &row("a", Some(amount)), &[], COMMON);
            let record = read_back(&bytes, &mut Vec::new());
            assert_eq!((record.amount, record.is_return), (amount, amount < 0));
        }
        let mut bytes = Vec::new();
        put(&mut bytes, &row("a", None), &[], COMMON);
        assert_eq!(read_back(&bytes, &mut Vec::new()).amount, Order::NO_AMOUNT);
    }

    #[test]
    fn everything_a_row_may_have_reads_back() {
        let id = "ж".repeat(300);
        let full = OrderRow {
            order: "C17",
            order_total: Some(-70_000),
            cancels: Some("17"),
            currency: "EUR".parse().ok(),
            is_return: true,
            rest: 8,
            ..row(&id, Some(-250))
        };
        let mut bytes = Vec::new();
        assert!(!put(&mut bytes, &full, &[3, u32::MAX], COMMON));
        assert!(bytes.len() <= longest(&full, 2));
        let mut codes = Vec::with_capacity(2);
        let record = read_back(&bytes, &mut codes);
        assert_eq!(codes, [3, u32::MAX]);
        assert_eq!(record.id, id.as_bytes());
        assert_eq!((record.order, record.cancels), (hash_of(b"C17"), hash_of(b"17")));
        assert_eq!((&record.currency, record.rest, record.is_return), (b"EUR", 8, true));
        assert_eq!(
            (record.amount, record.order_total, record.day),
            (-250, -70_000, full.day.days_since(Day::MIN))
        );
    }

    #[test]
    fn bytes_cut_short_are_refused() {
        let mut bytes = Vec::new();
        put(&mut bytes, &row("abc", Some(5)), &[], COMMON);
        for length in 0..bytes.len() {
            assert_eq!(take(&mut &bytes[..length], 0, COMMON, &mut Vec::new()), None);
        }
    }
}
