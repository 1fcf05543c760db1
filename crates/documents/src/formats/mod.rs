//! Records out of files of any kind, a block of them at a time.

pub(crate) mod blocks;
pub(crate) mod delimited;
pub(crate) mod encoding;
pub(crate) mod error;
pub(crate) mod format;
pub(crate) mod guard;
pub(crate) mod json;
pub(crate) mod json_objects;
pub(crate) mod parquet;
pub(crate) mod progress;
pub(crate) mod record;
pub(crate) mod sniff;
pub(crate) mod source;
pub(crate) mod sources;
pub(crate) mod workbook;
