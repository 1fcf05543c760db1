//! Who brings the money (definitions, "Value").

mod gold;
mod worth;

pub(crate) use gold::{GoldCounts, GoldLine};
pub(crate) use worth::{ValueSums, concentration};
