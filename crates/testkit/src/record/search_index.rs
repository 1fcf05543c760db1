//! What the index of the search holds.

use store::db::Dialect;
use store::log::Actor;
use store::{Db, StoreError, Tx};

/// The words of the index as SQLite keeps them; PostgreSQL shows its own.
const VOCABULARY: &str = "create virtual table temp.indexed_word
    using fts5vocab(main, search_text, instance)";

/// Every row of the index of the search, in order: what two indexes must have
/// in common to be the same.
///
/// # Errors
/// Where the database cannot be read.
pub async fn search_index(db: &Db) -> Result<Vec<String>, StoreError> {
    db.write(Actor::System, async |tx| {
        let (documents, words) = match tx.dialect() {
            Dialect::Sqlite => (
                "select doc || kind || hex(id) || hex(customer) || at || label || keys || excerpt
                 from search_document order by doc",
                "select doc || ' ' || term || ' ' || \"offset\"
                 from temp.indexed_word order by doc, \"offset\"",
            ),
            Dialect::Postgres => (
                "select doc || kind || id || coalesce(customer::text, '') || at || label || keys || excerpt
                 from search_document order by doc",
                "select doc || ' ' || tokens::text from search_text order by doc",
            ),
        };
        let texts = [
            documents,
            "select key || ' ' || doc from search_key order by key, doc",
            "select sound || ' ' || docs from search_name order by sound",
            "select hash || ' ' || sound from search_deletion order by hash, sound",
            words,
        ];
        if tx.dialect() == Dialect::Sqlite {
            tx.query(VOCABULARY).execute().await?;
        }
        let rows = all(tx, &texts).await?;
        if tx.dialect() == Dialect::Sqlite {
            tx.query("drop table temp.indexed_word").execute().await?;
        }
        Ok(rows)
    })
    .await
}

async fn all(tx: &mut Tx<'_>, texts: &[&'static str]) -> Result<Vec<String>, StoreError> {
    let mut rows = Vec::new();
    for text in texts {
        let read: Vec<(String,)> = tx.query(*text).all().await?;
        rows.extend(read.into_iter().map(|(row,)| row));
    }
    Ok(rows)
}
