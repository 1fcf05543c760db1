//! What the review says, kept on both databases.

use chrono::TimeDelta;
use kernel::{Currency, Day, Language};
use review::figures::{Action, Evidence, Interval, Reason};
use rstest::rstest;
use store::Db;
use store::log::Actor;
use testkit::record::{Kind as Database, TestRecord, comes_true, test_time};

use super::{
    Alarmed, Made, Score, Unheard, alarmed, ask_if_behind, finish, forget, keep, made, of_customer,
    page, reason, rules, scored_after,
};
use crate::know::customers::{self, CustomerId, Field};
use crate::know::interactions::{self, Kind, NewInteraction};
use crate::know::lists::{self, Asking, Sort};
use crate::know::orders::{self, NewLine, NewOrder};
use crate::know::query::parse;
use crate::office::rights::Role;
use crate::office::settings::{self, Change, Region, Tier, TimeZone};
use crate::office::staff::{self, AccountId, NewAccount};
use crate::office::teams::{self, Whose};

fn euro() -> Currency {
    "EUR".parse().unwrap()
}

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

async fn adds(db: &Db, name: &str) -> CustomerId {
    let known = [(Field::Name, name.to_owned())];
    db.write(Actor::System, async move |tx| customers::add(tx, &known).await).await.unwrap()
}

fn quiet(customer: CustomerId, at_risk: i64, risk: f64) -> Score {
    let seen = Evidence::GoneQuiet { usual_gap: 18.0, silence: 47, limit: 40.5 };
    Score {
        customer,
        standing: "gone_quiet".to_owned(),
        segment: "at_risk".to_owned(),
        orders: 12,
        last_on: day("2026-01-12").into(),
        spent: Some(120_000),
        value: Some(90_000),
        value_low: Some(10_000),
        value_high: Some(200_000),
        p_alive: Some(0.4),
        risk: Some(risk),
        at_risk: Some(at_risk),
        alarm: Some(seen.key().to_owned()),
        reason: Some(reason::written(&(Reason::Alarm(seen), Action::Call))),
        risks: String::new(),
    }
}

/// Of a day, made in 1.25 seconds.
fn made_of(as_of: &str) -> Made {
    Made {
        as_of: day(as_of),
        at: test_time(),
        took: TimeDelta::milliseconds(1_250),
        of: "12 facts".to_owned(),
        currency: euro(),
        horizon_months: 12,
        value_months: 36,
    }
}

/// Whom a review as of a day leaves to be called.
fn unheard(as_of: &str) -> Unheard {
    made_of(as_of).unheard(TimeZone::default(), test_time())
}

async fn keeps(db: &Db, as_of: &str, scores: Vec<Score>) -> usize {
    let as_of = day(as_of);
    db.write(Actor::System, async move |tx| keep(tx, as_of, &scores).await).await.unwrap()
}

async fn score_of(db: &Db, customer: CustomerId) -> Option<Score> {
    of_customer(&mut db.reader().await.unwrap().snapshot(), customer).await.unwrap()
}

#[rstest]
#[case::sqlite(Database::Sqlite)]
#[case::postgres(Database::Postgres)]
#[tokio::test]
async fn what_is_said_of_a_customer_is_kept_with_the_risks_of_a_month(#[case] kind: Database) {
    let Some(TestRecord { db, .. }) = &TestRecord::empty(kind).await else { return };
    let levon = adds(db, "Levon").await;
    assert_eq!(score_of(db, levon).await, None);
    assert_eq!(keeps(db, "2026-01-20", vec![quiet(levon, 500, 0.25)]).await, 1);
    assert_eq!(keeps(db, "2026-02-27", vec![quiet(levon, 500, 0.5)]).await, 1);
    assert_eq!(keeps(db, "2026-02-28", vec![quiet(levon, 500, 0.625)]).await, 1);
    assert_eq!(keeps(db, "2026-02-28", vec![quiet(levon, 500, 0.625)]).await, 0, "nothing new");
    let score = score_of(db, levon).await.unwrap();
    let risks = [(day("2026-02-27"), 0.5), (day("2026-02-28"), 0.625)];
    assert_eq!(score.risks().days(), risks);
    assert_eq!(score.value(), Some(Interval { low: 10_000, mean: 90_000, high: 200_000 }));
    assert_eq!(score.last(), day("2026-01-12"));
    let seen = Evidence::GoneQuiet { usual_gap: 18.0, silence: 47, limit: 40.5 };
    assert_eq!(score.reason(euro()), Some((Reason::Alarm(seen), Action::Call)));
}

