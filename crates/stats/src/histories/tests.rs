use proptest::prelude::*;
use std::collections::BTreeMap;

use super::*;

fn history(x: u32, t_x: u32, t: u32) -> History {
    History { x, t_x, t }
}

fn any_history() -> impl Strategy<Value = History> {
    (0u32..6, 0u32..40, 0u32..30).prop_map(|(x, t_x, rest)| {
        let t_x = if x == 0 { 0 } else { t_x };
        history(x, t_x, t_x + rest)
    })
}

#[test]
fn packing_keeps_the_history_and_its_order() {
    let largest = history((1 << 20) - 1, (1 << 22) - 1, (1 << 22) - 1);
    for h in [history(0, 0, 0), history(3, 14, 15), largest] {
        assert_eq!(Packed::new(h).map(Packed::history), Ok(h));
    }
    let packed = |h| Packed::new(h).expect("valid");
    assert!(packed(history(1, 9, 9)) < packed(history(2, 2, 2)));
    assert!(packed(history(1, 3, 9)) < packed(history(1, 4, 4)));
}

#[test]
fn a_history_that_contradicts_itself_is_refused_in_words() {
    let error = Histories::new(&[history(1, 7, 3)]).expect_err("the last purchase is too late");
    assert_eq!(
        error.to_string(),
        "a history cannot have 1 repeat purchases, the last on day 7, in 3 days of observation"
    );
    assert!(Histories::new(&[history(0, 1, 3)]).is_err());
    assert!(Histories::new(&[history(1 << 20, 7, 9)]).is_err());
    assert!(Histories::new(&[history(1, 7, 1 << 22)]).is_err());
}

#[test]
fn no_customers_are_no_histories() {
    let none = Histories::new(&[]).expect("nothing to refuse");
    assert_eq!((none.customers(), none.distinct(), none.longest()), (0, 0, 0));
    assert_eq!(none.sample(10).customers(), 0);
}

#[test]
fn a_sample_is_spread_evenly() {
    let many: Vec<_> = (0..10_000).map(|i| history(0, 0, i % 100)).collect();
    let sample = Histories::new(&many).expect("valid").sample(1000);
    assert_eq!((sample.customers(), sample.distinct()), (1000, 100));
    assert!(sample.iter().all(|(_, count)| count == 10));
}

#[test]
fn more_histories_than_one_chunk_are_counted_together() {
    let many: Vec<_> = (0..400_000u32).map(|i| history(1 + i % 3, i % 7, 10)).collect();
    let counted = Histories::new(&many).expect("valid");
    assert_eq!((counted.customers(), counted.distinct()), (400_000, 21));
    assert!(counted.iter().all(|(_, count)| (19_047..=19_048).contains(&count)));
}

proptest! {
    #[test]
    fn counting_agrees_with_a_map(histories in proptest::collection::vec(any_history(), 0..300)) {
        let mut map = BTreeMap::new();
        for h in &histories {
            *map.entry(*h).or_insert(0u32) += 1;
        }
        let counted = Histories::new(&histories).expect("valid");
        prop_assert_eq!(counted.iter().collect::<BTreeMap<_, _>>(), map.clone());
        prop_assert_eq!(counted.repeat_purchases(), histories.iter().map(|h| u64::from(h.x)).sum::<u64>());
        prop_assert_eq!(&Histories::from_counts(map).expect("valid"), &counted);
        let packed: Vec<_> = histories.iter().rev().map(|&h| Packed::new(h).expect("valid")).collect();
        prop_assert_eq!(Histories::from_packed(&packed), counted);
    }

    #[test]
    fn sums_over_runs_visit_everyone_once(histories in proptest::collection::vec(any_history(), 0..300)) {
        let counted = Histories::new(&histories).expect("valid");
        let sum: f64 = counted.sum_runs(|sum, x, run| for (h, count) in run.iter() {
            assert_eq!(h.x, x);
            *sum += count * f64::from(h.t);
        });
        prop_assert!((sum - counted.days_observed() as f64).abs() < 0.5);
    }
}
