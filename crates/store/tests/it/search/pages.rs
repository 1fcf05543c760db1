//! Pages of what was found.

use chrono::TimeDelta;
use rstest::rstest;
use store::search::{Document, Match, Query};
use testkit::record::{Kind, TestRecord, test_time};

use super::{customer, found, hits, index, note, query};

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
