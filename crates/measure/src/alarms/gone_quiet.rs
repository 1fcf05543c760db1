//! Gone quiet: a regular is silent past their own limit at q = 0.90, not lost.

use review::figures::Evidence;

/// What a regular's silence says, held against their own limit in days.
///
/// `usual_gap` is asked for only where the alarm fires.
pub(crate) fn look(
    silence: u32,
    quiet_after: Option<f64>,
    usual_gap: impl FnOnce() -> Option<f64>,
) -> Option<Evidence> {
    let limit = quiet_after.filter(|&limit| f64::from(silence) > limit)?;
    Some(Evidence::GoneQuiet { usual_gap: usual_gap()?, silence, limit })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn silence_up_to_the_limit_is_no_alarm() {
        assert_eq!(look(30, Some(30.0), || Some(10.0)), None);
        assert_eq!(look(30, None, || Some(10.0)), None);
    }

    #[test]
    fn the_evidence_is_the_usual_gap_and_the_days_now() {
        let expected = Evidence::GoneQuiet { usual_gap: 10.0, silence: 31, limit: 30.5 };
        assert_eq!(look(31, Some(30.5), || Some(10.0)), Some(expected));
    }
}
