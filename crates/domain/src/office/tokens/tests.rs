//! Which programs are let in, on both databases.

use chrono::{DateTime, TimeDelta, Utc};
use rstest::rstest;
use store::Db;
use store::log::{Actor, Before};
use testkit::record::{Kind, TestRecord};

use super::{
    Bearer, Made, NewToken, Scopes, TokenError, TokenMade, TokenRevoked, authenticate, list, make,
    note_use, revoke,
};
use crate::office::rights::{Right, Role};
use crate::office::staff::{self, AccountId, NewAccount};

async fn somebody(db: &Db, role: Role) -> AccountId {
    let new = NewAccount {
        email: "anna@example.am".into(),
        name: "Anna Petrosyan".into(),
        role,
        password: None,
    };
    db.write(Actor::System, async move |tx| staff::add(tx, &new).await).await.unwrap()
}

fn reading(lasts: Option<TimeDelta>) -> NewToken {
    NewToken {
        name: " web shop ".into(),
        rights: [Right::SeeCustomers, Right::EditOrders].into_iter().collect(),
        lasts,
    }
}

async fn made(db: &Db, who: AccountId, new: NewToken) -> Result<Made, TokenError> {
    db.write(Actor::Staff(who.into()), async move |tx| make(tx, who, &new).await).await
}

async fn let_in(db: &Db, shown: &str) -> Option<Bearer> {
    let mut reader = db.reader().await.unwrap();
    authenticate(&mut reader.snapshot(), shown, db.clock().now()).await.unwrap()
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn a_token_lets_a_program_in_until_it_is_revoked(#[case] kind: Kind) {
    let Some(TestRecord { db, .. }) = &TestRecord::empty(kind).await else { return };
    let who = somebody(db, Role::Agent).await;
    let Made { id, shown } = made(db, who, reading(None)).await.unwrap();
    let bearer = let_in(db, &shown).await.unwrap();
    assert_eq!((bearer.token, bearer.account.id), (id, who));
    assert!(bearer.scopes.has(Right::EditOrders) && !bearer.scopes.has(Right::EditCustomers));
    assert!(let_in(db, &shown.replace("perennial_", "")).await.is_none());
    db.write(Actor::Staff(who.into()), async move |tx| revoke(tx, id).await).await.unwrap();
    assert!(let_in(db, &shown).await.is_none());
    let mut reader = db.reader().await.unwrap();
    let known = list(&mut reader.snapshot()).await.unwrap();
    assert_eq!((known[0].name.as_str(), known[0].lets_in(db.clock().now())), ("web shop", false));
    let history = reader.snapshot().history_of(id.into(), Before::default(), 10).await.unwrap();
    assert!(history[1].event::<TokenMade>().unwrap().is_some());
    assert_eq!(
        history[0].event::<TokenRevoked>().unwrap(),
        Some(TokenRevoked { name: "web shop".into() })
    );
    assert!(!history[1].body.contains(&shown[10..]), "the log holds no secret");
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn a_token_ends_when_it_was_to_end(#[case] kind: Kind) {
    let Some(TestRecord { db, clock, .. }) = &TestRecord::empty(kind).await else { return };
    let who = somebody(db, Role::Agent).await;
    let month = TimeDelta::days(30);
    let token = made(db, who, reading(Some(month))).await.unwrap();
    clock.advance(month - TimeDelta::seconds(1));
    assert!(let_in(db, &token.shown).await.is_some());
    clock.advance(TimeDelta::seconds(1));
    assert!(let_in(db, &token.shown).await.is_none());
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn nobody_gives_a_program_more_than_they_may(#[case] kind: Kind) {
    let Some(TestRecord { db, .. }) = &TestRecord::empty(kind).await else { return };
    let who = somebody(db, Role::ReadOnly).await;
    let refused = made(db, who, reading(None)).await;
    assert!(matches!(refused, Err(TokenError::NotHeld(Right::EditOrders))));
    let none = NewToken { rights: Scopes::default(), ..reading(None) };
    assert!(matches!(made(db, who, none).await, Err(TokenError::NoRights)));
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn a_use_is_noted_once_a_minute(#[case] kind: Kind) {
    let Some(TestRecord { db, clock, .. }) = &TestRecord::empty(kind).await else { return };
    let who = somebody(db, Role::Agent).await;
    let Made { id, shown } = made(db, who, reading(None)).await.unwrap();
    let use_it = async || {
        db.write(Actor::Token(id.into()), async move |tx| note_use(tx, id).await).await.unwrap();
        let_in(db, &shown).await.unwrap()
    };
    let noted = |bearer: &Bearer| -> DateTime<Utc> { bearer.last_used_at.unwrap() };
    assert!(let_in(db, &shown).await.unwrap().is_use_to_be_noted(db.clock().now()));
    let first = use_it().await;
    assert!(!first.is_use_to_be_noted(db.clock().now()));
    clock.advance(TimeDelta::seconds(59));
    assert_eq!(noted(&use_it().await), noted(&first));
    clock.advance(TimeDelta::seconds(1));
    assert_eq!(noted(&use_it().await), db.clock().now());
}

#[test]
fn rights_only_later_versions_know_are_left_out() {
    let scopes = Scopes::from("export fly see_audit".to_owned());
    assert_eq!(scopes.to_string(), "export see_audit");
    assert_eq!(scopes.cut_to(Role::Analyst).to_string(), "export");
}
