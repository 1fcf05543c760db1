//! A record in PostgreSQL: its tables, copied in one snapshot.
//!
//! The server's own `COPY` in its text form, so that neither `pg_dump` nor the
//! same version of the server is needed to take or restore a backup. Tables
//! stand in the order in which they can be loaded again.

mod catalog;
mod dump;
mod load;

pub(super) use dump::dump;
pub(super) use load::{load, refuse_if_occupied};

use sqlx::ConnectOptions as _;
use sqlx::postgres::{PgConnectOptions, PgConnection};

use super::BackupError;

async fn connect(options: &PgConnectOptions) -> Result<PgConnection, BackupError> {
    Ok(options.clone().application_name("perennial backup").connect().await?)
}

/// A name as SQL takes it, whatever is in it.
fn quoted(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}

/// A table and its columns as `copy` names them.
fn copied(table: &super::Table) -> String {
    let columns: Vec<String> = table.columns.iter().map(|column| quoted(column)).collect();
    format!("{} ({})", quoted(&table.name), columns.join(", "))
}
