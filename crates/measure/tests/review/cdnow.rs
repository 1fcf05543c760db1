//! The review of CDNOW against slow, obvious computations.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use kernel::{Day, Period};
use measure::{BookFigures, Reading};
use review::figures::{
    Action, CustomerRow, Evidence, ModelName, Reason, Review, Segment, Standing, Why,
};
use review::{Figures, LostRule, PeriodChoice, Question};

use crate::orders_file::{Orders, book, cdnow};
use crate::slow_review::{Slow, still_customers_after};

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

fn reviewed(orders: &Orders, question: &Question) -> (Review, Vec<CustomerRow>) {
    let figures = BookFigures::new(book(orders), Reading::default());
    let review = figures.review(question).unwrap();
    let mut rows = Vec::new();
    figures.customers(question, &mut |row| rows.push(row.clone())).unwrap();
    (review, rows)
}

/// A quarter, with two more before it: a year would lack the year before.
fn last_quarter() -> PeriodChoice {
    PeriodChoice::Days(Period::new(day("1998-04-01"), day("1998-07-01")).unwrap())
}

#[test]
fn with_a_fixed_window_every_count_is_that_of_the_obvious_computation() {
    let Some(orders) = cdnow() else { return };
    let rule = LostRule::After { days: 120 };
    let question = Question { lost_rule: rule, period: last_quarter(), ..Question::default() };
    let (review, rows) = reviewed(&orders, &question);
    let slow = Slow { orders: &orders, as_of: day("1998-06-30"), days: 120 };

    let periods = [review.retention.current.period, review.retention.previous.period];
    assert_eq!(periods[1].to_string(), "1998-01-01..1998-04-01");
    for figures in [&review.retention.current, &review.retention.previous] {
        let (counts, revenue) = slow.retention(figures.period);
        let found = &figures.customers;
        let found_counts = [
            found.start,
            found.end,
            found.new,
            found.lost,
            found.kept,
            found.won_back,
            found.came_and_went,
        ];
        assert_eq!(found_counts, counts);
        assert_eq!(found.retention_rate, Some(found.kept as f64 / found.start as f64));
        let rates = [figures.revenue.nrr.unwrap(), figures.revenue.grr.unwrap()];
        for (rate, slow) in rates.into_iter().zip(revenue) {
            assert!((rate - slow).abs() < 1e-12, "{rate} {slow}");
        }
    }
    let (lost, of, yearly) = slow.cost_of_loss();
    let cost = &review.cost_of_loss;
    assert_eq!((cost.lost_12m, cost.of_12m), (lost, of));
    assert_eq!(cost.yearly.map(|money| money.minor), Some(yearly));

    let gold = slow.gold();
    assert_eq!(review.value.gold.count, gold.len() as u64);
    let mut found: Vec<&str> =
        rows.iter().filter(|row| row.is_gold).map(|row| row.id.as_str()).collect();
    found.sort_unstable();
    assert_eq!(found, gold);

    for month in &review.months {
        let slow = slow.month(month.month);
        let revenue = month.revenue.unwrap().minor;
        let found = (month.orders, month.buyers, month.new, month.lost, month.won_back, revenue);
        assert_eq!(found, slow, "{}", month.month);
    }
    let stays = slow.stays();
    for point in review.survival.iter().step_by(10) {
        let share = still_customers_after(point.day, &stays);
        assert!((point.s - share).abs() < 1e-9, "{} {share}", point.s);
    }
    assert_eq!(review.one_time_limit_days, Some(120));
}

#[test]
fn cohorts_are_those_of_the_obvious_computation() {
    let Some(orders) = cdnow() else { return };
    let (review, _) = reviewed(&orders, &Question::default());
    let slow = Slow { orders: &orders, as_of: day("1998-06-30"), days: 1 };
    assert_eq!(review.cohorts.len(), 3);
    for cohort in &review.cohorts {
        let (size, return_in, return_or_after) = slow.cohort(cohort.cohort);
        assert_eq!(cohort.size, size);
        assert_eq!(cohort.return_in, return_in);
        assert_eq!(cohort.return_or_after, return_or_after);
    }
    let through: Vec<Option<u32>> = review.cohorts.iter().map(|c| c.complete_through).collect();
    assert_eq!(through, [Some(17), Some(16), Some(15)]);
}

