//! Totals that the lines of an order repeat: each counts once, and is shared
//! out over its lines.

use super::line::Line;
use super::record::Letters;
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
        let mut sharing: Vec<&mut Line> =
            lines.iter_mut().filter(|line| line.order_total != Order::NO_AMOUNT).collect();
        // Stable: the lines of one total stay in their order.
        sharing.sort_by_key(|line| total_of(line));
        for lines in sharing.chunk_by_mut(|a, b| total_of(a) == total_of(b)) {
            share(lines[0].order_total, lines);
        }
    }
}

/// The currency and the total a line repeats.
fn total_of(line: &Line) -> (Letters, i64) {
    (line.currency, line.order_total)
}

/// Shares `total` out by the lines' amounts, evenly where all are nothing. Each
/// line gets what the parts up to it come to less what those before it did, so
/// that nothing is lost in rounding.
fn share(total: i64, lines: &mut [&mut Line]) {
    let is_even = lines.iter().all(|line| line.amount == 0);
    let part = |line: &Line| if is_even { 1 } else { i128::from(line.amount.unsigned_abs()) };
    let all: i128 = lines.iter().map(|line| part(line)).sum();
    let (mut weight, mut given) = (0, 0);
    for line in lines {
        weight += part(line);
        let up_to_here = (i128::from(total) * weight / all) as i64;
        line.amount = up_to_here - given;
        given = up_to_here;
    }
}
