//! A crowd of customers, for what must stay bounded.

use store::db::Dialect;
use store::log::Actor;
use store::{Db, StoreError};

/// Writes thirty thousand customers of one country, of whom the first two and
/// one of the last live in a town.
///
/// # Errors
/// Where the database refuses them.
pub async fn crowd(db: &Db) -> Result<(), StoreError> {
    db.write(Actor::System, async |tx| {
        let everybody = match tx.dialect() {
            Dialect::Sqlite => {
                "with recursive n(i) as (select 1 union all select i + 1 from n where i < 30000)
                 insert into customer (id, version, name, sort_name, country, added_at, seen_at)
                 select randomblob(16), 0, 'C' || i, 'c' || i, 'AM',
                     '2026-01-01T00:00:00.000000' || printf('%03d', i % 1000) || '+00:00',
                     '2026-01-01T00:00:00.000000' || printf('%03d', i % 1000) || '+00:00' from n"
            }
            Dialect::Postgres => {
                "insert into customer (id, version, name, sort_name, country, added_at, seen_at)
                 select gen_random_uuid(), 0, 'C' || i, 'c' || i, 'AM',
                     timestamptz '2026-01-01' + i * interval '1 microsecond',
                     timestamptz '2026-01-01' + i * interval '1 microsecond'
                 from generate_series(1, 30000) as i"
            }
        };
        tx.query(everybody).execute().await?;
        tx.query("update customer set city = 'Gyumri' where name in ('C1', 'C2', 'C29999')")
            .execute()
            .await?;
        Ok(())
    })
    .await
}
