//! Whom a text mentions, and who is suggested.

use rstest::rstest;
use store::log::Actor;
use testkit::record::Kind as Database;

use super::super::{
    InteractionError, Mentions, Said, mentions_of, mentions_of_nobody, read_mention, said,
    suggested,
};
use super::{call, colleague, shop};
use crate::office::staff::{self, NewAccount};

#[rstest]
#[case::sqlite(Database::Sqlite)]
#[case::postgres(Database::Postgres)]
#[tokio::test]
async fn colleagues_find_where_they_were_mentioned_once(#[case] kind: Database) {
    let Some(shop) = shop(kind).await else { return };
    let id =
        shop.logs(call("@Levon.H, please look; mail x@anna.am is not a mention.")).await.unwrap();
    shop.edits(id, call("@levon.h please look again")).await.unwrap();
    let mut reader = shop.db().reader().await.unwrap();
    let all = Mentions::All;
    let mentions = mentions_of(&mut reader.snapshot(), shop.levon, all, 9).await.unwrap();
    assert_eq!(mentions.iter().map(|mention| mention.id).collect::<Vec<_>>(), [id]);
    assert_eq!(mentions[0].by.as_deref(), Some("anna"));
    assert_eq!(mentions_of(&mut reader.snapshot(), shop.anna, all, 9).await.unwrap(), []);
}

#[rstest]
#[case::sqlite(Database::Sqlite)]
#[case::postgres(Database::Postgres)]
#[tokio::test]
async fn colleagues_are_told_from_words_and_from_nobody(#[case] kind: Database) {
    let Some(shop) = shop(kind).await else { return };
    let mut reader = shop.db().reader().await.unwrap();
    let staff = staff::everybody(&mut reader.snapshot()).await.unwrap();
    let text = "Ask @Levon.H. or @nobodyatall; x@anna.am, @ and «é» are words";
    let parts = [
        Said::Words("Ask "),
        Said::Colleague("@Levon.H", Some("levon.h")),
        Said::Words(". or "),
        Said::Nobody("@nobodyatall"),
        Said::Words("; x@anna.am, @ and «é» are words"),
    ];
    assert_eq!(said(text, &staff), parts);
    assert_eq!(said("@levon.h", &staff), [Said::Colleague("@levon.h", Some("levon.h"))]);
    assert_eq!(said("@@levon.h", &staff), [Said::Nobody("@@levon.h")]);
    assert_eq!(said("", &staff), []);
    assert_eq!(mentions_of_nobody(&format!("{text}; @nobodyatall"), &staff), ["@nobodyatall"]);
    assert!(mentions_of_nobody("@levon.h", &staff).is_empty());
    let namesake = NewAccount { email: "levon.h@example.com".into(), ..colleague("levon.h") };
    let add = async move |tx: &mut store::Tx<'_>| staff::add(tx, &namesake).await;
    shop.db().write(Actor::System, add).await.unwrap();
    let mut reader = shop.db().reader().await.unwrap();
    let staff = staff::everybody(&mut reader.snapshot()).await.unwrap();
    assert_eq!(said("@levon.h", &staff), [Said::Colleague("@levon.h", None)], "both of them");
}

#[rstest]
#[case::sqlite(Database::Sqlite)]
#[case::postgres(Database::Postgres)]
#[tokio::test]
async fn whoever_can_be_mentioned_is_suggested_by_how_they_begin(#[case] kind: Database) {
    let Some(shop) = shop(kind).await else { return };
    let others = [("daria.k", "Дарья Ким"), ("o'hara", "Dan O'Hara"), ("dov", "Dov Gone")];
    for (handle, name) in others {
        let new = NewAccount { name: name.to_owned(), ..colleague(handle) };
        let add = async move |tx: &mut store::Tx<'_>| {
            let id = staff::add(tx, &new).await?;
            if new.name == "Dov Gone" {
                staff::lock_out(tx, id).await?;
            }
            Ok::<_, staff::StaffError>(())
        };
        shop.db().write(Actor::System, add).await.unwrap();
    }
    let mut reader = shop.db().reader().await.unwrap();
    let staff = staff::everybody(&mut reader.snapshot()).await.unwrap();
    for (begun, handles) in [
        ("da", vec!["daria.k"]),
        ("Дар", vec!["daria.k"]),
        ("ким", vec!["daria.k"]),
        ("LEV", vec!["levon.h"]),
        ("levon.h", vec!["levon.h"]),
        ("", vec!["anna", "levon.h", "daria.k"]),
        ("aria", vec![]),
        ("dov", vec![]),
    ] {
        let suggested = suggested(begun, &staff);
        assert_eq!(suggested.iter().map(|(_, handle)| *handle).collect::<Vec<_>>(), handles);
        for (account, handle) in suggested {
            assert_eq!(super::super::rules::mentioned(&format!("@{handle}"), &staff), [account.id]);
        }
    }
}

#[rstest]
#[case::sqlite(Database::Sqlite)]
#[case::postgres(Database::Postgres)]
#[tokio::test]
async fn a_mention_that_was_read_is_there_but_not_new(#[case] kind: Database) {
    let Some(shop) = shop(kind).await else { return };
    let id = shop.logs(call("@levon.h, please look")).await.unwrap();
    let who = Actor::Staff(shop.levon.into());
    let read = async |account, is_read| {
        let mark = async move |tx: &mut store::Tx<'_>| read_mention(tx, id, account, is_read).await;
        shop.db().write(who, mark).await
    };
    let count = async |which| {
        let mut reader = shop.db().reader().await.unwrap();
        mentions_of(&mut reader.snapshot(), shop.levon, which, 9).await.unwrap().len()
    };
    read(shop.levon, true).await.unwrap();
    assert_eq!((count(Mentions::Unread).await, count(Mentions::All).await), (0, 1));
    read(shop.levon, false).await.unwrap();
    assert_eq!(count(Mentions::Unread).await, 1);
    assert!(matches!(read(shop.anna, true).await, Err(InteractionError::Unknown)));
}
