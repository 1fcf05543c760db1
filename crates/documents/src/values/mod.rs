//! Values as people write them: dates, amounts, numbers, currencies.

pub(crate) mod currency;
pub(crate) mod date;
pub(crate) mod date_order;
pub(crate) mod decimal;
pub(crate) mod marks;
mod month_names;
pub(crate) mod number;
mod separators;
pub(crate) mod telephone;
pub(crate) mod time;
pub(crate) mod typed;
pub(crate) mod words;

pub use date_order::DateOrder;
pub use marks::DecimalMark;
