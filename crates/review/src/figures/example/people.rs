//! The made-up people: alarms, whom to call, what the lost have in common.

use kernel::Day;

use super::{Regulars, day, dollars};
use crate::figures::{
    Action, Alarm, AlarmedCustomer, AuditRow, AuditValue, CallToday, Evidence, Reason,
};

const NAMES: [&str; 20] = [
    "maria.ionescu@example.com",
    "Café Αθηνά",
    "ООО «Ромашка»",
    "jack@example.org",
    "Անահիտ Սարգսյան",
    "C-10482",
    "nora.lund@example.net",
    "Atelier Brâncuși SRL",
    "θ.παπαδοπούλου@example.gr",
    "C-10077",
    "elena@example.md",
    "A. & B. <Partners>",
    "🌻 Sunny Florists",
    "C-11290",
    "Иван Петров",
    "the-customer-with-a-rather-long-identifier-2024-000417@example.com",
    "dimitris@example.gr",
    "C-10913",
    "Լուսինե",
    "oleg@example.ru",
];

fn name(index: usize) -> String {
    match index / NAMES.len() {
        0 => NAMES[index].to_owned(),
        again => format!("C-{}", 12_000 + again * 100 + index),
    }
}

fn alarm(count: usize, most: i64, evidence: impl Fn(usize) -> Evidence) -> Alarm {
    let customers = (0..count)
        .map(|index| AlarmedCustomer {
            id: name(index),
            page: None,
            at_risk: Some(dollars(most / (index as i64 + 2))),
            evidence: evidence(index),
        })
        .collect();
    Alarm { count: count as u64, customers }
}

fn order_value_falling(index: usize) -> Evidence {
    let before = 96 + 17 * (index as i64 % 5);
    Evidence::OrderValueFalling {
        mean_before: dollars(before),
        mean_now: dollars(before * (50 + index as i64 % 4 * 8) / 100),
        orders_before: 9 + index as u32 % 6,
        orders_now: 3 + index as u32 % 3,
        probability: 0.99 - 0.006 * index as f64,
    }
}

fn gone_quiet(index: usize) -> Evidence {
    let gap = 18.0 + 3.5 * (index % 9) as f64;
    Evidence::GoneQuiet {
        usual_gap: gap,
        silence: (gap * 2.6) as u32 + index as u32 % 4,
        limit: gap * 2.4,
    }
}

fn range_stopped(index: usize) -> Evidence {
    let categories = ["Green tea", "Ceramics", "Кофе в зёрнах", "Gift wrap & cards"];
    Evidence::RangeStopped {
        category: categories[index % categories.len()].to_owned(),
        last_bought: day(2026, 1, 28).plus_days(-(index as i32) * 6),
        periods_bought: 4 + index as u32 % 3,
        yearly: Some(dollars(340 - 16 * index as i64)),
    }
}

pub(super) fn regulars() -> Regulars {
    Regulars {
        count: 312,
        lost: 148,
        drifting: 61,
        order_value_falling: Some(alarm(14, 1_180, order_value_falling)),
        gone_quiet: Some(alarm(41, 1_460, gone_quiet)),
        range_stopped: Some(alarm(9, 890, range_stopped)),
    }
}

pub(super) fn call_today() -> Vec<CallToday> {
    (0..20)
        .map(|index| {
            let silence = 31 + 7 * index as u32;
            let orders = 24 - index as u64;
            let (reason, action) = match index % 7 {
                0 => (Reason::Alarm(gone_quiet(index)), Action::CallInPerson { orders }),
                4 => (Reason::Alarm(gone_quiet(index)), Action::CallBeforeLost { days: 9 }),
                1 => (Reason::Alarm(order_value_falling(index)), Action::ReviewAccount),
                2 => {
                    let stopped = range_stopped(index);
                    let action = stopped.action();
                    (Reason::Alarm(stopped), action)
                }
                3 => (Reason::Late { usual_gap: 26.0 + index as f64, silence }, Action::Remind),
                5 => (Reason::Valuable { orders, risk: 0.34, months: 12 }, Action::Thank),
                _ => (
                    Reason::OneTime { amount: Some(dollars(412 - 9 * index as i64)), silence },
                    Action::InviteBack,
                ),
            };
            let orders = if action == Action::InviteBack { 1 } else { orders };
            CallToday {
                id: name(index),
                page: None,
                margin_at_risk: Some(dollars(1_240 - 51 * index as i64)),
                reason,
                action,
                risk: 0.62 - 0.014 * index as f64,
                orders,
                last: last_order(silence),
                margin: Some(dollars(orders as i64 * 88)),
            }
        })
        .collect()
}

