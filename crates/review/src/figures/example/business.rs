//! The made-up figures of the business as a whole.

use kernel::Month;

use super::{
    CustomerCounts, Gold, PeriodRetention, Retention, RevenueRetention, Segment, SegmentCount,
    Value, day, dollars, months,
};
use crate::figures::{Cohort, Concentration, MonthOfTrade, SurvivalAt, SurvivalPoint};

/// First purchases, month by month from January 2024.
const NEW: [u64; 29] = [
    42, 44, 49, 47, 50, 41, 38, 40, 45, 48, 61, 66, 43, 39, 42, 44, 46, 37, 35, 36, 43, 47, 58, 63,
    41, 36, 40, 32, 31,
];
const LOST: [u64; 29] = [
    0, 0, 0, 0, 0, 0, 0, 3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 13, 14, 14, 15, 15, 16, 16, 17, 17, 17,
    17, 18,
];
const WON_BACK: [u64; 29] =
    [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 2, 2, 2, 3, 1, 2, 3, 2, 3, 2, 3, 3];
const ORDERS: [u64; 29] = [
    44, 66, 83, 97, 112, 108, 104, 118, 139, 158, 214, 262, 171, 168, 189, 203, 221, 204, 196, 208,
    237, 262, 331, 388, 242, 229, 251, 238, 233,
];

pub(super) fn retention() -> Retention {
    Retention {
        current: PeriodRetention {
            period: months((2025, 6), (2026, 6)),
            customers: CustomerCounts {
                start: 702,
                end: 1026,
                new: 467,
                lost: 143,
                kept: 559,
                won_back: 23,
                came_and_went: 41,
                retention_rate: Some(559.0 / 702.0),
                churn_rate: Some(143.0 / 702.0),
            },
            revenue: RevenueRetention {
                nrr: Some(162_110.0 / 198_400.0),
                grr: Some(137_800.0 / 198_400.0),
                start: Some(dollars(198_400)),
                expansion: Some(dollars(24_310)),
                contraction: Some(dollars(21_880)),
                churn: Some(dollars(38_720)),
                reactivation: Some(dollars(3_140)),
                total: Some(dollars(236_915)),
            },
        },
        previous: PeriodRetention {
            period: months((2024, 6), (2025, 6)),
            customers: CustomerCounts {
                start: 232,
                end: 702,
                new: 508,
                lost: 38,
                kept: 194,
                won_back: 0,
                came_and_went: 36,
                retention_rate: Some(194.0 / 232.0),
                churn_rate: Some(38.0 / 232.0),
            },
            revenue: RevenueRetention {
                nrr: None,
                grr: None,
                start: None,
                expansion: None,
                contraction: None,
                churn: None,
                reactivation: None,
                total: Some(dollars(152_640)),
            },
        },
    }
}

pub(super) fn value() -> Value {
    Value {
        margin_12m: Some(dollars(236_915)),
        margin_12m_per_customer: Some(dollars(226)),
        lifetime_per_customer: Some(dollars(742)),
        lifetime_interval: Some((dollars(38), dollars(1_460))),
        residual_total: Some(dollars(418_300)),
        gold: Gold {
            count: 163,
            share_of_margin: Some(0.584),
            threshold: Some(dollars(410)),
            lost: 17,
            gone_quiet: 12,
        },
        concentration: Some(Concentration {
            top_1_percent: 0.087,
            top_10_percent: 0.402,
            gini: 0.561,
        }),
    }
}

/// The months the data cover, oldest first, with how many lie after each.
fn covered() -> impl Iterator<Item = (usize, Month)> {
    let first = day(2024, 1, 1).month();
    (0..NEW.len()).map(move |index| (index, first.plus(index as i32)))
}

