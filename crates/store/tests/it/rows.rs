//! What rows are read into.

use rstest::rstest;
use testkit::record::{Kind, TestRecord};

#[derive(Debug, PartialEq, Eq, store::Row)]
struct Found {
    r#type: i64,
    name: String,
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn a_column_may_be_called_by_a_word_of_the_language(#[case] kind: Kind) {
    let Some(TestRecord { db, .. }) = &TestRecord::empty(kind).await else { return };
    let mut reader = db.reader().await.unwrap();
    let mut snapshot = reader.snapshot();
    let found = snapshot.query("select cast(7 as bigint) as \"type\", 'Rye' as name");
    let found: Found = found.one().await.unwrap();
    assert_eq!(found, Found { r#type: 7, name: "Rye".into() });
}
