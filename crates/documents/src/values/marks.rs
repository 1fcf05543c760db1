//! The decimal sign, and what numbers tell about it.

use super::number;

/// The sign before the cents.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum DecimalMark {
    /// 1,234.50
    Point,
    /// 1.234,50
    Comma,
}

impl DecimalMark {
    /// Its name on the command line.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Point => ".",
            Self::Comma => ",",
        }
    }

    /// The sign as it stands in a number.
    pub(crate) fn sign(self) -> u8 {
        match self {
            Self::Point => b'.',
            Self::Comma => b',',
        }
    }
}

/// Counts over numbers.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct MarkEvidence {
    /// Numbers that can only have a decimal point.
    pub(crate) point: u64,
    /// Numbers that can only have a decimal comma.
    pub(crate) comma: u64,
    /// Numbers such as `1,234` that leave it open.
    pub(crate) open: u64,
    /// Numbers with a point out of files that keep numbers as such: the point
    /// says nothing about how people write there.
    pub(crate) typed: u64,
}

impl MarkEvidence {
    /// Adds what one value tells, out of a file that keeps numbers as such or not.
    pub(crate) fn add(&mut self, text: &str, is_typed: bool) {
        if !text.contains([',', '.', '٫']) {
            return;
        }
        let [by_point, by_comma] =
            [DecimalMark::Point, DecimalMark::Comma].map(|mark| number::amount(text, mark));
        let Some(shows) = by_point.or(by_comma).ok().map(|amount| amount.shows) else { return };
        let counter = match shows {
            Some(DecimalMark::Point) if is_typed && !text.contains(',') => &mut self.typed,
            Some(DecimalMark::Point) => &mut self.point,
            Some(DecimalMark::Comma) => &mut self.comma,
            None => &mut self.open,
        };
        *counter += 1;
    }

    /// Adds what other values tell.
    pub(crate) fn merge(&mut self, other: Self) {
        self.point += other.point;
        self.comma += other.comma;
        self.open += other.open;
        self.typed += other.typed;
    }
}