#[rstest]
#[case::sqlite(Database::Sqlite)]
#[case::postgres(Database::Postgres)]
#[tokio::test]
async fn alarms_come_with_most_at_risk_first_and_without_who_objects(#[case] kind: Database) {
    let Some(TestRecord { db, .. }) = &TestRecord::empty(kind).await else { return };
    let mut ids = Vec::new();
    for name in ["Ani", "Boris", "Chloe", "Dan"] {
        ids.push(adds(db, name).await);
    }
    let objection = [(Field::Marketing, "objection".to_owned())];
    let objecting = ids[2];
    db.write(Actor::System, async move |tx| customers::edit(tx, objecting, None, &objection).await)
        .await
        .unwrap();
    let calm = Score { alarm: None, ..quiet(ids[3], 9_999, 0.1) };
    let scores =
        vec![quiet(ids[0], 100, 0.5), quiet(ids[1], 300, 0.5), quiet(ids[2], 200, 0.5), calm];
    assert_eq!(keeps(db, "2026-02-28", scores).await, 4);
    let mut reader = db.reader().await.unwrap();
    let unheard = unheard("2026-02-28");
    let alarmed = alarmed(&mut reader.snapshot(), Whose::Everybodys, unheard, 10).await.unwrap();
    let names: Vec<&str> = alarmed.iter().map(|alarmed| alarmed.name.as_str()).collect();
    assert_eq!(names, ["Boris", "Ani"]);
}

#[rstest]
#[case::sqlite(Database::Sqlite)]
#[case::postgres(Database::Postgres)]
#[tokio::test]
async fn alarms_are_of_whom_one_ones_team_or_nobody_looks_after(#[case] kind: Database) {
    let Some(TestRecord { db, .. }) = &TestRecord::empty(kind).await else { return };
    let hires = async |handle: &str| -> AccountId {
        let new = NewAccount {
            email: format!("{handle}@shop.test"),
            name: handle.to_owned(),
            role: Role::Agent,
            password: None,
        };
        db.write(Actor::System, async move |tx| staff::add(tx, &new).await).await.unwrap()
    };
    let (nora, mihai, peter) = (hires("nora").await, hires("mihai").await, hires("peter").await);
    let counter = async move |tx: &mut store::Tx<'_>| {
        let counter = teams::make(tx, "Counter").await?;
        teams::put_into(tx, nora, &[counter]).await?;
        teams::put_into(tx, mihai, &[counter]).await
    };
    db.write(Actor::System, counter).await.unwrap();
    let mut scores = Vec::new();
    for (name, owner) in [("Ani", nora), ("Boris", mihai), ("Chloe", peter)] {
        let customer = adds(db, name).await;
        let owned = [(Field::Owner, owner.to_string())];
        let own =
            async move |tx: &mut store::Tx<'_>| customers::edit(tx, customer, None, &owned).await;
        db.write(Actor::System, own).await.unwrap();
        scores.push(quiet(customer, 100, 0.5));
    }
    scores.push(quiet(adds(db, "Dan").await, 100, 0.5));
    keeps(db, "2026-02-28", scores).await;
    let named = async |whose| {
        let mut reader = db.reader().await.unwrap();
        let snapshot = &mut reader.snapshot();
        let unheard = unheard("2026-02-28");
        let all = alarmed(snapshot, whose, unheard, 10).await.unwrap();
        let most = |of: &Alarmed| std::cmp::Reverse((of.score.at_risk, of.score.customer));
        assert!(all.is_sorted_by_key(most), "{all:?}");
        let first = alarmed(snapshot, whose, unheard, 1).await.unwrap();
        assert_eq!(first, all[..1], "with most at risk, whoever looks after them");
        let alarmed = all;
        let mut names: Vec<String> = alarmed.into_iter().map(|alarmed| alarmed.name).collect();
        names.sort();
        names
    };
    assert_eq!(named(Whose::Of(nora)).await, ["Ani", "Dan"]);
    assert_eq!(named(Whose::OfTeamsOf(nora)).await, ["Ani", "Boris", "Dan"]);
    assert_eq!(named(Whose::Everybodys).await, ["Ani", "Boris", "Chloe", "Dan"]);
}

