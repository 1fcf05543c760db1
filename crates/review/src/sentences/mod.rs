//! The review's figures in words.
//!
//! Which sentence is said depends on the figures alone; the words stand in the
//! message files. The lost "left more often", never "left because": orders
//! show what goes together with leaving, not why anyone leaves.

mod input;
mod letter;
mod names;
mod notes;
mod people;
mod period;
mod rule;
mod survival;

pub use input::set_aside;
pub(crate) use letter::no_regulars;
pub use letter::{finding, letter};
pub(crate) use names::{LONGEST_NAME, name};
pub use names::{
    attribute, attribute_value, column, formula, model, role, segment, segment_meaning, standing,
};
pub use notes::{note, notes, subject, why, why_key};
pub use people::{Tense, action, action_in, calls_intro, evidence, reason, reason_in};
pub(crate) use period::{ends_today, period_short, won_back};
pub use rule::rule;
pub(crate) use survival::survival_at_limit;

#[cfg(test)]
mod tests;
