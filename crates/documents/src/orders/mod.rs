//! Orders out of files.

mod errors;
mod field;
mod options;
mod plan;
mod read;
mod row;
mod sources;

pub use errors::{PlanError, Question, ReadError, Reading, RejectReason, Rejected};
pub use field::{AttributeColumn, AttributeRole, Field, UnknownField};
pub use options::{ColumnMap, ColumnMapError, DateOrder, DecimalMark, Options};
pub use plan::{Plan, plan};
pub use read::{FileOutcome, NoProgress, Progress, ReadOutcome};
pub use row::{OrderRow, RowSink};
pub use sources::Sources;
