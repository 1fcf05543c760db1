//! Orders out of files.

pub(crate) mod attributes;
mod buyer;
mod columns;
mod conventions;
mod draft;
mod engine;
mod errors;
mod evidence;
mod field;
mod hash_marks;
mod header;
mod interpret;
mod layout;
mod mapping;
mod money;
mod names;
mod notes;
mod options;
mod order_facts;
mod plan;
mod profile;
mod read;
mod readings;
mod row;
mod sheets;
pub(crate) mod sources;
mod status;
pub(crate) mod survey;

pub use errors::{PlanError, Question, ReadError, Reading, RejectReason, Rejected};
pub use field::{AttributeColumn, AttributeRole, Field, UnknownField};
pub use notes::Note;
pub use options::{ColumnMap, ColumnMapError, DateOrder, DecimalMark, Options};
pub use plan::{Plan, plan};
pub use read::{FileOutcome, NoProgress, Progress, ReadOutcome};
pub use row::{OrderRow, RowSink};
pub use sources::Sources;
