//! Orders out of files.
//!
//! [`plan()`] finds out how they are written down, from a first look at each file
//! (`survey`); [`Plan::read`] reads them (`read`). Each of the three folders
//! knows only those named after it here: `plan`, `read`, `survey`.

mod field;
mod notes;
mod options;
mod plan;
mod read;
mod survey;

pub use crate::formats::error::{ReadError, RejectReason, Rejected};
pub use crate::formats::progress::{NoProgress, Progress};
pub use crate::formats::sources::Sources;
pub use crate::values::{DateOrder, DecimalMark};
pub use field::{AttributeColumn, AttributeRole, Field, UnknownField};
pub use notes::Note;
pub use options::{ColumnMap, ColumnMapError, Options};
pub use plan::error::{PlanError, Question, Reading};
pub use plan::{Plan, plan};
pub use read::row::{OrderRow, Particulars, RowSink};
pub use read::{FileOutcome, ReadOutcome};
pub use survey::preview::{Preview, preview};
