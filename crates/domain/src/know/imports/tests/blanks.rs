//! Blanks that are filled, and what is never written over.

use rstest::rstest;
use store::log::Actor;
use testkit::record::{Kind, TestRecord};

use super::super::Buyer;
use super::{applied, buyer, imported, staged, undone};
use crate::know::customers::{self, Field};

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn blanks_are_filled_and_what_is_known_is_never_overwritten(#[case] kind: Kind) {
    let Some(TestRecord { db, .. }) = &TestRecord::empty(kind).await else { return };
    let known = [
        (Field::Name, "Anna P.".to_owned()),
        (Field::Code, "17".to_owned()),
        (Field::Country, "AM".to_owned()),
    ];
    let anna =
        db.write(Actor::System, async move |tx| customers::add(tx, &known).await).await.unwrap();
    let buyers = [Buyer {
        email: Some("anna@example.am".to_owned()),
        phone: Some("+374 91 123 456".to_owned()),
        country: Some("GE".to_owned()),
        ..buyer("17", Some("Anna"), &[("A1", 100)])
    }];
    let (id, counts) = imported(db, "", &buyers).await;
    assert_eq!((counts.applied.customers_added, counts.applied.customers_filled), (0, 1));
    let values = async || {
        let mut reader = db.reader().await.unwrap();
        let known = customers::customer(&mut reader.snapshot(), anna).await.unwrap().unwrap();
        [Field::Name, Field::Email, Field::Phone, Field::Country].map(|field| known.value(field))
    };
    let filled =
        ["Anna P.", "anna@example.am", "+374 91 123 456", "AM"].map(|text| Some(text.to_owned()));
    assert_eq!(values().await, filled);
    let counts = undone(db, id).await.unwrap();
    assert_eq!(counts.undone.unwrap().fields_emptied, 2);
    assert_eq!(values().await, [filled[0].clone(), None, None, filled[3].clone()]);
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn what_somebody_fills_in_while_an_import_is_applied_stays(#[case] kind: Kind) {
    let Some(TestRecord { db, .. }) = &TestRecord::empty(kind).await else { return };
    for round in 0..8 {
        let code = format!("C{round}");
        let known = [(Field::Name, "Anna".to_owned()), (Field::Code, code.clone())];
        let add = async move |tx: &mut store::Tx<'_>| customers::add(tx, &known).await;
        let anna = db.write(Actor::System, add).await.unwrap();
        let there = Buyer {
            email: Some("file@shop.test".into()),
            ..buyer(&code, None, &[(code.as_str(), 100)])
        };
        let id = staged(db, "", &[there]).await.unwrap();
        let filled = async move |tx: &mut store::Tx<'_>| {
            let wanted = [(Field::Email, "hand@shop.test".to_owned())];
            customers::edit(tx, anna, None, &wanted).await
        };
        let (import, edit) = tokio::join!(applied(db, id), db.write(Actor::System, filled));
        assert!(import.is_ok() && edit.is_ok());
        let mut reader = db.reader().await.unwrap();
        let known = customers::customer(&mut reader.snapshot(), anna).await.unwrap().unwrap();
        assert_eq!(known.value(Field::Email).as_deref(), Some("hand@shop.test"));
    }
}
