//! What was read and what became of it, put together from what the sinks saw
//! and the shards counted.

use kernel::Day;

use super::LedgerError;
use super::currency::currency_of;
use super::record::UNDECLARED;
use super::sink::Seen;
use super::tally::Tally;
use super::terms::ClosingTerms;
use crate::book::BookFacts;

/// The facts of a book closed under `terms`.
pub(super) fn facts_of(
    seen: &Seen,
    tally: Tally,
    terms: &ClosingTerms,
    as_of: Day,
) -> Result<BookFacts, LedgerError> {
    let (mut anonymous_rows, mut anonymous_after, mut anonymous_returns) = (0, 0, 0);
    let mut revenue = 0;
    let mut unattributed = tally.orphaned;
    for (&(day, currency), anonymous) in &seen.anonymous {
        if day > as_of {
            anonymous_after += anonymous.rows;
            continue;
        }
        anonymous_rows += anonymous.rows;
        anonymous_returns += anonymous.returns;
        let amount = match currency {
            UNDECLARED => i128::from(terms.rescale.apply(clamped(anonymous.revenue))),
            currency if currency == terms.base => anonymous.revenue,
            _ => continue,
        };
        revenue += amount;
        *unattributed.entry(day).or_insert(0) += amount;
    }
    let rows = tally.rows + anonymous_rows;
    let rows_after = tally.rows_after + anonymous_after;
    let (first_day, last_day) = tally.days.ok_or(if tally.rows > 0 {
        // Whatever is not taken back makes an order.
        LedgerError::NothingSold { as_of, rows: tally.rows }
    } else {
        LedgerError::NoOrders {
            as_of,
            rows: rows + rows_after,
            anonymous: anonymous_rows + anonymous_after,
            after: tally.rows_after,
        }
    })?;
    Ok(BookFacts {
        as_of,
        first_day,
        last_day,
        currency: currency_of(terms.base),
        has_money: tally.has_money,
        rows,
        rows_after,
        anonymous_rows,
        anonymous_revenue: clamped(revenue),
        returns: tally.returns + anonymous_returns,
        unmatched_returns: tally.unmatched_returns,
        unattributed_by_day: unattributed
            .into_iter()
            .map(|(day, revenue)| (day, clamped(revenue)))
            .collect(),
        duplicates: tally.duplicates,
        duplicates_dropped: terms.drop_duplicates,
        cancelled_orders: tally.cancelled_orders,
        orders: tally.orders,
        customers: tally.customers,
        other_currencies: tally
            .other_currencies
            .into_iter()
            .map(|(letters, orders)| (currency_of(letters), orders))
            .collect(),
    })
}

fn clamped(amount: i128) -> i64 {
    amount.clamp(i128::from(-i64::MAX), i128::from(i64::MAX)) as i64
}
