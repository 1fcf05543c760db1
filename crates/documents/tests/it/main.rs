//! Files of orders as businesses have them, read from end to end.

mod exports;
mod oddities;
mod published;
mod same_rows;
mod table;
