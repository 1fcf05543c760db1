//! What a transaction holds of its database.

use store::db::Dialect;
use store::{StoreError, Tx};

/// Of how many things a transaction holds the ids. A server of PostgreSQL has
/// room for some thousands, of all transactions together: whatever is done with
/// many things must do without. On SQLite nothing is held.
///
/// # Errors
/// Where the database does not say.
pub async fn ids_held(tx: &mut Tx<'_>) -> Result<i64, StoreError> {
    if tx.dialect() == Dialect::Sqlite {
        return Ok(0);
    }
    let (held,): (i64,) = tx
        .query(
            "select count(*) from pg_locks
             where locktype = 'advisory' and pid = pg_backend_pid()",
        )
        .one()
        .await?;
    Ok(held)
}
