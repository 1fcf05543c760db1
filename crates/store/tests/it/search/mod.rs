//! Searching: found however people remember it, the same on both databases.

mod names;
mod pages;

use kernel::Language;
use rstest::rstest;
use store::Db;
use store::log::Actor;
use store::search::{Document, Hit, Match, Query};
use testkit::record::{Kind, TestRecord, test_time};
use uuid::Uuid;

fn document(kind: &'static str, number: u128) -> Document {
    Document {
        kind,
        id: Uuid::from_u128(number),
        customer: None,
        names: Vec::new(),
        emails: Vec::new(),
        phones: Vec::new(),
        codes: Vec::new(),
        text: String::new(),
        language: None,
        at: test_time(),
    }
}

fn customer(number: u128, name: &str) -> Document {
    Document { names: vec![name.into()], ..document("customer", number) }
}

fn note(number: u128, text: &str, language: Option<Language>) -> Document {
    Document { text: text.into(), language, ..document("note", number) }
}

fn query(words: &str) -> Query {
    Query { words: words.into(), kinds: Vec::new(), limit: 20, after: None }
}

async fn index(db: &Db, documents: Vec<Document>) {
    db.write(Actor::System, async move |tx| tx.index(&documents).await).await.unwrap();
}

async fn hits(db: &Db, query: &Query) -> Vec<Hit> {
    db.reader().await.unwrap().snapshot().find(query).await.unwrap()
}

/// Which documents are found, and how.
async fn found(db: &Db, words: &str) -> Vec<(u128, Match)> {
    hits(db, &query(words)).await.iter().map(|hit| (hit.id.as_u128(), hit.matched)).collect()
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn texts_are_found_by_any_form_of_their_words(#[case] kind: Kind) {
    let Some(TestRecord { db, .. }) = &TestRecord::empty(kind).await else { return };
    index(
        db,
        vec![
            note(1, "Просила перенести доставку на вторник", Some(Language::Russian)),
            note(2, "A întrebat despre livrările de marți", Some(Language::Romanian)),
            note(3, "Ρώτησε για τις παραδόσεις", Some(Language::Greek)),
            note(4, "Հարցրեց առաքումների մասին", Some(Language::Armenian)),
            note(5, "Asked about deliveries: the last was very late", None),
        ],
    )
    .await;
    for (words, id) in [
        ("доставка вторник", 1),
        ("livrări", 2),
        ("livrarile", 2),
        ("παράδοση", 3),
        ("առաքում", 4),
        ("delivery asking", 5),
        ("\"very late\"", 5),
        ("late \"was very\"", 5),
    ] {
        assert_eq!(found(db, words).await, [(id, Match::Text)], "{words}");
    }
    for words in ["\"late very\"", "\"delivery\"", "доставка livrare"] {
        assert_eq!(found(db, words).await, [], "{words}");
    }
    let [hit] = hits(db, &query("delivery late")).await.try_into().unwrap();
    let marked: Vec<_> =
        hit.snippet.parts.iter().filter(|part| part.is_match).map(|part| &*part.text).collect();
    assert_eq!(marked, ["deliveries", "late"]);
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn what_changed_or_went_is_not_found_as_it_was(#[case] kind: Kind) {
    let Some(TestRecord { db, .. }) = &TestRecord::empty(kind).await else { return };
    let empty = everything(db).await;
    index(db, vec![customer(1, "Konstantin"), customer(2, "Konstantin")]).await;
    index(db, vec![customer(1, "Elena")]).await;
    assert_eq!(found(db, "konstantin").await, [(2, Match::Exact)]);
    assert_eq!(found(db, "elna").await, [(1, Match::Typo)]);
    let unindex = async |tx: &mut store::Tx<'_>| {
        tx.unindex("customer", [1, 2].map(Uuid::from_u128)).await?;
        tx.unindex("customer", [Uuid::from_u128(3)]).await
    };
    db.write(Actor::System, unindex).await.unwrap();
    for words in ["konstantin", "konstatin", "elena"] {
        assert_eq!(found(db, words).await, [], "{words}");
    }
    assert_eq!(everything(db).await, empty, "nothing is left in any index");
}

/// The whole of every index, in order.
async fn everything(db: &Db) -> Vec<Vec<(String, i64)>> {
    let mut reader = db.reader().await.unwrap();
    let mut snapshot = reader.snapshot();
    let mut all = Vec::new();
    for table in [
        "select kind || label || keys || excerpt, doc from search_document order by doc",
        "select key, doc from search_key order by key, doc",
        "select sound, docs from search_name order by sound",
        "select sound, hash from search_deletion order by hash, sound",
    ] {
        all.push(snapshot.query(table).all().await.unwrap());
    }
    all
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn indexes_made_again_are_the_same(#[case] kind: Kind) {
    let Some(TestRecord { db, .. }) = &TestRecord::empty(kind).await else { return };
    let documents: Vec<_> = (0..50)
        .map(|number| Document {
            phones: vec![format!("+40 721 000 {number:03}")],
            text: format!("note number {number}"),
            ..customer(number, ["Мария Ионеску", "Vasile", "Αλέξανδρος"][number as usize % 3])
        })
        .collect();
    for number in (0..50).rev() {
        index(db, vec![customer(number, "Somebody Else")]).await;
    }
    index(db, documents.clone()).await;
    let before = everything(db).await;
    db.write(Actor::System, async |tx| tx.forget_all().await).await.unwrap();
    for document in documents {
        index(db, vec![document]).await;
    }
    assert_eq!(everything(db).await, before);
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn anything_can_be_indexed_and_asked(#[case] kind: Kind) {
    let Some(TestRecord { db, .. }) = &TestRecord::empty(kind).await else { return };
    let oddities = [
        "",
        "\0",
        "'",
        "\"",
        "\\",
        "a'b\"c\\d",
        "% _ *",
        "NEAR(a b)",
        "a AND",
        "-a",
        "x:*",
        "$1",
        "'; drop table log; --",
        "<script>",
        "\u{202e}txt",
        "e\u{301}\u{301}",
        "½ № ㎏",
        "नमस्ते",
        "山田 太郎",
        "😀",
        "\u{10ffff}",
        "+",
        "@",
        "a@",
        "(0)",
        "+++0000",
    ];
    let long = "слово ".repeat(40_000) + &"y".repeat(100_000);
    let texts = oddities.map(str::to_owned).into_iter().chain([long]);
    for (number, text) in (0_u32..).zip(texts) {
        let strange = Document {
            names: vec![text.clone()],
            emails: vec![text.clone()],
            phones: vec![text.clone()],
            codes: vec![text.clone()],
            at: chrono::DateTime::from_timestamp(i64::from(number) * 1_000_000_000, 0).unwrap(),
            ..note(u128::from(number), &text, None)
        };
        index(db, vec![strange]).await;
        hits(db, &query(&text)).await;
        hits(db, &query(&format!("\"{text}\" a {text}"))).await;
    }
    assert!(!found(db, "太郎").await.is_empty());
    assert!(!found(db, "слова").await.is_empty());
}