#[test]
fn a_silence_is_told_beside_a_gap_that_it_has_outlasted() {
    let Some(orders) = cdnow() else { return };
    let (_, rows) = reviewed(&orders, &Question::default());
    for row in rows {
        let Some(Evidence::GoneQuiet { usual_gap, silence, limit }) = row.alarms.gone_quiet else {
            continue;
        };
        assert!(usual_gap < f64::from(silence), "{}: {usual_gap} {silence}", row.id);
        assert!(usual_gap < limit && limit < f64::from(silence), "{}: {limit}", row.id);
    }
}

#[test]
fn by_their_own_limits_some_670_regulars_have_gone_quiet() {
    let Some(orders) = cdnow() else { return };
    let (review, rows) = reviewed(&orders, &Question::default());
    assert!((660..=690).contains(&review.regulars.gone_quiet.as_ref().unwrap().count));
    // The quantile is 387 days and some; they are lost on the day after.
    assert_eq!(review.one_time_limit_days, Some(388));

    // Every row agrees with the counts made without it.
    let count = |standing| rows.iter().filter(|row| row.standing == standing).count() as u64;
    let quiet = rows.iter().filter(|row| row.is_regular && row.standing == Standing::GoneQuiet);
    assert_eq!(quiet.count() as u64, review.regulars.gone_quiet.as_ref().unwrap().count);
    let regulars = rows.iter().filter(|row| row.is_regular && row.standing != Standing::Lost);
    assert_eq!(regulars.count() as u64, review.regulars.count);
    for segment in &review.segments {
        let rows = rows.iter().filter(|row| row.segment == segment.key);
        assert_eq!(rows.count() as u64, segment.count, "{:?}", segment.key);
    }
    let lost = review.segments.iter().find(|segment| segment.key == Segment::Lost);
    assert_eq!(lost.map(|lost| lost.count), Some(count(Standing::Lost)));
    for row in &rows {
        let lost_by = row.lost_limit.is_some_and(|limit| row.silence >= limit);
        assert_eq!(lost_by, row.standing == Standing::Lost, "{}", row.id);
        assert_eq!(row.lost_on.is_some(), lost_by);
        let p_alive = row.p_alive.unwrap();
        if row.standing == Standing::Lost && row.purchase_days > 1 {
            assert!(p_alive < 0.5 + 1e-6, "{} {p_alive}", row.id);
        }
        let expected = row.expected_orders.unwrap();
        assert!(expected.low <= expected.high && expected.mean >= 0.0, "{}", row.id);
        assert!((0.0..=1.0).contains(&row.risk.unwrap()), "{}", row.id);
    }

    let falling = rows.iter().filter(|row| row.alarms.order_value_falling.is_some()).count();
    assert_eq!(falling as u64, review.regulars.order_value_falling.as_ref().unwrap().count);

    // The rows come with most at risk first, the lost last.
    let mut in_order: Vec<(bool, Reverse<Option<i64>>, &str)> = Vec::new();
    for row in &rows {
        let at_risk = row.margin_at_risk.map(|money| money.minor);
        in_order.push((row.standing == Standing::Lost, Reverse(at_risk), row.id.as_str()));
    }
    assert!(in_order.is_sorted());

    // Those to call are the first of the rows that give a reason.
    let gives_reason = |row: &&CustomerRow| {
        let fired = [&row.alarms.order_value_falling, &row.alarms.gone_quiet];
        fired.iter().any(|alarm| alarm.is_some()) || row.risk.unwrap() >= 0.1
    };
    for row in rows.iter().filter(|row| row.standing != Standing::Lost) {
        assert_eq!(row.reason.is_some(), gives_reason(&row), "{}", row.id);
    }
    let worth_a_call: Vec<(i64, &str)> = rows
        .iter()
        .filter(gives_reason)
        .map(|row| (row.margin_at_risk.unwrap().minor, row.id.as_str()))
        .take(20)
        .collect();
    let called: Vec<(i64, &str)> = review
        .call_today
        .iter()
        .map(|call| (call.margin_at_risk.unwrap().minor, call.id.as_str()))
        .collect();
    assert_eq!(called, worth_a_call);
}

