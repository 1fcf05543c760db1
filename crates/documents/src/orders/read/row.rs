//! One row of an orders file, understood.

use kernel::{Currency, Day};

/// One row of an orders file: a whole order, or a line of one. Texts are
/// trimmed and empty where the file says nothing.
#[derive(Debug, Clone, Copy)]
pub struct OrderRow<'a> {
    /// Who bought; empty for an anonymous sale.
    pub customer: &'a str,
    /// The day of the order.
    pub day: Day,
    /// Whether the file gave a time of day other than midnight.
    pub has_time: bool,
    /// The order's own id; empty where the file has none.
    pub order: &'a str,
    /// What this row adds to the order, minor units of `currency`; negative
    /// where it takes something back, `None` where the file does not say.
    pub amount: Option<i64>,
    /// What the whole order came to, where the file repeats that on each of
    /// its lines, with the sign of `amount`: it counts once, and `amount` only
    /// says how large a part of it this line is.
    pub order_total: Option<i64>,
    /// What the amounts are in; `None` where the file does not say.
    pub currency: Option<Currency>,
    /// The id of the order that this row takes back, where its own id says so
    /// (`C536379` cancels `536379`).
    pub cancels: Option<&'a str>,
    /// Whether the row takes something back (negative amount or quantity,
    /// cancelled order).
    pub is_return: bool,
    /// Attributes, one per column of the plan's `attributes`, in its order.
    pub attributes: &'a [&'a str],
    /// Hash of every field of the row that no other part of this struct
    /// carries; with equal parts it tells an exact duplicate.
    pub rest: u64,
    /// What a record wants to know of it and figures don't.
    pub particulars: Particulars<'a>,
}

/// What a row says beyond who bought when and for how much. It is all in
/// [`OrderRow::rest`] too, where rows are compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Particulars<'a> {
    /// The second of the day, 0 where the file says none.
    pub second: u32,
    /// How many pieces, where the file says it in a whole number above zero.
    pub pieces: Option<u32>,
    /// The customer's name, where a column beside their id holds it.
    pub name: &'a str,
    /// The customer's e-mail address, where there is a column of it.
    pub email: &'a str,
    /// The customer's telephone number, where there is a column of it.
    pub phone: &'a str,
}

/// Takes the rows of one worker thread.
pub trait RowSink: Send {
    /// Why a row could not be kept, for example a full disk.
    type Error: std::error::Error + Send + Sync + 'static;

    /// Takes one row.
    ///
    /// # Errors
    /// Where the row cannot be kept; reading stops.
    fn take(&mut self, row: &OrderRow<'_>) -> Result<(), Self::Error>;
}
