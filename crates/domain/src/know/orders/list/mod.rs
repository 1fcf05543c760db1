//! Lists of orders, a page at a time.

mod place;
mod store;

pub use place::{NotAPlace, Place};

use std::collections::BTreeSet;

use ::store::{Snapshot, StoreError};
use chrono::{DateTime, NaiveDate, Utc};
use kernel::Currency;

use super::rules::LONGEST;
use super::{OrderId, State};
use crate::know::customers::CustomerId;
use crate::know::products::ProductId;
use crate::office::settings::{self, SettingsError};

/// Orders of a product that one page looks through: among them are those that
/// are wanted.
const LOOKED_THROUGH: u32 = 500;

/// The letters in front of a parcel's number are no more than that: what has more is what
/// the number is called.
const MOST_LETTERS: usize = 3;
/// What may stand in front of a number.
const SIGNS: [char; 2] = ['#', '№'];

/// What a list of orders is sorted by.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum SortBy {
    /// When they were placed.
    #[default]
    Placed,
    /// What they come to, currency by currency.
    Total,
    /// What the customer is called; of one customer when they were placed.
    Customer,
}

impl SortBy {
    /// All of them.
    pub const ALL: [SortBy; 3] = [SortBy::Placed, SortBy::Total, SortBy::Customer];

    /// Its name in URLs and the API.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            SortBy::Placed => "placed",
            SortBy::Total => "total",
            SortBy::Customer => "customer",
        }
    }
}

/// Which orders are wanted; all of them where nothing is said.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Wanted {
    /// Of this customer.
    pub customer: Option<CustomerId>,
    /// With this product in them.
    pub product: Option<ProductId>,
    /// That are so far.
    pub state: Option<State>,
    /// Placed on this day of the business or later.
    pub from: Option<NaiveDate>,
    /// Placed on this day of the business or earlier.
    pub until: Option<NaiveDate>,
    /// What they are sorted by, where [`Wanted::may_be_sorted`].
    pub by: SortBy,
    /// The smallest or first first, not the largest or last.
    pub ascending: bool,
}

/// The wanted days as moments: days are those of the business.
#[derive(Debug, Clone, Copy, Default)]
struct Moments {
    /// They were placed then or later.
    from: Option<DateTime<Utc>>,
    /// They were placed earlier.
    before: Option<DateTime<Utc>>,
}

impl Moments {
    async fn of(snapshot: &mut Snapshot<'_>, wanted: &Wanted) -> Result<Self, SettingsError> {
        if wanted.from.is_none() && wanted.until.is_none() {
            return Ok(Self::default());
        }
        let zone = settings::read(snapshot).await?.region.time_zone;
        let from = wanted.from.map(|day| zone.beginning_of(day));
        Ok(Self { from, before: wanted.until.map(|day| zone.end_of(day)) })
    }
}

/// An order in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OrderRow {
    /// Which.
    pub id: OrderId,
    /// Whose.
    pub customer: CustomerId,
    /// What they are called.
    pub name: String,
    /// Where it came from; empty where it was written down here.
    pub source: String,
    /// Its number there.
    pub code: Option<String>,
    /// When it was placed.
    pub placed_at: DateTime<Utc>,
    /// In what it is paid.
    pub currency: Currency,
    /// What it comes to, in minor units.
    pub total: i64,
    /// How far it is.
    pub state: State,
}

/// Some orders, and the places before and after where there are more.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    /// In the order asked for.
    pub rows: Vec<OrderRow>,
    /// Where the page before begins to be read, if that is known.
    pub before: Option<Place>,
    /// Where the page after begins to be read, if there may be one.
    pub after: Option<Place>,
}

/// A page of the orders that are wanted.
///
/// Those with a product come in the order in which they were added here, the
/// last first: that is how the index of lines holds them. A page then looks
/// through a few hundred at most and may be short, or empty, and yet go on.
///
/// # Errors
/// Where the database refuses it, or the time zone of the business cannot be
/// read.
pub async fn page(
    snapshot: &mut Snapshot<'_>,
    wanted: &Wanted,
    from: Option<&Place>,
    limit: u32,
) -> Result<Page, SettingsError> {
    let moments = Moments::of(snapshot, wanted).await?;
    if let Some(product) = wanted.product {
        let rows = store::with_product(snapshot, product, from, LOOKED_THROUGH).await?;
        return Ok(among(rows, wanted, moments, limit));
    }
    let mut rows = store::page(snapshot, (wanted, moments), from, limit + 1).await?;
    let goes_on = rows.len() > limit as usize;
    rows.truncate(limit as usize);
    let backwards = from.is_some_and(|place| place.backwards);
    if backwards {
        rows.reverse();
    }
    let (is_before, is_after) = if backwards { (goes_on, true) } else { (from.is_some(), goes_on) };
    Ok(Page {
        before: rows.first().map(|row| Place::beside(row, true)).filter(|_| is_before),
        after: rows.last().map(|row| Place::beside(row, false)).filter(|_| is_after),
        rows,
    })
}

