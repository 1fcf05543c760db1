//! A made-up business of any size, to be served and asked.
//!
//! [`made_up`] says who the customers are and what happens with them, the same
//! for the same seed; [`fill`](fill::fill) writes it into a record as the rooms
//! would have, many rows at a time; [`drive`] asks the program for pages as
//! many people at once would, and measures; [`trace`] reads from a trace of system
//! calls whether what was acknowledged had been synced.

pub mod drive;
pub mod fill;
pub mod made_up;
mod rows;
pub mod trace;
