//! Everything said about one customer.

use kernel::{Day, Money};
use review::figures::{CustomerRow, Interval, Segment};

use super::Known;
use crate::alarms::range_stopped;
use crate::book::Customer;
use crate::drawn::intervals;
use crate::purchases::mean_order;
use crate::reasons::reason;

/// The row of a customer who bought on `days`; `None` where they did not.
pub(super) fn row(
    customer: &Customer<'_>,
    days: &[Day],
    known: &Known<'_>,
    scratch: &mut range_stopped::Scratch,
) -> Option<CustomerRow> {
    let terms = &known.study.terms;
    let profile = known.profile(customer, days)?;
    let (&first, &last) = (days.first()?, days.last()?);
    let (recency, frequency) = known.parts.fifths(profile.silence, profile.history.x + 1);
    let if_kept = |fifth: u8| (!profile.is_lost()).then_some(fifth);
    let segment = if profile.is_lost() { Segment::Lost } else { Segment::of(recency, frequency) };
    // The profiles of the lost go without: only here they are asked for.
    let outlook = profile
        .outlook
        .or_else(|| known.foresight.map(|foresight| foresight.outlook(customer, profile.history)));
    let futures = known
        .foresight
        .zip(outlook.as_ref())
        .map(|(foresight, outlook)| intervals(&profile, outlook, &foresight));
    let (expected_orders, residual) = futures.unwrap_or_default();
    let money = |minor: f64| Money::new(minor.round() as i64, terms.currency);
    let alarms = known.watch.look(&profile, scratch);
    Some(CustomerRow {
        id: customer.id.to_owned(),
        first,
        last,
        orders: customer.orders.len() as u64,
        purchase_days: days.len() as u32,
        margin: terms.margin(profile.revenue),
        margin_12m: terms.margin(profile.revenue_12m),
        revenue_12m: terms.money(profile.revenue_12m),
        mean_order: mean_order(customer.orders).map(|(mean, _)| money(mean)),
        usual_gap: profile.usual_gap(),
        silence: profile.silence,
        lost_limit: known.limits.lost_after(profile.history.x, profile.history.t_x),
        standing: profile.standing,
        lost_on: profile.lost_on(),
        cohort: first.month(),
        segment,
        recency_quintile: if_kept(recency),
        frequency_quintile: if_kept(frequency),
        is_gold: known.gold.is_some_and(|line| line.is_gold(profile.revenue_12m, customer.id)),
        is_regular: profile.is_regular(),
        p_alive: outlook.map(|outlook| outlook.p_alive),
        risk: outlook.map(|outlook| outlook.risk),
        expected_orders,
        residual_value: residual.map(|residual| Interval {
            low: money(residual.low),
            mean: money(residual.mean),
            high: money(residual.high),
        }),
        margin_at_risk: profile.margin_at_risk(),
        reason: reason(&profile, &alarms, known.limits, terms),
        alarms,
    })
}
