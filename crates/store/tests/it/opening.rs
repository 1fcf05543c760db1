//! Opening: the same tables on both databases, nothing of anybody else's
//! touched, the log in order after a restore.

use std::collections::BTreeSet;
use std::sync::Arc;

use kernel::FixedClock;
use store::db::{Place, Sql};
use store::log::Actor;
use store::{Db, StoreError};
use testkit::record::{Kind, TestRecord, test_time};

use super::{notes, write_note};

async fn open(place: &Place) -> Result<Db, StoreError> {
    Db::open(place, Arc::new(FixedClock(test_time()))).await
}

/// Table, column and whether it may be empty. What only PostgreSQL needs, what
/// is no ordinary table of SQLite, and what the migrations keep about
/// themselves, is left out.
async fn columns(db: &Db) -> BTreeSet<(String, String, bool)> {
    let mut reader = db.reader().await.unwrap();
    let rows: Vec<(String, String, bool)> = reader
        .snapshot()
        .query(Sql::Each {
            sqlite: "select t.name, c.name, not c.\"notnull\" and not c.pk
                     from pragma_table_list() t join pragma_table_info(t.name) c
                     where t.schema = 'main' and t.type = 'table'
                       and t.name not like 'sqlite_%' and t.name not like '_sqlx%'",
            postgres: "select table_name::text, column_name::text, is_nullable = 'YES'
                       from information_schema.columns
                       where table_schema = current_schema()
                         and table_name not like '\\_sqlx%'
                         and table_name not in ('log_epoch', 'search_text')",
        })
        .all()
        .await
        .unwrap();
    rows.into_iter().collect()
}

#[tokio::test]
async fn both_databases_have_the_same_tables() {
    let Some(postgres) = TestRecord::empty(Kind::Postgres).await else { return };
    let sqlite = TestRecord::empty(Kind::Sqlite).await.unwrap();
    let (sqlite, postgres) = (columns(&sqlite.db).await, columns(&postgres.db).await);
    assert_eq!(sqlite, postgres);
    assert!(sqlite.contains(&("log".into(), "body".into(), false)));
}

#[tokio::test]
async fn a_file_of_something_else_is_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("letter.txt");
    let letter = "Dear customer, ".repeat(1000);
    std::fs::write(&path, &letter).unwrap();
    let error = open(&Place::Sqlite(path.clone())).await.err().unwrap();
    assert!(matches!(&error, StoreError::NotOurs(name) if name.ends_with("letter.txt")), "{error}");
    assert_eq!(std::fs::read_to_string(&path).unwrap(), letter);
}

#[tokio::test]
async fn a_record_of_a_later_version_is_left_alone() {
    let record = TestRecord::empty(Kind::Sqlite).await.unwrap();
    record
        .db
        .write(Actor::System, async |tx| {
            tx.query(
                "insert into _sqlx_migrations (version, description, success, checksum,
                 execution_time) values (9999, 'later', true, x'00', 0)",
            )
            .execute()
            .await
        })
        .await
        .unwrap();
    let error = open(&record.place).await.err().unwrap();
    assert!(matches!(error, StoreError::Newer { found: 9999, .. }), "{error}");
}

#[tokio::test]
async fn a_record_that_is_opened_as_it_is_is_neither_made_nor_brought_up() {
    let as_it_is =
        async |place: &Place| Db::open_as_it_is(place, Arc::new(FixedClock(test_time()))).await;
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("perennial.db");
    assert!(as_it_is(&Place::Sqlite(path.clone())).await.unwrap().is_none() && !path.exists());
    for kind in [Kind::Sqlite, Kind::Postgres] {
        let Some(record) = TestRecord::empty(kind).await else { continue };
        assert!(as_it_is(&record.place).await.unwrap().is_some());
        let older = async |tx: &mut store::Tx<'_>| {
            tx.query("delete from _sqlx_migrations where version > 1").execute().await
        };
        record.db.write(Actor::System, older).await.unwrap();
        let error = as_it_is(&record.place).await.err().unwrap();
        assert!(matches!(error, StoreError::Older { found: 1, .. }), "{error}");
        let mut reader = record.db.reader().await.unwrap();
        let mut snapshot = reader.snapshot();
        let version = snapshot.query("select max(version) from _sqlx_migrations");
        assert_eq!(version.one::<(i64,)>().await.unwrap(), (1,));
    }
}

#[tokio::test]
async fn a_record_restored_to_a_new_server_goes_on_in_order() {
    let Some(record) = TestRecord::empty(Kind::Postgres).await else { return };
    record.db.write(Actor::System, async |tx| write_note(tx, "before").await).await.unwrap();
    // The old server had counted far more transactions than this one.
    record
        .db
        .write(Actor::System, async |tx| {
            tx.query("update log set tx = tx + 1000000000").execute().await
        })
        .await
        .unwrap();
    let db = open(&record.place).await.unwrap();
    db.write(Actor::System, async |tx| write_note(tx, "after").await).await.unwrap();
    assert_eq!(notes(&db, 2).await, ["before", "after"]);
}

#[tokio::test]
async fn postgresql_plans_what_is_read_once_but_where_it_is_told_otherwise() {
    let Some(TestRecord { db, .. }) = &TestRecord::empty(Kind::Postgres).await else { return };
    let mut reader = db.reader().await.unwrap();
    let snapshot = &mut reader.snapshot();
    let mut plans = Vec::new();
    for step in 0..3 {
        match step {
            1 => snapshot.plan_for_these_values().await.unwrap(),
            2 => snapshot.plan_as_ever().await.unwrap(),
            _ => {}
        }
        let told = snapshot.query("select current_setting('plan_cache_mode')");
        plans.push(told.one::<(String,)>().await.unwrap().0);
    }
    assert_eq!(plans, ["force_generic_plan", "force_custom_plan", "force_generic_plan"]);
    let of_writer = db.write(Actor::System, async |tx| {
        tx.plan_for_these_values().await?;
        tx.plan_as_ever().await?;
        let told = tx.query("select current_setting('plan_cache_mode')");
        told.one::<(String,)>().await
    });
    assert_eq!(of_writer.await.unwrap().0, "auto", "as PostgreSQL does by itself");
}
