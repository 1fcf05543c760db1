//! One row per customer, with intervals.

use kernel::{Day, Money};
use review::figures::{CustomerRow, Interval, Segment};

use crate::book::{Book, BookError, Customer};
use crate::drawn::intervals;
use crate::limits::Limits;
use crate::outlook::Foresight;
use crate::profile::Profile;
use crate::purchases::purchase_days;
use crate::segments::RecencyFrequency;
use crate::study::Study;
use crate::terms::Terms;
use crate::value::GoldLine;

/// The rows of one shard.
#[derive(Default)]
struct Rows {
    rows: Vec<CustomerRow>,
    days: Vec<Day>,
}

/// Tells `tell` the row of every customer, in the order of the shards.
///
/// # Errors
/// Where the book cannot be read.
pub(crate) fn each_row(
    book: &Book,
    study: &Study,
    parts: &RecencyFrequency,
    tell: &mut dyn FnMut(&CustomerRow),
) -> Result<(), BookError> {
    let limits = study.limits();
    let foresight = study.foresight();
    let gold = study.gold.0.as_ref();
    let mut told = |rows: &mut Vec<CustomerRow>| rows.drain(..).for_each(|row| tell(&row));
    let mut rest = book.fold(
        Rows::default,
        |shard, customer| {
            let Rows { rows, days } = shard;
            purchase_days(customer.orders, days);
            let terms = &study.terms;
            rows.extend(row(customer, days, terms, &limits, foresight.as_ref(), gold, parts));
        },
        |before, mut shard| {
            told(&mut before.rows);
            told(&mut shard.rows);
        },
    )?;
    told(&mut rest.rows);
    Ok(())
}

fn row(
    customer: &Customer<'_>,
    days: &[Day],
    terms: &Terms,
    limits: &Limits<'_>,
    foresight: Option<&Foresight<'_>>,
    gold: Option<&GoldLine>,
    parts: &RecencyFrequency,
) -> Option<CustomerRow> {
    let profile = Profile::of(customer, days, terms, limits, foresight)?;
    let (&first, &last) = (days.first()?, days.last()?);
    let fifths = (!profile.is_lost()).then(|| parts.fifths(profile.silence, profile.history.x + 1));
    let segment =
        fifths.map_or(Segment::Lost, |(recency, frequency)| Segment::of(recency, frequency));
    // The profiles of the lost go without: only here they are asked for.
    let outlook = profile
        .outlook
        .or_else(|| foresight.map(|foresight| foresight.outlook(customer, profile.history)));
    let futures = foresight
        .zip(outlook.as_ref())
        .map(|(foresight, outlook)| intervals(&profile, outlook, foresight));
    let (expected_orders, residual) = futures.unwrap_or_default();
    let money = |minor: f64| Money::new(minor.round() as i64, terms.currency);
    Some(CustomerRow {
        id: customer.id.to_owned(),
        first,
        last,
        orders: customer.orders.len() as u64,
        purchase_days: days.len() as u32,
        margin: terms.margin(profile.revenue),
        margin_12m: terms.margin(profile.revenue_12m),
        mean_order: mean_order(customer).map(money),
        usual_gap: profile.usual_gap(),
        silence: profile.silence,
        lost_limit: limits.lost_after(profile.history.x, profile.history.t_x),
        standing: profile.standing,
        lost_on: profile.lost_on(),
        cohort: first.month(),
        segment,
        recency_quintile: fifths.map(|(recency, _)| recency),
        frequency_quintile: fifths.map(|(_, frequency)| frequency),
        is_gold: gold.is_some_and(|line| line.is_gold(profile.revenue_12m, customer.id)),
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
    })
}

/// Mean over orders with an amount above zero, minor units.
fn mean_order(customer: &Customer<'_>) -> Option<f64> {
    let amounts = customer.orders.iter().filter_map(|order| order.amount()).filter(|&a| a > 0);
    let (n, sum) = amounts.fold((0_u64, 0_i64), |(n, sum), a| (n + 1, sum.saturating_add(a)));
    (n > 0).then(|| sum as f64 / n as f64)
}