#[test]
fn what_to_do_follows_from_what_was_seen() {
    let Some(orders) = cdnow() else { return };
    let (review, rows) = reviewed(&orders, &Question::default());
    let mut done = BTreeSet::new();
    for row in rows.iter().filter(|row| row.reason.is_some()) {
        let (reason, action) = row.reason.as_ref().unwrap();
        done.insert(action.key());
        let left = row.lost_limit.map_or(u32::MAX, |limit| limit - row.silence);
        let wanted = match reason {
            Reason::Alarm(Evidence::GoneQuiet { .. }) if left <= 7 => {
                Action::CallBeforeLost { days: left }
            }
            Reason::Alarm(Evidence::GoneQuiet { .. })
                if row.alarms.order_value_falling.is_some() =>
            {
                Action::ReviewAccount
            }
            Reason::Alarm(Evidence::GoneQuiet { .. }) if row.orders >= 10 => {
                Action::CallInPerson { orders: row.orders }
            }
            Reason::Alarm(evidence) => evidence.action(),
            Reason::Late { .. } => Action::Remind,
            Reason::Valuable { months, .. } => {
                assert_eq!(*months, review.horizon_months);
                Action::Thank
            }
            Reason::OneTime { .. } => Action::InviteBack,
        };
        assert_eq!(*action, wanted, "{}: {reason:?}", row.id);
    }
    assert!(done.len() >= 6, "{done:?}");
}

#[test]
fn the_margin_a_customer_is_that_of_those_not_lost() {
    let Some(orders) = cdnow() else { return };
    let (review, rows) = reviewed(&orders, &Question::default());
    let kept: Vec<i64> = rows
        .iter()
        .filter(|row| row.standing != Standing::Lost)
        .map(|row| row.margin_12m.unwrap().minor)
        .collect();
    let mean = kept.iter().sum::<i64>() as f64 / kept.len() as f64;
    let told = review.value.margin_12m_per_customer.unwrap().minor;
    assert_eq!(told, mean.round() as i64);
    let lost = rows.iter().filter(|row| row.is_regular && row.standing == Standing::Lost);
    assert_eq!(lost.count() as u64, review.regulars.lost);
}

#[test]
fn the_held_out_39_weeks_are_foretold_as_published() {
    let Some(orders) = cdnow() else { return };
    let (review, _) = reviewed(&orders, &Question { holdout: 0.5, ..Question::default() });
    let backtest = review.backtest.as_ref().unwrap();
    assert_eq!((backtest.from, backtest.to), (day("1997-10-01"), day("1998-06-30")));
    let all = std::iter::once((backtest.model, &backtest.forecast))
        .chain(backtest.others.iter().map(|(name, forecast)| (*name, forecast)));
    let forecasts: Vec<_> = all.collect();
    let (_, pareto) = forecasts.iter().find(|(name, _)| *name == ModelName::ParetoNbd).unwrap();
    assert!((pareto.rmse.unwrap() - 1.726).abs() < 0.002, "{:?}", pareto.rmse);
    assert!((pareto.auc.unwrap() - 0.769).abs() < 0.001, "{:?}", pareto.auc);
    let total = pareto.total_predicted.unwrap() / pareto.total_actual as f64;
    assert!((total - 0.87).abs() < 0.01, "{total}");
    let missed = backtest.forecast.total_predicted.unwrap() / backtest.forecast.total_actual as f64;
    let told = Why::LevelMissed { share: missed - 1.0 };
    assert!(review.notes.iter().any(|note| note.why == told), "{missed}");
    assert!((pareto.active_accuracy.unwrap() - 0.772).abs() < 0.003);
    // An oracle's cut-off, 122 days, would be right for .778; the inner split,
    // with half as many days ahead, finds 29.
    assert_eq!(backtest.hiatus_cutoff_days, 29);
    let accuracy = backtest.hiatus.active_accuracy.unwrap();
    assert!((accuracy - 0.7406).abs() < 1e-4, "{accuracy}");
    let crps = backtest.forecast.crps.unwrap();
    assert!(crps < 0.56, "{crps}");
    assert_eq!(backtest.weeks.len(), 39);
    let last = backtest.weeks.last().unwrap();
    assert_eq!(last.actual, backtest.forecast.total_actual);
    assert!((last.predicted - backtest.forecast.total_predicted.unwrap()).abs() < 1e-6);
}
