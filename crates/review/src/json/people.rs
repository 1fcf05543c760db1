//! The figures that name people, and what groups of people have in common.

use phrases::Phrases;
use serde_json::{Value, json};

use super::money;
use crate::figures::{Alarm, AuditRow, CallToday, Evidence, Reason, Regulars};
use crate::sentences;

pub fn regulars(regulars: &Regulars) -> Value {
    json!({
        "count": regulars.count,
        "lost": regulars.lost,
        "drifting": regulars.drifting,
        "order_value_falling": regulars.order_value_falling.as_ref().map(alarm),
        "gone_quiet": regulars.gone_quiet.as_ref().map(alarm),
        "range_stopped": regulars.range_stopped.as_ref().map(alarm),
    })
}

fn alarm(alarm: &Alarm) -> Value {
    let customers: Vec<Value> = alarm
        .customers
        .iter()
        .map(|of| {
            json!({
                "id": of.id,
                "at_risk": money(of.at_risk),
                "evidence": evidence(&of.evidence),
            })
        })
        .collect();
    json!({ "count": alarm.count, "customers": customers })
}

fn evidence(evidence: &Evidence) -> Value {
    match evidence {
        Evidence::OrderValueFalling {
            mean_before,
            mean_now,
            orders_before,
            orders_now,
            probability,
        } => json!({
            "mean_before": money(Some(*mean_before)),
            "mean_now": money(Some(*mean_now)),
            "orders_before": orders_before,
            "orders_now": orders_now,
            "probability": probability,
        }),
        Evidence::GoneQuiet { usual_gap, silence, limit } => {
            json!({ "usual_gap": usual_gap, "silence": silence, "limit": limit })
        }
        Evidence::RangeStopped { category, last_bought, periods_bought, yearly } => json!({
            "category": category,
            "last_bought": last_bought,
            "periods_bought": periods_bought,
            "yearly": money(*yearly),
        }),
    }
}

pub fn call_today(phrases: Phrases, calls: &[CallToday]) -> Vec<Value> {
    let call = |of: &CallToday| {
        json!({
            "id": of.id,
            "margin_at_risk": money(of.margin_at_risk),
            "reason": sentences::reason(phrases, &of.reason),
            "reason_key": of.reason.key(),
            "evidence": behind(&of.reason),
            "action": sentences::action(phrases, &of.action),
            "action_key": of.action.key(),
            "risk": of.risk,
            "orders": of.orders,
            "last": of.last,
            "margin": money(of.margin),
        })
    };
    calls.iter().map(call).collect()
}

/// What a reason rests on.
fn behind(reason: &Reason) -> Value {
    match reason {
        Reason::Alarm(seen) => evidence(seen),
        Reason::Late { usual_gap, silence } => {
            json!({ "usual_gap": usual_gap, "silence": silence })
        }
        Reason::Valuable { orders, risk, months } => {
            json!({ "orders": orders, "risk": risk, "months": months })
        }
        Reason::OneTime { amount, silence } => {
            json!({ "amount": money(*amount), "silence": silence })
        }
    }
}

pub fn audit(rows: &[AuditRow]) -> Vec<Value> {
    let row = |of: &AuditRow| {
        json!({
            "attribute": of.attribute,
            "value": of.value.to_string(),
            "n": of.n,
            "lost": of.lost,
            "risk_ratio": of.risk_ratio,
            "low": of.low,
            "high": of.high,
            "p": of.p,
            "p_adjusted": of.p_adjusted,
            "excess": of.excess,
            "adjusted_odds_ratio": of.adjusted_odds_ratio,
            "adjusted_p": of.adjusted_p,
            "margin_per_customer": money(of.margin_per_customer),
            "repeat_share": of.repeat_share,
        })
    };
    rows.iter().map(row).collect()
}
