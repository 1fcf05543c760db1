//! A history in 64 bits.

use crate::silent::History;

const T_BITS: u32 = 22;
const T_X_BITS: u32 = 22;
const X_BITS: u32 = 20;

/// A history in 64 bits, ordered as (x, `t_x`, T): 20 bits for x (a million
/// purchases), 22 for each age (eleven thousand years of days).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Packed(u64);

/// A history that contradicts itself or is too large to pack.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PackedError {
    /// The last purchase lies after the end of observation, or there is no
    /// repeat purchase and yet a day for it.
    #[error(
        "a history cannot have {x} repeat purchases, the last on day {t_x}, in {t} days of observation",
        x = .0.x, t_x = .0.t_x, t = .0.t
    )]
    Contradictory(History),
    /// More purchases or days than the models count.
    #[error(
        "{x} repeat purchases in {t} days are more than can be counted (1,048,575 in 4,194,303)",
        x = .0.x, t = .0.t
    )]
    TooLarge(History),
}

impl Packed {
    /// Packs a history.
    ///
    /// # Errors
    /// A history with `t_x > t`, with `x = 0` and `t_x > 0`, or larger than the
    /// bits there are.
    pub fn new(history: History) -> Result<Self, PackedError> {
        let History { x, t_x, t } = history;
        if t_x > t || (x == 0 && t_x > 0) {
            Err(PackedError::Contradictory(history))
        } else if x >> X_BITS > 0 || t >> T_BITS > 0 {
            Err(PackedError::TooLarge(history))
        } else {
            Ok(Self::of_valid(history))
        }
    }

    /// Packs a history known to be one.
    pub(super) fn of_valid(history: History) -> Self {
        let History { x, t_x, t } = history;
        Self(u64::from(x) << (T_X_BITS + T_BITS) | u64::from(t_x) << T_BITS | u64::from(t))
    }

    /// The history.
    #[must_use]
    pub fn history(self) -> History {
        let below = |bits: u32| (1u64 << bits) - 1;
        History {
            x: (self.0 >> (T_X_BITS + T_BITS)) as u32,
            t_x: (self.0 >> T_BITS & below(T_X_BITS)) as u32,
            t: (self.0 & below(T_BITS)) as u32,
        }
    }
}
