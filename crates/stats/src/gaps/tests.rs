use super::*;
use crate::testdata;

fn prior(alpha: f64, beta: f64) -> GapPrior {
    GapPrior::new(alpha, beta).unwrap()
}

#[test]
fn one_time_buyers_of_cdnow_have_about_387_days() {
    let Some(customers) = testdata::cdnow_master() else { return };
    let mut gaps = CompletedGaps::default();
    for days in customers.values() {
        let (first, last) = (days[0].0, days[days.len() - 1].0);
        gaps.add(days.len() as u32 - 1, last - first, 1);
    }
    let fitted = GapPrior::fit(&gaps).unwrap();
    assert!(fitted.converged);
    let limit = fitted.model.limit(0.95, 0, 0);
    assert!((limit - 387.0).abs() < 1.0, "{limit} {fitted:?}");
}
