//! From values to positions.

/// A straight (or logarithmic) line from values to positions.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Scale {
    from: (f64, f64),
    to: (f64, f64),
    logarithmic: bool,
}

impl Scale {
    /// Values `from.0..=from.1` on positions `to.0..=to.1`. An empty span of
    /// values puts everything in the middle.
    #[must_use]
    pub fn linear(from: (f64, f64), to: (f64, f64)) -> Self {
        Self { from, to, logarithmic: false }
    }

    /// The same by the logarithm; values and ends must be above zero, others
    /// are drawn at the lower end.
    #[must_use]
    pub fn logarithmic(from: (f64, f64), to: (f64, f64)) -> Self {
        Self { from, to, logarithmic: true }
    }

    /// The position of a value, kept inside the scale.
    #[must_use]
    pub fn at(&self, value: f64) -> f64 {
        let shift = |v: f64| if self.logarithmic { v.max(f64::MIN_POSITIVE).ln() } else { v };
        let (low, high) = (shift(self.from.0), shift(self.from.1));
        let share = (shift(value) - low) / (high - low);
        let share = if share.is_finite() { share.clamp(0.0, 1.0) } else { 0.5 };
        self.to.0 + share * (self.to.1 - self.to.0)
    }
}

/// Ticks 0, step, 2·step, … that cover `max`, with a step of 1, 2, 2.5 or 5
/// times a power of ten, about `wanted` of them; whole numbers only where
/// `whole`. `[0, 1]` where `max` is not above zero.
#[must_use]
pub fn nice_ticks(max: f64, wanted: u32, whole: bool) -> Vec<f64> {
    if !(max.is_finite() && max > 0.0) {
        return vec![0.0, 1.0];
    }
    let rough = max / f64::from(wanted.max(1));
    let power = 10_f64.powf(rough.log10().floor());
    let step = [1.0, 2.0, 2.5, 5.0, 10.0]
        .into_iter()
        .map(|factor| factor * power)
        .filter(|step| !whole || step.fract() == 0.0)
        .find(|step| *step >= rough * 0.999)
        .unwrap_or(1.0);
    let step = if whole { step.max(1.0) } else { step };
    let count = (max / step * 0.999_999).ceil().clamp(1.0, 20.0) as u32;
    (0..=count).map(|k| f64::from(k) * step).collect()
}

/// Ticks for ratios: 1 and powers of two (or of ten, where the span is wide)
/// around it that lie inside `low..=high`.
#[must_use]
pub fn ratio_ticks(low: f64, high: f64) -> Vec<f64> {
    let base: f64 = if high / low > 64.0 { 10.0 } else { 2.0 };
    (-12..=12).map(|k| base.powi(k)).filter(|tick| (low..=high).contains(tick)).collect()
}
