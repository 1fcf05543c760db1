//! Which currency the book is in.

use std::collections::BTreeMap;

use kernel::Currency;

use super::LedgerError;
use super::record::{Letters, UNDECLARED, letters};
use super::rows::AllRows;
use crate::book::{Order, SHARDS, hash_of, in_order};

/// The currency the reader of the review asked for, of those `seen` on amounts.
/// Amounts that name none are taken to be in it; where all name another, the
/// review would be empty of money without a word.
pub(super) fn asked_for(wanted: Currency, seen: &[Letters]) -> Result<Letters, LedgerError> {
    let wanted_letters = letters(Some(wanted));
    if seen.is_empty() || seen.contains(&wanted_letters) || seen.contains(&UNDECLARED) {
        return Ok(wanted_letters);
    }
    let found = seen.iter().copied().map(currency_of).collect();
    Err(LedgerError::NoSuchCurrency { wanted, found })
}

/// The currency of these letters.
pub(super) fn currency_of(letters: Letters) -> Currency {
    let code = std::str::from_utf8(&letters).ok();
    code.and_then(|code| code.parse().ok()).unwrap_or(Currency::NONE)
}

/// The currency most orders up to `as_of` (days since `Day::MIN`) are in, the
/// first by its code where two are; [`UNDECLARED`] where no row says.
pub(super) fn of_most_orders(
    rows: &AllRows,
    seen: &[Letters],
    as_of: i32,
    threads: usize,
) -> Result<Letters, LedgerError> {
    let declared = seen.iter().copied().filter(|&currency| currency != UNDECLARED);
    let mut orders: BTreeMap<Letters, u64> = declared.map(|currency| (currency, 0)).collect();
    if orders.len() < 2 {
        return Ok(orders.into_keys().next().unwrap_or(UNDECLARED));
    }
    let count = |shard| orders_by_currency(rows, shard, as_of);
    in_order(SHARDS, threads, count, |counted| {
        for (currency, more) in counted {
            *orders.entry(currency).or_default() += more;
        }
        Ok(())
    })?;
    let most = orders.into_iter().rev().max_by_key(|&(_, count)| count);
    Ok(most.map_or(UNDECLARED, |(currency, _)| currency))
}

/// How many orders of a shard have an amount in each declared currency.
fn orders_by_currency(
    rows: &AllRows,
    shard: usize,
    as_of: i32,
) -> Result<BTreeMap<Letters, u64>, LedgerError> {
    let mut orders = Vec::new();
    rows.read(shard, &mut Vec::new(), |record, _| {
        let has_currency = record.amount != Order::NO_AMOUNT && record.currency != UNDECLARED;
        if has_currency && !record.is_return && record.day <= as_of {
            let day = if record.order == 0 { record.day } else { 0 };
            orders.push((hash_of(record.id), record.order, day, record.currency));
        }
    })?;
    orders.sort_unstable();
    orders.dedup();
    let mut counts = BTreeMap::new();
    for (.., currency) in orders {
        *counts.entry(currency).or_default() += 1;
    }
    Ok(counts)
}

/// Brings amounts that were read without a currency, with the two decimals of
/// [`Currency::NONE`], to the minor units of the book's currency.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Rescale {
    multiply: i64,
    divide: i64,
}

impl Rescale {
    pub(super) fn to(currency: Currency) -> Self {
        let (from, to) = (Currency::NONE.minor_per_major(), currency.minor_per_major());
        Self { multiply: (to / from).max(1), divide: (from / to).max(1) }
    }

    /// `amount` in the book's minor units, halves away from zero, saturating.
    pub(super) fn apply(self, amount: i64) -> i64 {
        if self.divide == 1 {
            return amount.saturating_mul(self.multiply).max(-i64::MAX);
        }
        let half = self.divide / 2 * amount.signum();
        amount.saturating_add(half) / self.divide
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_currency_no_order_is_in_is_refused_with_those_there_are() {
        let code = |code: &str| code.parse::<Currency>().unwrap();
        let seen = [letters(Some(code("EUR"))), letters(Some(code("USD")))];
        let refused = asked_for(code("JPY"), &seen).unwrap_err().to_string();
        assert!(
            refused.starts_with("no order is in JPY; the orders are in EUR, USD:"),
            "{refused}"
        );
        assert_eq!(asked_for(code("USD"), &seen).ok(), Some(seen[1]));
        assert_eq!(asked_for(code("JPY"), &[]).ok(), Some(letters(Some(code("JPY")))));
        assert!(asked_for(code("JPY"), &[UNDECLARED, seen[0]]).is_ok());
    }

    #[test]
    fn amounts_without_a_currency_follow_the_book() {
        let rescale = |code: &str| Rescale::to(code.parse().unwrap());
        assert_eq!(rescale("EUR").apply(-1250), -1250);
        assert_eq!(rescale("JPY").apply(120_050), 1201);
        assert_eq!(rescale("JPY").apply(-120_049), -1200);
        assert_eq!(rescale("KWD").apply(125), 1250);
        assert_eq!(rescale("KWD").apply(i64::MAX), i64::MAX);
    }
}