async fn calls(db: &Db, customer: CustomerId, days_ago: i64) -> interactions::InteractionId {
    let at = Some(test_time() - TimeDelta::days(days_ago));
    let call = NewInteraction { kind: Kind::Call, at, text: String::new(), follow_up: None };
    let log = async move |tx: &mut store::Tx<'_>| interactions::log(tx, customer, &call).await;
    db.write(Actor::System, log).await.unwrap()
}

async fn buys(db: &Db, customer: CustomerId, days_ago: i64) {
    let order = NewOrder {
        source: String::new(),
        code: String::new(),
        placed_at: Some(test_time() - TimeDelta::days(days_ago)),
        currency: euro(),
        total: None,
        lines: vec![NewLine { product: "Rye".to_owned(), quantity: 1, unit_price: 250 }],
    };
    let add = async move |tx: &mut store::Tx<'_>| orders::add(tx, customer, &order).await;
    db.write(Actor::System, add).await.unwrap();
}

#[rstest]
#[case::sqlite(Database::Sqlite)]
#[case::postgres(Database::Postgres)]
#[tokio::test]
async fn whoever_has_ordered_since_or_was_just_spoken_to_is_left_in_peace(#[case] kind: Database) {
    let Some(TestRecord { db, .. }) = &TestRecord::empty(kind).await else { return };
    let names = ["Ani", "Boris", "Chloe", "Dan", "Eva", "Fay"];
    let mut ids = Vec::new();
    for name in names {
        ids.push(adds(db, name).await);
    }
    calls(db, ids[0], 0).await;
    buys(db, ids[1], 0).await;
    calls(db, ids[2], 3).await;
    calls(db, ids[3], 10).await;
    let wrong_number = calls(db, ids[4], 0).await;
    db.write(Actor::System, async move |tx| interactions::remove(tx, wrong_number).await)
        .await
        .unwrap();
    buys(db, ids[5], 3).await;
    keeps(db, "2026-02-27", ids.iter().map(|id| quiet(*id, 100, 0.5)).collect()).await;
    let named = async |as_of| {
        let mut reader = db.reader().await.unwrap();
        let (snapshot, unheard) = (&mut reader.snapshot(), unheard(as_of));
        let alarmed = alarmed(snapshot, Whose::Everybodys, unheard, 10).await.unwrap();
        let mut names: Vec<String> = alarmed.into_iter().map(|alarmed| alarmed.name).collect();
        names.sort();
        names
    };
    assert_eq!(
        named("2026-02-27").await,
        ["Dan", "Eva", "Fay"],
        "the review knows what Fay bought"
    );
    assert_eq!(named("2025-11-28").await, ["Eva"], "all others were heard from since");
}

#[rstest]
#[case::sqlite(Database::Sqlite)]
#[case::postgres(Database::Postgres)]
#[tokio::test]
async fn alarms_go_with_a_customer_to_whoever_looks_after_them(#[case] kind: Database) {
    let Some(TestRecord { db, .. }) = &TestRecord::empty(kind).await else { return };
    let hires = async |handle: &str| -> AccountId {
        let new = NewAccount {
            email: format!("{handle}@shop.test"),
            name: handle.to_owned(),
            role: Role::Agent,
            password: None,
        };
        db.write(Actor::System, async move |tx| staff::add(tx, &new).await).await.unwrap()
    };
    let (nora, peter) = (hires("nora").await, hires("peter").await);
    let ani = adds(db, "Ani").await;
    keeps(db, "2026-02-27", vec![quiet(ani, 100, 0.5)]).await;
    let looked_after = async |owner: Option<AccountId>| {
        let owner = owner.map(|owner| owner.to_string()).unwrap_or_default();
        let wanted = [(Field::Owner, owner)];
        let edit =
            async move |tx: &mut store::Tx<'_>| customers::edit(tx, ani, None, &wanted).await;
        db.write(Actor::System, edit).await.unwrap();
    };
    // Whether Nora and Peter have her on their lists.
    let listed = async || {
        let mut reader = db.reader().await.unwrap();
        let snapshot = &mut reader.snapshot();
        let of_nora = alarmed(snapshot, Whose::Of(nora), unheard("2026-02-28"), 10).await.unwrap();
        let of_peter =
            alarmed(snapshot, Whose::Of(peter), unheard("2026-02-28"), 10).await.unwrap();
        (of_nora.len(), of_peter.len())
    };
    assert_eq!(listed().await, (1, 1), "nobody looks after her");
    looked_after(Some(nora)).await;
    assert_eq!(listed().await, (1, 0));
    keeps(db, "2026-02-28", vec![quiet(ani, 200, 0.5)]).await;
    assert_eq!(listed().await, (1, 0), "another score changes nobody's customers");
    looked_after(Some(peter)).await;
    assert_eq!(listed().await, (0, 1));
    looked_after(None).await;
    assert_eq!(listed().await, (1, 1));
    looked_after(Some(nora)).await;
    db.write(Actor::System, async move |tx| forget(tx, &[ani]).await).await.unwrap();
    assert_eq!(listed().await, (0, 0));
    keeps(db, "2026-02-28", vec![quiet(ani, 200, 0.5)]).await;
    assert_eq!(listed().await, (1, 0), "a first score is of whoever looks after her");
}

