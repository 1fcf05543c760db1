//! Pages of what was found.

use std::cmp::Reverse;

use chrono::TimeDelta;
use rstest::rstest;
use store::db::Sql;
use store::log::Actor;
use store::search::{Document, Hit, Match, Query};
use store::{Db, Tx};
use testkit::record::{Kind, TestRecord, test_time};

use super::{customer, found, hits, index, note, query};

/// All that is found, read page by page; places pass through addresses.
async fn page_by_page(db: &Db, mut part: Query) -> Vec<Hit> {
    let mut read = Vec::new();
    loop {
        let page = hits(db, &part).await;
        let Some(last) = page.last() else { return read };
        part.after = Some(last.place.to_string().parse().unwrap());
        read.extend(page);
    }
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
    let whole = hits(db, &query("vardan petrosyan")).await;
    let first = whole.first().map(|hit| (hit.id.as_u128(), hit.matched));
    assert_eq!(first, Some((1, Match::Exact)));
    let paged = page_by_page(db, Query { limit: 2, ..query("vardan petrosyan") }).await;
    assert_eq!((whole.len(), paged), (4, whole));
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
    let in_turn = |hit: &Hit| (hit.matched == Match::Typo, hit.matched, Reverse(hit.at));
    assert!(all.is_sorted_by_key(in_turn));
    assert_eq!(page_by_page(db, Query { limit: 7, ..query("maria") }).await, all);
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
    let paged = page_by_page(db, Query { limit: 1, ..query("maria popescu") }).await;
    let paged: Vec<_> = paged.iter().map(|hit| (hit.id.as_u128(), hit.matched)).collect();
    assert_eq!(paged, [(1, Match::Exact), (3, Match::Text), (2, Match::Text)]);
    assert_eq!(found(db, "maria popescu").await, paged);
}

/// Of the newest, of every day, of long ago and for long not at all, by many and by few.
#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn texts_are_found_newest_first_however_far_apart(#[case] kind: Kind) {
    let Some(TestRecord { db, .. }) = &TestRecord::empty(kind).await else { return };
    let mut notes = Vec::new();
    let mut add = |text: &str, hours: i64| {
        let number = notes.len() as u128;
        let at = test_time() - TimeDelta::hours(hours);
        notes.push(Document { at, ..note(number, text, None) });
    };
    (0..1_000).for_each(|day| add("about the oven", 24 * day));
    (0..50).for_each(|_| add("about the oven", 7));
    add("about the oven", -24 * 9_000);
    (0..600).for_each(|day| add("about the samovar", 24 * (900 + day)));
    (0..5).for_each(|day| add("about the kettle", 24 * (800 + 100 * day)));
    add("about the lamp", 24 * 20_000);
    (0..6_000).for_each(|hour| add("about the stove", 24 + hour));
    (0..2_500).for_each(|hour| add("about the cellar", 24 * 15_000 + hour));
    index(db, notes).await;
    let analyze = Sql::Each { sqlite: "analyze", postgres: "analyze search_text" };
    let analyzed = db.write(Actor::System, async move |tx: &mut Tx<'_>| {
        tx.query(analyze.clone()).execute().await.map(drop)
    });
    analyzed.await.unwrap();
    if matches!(kind, Kind::Postgres) {
        assert!(guessed(db, "about").await > 5_000 && guessed(db, "lamp").await < 1_000);
    }
    for (words, count) in [
        ("oven", 1_051),
        ("samovar", 600),
        ("kettle", 5),
        ("lamp", 1),
        ("stove", 6_000),
        ("cellar", 2_500),
        ("about", 10_157),
        ("\"about the oven\"", 1_051),
        ("\"the about\"", 0),
        ("sofa", 0),
    ] {
        let kinds = vec!["note".to_owned()];
        let query = |words| Query { kinds: kinds.clone(), ..query(words) };
        let all = hits(db, &Query { limit: 20_000, ..query(words) }).await;
        assert_eq!(all.len(), count, "{words}");
        assert!(all.is_sorted_by_key(|hit| Reverse(hit.at)), "{words}");
        let paged = page_by_page(db, Query { limit: 200, ..query(words) }).await;
        assert!(paged == all, "{words}");
        let first = hits(db, &Query { limit: 20, ..query(words) }).await;
        assert!(all.starts_with(&first), "{words}");
    }
}

/// How many texts PostgreSQL guesses to have a word.
async fn guessed(db: &Db, word: &str) -> i64 {
    let mut reader = db.reader().await.unwrap();
    let snapshot = &mut reader.snapshot();
    let guess = snapshot.query("select search_text_guess($1)").bind(format!("'{word}'"));
    guess.one::<(i64,)>().await.unwrap().0
}

/// As the migration 0370 wrote them for the texts that were there before.
#[tokio::test]
async fn texts_of_postgres_are_marked_with_their_time() {
    let Some(TestRecord { db, .. }) = &TestRecord::empty(Kind::Postgres).await else { return };
    let notes = (0..100).map(|number| Document {
        at: test_time() - TimeDelta::days(i64::try_from(number * 97).unwrap()),
        ..note(number, "about the oven", None)
    });
    index(db, notes.collect()).await;
    let mut reader = db.reader().await.unwrap();
    let snapshot = &mut reader.snapshot();
    let marked = snapshot.query(
        "select count(*) from search_text where tsvector_to_array(tokens) @> array[
             '@46.' || (doc >> 46), '@48.' || (doc >> 48), '@50.' || (doc >> 50)]",
    );
    assert_eq!(marked.one::<(i64,)>().await.unwrap(), (100,));
}
