//! The words of the house: days, periods, money, languages and telephone numbers.
//!
//! Everything here is a plain value without input or output. Other crates
//! speak of time, money and language only in these types.

mod clock;
mod day;
mod decimal;
pub mod facts;
mod language;
mod money;
mod period;
pub mod telephone;

pub use clock::{Clock, FixedClock, SystemClock};
pub use day::{Day, DayError, Month};
pub use decimal::decimal;
pub use language::{Language, UnknownLanguage};
pub use money::{Currency, Money, MoneyError};
pub use period::{Period, PeriodError};
