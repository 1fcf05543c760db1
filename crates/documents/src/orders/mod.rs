//! Orders out of files.

mod columns;
mod engine;
mod errors;
mod evidence;
mod field;
pub(crate) mod interpret;
mod layout;
mod mapping;
mod names;
mod options;
mod plan;
mod profile;
mod read;
mod row;
pub(crate) mod sources;
mod status;
pub(crate) mod survey;

pub use errors::{PlanError, Question, ReadError, Reading, RejectReason, Rejected};
pub use field::{AttributeColumn, AttributeRole, Field, UnknownField};
pub use options::{ColumnMap, ColumnMapError, DateOrder, DecimalMark, Options};
pub use plan::{Plan, plan};
pub use read::{FileOutcome, NoProgress, Progress, ReadOutcome};
pub use row::{OrderRow, RowSink};
pub use sources::Sources;
