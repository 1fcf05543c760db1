//! The product-limit estimate of the share still there.

use super::Lifetimes;
use crate::inference::z_of;

/// The curve at one age at which somebody left.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct CurvePoint {
    /// The age.
    pub age: u32,
    /// Customers seen at that age or older.
    pub at_risk: u64,
    /// Of those, left at it.
    pub events: u64,
    /// Share still there after it, 0..=1.
    pub s: f64,
    /// Lower end of its pointwise band, 0..=s.
    pub low: f64,
    /// Upper end, s..=1.
    pub high: f64,
}

/// The curve of the share still there: 1 before its first point, a step down at
/// each.
#[derive(Debug, Clone, PartialEq)]
pub struct Curve {
    /// One point an age with an event, youngest first.
    pub points: Vec<CurvePoint>,
}

impl Curve {
    /// The share still there after `age`.
    #[must_use]
    pub fn at(&self, age: u32) -> f64 {
        let after = self.points.partition_point(|point| point.age <= age);
        after.checked_sub(1).map_or(1.0, |last| self.points[last].s)
    }

    /// The first age after which at most half are still there; `None` where
    /// more than half stayed as long as anyone was seen.
    #[must_use]
    pub fn median(&self) -> Option<u32> {
        self.points.iter().find(|point| point.s <= 0.5).map(|point| point.age)
    }
}

/// The Kaplan–Meier curve (JASA 53, 1958): S(t) = Π (1 − dᵢ/nᵢ) over the ages up
/// to t, those censored at an age counting as at risk there.
///
/// The band at `level` (0 < level < 1; else it is as wide as can be) is
/// pointwise, by Greenwood's variance of ln S, Σ dᵢ/(nᵢ(nᵢ − dᵢ)), on the
/// log–log scale: S^exp(±z·√V/ln S), so that it never leaves 0..=1. Where
/// nobody is left the variance is not defined: the band then goes from 0 to the
/// upper end just before.
#[must_use]
pub fn kaplan_meier(lifetimes: &Lifetimes, level: f64) -> Curve {
    let z = z_of(level).unwrap_or(f64::INFINITY);
    let mut at_risk = lifetimes.n();
    let mut points: Vec<CurvePoint> = Vec::new();
    let mut ln_s = 0.0;
    let mut variance = 0.0;
    for (age, exits) in lifetimes.by_age() {
        if exits.events > 0 {
            let (n, d) = (at_risk as f64, exits.events as f64);
            let before = points.last().map_or(1.0, |point| point.high);
            let (s, low, high) = if exits.events == at_risk {
                (0.0, 0.0, before)
            } else {
                ln_s += (-d / n).ln_1p();
                variance += d / (n * (n - d));
                band(ln_s, variance, z)
            };
            points.push(CurvePoint { age, at_risk, events: exits.events, s, low, high });
        }
        at_risk -= exits.events + exits.censored;
    }
    Curve { points }
}

/// S with the ends of its log–log band, from ln S < 0 and its variance > 0.
fn band(ln_s: f64, variance: f64, z: f64) -> (f64, f64, f64) {
    let reach = z * variance.sqrt() / ln_s.abs();
    ((ln_s).exp(), (ln_s * reach.exp()).exp(), (ln_s * (-reach).exp()).exp())
}
