//! Finding somebody by a name, however it is remembered or typed.

use rstest::rstest;
use store::search::{Document, Match, TIMELESS};
use testkit::record::{Kind, TestRecord};

use super::{customer, document, found, hits, index, note, query};

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
            Document { text: "asked for Vardan".into(), ..customer(2, "Vardam Petrosyan") },
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
            (1, Match::Text),
            (2, Match::Typo),
        ]
    );
    assert!(found(db, "vvvv").await.is_empty(), "whoever begins with the one letter is not meant");
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
async fn slips_in_several_words_are_not_guessed_where_a_text_has_them(#[case] kind: Kind) {
    let Some(TestRecord { db, .. }) = &TestRecord::empty(kind).await else { return };
    index(db, vec![customer(1, "Clare Joyce"), note(2, "Clair and Joice came", None)]).await;
    assert_eq!(found(db, "clair joice").await, [(2, Match::Text)]);
    let mut reader = db.reader().await.unwrap();
    let known = reader.snapshot().find_known(&query("clair joice")).await.unwrap();
    let known: Vec<_> = known.iter().map(|hit| (hit.id.as_u128(), hit.matched)).collect();
    assert_eq!(known, [(1, Match::Typo)], "where no text is asked");
}

/// More than are counted have each of the words, and more than stand on a page both.
#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn several_words_that_many_have_are_found_together(#[case] kind: Kind) {
    let Some(TestRecord { db, .. }) = &TestRecord::empty(kind).await else { return };
    let name = |number: u128| match number % 40 {
        0 => "Anna Petrova",
        place if place % 2 == 0 => "Anna Ivanova",
        _ => "Olga Petrova",
    };
    index(db, (0..2_000).map(|number| customer(number, name(number))).collect()).await;
    for (words, matched) in [
        ("anna petrova", Match::Exact),
        ("petrova an", Match::Beginning),
        ("Анна Петрова", Match::Sound),
        ("ан петр", Match::SoundBeginning),
        ("anna petriva", Match::Typo),
    ] {
        let (mut paged, mut part) = (Vec::new(), query(words));
        loop {
            let page = hits(db, &part).await;
            assert!(page.iter().all(|hit| hit.matched == matched), "{words}");
            paged.extend(page.iter().map(|hit| hit.id.as_u128()));
            let Some(last) = page.last() else { break };
            part.after = Some(last.place);
        }
        paged.sort_unstable();
        assert_eq!(paged, (0..2_000).step_by(40).collect::<Vec<_>>(), "{words}");
    }
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn what_has_no_moment_is_found_behind_all_that_happened(#[case] kind: Kind) {
    let Some(TestRecord { db, .. }) = &TestRecord::empty(kind).await else { return };
    let product = |number, name: &str| Document {
        names: vec![name.into()],
        text: "Green".into(),
        at: TIMELESS,
        ..document("product", number)
    };
    index(db, vec![customer(1, "Sencha Ltd"), product(2, "Sencha 100 g"), product(3, "Rye")]).await;
    let mut reader = db.reader().await.unwrap();
    for (words, matched) in [
        ("sencha", Some(Match::Exact)),
        ("sen", Some(Match::Beginning)),
        ("сенча", Some(Match::Sound)),
        ("snecha", Some(Match::Typo)),
        ("green", None),
    ] {
        let found = reader.snapshot().find_timeless(&query(words)).await.unwrap();
        let found: Vec<_> = found.iter().map(|hit| (hit.id.as_u128(), hit.matched)).collect();
        assert_eq!(found, Vec::from_iter(matched.map(|matched| (2, matched))), "{words}");
    }
    assert_eq!(found(db, "sencha").await, [(1, Match::Exact), (2, Match::Exact)]);
}
