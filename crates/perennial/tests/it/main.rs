//! The program as its user runs it.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod demo;
mod fit;
mod imports;
mod oddities;
mod order_lines;
mod outputs;
mod program;
mod record;
mod record_review;
mod review;
mod same_review;
mod served;
#[cfg(target_os = "linux")]
mod terminal;
mod wrong_usage;
