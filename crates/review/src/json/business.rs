//! The figures of the business as a whole.

use serde_json::{Map, Value, json};

use super::{money, object};
use crate::figures::{
    self, Cohort, CostOfLoss, CustomerCounts, Input, MonthOfTrade, PeriodRetention,
    RevenueRetention, SegmentCount, SurvivalAt, SurvivalPoint,
};

pub fn input(input: &Input) -> Value {
    let files: Vec<Value> = input
        .files
        .iter()
        .map(|file| json!({ "name": file.name, "format": file.format, "rows": file.rows }))
        .collect();
    json!({
        "files": files,
        "rows": input.rows,
        "accepted": input.accepted,
        "rejected": input.rejected,
        "set_aside": input.rows_set_aside(),
        "set_aside_by_status": object(
            input.set_aside.iter().map(|(status, rows)| (status.as_str(), json!(rows))),
        ),
        "anonymous": input.anonymous,
        "anonymous_revenue": money(input.anonymous_revenue),
        "returns": input.returns,
        "unmatched_returns": input.unmatched_returns,
        "duplicates": input.duplicates,
        "duplicates_dropped": input.duplicates_dropped,
        "orders": input.orders,
        "customers": input.customers,
        "from": input.from,
        "to": input.to,
        "mapping": mapping(&input.mapping),
        "other_currencies": object(
            input.other_currencies.iter().map(|(code, orders)| (code.code(), json!(orders))),
        ),
    })
}

/// Role and column; the columns of a role that has several are joined.
fn mapping(mapping: &[(String, String)]) -> Map<String, Value> {
    let mut columns = Map::new();
    for (role, column) in mapping {
        match columns.get_mut(role) {
            Some(Value::String(known)) => *known = format!("{known}, {column}"),
            _ => {
                columns.insert(role.clone(), Value::String(column.clone()));
            }
        }
    }
    columns
}

pub fn period_retention(of: &PeriodRetention) -> Map<String, Value> {
    object([
        ("period", json!({ "from": of.period.from, "to": of.period.to })),
        ("customers", customers(&of.customers)),
        ("revenue", revenue(&of.revenue)),
    ])
}

fn customers(counts: &CustomerCounts) -> Value {
    json!({
        "start": counts.start,
        "end": counts.end,
        "new": counts.new,
        "lost": counts.lost,
        "kept": counts.kept,
        "won_back": counts.won_back,
        "came_and_went": counts.came_and_went,
        "retention_rate": counts.retention_rate,
        "churn_rate": counts.churn_rate,
    })
}

fn revenue(revenue: &RevenueRetention) -> Value {
    json!({
        "nrr": revenue.nrr,
        "grr": revenue.grr,
        "start": money(revenue.start),
        "expansion": money(revenue.expansion),
        "contraction": money(revenue.contraction),
        "churn": money(revenue.churn),
        "reactivation": money(revenue.reactivation),
        "total": money(revenue.total),
    })
}

pub fn cost_of_loss(cost: &CostOfLoss) -> Value {
    json!({
        "lost_12m": cost.lost_12m,
        "of_12m": cost.of_12m,
        "yearly": money(cost.yearly),
        "lifetime": money(cost.lifetime),
    })
}

pub fn value(value: &figures::Value) -> Value {
    let interval = value
        .lifetime_interval
        .map(|(low, high)| json!({ "low": money(Some(low)), "high": money(Some(high)) }));
    let concentration = value.concentration.as_ref().map(|of| {
        json!({
            "top_1_percent": of.top_1_percent,
            "top_10_percent": of.top_10_percent,
            "gini": of.gini,
        })
    });
    json!({
        "margin_12m": money(value.margin_12m),
        "margin_12m_per_customer": money(value.margin_12m_per_customer),
        "lifetime_per_customer": money(value.lifetime_per_customer),
        "lifetime_interval": interval,
        "residual_total": money(value.residual_total),
        "gold": {
            "count": value.gold.count,
            "share_of_margin": value.gold.share_of_margin,
            "threshold": money(value.gold.threshold),
            "lost": value.gold.lost,
            "gone_quiet": value.gold.gone_quiet,
        },
        "concentration": concentration,
    })
}

pub fn months(months: &[MonthOfTrade]) -> Vec<Value> {
    let month = |of: &MonthOfTrade| {
        json!({
            "month": of.month,
            "complete": of.complete,
            "orders": of.orders,
            "buyers": of.buyers,
            "new": of.new,
            "lost": of.lost,
            "won_back": of.won_back,
            "revenue": money(of.revenue),
        })
    };
    months.iter().map(month).collect()
}

pub fn cohorts(cohorts: &[Cohort]) -> Vec<Value> {
    let cohort = |of: &Cohort| {
        json!({
            "cohort": of.cohort,
            "size": of.size,
            "return_in": of.return_in,
            "return_or_after": of.return_or_after,
            "complete_through": of.complete_through,
        })
    };
    cohorts.iter().map(cohort).collect()
}

pub fn survival(points: &[SurvivalPoint]) -> Vec<Value> {
    let point = |of: &SurvivalPoint| {
        json!({
            "day": of.day,
            "at_risk": of.at_risk,
            "events": of.events,
            "s": of.s,
            "low": of.low,
            "high": of.high,
        })
    };
    points.iter().map(point).collect()
}

pub fn survival_at(ages: &[SurvivalAt]) -> Vec<Value> {
    let age = |of: &SurvivalAt| {
        json!({
            "months": of.months,
            "day": of.day,
            "at_risk": of.at_risk,
            "s": of.s,
            "low": of.low,
            "high": of.high,
        })
    };
    ages.iter().map(age).collect()
}

pub fn segments(segments: &[SegmentCount]) -> Vec<Value> {
    let segment = |of: &SegmentCount| json!({ "key": of.key.key(), "count": of.count, "margin_12m": money(of.margin_12m) });
    segments.iter().map(segment).collect()
}