/// How many orders are wanted, counted to one beyond `limit` at most. None for
/// those with a product, which no index counts.
///
/// # Errors
/// As [`page`].
pub async fn count_up_to(
    snapshot: &mut Snapshot<'_>,
    wanted: &Wanted,
    limit: u32,
) -> Result<Option<u32>, SettingsError> {
    if wanted.product.is_some() {
        return Ok(None);
    }
    let moments = Moments::of(snapshot, wanted).await?;
    Ok(Some(store::count_up_to(snapshot, (wanted, moments), limit).await?))
}

/// Orders of a customer that have not arrived, the last placed first.
///
/// # Errors
/// Where the database refuses it.
pub async fn to_come(
    snapshot: &mut Snapshot<'_>,
    customer: CustomerId,
    limit: u32,
) -> Result<Vec<OrderRow>, StoreError> {
    store::to_come(snapshot, customer, limit).await
}

/// The page of those that are wanted among all that were looked through.
fn among(looked_through: Vec<OrderRow>, wanted: &Wanted, moments: Moments, limit: u32) -> Page {
    let last = looked_through.last().map(|row| Place::beside(row, false));
    let goes_on = looked_through.len() == LOOKED_THROUGH as usize;
    let mut rows: Vec<OrderRow> =
        looked_through.into_iter().filter(|row| wanted.wants(moments, row)).collect();
    let is_full = rows.len() > limit as usize;
    rows.truncate(limit as usize);
    let after = if is_full { rows.last().map(|row| Place::beside(row, false)) } else { last };
    Page { rows, before: None, after: after.filter(|_| is_full || goes_on) }
}

impl Wanted {
    /// Whether they can be sorted by anything, not just by when they were placed:
    /// no index holds those in a state, of some days or with a product in
    /// another order.
    #[must_use]
    pub fn may_be_sorted(&self) -> bool {
        let Self { product, state, from, until, .. } = self;
        product.is_none() && state.is_none() && from.is_none() && until.is_none()
    }

    /// What they are sorted by.
    #[must_use]
    pub fn sorted_by(&self) -> SortBy {
        if self.may_be_sorted() { self.by } else { SortBy::Placed }
    }

    /// Whether an order is of this customer, so far, and of these days.
    fn wants(&self, moments: Moments, row: &OrderRow) -> bool {
        self.customer.is_none_or(|customer| customer == row.customer)
            && self.state.is_none_or(|state| state == row.state)
            && moments.from.is_none_or(|from| from <= row.placed_at)
            && moments.before.is_none_or(|before| row.placed_at < before)
    }
}

/// Orders whose number this is, at whichever shop, or that of a parcel of theirs, the
/// last first; none where it is no number.
///
/// # Errors
/// Where the database refuses it.
pub async fn numbered(
    snapshot: &mut Snapshot<'_>,
    typed: &str,
    limit: u32,
) -> Result<Vec<OrderRow>, StoreError> {
    let Some(typed) = numbered_part(typed) else { return Ok(Vec::new()) };
    let divided = |sign: char| sign.is_whitespace() || sign == '-';
    let parcel = typed.replace(divided, "").to_uppercase();
    store::numbered(snapshot, (&spellings(typed), &parcel), limit).await
}

/// What of a text may be a number: without what such is called, as in "order 17", and
/// without the sign in front.
fn numbered_part(typed: &str) -> Option<&str> {
    let mut part = typed.trim();
    if let Some((called, number)) = part.split_once(char::is_whitespace)
        && called.chars().count() > MOST_LETTERS
        && called.chars().all(char::is_alphabetic)
    {
        part = number.trim_start();
    }
    let part = part.trim_start_matches(SIGNS).trim_start();
    let has_digit = part.chars().any(|sign| sign.is_ascii_digit());
    let is_one = has_digit && part.chars().count() <= LONGEST && !part.contains('\0');
    is_one.then_some(part)
}

/// How a number may be kept that was typed so: with the sign in front that shops give
/// theirs or without, with the blanks that make it easy to read or without, and in
/// capitals or small letters.
fn spellings(number: &str) -> Vec<String> {
    let together: String = number.split_whitespace().collect();
    let bare = [number.to_owned(), together.to_lowercase(), together.to_uppercase(), together];
    let signed = bare.iter().map(|number| format!("#{number}"));
    let all: BTreeSet<String> = signed.chain(bare.iter().cloned()).collect();
    Vec::from_iter(all)
}
