use super::*;
use crate::silent::cdnow;

#[test]
fn the_sample_of_cdnow_gives_the_published_parameters() {
    let Some(histories) = cdnow::sample() else { return };
    let fit = fit(&histories).expect("a fit");
    cdnow::assert_published(&fit, [0.5533, 10.578, 0.6061, 11.667], -9594.97);
}

#[test]
fn the_whole_of_cdnow_gives_its_parameters() {
    let Some(histories) = cdnow::full() else { return };
    let fit = fit(&histories).expect("a fit");
    cdnow::assert_published(&fit, [0.5974, 11.585, 0.5222, 8.828], -95_415.12);
    assert_eq!(fit.n, 23_570);
}
