//! Totals that the lines of an order repeat: each counts once, and is shared
//! out over its lines.

use super::line::Line;
use crate::book::Order;

/// Gives each line of an order its part of the total they repeat, so that
/// together they come to it, to the last minor unit. `lines` are those of one
/// customer, lines of one order together; an order whose lines have several
/// totals (one in each currency, say) came to all of them.
pub(super) fn share_out(lines: &mut [Line]) {
    if lines.iter().all(|line| line.order_total == Order::NO_AMOUNT) {
        return;
    }
    for lines in lines.chunk_by_mut(|a, b| (a.is_return, a.order) == (b.is_return, b.order)) {
        let mut totals: Vec<_> = lines.iter().filter_map(total_of).collect();
        totals.sort_unstable();
        totals.dedup();
        for total in totals {
            let sharing = lines.iter_mut().filter(|line| total_of(line) == Some(total));
            share(total.1, &mut sharing.collect::<Vec<_>>());
        }
    }
}

/// The currency and the total a line repeats.
fn total_of(line: &Line) -> Option<(super::record::Letters, i64)> {
    (line.order_total != Order::NO_AMOUNT).then_some((line.currency, line.order_total))
}

/// Shares `total` out by the lines' amounts, evenly where all are nothing. Each
/// line gets what the parts up to it come to less what those before it did, so
/// that nothing is lost in rounding.
fn share(total: i64, lines: &mut [&mut Line]) {
    let weights: Vec<i128> =
        lines.iter().map(|line| i128::from(line.amount.unsigned_abs())).collect();
    let all: i128 = weights.iter().sum();
    let (weights, all) =
        if all == 0 { (vec![1; lines.len()], lines.len() as i128) } else { (weights, all) };
    let (mut weight, mut given) = (0, 0);
    for (line, part) in lines.iter_mut().zip(weights) {
        weight += part;
        let up_to_here = (i128::from(total) * weight / all) as i64;
        line.amount = up_to_here - given;
        given = up_to_here;
    }
}
