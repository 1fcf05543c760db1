//! A review in which somebody stands out.

use domain::know::customers::CustomerId;
use domain::prove::reviews::{self, Made};
use kernel::{Currency, Day, Language, Money};
use review::figures::{
    Action, CustomerAlarms, CustomerRow, Evidence, Interval, Reason, Segment, Standing,
};
use store::log::Actor;
use store::{Db, StoreError, Tx};
use testkit::record::test_time;

fn dram() -> Currency {
    "AMD".parse().unwrap()
}

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

/// Somebody who went quiet.
fn quiet(at_risk: i64) -> CustomerRow {
    let money = |major: i64| Money::new(major * 100, dram());
    let seen = Evidence::GoneQuiet { usual_gap: 18.0, silence: 47, limit: 40.5 };
    let alarms = CustomerAlarms { gone_quiet: Some(seen.clone()), ..CustomerAlarms::default() };
    CustomerRow {
        id: "A-1".to_owned(),
        first: day("2024-01-10"),
        last: day("2026-01-12"),
        orders: 31,
        purchase_days: 31,
        margin: Some(money(2_400_000)),
        margin_12m: Some(money(385_200)),
        revenue_12m: Some(money(1_284_000)),
        mean_order: Some(money(77_000)),
        usual_gap: Some(18.0),
        silence: 47,
        lost_limit: Some(60),
        standing: Standing::GoneQuiet,
        lost_on: None,
        cohort: day("2024-01-10").month(),
        segment: Segment::AtRisk,
        recency_quintile: Some(2),
        frequency_quintile: Some(5),
        is_gold: true,
        is_regular: true,
        p_alive: Some(0.55),
        risk: Some(0.48),
        expected_orders: None,
        residual_value: Some(Interval {
            low: money(900_000),
            mean: money(2_000_000),
            high: money(3_500_000),
        }),
        margin_at_risk: Some(money(at_risk)),
        alarms,
        reason: Some((Reason::Alarm(seen), Action::Call)),
    }
}

/// The record is reviewed as of a day, and these customers went quiet.
pub async fn as_of(db: &Db, as_of: &str, went_quiet: &[CustomerId]) {
    let as_of = day(as_of);
    let made = Made {
        as_of,
        at: test_time(),
        took: chrono::TimeDelta::seconds(2),
        of: "12 facts".to_owned(),
        currency: dram(),
        horizon_months: 12,
        value_months: 36,
    };
    let pages = Language::ALL.map(|language| (language, format!("<!doctype html><p>{language}")));
    let scores: Vec<_> =
        went_quiet.iter().map(|customer| reviews::score(*customer, &quiet(412_000))).collect();
    let keep = async move |tx: &mut Tx<'_>| {
        reviews::keep(tx, as_of, &scores).await?;
        reviews::finish(tx, &made, &pages).await?;
        Ok::<_, StoreError>(())
    };
    db.write(Actor::System, keep).await.unwrap();
}