pub(super) fn months_of_trade() -> Vec<MonthOfTrade> {
    covered()
        .map(|(index, month)| MonthOfTrade {
            month,
            complete: index != 0,
            orders: ORDERS[index],
            buyers: ORDERS[index] * 9 / 10,
            new: NEW[index],
            lost: LOST[index],
            won_back: WON_BACK[index],
            revenue: Some(dollars(ORDERS[index] as i64 * (74 + index as i64 % 7))),
        })
        .collect()
}

pub(super) fn first_month_of_trade() -> Vec<MonthOfTrade> {
    vec![MonthOfTrade {
        month: day(2026, 5, 1).month(),
        complete: false,
        orders: 9,
        buyers: 9,
        new: 9,
        lost: 0,
        won_back: 0,
        revenue: None,
    }]
}

pub(super) fn cohorts() -> Vec<Cohort> {
    covered()
        .map(|(index, cohort)| {
            let last = NEW.len() - 1 - index;
            let size = NEW[index] as f64;
            // Fewer come back each month, a little more of them in December.
            let share = |k: usize| {
                let season = if (index + k) % 12 == 11 { 1.35 } else { 1.0 };
                let wave = 1.0 + 0.12 * ((index * 3 + k * 5) as f64).sin();
                (0.31 * season * wave / (1.0 + 0.09 * k as f64) * size).round() / size
            };
            let return_in: Vec<f64> =
                (0..=last).map(|k| if k == 0 { 1.0 } else { share(k) }).collect();
            let mut return_or_after: Vec<f64> = (0..=last)
                .map(|k| match k {
                    0 => 1.0,
                    _ => (0.78 * 0.955_f64.powi(k as i32) * size).round() / size,
                })
                .collect();
            for k in (1..=last).rev() {
                let later = return_or_after.get(k + 1).copied().unwrap_or(0.0);
                return_or_after[k] = return_or_after[k].max(return_in[k]).max(later);
            }
            Cohort {
                cohort,
                size: NEW[index],
                return_in,
                return_or_after,
                complete_through: Some(last as u32),
            }
        })
        .collect()
}

pub(super) fn first_cohort() -> Vec<Cohort> {
    vec![Cohort {
        cohort: day(2026, 5, 1).month(),
        size: 9,
        return_in: vec![1.0],
        return_or_after: vec![1.0],
        complete_through: None,
    }]
}

pub(super) fn survival() -> Vec<SurvivalPoint> {
    let mut staying = 1.0;
    let mut at_risk = 1284;
    (0..44)
        .map(|step: u32| {
            let events = 4 + u64::from(step * 5 % 7);
            staying *= 1.0 - events as f64 / at_risk as f64;
            let half_band = 0.012 + 0.0009 * f64::from(step);
            let point = SurvivalPoint {
                day: 198 + step * 15,
                at_risk,
                events,
                s: staying,
                low: staying - half_band,
                high: (staying + half_band).min(1.0),
            };
            at_risk -= events + 14;
            point
        })
        .collect()
}

pub(super) fn survival_at() -> Vec<SurvivalAt> {
    let points = survival();
    let at = |months| {
        let day = SurvivalAt::day_after(months);
        let SurvivalPoint { at_risk, s, low, high, .. } =
            points.iter().rev().find(|point| point.day <= day).cloned()?;
        Some(SurvivalAt { months, day, at_risk, s, low, high })
    };
    [12, 18, 24].into_iter().filter_map(at).collect()
}

pub(super) fn segments() -> Vec<SegmentCount> {
    let counts: [(u64, i64); 11] = [
        (138, 92_310),
        (171, 61_540),
        (164, 24_905),
        (61, 4_880),
        (52, 3_640),
        (57, 8_720),
        (118, 7_960),
        (69, 14_230),
        (31, 11_415),
        (188, 7_315),
        (235, 0),
    ];
    Segment::ALL
        .into_iter()
        .zip(counts)
        .map(|(key, (count, margin))| SegmentCount {
            key,
            count,
            margin_12m: Some(dollars(margin)),
        })
        .collect()
}
