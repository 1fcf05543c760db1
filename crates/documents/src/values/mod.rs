//! Values as people write them: dates, amounts, numbers, currencies.

pub(crate) mod currency;
pub(crate) mod date;
pub(crate) mod marks;
mod month_names;
pub(crate) mod number;
pub(crate) mod typed;
pub(crate) mod words;
