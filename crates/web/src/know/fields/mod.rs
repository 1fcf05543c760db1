//! Fields that the business made up: what they hold for a customer, and the
//! settings that define them.

pub mod form;
pub mod settings;
pub mod told;
pub mod values;
