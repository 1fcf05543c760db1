//! Two made-up reviews for tests and for looking at pages: nothing in them was
//! measured, but they add up.

mod business;
mod models;
mod people;

use kernel::{Currency, Day, Money, Period};

use super::{
    CohortAverage, CostOfLoss, CustomerCounts, Gold, Input, Models, Note, PeriodRetention,
    Regulars, Retention, RevenueRetention, Review, Segment, SegmentCount, SourceFile, Value, Why,
};
use crate::LostRule;

/// The day a figure of the example is about.
fn day(year: i32, month: u32, of_month: u32) -> Day {
    Day::from_ymd(year, month, of_month).unwrap_or(Day::MAX)
}

/// The period from the first day of one month up to the first of another.
fn months(from: (i32, u32), to: (i32, u32)) -> Period {
    Period { from: day(from.0, from.1, 1), to: day(to.0, to.1, 1) }
}

/// Whole dollars.
fn dollars(major: i64) -> Money {
    Money::new(major * 100, usd())
}

fn usd() -> Currency {
    "USD".parse().unwrap_or(Currency::NONE)
}

/// A shop of 702 customers that lost 143 of them: every section has something
/// to show.
#[must_use]
pub fn rich() -> Review {
    Review {
        currency: usd(),
        has_money: true,
        as_of: day(2026, 5, 31),
        rule: LostRule::OwnLimit,
        horizon_months: 12,
        value_months: 36,
        margin: 1.0,
        one_time_limit_days: Some(214),
        input: rich_input(),
        customers_now: 1049,
        retention: business::retention(),
        cost_of_loss: CostOfLoss {
            lost_12m: 143,
            of_12m: 702,
            yearly: Some(dollars(42_870)),
            lifetime: Some(dollars(71_340)),
        },
        value: business::value(),
        regulars: people::regulars(),
        months: business::months_of_trade(),
        cohort_average: CohortAverage::over(&business::cohorts()),
        cohorts: business::cohorts(),
        survival: business::survival(),
        survival_at: business::survival_at(),
        segments: business::segments(),
        audit: people::audit(),
        sources: people::sources(),
        models: models::models(),
        backtest: Some(models::backtest()),
        call_today: people::call_today(),
        notes: vec![
            Note { path: "reasons", why: Why::ReasonsUnknown },
            Note { path: "input.duplicates", why: Why::DuplicatesKept { rows: 12 } },
            Note { path: "input.orders", why: Why::OtherCurrency { currency: eur(), orders: 31 } },
            Note {
                path: "models.gamma_gamma",
                why: Why::SpendFollowsFrequency { correlation: 0.31 },
            },
            Note { path: "backtest.crps", why: Why::Sample { customers: 1000 } },
            Note { path: "backtest.total_predicted", why: Why::LevelMissed { share: -0.13 } },
            Note { path: "audit", why: Why::TooManyValues { column: "Shipping Zip".to_owned() } },
        ],
    }
}

fn eur() -> Currency {
    "EUR".parse().unwrap_or(Currency::NONE)
}

fn rich_input() -> Input {
    let months = business::months_of_trade();
    let orders = months.iter().map(|month| month.orders).sum();
    let mapping = [
        ("customer", "Customer Email"),
        ("date", "Created at"),
        ("amount", "Total"),
        ("order", "Name"),
        ("product", "Lineitem name"),
        ("category", "Product type"),
        ("source", "Source"),
        ("currency", "Currency"),
        ("date_order", "ymd"),
        ("decimal", "."),
    ];
    Input {
        files: vec![
            SourceFile {
                name: "shop-2024.csv".to_owned(),
                format: "CSV (,)".to_owned(),
                rows: 5210,
            },
            SourceFile { name: "shop-2025.xlsx".to_owned(), format: "XLSX".to_owned(), rows: 7433 },
        ],
        rows: 12_643,
        accepted: 12_622,
        rejected: 7,
        set_aside: vec![("pending".to_owned(), 3), ("voided".to_owned(), 11)],
        anonymous: 118,
        anonymous_revenue: Some(dollars(4_912)),
        returns: 214,
        unmatched_returns: 9,
        duplicates: 12,
        duplicates_dropped: false,
        orders,
        customers: 1284,
        from: day(2024, 1, 2),
        to: day(2026, 5, 30),
        mapping: mapping.map(|(role, column)| (role.to_owned(), column.to_owned())).to_vec(),
        other_currencies: vec![(eur(), 31)],
    }
}

