use super::*;
use crate::testdata;

fn assert_fit(spenders: &[Spender], [p, q, v, log_likelihood]: [f64; 4]) -> Fit<GammaGamma> {
    let fit = GammaGamma::fit(spenders).unwrap();
    assert!(fit.converged, "{fit:?}");
    for (found, published) in fit.parameters.iter().zip([p, q, v]) {
        assert!((found.value / published - 1.0).abs() < 1e-3, "{published}: {fit:?}");
    }
    assert!((fit.log_likelihood - log_likelihood).abs() < 0.01, "{fit:?}");
    fit
}

/// Repeat purchases of calibration (to 1997-09-30) and their mean, as the paper
/// takes them.
fn cdnow_full() -> Option<Vec<Spender>> {
    let end = testdata::day_since_1997(19_970_930);
    let spender = |days: &Vec<(u32, f64)>| {
        let repeat: Vec<f64> =
            days[1..].iter().filter(|(day, _)| *day <= end).map(|(_, dollars)| *dollars).collect();
        let paid: Vec<f64> = repeat.into_iter().filter(|&dollars| dollars > 0.0).collect();
        let mean = paid.iter().sum::<f64>() / paid.len() as f64;
        Spender { purchases: paid.len() as u32, mean }
    };
    Some(testdata::cdnow_master()?.values().map(spender).collect())
}

fn cdnow_sample() -> Option<Vec<Spender>> {
    let rows = testdata::rows("cdnow/cdnow_customers_summary_with_transactions.csv")?;
    let number = |cell: &String| cell.parse::<f64>().unwrap();
    let spender =
        |row: &Vec<String>| Spender { purchases: number(&row[1]) as u32, mean: number(&row[4]) };
    Some(rows.iter().map(spender).collect())
}

#[test]
fn the_published_parameters_of_the_cdnow_sample_come_out() {
    let Some(spenders) = cdnow_sample() else { return };
    assert_fit(&spenders, [6.2488, 3.7446, 15.4478, -4055.92]);
}

#[test]
fn the_parameters_of_all_of_cdnow_come_out() {
    let Some(spenders) = cdnow_full() else { return };
    assert_fit(&spenders, [6.2754, 3.6245, 14.984, -40763.48]);
}
