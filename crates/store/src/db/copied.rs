//! Rows as PostgreSQL copies them in: its binary form, in which each value is
//! preceded by its length
//! (<https://www.postgresql.org/docs/15/sql-copy.html>).

use sqlx::Encode;
use sqlx::encode::IsNull;
use sqlx::postgres::{PgArgumentBuffer, PgConnection, Postgres};

use super::StoreError;
use super::many::RowValues;
use super::value::{Unfit, Values};

/// How it begins: its signature, no flags and no more of a header.
const BEGIN: &[u8] = b"PGCOPY\n\xff\r\n\0\0\0\0\0\0\0\0\0";
/// Where the count of a row's values would stand, after the last row.
const END: i16 = -1;
/// So many bytes are sent at a time: the server takes them in while the next
/// are written.
const TOGETHER: usize = 256 * 1024;

/// Copies rows into a table.
pub(super) async fn copy<R>(
    connection: &mut PgConnection,
    into: &str,
    columns: i16,
    rows: &[R],
    bind: impl for<'s> Fn(RowValues<'s>, &R) -> RowValues<'s>,
) -> Result<(), StoreError> {
    let text = format!("copy {into} from stdin (format binary)");
    let mut copy = connection.copy_in_raw(&text).await?;
    let mut bytes = PgArgumentBuffer::default();
    bytes.extend_from_slice(BEGIN);
    for row in rows {
        bytes.extend_from_slice(&columns.to_be_bytes());
        let values = RowValues::into(Values::copied(&mut bytes));
        if let Err(refused) = bind(values, row).taken() {
            copy.abort("a value cannot be written").await?;
            return Err(refused);
        }
        if bytes.len() > TOGETHER {
            copy.send(bytes.as_slice()).await?;
            bytes.clear();
        }
    }
    bytes.extend_from_slice(&END.to_be_bytes());
    copy.send(bytes.as_slice()).await?;
    copy.finish().await?;
    Ok(())
}

/// Writes a value and its length, which is -1 where there is none.
pub(super) fn write<'v>(
    bytes: &mut PgArgumentBuffer,
    value: impl Encode<'v, Postgres>,
) -> Result<(), Unfit> {
    let place = bytes.len();
    let begin = place + size_of::<i32>();
    bytes.resize(begin, 0);
    let length = match value.encode(bytes)? {
        IsNull::No => i32::try_from(bytes.len() - begin)?,
        IsNull::Yes => -1,
    };
    bytes[place..begin].copy_from_slice(&length.to_be_bytes());
    Ok(())
}
