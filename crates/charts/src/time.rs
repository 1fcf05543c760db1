//! Labels along a time axis: evenly spaced, as close as they fit.

use std::iter;

/// What lies between one label of a time axis and the next. Where not all fit,
/// those drawn stand a round number of them apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Every {
    /// Months: drawn each, every second, third, sixth, or by years.
    #[default]
    Month,
    /// Weeks: drawn each, every second, fourth, eighth, or by quarters of a year.
    Week,
}

impl Every {
    fn round_strides(self) -> &'static [usize] {
        match self {
            Self::Month => &[1, 2, 3, 6, 12],
            Self::Week => &[1, 2, 4, 8, 13, 26, 52],
        }
    }

    /// The smallest stride whose labels fit, out of `count` of them. One label
    /// alone always does.
    pub(crate) fn stride(self, count: usize, fits: impl Fn(usize) -> bool) -> usize {
        let round = self.round_strides();
        let longest = round.last().copied().unwrap_or(1);
        let longer = iter::successors(Some(longest * 2), |stride| stride.checked_mul(2));
        let mut strides = round.iter().copied().chain(longer);
        strides.find(|stride| *stride >= count || fits(*stride)).unwrap_or(longest)
    }
}