fn last_order(silence: u32) -> Day {
    day(2026, 5, 31).plus_days(-(silence as i32))
}

/// A row with its ratio and interval; p and its adjusted form.
fn row(
    (attribute, value): (&str, AuditValue),
    (n, lost): (u64, u64),
    (ratio, low, high): (f64, f64, f64),
    (p, p_adjusted): (f64, f64),
    (margin, repeat_share): (i64, f64),
) -> AuditRow {
    AuditRow {
        attribute: attribute.to_owned(),
        value,
        n,
        lost,
        risk_ratio: Some(ratio),
        low: Some(low),
        high: Some(high),
        p: Some(p),
        p_adjusted: Some(p_adjusted),
        excess: lost as f64 - n as f64 * lost as f64 / n as f64 / ratio,
        adjusted_odds_ratio: Some(ratio * 0.94),
        adjusted_p: Some((p * 1.4).min(1.0)),
        margin_per_customer: Some(dollars(margin)),
        repeat_share,
    }
}

fn text(value: &str) -> AuditValue {
    AuditValue::Text(value.to_owned())
}

pub(super) fn audit() -> Vec<AuditRow> {
    vec![
        row(("source", text("Groupon")), (118, 45), (2.27, 1.73, 2.98), (1e-7, 2e-6), (61, 0.19)),
        row(
            ("first_order_discounted", AuditValue::YesNo(true)),
            (301, 79),
            (1.65, 1.31, 2.08),
            (2e-5, 2e-4),
            (108, 0.41),
        ),
        row(
            ("first_order_size", AuditValue::Amounts(dollars(5), dollars(18))),
            (257, 66),
            (1.56, 1.22, 2.0),
            (5e-4, 3e-3),
            (74, 0.38),
        ),
        row(("country", text("Canada")), (96, 25), (1.47, 1.03, 2.1), (0.034, 0.097), (151, 0.52)),
        row(
            ("first_category", text("Gift wrap & cards")),
            (64, 15),
            (1.3, 0.82, 2.05),
            (0.28, 0.42),
            (69, 0.44),
        ),
        row(
            ("first_product", text("Teapot, cast iron, 0.8 l")),
            (41, 7),
            (0.93, 0.47, 1.84),
            (0.84, 0.9),
            (233, 0.68),
        ),
        row(
            ("first_category", text("Green tea")),
            (388, 41),
            (0.49, 0.36, 0.67),
            (3e-6, 4e-5),
            (286, 0.79),
        ),
        row(("source", text("Referral")), (173, 14), (0.41, 0.24, 0.68), (2e-4, 1e-3), (341, 0.81)),
    ]
}

pub(super) fn sources() -> Vec<AuditRow> {
    vec![
        row(("source", text("Groupon")), (118, 45), (2.27, 1.73, 2.98), (1e-7, 5e-7), (61, 0.19)),
        row(
            ("source", text("Instagram")),
            (342, 69),
            (1.15, 0.89, 1.47),
            (0.29, 0.36),
            (127, 0.55),
        ),
        row(("source", text("Google")), (421, 71), (0.89, 0.69, 1.14), (0.35, 0.36), (176, 0.63)),
        row(
            ("source", text("Newsletter")),
            (186, 29),
            (0.83, 0.58, 1.19),
            (0.31, 0.36),
            (204, 0.7),
        ),
        row(("source", text("Referral")), (173, 14), (0.41, 0.24, 0.68), (2e-4, 5e-4), (341, 0.81)),
    ]
}
