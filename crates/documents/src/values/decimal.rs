//! Decimal numbers, exact to the last digit.

/// A decimal number: `digits` × 10^−`scale`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Decimal {
    /// At most 18 digits, with the sign.
    pub(crate) digits: i64,
    /// How many of them stand after the point.
    pub(crate) scale: u32,
}

impl Decimal {
    pub(crate) const ZERO: Decimal = Decimal { digits: 0, scale: 0 };

    /// Minor units of a currency with so many decimals, halves away from
    /// zero; `None` where they do not fit.
    pub(crate) fn minor(self, decimals: u32) -> Option<i64> {
        rounded(i128::from(self.digits), self.scale, decimals)
    }

    /// The product in minor units, rounded once.
    pub(crate) fn times_minor(self, other: Self, decimals: u32) -> Option<i64> {
        let digits = i128::from(self.digits) * i128::from(other.digits);
        rounded(digits, self.scale + other.scale, decimals)
    }

    /// Without zeros at the end, so that equal numbers are equal digits.
    pub(crate) fn reduced(mut self) -> Self {
        while self.scale > 0 && self.digits % 10 == 0 {
            self.digits /= 10;
            self.scale -= 1;
        }
        self
    }

    /// Writes it plainly: `-12.5`.
    pub(crate) fn write_to(self, text: &mut String) {
        use std::fmt::Write as _;
        let Self { digits, scale } = self.reduced();
        let unit = 10_u64.pow(scale);
        let sign = if digits < 0 { "-" } else { "" };
        let (whole, part) = (digits.unsigned_abs() / unit, digits.unsigned_abs() % unit);
        // writing to a string cannot fail
        let _ = match scale {
            0 => write!(text, "{sign}{whole}"),
            _ => write!(text, "{sign}{whole}.{part:0width$}", width = scale as usize),
        };
    }
}

fn rounded(digits: i128, scale: u32, decimals: u32) -> Option<i64> {
    let minor = if scale <= decimals {
        digits.checked_mul(10_i128.pow(decimals - scale))?
    } else {
        let unit = 10_i128.pow(scale - decimals);
        (digits + digits.signum() * unit / 2) / unit
    };
    i64::try_from(minor).ok().filter(|&minor| minor != i64::MIN)
}
