//! Looking at a record in PostgreSQL.

use chrono::{DateTime, Utc};
use sqlx::postgres::{PgConnectOptions, PgConnection};
use sqlx::{ConnectOptions as _, Connection as _};

use super::observe::{Database, Server, ask};
use crate::blobs::BlobHash;
use crate::db::Connection;
use crate::migrate::{POSTGRES, newest, version};
use crate::{Snapshot, StoreError};

pub(super) async fn observe(
    options: &PgConnectOptions,
    hashes: &mut Vec<BlobHash>,
) -> Result<Option<Database>, StoreError> {
    let mut connection = options.clone().application_name("perennial doctor").connect().await?;
    let found = look(&mut connection, hashes).await;
    connection.close().await?;
    found
}

async fn look(
    connection: &mut PgConnection,
    hashes: &mut Vec<BlobHash>,
) -> Result<Option<Database>, StoreError> {
    let mut snapshot = Snapshot::new(Connection::Postgres(&mut *connection));
    let Some(version) = version(&mut snapshot).await? else { return Ok(None) };
    let mut database = Database {
        version,
        known: newest(&POSTGRES),
        server: Some(server(connection).await?),
        ..Database::default()
    };
    if database.version == database.known {
        let mut snapshot = Snapshot::new(Connection::Postgres(connection));
        ask(&mut snapshot, &mut database, hashes).await?;
    }
    Ok(Some(database))
}

async fn server(connection: &mut PgConnection) -> Result<Server, StoreError> {
    let (version, now): (i32, DateTime<Utc>) =
        sqlx::query_as("select current_setting('server_version_num')::int, clock_timestamp()")
            .fetch_one(&mut *connection)
            .await?;
    let settings = sqlx::query_as(
        "select name, setting from pg_settings
         where name in ('fsync', 'full_page_writes', 'synchronous_commit')",
    )
    .fetch_all(connection)
    .await?;
    Ok(Server { major: version.unsigned_abs() / 10_000, now, settings })
}