#[rstest]
#[case::sqlite(Database::Sqlite)]
#[case::postgres(Database::Postgres)]
#[tokio::test]
async fn of_whom_nothing_is_said_any_more_is_forgotten(#[case] kind: Database) {
    let Some(TestRecord { db, .. }) = &TestRecord::empty(kind).await else { return };
    let (ani, boris) = (adds(db, "Ani").await, adds(db, "Boris").await);
    keeps(db, "2026-02-28", vec![quiet(ani, 1, 0.5), quiet(boris, 1, 0.5)]).await;
    let all = scored_after(&mut db.reader().await.unwrap().snapshot(), None, 10).await.unwrap();
    assert_eq!(all.len(), 2);
    let first = Some(all[0]);
    let rest = scored_after(&mut db.reader().await.unwrap().snapshot(), first, 10).await.unwrap();
    assert_eq!(rest, all[1..]);
    db.write(Actor::System, async move |tx| forget(tx, &[ani]).await).await.unwrap();
    assert_eq!((score_of(db, ani).await, score_of(db, boris).await.is_some()), (None, true));
}

#[rstest]
#[case::sqlite(Database::Sqlite)]
#[case::postgres(Database::Postgres)]
#[tokio::test]
async fn the_document_is_that_of_the_last_review(#[case] kind: Database) {
    let Some(TestRecord { db, .. }) = &TestRecord::empty(kind).await else { return };
    assert_eq!(made(&mut db.reader().await.unwrap().snapshot()).await.unwrap(), None);
    for (as_of, html) in [("2026-02-27", "<p>before"), ("2026-02-28", "<p>now")] {
        let (of, pages) = (made_of(as_of), [(Language::English, html.to_owned())]);
        db.write(Actor::System, async move |tx| finish(tx, &of, &pages).await).await.unwrap();
    }
    let mut reader = db.reader().await.unwrap();
    let snapshot = &mut reader.snapshot();
    assert_eq!(made(snapshot).await.unwrap(), Some(made_of("2026-02-28")));
    assert_eq!(page(snapshot, Language::English).await.unwrap().as_deref(), Some("<p>now"));
    assert_eq!(page(snapshot, Language::Armenian).await.unwrap(), None);
}

#[rstest]
#[case::sqlite(Database::Sqlite)]
#[case::postgres(Database::Postgres)]
#[tokio::test]
async fn it_is_asked_for_once_where_there_is_something_new(#[case] kind: Database) {
    let Some(record) = TestRecord::empty(kind).await else { return };
    assert!(!ask_if_behind(&record.db).await.unwrap());
    adds(&record.db, "Ani").await;
    let asked = async || ask_if_behind(&record.db).await.unwrap();
    comes_true("the review is asked for", asked).await;
    record.clock.advance(TimeDelta::minutes(5));
    assert!(!ask_if_behind(&record.db).await.unwrap(), "it waits already");
}

