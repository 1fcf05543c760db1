//! Files of orders as businesses have them, read from end to end.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]
#![expect(clippy::format_push_string, reason = "texts are put together as they are read")]

mod cancellations;
mod columns;
mod conventions;
mod damaged;
mod exports;
mod oddities;
mod order_totals;
mod published;
mod same_rows;
mod sheets;
mod table;
