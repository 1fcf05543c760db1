//! The jobs of all rooms: who does them, and which come round by themselves.
//!
//! The program runs both beside the web. A room that has jobs teaches them to
//! the worker here; what belongs to no room, such as the facts, the program
//! adds itself.

use chrono::TimeDelta;
use store::Db;
use store::jobs::{Timetable, Worker};

use crate::know::{bulk, uploads, views};
use crate::office::staff;

/// A worker that knows the jobs of every room.
#[must_use]
pub fn worker(db: &Db) -> Worker {
    let worker = staff::tidied_by(Worker::new(db.clone()));
    let worker = uploads::tidied_by(worker);
    bulk::done_by(views::counted_by(worker, db), db)
}

/// The jobs of rooms that come round by themselves.
#[must_use]
pub fn timetable() -> Timetable {
    Timetable::default()
        .every::<staff::Tidy>(TimeDelta::hours(1))
        .every::<uploads::Tidy>(TimeDelta::hours(1))
        .every::<views::CountViews>(TimeDelta::minutes(15))
}