#[rstest]
#[case::at_once(TimeDelta::zero(), 40)]
#[case::of_a_small_record(TimeDelta::milliseconds(3_900), 40)]
#[case::of_a_large_one(TimeDelta::seconds(90), 900)]
#[case::of_one_too_large(TimeDelta::hours(5), 86_400)]
#[case::while_the_clock_was_set_back(TimeDelta::hours(-1), 40)]
#[case::while_it_was_set_forward(TimeDelta::MAX, 86_400)]
fn the_longer_it_takes_the_seldomer_it_is_made(#[case] took: TimeDelta, #[case] seconds: i64) {
    let made = Made { took, ..made_of("2026-02-27") };
    let (soon, late) = (test_time() + TimeDelta::seconds(9), test_time() + TimeDelta::days(2));
    assert_eq!(rules::next(Some(&made), soon), test_time() + TimeDelta::seconds(seconds));
    assert_eq!(rules::next(Some(&made), late), late);
    assert_eq!(rules::next(None, soon), soon);
}

#[rstest]
#[case(Reason::Late { usual_gap: 7.5, silence: 12 }, Action::Remind)]
#[case(Reason::Valuable { orders: 9, risk: 0.25, months: 12 }, Action::CallInPerson { orders: 9 })]
#[case(Reason::OneTime { amount: Some(kernel::Money::new(4_200, euro())), silence: 80 }, Action::InviteBack)]
#[case(Reason::OneTime { amount: None, silence: 80 }, Action::Thank)]
#[case(
    Reason::Alarm(Evidence::RangeStopped {
        category: "Кофе".to_owned(),
        last_bought: day("2025-11-02"),
        periods_bought: 5,
        yearly: Some(kernel::Money::new(99_000, euro())),
    }),
    Action::AskAboutRange { category: "Кофе".to_owned() }
)]
#[case(
    Reason::Alarm(Evidence::OrderValueFalling {
        mean_before: kernel::Money::new(5_000, euro()),
        mean_now: kernel::Money::new(3_000, euro()),
        orders_before: 9,
        orders_now: 3,
        probability: 0.97,
    }),
    Action::ReviewAccount
)]
#[case(Reason::Late { usual_gap: 7.5, silence: 12 }, Action::CallBeforeLost { days: 5 })]
fn reasons_are_read_as_they_were_kept(#[case] why: Reason, #[case] what: Action) {
    let told = (why, what);
    assert_eq!(reason::read(&reason::written(&told), euro()), Some(told));
    assert_eq!(reason::read("{\"why\":{\"kind\":\"of later\"}}", euro()), None);
}

/// The names of whom a query means, the last seen first.
async fn meant(db: &Db, text: &str) -> Vec<String> {
    let (query, asking) = (parse(text).unwrap(), Asking { me: None, now: db.clock().now() });
    let mut reader = db.reader().await.unwrap();
    let page = lists::page(&mut reader.snapshot(), &query, &asking, Sort::default(), None, 9).await;
    page.unwrap().rows.into_iter().map(|row| row.name).collect()
}

#[rstest]
#[case::sqlite(Database::Sqlite)]
#[case::postgres(Database::Postgres)]
#[tokio::test]
async fn a_tier_asks_for_money_of_the_currency_of_the_business(#[case] kind: Database) {
    let Some(TestRecord { db, .. }) = &TestRecord::empty(kind).await else { return };
    let levon = adds(db, "Levon").await;
    let tier = |name: &str, spent_a_year| Tier { name: name.into(), spent_a_year };
    let tiers = vec![tier("Silver", 50_000), tier("Gold", 120_000)];
    let set = async |version, change: Change| {
        let set =
            async move |tx: &mut store::Tx<'_>| settings::change(tx, version, change.clone()).await;
        db.write(Actor::System, set).await.unwrap();
    };
    set(0, Change::Tiers { tiers }).await;
    assert!(meant(db, "tier:gold").await.is_empty(), "nobody has been reviewed");
    keeps(db, "2026-02-28", vec![quiet(levon, 500, 0.5)]).await;
    let of = made_of("2026-02-28");
    db.write(Actor::System, async move |tx| finish(tx, &of, &[]).await).await.unwrap();
    assert_eq!(meant(db, "tier:gold").await, ["Levon"], "the business names no currency");
    assert!(meant(db, "tier:silver").await.is_empty());
    let region = |code: &str| Region { currency: code.parse().ok(), ..Region::default() };
    set(1, Change::Region(region("EUR"))).await;
    assert_eq!(meant(db, "tier:gold,silver").await, ["Levon"]);
    set(2, Change::Region(region("AMD"))).await;
    assert!(meant(db, "tier:gold,silver").await.is_empty());
    assert_eq!(meant(db, "-tier:gold,silver").await, ["Levon"]);
}
