use super::*;
use crate::silent::cdnow;

#[test]
fn the_sample_of_cdnow_gives_the_published_parameters() {
    let Some(histories) = cdnow::sample() else { return };
    let fit = fit(&histories).expect("a fit");
    cdnow::assert_published(&fit, [0.2426, 4.4135, 0.7929, 2.4258], -9582.43);
}

#[test]
fn the_whole_of_cdnow_gives_its_parameters() {
    let Some(histories) = cdnow::full() else { return };
    let fit = fit(&histories).expect("a fit");
    cdnow::assert_published(&fit, [0.2516, 4.789, 0.7234, 2.1611], -95_368.44);
    assert_eq!(fit.n, 23_570);
}
