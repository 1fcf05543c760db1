use super::*;
use crate::silent::cdnow;

#[test]
fn the_sample_of_cdnow_gives_the_published_parameters() {
    let Some(histories) = cdnow::sample() else { return };
    let fit = MbgNbd::fit(&histories).expect("a fit");
    cdnow::assert_published(&fit, [0.5248, 6.1830, 0.8914, 1.6140], -9582.13);
}

#[test]
fn the_whole_of_cdnow_gives_its_parameters() {
    let Some(histories) = cdnow::full() else { return };
    let fit = MbgNbd::fit(&histories).expect("a fit");
    cdnow::assert_published(&fit, [0.6371, 7.3103, 0.8075, 1.2284], -95_336.96);
    assert_eq!(fit.n, 23_570);
}
