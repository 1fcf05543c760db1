//! Searching: found however people remember it, the same on both databases.

use chrono::TimeDelta;
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
async fn the_closest_comes_first(#[case] kind: Kind) {
    let Some(TestRecord { db, .. }) = &TestRecord::empty(kind).await else { return };
    index(
        db,
        vec![
            note(1, "Spoke with Vardan about the parcel", None),
            customer(2, "Vardam Petrosyan"),
            customer(3, "Վարդանուշ"),
            customer(4, "Вардан Петросян"),
            customer(5, "Vardanyan"),
            customer(6, "Vardan Sargsyan"),
        ],
    )
    .await;
    assert_eq!(
        found(db, "vardan").await,
        [
            (6, Match::Exact),
            (5, Match::Beginning),
            (4, Match::Sound),
            (3, Match::SoundBeginning),
            (2, Match::Typo),
            (1, Match::Text),
        ]
    );
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn a_customer_is_found_however_they_are_remembered(#[case] kind: Kind) {
    let Some(TestRecord { db, .. }) = &TestRecord::empty(kind).await else { return };
    let anna = Document {
        names: vec!["Анна-Мария Кузнецова".into(), "ООО «Ромашка»".into()],
        emails: vec!["Anna.K@Example.com".into()],
        phones: vec!["+373 69 123-456".into(), "+44 (0)7700 900-975".into()],
        codes: vec!["A-1001".into()],
        ..document("customer", 1)
    };
    index(db, vec![anna, customer(2, "Ион Попеску")]).await;
    for words in [
        "анна",
        "Anna",
        "annamaria",
        "Анна-Мария",
        "kuznetsova",
        "Кузнецва",
        "kuznecova anna",
        "ромашка",
        "romashka",
        "anna.k@example.com",
        "anna.k",
        "@example.com",
        "example.com",
        "+37369123456",
        "069 12 34 56",
        "0037369123456",
        "123456",
        "3456",
        "0975",
        "00975",
        "069 12",
        "a1001",
        "A-10",
        "анна 069123456",
        "кузнецова a-1001",
        "\"мария кузнецова\"",
    ] {
        let ids: Vec<u128> = found(db, words).await.iter().map(|(id, _)| *id).collect();
        assert_eq!(ids, [1], "{words}");
    }
    for words in ["анна попеску", "@example.org", "069123457", "a1002", "\"кузнецова анна\""]
    {
        assert_eq!(found(db, words).await, [], "{words}");
    }
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn a_name_is_found_as_other_languages_say_it(#[case] kind: Kind) {
    let Some(TestRecord { db, .. }) = &TestRecord::empty(kind).await else { return };
    let names = ["Հակոբ Պետրոսյան", "Γεώργιος Αντωνίου", "Грант Казарян", "Hakobyan"];
    index(db, (0..).zip(names).map(|(number, name)| customer(number, name)).collect()).await;
    for words in ["Акоп", "Hagop"] {
        let mut whole_and_begun = found(db, words).await;
        whole_and_begun.sort_unstable();
        assert_eq!(whole_and_begun, [(0, Match::Typo), (3, Match::Typo)], "{words}");
    }
    for (words, id) in [
        ("Акоп Бедросян", 0),
        ("Yorgos", 1),
        ("Йоргос", 1),
        ("Հրանտ", 2),
        ("Ghazaryan", 2),
        ("Акопян", 3),
    ] {
        assert_eq!(found(db, words).await, [(id, Match::Typo)], "{words}");
    }
    assert_eq!(found(db, "Наком").await, []);
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn slips_in_each_of_several_words_are_guessed(#[case] kind: Kind) {
    let Some(TestRecord { db, .. }) = &TestRecord::empty(kind).await else { return };
    index(db, vec![customer(1, "Clare Joyce"), customer(2, "Carla Jonas")]).await;
    for words in ["Clair Joice", "Joice Clair", "Clair Joyse", "Clrae Jocye"] {
        assert_eq!(found(db, words).await, [(1, Match::Typo)], "{words}");
    }
    assert_eq!(found(db, "Clair").await, [], "by itself it could be anybody");
    index(db, vec![customer(3, "Clair Joice")]).await;
    assert_eq!(found(db, "Clair Joice").await, [(3, Match::Exact)], "as it was typed");
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
async fn a_later_page_guesses_no_slips_that_the_first_did_not(#[case] kind: Kind) {
    let Some(TestRecord { db, .. }) = &TestRecord::empty(kind).await else { return };
    let alike = |number| Document {
        text: "Vardan and Petrosyan came".into(),
        ..customer(number, "Vardam Petrosjan")
    };
    index(db, vec![customer(1, "Vardan Petrosyan"), alike(2), alike(3), alike(4)]).await;
    let whole = found(db, "vardan petrosyan").await;
    let mut read = Vec::new();
    let mut part = Query { limit: 2, ..query("vardan petrosyan") };
    loop {
        let hits = hits(db, &part).await;
        read.extend(hits.iter().map(|hit| (hit.id.as_u128(), hit.matched)));
        match hits.last() {
            Some(last) => part.after = Some(last.place),
            None => break,
        }
    }
    assert_eq!(whole.first(), Some(&(1, Match::Exact)));
    assert_eq!((whole.len(), read), (4, whole));
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn pages_follow_one_another_newest_first(#[case] kind: Kind) {
    let Some(TestRecord { db, .. }) = &TestRecord::empty(kind).await else { return };
    let mut documents = Vec::new();
    for number in 0..100 {
        let at = test_time() + TimeDelta::days(i64::try_from(number * 37 % 100).unwrap());
        let name = ["Maria", "Marianna", "Мария", "Mariq"][usize::try_from(number % 4).unwrap()];
        documents.push(Document { at, ..customer(number, name) });
        documents.push(Document { at, ..note(number, "about Maria", None) });
    }
    index(db, documents).await;
    let all = hits(db, &Query { limit: 1000, ..query("maria") }).await;
    assert_eq!(all.len(), 200);
    assert!(all.is_sorted_by_key(|hit| (hit.matched, std::cmp::Reverse(hit.at))));
    let (mut paged, mut after) = (Vec::new(), None);
    loop {
        let page = hits(db, &Query { limit: 7, after, ..query("maria") }).await;
        let Some(last) = page.last() else { break };
        after = Some(last.place.to_string().parse().unwrap());
        paged.extend(page);
    }
    assert_eq!(paged, all);
    let kinds = vec!["note".into()];
    let notes = hits(db, &Query { limit: 1000, kinds, ..query("maria") }).await;
    assert_eq!(notes.len(), 100);
    assert!(notes.iter().all(|hit| hit.kind == "note"));
}

/// One is spelt nearly as was typed, and has the words in its text as well.
#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn a_page_after_what_was_found_in_a_text_guesses_no_slips(#[case] kind: Kind) {
    let Some(TestRecord { db, .. }) = &TestRecord::empty(kind).await else { return };
    let text = "came with Maria Popescu".to_owned();
    let later =
        |document: Document, days| Document { at: test_time() + TimeDelta::days(days), ..document };
    let documents = vec![
        customer(1, "Maria Popescu"),
        later(Document { text: text.clone(), ..customer(2, "Mariq Popesco") }, 1),
        later(note(3, &text, None), 2),
    ];
    index(db, documents).await;
    let mut paged = Vec::new();
    let mut after = None;
    loop {
        let page = hits(db, &Query { limit: 1, after, ..query("maria popescu") }).await;
        let [hit] = page.as_slice() else { break };
        after = Some(hit.place);
        paged.push((hit.id.as_u128(), hit.matched));
    }
    assert_eq!(paged, [(1, Match::Exact), (3, Match::Text), (2, Match::Text)]);
    assert_eq!(found(db, "maria popescu").await, paged);
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
        tx.unindex("customer", Uuid::from_u128(1)).await?;
        tx.unindex("customer", Uuid::from_u128(2)).await?;
        tx.unindex("customer", Uuid::from_u128(3)).await
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