/// A list of names and days without amounts, in which nobody came back: nearly
/// nothing can be said.
#[must_use]
pub fn sparse() -> Review {
    let nobody = |period| PeriodRetention {
        period,
        customers: CustomerCounts {
            start: 0,
            end: 0,
            new: 0,
            lost: 0,
            kept: 0,
            won_back: 0,
            came_and_went: 0,
            retention_rate: None,
            churn_rate: None,
        },
        revenue: RevenueRetention {
            nrr: None,
            grr: None,
            start: None,
            expansion: None,
            contraction: None,
            churn: None,
            reactivation: None,
            total: None,
        },
    };
    let mut current = nobody(months((2025, 6), (2026, 6)));
    (current.customers.new, current.customers.end) = (9, 9);
    let note = |path, why| Note { path, why };
    Review {
        currency: Currency::NONE,
        has_money: false,
        as_of: day(2026, 5, 31),
        rule: LostRule::OwnLimit,
        horizon_months: 12,
        value_months: 36,
        margin: 1.0,
        one_time_limit_days: None,
        input: sparse_input(),
        customers_now: 9,
        retention: Retention { current, previous: nobody(months((2024, 6), (2025, 6))) },
        cost_of_loss: CostOfLoss { lost_12m: 0, of_12m: 0, yearly: None, lifetime: None },
        value: Value {
            margin_12m: None,
            margin_12m_per_customer: None,
            lifetime_per_customer: None,
            lifetime_interval: None,
            residual_total: None,
            gold: Gold { count: 0, share_of_margin: None, threshold: None, lost: 0, gone_quiet: 0 },
            concentration: None,
        },
        regulars: Regulars {
            count: 0,
            lost: 0,
            drifting: 0,
            order_value_falling: None,
            gone_quiet: None,
            range_stopped: None,
        },
        months: business::first_month_of_trade(),
        cohort_average: CohortAverage::default(),
        cohorts: business::first_cohort(),
        survival: Vec::new(),
        survival_at: Vec::new(),
        segments: Segment::ALL
            .into_iter()
            .map(|key| SegmentCount {
                key,
                count: if key == Segment::New { 9 } else { 0 },
                margin_12m: None,
            })
            .collect(),
        audit: Vec::new(),
        sources: Vec::new(),
        models: Models::default(),
        backtest: None,
        call_today: Vec::new(),
        notes: vec![
            note("reasons", Why::ReasonsUnknown),
            note("retention.customers.retention_rate", Why::NoCustomersAtStart),
            note("one_time_limit_days", Why::NoRepeatBuyers),
            note("regulars.order_value_falling", Why::NoAmounts),
            note("regulars.gone_quiet", Why::NoRepeatBuyers),
            note("regulars.range_stopped", Why::NoColumn { roles: &["category", "product"] }),
            note("models", Why::NoRepeatBuyers),
            note("value", Why::NoAmounts),
            note("backtest", Why::TooFew { have: 9, need: 30 }),
            note("sources", Why::NoColumn { roles: &["source"] }),
        ],
    }
}

fn sparse_input() -> Input {
    Input {
        files: vec![SourceFile {
            name: "guests.csv".to_owned(),
            format: "CSV (;), windows-1251".to_owned(),
            rows: 9,
        }],
        rows: 9,
        accepted: 9,
        rejected: 0,
        set_aside: Vec::new(),
        anonymous: 0,
        anonymous_revenue: None,
        returns: 0,
        unmatched_returns: 0,
        duplicates: 0,
        duplicates_dropped: false,
        orders: 9,
        customers: 9,
        from: day(2026, 5, 4),
        to: day(2026, 5, 30),
        mapping: vec![
            ("customer".to_owned(), "Гость".to_owned()),
            ("date".to_owned(), "Дата".to_owned()),
            ("date_order".to_owned(), "dmy".to_owned()),
        ],
        other_currencies: Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_made_up_reviews_add_up() {
        for review in [rich(), sparse()] {
            for of in [&review.retention.current, &review.retention.previous] {
                assert_eq!(of.customers.start, of.customers.kept + of.customers.lost);
                assert_eq!(of.customers.end, of.customers.kept + of.customers.new);
            }
            let segments: u64 = review.segments.iter().map(|segment| segment.count).sum();
            assert_eq!(segments, review.input.customers);
            let lost = review.segments.iter().filter(|segment| segment.key == Segment::Lost);
            let lost: u64 = lost.map(|segment| segment.count).sum();
            assert_eq!(review.customers_now, segments - lost);
            let cohorts: u64 = review.cohorts.iter().map(|cohort| cohort.size).sum();
            assert_eq!(cohorts, review.input.customers);
            let files: u64 = review.input.files.iter().map(|file| file.rows).sum();
            assert_eq!(files, review.input.rows);
            let input = &review.input;
            assert_eq!(input.accepted + input.rejected + input.rows_set_aside(), input.rows);
            let regulars = &review.regulars;
            let alarms =
                [&regulars.order_value_falling, &regulars.gone_quiet, &regulars.range_stopped];
            for alarm in alarms.into_iter().flatten() {
                assert!(alarm.customers.len() as u64 <= alarm.count);
            }
        }
        let rich = rich();
        let lost = rich.segments.iter().find(|segment| segment.key == Segment::Lost);
        let left: u64 = rich.months.iter().map(|month| month.lost).sum();
        let back: u64 = rich.months.iter().map(|month| month.won_back).sum();
        assert_eq!(lost.map(|segment| segment.count), Some(left - back));
    }
}
